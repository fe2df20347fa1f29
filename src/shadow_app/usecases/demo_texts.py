"""The demo's files, in the language that holds: one set of files, and a table of their texts for each other language.

Dates, numbers, references and the domain's own words stand once, in the English files. A cell or a text that has a line
in `demo/<language>/texts.tsv` is replaced by it; everything else stays.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from shadow_app.domain.language import current


class DemoTexts:
    """Reads the demo's files as one language has them."""

    def __init__(self) -> None:
        self._words = _table(current().code)

    def table(self, name: str) -> bytes:
        """A `.csv` file as an import would find it."""
        if not self._words:
            return _bytes(name)
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\n")
        for row in csv.reader(io.StringIO(_bytes(name).decode(), newline="")):
            writer.writerow([self.said(cell) for cell in row])
        return out.getvalue().encode()

    def rows(self, name: str) -> list[dict[str, str]]:
        """A `.csv` file by its headings."""
        found = csv.DictReader(io.StringIO(_bytes(name).decode(), newline=""))
        return [{key: self.said(cell) for key, cell in row.items()} for row in found]

    def tabbed(self, name: str) -> Iterator[dict[str, str]]:
        """Tab-separated and never quoted: a note may begin with a quotation mark."""
        heading, *lines = _bytes(name).decode().splitlines()
        columns = heading.split("\t")
        for line in filter(None, lines):
            cells = line.split("\t", len(columns) - 1)
            yield {key: self.said(cell) for key, cell in zip(columns, cells, strict=True)}

    def numbered(self, name: str) -> dict[str, str]:
        """Lines by the number before their tab."""
        lines = (line.split("\t", 1) for line in _bytes(name).decode().splitlines() if line)
        return {number: self.said(line) for number, line in lines}

    def told(self, name: str) -> dict[str, Any]:
        """A `.toml` file."""
        told: dict[str, Any] = self._within(tomllib.loads(_bytes(name).decode()))
        return told

    def picture(self, name: str) -> bytes:
        """A photo."""
        return _bytes(f"photos/{name}")

    def said(self, cell: str) -> str:
        """A text of the English files as this language has it."""
        return self._words.get(cell, cell)

    def _within(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._within(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self._within(each) for each in value]
        return self.said(value) if isinstance(value, str) else value


def _table(code: str) -> Mapping[str, str]:
    place = files("shadow_app") / "assets" / "demo" / code / "texts.tsv"
    if not place.is_file():
        return {}
    lines = (line.split("\t") for line in place.read_text(encoding="utf-8").splitlines() if line)
    return {line[0]: line[1] for line in lines}


def _bytes(name: str) -> bytes:
    place = files("shadow_app") / "assets" / "demo"
    for part in name.split("/"):
        place = place / part
    return place.read_bytes()

"""Tables as CSV: UTF-8, every text quoted, no text ever a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from shadow_app.interchange.export_columns import Column, Columns
from shadow_app.interchange.export_rows import Addressee, Cell, Preview, Row, Subject
from shadow_app.interchange.export_text import no_formula, storable


@dataclass(frozen=True, slots=True)
class CsvShape:
    """A table with one heading row."""

    columns: Mapping[Subject, Columns]
    marked: bool = False
    """Whether the file begins with a byte order mark: Excel needs it, and importers stumble over it."""

    def preview(self, subject: Subject, rows: Sequence[Row], to: Addressee) -> Preview:
        """The cells as the file has them."""
        return table_preview(self.columns[subject], rows, to)

    def write(self, subject: Subject, rows: Iterable[Row], to: Addressee, out: BinaryIO) -> None:
        """Row by row, so that a million of them need no more room than one."""
        columns = self.columns[subject]
        text = io.TextIOWrapper(out, encoding="utf-8-sig" if self.marked else "utf-8", newline="")
        try:
            text.write(_line([each.heading for each in columns]))
            for row in rows:
                text.write(_line(cells(columns, row, to)))
            text.flush()
        finally:
            # It is not ours to close.
            text.detach()


def cells(columns: Sequence[Column], row: Row, to: Addressee) -> list[Cell]:
    """A row's cells in the order of the columns."""
    return [each.cell(row, to) for each in columns]


def words(value: Cell) -> str:
    """A cell as it is read; a day as 2026-11-22."""
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case bool():
            return "yes" if value else "no"
        case float():
            # Without an exponent, which some importers take for text.
            return f"{value:.6f}".rstrip("0").rstrip(".")
        case _:
            return str(value)


def table_preview(columns: Sequence[Column], rows: Sequence[Row], to: Addressee) -> Preview:
    """Headings and the words of every cell."""
    return Preview(
        tuple(each.heading for each in columns),
        tuple(tuple(words(value) for value in cells(columns, row, to)) for row in rows),
    )


def _line(values: Iterable[Cell]) -> str:
    return ",".join(map(_cell, values)) + "\r\n"


def _cell(value: Cell) -> str:
    """Numbers bare, everything else quoted, so that what stands inside is never taken for a separator."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return words(value)
    text = no_formula(storable(words(value))).replace('"', '""')
    return f'"{text}"'

"""Bodies of REST calls, one JSON object a line, so that a script can send them one by one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeAlias

from shadow_app.interchange.export_rows import Addressee, PainOut, Preview, Row, Subject

Body: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JsonLinesShape:
    """One body a line. It is ASCII, so that every shell and every reader takes it."""

    body: Callable[[PainOut, Addressee], Body]

    def preview(self, subject: Subject, rows: Sequence[Row], to: Addressee) -> Preview:
        """Every field of the body in a column of its own, a field in a field as `fields.summary`."""
        flat = [dict(_flat(self._of(row, to))) for row in rows]
        headings = tuple(dict.fromkeys(name for each in flat for name in each))
        return Preview(headings, tuple(tuple(each.get(name, "") for name in headings) for each in flat))

    def write(self, subject: Subject, rows: Iterable[Row], to: Addressee, out: BinaryIO) -> None:
        """Line by line."""
        out.writelines(json.dumps(self._of(row, to), separators=(", ", ": ")).encode() + b"\n" for row in rows)

    def _of(self, row: Row, to: Addressee) -> Body:
        assert isinstance(row, PainOut)
        return self.body(row, to)


def _flat(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    match value:
        case Mapping():
            for key, item in value.items():
                yield from _flat(item, f"{name}.{key}" if name else str(key))
        case list():
            yield name, ", ".join(map(str, value))
        case _:
            yield name, str(value)

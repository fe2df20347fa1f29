"""From the bytes of a CSV file to rows of named cells: delimiter, headings, ragged rows, odd characters.

A row that cannot be taken is refused alone, with its line number and a reason; a file that cannot be taken at all
raises one `ImportTrouble`. Rows are read one by one, so that 100,000 of them need no second copy in memory.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.language import say
from shadow_app.domain.visible import visible
from shadow_app.interchange.cells import Unfit, odd_character
from shadow_app.interchange.columns import Layout, heading_key, matched
from shadow_app.interchange.decoding import decode

MAX_LINES_PER_ROW = 200
"""A cell may hold line breaks; a quote that is never closed must not swallow the rest of the file."""

MAX_REFUSED = 10_000
"""Beyond this the file as a whole is wrong, and a list of reasons helps nobody."""

_DELIMITERS = (",", ";", "\t")
_DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab"}

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class RowRefused:
    """Why one row was not taken. `line_number` counts from 1 and is the line on which the row begins."""

    line_number: int
    why: str

    def __post_init__(self) -> None:
        # It quotes cells, and an invisible character is often just what is wrong with one.
        object.__setattr__(self, "why", visible(self.why))

    def __str__(self) -> str:
        return say("Line {line_number}: {why}", line_number=self.line_number, why=self.why)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: trimmed text by field name. A field whose column is missing is missing here."""

    line_number: int
    cells: Mapping[str, str]

    def text(self, field: str) -> str:
        """The cell, or "" where the column is missing or the cell empty."""
        return self.cells.get(field, "")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[RowT]):
    """What a file holds, and how it was understood.

    `fields` are the fields for which the file has a column: only those may change anything. `layout`, `encoding` and
    `delimiter` are words for the preview; `ignored` are headings that nothing is done with.
    """

    rows: tuple[RowT, ...]
    refused: tuple[RowRefused, ...]
    fields: frozenset[str]
    ignored: tuple[str, ...]
    layout: str
    encoding: str
    delimiter: str


def read_sheet(data: bytes, layouts: Sequence[Layout], make: Callable[[Row, Layout], RowT], what: str) -> Sheet[RowT]:
    """Read a whole file; `make` turns a row into a value or raises `Unfit` with the reason.

    `layouts` are tried in order, the last is the one for files that carry nobody's marks. `what` names the thing
    that is imported ("a service catalogue") in the sentences.

    Raises:
        ImportTrouble: the file is no text, has no usable headings, or more than `MAX_REFUSED` rows are bad.
    """
    decoded = decode(data)
    lines = _Lines(decoded.lines)
    delimiter = _delimiter(lines, layouts)
    headings = _headings(lines, delimiter, what)
    layout, positions = matched(headings, layouts, what)
    rows: list[RowT] = []
    refused: list[RowRefused] = []
    for item in _rows(lines, delimiter, headings, positions):
        if isinstance(item, Row):
            try:
                rows.append(make(item, layout))
                continue
            except Unfit as reason:
                item = RowRefused(item.line_number, str(reason))
        refused.append(item)
        if len(refused) > MAX_REFUSED:
            raise ImportTrouble(
                say(
                    "More than {max_refused:,|row|rows} cannot be read, so nothing was imported. The first: {refused}",
                    max_refused=MAX_REFUSED,
                    refused=refused[0],
                )
            )
    used = {place for places in positions.values() for place in places}
    ignored = tuple(heading for place, heading in enumerate(headings) if place not in used and heading)
    return Sheet(
        rows=tuple(rows),
        refused=tuple(refused),
        fields=frozenset(positions),
        ignored=ignored,
        layout=layout.name,
        encoding=decoded.encoding,
        delimiter=_DELIMITER_NAMES[delimiter],
    )


class _TooLong(Exception):
    """A row has run on for more lines than any row should."""


class _Lines:
    """Physical lines with their numbers, which can be given back when a row turns out to be broken."""

    def __init__(self, source: Iterable[str]) -> None:
        self._source = iter(source)
        self._back: deque[str] = deque()
        self._row: list[str] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self._row) >= MAX_LINES_PER_ROW:
            raise _TooLong
        line = self._back.popleft() if self._back else next(self._source)
        self._row.append(line)
        self.number += 1
        return line

    def begin_row(self) -> int:
        """Forget the last row; returns the number of the line that comes next."""
        self._row = []
        return self.number + 1

    def peek(self) -> str:
        """The next line that is not blank, which stays to be read; "" at the end."""
        self.begin_row()
        for line in self:
            if line.strip():
                self.give_back(keep=len(self._row) - 1)
                return line
            self.begin_row()
        return ""

    def give_back(self, keep: int) -> None:
        """Put the current row's lines back, but for the first `keep`."""
        given = self._row[keep:]
        self._back.extendleft(reversed(given))
        self.number -= len(given)
        self._row = self._row[:keep]


def _records(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str]] | RowRefused]:
    # strict: a stray quote is an error on its own line instead of silently gluing rows together.
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        start = lines.begin_row()
        try:
            yield start, next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooLong):
            lines.give_back(keep=1)
            yield RowRefused(start, say("a quotation mark is opened and not properly closed. Correct it in the file."))


def _delimiter(lines: _Lines, layouts: Sequence[Layout]) -> str:
    """The delimiter under which most headings are known; more columns decide between equals."""
    first = lines.peek()
    stated = first.strip("\r\n").casefold()
    if stated in ("sep=,", "sep=;", "sep=\t"):
        next(lines)
        return stated[-1]
    known = {key for layout in layouts for column in layout.columns for key in column.headings}

    def worth(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader(io.StringIO(first, newline=""), delimiter=delimiter), [])
        return sum(heading_key(cell) in known for cell in cells), len(cells)

    return max(_DELIMITERS, key=worth)


def _headings(lines: _Lines, delimiter: str, what: str) -> list[str]:
    for record in _records(lines, delimiter):
        if isinstance(record, RowRefused):
            break
        # Visible and on one line: sentences and the preview quote them.
        cells = [" ".join(visible(cell.strip().lstrip("\ufeff")).split()) for cell in record[1]]
        if any(cells):
            return cells
    raise ImportTrouble(
        say(
            "The file has no row of headings, so it cannot be read as {what}. Its first row must name the columns.",
            what=say(what),
        )
    )


def _rows(
    lines: _Lines, delimiter: str, headings: Sequence[str], positions: Mapping[str, tuple[int, ...]]
) -> Iterator[Row | RowRefused]:
    width = len(headings)
    for record in _records(lines, delimiter):
        if isinstance(record, RowRefused):
            yield record
            continue
        number, raw = record
        cells = [cell.strip() for cell in raw]
        if not any(cells):
            continue
        while len(cells) > width and not cells[-1]:
            cells.pop()
        if len(cells) != width:
            yield RowRefused(
                number,
                say(
                    "the row has {cells:|cell|cells}, the headings are {width}. Correct it in the file.",
                    cells=len(cells),
                    width=width,
                ),
            )
            continue
        odd = _first_odd(cells, positions)
        if odd:
            yield RowRefused(number, odd)
            continue
        yield Row(
            number,
            {field: "|".join(cells[place] for place in places if cells[place]) for field, places in positions.items()},
        )


def _first_odd(cells: Sequence[str], positions: Mapping[str, tuple[int, ...]]) -> str:
    for field, places in positions.items():
        for place in places:
            odd = odd_character(cells[place])
            if odd:
                return say("the {field} contains {odd}. Remove it in the file.", field=field.replace("_", " "), odd=odd)
    return ""


def repeated(keys: Iterable[str]) -> tuple[str, ...]:
    """The non-empty keys that occur more than once, in order of first appearance."""
    return tuple(key for key, times in Counter(key for key in keys if key).items() if times > 1)

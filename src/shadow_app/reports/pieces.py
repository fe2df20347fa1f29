"""Headings with bookmarks, figures and small tables: what stands in the flow as one piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from shadow_app.domain.language import say
from shadow_app.figures.primitives import Align, Figure
from shadow_app.reports import look
from shadow_app.reports.flow import Piece
from shadow_app.reports.pen import Pen
from shadow_app.reports.visible import visible


@dataclass
class Places:
    """On which page each named place came to lie, for the contents."""

    pages: dict[str, int] = field(default_factory=dict)
    deepest: int = -1

    def mark(self, canvas: Any, key: str, title: str, level: int, top: float) -> None:
        """A bookmark and an outline entry; a level deeper than its parent's child would be refused by readers."""
        self.pages[key] = canvas.getPageNumber()
        self.deepest = min(level, self.deepest + 1)
        canvas.bookmarkHorizontal(key, 0, top)
        canvas.addOutlineEntry(" ".join(visible(title).split())[:200] or key, key, self.deepest)


class Heading(Piece):
    """A heading of one line with a bookmark, and up to two lines below it that say how to read what follows."""

    leads = True

    def __init__(
        self,
        pen: Pen,
        places: Places,
        key: str,
        title: str,
        sub: str = "",
        *,
        level: int = 0,
        before: float = 16,
        size: float = 11.5,
    ) -> None:
        super().__init__(space_before=before, space_after=5)
        self.pen, self.places, self.key, self.title, self.sub, self.level = pen, places, key, title, sub, level
        self.size = size

    def high(self, width: float) -> float:
        self.below = self.pen.lines(self.sub, width, 8.6) if self.sub else []
        return self.size + 4 + (13 if self.below else 0) + 11.5 * max(len(self.below) - 1, 0)

    def draw(self) -> None:
        self.places.mark(self.canv, self.key, self.title, self.level, self.height)
        title = self.pen.fit(self.title, self.width, self.size, 600)
        self.pen.line(self.canv, 0, self.height - self.size, title, self.size, 600)
        for number, words in enumerate(self.below):
            y = self.height - self.size - 14 - 11.5 * number
            self.pen.line(self.canv, 0, y, words, 8.6, 400, look.MUTED)


class Picture(Piece):
    """A figure, scaled down where it would not fit a page."""

    def __init__(self, pen: Pen, figure: Figure, before: float = 2, after: float = 6) -> None:
        super().__init__(space_before=before, space_after=after)
        self.pen, self.figure = pen, figure

    def high(self, width: float) -> float:
        tallest = look.height() - look.TOP - look.FOOT - 60
        self.scale = min(1.0, width / self.figure.width, tallest / max(self.figure.height, 1))
        return self.figure.height * self.scale

    def draw(self) -> None:
        self.pen.figure(self.figure, self.canv, 0, self.height, self.scale)


@dataclass(frozen=True)
class Field:
    """A column of a ledger: its heading, its share of the width, and whether numbers stand at its right edge.

    `indent` keeps words off the numbers at their left.
    """

    head: str
    share: float
    right: bool = False
    indent: float = 0


@dataclass(frozen=True)
class _Row:
    """A row of a ledger in lines: for each cell those of its words, and those of what stands in grey below them."""

    cells: tuple[tuple[list[str], list[str]], ...]
    grey: bool

    @property
    def high(self) -> float:
        return max((_FIRST * len(first) + _SECOND * len(second) for first, second in self.cells), default=0.0) + _AIR


_FIRST, _SECOND, _AIR = 10.0, 9.4, 5.0
_LINES = 2
"""Lines that words in a cell may take; a longer text is cut at the end of the last one."""


class Ledger(Piece):
    """A table of lines, its heading repeated on every page; a row is as high as its longest cell.

    A cell may carry a second text in grey after a line break.
    """

    HEAD, FOOT = 20.0, 17.0

    def __init__(
        self,
        pen: Pen,
        fields: Sequence[Field],
        rows: Sequence[Sequence[str]],
        *,
        grey: Sequence[bool] = (),
        foot: str = "",
    ) -> None:
        """`grey` marks rows that little evidence stands behind; `foot` is said under the last row."""
        marks = grey or (False,) * len(rows)
        self._begin(pen, fields, [_laid(pen, fields, row, mark) for row, mark in zip(rows, marks, strict=True)], foot)

    def _begin(self, pen: Pen, fields: Sequence[Field], rows: list[_Row], foot: str) -> None:
        super().__init__(space_before=2, space_after=8)
        self.pen, self.fields, self.rows, self.foot = pen, tuple(fields), rows, foot

    def high(self, width: float) -> float:
        return self.HEAD + sum(row.high for row in self.rows) + (self.FOOT if self.foot else 0)

    def split(self, width: float, height: float) -> list[Any]:
        room, fit = height - self.HEAD, 0
        while fit < len(self.rows) and self.rows[fit].high <= room:
            room -= self.rows[fit].high
            fit += 1
        # Neither a first row nor the last one stands alone on its page.
        fit = min(fit, len(self.rows) - 2)
        if fit < 2:
            return []
        return [self._part(self.rows[:fit], ""), self._part(self.rows[fit:], self.foot)]

    def _part(self, rows: list[_Row], foot: str) -> Ledger:
        part = Ledger.__new__(Ledger)
        part._begin(self.pen, self.fields, rows, foot)
        return part

    def draw(self) -> None:
        x = 0.0
        for number, (one, wide) in enumerate(zip(self.fields, _widths(self.fields), strict=True)):
            self._column(number, one, x, wide)
            x += wide
        self.canv.setStrokeColor(look.rgb(look.HAIRLINE))
        self.canv.setLineWidth(0.6)
        y = self.height - self.HEAD
        for high in (*(row.high for row in self.rows), 0.0):
            self.canv.line(0, y + 3, self.width, y + 3)
            y -= high
        if self.foot:
            self.pen.line(self.canv, 0, 4, self.pen.fit(self.foot, self.width, 8.6), 8.6, 400, look.MUTED)

    def _column(self, number: int, one: Field, x: float, wide: float) -> None:
        edge, room = _edge(one, x, wide), _room(one, wide)
        align: Align = "right" if one.right else "left"
        head = self.pen.fit(say(one.head), room, 7.4, 600)
        self.pen.line(self.canv, edge, self.height - 11, head, 7.4, 600, look.MUTED, align)
        top = self.height - self.HEAD
        for row in self.rows:
            first, second = row.cells[number]
            y = top - 8
            for words in first:
                self.pen.line(self.canv, edge, y, words, 8.2, 400, look.FAINT if row.grey else look.TEXT, align)
                y -= _FIRST
            for words in second:
                self.pen.line(self.canv, edge, y, words, 7.4, 400, look.FAINT, align)
                y -= _SECOND
            top -= row.high


def _widths(fields: Sequence[Field]) -> list[float]:
    whole = sum(one.share for one in fields)
    return [look.inner() * one.share / whole for one in fields]


def _edge(one: Field, x: float, wide: float) -> float:
    return x + (wide if one.right else one.indent)


def _room(one: Field, wide: float) -> float:
    return wide - one.indent - 5


def _laid(pen: Pen, fields: Sequence[Field], row: Sequence[str], grey: bool) -> _Row:
    cells = []
    for one, wide, cell in zip(fields, _widths(fields), row, strict=True):
        first, _, second = cell.partition("\n")
        room = _room(one, wide)
        below = pen.lines(second, room, 7.4, most=_LINES) if second else []
        cells.append((pen.lines(first, room, 8.2, most=_LINES), below))
    return _Row(tuple(cells), grey)

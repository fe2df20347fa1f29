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
    """A heading of one line with a bookmark, and an optional line below it that says how to read what follows."""

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
        return self.size + 4 + (13 if self.sub else 0)

    def draw(self) -> None:
        self.places.mark(self.canv, self.key, self.title, self.level, self.height)
        title = self.pen.fit(self.title, self.width, self.size, 600)
        self.pen.line(self.canv, 0, self.height - self.size, title, self.size, 600)
        if self.sub:
            sub = self.pen.fit(self.sub, self.width, 8.6)
            self.pen.line(self.canv, 0, self.height - self.size - 14, sub, 8.6, 400, look.MUTED)


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


class Ledger(Piece):
    """A table of lines cut to their columns, its heading repeated on every page.

    A cell may carry a second line in grey after a line break; then every row is two lines high.
    """

    HEAD = 20.0

    def __init__(
        self, pen: Pen, fields: Sequence[Field], rows: Sequence[Sequence[str]], *, grey: Sequence[bool] = ()
    ) -> None:
        """`grey` marks rows that little evidence stands behind."""
        super().__init__(space_before=2, space_after=8)
        self.pen, self.fields, self.rows = pen, tuple(fields), tuple(rows)
        self.grey = tuple(grey) or (False,) * len(self.rows)
        self.row = 25.0 if any("\n" in cell for row in self.rows for cell in row) else 15.0

    def high(self, width: float) -> float:
        return self.HEAD + self.row * len(self.rows)

    def split(self, width: float, height: float) -> list[Any]:
        fit = int((height - self.HEAD) // self.row)
        if fit < 2 or fit >= len(self.rows):
            return []
        return [
            Ledger(self.pen, self.fields, self.rows[:fit], grey=self.grey[:fit]),
            Ledger(self.pen, self.fields, self.rows[fit:], grey=self.grey[fit:]),
        ]

    def draw(self) -> None:
        whole = sum(one.share for one in self.fields)
        x, y = 0.0, self.height
        self.canv.setStrokeColor(look.rgb(look.HAIRLINE))
        self.canv.setLineWidth(0.6)
        for index in range(len(self.rows) + 1):
            at = y - self.HEAD - index * self.row
            self.canv.line(0, at + 3, self.width, at + 3)
        for number, one in enumerate(self.fields):
            wide = self.width * one.share / whole
            self._column(number, one, x, wide, y)
            x += wide

    def _column(self, number: int, one: Field, x: float, wide: float, top: float) -> None:
        edge = x + (wide if one.right else one.indent)
        room = wide - one.indent - 5
        align: Align = "right" if one.right else "left"
        self.pen.line(
            self.canv, edge, top - 11, self.pen.fit(say(one.head), room, 7.4, 600), 7.4, 600, look.MUTED, align
        )
        for index, row in enumerate(self.rows):
            first, _, second = row[number].partition("\n")
            fill = look.FAINT if self.grey[index] else look.TEXT
            y = top - self.HEAD - index * self.row - 8
            self.pen.line(self.canv, edge, y, self.pen.fit(first, room, 8.2), 8.2, 400, fill, align)
            if second:
                self.pen.line(self.canv, edge, y - 10, self.pen.fit(second, room, 7.4), 7.4, 400, look.FAINT, align)

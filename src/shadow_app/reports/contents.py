"""Contents in a single pass: pages are reserved at the front, and their numbers are filled in at the end.

Building twice to learn the page numbers doubles the time and trebles the memory (`platform.md` §5), so the numbers are
a form that is placed now and defined on the last page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shadow_app.domain.language import say
from shadow_app.reports import look
from shadow_app.reports.flow import Piece
from shadow_app.reports.page import ANNEX, new_page
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places

PER_PAGE = 40
WORTH_IT = 8
"""Fewer chapters than this are found without a list."""

_ROW = 16.0
Entry = tuple[str, str]
"""(the key of a heading, its title)"""


def contents(pen: Pen, places: Places, entries: Sequence[Entry]) -> tuple[list[Any], list[Any]]:
    """What to put at the front, and what to put at the very end; both empty for a short report."""
    if len(entries) < WORTH_IT:
        return [], []
    parts = [tuple(entries[start : start + PER_PAGE]) for start in range(0, len(entries), PER_PAGE)]
    front: list[Any] = []
    for number, part in enumerate(parts):
        front += [_Titles(pen, part, number), *new_page(ANNEX)]
    return front, [_Numbers(pen, places, parts)]


class _Titles(Piece):
    def __init__(self, pen: Pen, entries: Sequence[Entry], number: int) -> None:
        super().__init__()
        self.pen, self.entries, self.number = pen, entries, number

    def high(self, width: float) -> float:
        return 30 + _ROW * len(self.entries)

    def draw(self) -> None:
        self.pen.line(self.canv, 0, self.height - 14, say("Contents"), 14, 700)
        for index, (key, title) in enumerate(self.entries):
            y = _baseline(len(self.entries), index)
            self.pen.line(self.canv, 0, y, self.pen.fit(title, self.width - 50, 9.5), 9.5)
            self.canv.linkRect("", key, (0, y - 4, self.width, y + 11), relative=1, Border="[0 0 0]")
        self.canv.doForm(_form(self.number))


class _Numbers(Piece):
    def __init__(self, pen: Pen, places: Places, parts: Sequence[Sequence[Entry]]) -> None:
        super().__init__()
        self.pen, self.places, self.parts = pen, places, parts

    def high(self, width: float) -> float:
        return 0

    def draw(self) -> None:
        for number, entries in enumerate(self.parts):
            self.canv.beginForm(_form(number), 0, 0, look.inner(), _ROW * PER_PAGE)
            for index, (key, _) in enumerate(entries):
                page = str(self.places.pages[key])
                y = _baseline(len(entries), index)
                self.pen.line(self.canv, look.inner(), y, page, 9.5, 600, look.TEXT, "right")
            self.canv.endForm()


def _baseline(entries: int, index: int) -> float:
    return (entries - index) * _ROW - 11


def _form(number: int) -> str:
    return f"contents-{number}"

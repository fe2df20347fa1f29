"""Blocks that several reports share: the band on the front page, boxes, tiles, lists, pills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shadow_app.reports import look
from shadow_app.reports.flow import Column, Gap, Panel, Piece
from shadow_app.reports.page import room_for, stamp
from shadow_app.reports.parts import Photo, ReportState
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Heading, Places

_PHOTO_WIDTH = 186.0
_FACTS = 47.0


@dataclass(frozen=True)
class Opening:
    """What the band on the front page says: the kind of report, the finding, where and when, and a few facts."""

    kind: str
    headline: str
    place: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    state: ReportState
    photo: Photo | None = None


class Band(Piece):
    """A dark band over the whole width of the front page, with the finding on it and a photo to prove it."""

    def __init__(self, pen: Pen, places: Places, opening: Opening) -> None:
        super().__init__(space_after=11)
        self.pen, self.places, self.opening = pen, places, opening
        room = look.inner() - (_PHOTO_WIDTH - look.MARGIN + 22 if opening.photo else 0)
        # A headline that fills the page would leave no page for it, so a long one is set smaller, then cut.
        words = opening.headline[:400] + ("…" if len(opening.headline) > 400 else "")
        size = 23.0 if len(words) <= 90 else 17.0 if len(words) <= 180 else 12.0
        self.style = look.Style(size, size * 1.22, 700, look.PAPER)
        self.column = pen.balanced(words, room, self.style)
        self.lines = pen.prose(words, self.style)
        self.place = [line for words in opening.place for line in pen.lines(words, room, 9.4, most=3)]

    def high(self, width: float) -> float:
        self.head = self.pen.height(self.lines, self.column)
        return max(58 + self.head + 15 + 13 * len(self.place), 140 if self.opening.photo else 0) + _FACTS

    def draw(self) -> None:
        canvas, top = self.canv, self.height
        self.places.mark(canvas, "front", self.opening.headline, 0, top)
        canvas.setFillColor(look.rgb(look.NAVY))
        canvas.rect(-look.MARGIN, 0, look.width(), top, stroke=0, fill=1)
        right = look.inner()
        if self.opening.photo:
            x = look.width() - look.MARGIN - _PHOTO_WIDTH
            self.pen.photo(canvas, self.opening.photo, x, _FACTS, _PHOTO_WIDTH, top - _FACTS, 0)
            right = x - 16
        canvas.setFillColor(look.rgb(look.SUN))
        canvas.rect(0, top - 40, 22, 3, stroke=0, fill=1)
        self.pen.label(canvas, 32, top - 42, self.opening.kind, look.SUN, 7.5)
        if self.opening.state is not ReportState.RELEASED:
            stamp(canvas, self.pen, right, top - 42, self.opening.state, look.SUN)
        y = top - 56
        for part in self.lines:
            _, high = part.wrap(self.column, 1e6)
            part.drawOn(canvas, 0, y - high)
            y -= high
        for words in self.place:
            y -= 14
            self.pen.line(canvas, 0, y, words, 9.4, 400, look.NAVY_TEXT)
        self._facts()

    def _facts(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(look.rgb(look.NAVY_LINE))
        canvas.setLineWidth(0.8)
        edge = look.MARGIN if self.opening.photo else 0
        canvas.line(-edge, _FACTS, look.inner() + edge, _FACTS)
        facts = self.opening.facts
        widths = [
            max(self.pen.width(label.upper(), 6.6, 600) + 0.8 * len(label), self.pen.width(value, 9, 500))
            for label, value in facts
        ]
        gaps = max(len(facts) - 1, 1)
        rooms = _shared(widths, look.inner() - 10 * gaps)
        spare = (look.inner() - sum(rooms)) / gaps
        x = 0.0
        for (label, value), room in zip(facts, rooms, strict=True):
            self.pen.label(canvas, x, 29, label, look.NAVY_MUTED, 6.6)
            self.pen.line(canvas, x, 14, self.pen.fit(value, room, 9, 500), 9, 500, look.PAPER)
            x += room + min(spare, 40)


def _shared(wanted: Sequence[float], room: float) -> list[float]:
    """What each gets of the room: the modest all that they want, the others equal parts of what is left."""
    got, left = dict.fromkeys(range(len(wanted)), 0.0), room
    for place, index in enumerate(sorted(got, key=lambda each: wanted[each])):
        got[index] = min(wanted[index], left / (len(wanted) - place))
        left -= got[index]
    return [got[index] for index in range(len(wanted))]


def section(
    pen: Pen,
    places: Places,
    key: str,
    title: str,
    sub: str = "",
    *,
    level: int = 0,
    needs: float = 60,
    before: float = 6,
) -> list[Any]:
    """A heading that keeps at least `needs` points of what follows on its page."""
    return [room_for(needs + 32), Heading(pen, places, key, title, sub, level=level, before=before)]


def finding(pen: Pen, places: Places, key: str, title: str, lead: str = "", *, level: int = 0) -> list[Any]:
    """A page's large headline: a finding, not a topic."""
    width = pen.balanced(title, look.inner(), look.FINDING)
    anchor = _Anchor(places, key, title, level)
    parts = [Panel([Column(0, width, pen.prose(title, look.FINDING))], after=4)]
    if lead:
        parts.append(Panel([Column(0, look.inner() - 40, pen.prose(lead, look.LEAD))], after=4))
    return [anchor, *parts]


class _Anchor(Piece):
    """A bookmark without anything to see."""

    def __init__(self, places: Places, key: str, title: str, level: int) -> None:
        super().__init__()
        self.places, self.key, self.title, self.level = places, key, title, level

    def high(self, width: float) -> float:
        return 0

    def draw(self) -> None:
        self.places.mark(self.canv, self.key, self.title, self.level, 0)


def box(pen: Pen, label: str, words: str) -> Panel:
    """The one box that says what it means."""

    def behind(canvas: Any, width: float, height: float) -> None:
        canvas.setFillColor(look.rgb(look.SUN_SOFT))
        canvas.roundRect(0, 0, width, height, 8, stroke=0, fill=1)
        canvas.setFillColor(look.rgb(look.SUN))
        canvas.roundRect(0, 0, 4, height, 2, stroke=0, fill=1)
        pen.label(canvas, 18, height - 17, label, look.SUN_TEXT)

    def rest(canvas: Any, width: float, height: float) -> None:
        canvas.setFillColor(look.rgb(look.SUN_SOFT))
        canvas.roundRect(0, 0, width, height, 8, stroke=0, fill=1)

    parts = pen.prose(words, look.BODY)
    return Panel([Column(18, look.inner() - 36, parts)], behind, paint_rest=rest, pad=(22, 8), after=6)


@dataclass(frozen=True)
class Tile:
    """One large figure with its heading above and a remark below."""

    label: str
    value: str
    unit: str = ""
    note: str = ""
    strong: bool = False


class Tiles(Piece):
    """Up to five figures side by side."""

    HIGH, GAP = 59.0, 10.0

    def __init__(self, pen: Pen, tiles: Sequence[Tile]) -> None:
        super().__init__(space_before=2, space_after=7)
        self.pen, self.tiles = pen, tuple(tiles)

    def high(self, width: float) -> float:
        return self.HIGH

    def draw(self) -> None:
        wide = (self.width - self.GAP * (len(self.tiles) - 1)) / len(self.tiles)
        for index, tile in enumerate(self.tiles):
            self._tile(tile, index * (wide + self.GAP), wide)

    def _tile(self, tile: Tile, x: float, wide: float) -> None:
        canvas, pen, room = self.canv, self.pen, wide - 24
        canvas.setFillColor(look.rgb(look.NAVY if tile.strong else look.WASH))
        canvas.roundRect(x, 0, wide, self.HIGH, 8, stroke=0, fill=1)
        left = x + 12
        label = pen.fit(tile.label.upper(), room - 0.8 * len(tile.label), 6.6, 600)
        pen.label(canvas, left, 43, label, look.NAVY_MUTED if tile.strong else look.MUTED, 6.6)
        unit = pen.width(tile.unit, 9, 500) + 4 if tile.unit else 0
        size = next((s for s in (20.0, 18.0, 15.0, 12.0) if pen.width(tile.value, s, 700) + unit <= room), 10.0)
        value = pen.fit(tile.value, room, size, 700)
        ink = look.PAPER if tile.strong else look.TEXT
        pen.line(canvas, left, 21, value, size, 700, ink)
        after = left + pen.width(value, size, 700) + 4
        pen.line(canvas, after, 21, pen.fit(tile.unit, x + wide - 10 - after, 9, 500), 9, 500, ink)
        small = pen.largest(tile.note, room, (7.6, 7.1, 6.6))
        note = pen.fit(tile.note, room, small)
        pen.line(canvas, left, 9, note, small, 400, look.SUN if tile.strong else look.MUTED)


def bullets(pen: Pen, lines: Sequence[tuple[str, str]], colour: str, style: look.Style = look.SMALL) -> list[Any]:
    """A list of (sentence, remark) with a coloured dot; both may be long."""

    def dot(canvas: Any, width: float, height: float) -> None:
        canvas.setFillColor(look.rgb(colour))
        canvas.circle(2.5, height - style.leading / 2 - 0.6, 2.3, stroke=0, fill=1)

    made: list[Any] = []
    for words, remark in lines:
        parts = pen.prose(words, style) + (pen.prose(remark, look.SMALL_MUTED) if remark else [])
        made.append(Panel([Column(12, 0, parts)], dot, after=4))
    return made


def with_rest(items: list[Any], rest: Sequence[Any]) -> list[Any]:
    """A list and the sentence that says what was left out, which never stands alone on a page."""
    if not items or not rest:
        return [*items, *rest]
    return [*items[:-1], Panel([widened(Column(0, look.inner(), [items[-1], *rest]))])]


def in_columns(sides: Sequence[Sequence[Any]], gap: float = 24) -> Panel:
    """Lists of pieces side by side; the columns of inner panels without a width get what there is."""
    wide = (look.inner() - gap * (len(sides) - 1)) / len(sides)
    columns = [Column(index * (wide + gap), wide, list(parts)) for index, parts in enumerate(sides)]
    return Panel([widened(column) for column in columns], after=2)


def widened(column: Column) -> Column:
    """Give every list item in a column the column's width."""
    for part in column.parts:
        if isinstance(part, Panel):
            for inner in part.columns:
                inner.width = inner.width or column.width - inner.x
    return column


def said(pen: Pen, words: str, style: look.Style = look.SMALL_MUTED) -> list[Any]:
    """A plain sentence, for a section that has nothing else to show."""
    return [*pen.prose(words, style), Gap(2)]

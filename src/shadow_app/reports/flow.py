"""What a report's pages flow from: panels of columns that break anywhere, and pieces made late.

ReportLab's own tables raise where a cell outgrows a page (`platform.md` §5). A `Panel` breaks anywhere instead, and its
painter draws what belongs beside or behind the words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.platypus.flowables import Flowable

from shadow_app.reports import look

Painter = Callable[[Any, float, float], None]
"""(canvas, width, height): draws with the origin at the panel's bottom left corner, before the words."""

_HAIR = 0.01

KEPT_WHOLE = 220.0
"""Points up to which a panel is never broken: it moves to the next page instead."""


class Piece(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """The base of everything here: a flowable whose width is the frame's."""

    canv: Any
    leads = False
    """Whether it heads what follows, and so never ends a page."""

    def __init__(self, space_before: float = 0, space_after: float = 0) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter = space_before, space_after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.height = self.high(width)
        return width, self.height

    def high(self, width: float) -> float:
        """How high this stands in a column of that width."""
        raise NotImplementedError


@dataclass
class Column:
    """A column of a panel, `x` from the panel's left edge; `parts` are paragraphs and pieces."""

    x: float
    width: float
    parts: list[Any] = field(default_factory=list)


class Panel(Piece):
    """Columns side by side that break together over pages; `paint` on the first part, `paint_rest` on what follows."""

    def __init__(
        self,
        columns: Sequence[Column],
        paint: Painter | None = None,
        *,
        paint_rest: Painter | None = None,
        pad: tuple[float, float] = (0, 0),
        least: float = 0,
        after: float = 0,
    ) -> None:
        """`pad` is the space above and below the words, `least` a height that the painter needs."""
        super().__init__(space_after=after)
        self.columns, self.paint, self.paint_rest = list(columns), paint, paint_rest
        self.pad, self.least = pad, least

    def high(self, width: float) -> float:
        self._stacks = [_stack(column) for column in self.columns]
        tallest = max((sum(stack) for stack in self._stacks), default=0.0)
        return max(tallest + sum(self.pad), self.least)

    def split(self, width: float, height: float) -> list[Any]:
        room = height - sum(self.pad)
        if self.high(width) <= KEPT_WHOLE or height < self.least or room < look.BODY.leading:
            return []
        halves = [_halved(column, room) for column in self.columns]
        if not any(rest.parts for _, rest in halves) or not any(head.parts for head, _ in halves):
            return []
        if any(rest.parts and not head.parts for head, rest in halves):
            return []
        head = Panel([head for head, _ in halves], self.paint, pad=self.pad, least=self.least)
        rest = Panel(
            [rest for _, rest in halves],
            self.paint_rest,
            paint_rest=self.paint_rest,
            pad=self.pad,
            after=self.getSpaceAfter(),
        )
        return [head, rest]

    def draw(self) -> None:
        if self.paint is not None:
            self.canv.saveState()
            self.paint(self.canv, self.width, self.height)
            self.canv.restoreState()
        # Wrapped once for the height and not again: breaking lines is what a long report spends its time on.
        for column, stack in zip(self.columns, self._stacks, strict=True):
            y = self.height - self.pad[0]
            for part, high, space in zip(column.parts, stack[::2], stack[1::2], strict=True):
                part.drawOn(self.canv, column.x, y - high)
                y -= high + space


def _stack(column: Column) -> list[float]:
    """The height of each part and the space below it, in turn; none below the last."""
    stack: list[float] = []
    for part in column.parts:
        stack += (_high(part, column.width), part.getSpaceAfter())
    return [*stack[:-1], 0.0] if stack else stack


def _high(part: Any, width: float) -> float:
    """How high a part is. Remembered on it, or a note over many pages would be broken into lines anew on each."""
    measured: tuple[float, float] | None = getattr(part, "_measured", None)
    if measured is None or measured[0] != width:
        measured = part._measured = (width, float(part.wrap(width, 1e6)[1]))
    return measured[1]


def _halved(column: Column, room: float) -> tuple[Column, Column]:
    """What fits into `room` points, and the rest."""
    for index, part in enumerate(column.parts):
        high = _high(part, column.width)
        if high <= room + _HAIR:
            room -= high + part.getSpaceAfter()
            continue
        pieces = part.split(column.width, room) if room > 0 else []
        part._measured = None  # a paragraph forgets its lines when it is asked to split
        head, rest = (pieces[:1], pieces[1:]) if len(pieces) > 1 else ([], [part])
        before, after = column.parts[:index] + head, rest + column.parts[index + 1 :]
        kept = _without_last_heading(before)
        return replace(column, parts=before[:kept]), replace(column, parts=before[kept:] + after)
    return column, replace(column, parts=[])


def _without_last_heading(parts: Sequence[Any]) -> int:
    """How many parts stay when headings at the end go along with what they head."""
    kept = len(parts)
    for index in range(len(parts) - 1, -1, -1):
        if getattr(parts[index], "leads", False):
            kept = index
        elif not isinstance(parts[index], Gap):
            break
    return kept


class Rows(Piece):
    """Panels under a head that is repeated on every page."""

    def __init__(self, head: Panel, rows: Sequence[Panel], after: float = 0) -> None:
        super().__init__(space_after=after)
        self.head, self.rows = head, list(rows)

    def high(self, width: float) -> float:
        return sum(float(each.wrap(width, 1e6)[1]) for each in (self.head, *self.rows))

    def split(self, width: float, height: float) -> list[Any]:
        room = height - float(self.head.wrap(width, 1e6)[1])
        for index, row in enumerate(self.rows):
            high = float(row.wrap(width, 1e6)[1])
            if high <= room + _HAIR:
                room -= high
                continue
            first, rest = self.rows[:index], self.rows[index:]
            parts = row.split(width, room) if room > 0 else []
            if parts:
                first, rest = [*first, parts[0]], [*parts[1:], *rest[1:]]
            return [Rows(self.head, first), Rows(self.head, rest, self.getSpaceAfter())] if first else []
        return []

    def draw(self) -> None:
        y = self.height
        for each in (self.head, *self.rows):
            y -= each.wrap(self.width, 1e6)[1]
            each.drawOn(self.canv, 0, y)


class Later:
    """Pieces made only when their turn comes: a long report neither waits for its last note nor holds them all."""

    def __init__(self, make: Callable[[], list[Any]]) -> None:
        self.make = make


class Gap(Piece):
    """Empty space."""

    def __init__(self, points: float) -> None:
        super().__init__()
        self.points = points

    def high(self, width: float) -> float:
        return self.points

    def draw(self) -> None:
        """Nothing to draw."""

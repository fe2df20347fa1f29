"""The slope chart: what IT assumed · what people stated · what the field showed (`domain.md` §1 R20, §3.1).

Every service has a slot of its own in each column, so no two labels can collide; services that share a rank share one
dot and a bracket. Colour marks only moves of three places or more between the first and the last column, unless the
rows say themselves which of them are marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shadow_app.domain.language import say
from shadow_app.figures.ink import Ink
from shadow_app.figures.measure import LEAST_WIDTH, Measure, fitted, largest, nothing, sentence, widest
from shadow_app.figures.primitives import Dot, Figure, Item, Line, Text

MOVED = 3
"""Places from which a move is coloured."""

_SIZE = 9.0
_HEAD = 26.0


@dataclass(frozen=True)
class Column:
    """A ranking: its heading, and what to say over services that it does not know."""

    title: str
    missing: str = ""


@dataclass(frozen=True)
class SlopeRow:
    """A service's rank in each column, 1 first; None where that ranking does not know it."""

    label: str
    ranks: tuple[int | None, ...]
    key: str = ""
    marked: bool | None = None
    """Whether it is coloured; None leaves it to how far it moved."""


@dataclass(frozen=True)
class _Place:
    """Where a service stands in one column: its label's slot, and the dot that it may share."""

    rank: int | None
    label_y: float
    dot_y: float
    tied: bool


def places_moved(row: SlopeRow, rows: Sequence[SlopeRow]) -> int:
    """First rank − last rank: positive climbed. Unlisted services share the place after the last one; 0 if unseen."""
    first, last = row.ranks[0], row.ranks[-1]
    if last is None:
        return 0
    if first is None:
        listed = [other.ranks[0] for other in rows if other.ranks[0] is not None]
        if not listed:
            return 0
        first = max(listed) + 1
    return first - last


def slope(
    rows: Sequence[SlopeRow],
    columns: Sequence[Column],
    width: float,
    ink: Ink,
    measure: Measure,
    *,
    subject: str,
    row_height: float = 24,
) -> Figure:
    """Lines from the first to the last of two or three columns.

    Raises:
        ValueError: not two or three columns, or a row with another number of ranks.
    """
    if len(columns) not in (2, 3) or any(len(row.ranks) != len(columns) for row in rows):
        raise ValueError("a slope chart has two or three columns and one rank per column")
    if not rows:
        return nothing(subject, say("No ranking to compare yet."), width, ink, measure)
    chart = _Chart(rows, columns, max(width, LEAST_WIDTH), ink, measure, max(row_height, 18.0))
    facts = [_fact(row, columns) for row in rows]
    return Figure(chart.width, chart.height, sentence(subject, facts), tuple(chart.items()))


def _fact(row: SlopeRow, columns: Sequence[Column]) -> str:
    pairs = zip(columns, row.ranks, strict=True)
    said = (f"{one.title} {rank}" if rank is not None else one.missing or say("no rank") for one, rank in pairs)
    return f"{row.label} {', '.join(said).lower()}"


class _Chart:
    def __init__(
        self,
        rows: Sequence[SlopeRow],
        columns: Sequence[Column],
        width: float,
        ink: Ink,
        measure: Measure,
        row_height: float,
    ) -> None:
        self.rows, self.columns, self.width, self.ink, self.measure = rows, columns, width, ink, measure
        self.row_height = row_height
        self.moves = [places_moved(row, rows) for row in rows]
        self.strong = [self._strong(row, move) for row, move in zip(rows, self.moves, strict=True)]
        self.number = widest((str(r) for row in rows for r in row.ranks if r is not None), _SIZE, 600, measure)
        self.moved_room = widest(
            (f"▲ {abs(m)}" for m, strong in zip(self.moves, self.strong, strict=True) if strong), 8.5, 600, measure
        )
        share = 0.35 if len(columns) == 2 else 0.29
        moved = self.moved_room + 8 if self.moved_room else 0
        # However long the names are, the heading in the middle stays clear of those at its sides.
        between = widest((c.title for c in columns[1:-1]), 8.5, 600, measure) + 8
        room = min(width * share, (width - 2 * (self.number + 22) - moved - between) / 2)
        labels = [(row.label, room) for row in rows]
        self.size = largest((_SIZE, 8.5, 8.0), labels, 600, measure)
        longest = widest((row.label for row in rows), self.size, 600, measure)
        heads = widest((c.missing for c in columns), 8, 600, measure)
        self.label_room = min(max(longest, heads), room)
        left = self.label_room + self.number + 22
        right = width - self.label_room - self.number - 22 - moved
        self.xs = [left + (right - left) * i / (len(columns) - 1) for i in range(len(columns))]
        self.places: list[list[_Place]] = []
        for index in range(len(columns)):
            self.places.append(self._placed(index))

    @property
    def height(self) -> float:
        drawn = [place for c, column in enumerate(self.places) for i, place in enumerate(column) if self._drawn(c, i)]
        lowest = max(place.label_y for place in drawn)
        return lowest + self.row_height / 2 + 2

    @staticmethod
    def _strong(row: SlopeRow, move: int) -> bool:
        return move != 0 and (abs(move) >= MOVED if row.marked is None else row.marked)

    def _placed(self, index: int) -> list[_Place]:
        """Slots in order of rank; ties in the order of the column before, so that their lines do not cross."""
        before = self.places[index - 1] if index else None
        ranks = [row.ranks[index] for row in self.rows]

        def order(i: int) -> tuple[float, float, int]:
            rank = ranks[i]
            return (float("inf") if rank is None else rank, before[i].dot_y if before else 0, i)

        slots: dict[int, float] = {}
        slot = 0
        headed = False
        for i in sorted(range(len(ranks)), key=order):
            if ranks[i] is None and not headed:
                headed = True
                slot += 1  # the heading over the unknown ones stands in a slot of its own
            slots[i] = _HEAD + (slot + 0.5) * self.row_height
            slot += 1
        groups: dict[int, list[float]] = {}
        for i, rank in enumerate(ranks):
            if rank is not None:
                groups.setdefault(rank, []).append(slots[i])
        return [
            _Place(rank, slots[i], slots[i], tied=False)
            if rank is None
            else _Place(rank, slots[i], sum(groups[rank]) / len(groups[rank]), tied=len(groups[rank]) > 1)
            for i, rank in enumerate(ranks)
        ]

    def items(self) -> Iterator[Item]:
        yield from self._heads()
        for i in sorted(range(len(self.rows)), key=lambda i: (self.strong[i], abs(self.moves[i]))):
            yield from self._line(i)
        for i in sorted(range(len(self.rows)), key=lambda i: (self.strong[i], abs(self.moves[i]))):
            yield from self._dots(i)
        for column in range(1, len(self.columns) - 1):
            yield from self._stops(column)
        for i in range(len(self.rows)):
            yield from self._labels(i)
        for side in (0, len(self.columns) - 1):
            yield from self._brackets(side)
            yield from self._missing_head(side)

    def _colour(self, i: int) -> str:
        if not self.strong[i]:
            return self.ink.cool
        return self.ink.hot if self.moves[i] > 0 else self.ink.calm

    def _heads(self) -> Iterator[Item]:
        last = len(self.columns) - 1
        for index, (column, x) in enumerate(zip(self.columns, self.xs, strict=True)):
            room = self.label_room if index in (0, last) else self.width * 0.25
            title = fitted(column.title, room, 8.5, 600, self.measure)
            align = "right" if index == 0 else "left" if index == last else "centre"
            yield Text(x, 10, title, 8.5, self.ink.muted, 600, align)  # type: ignore[arg-type]
            yield Line(x, 18, x, self.height - 2, self.ink.track, 1)

    def _line(self, i: int) -> Iterator[Item]:
        strong = self.strong[i]
        known = [(self.xs[c], self.places[c][i]) for c in range(len(self.columns)) if self._drawn(c, i)]
        for (x1, start), (x2, end) in pairwise(known):
            unknown = start.rank is None or end.rank is None
            dash = (2.0, 3.5) if unknown else ()
            colour = self.ink.track if unknown and not strong else self._colour(i)
            yield Line(x1, start.dot_y, x2, end.dot_y, colour, 2.2 if strong else 1.1, dash)

    def _drawn(self, column: int, i: int) -> bool:
        """A service that nobody was asked about passes the middle column without a stop."""
        return column in (0, len(self.columns) - 1) or self.places[column][i].rank is not None

    def _dots(self, i: int) -> Iterator[Item]:
        strong, key = self.strong[i], self.rows[i].key
        for side in (0, len(self.columns) - 1):
            place, x = self.places[side][i], self.xs[side]
            if place.rank is None:
                yield Dot(x, place.dot_y, 2.8, self.ink.ground, self.ink.cool, 1.2, key)
            else:
                yield Dot(x, place.dot_y, 4.2 if strong else 3.0, self._colour(i), key=key)

    def _stops(self, column: int) -> Iterator[Item]:
        """A middle column's ranks stand in its dots: one for all who share it, coloured like the strongest mover."""
        x = self.xs[column]
        strongest: dict[int, int] = {}
        for i in sorted(range(len(self.rows)), key=lambda i: (self.strong[i], abs(self.moves[i]))):
            rank = self.places[column][i].rank
            if rank is not None:
                strongest[rank] = i
        for rank, i in strongest.items():
            y, strong = self.places[column][i].dot_y, self.strong[i]
            yield Dot(x, y, 7.5, self.ink.ground, self._colour(i), 1.4, self.rows[i].key)
            shown = self._colour(i) if strong else self.ink.muted
            yield Text(x, y + 2.7, str(rank), 7.5, shown, 600, "centre", self.rows[i].key)

    def _labels(self, i: int) -> Iterator[Item]:
        row, strong = self.rows[i], self.strong[i]
        weight = 600 if strong else 400
        label = fitted(row.label, self.label_room, self.size, weight, self.measure)
        for side, sign, align in ((0, -1, "right"), (len(self.columns) - 1, 1, "left")):
            place, x = self.places[side][i], self.xs[side]
            fill = self.ink.faint if place.rank is None else self._colour(i) if strong else self.ink.muted
            y = place.label_y + 3.2
            if place.rank is not None:
                at = x + sign * 12 + (self.number if sign > 0 else 0)
                yield Text(at, y, str(place.rank), _SIZE, fill, weight, "right", row.key)
            yield Text(x + sign * (19 + self.number), y, label, self.size, fill, weight, align, row.key)  # type: ignore[arg-type]
        if strong:
            mark = f"{'▲' if self.moves[i] > 0 else '▼'} {abs(self.moves[i])}"
            y = self.places[-1][i].label_y + 3.2
            yield Text(self.width, y, mark, 8.5, self._colour(i), 600, "right", row.key)

    def _brackets(self, side: int) -> Iterator[Item]:
        tied: dict[int, list[float]] = {}
        for place in self.places[side]:
            if place.tied and place.rank is not None:
                tied.setdefault(place.rank, []).append(place.label_y)
        x = self.xs[side] + (7 if side else -7)
        for ys in tied.values():
            yield Line(x, min(ys) - 5, x, max(ys) + 5, self.ink.cool, 1.2)

    def _missing_head(self, side: int) -> Iterator[Item]:
        ys = [place.label_y for place in self.places[side] if place.rank is None]
        if ys and self.columns[side].missing:
            words = fitted(self.columns[side].missing, self.label_room, 8, 600, self.measure)
            x = self.xs[side] + (1 if side else -1) * (19 + self.number)
            yield Text(x, min(ys) - self.row_height + 4.5, words, 8, self.ink.faint, 600, "left" if side else "right")

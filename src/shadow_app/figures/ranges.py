"""Ranges: where a service's hours lie with 80 % certainty. A dot for the best estimate, a band for what it may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shadow_app.domain.language import say
from shadow_app.figures.ink import Ink
from shadow_app.figures.measure import LEAST_WIDTH, Measure, fitted, nothing, sentence, widest
from shadow_app.figures.primitives import Dot, Figure, Item, Line, Rect, Text

_SIZE = 9.0
_BAND = 7.0
_GAP = 12.0


@dataclass(frozen=True)
class Span:
    """One row: `low` ≤ `mean` ≤ `high` in one unit, `shown` the range in words; `thin` greys weak evidence."""

    label: str
    low: float
    mean: float
    high: float
    shown: str
    thin: bool = False
    hot: bool = False
    key: str = ""


def ranges(
    rows: Sequence[Span], width: float, ink: Ink, measure: Measure, *, subject: str, row_height: float = 21
) -> Figure:
    """Bands from nothing at the left to the highest upper end at the right, in the order given."""
    if not rows:
        return nothing(subject, say("No service has been seen often enough to give a range."), width, ink, measure)
    width = max(width, LEAST_WIDTH)
    label_room = min(widest((row.label for row in rows), _SIZE, 600, measure), width * 0.34)
    shown_room = min(widest((row.shown for row in rows), _SIZE, 500, measure), width * 0.26)
    left = label_room + _GAP
    room = width - left - _GAP - shown_room
    top = max(max(row.high, row.mean) for row in rows) or 1.0
    items: list[Item] = [Line(left, 0, left, row_height * len(rows), ink.track, 1)]
    for place, row in enumerate(rows):
        middle = (place + 0.5) * row_height
        weight = 600 if row.hot else 400
        words = ink.muted if row.thin else ink.text
        label = fitted(row.label, label_room, _SIZE, weight, measure)
        items.append(Text(0, middle + 3.2, label, _SIZE, words, weight, key=row.key))
        items += _band(row, left, room, middle, top, ink)
        shown = fitted(row.shown, shown_room, _SIZE, 500, measure)
        items.append(Text(width, middle + 3.2, shown, _SIZE, words, 500, "right", row.key))
    facts = [f"{row.label} {row.shown}" for row in rows]
    return Figure(width, row_height * len(rows), sentence(subject, facts), tuple(items))


def _band(row: Span, left: float, room: float, middle: float, top: float, ink: Ink) -> Iterator[Item]:
    inset = 4.0
    low, mean, high = (
        left + inset + (room - 2 * inset) * min(max(x, 0), top) / top for x in (row.low, row.mean, row.high)
    )
    colour = ink.hot if row.hot and not row.thin else ink.cool
    yield Line(left, middle, left + room, middle, ink.track, 0.8)
    yield Rect(low, middle - _BAND / 2, max(high - low, 1.0), _BAND, colour, _BAND / 2, row.key)
    yield Dot(mean, middle, 3.4, ink.ground, ink.text if not row.thin else ink.muted, 1.6, row.key)

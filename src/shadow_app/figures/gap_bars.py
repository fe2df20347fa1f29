"""Two bars a row: what the field shows over what IT does about it. One scale, so that the gap is what one sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shadow_app.domain.language import say
from shadow_app.figures.ink import Ink
from shadow_app.figures.measure import LEAST_WIDTH, Measure, fitted, nothing, sentence, widest, wrapped
from shadow_app.figures.primitives import Dot, Figure, Item, Line, Rect, Text

_SIZE, _SMALL = 9.5, 8.5
_THICK = 8.0
_APART = 3.0
_GAP = 12.0
_LEGEND = 20.0
_LEADING = 11.5
_LEAST = 2.0
"""A bar of something stays visible, however small beside the longest."""


@dataclass(frozen=True)
class Pair:
    """One row: `field` and `desk` in one unit, both ≥ 0; `desk` None where nobody has counted.

    `low` and `high` bound the 80 % range of `field`. `hot` marks the few that matter.
    """

    label: str
    field: float
    desk: float | None
    field_shown: str
    desk_shown: str
    note: str = ""
    low: float | None = None
    high: float | None = None
    hot: bool = False
    key: str = ""


@dataclass(frozen=True)
class Legend:
    """What the upper and the lower bar are."""

    field: str
    desk: str


@dataclass(frozen=True)
class _Columns:
    label_room: float
    bar_x: float
    bar_room: float
    shown_x: float
    shown_room: float
    note_room: float
    width: float
    top: float


def gap_bars(
    rows: Sequence[Pair],
    legend: Legend,
    width: float,
    ink: Ink,
    measure: Measure,
    *,
    subject: str,
    row_height: float = 34,
) -> Figure:
    """Pairs of bars in the order given.

    Args:
        rows: what to draw.
        legend: the names of the two bars, drawn once above.
        width: points, at least `LEAST_WIDTH`.
        subject: what is compared, the start of the alternative text.
    """
    if not rows:
        return nothing(subject, say("Nothing to compare yet."), width, ink, measure)
    width = max(width, LEAST_WIDTH)
    at = _columns(rows, width, measure)
    items = list(_legend(legend, at, ink, measure))
    for place, row in enumerate(rows):
        items += _row(row, _LEGEND + place * row_height, row_height, at, ink, measure)
    facts = [
        f"{row.label}: {legend.field} {row.field_shown}, {legend.desk} {row.desk_shown}"
        + (f" ({row.note})" if row.note else "")
        for row in rows
    ]
    return Figure(width, _LEGEND + row_height * len(rows), sentence(subject, facts), tuple(items))


def _columns(rows: Sequence[Pair], width: float, measure: Measure) -> _Columns:
    label = min(widest((row.label for row in rows), _SIZE, 600, measure), width * 0.28)
    shown = (words for row in rows for words in (row.field_shown, row.desk_shown))
    shown_room = min(widest(shown, _SMALL, 600, measure), width * 0.22)
    note = min(widest((row.note for row in rows), _SMALL, 600, measure), width * 0.16)
    bar_x = label + _GAP
    bar_room = width - bar_x - _GAP - shown_room - (note + _GAP if note else 0)
    top = max(max(row.field, row.high or 0.0, row.desk or 0.0) for row in rows)
    return _Columns(label, bar_x, bar_room, bar_x + bar_room + _GAP, shown_room, note, width, max(top, 1e-9))


def _legend(legend: Legend, at: _Columns, ink: Ink, measure: Measure) -> Iterator[Item]:
    x = at.bar_x
    for words, fill in ((legend.field, ink.hot), (legend.desk, ink.cool)):
        room = at.width - x - 14
        yield Dot(x + 4, 7, 4, fill)
        shown = fitted(words, room, _SMALL, 500, measure)
        yield Text(x + 12, 10, shown, _SMALL, ink.muted, 500)
        x += 12 + measure(shown, _SMALL, 500) + 16


def _row(row: Pair, top: float, height: float, at: _Columns, ink: Ink, measure: Measure) -> Iterator[Item]:
    middle = top + height / 2
    upper, lower = middle - _APART / 2 - _THICK, middle + _APART / 2
    weight = 600 if row.hot else 400
    lines = wrapped(row.label, at.label_room, _SIZE, weight, measure, 2)
    first = middle + 3.4 - (len(lines) - 1) * _LEADING / 2
    for number, words in enumerate(lines):
        yield Text(0, first + number * _LEADING, words, _SIZE, ink.text, weight, key=row.key)
    yield Rect(at.bar_x, upper, at.bar_room, 2 * _THICK + _APART, ink.track, 3, row.key)
    yield from _bar(row.field, upper, at, ink.hot, row.key)
    yield from _whisker(row, upper + _THICK / 2, at, ink)
    yield from _bar(row.desk or 0.0, lower, at, ink.cool, row.key)
    for words, baseline, fill in (
        (row.field_shown, upper + _THICK - 0.6, ink.text),
        (row.desk_shown, lower + _THICK - 0.6, ink.muted),
    ):
        yield Text(
            at.shown_x, baseline, fitted(words, at.shown_room, _SMALL, 600, measure), _SMALL, fill, 600, key=row.key
        )
    if row.note:
        note = fitted(row.note, at.note_room, _SMALL, 600, measure)
        yield Text(at.width, middle + 3.2, note, _SMALL, ink.hot if row.hot else ink.muted, 600, "right", row.key)


def _bar(value: float, y: float, at: _Columns, fill: str, key: str) -> Iterator[Item]:
    if value > 0:
        yield Rect(at.bar_x, y, max(_LEAST, at.bar_room * min(value, at.top) / at.top), _THICK, fill, 2, key)


def _whisker(row: Pair, middle: float, at: _Columns, ink: Ink) -> Iterator[Item]:
    """Inside the bar it is drawn in the colour of the ground, or its lower half would not be seen."""
    if row.low is None or row.high is None or row.high <= row.low:
        return
    low, mean, high = (
        at.bar_x + at.bar_room * min(max(x, 0.0), at.top) / at.top for x in (row.low, row.field, row.high)
    )
    if low < mean:
        yield Line(low, middle, mean, middle, ink.ground, 1.2)
    if high > mean:
        yield Line(max(mean, low), middle, high, middle, ink.muted, 1.2)
        yield Line(high, middle - 2.4, high, middle + 2.4, ink.muted, 1.2)

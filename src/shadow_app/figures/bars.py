"""Ranked bars: label, bar with its 80 % range, value and a remark at fixed columns. No axis, no grid, no legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shadow_app.domain.language import say
from shadow_app.figures.ink import Ink
from shadow_app.figures.measure import LEAST_WIDTH, Measure, fitted, nothing, sentence, widest
from shadow_app.figures.primitives import Figure, Item, Line, Rect, Text

_SIZE, _SMALL = 9.5, 8.5
_THICK = 13.0
_GAP = 12.0


@dataclass(frozen=True)
class Bar:
    """One row. `shown` is the value in words, `low` and `high` bound its 80 % range in the unit of `value`.

    `hot` marks the few that matter; `thin` greys a row that little evidence stands behind.
    """

    label: str
    value: float
    shown: str
    note: str = ""
    low: float | None = None
    high: float | None = None
    hot: bool = False
    thin: bool = False
    key: str = ""


@dataclass(frozen=True)
class _Columns:
    label_x: float
    label_room: float
    bar_x: float
    bar_room: float
    value_x: float
    note_room: float


def bars(
    rows: Sequence[Bar], width: float, ink: Ink, measure: Measure, *, subject: str, row_height: float = 28
) -> Figure:
    """Bars in the order given, largest first by custom, at most as long as the longest value or range.

    Args:
        rows: what to draw; values below nothing are drawn as nothing.
        width: points, at least `LEAST_WIDTH`.
        subject: what is ranked, the start of the alternative text ("Hours lost a year by service").
    """
    if not rows:
        return nothing(subject, say("Nothing to rank yet."), width, ink, measure)
    width = max(width, LEAST_WIDTH)
    columns = _columns(rows, width, measure)
    top = max(max(row.value, row.high or 0) for row in rows)
    items = [
        item
        for place, row in enumerate(rows)
        for item in _row(row, place, row_height, columns, max(top, 1e-9), width, ink, measure)
    ]
    facts = [f"{row.label} {row.shown}" + (f" ({row.note})" if row.note else "") for row in rows]
    return Figure(width, row_height * len(rows), sentence(subject, facts), tuple(items))


def _columns(rows: Sequence[Bar], width: float, measure: Measure) -> _Columns:
    label_x = widest([str(len(rows))], _SMALL, 600, measure) + 9
    label_room = min(widest((row.label for row in rows), _SIZE, 600, measure), width * 0.32)
    value = min(widest((row.shown for row in rows), _SIZE, 600, measure), width * 0.20)
    note = min(widest((row.note for row in rows), _SMALL, 400, measure), width * 0.22)
    right = value + (note + _GAP if note else 0)
    bar_x = label_x + label_room + _GAP
    bar_room = width - bar_x - _GAP - right
    return _Columns(label_x, label_room, bar_x, bar_room, bar_x + bar_room + _GAP, note)


def _row(
    row: Bar, place: int, height: float, at: _Columns, top: float, width: float, ink: Ink, measure: Measure
) -> Iterator[Item]:
    middle = (place + 0.5) * height
    baseline = middle + 3.4
    weight = 600 if row.hot else 400
    words = ink.muted if row.thin else ink.text
    value_room = width - at.value_x - (at.note_room + _GAP if at.note_room else 0)
    yield Text(0, baseline, str(place + 1), _SMALL, ink.faint, 600)
    yield Text(
        at.label_x,
        baseline,
        fitted(row.label, at.label_room, _SIZE, weight, measure),
        _SIZE,
        words,
        weight,
        key=row.key,
    )
    yield Rect(at.bar_x, middle - _THICK / 2, at.bar_room, _THICK, ink.track, 3)
    length = max(3.0, at.bar_room * row.value / top) if row.value > 0 else 0.0
    fill = ink.hot if row.hot and not row.thin else ink.cool
    yield Rect(at.bar_x, middle - _THICK / 2, length, _THICK, fill, 3, row.key)
    yield from _whisker(row, at, middle, top, ink)
    value_ink = ink.hot if row.hot and not row.thin else words
    yield Text(
        at.value_x, baseline, fitted(row.shown, value_room, _SIZE, 600, measure), _SIZE, value_ink, 600, key=row.key
    )
    if row.note:
        note = fitted(row.note, at.note_room, _SMALL, 400, measure)
        yield Text(width, baseline, note, _SMALL, ink.muted, align="right", key=row.key)


def _whisker(row: Bar, at: _Columns, middle: float, top: float, ink: Ink) -> Iterator[Item]:
    """The lower half lies inside the bar and must stay visible there, so it is drawn in the colour of the ground."""
    if row.low is None or row.high is None or row.high <= row.low:
        return
    low, mean, high = (at.bar_x + at.bar_room * min(max(x, 0), top) / top for x in (row.low, row.value, row.high))
    if low < mean:
        yield Line(low, middle, min(mean, high), middle, ink.ground, 1.3)
        yield Line(low, middle - 2.6, low, middle + 2.6, ink.ground, 1.3)
    if high > mean:
        yield Line(max(mean, low), middle, high, middle, ink.muted, 1.3)
        yield Line(high, middle - 2.6, high, middle + 2.6, ink.muted, 1.3)

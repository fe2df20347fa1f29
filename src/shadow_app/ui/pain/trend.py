"""The trend of one pain point as a figure, with months in which nobody was out left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from shadow_app.figures.ink import Ink
from shadow_app.figures.measure import Measure
from shadow_app.figures.primitives import Figure
from shadow_app.figures.trend import Stretch, trend
from shadow_app.insight.trend import TrendPoint
from shadow_app.ui import amounts
from shadow_app.ui.dates import day_words
from shadow_app.ui.figure_view import Draw
from shadow_app.ui.pain.facts import times
from shadow_app.ui.pain.words import translate

_MOST = 36
"""Columns; of a longer story the newest are drawn."""


def draw_trend(points: Sequence[TrendPoint], changed_on: date | None = None) -> Draw:
    """How to draw it; what lies after `changed_on` has the colour of what is well."""
    stretches = tuple(_stretches(points, changed_on))[-_MOST:]
    subject = translate("PainTrend", "How often it is met in ten hours of watching")

    def draw(width: float, ink: Ink, measure: Measure) -> Figure:
        return trend(stretches, width, ink, measure, subject=subject)

    return draw


def trend_sentence(points: Sequence[TrendPoint]) -> str:
    """What the columns count."""
    if not points:
        return translate("PainTrend", "Nobody has watched one of its places for long enough to tell.")
    per = (
        translate("PainTrend", "Each column is a month")
        if points[0].monthly
        else translate("PainTrend", "Each column is a visit")
    )
    words = translate(
        "PainTrend",
        "{per}: times met in ten hours of watching. Visits on which it could have been met and was not count as none.",
    )
    return words.format(per=per)


def _stretches(points: Sequence[TrendPoint], changed_on: date | None) -> Iterator[Stretch]:
    before: TrendPoint | None = None
    for point in points:
        if before is not None and point.monthly:
            yield from (_gap(month) for month in _months_between(before.on, point.on))
        words = translate("PainTrend", "{times} in {hours} h")
        yield Stretch(
            label=day_words(point.on, "MMM yy" if point.monthly else "d MMM"),
            rate=point.rate * 10,
            shown=amounts.short(float(point.rate) * 10, 1),
            about=words.format(
                times=times(point.seen) if point.seen else "0", hours=amounts.short(float(point.hours), 1)
            ),
            after=changed_on is not None and point.on >= changed_on,
        )
        before = point


def _gap(month: date) -> Stretch:
    return Stretch(day_words(month, "MMM yy"), None, "–", translate("PainTrend", "nobody was out"))


def _months_between(first: date, last: date) -> Iterator[date]:
    year, month = first.year, first.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if (year, month) >= (last.year, last.month):
            return
        yield date(year, month, 1)

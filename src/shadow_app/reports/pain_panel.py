"""One pain of the immersion report: what follows from it beside what it costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shadow_app.domain.language import mark, say
from shadow_app.domain.vocabulary import Lane
from shadow_app.domain.words import LANES
from shadow_app.reports import amounts, look, wording
from shadow_app.reports.flow import Column, Panel
from shadow_app.reports.immersion import Pain
from shadow_app.reports.pen import Pen

ORDER = mark("In the order of the harm that they do, which hours alone do not tell.")
"""Said over pains, because the first one need not cost the most hours."""

_RIGHT = 124.0

LANE_COLOURS = {
    Lane.DAMAGING: (look.HOT_TEXT, look.HOT_SOFT),
    Lane.TIME_CRITICAL: (look.SUN_TEXT, look.SUN_SOFT),
    Lane.PLAN: (look.MUTED, look.TRACK),
    Lane.DEFERRABLE: (look.CALM, look.CALM_SOFT),
}


def _left() -> float:
    return look.inner() - 22 - _RIGHT - 16


def pain_panel(
    pain: Pain, place: int, currency: str, pen: Pen, *, grey: bool, at_stake: str = "", more: Sequence[Any] = ()
) -> Panel:
    """One pain: what follows from it and what people say at the left, what it costs at the right.

    `grey` is how thin evidence looks beside better: where there is nothing better it would only dull the page.
    `more` is set below, at the left.
    """
    words = look.MUTED if grey else look.TEXT
    left: list[Any] = [_title(pain, words, pen, grey=grey)]
    left += pen.prose(pain.consequence, look.Style(9, 12.4, 400, words, 2))
    if at_stake:
        left += pen.prose(say("At stake: {at_stake}", at_stake=at_stake), look.Style(9, 12.4, 400, words, 2))
    if pain.quote:
        by = f" — {pain.quote_by}" if pain.quote_by else ""
        left += pen.prose(wording.quoted(pain.quote) + by, look.Style(9, 12.4, 500, look.MUTED, 2))
    marks = [pain.service, wording.evidence(pain.evidence)]
    if not pain.graded:
        marks.append(say("damage not graded yet"))
    if pain.extrapolated:
        marks.append(say("partly carried over to sites not visited"))
    left += pen.prose(" · ".join(mark for mark in marks if mark), look.Style(7.8, 10.5, 400, look.FAINT))
    left += more

    def right(canvas: Any, width: float, height: float) -> None:
        canvas.setStrokeColor(look.rgb(look.HAIRLINE))
        canvas.setLineWidth(0.6)
        canvas.line(0, height - 0.3, width, height - 0.3)
        number = look.FAINT if grey else look.HOT
        pen.line(canvas, 0, height - 18, str(place), 13, 700, number)
        _cost(canvas, pen, pain, currency, width - _RIGHT, height, grey)

    return Panel([Column(22, _left(), left)], right, pad=(6, 5), least=51)


def _title(pain: Pain, colour: str, pen: Pen, *, grey: bool) -> Panel:
    """The title, with the lane in a pill at its right."""
    wide = pill_width(pen, pain.lane)

    def lane(canvas: Any, width: float, height: float) -> None:
        pill(canvas, pen, _left() - wide, height - 11, pain.lane, grey=grey)

    title = pen.prose(pain.title, look.Style(10.6, 14, 600, colour))
    return Panel([Column(0, _left() - wide - 10, title)], lane, least=15, after=2)


def _cost(canvas: Any, pen: Pen, pain: Pain, currency: str, x: float, height: float, grey: bool) -> None:
    if not pain.minutes_known:
        pen.line(canvas, x, height - 18, say("Minutes not known"), 10, 600, look.MUTED)
        return
    shown = amounts.hours(pain.hours.value)
    pen.line(canvas, x, height - 20, shown, 16, 700, look.FAINT if grey else look.HOT)
    pen.line(canvas, x + pen.width(shown, 16, 700) + 4, height - 20, say("hours a year"), 8.4, 500, look.MUTED)
    y = height - 32
    for words in (wording.likely(pain.hours), _money(pain, currency)):
        if words:
            pen.line(canvas, x, y, pen.fit(words, _RIGHT, 8.4), 8.4, 400, look.MUTED)
            y -= 11


def _money(pain: Pain, currency: str) -> str:
    return say("about {money} a year", money=amounts.money(pain.money, currency)) if pain.money else ""


def pill_width(pen: Pen, lane: Lane) -> float:
    """How wide a lane's pill is, in points."""
    return pen.width(LANES[lane], 7.4, 600) + 14


def pill(canvas: Any, pen: Pen, x: float, baseline: float, lane: Lane, *, grey: bool = False) -> None:
    """The lane in a soft pill."""
    ink, soft = (look.MUTED, look.TRACK) if grey else LANE_COLOURS[lane]
    canvas.setFillColor(look.rgb(soft))
    canvas.roundRect(x, baseline - 4, pill_width(pen, lane), 13.5, 6.75, stroke=0, fill=1)
    pen.line(canvas, x + 7, baseline, LANES[lane], 7.4, 600, ink)

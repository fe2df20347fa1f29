"""One pain of the immersion report: what follows from it beside what it costs."""

from __future__ import annotations

from typing import Any

from shadow_app.reports import amounts, look, wording
from shadow_app.reports.blocks import pill
from shadow_app.reports.flow import Column, Panel
from shadow_app.reports.immersion import Pain
from shadow_app.reports.pen import Pen

_RIGHT = 124.0


def pain_panel(pain: Pain, place: int, currency: str, pen: Pen) -> Panel:
    """One pain: what follows from it and what people say at the left, what it costs at the right."""
    grey = pain.evidence.thin
    words = look.MUTED if grey else look.TEXT
    left = pen.prose(pain.title, look.Style(10.6, 14, 600, words, 1))
    left += pen.prose(pain.consequence, look.Style(9, 12.4, 400, words, 2))
    if pain.quote:
        by = f" — {pain.quote_by}" if pain.quote_by else ""
        left += pen.prose(wording.quoted(pain.quote) + by, look.Style(9, 12.4, 500, look.MUTED, 2))
    marks = [pain.service, wording.evidence(pain.evidence)]
    if not pain.graded:
        marks.append("damage not graded yet")
    if pain.extrapolated:
        marks.append("partly carried over to sites not visited")
    left += pen.prose(" · ".join(mark for mark in marks if mark), look.Style(7.8, 10.5, 400, look.FAINT))

    def right(canvas: Any, width: float, height: float) -> None:
        canvas.setStrokeColor(look.rgb(look.HAIRLINE))
        canvas.setLineWidth(0.6)
        canvas.line(0, height - 0.3, width, height - 0.3)
        number = look.FAINT if grey else look.HOT
        pen.line(canvas, 0, height - 19, str(place), 13, 700, number)
        _cost(canvas, pen, pain, currency, width - _RIGHT, height, number)

    return Panel([Column(22, look.INNER - 22 - _RIGHT - 16, left)], right, pad=(6, 5), least=68)


def _cost(canvas: Any, pen: Pen, pain: Pain, currency: str, x: float, height: float, ink: str) -> None:
    if not pain.minutes_known:
        pen.line(canvas, x, height - 19, "Minutes not known", 10, 600, look.MUTED)
        pill(canvas, pen, x, height - 38, pain.lane, grey=pain.evidence.thin)
        return
    shown = amounts.hours(pain.hours.value)
    pen.line(canvas, x, height - 22, shown, 17, 700, ink)
    pen.line(canvas, x + pen.width(shown, 17, 700) + 4, height - 22, "hours a year", 8.4, 500, look.MUTED)
    y = height - 35
    for words in (wording.likely(pain.hours), _money(pain, currency)):
        if words:
            pen.line(canvas, x, y, pen.fit(words, _RIGHT, 8.4), 8.4, 400, look.MUTED)
            y -= 12
    pill(canvas, pen, x, y - 4, pain.lane, grey=pain.evidence.thin)


def _money(pain: Pain, currency: str) -> str:
    return f"about {amounts.money(pain.money, currency)} a year" if pain.money else ""

"""The annex of the priorities report: every service, how well the lists agree, how the figures are made."""

from __future__ import annotations

from typing import Any

from shadow_app.domain.language import mark, say
from shadow_app.reports import amounts, look, wording
from shadow_app.reports.blocks import said, section
from shadow_app.reports.method_pdf import method
from shadow_app.reports.page import ANNEX, new_page
from shadow_app.reports.parts import RankPlace
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Field, Ledger, Places
from shadow_app.reports.priorities import PrioritiesReport, ServicePlace

_ALL = (
    Field("", 5),
    Field(mark("Service"), 30),
    Field(mark("Hours a year"), 15, right=True),
    Field(mark("80 % range"), 18, right=True),
    Field(mark("Weighted"), 13, right=True),
    Field(mark("In top 3"), 11, right=True),
    Field(mark("IT"), 6, right=True),
    Field(mark("Said"), 7, right=True),
    Field(mark("Evidence"), 30, indent=14),
)


def annex(report: PrioritiesReport, pen: Pen, places: Places) -> list[Any]:
    """Everything that a reader may want to check."""
    flow: list[Any] = [*new_page(ANNEX)]
    flow += section(
        pen, places, "all", say("Every service"), say("In the order of the weighted hours."), needs=80, before=0
    )
    ranks = {place.service: place for place in report.ranks}
    rows = [_line(number, service, ranks.get(service.service)) for number, service in enumerate(report.services, 1)]
    if rows:
        flow.append(Ledger(pen, _ALL, rows, grey=[service.evidence.thin for service in report.services]))
    else:
        flow += said(pen, say("No service has been seen yet."))
    if any(service.evidence.thin and service.in_top_three is not None for service in report.services):
        flow += pen.prose(say("Grey lines rest on little: they have a chance instead of a place."), look.SMALL_MUTED)
    unseen = tuple(place.service for place in report.ranks if place.observed is None)
    if unseen:
        flow += pen.prose(
            say("No evidence yet, which is not the same as no pain: {unseen}.", unseen=wording.joined(unseen, 40)),
            look.SMALL_MUTED,
        )
    if report.agreement:
        flow += section(pen, places, "agreement", say("How well the lists agree"), needs=50)
        for words in report.agreement:
            flow += pen.prose(words, look.SMALL)
    flow += section(pen, places, "method", say("How the figures are made"), needs=160)
    return flow + method(report.method, pen)


def _line(number: int, service: ServicePlace, place: RankPlace | None) -> tuple[str, ...]:
    return (
        "" if service.evidence.thin and service.in_top_three is not None else str(number),
        service.service,
        amounts.hours(service.hours.value),
        amounts.hours_range(service.hours),
        amounts.tenths(service.weighted),
        amounts.percent(service.in_top_three) if service.in_top_three is not None else "",
        str(place.assumed) if place and place.assumed is not None else "–",
        str(place.stated) if place and place.stated is not None else "–",
        wording.notes_and_visits(service.evidence),
    )

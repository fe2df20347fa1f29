"""Visits without names, one line each."""

from __future__ import annotations

from shadow_app.domain.language import mark, say
from shadow_app.domain.words import HOSTS, TYPICALITY
from shadow_app.reports import amounts
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Field, Ledger
from shadow_app.reports.unit import VisitMade

_VISITS = (
    Field("", 7),
    Field(mark("Where"), 30),
    Field(mark("With"), 22),
    Field(mark("When"), 24),
    Field(mark("There for"), 14, right=True),
    Field(mark("Notes"), 9, right=True),
    Field(mark("The day"), 30, indent=14),
)


def visit_table(visits: tuple[VisitMade, ...], pen: Pen) -> Ledger:
    """One line a visit."""
    return Ledger(pen, _VISITS, [_visit(visit) for visit in visits])


def _visit(visit: VisitMade) -> tuple[str, ...]:
    return (
        visit.ref,
        visit.site,
        visit.who,
        when(visit),
        amounts.duration(visit.hours),
        amounts.grouped(visit.notes),
        day_words(visit),
    )


def when(visit: VisitMade) -> str:
    """The day, or the month alone."""
    return amounts.month(visit.on) if visit.month_only else amounts.day(visit.on)


def day_words(visit: VisitMade) -> str:
    """`busy, manager’s pick, after Handheld 6.2`."""
    parts = [
        TYPICALITY[visit.typicality] if visit.typicality else "",
        HOSTS[visit.host_selection] if visit.host_selection else "",
        say("after {release}", release=visit.release) if visit.release else "",
    ]
    return ", ".join(part for part in parts if part) or say("not asked")

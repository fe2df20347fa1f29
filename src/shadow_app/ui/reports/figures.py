"""The figures of a report for the screen: the same data as on paper, in the theme's ink."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from shadow_app.figures.bars import Bar, bars
from shadow_app.figures.share import Share, share_bar
from shadow_app.figures.slope import Column, SlopeRow, slope
from shadow_app.figures.timeline import day_strip
from shadow_app.reports import amounts
from shadow_app.reports.every import Report
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.parts import RankPlace
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.reports.programme import ProgrammeReport
from shadow_app.reports.unit import UnitReport
from shadow_app.ui.figure_view import Draw

translate = QCoreApplication.translate

CHARTED = 15
HOT = 3

_DAY = "The day in 120 words"
_SURPRISES = "What surprised us"
_COSTS = "What costs the business most"
_BLIND = "Where IT did not look"
_BELIEVED = "What IT believed"


def figures_of(report: Report) -> dict[str, Draw]:
    """Figures by the heading of the Markdown report under which each belongs."""
    match report:
        case ImmersionReport():
            return _of_visit(report)
        case PrioritiesReport():
            return _of_priorities(report)
        case UnitReport() | ProgrammeReport():
            return _of_many_visits(report)
    return {}


def _of_many_visits(report: UnitReport | ProgrammeReport) -> dict[str, Draw]:
    found: dict[str, Draw] = {}
    if any(place.assumed for place in report.ranks):
        found[_BELIEVED] = _slope(report.ranks, translate("ReportFigures", "The field showed"))
    if report.blind is not None:
        found[_BLIND] = _share(report.blind.share)
    return found


def _of_visit(report: ImmersionReport) -> dict[str, Draw]:
    found: dict[str, Draw] = {}
    day = report.day
    if day.stretches or day.marks:
        subject = translate("ReportFigures", "The day at {site}").format(site=report.strip.site)
        found[_DAY] = lambda width, ink, measure: day_strip(
            day.stretches, day.marks, width, ink, measure, subject=subject
        )
    if report.ranks:
        found[_SURPRISES] = _slope(report.ranks, translate("ReportFigures", "The day showed"))
    return found


def _of_priorities(report: PrioritiesReport) -> dict[str, Draw]:
    found: dict[str, Draw] = {}
    if report.services:
        found[_COSTS] = _bars(report)
    if report.blind is not None:
        found[_BLIND] = _share(report.blind.share)
    return found


def _share(share: float) -> Draw:
    parts = [
        Share(translate("ReportFigures", "in the lower half of IT’s list"), share, amounts.percent(share), "hot"),
        Share(translate("ReportFigures", "in the upper half"), 1 - share, amounts.percent(1 - share), "cool"),
    ]
    subject = translate("ReportFigures", "What hurts, by where it stands on IT’s list")
    return lambda width, ink, measure: share_bar(parts, width, ink, measure, subject=subject)


def _bars(report: PrioritiesReport) -> Draw:
    rows = [
        Bar(
            label=one.service,
            value=one.hours.value,
            shown=f"{amounts.hours(one.hours.value)} h",
            note=amounts.money(one.money, report.currency) if one.money else "",
            low=one.hours.low,
            high=one.hours.high,
            hot=place < HOT and not one.evidence.thin,
            thin=one.evidence.thin,
        )
        for place, one in enumerate(report.services[:CHARTED])
    ]
    subject = translate("ReportFigures", "Hours lost a year by service")
    return lambda width, ink, measure: bars(rows, width, ink, measure, subject=subject)


def _slope(ranks: Sequence[RankPlace], showed: str) -> Draw:
    columns = [
        Column(translate("ReportFigures", "IT assumed"), translate("ReportFigures", "Not on IT’s list")),
        Column(showed, translate("ReportFigures", "Not seen")),
    ]
    seen = [place for place in ranks if place.observed is not None or place.assumed is not None][:CHARTED]
    rows = [SlopeRow(place.service, (place.assumed, place.observed)) for place in seen]
    subject = translate("ReportFigures", "IT’s list and what was seen")
    return lambda width, ink, measure: slope(rows, columns, width, ink, measure, subject=subject)

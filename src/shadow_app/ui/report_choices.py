"""Which reports can be made: one for every visit that has begun, one for every unit, one for all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta, timezone
from typing import Literal
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.bootstrap import Shadow
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.vocabulary import VisitState
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.ui import amounts
from shadow_app.ui.two_line_list import TwoLines
from shadow_app.usecases.reporting import Report

translate = QCoreApplication.translate

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
"""What some file system does not take in a name."""


@dataclass(frozen=True)
class Choice:
    """One report to make: on a visit, on a unit, or on all units (`id` None)."""

    kind: Literal["visit", "priorities"]
    id: UUID | None


@dataclass(frozen=True)
class Choices:
    """Everything to choose from."""

    visits: tuple[TwoLines, ...]
    priorities: tuple[TwoLines, ...]


def read_choices(shadow: Shadow) -> Choices:
    """On the reading thread."""
    begun = (VisitState.LIVE, VisitState.DEBRIEF, VisitState.REVIEWED)
    cards = shadow.planning.visits(begun)
    firms = {firm.id: firm.name for firm in shadow.catalogue.firms()}
    units = [
        TwoLines(Choice("priorities", unit.id), unit.name, firms.get(unit.organisation_id, ""))
        for unit in shadow.catalogue.units()
    ]
    everything = TwoLines(
        Choice("priorities", None),
        translate("ReportChoices", "All units"),
        translate("ReportChoices", "The services of the whole business"),
    )
    return Choices(tuple(_visit(card) for card in cards), (*units, everything) if cards else ())


def _visit(card: VisitCard) -> TwoLines:
    start = card.visit.starts_at.astimezone(timezone(timedelta(minutes=card.visit.utc_offset)))
    about = " · ".join((amounts.day(start), card.role, amounts.notes(card.notes)))
    return TwoLines(Choice("visit", card.visit.id), card.site, about)


def make_report(shadow: Shadow, choice: Choice) -> tuple[Report, str]:
    """The report, and its Markdown edition for the preview; on the reading thread."""
    report: Report
    if choice.kind == "visit":
        assert choice.id is not None
        report = shadow.reporting.visit(choice.id)
    else:
        report = shadow.reporting.priorities(choice.id)
    return report, shadow.reporting.printed(report, ".md").content.decode()


def title_of(report: Report) -> str:
    """What the report is called on the screen."""
    if isinstance(report, ImmersionReport):
        return translate("ReportChoices", "A day at {site}").format(site=report.strip.site)
    where = report.unit or translate("ReportChoices", "All units")
    return translate("ReportChoices", "Priorities of {unit}").format(unit=where)


def file_name(report: Report) -> str:
    """A name for the file, without its ending. A day that would point at a person is left out (`domain.md` §2.4)."""
    if isinstance(report, ImmersionReport):
        start = report.strip.starts_at
        when = f"{start:%Y-%m}" if report.strip.month_only else f"{start:%Y-%m-%d}"
        name = f"{translate('ReportChoices', 'Visit')} {report.strip.site} {when}"
    else:
        name = _of_unit(report)
    return " ".join(_FORBIDDEN.sub(" ", name).split()).strip(". ")[:120]


def _of_unit(report: PrioritiesReport) -> str:
    where = report.unit or translate("ReportChoices", "All units")
    return f"{translate('ReportChoices', 'Priorities')} {where} {report.made_on:%Y-%m-%d}"

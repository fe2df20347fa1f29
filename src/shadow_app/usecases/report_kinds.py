"""Which report is meant by a kind and a subject."""

from __future__ import annotations

from uuid import UUID

from shadow_app.domain.errors import NotFound
from shadow_app.domain.language import say
from shadow_app.domain.record import TEAM
from shadow_app.domain.record_words import value_word
from shadow_app.domain.vocabulary import ReportKind
from shadow_app.reports.every import Report
from shadow_app.usecases.reporting import Reporting


def make(reporting: Reporting, kind: ReportKind, subject_id: UUID = TEAM) -> Report:
    """The report as it stands now.

    Args:
        reporting: makes each of them.
        kind: which report.
        subject_id: its visit, unit or site; TEAM where it is about everything.

    Raises:
        NotFound: there is nothing of that kind with this id.
    """
    chosen = None if subject_id == TEAM else subject_id
    match kind:
        case ReportKind.PROGRAMME:
            return reporting.programme()
        case ReportKind.PRIORITIES:
            return reporting.priorities(chosen)
        case ReportKind.DESK:
            return reporting.desk_of(chosen)
    if chosen is None:
        raise NotFound(
            say(
                "The report “{kind}” needs to know about what; choose one of the list.",
                kind=value_word(ReportKind, kind),
            )
        )
    match kind:
        case ReportKind.VISIT:
            return reporting.visit(chosen)
        case ReportKind.RELEASE:
            return reporting.release(chosen)
        case ReportKind.UNIT:
            return reporting.unit(chosen)
        case ReportKind.YOU_SAID:
            return reporting.you_said(chosen)

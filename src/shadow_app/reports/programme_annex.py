"""The annex of the programme report: every visit and place, the notes behind the dearest pains, how sums are made."""

from __future__ import annotations

from typing import Any

from shadow_app.domain.language import say
from shadow_app.reports import amounts
from shadow_app.reports.blocks import said, section
from shadow_app.reports.claims import REFERENCES, Claim
from shadow_app.reports.contents import Entry, contents
from shadow_app.reports.immersion import LogChapter
from shadow_app.reports.immersion_annex import chapter_of
from shadow_app.reports.method_pdf import method
from shadow_app.reports.page import ANNEX, new_page
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places
from shadow_app.reports.programme import ProgrammeReport
from shadow_app.reports.programme_reach import place_table
from shadow_app.reports.unit_annex import UNREVIEWED, behind
from shadow_app.reports.unit_table import visit_table

PANELS = 5
"""Pains that are shown before the annex with all that is known of them, their notes' references included."""


def _not_told_before(report: ProgrammeReport) -> tuple[Claim, ...]:
    """Pains whose references the panels do not give, or not all of them; all pains where none has any."""
    if not any(claim.sources for claim in report.claims):
        return report.claims
    return tuple(
        claim
        for place, claim in enumerate(report.claims)
        if claim.sources and (place >= PANELS or len(claim.sources) > REFERENCES)
    )


def annex(report: ProgrammeReport, pen: Pen, places: Places) -> list[Any]:
    """Everything that a reader may want to check."""
    entries: list[Entry] = [("every-visit", say("Every visit")), ("every-place", say("Every site and role"))]
    elsewhere = _not_told_before(report)
    entries += [("behind", say("Which notes stand behind which pain"))] if elsewhere else []
    entries += [(f"notes-{index}", one.title) for index, one in enumerate(report.behind)]
    front, end = contents(pen, places, [*entries, ("method", say("How the figures are made"))])
    flow: list[Any] = [*new_page(ANNEX), *front]
    numbered = say("Numbered for this report alone, so that no number gives a day away.")
    flow += section(pen, places, "every-visit", say("Every visit"), numbered, needs=60, before=0)
    flow += [visit_table(report.visits, pen)] if report.visits else said(pen, say("There was none."))
    flow += section(pen, places, "every-place", say("Every site and role"), say("The least seen first."), needs=60)
    flow += [place_table(report.places, pen)] if report.places else said(pen, say("Nobody is counted yet."))
    where = say("Those of the dearest pains are printed below, all of them in the reports of the units.")
    flow += behind(elsewhere, where, pen, places) if elsewhere else []
    sub = say("Accepted notes only. People appear by role.")
    flow += section(pen, places, "notes", say("The notes behind the dearest pains"), sub, needs=150)
    if not report.behind:
        flow += said(pen, say(UNREVIEWED))
    for index, one in enumerate(report.behind):
        # Notes of many days stand together here, so their hours of the day would mean nothing.
        flow += chapter_of(LogChapter(one.title, one.entries, month_only=True), f"notes-{index}", pen, places)
        if one.more:
            flow += said(
                pen, say("{grouped} more stand in the reports of the units.", grouped=amounts.grouped(one.more))
            )
    flow += section(pen, places, "method", say("How the figures are made"), needs=160)
    return flow + method(report.method, pen) + end

"""The annex of the business unit report: every visit, the accepted notes visit by visit, and how the sums are made."""

from __future__ import annotations

from functools import partial
from typing import Any

from shadow_app.domain.language import mark, say
from shadow_app.reports import look
from shadow_app.reports.blocks import said, section
from shadow_app.reports.claims import Claim
from shadow_app.reports.contents import Entry, contents
from shadow_app.reports.flow import Later
from shadow_app.reports.immersion_annex import chapter_of
from shadow_app.reports.method_pdf import method
from shadow_app.reports.page import ANNEX, new_page
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places
from shadow_app.reports.unit import UnitReport
from shadow_app.reports.unit_table import visit_table

UNREVIEWED = mark("No note has been accepted yet, so no word of anybody is printed here.")
_LISTED = 400
_AT_ONCE = 60


def annex(report: UnitReport, pen: Pen, places: Places) -> list[Any]:
    """Contents if there is much, then visits, notes behind each pain, log and method."""
    entries: list[Entry] = [("every-visit", say("Every visit")), ("behind", say("Which notes stand behind which pain"))]
    entries += [(f"log-{index}", one.title) for index, one in enumerate(report.log)]
    front, end = contents(pen, places, [*entries, ("method", say("How the figures are made"))])
    flow: list[Any] = [*new_page(ANNEX), *front]
    numbered = say("Numbered for this report alone, so that no number gives a day away.")
    flow += section(pen, places, "every-visit", say("Every visit"), numbered, needs=60, before=0)
    flow += [visit_table(report.visits, pen)] if report.visits else said(pen, say("There was none."))
    flow += behind(report.claims, say("The notes are printed visit by visit below."), pen, places)
    flow += section(
        pen, places, "log", say("What we wrote down"), say("Accepted notes only. People appear by role."), needs=60
    )
    if not report.log:
        flow += said(pen, say(UNREVIEWED))
    for index, one in enumerate(report.log):
        flow += chapter_of(one, f"log-{index}", pen, places)
    flow += section(pen, places, "method", say("How the figures are made"), needs=160)
    return flow + method(report.method, pen) + end


def behind(claims: tuple[Claim, ...], sub: str, pen: Pen, places: Places) -> list[Any]:
    """Every reference of every pain, so that each claim can be followed to what was seen; `sub` says where."""
    flow = section(pen, places, "behind", say("Which notes stand behind which pain"), sub, needs=50)
    told = [claim for claim in claims if claim.sources]
    if not told:
        return flow + said(pen, say(UNREVIEWED))
    return flow + [
        Later(partial(_sources, told[start : start + _AT_ONCE], pen)) for start in range(0, len(told), _AT_ONCE)
    ]


def _sources(claims: list[Claim], pen: Pen) -> list[Any]:
    made: list[Any] = []
    for claim in claims:
        made += pen.prose(f"{claim.pain.title} ({claim.pain.service})", look.SMALL_STRONG)
        for start in range(0, len(claim.sources), _LISTED):
            made += pen.prose(", ".join(claim.sources[start : start + _LISTED]), look.SMALL_MUTED)
    return made

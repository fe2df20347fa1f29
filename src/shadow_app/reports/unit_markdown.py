"""The business unit report as Markdown, in the order of the paper, with all references."""

from __future__ import annotations

from shadow_app.reports import amounts, claims_markdown, wording
from shadow_app.reports.immersion_markdown import chapter, method
from shadow_app.reports.marks import bullet, heading, paragraph, plain, table
from shadow_app.reports.parts import ReportState
from shadow_app.reports.priorities_markdown import steps
from shadow_app.reports.unit import UnitReport, VisitMade
from shadow_app.reports.unit_annex import UNREVIEWED
from shadow_app.reports.unit_pdf import believed, opening
from shadow_app.reports.unit_table import day_words, when


def lines(report: UnitReport) -> list[str]:
    """The report, line by line."""
    band = opening(report)
    out = [f"# {plain(report.headline or band.headline)}", "", plain(" · ".join(band.place)), ""]
    if report.state is not ReportState.RELEASED:
        out += [f"**{report.state.value.upper()}**", ""]
    out += [bullet(f"{label}: {value}") for label, value in band.facts]
    out += ["", *paragraph(report.lead), *_cost(report), *heading("What IT believed"), *paragraph(believed(report))]
    out += claims_markdown.ranks(report.ranks)
    out += heading("Where we were")
    out += visits(report.visits) or claims_markdown.said("Nobody from IT has been there yet.")
    out += heading("What hurts, and what we do about it")
    out += [line for one in report.claims for line in claims_markdown.claim(one, report.currency)] or (
        claims_markdown.said("Nothing that costs time has been noted.")
    )
    out += [*claims_markdown.six(report.answers), *steps(report.steps, report.currency)]
    missing = "No accepted note says that something {}."
    out += claims_markdown.heard("What works – keep it", report.works, missing.format("works well"))
    out += claims_markdown.heard("What surprised us", report.surprises, missing.format("surprised us"))
    out += [*heading("What we promised, and what became of it"), *claims_markdown.pledges(report.pledges)]
    out += [*claims_markdown.since(report.since), *claims_markdown.sure(wording.how_sure(report.sureness))]
    out += heading("Annex: what we wrote down")
    out += [line for one in report.log for line in chapter(one)] or claims_markdown.said(UNREVIEWED)
    return out + method(report.method)


def _cost(report: UnitReport) -> list[str]:
    if not report.sureness.visits:
        return claims_markdown.said("There is nothing to report before somebody has been there. Plan a visit.")
    year = f"{amounts.hours(report.hours.value)} working hours a year"
    facts = [year, wording.likely(report.hours)]
    if report.money is not None:
        facts.append(f"about {amounts.money(report.money.value, report.currency)}")
        if report.money.low is not None and report.money.high is not None:
            low, high = report.money.low, report.money.high
            facts.append(f"likely {amounts.money(low, report.currency)}–{amounts.money(high, report.currency)}")
    out = [plain(" · ".join(fact for fact in facts if fact)), ""]
    return out + (paragraph(f"At stake: {report.at_stake}") if report.at_stake else [])


def visits(made: tuple[VisitMade, ...]) -> list[str]:
    """One line a visit."""
    heads = ("", "Where", "With", "When", "There for", "Notes", "Accepted", "The day")
    rows = [
        (
            each.ref,
            each.site,
            each.who,
            when(each),
            amounts.duration(each.hours),
            str(each.notes),
            str(each.accepted),
            day_words(each),
        )
        for each in made
    ]
    return table(heads, rows)

"""The business unit report as Markdown, in the order of the paper, with all references."""

from __future__ import annotations

from shadow_app.domain.language import say
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
        out += [f"**{wording.STATES[report.state].upper()}**", ""]
    out += [bullet(f"{label}: {value}") for label, value in band.facts]
    out += [
        "",
        *paragraph(report.lead),
        *_cost(report),
        *heading(say("What IT believed")),
        *paragraph(believed(report)),
    ]
    out += claims_markdown.ranks(report.ranks)
    out += heading(say("Where we were"))
    out += visits(report.visits) or claims_markdown.said(say("Nobody from IT has been there yet."))
    out += heading(say("What hurts, and what we do about it"))
    out += [line for one in report.claims for line in claims_markdown.claim(one, report.currency)] or (
        claims_markdown.said(say("Nothing that costs time has been noted."))
    )
    out += [*claims_markdown.six(report.answers), *steps(report.steps, report.currency)]
    missing = say("No accepted note says that something {}.")
    out += claims_markdown.heard(say("What works – keep it"), report.works, missing.format(say("works well")))
    out += claims_markdown.heard(say("What surprised us"), report.surprises, missing.format(say("surprised us")))
    out += [*heading(say("What we promised, and what became of it")), *claims_markdown.pledges(report.pledges)]
    out += [*claims_markdown.since(report.since), *claims_markdown.sure(wording.how_sure(report.sureness))]
    out += heading(say("Annex: what we wrote down"))
    out += [line for one in report.log for line in chapter(one)] or claims_markdown.said(say(UNREVIEWED))
    return out + method(report.method)


def _cost(report: UnitReport) -> list[str]:
    if not report.sureness.visits:
        return claims_markdown.said(say("There is nothing to report before somebody has been there. Plan a visit."))
    year = say("{hours:|working hour|working hours} a year", hours=amounts.hours(report.hours.value))
    facts = [year, wording.likely(report.hours)]
    if report.money is not None:
        facts.append(say("about {money}", money=amounts.money(report.money.value, report.currency)))
        if report.money.low is not None and report.money.high is not None:
            low, high = report.money.low, report.money.high
            facts.append(
                say(
                    "likely {money}–{money_2}",
                    money=amounts.money(low, report.currency),
                    money_2=amounts.money(high, report.currency),
                )
            )
    out = [plain(" · ".join(fact for fact in facts if fact)), ""]
    return out + (paragraph(say("At stake: {at_stake}", at_stake=report.at_stake)) if report.at_stake else [])


def visits(made: tuple[VisitMade, ...]) -> list[str]:
    """One line a visit."""
    heads = (
        "",
        say("Where"),
        say("With"),
        say("When"),
        say("There for"),
        say("Notes"),
        say("Accepted"),
        say("The day"),
    )
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

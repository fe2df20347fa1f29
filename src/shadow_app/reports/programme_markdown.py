"""The programme report as Markdown, in the order of the paper, with all references."""

from __future__ import annotations

from shadow_app.domain.language import say
from shadow_app.reports import amounts, claims_markdown, wording
from shadow_app.reports.immersion import LogChapter
from shadow_app.reports.immersion_markdown import chapter, method
from shadow_app.reports.marks import bullet, heading, paragraph, plain, table
from shadow_app.reports.parts import ReportState
from shadow_app.reports.programme import ProgrammeReport
from shadow_app.reports.programme_pdf import became, opening, promise_counts, thanks
from shadow_app.reports.programme_reach import goal_in_words, nowhere_next, people_in, team_row
from shadow_app.reports.programme_silence import gap, silent_in_words, site_row, unheard, waiting_in_words
from shadow_app.reports.unit_annex import UNREVIEWED
from shadow_app.reports.unit_markdown import visits


def lines(report: ProgrammeReport) -> list[str]:
    """The report, line by line."""
    band = opening(report)
    out = [f"# {plain(report.headline or band.headline)}", "", plain(" · ".join(band.place)), ""]
    if report.state is not ReportState.RELEASED:
        out += [f"**{wording.STATES[report.state].upper()}**", ""]
    out += [bullet(f"{label}: {value}") for label, value in band.facts]
    out += ["", *paragraph(report.lead), *paragraph(" ".join(became(report)))]
    out += [*_reach(report), *_learnt(report), *_silence(report), *_owed(report)]
    out += claims_markdown.sure(wording.how_sure(report.sureness))
    if report.thanked:
        out += paragraph(thanks(report))
    out += [
        *heading(say("Annex: every visit")),
        *(visits(report.visits) or claims_markdown.said(say("There was none."))),
    ]
    out += heading(say("Annex: the notes behind the dearest pains"))
    for one in report.behind:
        out += chapter(LogChapter(one.title, one.entries, month_only=True))
        if one.more:
            out += claims_markdown.said(
                say("{grouped} more stand in the reports of the units.", grouped=amounts.grouped(one.more))
            )
    out += [] if report.behind else claims_markdown.said(say(UNREVIEWED))
    return out + method(report.method)


def _reach(report: ProgrammeReport) -> list[str]:
    out = heading(say("What we set out to do, and how far we are"))
    if report.goals.name:
        out += [*paragraph(report.goals.words), *paragraph(report.goals.rules), *paragraph(goal_in_words(report))]
    else:
        out += claims_markdown.said(say("No programme with goals is written down yet."))
    heads = (
        say("IT team"),
        say("People"),
        say("Out this year"),
        say("Never out"),
        say("Visits"),
        say("Hours out"),
        say("Goal"),
    )
    out += table(heads, [team_row(team) for team in report.teams])
    out += heading(say("Where we have been, and where not"))
    places = [
        (
            each.site,
            each.who,
            people_in(each),
            amounts.duration(each.hours),
            say("never been") if each.blind else "",
        )
        for each in report.places
    ]
    out += table((say("Site"), say("Who works there"), say("People"), say("Shadowed"), ""), places)
    if report.unseen_services:
        out += paragraph(
            say("Seen nowhere: {unseen_services}.", unseen_services=wording.joined(report.unseen_services, 1_000))
        )
    out += heading(say("Where to go next"))
    return out + (
        [bullet(each.where, "; ".join(each.reasons)) for each in report.next_visits]
        or claims_markdown.said(nowhere_next(report))
    )


def _learnt(report: ProgrammeReport) -> list[str]:
    out = heading(say("What we learnt: where it hurts"))
    out += [line for one in report.claims for line in claims_markdown.claim(one, report.currency)] or (
        claims_markdown.said(say("Nothing that costs time has been noted."))
    )
    units = [
        (
            each.unit,
            amounts.hours(each.hours.value),
            amounts.money(each.money, report.currency) if each.money else "",
            ", ".join(name for name, _ in each.dearest),
        )
        for each in report.units
    ]
    out += table((say("Unit"), say("Hours a year"), say("Money"), say("What costs it most")), units)
    if report.blind is not None:
        share = amounts.percent(report.blind.share)
        out += [
            *heading(say("Where IT did not look")),
            *paragraph(say("{share} of what hurts lay in the lower half of its list.", share=share)),
        ]
    return out + claims_markdown.ranks(report.ranks) + claims_markdown.since(report.since)


def _silence(report: ProgrammeReport) -> list[str]:
    out = [*heading(say("What the service desk never hears")), *paragraph(silent_in_words(report.silence))]
    out += [bullet(wording.quoted(words)) for words in report.silence.reasons]
    rows = [
        (name, amounts.hours(times), amounts.hours(tickets), unheard(share))
        for name, times, tickets, share in report.silence.tickets
    ]
    out += table((say("Service"), say("Happens a year"), say("Tickets a year"), say("The desk never hears")), rows)
    if report.silence.uncounted:
        out += paragraph(
            say("In no ticket count at all: {uncounted}.", uncounted=wording.joined(report.silence.uncounted, 1_000))
        )
    out += [*heading(say("What people waited for")), *paragraph(waiting_in_words(report.waiting))]
    out += heading(say("Where effort goes, and where it hurts"))
    efforts = [(e.service, amounts.percent(e.effort), amounts.percent(e.field), gap(e)) for e in report.effort]
    missing = say("No ticket counts are imported yet, so effort cannot be compared with what hurts.")
    return out + (
        table((say("Service"), say("IT’s effort"), say("What hurts"), ""), efforts) or claims_markdown.said(missing)
    )


def _owed(report: ProgrammeReport) -> list[str]:
    out = [*heading(say("What we promised")), *paragraph(promise_counts(report.pledges))]
    out += claims_markdown.pledges(report.pledges) if report.pledges else []
    out += heading(say("Who has heard from us"))
    out += table((say("Site"), say("Visits"), say("Last told"), ""), [site_row(site) for site in report.told]) or (
        claims_markdown.said(say("No site has been visited yet."))
    )
    if report.works.things:
        out += claims_markdown.heard(say("What works – keep it"), report.works, "")
    out += heading(say("What IT’s people learnt"))
    return out + (
        [bullet(words) for words in report.learnt] or claims_markdown.said(say("Nobody has written it down yet."))
    )

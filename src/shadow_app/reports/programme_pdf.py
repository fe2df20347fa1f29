"""The programme report on paper: one page with the finding, then how far we are, what we learnt, what we owe."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from shadow_app.domain.language import say
from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.reports import amounts, look
from shadow_app.reports.blocks import Band, Opening, Tile, Tiles, box, bullets, said, section, with_rest
from shadow_app.reports.claims import Pledge
from shadow_app.reports.claims_pdf import claims, pledges, since_section
from shadow_app.reports.flow import Gap
from shadow_app.reports.immersion_pdf import about
from shadow_app.reports.one_page import Brevity, cut, fitted
from shadow_app.reports.page import INNER, Face, new_page, then
from shadow_app.reports.parts import Estimate
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places
from shadow_app.reports.priorities_pdf import blind_share, units
from shadow_app.reports.programme import ProgrammeReport
from shadow_app.reports.programme_annex import PANELS, annex
from shadow_app.reports.programme_reach import reach
from shadow_app.reports.programme_silence import effort, silence, told, waiting
from shadow_app.reports.unit_pdf import first_pains, ranks, reached, sure

LEARNT = 6
"""Learning notes that are printed."""

PAINS = 20
"""Pains that are listed before the annex."""

WORKS = 8
"""Good things that are printed."""

PROMISES = 8
"""Promises that are printed; the units' reports have them all."""


def face(report: ProgrammeReport) -> Face:
    """What is printed around the pages and written into the file."""
    made = amounts.month(report.made_on) if report.month_only else amounts.day(report.made_on)
    return Face(
        kind=say("Programme report"),
        short=f"{cut(report.title, 60)} · {made}",
        title=f"{report.title}, {made}",
        subject=report.headline or report.title,
        state=report.state,
        made_on=report.made_on,
        month_only=report.month_only,
    )


def story(report: ProgrammeReport, pen: Pen, places: Places) -> list[Any]:
    """Everything, in order."""
    first, brevity = front(report, pen, places)
    flow: list[Any] = [then(INNER), *first, *new_page(INNER), *reach(report, pen, places)]
    flow += _learnt_about_the_business(report, brevity, pen, places)
    flow += silence(report.silence, pen, places)
    flow += waiting(report.waiting, pen, places)
    flow += effort(report.effort, report.effort_in, pen, places)
    flow += _promises(report, pen, places)
    flow += told(report, pen, places)
    flow += _ourselves(report, pen, places)
    flow += sure(report.sureness, pen, places, thanks(report) if report.thanked else "")
    return flow + annex(report, pen, places)


def opening(report: ProgrammeReport) -> Opening:
    """The band on page one."""
    facts = (
        (say("People out"), say("{seen} of {all}", seen=report.people - report.never, all=report.people)),
        *reached(report.sureness, report.visits),
    )
    place = (" · ".join(part for part in (cut(report.organisation, 60), cut(report.title, 80)) if part),)
    return Opening(say("Programme report"), cut(report.headline or report.title, 240), place, facts, report.state)


def front(report: ProgrammeReport, pen: Pen, places: Places) -> tuple[list[Any], Brevity]:
    """Page one: the finding, what hurts most, what became of it; and how much of it there was room for."""

    def make(brevity: Brevity) -> list[Any]:
        return [Band(pen, places, opening(report)), *_front(report, brevity, pen, places)]

    return fitted(make)


def _front(report: ProgrammeReport, brevity: Brevity, pen: Pen, places: Places) -> list[Any]:
    flow: list[Any] = []
    if report.lead and brevity.lead:
        flow += [*pen.prose(brevity.cut(report.lead, 300), look.LEAD), Gap(4)]
    if not report.sureness.visits:
        return flow + pen.prose(say("Nobody has been out yet. Where to go first stands on the next page."), look.BODY)
    flow.append(Tiles(pen, _tiles(report)))
    flow += first_pains(report.claims, report.currency, brevity, pen, places)
    if len(report.units) > 1:
        short = [
            replace(
                unit,
                unit=brevity.cut(unit.unit, 60),
                dearest=tuple((brevity.cut(name, 40), hours) for name, hours in unit.dearest[: brevity.names]),
            )
            for unit in report.units[: _units_first(brevity)]
        ]
        flow += units(short, report.currency, pen, places, key="units-first")
    told = [" ".join(became(report)), brevity.cut(" ".join(wanted_now(report)), 600)]
    flow.append(box(pen, say("What became of it, and what is needed now"), "\n\n".join(filter(None, told))))
    return flow


def _units_first(brevity: Brevity) -> int:
    """Units on page one; where there are more, all of them follow later."""
    return min(brevity.pains, brevity.promises + 1)


def _tiles(report: ProgrammeReport) -> list[Tile]:
    year = report.hours
    made = [
        Tile(
            say("Lost a year"),
            amounts.hours(amounts.about(year.value)),
            say("hours"),
            _between(year) or say("in all units together"),
            True,
        )
    ]
    if report.money is not None:
        made.append(
            Tile(
                say("That costs about"), amounts.money(report.money.value, report.currency), "", say("a year in wages")
            )
        )
    if report.blind is not None:
        made.append(
            Tile(say("Low on IT’s list"), amounts.percent(report.blind.share), "", say("lower half of IT’s list"))
        )
    if report.silence.share is not None:
        made.append(Tile(say("Never reported"), amounts.percent(report.silence.share), "", say("where we asked")))
    return made


def _between(estimate: Estimate) -> str:
    """The range in as few figures as the number above it has."""
    if estimate.low is None or estimate.high is None:
        return ""
    low, high = (amounts.hours(amounts.about(end)) for end in (estimate.low, estimate.high))
    return say("likely {low} to {high}", low=low, high=high)


def became(report: ProgrammeReport) -> list[str]:
    """Decisions, promises, telling: three sentences."""
    named = [claim for claim in report.claims if claim.pain.id is not None]
    decided = sum(claim.decided is not None for claim in named)
    lines = [
        say(
            "{decided} of {pains} {decided:!|is|are} decided.",
            decided=decided,
            pains=amounts.counted(len(named), "pain|pains"),
        )
        if named
        else say("No pain is sorted yet.")
    ]
    lines.append(promise_counts(report.pledges))
    late = [site for site in report.told if site.overdue]
    if report.told:
        heard = len(report.told) - len(late)
        lines.append(
            say(
                "{heard} of {sites} that we visited heard from us in the last {tell_within_days:|day|days}.",
                heard=heard,
                sites=amounts.counted(len(report.told), "site|sites"),
                tell_within_days=report.tell_within_days,
            )
        )
    return lines


def wanted_now(report: ProgrammeReport) -> list[str]:
    """What the directors of both sides are asked for: decisions, somebody who talks to the people, the next visit."""
    open_ = [claim for claim in report.claims if claim.pain.id is not None and claim.closed_on is None]
    undecided = sum(claim.decided is None for claim in open_)
    alone = sum(not claim.engaged for claim in open_)
    lines = []
    if undecided:
        pains = amounts.counted(undecided, "pain|pains")
        lines.append(say("Waiting for a decision: {pains}.", pains=pains))
    if alone:
        pains = amounts.counted(alone, "pain|pains")
        lines.append(say("Nobody talks to the business yet about {pains}.", pains=pains))
    if report.next_visits:
        where = "; ".join(visit.where for visit in report.next_visits[:2])
        lines.append(say("Where to go next: {where}.", where=where))
    return lines


def promise_counts(every: tuple[Pledge, ...]) -> str:
    """`Of 13 promises 3 are kept, 8 are open, 1 is overdue and 1 was dropped.`"""
    if not every:
        return say("Nothing has been promised yet.")
    overdue = sum(each.overdue for each in every)
    kept, dropped, still = (
        sum(each.promise.state is state for each in every)
        for state in (CommitmentState.KEPT, CommitmentState.DROPPED, CommitmentState.OPEN)
    )
    facts = [
        say("{kept} kept", kept=kept),
        say("{still} open and in time", still=still - overdue),
        say("{overdue} overdue", overdue=overdue),
        say("{dropped} dropped", dropped=dropped),
    ]
    return say("Promises: {list}.", list=", ".join(facts))


def _learnt_about_the_business(report: ProgrammeReport, brevity: Brevity, pen: Pen, places: Places) -> list[Any]:
    sub = say(
        "Over all units, the most harmful first. Numbers such as V2-14 are notes; those of the first ten are printed."
    )
    flow = section(pen, places, "pains", say("What we learnt: where it hurts"), sub, needs=110)
    if not report.claims:
        flow += said(pen, say("Nothing that costs time has been noted."))
    more = len(report.claims) - PAINS
    foot = say("And {more} that harm less; the annex has the sum of each.", more=amounts.grouped(more))
    flow += claims(report.claims[:PAINS], report.currency, pen, PANELS, foot if more > 0 else "")
    if 1 < len(report.units) > _units_first(brevity):
        flow += units(report.units, report.currency, pen, places)
    flow += ranks(report.ranks, report.stated_respondents, pen, places)
    flow += blind_share(report.blind, pen, places)
    return flow + since_section(report.since, pen, places)


def _promises(report: ProgrammeReport, pen: Pen, places: Places) -> list[Any]:
    when = (
        say("in {month}", month=amounts.month(report.made_on))
        if report.month_only
        else say("on {day}", day=amounts.day(report.made_on))
    )
    flow = section(
        pen, places, "promises", say("What we promised"), say("As things stood {when}.", when=when), needs=60
    )
    flow += pen.prose(promise_counts(report.pledges), look.SMALL)
    short = [replace(each, promise=replace(each.promise, how_told="")) for each in report.pledges]
    return flow + pledges(pen, short, PROMISES)


def _ourselves(report: ProgrammeReport, pen: Pen, places: Places) -> list[Any]:
    flow: list[Any] = []
    if report.works.things:
        flow += section(pen, places, "works", say("What works – keep it"), needs=60)
        good = bullets(pen, [(good.text, about(good)) for good in report.works.things[:WORKS]], look.CALM)
        flow += with_rest(_wide(good), _and_more(len(report.works.things) - WORKS, pen))
    sub = say("In the words of those who went out. Nobody is named.")
    flow += section(pen, places, "learnt", say("What IT’s people learnt"), sub, needs=60)
    if not report.learnt:
        return flow + said(pen, say("Nobody has written down yet what they learnt."))
    learnt = _wide(bullets(pen, [(words, "") for words in report.learnt[:LEARNT]], look.SUN))
    return flow + with_rest(learnt, _and_more(len(report.learnt) - LEARNT, pen))


def _and_more(more: int, pen: Pen) -> list[Any]:
    return said(pen, say("And {grouped} more.", grouped=amounts.grouped(more))) if more > 0 else []


def _wide(items: list[Any]) -> list[Any]:
    for item in items:
        for column in item.columns:
            column.width = column.width or look.inner() - column.x
    return items


def thanks(report: ProgrammeReport) -> str:
    """To everybody who let us watch."""
    some = list(report.thanked[:40])
    more = len(report.thanked) - len(some)
    where = ", ".join(some) + (say(" and {more:|more site|more sites}", more=more) if more else "")
    return say("To everybody at {where} who let us watch, ask and get in the way: thank you.", where=where)

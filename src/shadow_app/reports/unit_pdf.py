"""The business unit report on paper: one page that a director reads, then what it rests on, then the annex."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from shadow_app.domain.language import say
from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.figures.slope import Column as Ranking
from shadow_app.figures.slope import SlopeRow, slope
from shadow_app.reports import amounts, look, wording
from shadow_app.reports.blocks import Band, Opening, Tile, Tiles, bullets, in_columns, said, section
from shadow_app.reports.claims import Claim
from shadow_app.reports.claims_pdf import claims, pledges, since_section
from shadow_app.reports.flow import KEPT_WHOLE, Gap
from shadow_app.reports.immersion import Pain
from shadow_app.reports.immersion_pdf import about, six_questions
from shadow_app.reports.one_page import Brevity, cut, fitted, height
from shadow_app.reports.page import INNER, Face, new_page, room_for, then
from shadow_app.reports.pain_panel import ORDER, pain_panel
from shadow_app.reports.parts import RankPlace, Sureness
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Heading, Picture, Places
from shadow_app.reports.priorities_pdf import steps
from shadow_app.reports.unit import Heard, UnitReport, VisitMade
from shadow_app.reports.unit_annex import annex
from shadow_app.reports.unit_table import visit_table

FIRST = 3
"""Services that are named of each list."""

VISITS = 20
"""Visits that are listed before the annex."""

RANKED = 20
_TITLE, _WORDS, _STAKE, _NAME = 90, 150, 120, 40


def face(report: UnitReport) -> Face:
    """What is printed around the pages and written into the file."""
    made = amounts.month(report.made_on) if report.month_only else amounts.day(report.made_on)
    return Face(
        kind=say("Business unit report"),
        short=f"{report.unit} · {made}",
        title=say("{unit}: what IT costs, {made}", unit=report.unit, made=made),
        subject=report.headline or say("What IT costs {unit}", unit=report.unit),
        state=report.state,
        made_on=report.made_on,
        month_only=report.month_only,
    )


def story(report: UnitReport, pen: Pen, places: Places) -> list[Any]:
    """Everything, in order."""
    flow: list[Any] = [then(INNER), *front(report, pen, places)]
    flow += [*new_page(INNER), *_visits(report, pen, places)]
    flow += _pains(report, pen, places)
    flow += six_questions(report.answers, pen, places)
    flow += steps(report.steps, report.currency, pen, places)
    flow += _works_and_surprises(report.works, report.surprises, pen, places)
    flow += _promises(report, pen, places)
    flow += since_section(report.since, pen, places)
    flow += sure(report.sureness, pen, places)
    return flow + annex(report, pen, places)


def opening(report: UnitReport) -> Opening:
    """The band on page one."""
    facts = (
        (say("Where"), cut(report.unit, 40)),
        *reached(report.sureness, report.visits),
    )
    headline = cut(report.headline or say("What IT costs {unit}", unit=report.unit), 240)
    place = (" · ".join(part for part in (report.organisation, report.unit) if part),)
    return Opening(say("Business unit report"), headline, place, facts, report.state)


def reached(rest: Sureness, visits: tuple[VisitMade, ...]) -> tuple[tuple[str, str], ...]:
    """How far the visits reached, as facts for the band."""
    sites = len(rest.sites_visited) + len(rest.sites_not_visited)
    return (
        (say("Visits"), amounts.grouped(rest.visits)),
        (say("On site"), amounts.duration(rest.hours)),
        (say("Sites seen"), say("{seen} of {all}", seen=len(rest.sites_visited), all=sites)),
        (say("When"), period(visits)),
    )


def period(visits: tuple[VisitMade, ...]) -> str:
    """From the first to the last visit, in months, which give no day away."""
    if not visits:
        return say("not yet")
    first, last = min(visit.on for visit in visits), max(visit.on for visit in visits)
    one, other = amounts.month(first), amounts.month(last)
    return one if one == other else f"{one} – {other}"


def front(report: UnitReport, pen: Pen, places: Places) -> list[Any]:
    """Page one: the finding, what it costs, the dearest pains, what IT believed, what we promise."""

    def make(brevity: Brevity) -> list[Any]:
        return [Band(pen, places, opening(report)), *_front(report, brevity, pen, places)]

    return fitted(make)[0]


def _front(report: UnitReport, brevity: Brevity, pen: Pen, places: Places) -> list[Any]:
    flow: list[Any] = []
    if report.lead and brevity.lead:
        flow += [*pen.prose(brevity.cut(report.lead, 240), look.LEAD), Gap(4)]
    if not report.sureness.visits:
        flow += pen.prose(say("There is nothing to report before somebody has been there. Plan a visit."), look.BODY)
        return flow + _promised_first(report, brevity, pen, places)
    flow.append(Tiles(pen, tiles(report)))
    if report.at_stake:
        flow += pen.prose(say("At stake: {at_stake}", at_stake=brevity.cut(report.at_stake, 240)), look.SMALL_STRONG)
    flow += first_pains(report.claims, report.currency, brevity, pen, places)
    flow += section(pen, places, "believed", say("What IT believed"), needs=24, before=6)
    flow += pen.prose(brevity.cut(believed(report), 500), look.SMALL)
    return flow + _promised_first(report, brevity, pen, places)


def first_pains(every: Sequence[Claim], currency: str, brevity: Brevity, pen: Pen, places: Places) -> list[Any]:
    """The dearest pains in as few words as page one has room for."""
    order = say(ORDER) if every else ""
    flow = section(pen, places, "first", say("What hurts most"), order, needs=40, before=4)
    if not every:
        return flow + said(pen, say("Nothing that costs time has been noted."))
    shown = every[: brevity.pains]
    thin = [claim.pain.evidence.thin for claim in shown]
    for place, claim in enumerate(shown, 1):
        grey = claim.pain.evidence.thin and not all(thin)
        stake = brevity.cut(claim.at_stake, _STAKE)
        flow.append(pain_panel(_brief(claim, brevity), place, currency, pen, grey=grey, at_stake=stake))
    if all(thin):
        flow += pen.prose(say("All of this was seen on few occasions: a first hint, not a verdict."), look.SMALL_MUTED)
    return flow


def _promised_first(report: UnitReport, brevity: Brevity, pen: Pen, places: Places) -> list[Any]:
    flow = section(pen, places, "promise", say("What we promise"), needs=24, before=6)
    still = [pledge for pledge in report.pledges if pledge.promise.state is CommitmentState.OPEN]
    if not still:
        return flow + said(pen, say("Nothing is promised and still open."))
    short = [
        replace(
            pledge,
            pain="",
            site=brevity.cut(pledge.site, _NAME),
            promise=replace(
                pledge.promise,
                text=brevity.cut(pledge.promise.text, _TITLE),
                owner=brevity.cut(pledge.promise.owner, _NAME),
                how_told="",
            ),
        )
        for pledge in still
    ]
    return flow + pledges(pen, short, brevity.promises)


def _brief(claim: Claim, brevity: Brevity) -> Pain:
    pain = claim.pain
    quote = "" if pain.consequence or claim.at_stake else brevity.cut(pain.quote, _WORDS)
    return replace(
        pain,
        title=brevity.cut(pain.title, _TITLE),
        service=brevity.cut(pain.service, _NAME),
        consequence=brevity.cut(pain.consequence, _WORDS),
        quote=quote,
    )


def tiles(report: UnitReport) -> list[Tile]:
    """Hours, money, and how much of it IT did not look for."""
    year = report.hours
    made = [
        Tile(say("Lost a year"), amounts.hours(amounts.about(year.value)), say("hours"), wording.likely(year), True)
    ]
    if report.money is not None:
        low, high = report.money.low, report.money.high
        likely = ""
        if low is not None and high is not None:
            likely = f"{amounts.money(low, report.currency)}–{amounts.grouped(amounts.about(high))}"
        made.append(Tile(say("That costs about"), amounts.money(report.money.value, report.currency), "", likely))
    decided = sum(claim.decided is not None for claim in report.claims)
    named = sum(claim.pain.id is not None for claim in report.claims)
    made.append(
        Tile(
            say("Decided"),
            str(decided),
            say("of {pains}", pains=amounts.counted(named, "pain|pains")),
            say("do, defer or decline"),
        )
    )
    if report.blind is not None:
        made.append(
            Tile(say("Low on IT’s list"), amounts.percent(report.blind.share), "", say("lower half of IT’s list"))
        )
    return made


def believed(report: UnitReport) -> str:
    """IT's first three beside the field's first three, in two sentences."""
    listed = sorted((place for place in report.ranks if place.assumed is not None), key=lambda each: each.assumed or 0)
    if not listed:
        return say("IT has not locked a list of its own for this unit, so there is nothing to compare.")
    observed = sorted((each for each in report.ranks if each.observed is not None), key=lambda each: each.observed or 0)
    first = wording.joined(tuple(place.service for place in listed[:FIRST]))
    said_ = say("Before the visits IT put {first} first.", first=first)
    if observed:
        names = wording.joined(tuple(place.service for place in observed[:FIRST]))
        said_ += say(" What we saw puts {names} first.", names=names)
    if report.blind is not None:
        said_ += say(
            " {percent} of what hurts lay in the lower half of IT’s list.", percent=amounts.percent(report.blind.share)
        )
    return said_


def _visits(report: UnitReport, pen: Pen, places: Places) -> list[Any]:
    sub = say(
        "Nobody is named; where few people hold a role, the wider group and the month stand for it. Visits are "
        "numbered for this report alone."
    )
    flow = section(pen, places, "visits", say("Where we were"), sub, needs=70, before=0)
    if not report.visits:
        return flow + said(pen, say("Nobody from IT has been there yet."))
    shown = report.visits[-VISITS:]
    flow.append(visit_table(shown, pen))
    if len(report.visits) > VISITS:
        flow += said(
            pen,
            say(
                "The last {visits} of {grouped:|visit|visits}; the annex lists all.",
                visits=VISITS,
                grouped=amounts.grouped(len(report.visits)),
            ),
        )
    return flow


def _pains(report: UnitReport, pen: Pen, places: Places) -> list[Any]:
    sub = say("The most harmful first, with what was decided. Numbers such as V2-14 are notes in the annex.")
    flow = section(pen, places, "pains", say("What hurts, and what we do about it"), sub, needs=110)
    if not report.claims:
        flow += said(pen, say("Nothing that costs time has been noted."))
    flow += claims(report.claims, report.currency, pen)
    return flow + ranks(report.ranks, report.stated_respondents, pen, places)


def ranks(places_: tuple[RankPlace, ...], respondents: int, pen: Pen, places: Places) -> list[Any]:
    """IT's list, what people said, what the field showed."""
    ranked = [each for each in places_ if (each.assumed or each.observed) is not None][:RANKED]
    if not any(each.assumed for each in ranked):
        return []
    stated = any(each.stated is not None for each in ranked)
    columns = [
        Ranking(say("IT assumed"), say("Not on IT’s list")),
        Ranking(say("The field showed"), say("Not seen yet")),
    ]
    if stated:
        columns.insert(1, Ranking(say("People said")))
    rows = [
        SlopeRow(each.service, (each.assumed, each.stated, each.observed) if stated else (each.assumed, each.observed))
        for each in ranked
    ]
    subject = say("What IT assumed, what people said and what the field showed")
    height = 24 if len(rows) <= 12 else 19
    figure = slope(rows, columns, look.inner(), look.PAPER_INK, pen.width, subject=subject, row_height=height)
    asked = (
        say("In the middle, what {persons} said when asked.", persons=amounts.counted(respondents, "person|people"))
        if stated
        else ""
    )
    flow = section(pen, places, "ranks", say("What IT believed, and what we saw"), asked, needs=figure.height + 10)
    return [*flow, Picture(pen, figure)]


def _works_and_surprises(works: Heard, surprises: Heard, pen: Pen, places: Places) -> list[Any]:
    left = [
        Heading(pen, places, "works", say("What works – keep it")),
        *_heard(works, say("works well"), look.CALM, pen),
    ]
    right = [
        Heading(pen, places, "surprises", say("What surprised us")),
        *_heard(surprises, say("surprised us"), look.SUN, pen),
    ]
    return [room_for(90), Gap(7), in_columns([left, right])]


def _heard(heard: Heard, what: str, colour: str, pen: Pen) -> list[Any]:
    if not heard.things:
        return said(pen, say("No accepted note says that something {what}.", what=what))
    made = bullets(pen, [(thing.text, about(thing)) for thing in heard.things], colour)
    return made + (
        said(pen, say("And {grouped} more, in the annex.", grouped=amounts.grouped(heard.more))) if heard.more else []
    )


def _promises(report: UnitReport, pen: Pen, places: Places) -> list[Any]:
    when = (
        say("in {month}", month=amounts.month(report.made_on))
        if report.month_only
        else say("on {day}", day=amounts.day(report.made_on))
    )
    sub = say("As things stood {when}.", when=when)
    flow = section(pen, places, "promises", say("What we promised, and what became of it"), sub, needs=60)
    return flow + (pledges(pen, report.pledges) or said(pen, say("Nothing has been promised.")))


def sure(sureness: Sureness, pen: Pen, places: Places, thanks: str = "") -> list[Any]:
    """Observed minutes beside extrapolated hours, sites not visited, staged days; then thanks, never on their own."""
    told = [part for sentence in wording.how_sure(sureness) for part in pen.prose(sentence, look.SMALL_MUTED)]
    if thanks:
        told += [Gap(4), *pen.prose(thanks, look.Style(9.4, 13.6, 600))]
    return [*section(pen, places, "sure", say("How sure are we?"), needs=min(height(told), KEPT_WHOLE)), *told]

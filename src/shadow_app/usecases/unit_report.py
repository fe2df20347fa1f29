"""From the visits to one business unit to a UnitReport: a director reads one page, and may check all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from shadow_app.domain.language import say
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.record import link_id
from shadow_app.domain.vocabulary import DayTypicality, HostSelection
from shadow_app.insight.draws import Draws
from shadow_app.insight.pain_cost import PainCost
from shadow_app.reports import amounts
from shadow_app.reports.amounts import counted
from shadow_app.reports.claims import Pledge
from shadow_app.reports.immersion import SixAnswers
from shadow_app.reports.parts import Estimate
from shadow_app.reports.unit import UnitReport, VisitMade
from shadow_app.storage.repository import Reader
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.priorities_report import blind, dearest_first, organisation, step_costs, sureness
from shadow_app.usecases.prioritising import Priorities, Prioritising, rank, weights_in_force
from shadow_app.usecases.report_claims import Claims
from shadow_app.usecases.report_parts import Names, listed, method, pain_key, rank_places, stands_at
from shadow_app.usecases.report_since import since_last
from shadow_app.usecases.six_questions import answer_six, facts_of
from shadow_app.usecases.unit_visits import Gathered, Words, gather

ANSWERED = 5
"""Pains for which the six questions are answered."""


def unit_report(read: Reader, unit_id: UUID) -> UnitReport:
    """Gather the report on a unit; the tallies are up to date.

    Raises:
        NotFound: there is no such unit.
    """
    ranked = rank(read, unit_id, weights_in_force(read))
    unit = read.get(BusinessUnit, unit_id)
    names, mask = Names(read), Mask(read)
    drawn = Prioritising.ranges(ranked)
    assert drawn is not None
    made_on = stands_at(read)
    pains = dearest_first(ranked)
    answered = pains[:ANSWERED]
    found = gather(read, names, mask, unit_id, wanted={pain_key(pain) for pain in answered})
    desk = Claims(read, names, mask, made_on.date())
    claims = tuple(desk.claim(pain, drawn.pains.get(pain_key(pain)), found.words) for pain in pains)
    titles = {pain_key(pain): desk.title(pain) for pain in pains}
    sites = {site.id for site in names.sites.values() if site.unit_id == unit_id}
    return UnitReport(
        id=link_id("unit report", unit_id),
        made_on=made_on,
        organisation=organisation(read, ranked),
        unit=unit.name,
        hours=hours_of(ranked, drawn),
        money=money_of(ranked, drawn),
        at_stake=mask(unit.value_at_stake),
        headline=headline(ranked, names, unit.name),
        lead=_lead(ranked, names, found),
        sureness=sureness(ranked, names, drawn, remarks(found)),
        visits=found.visits,
        claims=claims,
        ranks=rank_places(ranked.gap, names),
        stated_respondents=ranked.respondents,
        blind=blind(ranked),
        answers=tuple(_answers(read, mask, pain, titles[pain_key(pain)], found) for pain in answered),
        steps=step_costs(ranked),
        works=found.works,
        surprises=found.surprises,
        pledges=in_order(tuple(desk.pledge(each) for each in desk.given if each.site_id in sites)),
        since=since_last(read, ranked, drawn, names),
        log=found.log,
        method=method(ranked.costs, titles, names, ranked.weights),
        currency=ranked.currency,
    )


def _answers(read: Reader, mask: Mask, pain: PainCost, title: str, found: Gathered) -> SixAnswers:
    """The six questions; what people said of the desk only as far as their notes are accepted."""
    words = found.words.get(pain_key(pain), Words())
    facts = facts_of(read, pain.pain_point_id)
    answers = answer_six(pain, title, words.notes, facts)
    # Who told the desk, and who there has acknowledged it, are people of IT.
    return answers if facts.told_desk else replace(answers, desk=mask(answers.desk, pain_point_id=pain.pain_point_id))


def hours_of(ranked: Priorities, drawn: Draws) -> Estimate:
    """Hours a year over all services; the ends of their ranges are added, so the range is rather too wide."""
    spreads = [each.spread.hours for each in drawn.services.values()]
    hours = sum(cost.hours for cost in ranked.costs)
    return Estimate(hours, sum(each.low for each in spreads), sum(each.high for each in spreads))


def money_of(ranked: Priorities, drawn: Draws) -> Estimate | None:
    """The same in money; None where no hour has a price."""
    spreads = [each.spread.cost for each in drawn.services.values()]
    money = sum(cost.cost for cost in ranked.costs)
    return Estimate(money, sum(each.low for each in spreads), sum(each.high for each in spreads)) if money > 0 else None


def headline(ranked: Priorities, names: Names, where: str) -> str:
    """One finding as a sentence."""
    hours = sum(cost.hours for cost in ranked.costs)
    if not ranked.visits:
        return say("Nobody from IT has been out with {where} yet.", where=where)
    if hours <= 0:
        return say("Nothing that costs {where} time has been noted yet.", where=where)
    first = [cost for cost in ranked.costs[:2] if cost.hours > 0] or list(ranked.costs[:1])
    part = sum(cost.hours for cost in first) / hours
    services = listed([names.service(cost.service_id) for cost in first])
    lost = amounts.hours(amounts.about(hours))
    return say(
        "IT trouble costs {where} {lost:|working hour|working hours} a year; {percent} of them go to {services}.",
        where=where,
        lost=lost,
        percent=amounts.percent(part),
        services=services,
    )


def _lead(ranked: Priorities, names: Names, found: Gathered) -> str:
    if not found.visits:
        return ""
    hours = amounts.duration(sum(visit.hours for visit in found.visits))
    sites = len({visit.site_id for visit in ranked.visits})
    return say(
        "We were there for {hours} on {visits} to {sites}, and wrote down what held people up.",
        hours=hours,
        visits=counted(len(found.visits), "visit|visits"),
        sites=counted(sites, "site|sites"),
    )


def remarks(found: Gathered) -> tuple[str, ...]:
    """What else a reader must know before believing a figure: days that were not like others, words not reviewed."""
    said = []
    odd = [visit for visit in found.visits if visit.typicality not in (None, DayTypicality.TYPICAL)]
    chosen = [visit for visit in found.visits if visit.host_selection is HostSelection.MANAGERS_PICK]
    if odd:
        said.append(
            say(
                "{of_visits} went on a day that the host did not call typical.", of_visits=_of_visits(odd, found.visits)
            )
        )
    if chosen:
        said.append(
            say("{of_visits} went with somebody whom a manager had picked.", of_visits=_of_visits(chosen, found.visits))
        )
    if found.unaccepted:
        notes = counted(found.unaccepted, "note that costs time is|notes that cost time are")
        said.append(
            say("{notes} not reviewed yet: counted in the figures, but no word of them is printed.", notes=notes)
        )
    return tuple(said)


def _of_visits(some: Sequence[VisitMade], every: Sequence[VisitMade]) -> str:
    return say("{some} of {visits}", some=len(some), visits=counted(len(every), "visit|visits"))


def in_order(pledges: Sequence[Pledge]) -> tuple[Pledge, ...]:
    """Overdue ones first, then the open, then what was kept or dropped; within each as they are due."""
    return tuple(sorted(pledges, key=lambda each: (not each.overdue, each.promise.state.value != "open")))

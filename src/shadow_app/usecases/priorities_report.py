"""From a ranking to a PrioritiesReport."""

from __future__ import annotations

from uuid import UUID

from shadow_app.domain.language import say
from shadow_app.domain.organisation import BusinessUnit, Organisation
from shadow_app.domain.record import link_id
from shadow_app.insight.draws import Draws
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.ranking_gap import RankingGap
from shadow_app.insight.sensitivity import holds, sensitivity
from shadow_app.reports.amounts import counted, grouped, percent
from shadow_app.reports.parts import Estimate, Sureness
from shadow_app.reports.priorities import BlindShare, PrioritiesReport, ServicePlace, StepCost, UnitCost
from shadow_app.storage import tallies
from shadow_app.storage.repository import Reader
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.prioritising import Priorities, Prioritising, rank
from shadow_app.usecases.report_claims import Claims
from shadow_app.usecases.report_parts import Names, estimate, listed, marks, method, pain_key, rank_places, stands_at
from shadow_app.usecases.report_since import since_last

DEAREST = 3


def priorities_report(read: Reader, ranked: Priorities) -> PrioritiesReport:
    """Gather the report on a unit, or on all."""
    names = Names(read)
    drawn = Prioritising.ranges(ranked)
    assert drawn is not None
    starts = [visit.local_start for visit in ranked.visits]
    made_on = stands_at(read)
    desk = Claims(read, names, Mask(read), made_on.date())
    return PrioritiesReport(
        id=link_id("priorities", ranked.unit.id if ranked.unit else "all"),
        made_on=made_on,
        organisation=organisation(read, ranked),
        sureness=sureness(ranked, names, drawn),
        unit=ranked.unit.name if ranked.unit else "",
        since=min(starts).date() if starts else None,
        until=max(starts).date() if starts else None,
        headline=_headline(ranked),
        lead=_lead(ranked),
        meaning=_meaning(ranked),
        services=_places(ranked, drawn),
        ranks=rank_places(ranked.gap, names),
        stated_respondents=ranked.respondents,
        blind=blind(ranked),
        units=unit_costs(read, ranked) if ranked.unit is None else (),
        steps=step_costs(ranked),
        claims=tuple(desk.claim(pain, drawn.pains.get(pain_key(pain)), {}) for pain in dearest_first(ranked)),
        changes=since_last(read, ranked, drawn, names),
        steady=_steady(read, ranked),
        agreement=_agreement(ranked.gap),
        method=method(
            ranked.costs,
            {pain_key(pain): desk.title(pain) for cost in ranked.costs for pain in cost.pains},
            names,
            ranked.weights,
        ),
        currency=ranked.currency,
    )


def dearest_first(ranked: Priorities) -> list[PainCost]:
    """Every pain point of every service, the most harmful first."""
    every = (pain for cost in ranked.costs for pain in cost.pains)
    return sorted(every, key=lambda pain: (-pain.wlh, -pain.hours, str(pain_key(pain))))


def _steady(read: Reader, ranked: Priorities) -> str:
    """Whether the order survives half of each weight, in a sentence."""
    if len(ranked.costs) < 2:
        return ""
    sums = tallies.tallies(read, ranked.unit.id if ranked.unit else None)
    swings = sensitivity(ranked.costs, ranked.weights, sums, ranked.ground)
    found = holds(swings or ())
    turned = say("whichever single weight is halved or raised by half")
    if found.order:
        return say("The order stays as it is, {turned}.", turned=turned)
    if found.first_three and len(ranked.costs) > DEAREST:
        return say("The first three stay the first three, {turned}; further down places change.", turned=turned)
    if found.first:
        return say("The first stays the first, {turned}; behind it places change.", turned=turned)
    return say(
        "Which service comes first depends on the weights: halving one of them, or raising it by half, changes it."
    )


def organisation(read: Reader, ranked: Priorities) -> str:
    """Whose ranking it is; several firms are listed."""
    if ranked.unit is not None:
        return read.recall(Organisation, ranked.unit.organisation_id).name
    return listed([firm.name for firm in read.where(Organisation, "name")])


def _places(ranked: Priorities, drawn: Draws) -> tuple[ServicePlace, ...]:
    return tuple(
        ServicePlace(
            service=ranked.name(cost.service_id),
            hours=estimate(cost.hours, drawn.services[cost.service_id].spread),
            evidence=marks(cost),
            weighted=cost.wlh,
            money=cost.cost if cost.cost > 0 else None,
            in_top_three=drawn.services[cost.service_id].top_three,
            unvisited_share=cost.extrapolated_hours / cost.hours if cost.hours else 0.0,
            service_id=cost.service_id,
        )
        for cost in ranked.costs
    )


def _headline(ranked: Priorities) -> str:
    if not ranked.costs:
        return say("Nothing that costs time has been noted yet.")
    blind = ranked.gap.blind_share
    if blind is not None and blind >= 0.5:
        return say("{percent} of the damage lies with services in the lower half of IT’s list.", percent=percent(blind))
    first = listed([ranked.name(cost.service_id) for cost in ranked.costs[:DEAREST]])
    few = min(DEAREST, len(ranked.costs))
    return say("{first} {few:!|costs|cost} the business most.", few=few, first=first)


def _lead(ranked: Priorities) -> str:
    if not ranked.visits:
        return ""
    hours = sum(visit.exposure_hours for visit in ranked.visits)
    sites = len({visit.site_id for visit in ranked.visits})
    where = say(
        "{sites} of {name}",
        sites=counted(sites, "site|sites"),
        name=ranked.unit.name if ranked.unit else say("the business"),
    )
    return say(
        "We spent {grouped:|hour|hours} in {visits} to {where}, and ranked {services} by what they "
        "cost the people there.",
        grouped=grouped(hours),
        visits=counted(len(ranked.visits), "visit|visits"),
        where=where,
        services=counted(len(ranked.costs), "service|services"),
    )


def _meaning(ranked: Priorities) -> str:
    if not ranked.costs:
        return ""
    top = ranked.costs[:DEAREST]
    whole = sum(cost.hours for cost in ranked.costs)
    part = sum(cost.hours for cost in top) / whole if whole else 0.0
    names = listed([ranked.name(cost.service_id) for cost in top])
    return say(
        "{names} {n:!|takes|together take} {percent} of all the hours lost. Start there.",
        n=len(top),
        names=names,
        percent=percent(part),
    )


def blind(ranked: Priorities) -> BlindShare | None:
    """How much of what hurts lies in the lower half of IT's list."""
    if ranked.gap.blind_share is None:
        return None
    lower = [
        line.service_id
        for line in ranked.gap.lines
        if line.observed is not None and line.assumed is not None and line.assumed > ranked.gap.listed / 2
    ]
    return BlindShare(ranked.gap.blind_share, tuple(ranked.name(service_id) for service_id in lower))


def unit_costs(read: Reader, ranked: Priorities) -> tuple[UnitCost, ...]:
    """Every unit that loses something, the dearest first."""
    found = []
    for unit in read.where(BusinessUnit, "name"):
        own = rank(read, unit.id, ranked.weights)
        if own.costs:
            found.append(_unit(unit, own))
    return tuple(sorted(found, key=lambda each: -each.hours.value))


def _unit(unit: BusinessUnit, own: Priorities) -> UnitCost:
    cost = sum(each.cost for each in own.costs)
    return UnitCost(
        unit=unit.name,
        hours=Estimate(sum(each.hours for each in own.costs)),
        money=cost if cost > 0 else None,
        dearest=tuple((own.name(each.service_id), each.hours) for each in own.costs[:DEAREST]),
    )


def step_costs(ranked: Priorities) -> tuple[StepCost, ...]:
    """What each step of the business's own work loses."""
    return tuple(
        StepCost(
            step=step.name,
            services=tuple(ranked.name(service_id) for service_id in step.service_ids),
            hours=Estimate(cost.hours),
            money=cost.cost if cost.cost > 0 else None,
            value_at_stake=step.value_at_stake,
        )
        for step, cost in ranked.steps
    )


def sureness(ranked: Priorities, names: Names, drawn: Draws, remarks: tuple[str, ...] = ()) -> Sureness:
    """What the figures of a ranking rest on."""
    pains = [pain for cost in ranked.costs for pain in cost.pains]
    hours = sum(cost.hours for cost in ranked.costs)
    spreads = [each.spread.hours for each in drawn.services.values()]
    been = {visit.site_id for visit in ranked.visits}
    never: list[UUID] = [site_id for site_id in ranked.ground.sites if site_id not in been]
    beyond = sum(cost.extrapolated_hours for cost in ranked.costs)
    return Sureness(
        visits=len(ranked.visits),
        hours=sum(visit.exposure_hours for visit in ranked.visits),
        seen=round(sum(pain.seen for pain in pains)),
        told=round(sum(pain.told for pain in pains)),
        observed_minutes=sum(cost.observed_minutes for cost in ranked.costs),
        hours_a_year=Estimate(hours, sum(each.low for each in spreads), sum(each.high for each in spreads)),
        unvisited_share=beyond / hours if hours else 0.0,
        coverage=ranked.coverage.share if ranked.coverage.role_hours else None,
        sites_visited=tuple(sorted(names.sites[site_id].name for site_id in been)),
        sites_not_visited=tuple(sorted(names.sites[site_id].name for site_id in never)),
        remarks=remarks,
    )


def _agreement(gap: RankingGap) -> tuple[str, ...]:
    """The coefficients, for those who ask."""
    lines = []
    if gap.tau_b is not None:
        lines.append(say("Kendall’s τ-b between IT’s list and the field: {tau_b:.2f}", tau_b=gap.tau_b))
    if gap.spearman is not None:
        lines.append(say("Spearman’s ρ: {spearman:.2f}", spearman=gap.spearman))
    if gap.overlap_patient is not None and gap.overlap_hasty is not None:
        lines.append(
            say(
                "Rank-biased overlap: {overlap_patient:.2f} (p = 0.9), {overlap_hasty:.2f} (p = 0.7)",
                overlap_patient=gap.overlap_patient,
                overlap_hasty=gap.overlap_hasty,
            )
        )
    if gap.mean_gap is not None:
        lines.append(say("Mean distance between the two ranks: {mean_gap:.1f|place|places}", mean_gap=gap.mean_gap))
    return tuple(lines)

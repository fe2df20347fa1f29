"""Everything that is known of one pain point, gathered in one view of the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.organisation import BusinessUnit, Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.service import Service
from shadow_app.domain.telling import FeedbackRecord, Update
from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.domain.weights import Weights
from shadow_app.insight.before_after import Proof, before_after
from shadow_app.insight.draws import draws
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.service_cost import ServiceCost, rank_services
from shadow_app.insight.silent_pain import Silence
from shadow_app.insight.trend import StratumDay, TrendPoint, trend
from shadow_app.insight.uncertainty import Range
from shadow_app.insight.waits import Waits
from shadow_app.reports.immersion import SixAnswers
from shadow_app.storage import ground as store_ground
from shadow_app.storage import pain_listings
from shadow_app.storage.pain_days import stratum_days, tallies_of
from shadow_app.storage.repository import Reader
from shadow_app.usecases.evidence import MOST_SHOWN, Witness, witnesses_of
from shadow_app.usecases.pain_rows import Lines, PainRow, currency_of, without_notes
from shadow_app.usecases.prioritising import SEED, weights_in_force
from shadow_app.usecases.six_questions import answer_six, facts_of
from shadow_app.usecases.telling import sites_told


class SiteSince(NamedTuple):
    """A site at which the pain was noted, and how long ago it was told anything; None: never."""

    site_id: UUID
    site: str
    days: int | None


class Said(NamedTuple):
    """Words that a host agrees to have repeated, and the note they come from."""

    words: str
    note_id: UUID
    site: str


@dataclass(frozen=True)
class PainScene:
    """Everything that a page shows of one pain point. Hours and money are per year, over all units."""

    row: PainRow
    pain_point: PainPoint
    cost: PainCost
    """`cost.observed_minutes` stands beside its hours; `cost.impact`, `urgency` and `priority` are the ITIL codes."""
    spread: Range
    """80 % range of the hours."""
    weights: Weights
    witnesses: tuple[Witness, ...]
    """The weightiest notes; photos and quotes only where the host agrees to them today."""
    sites: tuple[str, ...]
    quotes: tuple[Said, ...]
    six: SixAnswers
    """An empty answer is missing."""
    trend: tuple[TrendPoint, ...]
    waits: Waits
    silence: Silence
    decision: Decision | None
    promises: tuple[Commitment, ...]
    """Open ones first, the earliest due before the others."""
    updates: tuple[Update, ...]
    """What sites were told, the latest first."""
    told_desk: tuple[FeedbackRecord, ...]
    """The latest first."""
    follow_ups: tuple[Proof, ...]
    """The latest change first."""
    merged: tuple[PainPoint, ...]
    """Those that were merged into it and can be brought back."""
    fixing_team: str
    """Its own, else the service's support team."""
    stake: str
    """What is at stake for the business, in words: its own, else that of the units where it was noted."""
    consequences: tuple[str, ...]
    """What happened next, as noted."""
    days_since_told: tuple[SiteSince, ...]


def pain_scene(read: Reader, pain_point: PainPoint, today: date) -> PainScene:
    """Gather it; the tallies are up to date."""
    weights = weights_in_force(read)
    cost = cost_of(read, pain_point, weights)
    witnesses = witnesses_of(read, pain_listings.evidence_of_pain_point(read, pain_point.id, MOST_SHOWN))
    days = stratum_days(read, pain_point.id)
    facts = facts_of(read, pain_point.id)
    sites = [read.recall(Site, site_id) for site_id in pain_listings.sites_of(read, pain_point.id)]
    silence = pain_listings.silence_of(read, pain_point.id)
    service = read.recall(Service, pain_point.service_id)
    return PainScene(
        row=Lines(read, pain_listings.gathered_of(read, pain_point), currency_of(read)).row(cost, pain_point),
        pain_point=pain_point,
        cost=cost,
        spread=_spread(cost),
        weights=weights,
        witnesses=witnesses,
        sites=tuple(sorted({site.name for site in sites})),
        quotes=tuple(Said(each.quote, each.note.note.id, each.visit.site) for each in witnesses if each.quote),
        six=answer_six(
            cost,
            pain_point.title,
            [each.note.note for each in witnesses],
            replace(facts, silence=silence),
        ),
        trend=trend(days),
        waits=pain_listings.waits_of(read, pain_point.id, today),
        silence=silence,
        decision=facts.decision,
        promises=_promises(read, pain_point.id),
        updates=_updates(read, pain_point.id),
        told_desk=tuple(facts.told_desk),
        follow_ups=proofs(read, pain_point.id, days, cost),
        merged=_merged(read, pain_point.id),
        fixing_team=pain_point.fixing_team or service.support_team,
        stake=pain_point.value_at_stake or _stakes(read, sites),
        consequences=distinct(each.note.note.consequence for each in witnesses),
        days_since_told=_since(read, sites, today),
    )


def cost_of(read: Reader, pain_point: PainPoint, weights: Weights) -> PainCost:
    """The figures of one pain point over all units; the tallies are up to date."""
    mine = tallies_of(read, pain_point.id)
    ranked = rank_services(mine, store_ground.ground(read), weights)
    return ranked[0].pains[0] if ranked else without_notes(pain_point, weights)


def proofs(read: Reader, pain_point_id: UUID, days: Sequence[StratumDay], cost: PainCost) -> tuple[Proof, ...]:
    """The follow-ups of a pain point with what was measured before and after, the latest change first."""
    kept = read.where(FollowUp, "changed_on", pain_point_id=pain_point_id)
    return tuple(before_after(each, days, cost) for each in reversed(kept))


def _spread(cost: PainCost) -> Range:
    """The same draws as in the ranking, because they hang on the ids of the pain point alone."""
    alone = ServiceCost(
        service_id=cost.service_id,
        pains=(cost,),
        observed_hours=cost.observed_hours,
        extrapolated_hours=cost.extrapolated_hours,
        cost=cost.cost,
        wlh=cost.wlh,
        observed_minutes=cost.observed_minutes,
        behind=cost.behind,
    )
    drawn = draws((alone,), SEED)
    assert drawn is not None
    return drawn.pains[cost.service_id, cost.pain_point_id].hours


def _merged(read: Reader, pain_point_id: UUID) -> tuple[PainPoint, ...]:
    return tuple(each for each in read.where(PainPoint, merged_into_id=pain_point_id, removed=True) if each.removed)


def _promises(read: Reader, pain_point_id: UUID) -> tuple[Commitment, ...]:
    given = read.where(Commitment, pain_point_id=pain_point_id)
    return tuple(sorted(given, key=lambda each: (each.state is not CommitmentState.OPEN, each.due_on or date.max)))


def _updates(read: Reader, pain_point_id: UUID) -> tuple[Update, ...]:
    return tuple(reversed(read.where(Update, "told_on", pain_point_id=pain_point_id)))


def _stakes(read: Reader, sites: Iterable[Site]) -> str:
    units = [read.recall(BusinessUnit, unit_id) for unit_id in {site.unit_id for site in sites}]
    return "\n".join(distinct(unit.value_at_stake for unit in sorted(units, key=lambda unit: unit.name)))


def _since(read: Reader, sites: Iterable[Site], today: date) -> tuple[SiteSince, ...]:
    noted_at = {site.id for site in sites}
    told = sites_told(read, today)
    return tuple(SiteSince(each.site_id, each.site, each.days) for each in told if each.site_id in noted_at)


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """What was said, each once, in the order in which it was said."""
    return tuple(dict.fromkeys(words for text in texts if (words := " ".join(text.split()))))

"""One line per pain point: what it costs, what to do first, how far IT has come with it, and what comes next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.language import mark, say
from shadow_app.domain.organisation import Organisation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import Choice, CommitmentState, EvidenceGrade, Lane
from shadow_app.domain.weights import Weights
from shadow_app.insight import severity
from shadow_app.insight.grouping import GradeCounts
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.standing import Standing, standing
from shadow_app.insight.witnesses import Behind
from shadow_app.storage.pain_listings import Gathered, PainKey, gathered_of
from shadow_app.storage.repository import Reader

NOT_SORTED = mark("Not sorted yet")
_NOTHING = Gathered(0, 0, 0, None, None)
_NO_GRADES = GradeCounts._make([0.0] * len(GradeCounts._fields))


@dataclass(frozen=True)
class PainRow:
    """One line of the list. Hours and money are per year."""

    id: UUID | None
    """None: what nobody has grouped of a service."""
    service_id: UUID
    service: str
    title: str
    hours: float
    cost: float
    wlh: float
    """Damage-weighted lost hours: what the order goes by."""
    currency: str
    lane: Lane
    graded: bool
    evidence: EvidenceGrade
    notes: int
    visits: int
    sites: int
    choice: Choice | None
    standing: Standing
    owner: str
    """Who talks to the business; empty is a gap that a screen shows in red."""
    next_on: date | None
    """The earliest of the review date, the due dates of open promises and the next contact; None of a closed one."""
    seen_on: date | None
    """The last day on which it was seen."""
    merged: int = 0
    """How many others have been merged into it."""


@dataclass(frozen=True)
class Decided:
    """What IT has decided and promised, by pain point."""

    decisions: Mapping[UUID, Decision]
    promises: Mapping[UUID, Sequence[Commitment]]
    merged: Mapping[UUID, int]

    @classmethod
    def read(cls, read: Reader) -> Decided:
        """All of it: decisions and promises are few."""
        promises: dict[UUID, list[Commitment]] = defaultdict(list)
        for promise in read.where(Commitment):
            if promise.pain_point_id is not None:
                promises[promise.pain_point_id].append(promise)
        merged: dict[UUID, int] = defaultdict(int)
        for each in read.where(PainPoint, removed=True):
            if each.removed and each.merged_into_id is not None:
                merged[each.merged_into_id] += 1
        return cls({each.pain_point_id: each for each in read.where(Decision)}, promises, merged)


class Lines:
    """Makes rows out of what was read once."""

    def __init__(self, read: Reader, found: Mapping[PainKey, Gathered], currency: str) -> None:
        self._read, self._found, self._currency = read, found, currency
        self._decided = Decided.read(read)
        self._services = {each.id: each for each in read.where(Service, removed=True)}

    def row(self, cost: PainCost, pain_point: PainPoint | None) -> PainRow:
        """The line of one pain point, or of what is not sorted yet."""
        behind = self._found.get((cost.service_id, cost.pain_point_id), _NOTHING)
        own = pain_point.id if pain_point else None
        decision = self._decided.decisions.get(own) if own else None
        promises = self._decided.promises.get(own, ()) if own else ()
        where = standing(
            pain_point,
            decided=decision is not None,
            promised=any(each.state is not CommitmentState.DROPPED for each in promises),
            seen_on=self._seen_anywhere(pain_point) or behind.seen_on,
        )
        return PainRow(
            id=own,
            service_id=cost.service_id,
            service=self._services[cost.service_id].name,
            title=pain_point.title if pain_point else say(NOT_SORTED),
            hours=cost.hours,
            cost=cost.cost,
            wlh=cost.wlh,
            currency=self._currency,
            lane=cost.lane,
            graded=cost.graded,
            evidence=cost.behind.evidence,
            notes=behind.notes,
            visits=behind.visits,
            sites=behind.sites,
            choice=decision.choice if decision else None,
            standing=where,
            owner=pain_point.engagement_owner if pain_point else "",
            next_on=None if where is Standing.CLOSED else next_on(pain_point, decision, promises),
            seen_on=behind.seen_on,
            merged=self._decided.merged.get(own, 0) if own else 0,
        )

    def _seen_anywhere(self, pain_point: PainPoint | None) -> date | None:
        """What was closed opens again wherever it is seen, also for those who look at another unit."""
        if pain_point is None or pain_point.closed_on is None:
            return None
        return gathered_of(self._read, pain_point)[pain_point.service_id, pain_point.id].seen_on


def next_on(pain_point: PainPoint | None, decision: Decision | None, promises: Iterable[Commitment]) -> date | None:
    """The next day on which somebody has to do something about it; it may lie in the past."""
    days = [each.due_on for each in promises if each.state is CommitmentState.OPEN]
    days += [decision.review_on if decision else None, pain_point.next_contact_on if pain_point else None]
    return min((day for day in days if day is not None), default=None)


def without_notes(pain_point: PainPoint, weights: Weights) -> PainCost:
    """The figures of a pain point that no counted note stands behind: nothing, with the grades that people have set."""
    grades = severity.grades_of(pain_point, _NO_GRADES)
    priced = pain_point.loss_value is not None and pain_point.loss_chance is not None
    return PainCost(
        pain_point_id=pain_point.id,
        service_id=pain_point.service_id,
        grades=grades,
        uplift=0.0 if priced else severity.uplift(grades, weights),
        priced=priced,
        strata=(),
        extrapolated=(),
        observed_hours=0.0,
        extrapolated_hours=0.0,
        loss=0.0,
        cost=0.0,
        wlh=0.0,
        observed_minutes=0.0,
        seen=0.0,
        told=0.0,
        surprises=0.0,
        behind=Behind(0.0, 0, 0, 0),
        effort_days=pain_point.effort_days,
        effort_cap=0.0,
    )


def currency_of(read: Reader) -> str:
    """The currency of figures over all units: that of the first firm."""
    return next((firm.currency for firm in read.where(Organisation)), "GBP")

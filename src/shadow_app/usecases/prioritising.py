"""What each service really costs the business, and how wrong IT's own ranking was."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from uuid import UUID

from shadow_app.domain.language import say
from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import link_id, new_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.domain.weights import Weights
from shadow_app.insight.coverage import Coverage, coverage
from shadow_app.insight.draws import Draws, draws
from shadow_app.insight.ranking_gap import RankingGap, ranking_gap
from shadow_app.insight.sensitivity import Swing, sensitivity
from shadow_app.insight.service_cost import ServiceCost, rank_sheet
from shadow_app.insight.steps import StepCost, step_costs
from shadow_app.insight.tally import Ground
from shadow_app.storage import ground as store_ground
from shadow_app.storage import tallies
from shadow_app.storage.repository import Reader
from shadow_app.storage.sheets import sheet
from shadow_app.storage.store import Store

_BUILT_IN = link_id("weights", "built in")
"""The same on every laptop, so that equal rankings are equal values."""

SEED = 2011
"""The same draws every time: a range must not flicker when nobody has learnt anything."""


@dataclass(frozen=True)
class Priorities:
    """The ranking of one business unit, or of all. Order and means; `Prioritising.ranges` has the rest."""

    unit: BusinessUnit | None
    weights: Weights
    costs: tuple[ServiceCost, ...]
    gap: RankingGap
    steps: tuple[tuple[BusinessStep, StepCost], ...]
    services: Mapping[UUID, Service]
    pain_points: Mapping[UUID, PainPoint]
    assumed: AssumedRanking | None
    """IT's locked list; None while there is none, and then no field figure should be shown beside it."""
    visits: tuple[Visit, ...]
    ground: Ground
    coverage: Coverage
    respondents: int
    currency: str

    def name(self, service_id: UUID) -> str:
        """The service's name."""
        return self.services[service_id].name

    def pain_title(self, pain_point_id: UUID | None) -> str:
        """The pain point's title; what nobody has grouped is "not sorted yet"."""
        return say("Not sorted yet") if pain_point_id is None else self.pain_points[pain_point_id].title


@dataclass(frozen=True)
class Gate:
    """Whether the field may be shown beside IT's list: not before the list is locked (`domain.md` §1 R16)."""

    organisation_id: UUID | None
    """Whose list it would be; None while there is no firm."""
    unit_id: UUID | None
    locked: AssumedRanking | None
    draft: AssumedRanking | None
    """A list that somebody has begun and not locked yet."""
    waived: bool
    """Somebody has said that IT has no list here."""

    @property
    def open(self) -> bool:
        """Whether the figures may be shown."""
        return self.locked is not None or self.waived


class Prioritising:
    """The verbs of the Priorities page."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def refresh(self) -> None:
        """Add up what has been written since the last ranking; writes, so it belongs to the writing thread."""
        tallies.refresh(self._store)

    def ranking(self, unit_id: UUID | None = None, weights: Weights | None = None) -> Priorities:
        """Rank the services of a unit, or of all.

        Args:
            unit_id: None for all units.
            weights: try these instead of the ones in force.
        """
        self.refresh()
        with self._store.reading() as read, _no_collecting():
            return rank(read, unit_id, weights or weights_in_force(read))

    @staticmethod
    def ranges(priorities: Priorities, keep_going: Callable[[], bool] = lambda: True) -> Draws | None:
        """80 % ranges and the chance to be in the first three; takes seconds, so it follows in the background."""
        return draws(priorities.costs, SEED, keep_going=keep_going)

    def sensitivity(
        self, priorities: Priorities, keep_going: Callable[[], bool] = lambda: True
    ) -> tuple[Swing, ...] | None:
        """Whether the order survives ±50 % on each weight; may take seconds, so it belongs in the background."""
        unit_id = priorities.unit.id if priorities.unit else None
        with self._store.reading() as read:
            sums = tallies.tallies(read, unit_id)
        return sensitivity(priorities.costs, priorities.weights, sums, priorities.ground, keep_going=keep_going)

    def gate(self, unit_id: UUID | None = None) -> Gate:
        """Whether IT has written down what it believes about a unit, or about any."""
        with self._store.reading() as read:
            unit = None if unit_id is None else read.get(BusinessUnit, unit_id)
            firms = read.where(Organisation, "name")
            firm_id = unit.organisation_id if unit else next((firm.id for firm in firms), None)
            lists = [each for each in read.where(AssumedRanking) if each.organisation_id == firm_id]
            drafts = [each for each in lists if each.locked_at is None and each.unit_id in (None, unit_id)]
            locked = assumed_list(read, unit)
        waived = self._store.fact(_waiver(unit_id)) is not None
        return Gate(firm_id, unit_id, locked, drafts[-1] if drafts else None, waived)

    def waive(self, unit_id: UUID | None = None) -> None:
        """IT has no list here: show the field without one. Asked once on this copy of the store."""
        self._store.remember(_waiver(unit_id), "yes")

    def of_visit(self, visit_id: UUID) -> tuple[ServiceCost, ...]:
        """The same score over one visit alone: its notes, its hours, the people of its site."""
        self.refresh()
        with self._store.reading() as read:
            return costs_of_visit(read, read.get(Visit, visit_id))

    def weights(self) -> Weights:
        """The weights in force."""
        with self._store.reading() as read:
            return weights_in_force(read)

    def weigh(self, weights: Weights) -> Weights:
        """Put new weights in force; the old ones stay on record."""
        kept = weights.edited(id=new_id(), made_at=datetime.now(timezone.utc))
        with self._store.work("Weights changed") as work:
            work.put(kept)
            work.commit()
        return kept


def _waiver(unit_id: UUID | None) -> str:
    return say("no list of IT: {unit_id}", unit_id=unit_id or say("all units"))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles: among a hundred thousand figures that have none it took half the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def costs_of_visit(read: Reader, visit: Visit) -> tuple[ServiceCost, ...]:
    """What one day says a year costs at its site; nothing is carried over to other sites."""
    noted = sheet(read, visit_id=visit.id)
    return rank_sheet(noted, store_ground.ground_of_visit(read, visit), weights_in_force(read))


def weights_in_force(read: Reader) -> Weights:
    """The newest weights, the built-in ones if nobody has set any."""
    known = read.where(Weights, "made_at")
    return known[-1] if known else Weights(id=_BUILT_IN)


def rank(read: Reader, unit_id: UUID | None, weights: Weights) -> Priorities:
    """The ranking of a unit, or of all, over tallies that are up to date."""
    whole = store_ground.ground(read)
    ground = whole if unit_id is None else whole.of_unit(unit_id)
    costs = rank_sheet(sheet(read, unit_id), ground, weights)
    unit = None if unit_id is None else read.get(BusinessUnit, unit_id)
    assumed = assumed_list(read, unit)
    answers = store_ground.stated_answers(read, unit_id)
    steps = [step for step in read.where(BusinessStep) if unit_id in (None, step.unit_id)]
    by_id = {step.id: step for step in steps}
    return Priorities(
        unit=unit,
        weights=weights,
        costs=costs,
        gap=ranking_gap(
            assumed.service_ids if assumed else (), answers, costs, store_ground.used_services(read, unit_id)
        ),
        steps=tuple((by_id[cost.step_id], cost) for cost in step_costs(steps, costs)),
        services={service.id: service for service in read.where(Service, removed=True)},
        pain_points={pain_point.id: pain_point for pain_point in read.where(PainPoint, removed=True)},
        assumed=assumed,
        visits=tuple(store_ground.visits_made(read, unit_id)),
        ground=ground,
        coverage=coverage(ground),
        respondents=len({(answer.visit_id, answer.respondent) for answer in answers}),
        currency=_currency(read, unit),
    )


def assumed_list(read: Reader, unit: BusinessUnit | None) -> AssumedRanking | None:
    """The newest locked list: the unit's own, else its firm's; over all units, any firm's."""
    locked = sorted(
        (each for each in read.where(AssumedRanking) if each.locked_at is not None),
        key=lambda each: (each.locked_at is not None and each.locked_at.timestamp(), each.id),
        reverse=True,
    )
    if unit is None:
        return locked[0] if locked else None
    own = [each for each in locked if each.unit_id == unit.id]
    firms = [each for each in locked if each.organisation_id == unit.organisation_id and each.unit_id is None]
    return next(iter(own + firms), None)


def _currency(read: Reader, unit: BusinessUnit | None) -> str:
    if unit is not None:
        return read.recall(Organisation, unit.organisation_id).currency
    return next((firm.currency for firm in read.where(Organisation)), "GBP")

"""Does the order survive when one weight is half as large, or half as large again? (`domain.md` §3.1)

The weights are a judgement, so a ranking is worth as much as it can take of another judgement. Each weight is turned
alone, by ±50 %; only a phantom day moves the rates themselves and needs the sums again, every other weight is tried on
the figures that are there. `weight_dials` says what turning a step of a ladder does to its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.weights import Weights
from shadow_app.insight import severity
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.service_cost import ServiceCost, place_key, rank_services
from shadow_app.insight.tally import Ground, Tally
from shadow_app.insight.weight_dials import Dial, Turned, dials, turn, value_of

TOP = 3
HALF = 0.5


class Pass(NamedTuple):
    """One service that now stands right before another which it stood behind."""

    service_id: UUID
    passed_id: UUID


@dataclass(frozen=True, slots=True)
class Trial:
    """One weight at another value, everything else as it is."""

    value: float
    order: tuple[UUID, ...]
    cost: float
    """Money per year over all services."""
    first: bool
    """Whether another service comes first."""
    first_three: bool
    """Whether another service is among the first three, in whatever order."""
    moved: bool
    """Whether anything in the order changes."""
    passes: tuple[Pass, ...]
    """Which services overtake which, in the new order; empty where nothing moves."""
    along: tuple[int, ...] = ()
    """The steps of the ladder that moved with it."""


@dataclass(frozen=True, slots=True)
class Swing:
    """One weight turned down and up."""

    dial: Dial
    in_force: float
    low: Trial
    high: Trial

    @property
    def trials(self) -> tuple[Trial, Trial]:
        """Both."""
        return self.low, self.high

    @property
    def first(self) -> bool:
        """Whether either way another service comes first."""
        return any(trial.first for trial in self.trials)

    @property
    def first_three(self) -> bool:
        """Whether either way another service is among the first three."""
        return any(trial.first_three for trial in self.trials)

    @property
    def moved(self) -> bool:
        """Whether either way anything in the order changes."""
        return any(trial.moved for trial in self.trials)


class Holds(NamedTuple):
    """What no single weight can overturn by half."""

    order: bool
    """Every place."""
    first_three: bool
    """Which three are the first, in whatever order."""
    first: bool
    """Which is the first."""


def holds(swings: Sequence[Swing]) -> Holds:
    """What survives all of them."""
    return Holds(
        order=not any(swing.moved for swing in swings),
        first_three=not any(swing.first_three for swing in swings),
        first=not any(swing.first for swing in swings),
    )


def sensitivity(
    costs: Sequence[ServiceCost],
    weights: Weights,
    tallies: Sequence[Tally],
    ground: Ground,
    by: float = HALF,
    keep_going: Callable[[], bool] = lambda: True,
) -> tuple[Swing, ...] | None:
    """Turn each weight down and up by a share of itself.

    Args:
        costs: the ranking, as `rank_services` made it of these weights, tallies and ground.
        weights: those in force.
        tallies: what the ranking was made of; asked only where a phantom day counts.
        ground: likewise.
        by: 0.5 is half.
        keep_going: asked before each weight; False stops the work.

    Returns:
        Damage, time, workaround, what is not recovered, phantom day; None when it was told to stop.
    """
    swings = []
    for dial in dials():
        if not keep_going():
            return None
        trials = []
        for factor in (1 - by, 1 + by):
            value, along, turned = turn(weights, dial, factor)
            found = _figures(costs, weights, turned, dial, tallies, ground)
            trials.append(_trial(costs, value, along, found))
        swings.append(Swing(dial, value_of(weights, dial), *trials))
    return tuple(swings)


class _Figure(NamedTuple):
    service_id: UUID
    wlh: float
    hours: float
    cost: float


def _figures(
    costs: Sequence[ServiceCost],
    weights: Weights,
    turned: Weights,
    dial: Dial,
    tallies: Sequence[Tally],
    ground: Ground,
) -> list[_Figure]:
    if dial.turned is Turned.PHANTOM:
        steadied = _steadied(weights.phantom_hours, turned.phantom_hours, costs)
        again = rank_services(tallies, ground, turned) if steadied else costs
        return [_Figure(cost.service_id, cost.wlh, cost.hours, cost.cost) for cost in again]
    return [
        _Figure(
            cost.service_id,
            sum(_weighted(pain, weights, turned) for pain in cost.pains),
            cost.hours,
            sum(_paid(pain, weights, turned) for pain in cost.pains),
        )
        for cost in costs
    ]


def _steadied(before: float, after: float, costs: Sequence[ServiceCost]) -> bool:
    """Whether any rate hangs on the phantom day: everybody who was watched for long keeps the rate that was seen."""
    shortest = max(before, after)
    return before != after and any(
        stratum.shadowed_hours < shortest for cost in costs for pain in cost.pains for stratum in pain.strata
    )


def _weighted(pain: PainCost, weights: Weights, turned: Weights) -> float:
    """Only the difference is added, so that what a weight does not touch keeps every digit."""
    if pain.priced:
        return pain.wlh
    return pain.wlh + pain.hours * (severity.uplift(pain.grades, turned) - severity.uplift(pain.grades, weights))


def _paid(pain: PainCost, weights: Weights, turned: Weights) -> float:
    if weights.unrecovered_share == turned.unrecovered_share:
        return pain.cost
    return pain.loss + (pain.cost - pain.loss) * turned.unrecovered_share / weights.unrecovered_share


def _trial(costs: Sequence[ServiceCost], value: float, along: tuple[int, ...], figures: list[_Figure]) -> Trial:
    before = [cost.service_id for cost in costs]
    ordered = sorted(figures, key=lambda each: place_key(each.wlh, each.hours, each.service_id))
    order = [each.service_id for each in ordered]
    stood = {service_id: place for place, service_id in enumerate(before)}
    passes = tuple(Pass(one, other) for one, other in pairwise(order) if stood[one] > stood[other])
    return Trial(
        value=value,
        order=tuple(order),
        cost=sum(each.cost for each in figures),
        first=order[:1] != before[:1],
        first_three=set(order[:TOP]) != set(before[:TOP]),
        moved=order != before,
        passes=passes,
        along=along,
    )

"""What has changed since a ranking was locked: places, hours, and whether chance alone could have done it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.released import Snapshot, SnapshotLine
from shadow_app.domain.weights import Weights
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.uncertainty import Range
from shadow_app.insight.weight_dials import Dial, dials, value_of


class Course(StrEnum):
    """What became of a service in the ranking."""

    NEW = "new"
    """It was not in the snapshot."""
    UP = "up"
    DOWN = "down"
    SAME = "same"
    GONE = "gone"
    """It was in the snapshot, and nothing that counts names it now."""


class Standing(NamedTuple):
    """One service in one ranking."""

    rank: int
    hours: float
    range: Range | None
    """80 % range of the hours; None while it has not been drawn."""
    cost: float
    top_three: float | None
    """The chance to be among the first three; None while it has not been drawn."""
    notes: float


@dataclass(frozen=True, slots=True)
class SinceLine:
    """One service then and now."""

    service_id: UUID
    then: Standing | None
    now: Standing | None

    @property
    def course(self) -> Course:
        """Up is towards the first place: it hurts more, compared with the others."""
        if self.then is None:
            return Course.NEW
        if self.now is None:
            return Course.GONE
        if self.now.rank == self.then.rank:
            return Course.SAME
        return Course.UP if self.now.rank < self.then.rank else Course.DOWN

    @property
    def places(self) -> int:
        """Places climbed (positive) or fallen; 0 for what is new or gone."""
        return self.then.rank - self.now.rank if self.then and self.now else 0

    @property
    def hours(self) -> float:
        """Hours more (positive) or fewer a year; what is new or gone counts whole."""
        return (self.now.hours if self.now else 0.0) - (self.then.hours if self.then else 0.0)

    @property
    def beyond_chance(self) -> bool | None:
        """Whether the two 80 % ranges of the hours lie apart.

        None where a range is missing, or one of the two, and where no hour has come or gone.
        """
        if round(self.hours) == 0:
            return None
        if self.then is None or self.now is None or self.then.range is None or self.now.range is None:
            return None
        return self.now.range.low > self.then.range.high or self.now.range.high < self.then.range.low


class WeightChange(NamedTuple):
    """A weight that is another one than it was."""

    dial: Dial
    then: float
    now: float


@dataclass(frozen=True, slots=True)
class Since:
    """A ranking beside the one that was locked."""

    snapshot: Snapshot
    lines: tuple[SinceLine, ...]
    """In today's order; what is gone comes last, in the order it had."""
    weights_then: Weights
    weights_now: Weights
    visits_now: int
    currency_now: str

    @property
    def weight_changes(self) -> tuple[WeightChange, ...]:
        """The weights that differ: with them the order may move although nothing else has."""
        pairs = ((dial, value_of(self.weights_then, dial), value_of(self.weights_now, dial)) for dial in dials())
        return tuple(WeightChange(dial, then, now) for dial, then, now in pairs if then != now)

    @property
    def moved(self) -> tuple[SinceLine, ...]:
        """The lines whose place is another one."""
        return tuple(line for line in self.lines if line.course is not Course.SAME)

    @property
    def more_visits(self) -> int:
        """Visits made since; negative when some were withdrawn."""
        return self.visits_now - self.snapshot.visits


def since(
    snapshot: Snapshot,
    costs: Sequence[ServiceCost],
    drawn: Mapping[UUID, tuple[Range, float]] | None,
    weights: tuple[Weights, Weights],
    visits: int,
    currency: str,
) -> Since:
    """Compare.

    Args:
        snapshot: what was locked.
        costs: the ranking now, of the same unit.
        drawn: 80 % range of the hours and chance to be among the first three, by service; None while they are missing.
        weights: those then and those now.
        visits: made by now.
        currency: of the money now.
    """
    then = {line.service_id: _stood(line) for line in snapshot.lines}
    now = {cost.service_id: _stands(place, cost, drawn) for place, cost in enumerate(costs, 1)}
    every = dict.fromkeys((*now, *then))
    lines = tuple(SinceLine(service_id, then.get(service_id), now.get(service_id)) for service_id in every)
    return Since(snapshot, lines, *weights, visits, currency)


def _stood(line: SnapshotLine) -> Standing:
    return Standing(line.rank, line.hours, Range(line.low, line.high), line.cost, line.in_top_three, line.notes)


def _stands(place: int, cost: ServiceCost, drawn: Mapping[UUID, tuple[Range, float]] | None) -> Standing:
    spread, chance = drawn[cost.service_id] if drawn else (None, None)
    return Standing(place, cost.hours, spread, cost.cost, chance, cost.behind.notes)

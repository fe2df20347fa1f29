"""The silent-pain gap: how often a service fails people in a year, against how often the service desk hears of it.

Occurrences come from the field (`PainCost.events`), tickets from what the desk counted. A ticket may stand for several
occurrences and an occurrence for several tickets, so the gap says where to ask and nothing about a single case
(`domain.md` §1 I6).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple
from uuid import UUID

from shadow_app.insight.lost_hours import Basis, Stratum
from shadow_app.insight.pain_cost import PainCost, share
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.uncertainty import Range, rate_range, rate_range_of

DAYS_PER_YEAR = 365


class Counted(NamedTuple):
    """The desk's counts of one service in one unit, added up by SQL. The last day of a stretch counts with it."""

    service_id: UUID
    unit_id: UUID | None
    """None: counted for everybody."""
    tickets: float
    days: float
    """Σ of the lengths of the stretches in which was counted."""
    hours: float
    hours_days: float
    """Σ of the lengths of those stretches for which hours are known."""
    hours_missing: float
    """Tickets in stretches for which no hours are known."""


@dataclass(frozen=True, slots=True)
class DeskCount:
    """What the desk counts of a service in a year."""

    tickets: float
    hours: float | None
    """IT's own work; None unless it is known wherever tickets were counted."""


@dataclass(frozen=True, slots=True)
class ServiceGap:
    """One service. `tickets` is None where the desk has no count of it."""

    service_id: UUID
    occurrences: float
    """A year, by what was seen and told in the field."""
    spread: Range
    """80 % range of the occurrences."""
    tickets: float | None

    @property
    def silent(self) -> float | None:
        """Occurrences a year of which the desk hears nothing; 0 where it hears more than the field saw."""
        return None if self.tickets is None else max(0.0, self.occurrences - self.tickets)

    @property
    def silent_share(self) -> float | None:
        """silent ÷ occurrences, 0 … 1; None without a count or without an occurrence."""
        return None if self.silent is None or self.occurrences <= 0 else self.silent / self.occurrences

    @property
    def silent_range(self) -> Range | None:
        """The same at the two ends of the occurrences' range."""
        if self.tickets is None or self.occurrences <= 0:
            return None
        low, high = (max(0.0, 1 - self.tickets / end) if end > 0 else 0.0 for end in self.spread)
        return Range(low, high)

    @property
    def unheard(self) -> bool:
        """Whether it fails people and the desk counts not one ticket."""
        return self.tickets == 0 and self.occurrences > 0

    @property
    def louder(self) -> bool:
        """Whether the desk hears more than the field has seen."""
        return self.tickets is not None and self.tickets > self.spread.high


@dataclass(frozen=True, slots=True)
class TicketGap:
    """Every service that the field or the desk knows of, the largest silence first, uncounted ones last."""

    services: tuple[ServiceGap, ...]

    @property
    def counted(self) -> tuple[ServiceGap, ...]:
        """Those of which the desk has a count."""
        return tuple(line for line in self.services if line.tickets is not None)

    @property
    def uncounted(self) -> tuple[ServiceGap, ...]:
        """Those that fail people and stand in no count at all."""
        return tuple(line for line in self.services if line.tickets is None and line.occurrences > 0)

    @property
    def unheard(self) -> tuple[ServiceGap, ...]:
        """Where the desk hears nothing."""
        return tuple(line for line in self.services if line.unheard)

    @property
    def silent_share(self) -> float | None:
        """Over the counted services: Σ silent ÷ Σ occurrences, 0 … 1; None while nothing can be compared."""
        seen = sum(line.occurrences for line in self.counted)
        return share(sum(line.silent or 0.0 for line in self.counted), seen) if seen > 0 else None


def desk_counts(counted: Iterable[Counted], unit_id: UUID | None = None) -> dict[UUID, DeskCount]:
    """Tickets and hours a year per service.

    A stretch of time is brought to a year by its length, and of overlapping stretches the mean rate counts, weighted by
    length. Asked for one unit, only counts of that unit speak; asked for all, a count of everybody speaks alone, and
    without one the units are added up.
    """
    rows: dict[UUID, list[Counted]] = {}
    for row in counted:
        if unit_id is None or row.unit_id == unit_id:
            rows.setdefault(row.service_id, []).append(row)
    return {
        service_id: _a_year([row for row in found if row.unit_id is None] or found)
        for service_id, found in rows.items()
    }


def ticket_gap(costs: Iterable[ServiceCost], counts: dict[UUID, DeskCount]) -> TicketGap:
    """Field against desk, service by service."""
    lines, rates = {}, Rates()
    for cost in costs:
        count = counts.get(cost.service_id)
        mean, spread = occurrences(cost.pains, rates)
        lines[cost.service_id] = ServiceGap(cost.service_id, mean, spread, count.tickets if count else None)
    for service_id, count in counts.items():
        if service_id not in lines:
            lines[service_id] = ServiceGap(service_id, 0.0, Range(0.0, 0.0), count.tickets)
    return TicketGap(tuple(sorted(lines.values(), key=_most_silent_first)))


class Rates(dict[tuple[float, float], Range]):
    """80 % ranges of rates by sightings and hours: among tens of thousands of strata most are alike."""

    def __missing__(self, key: tuple[float, float]) -> Range:
        found = self[key] = rate_range(*key)
        return found

    def of(self, stratum: Stratum) -> Range:
        """As `rate_range_of`."""
        if stratum.basis is Basis.SEEN and stratum.exposure > 0:
            return self[stratum.sightings, stratum.exposure]
        return rate_range_of(stratum)


def occurrences(pains: Sequence[PainCost], rates: Rates | None = None) -> tuple[float, Range]:
    """Occurrences a year of several pain points, with their 80 % range.

    What was carried over to unvisited sites is as unsure as what it was carried over from. The ends of independent
    parts are joined as the root of the sum of squares: they are not all at their worst at once.
    """
    known = Rates() if rates is None else rates
    parts = [(pain.events, _pain_range(pain, known)) for pain in pains]
    mean = sum(events for events, _ in parts)
    below = sqrt(sum((events - spread.low) ** 2 for events, spread in parts))
    above = sqrt(sum((spread.high - events) ** 2 for events, spread in parts))
    return mean, Range(max(0.0, mean - below), mean + above)


def _pain_range(pain: PainCost, rates: Rates) -> Range:
    here = sum(stratum.events for stratum in pain.strata)
    if here <= 0:
        return Range(pain.events, pain.events)
    below = above = 0.0
    for stratum in pain.strata:
        if stratum.per_hour > 0:
            spread = rates.of(stratum).times(stratum.events / stratum.per_hour)
            below += (stratum.events - spread.low) ** 2
            above += (spread.high - stratum.events) ** 2
    with_others = pain.events / here
    return Range(max(0.0, here - sqrt(below)) * with_others, (here + sqrt(above)) * with_others)


def _a_year(rows: Sequence[Counted]) -> DeskCount:
    tickets = sum(row.tickets / row.days * DAYS_PER_YEAR for row in rows if row.days > 0)
    if any(row.hours_missing > 0 for row in rows) or not any(row.hours_days > 0 for row in rows):
        return DeskCount(tickets, None)
    return DeskCount(tickets, sum(row.hours / row.hours_days * DAYS_PER_YEAR for row in rows if row.hours_days > 0))


def _most_silent_first(line: ServiceGap) -> tuple[bool, float, float, int]:
    return line.tickets is None, -(line.silent or 0.0), -line.occurrences, line.service_id.int

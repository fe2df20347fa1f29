"""How often a pain is met, visit by visit or month by month, against the hours in which it could have been met.

A visit to one of its places and roles on which it was not met counts with its hours and no sighting: leaving it out
would make every pain look as bad as on its worst day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.vocabulary import VisitType
from shadow_app.insight.lost_hours import raw_rate
from shadow_app.insight.uncertainty import Range, rate_range

FEW_VISITS = 8
"""Up to this many visits each is a point of its own; above, the months are."""


class StratumDay(NamedTuple):
    """One visit in one stratum (site × role) in which the pain was ever noted; sums over the notes that were seen."""

    visit_id: UUID
    on: date
    """By the clock of the site."""
    visit_type: VisitType
    release_ref: str
    site_id: UUID
    role_id: UUID
    hours: float
    """Shadowed; more than 0."""
    seen: float
    """Σ count."""
    timed_count: float
    """Σ count over the notes with minutes."""
    minutes: float
    """Σ count · minutes over the same notes."""
    after_change: tuple[str, ...] = ()
    """What its notes say they came after."""


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One visit, or the visits of one month."""

    on: date
    """The first day of it on which somebody was out."""
    until_on: date
    """The last one."""
    visits: int
    hours: float
    seen: float
    monthly: bool

    @property
    def rate(self) -> float:
        """Occurrences per shadowed hour."""
        return raw_rate(self.seen, self.hours)

    @property
    def range(self) -> Range:
        """80 % range of `rate`."""
        return rate_range(self.seen, self.hours)


def trend(days: Iterable[StratumDay]) -> tuple[TrendPoint, ...]:
    """The points, earliest first; a month without a visit has none, because nothing is known of it."""
    visits = _visits(days)
    if len(visits) <= FEW_VISITS:
        return tuple(_point([visit], monthly=False) for visit in visits)
    months: dict[tuple[int, int], list[_Visit]] = {}
    for visit in visits:
        months.setdefault((visit.on.year, visit.on.month), []).append(visit)
    return tuple(_point(same, monthly=True) for same in months.values())


class _Visit(NamedTuple):
    on: date
    id: UUID
    hours: float
    seen: float


def _visits(days: Iterable[StratumDay]) -> list[_Visit]:
    """A visit that saw two roles spent its hours once, so they count once."""
    found: dict[UUID, _Visit] = {}
    for day in days:
        before = found.get(day.visit_id)
        seen = day.seen + (before.seen if before else 0.0)
        found[day.visit_id] = _Visit(day.on, day.visit_id, day.hours, seen)
    return sorted(found.values())


def _point(visits: Sequence[_Visit], *, monthly: bool) -> TrendPoint:
    return TrendPoint(
        on=visits[0].on,
        until_on=visits[-1].on,
        visits=len(visits),
        hours=sum(visit.hours for visit in visits),
        seen=sum(visit.seen for visit in visits),
        monthly=monthly,
    )

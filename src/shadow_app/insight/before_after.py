"""Did a change help? What a pain point cost before it and after it, and how sure that is (`domain.md` §1 R13, I5).

Places are never pooled (`lost_hours`): only strata (site × role) that were shadowed both before and after are compared,
each with its own people and days. Where the 80 % ranges of the hours overlap the change is not yet proven.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.decision import FollowUp
from shadow_app.domain.vocabulary import VisitType
from shadow_app.insight.gamma import gamma_quantile
from shadow_app.insight.lost_hours import Stratum, hours_lost, raw_rate
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.trend import StratumDay
from shadow_app.insight.uncertainty import HALF_A_SIGHTING, LEVEL, Range, rate_range

Place = tuple[UUID, UUID]
"""(site, role)."""


class Verdict(StrEnum):
    """What can be said of a change."""

    BETTER = "better"
    WORSE = "worse"
    NOT_YET_PROVEN = "not_yet_proven"
    """It was measured before and after, and the ranges overlap."""
    NOT_MEASURED = "not_measured"
    """Nobody was out both before and after, and no minutes were measured by other means."""


@dataclass(frozen=True, slots=True)
class Side:
    """The visits before a change, or those after it, in the compared strata."""

    visits: int
    shadowed_hours: float
    """E, summed over the compared strata."""
    seen: float
    """k."""
    minutes: float | None
    """Mean lost minutes per occurrence: as measured by other means, else of the notes; None where neither is known."""
    hours: float
    """Lost hours a year at this rate and these minutes."""
    hours_range: Range
    """80 % range of `hours`, with the minutes held fixed."""

    @property
    def per_hour(self) -> float | None:
        """Occurrences per shadowed hour; None where nobody was out."""
        return raw_rate(self.seen, self.shadowed_hours) if self.shadowed_hours > 0 else None

    @property
    def per_hour_range(self) -> Range | None:
        """80 % range of `per_hour`."""
        return rate_range(self.seen, self.shadowed_hours) if self.shadowed_hours > 0 else None


@dataclass(frozen=True, slots=True)
class Proof:
    """A follow-up with what the visits and the measurements say of it."""

    follow_up: FollowUp
    before: Side
    after: Side
    verdict: Verdict
    compared: tuple[Place, ...]
    """The strata shadowed both before and after."""
    not_compared: tuple[Place, ...]
    """Where the pain was met and only one side is known."""

    @property
    def given_back(self) -> float:
        """Hours a year that the compared strata have got back; negative where they lose more than before."""
        return self.before.hours - self.after.hours

    @property
    def given_back_range(self) -> Range:
        """The least and the most that the two 80 % ranges allow."""
        before, after = self.before.hours_range, self.after.hours_range
        return Range(before.low - after.high, before.high - after.low)


def is_after(day: StratumDay, follow_up: FollowUp) -> bool:
    """Whether a visit belongs to the time after a change.

    From `changed_on` on every visit does. An earlier one does when it looked at this release (POST_RELEASE, unless it
    names another one), or when its notes say that they came after this change: then it had arrived there sooner.
    """
    if day.on >= follow_up.changed_on:
        return True
    if day.visit_type is VisitType.POST_RELEASE and not _names_another(day.release_ref, follow_up.change_ref):
        return True
    return any(_names(each, follow_up.change_ref) for each in day.after_change)


def before_after(follow_up: FollowUp, days: Iterable[StratumDay], pain: PainCost) -> Proof:
    """Compare the visits before a change with those after it.

    Args:
        follow_up: when it was changed, and minutes that were measured by other means.
        days: every visit in the strata of the pain point, as `trend.StratumDay` has them.
        pain: its present figures, which lend each stratum its people and days.
    """
    strata = {(stratum.site_id, stratum.role_id): stratum for stratum in pain.strata}
    before, after = _by_place(days, follow_up, strata)
    compared = sorted(before.keys() & after.keys())
    if not compared and before and follow_up.minutes_before is not None and follow_up.minutes_after is not None:
        # Only the minutes were measured again: then it happens as often as before, until somebody goes and looks.
        return _by_minutes(follow_up, before, strata)
    old = _side([before[place] for place in compared], [strata[place] for place in compared], follow_up.minutes_before)
    fallback = follow_up.minutes_after
    new = _side([after[place] for place in compared], [strata[place] for place in compared], fallback, old.minutes)
    left = tuple(sorted(before.keys() ^ after.keys()))
    return Proof(follow_up, old, new, _verdict(old, new) if compared else Verdict.NOT_MEASURED, tuple(compared), left)


class _Sums(NamedTuple):
    visits: frozenset[UUID]
    hours: float
    seen: float
    timed_count: float
    minutes: float


def _by_place(
    days: Iterable[StratumDay], follow_up: FollowUp, strata: Mapping[Place, Stratum]
) -> tuple[dict[Place, _Sums], dict[Place, _Sums]]:
    groups: tuple[dict[Place, list[StratumDay]], dict[Place, list[StratumDay]]] = ({}, {})
    for day in days:
        place = (day.site_id, day.role_id)
        if place in strata:
            groups[is_after(day, follow_up)].setdefault(place, []).append(day)
    before, after = ({place: _added(same) for place, same in group.items()} for group in groups)
    return before, after


def _added(days: Sequence[StratumDay]) -> _Sums:
    return _Sums(
        frozenset(day.visit_id for day in days),
        fsum(day.hours for day in days),
        fsum(day.seen for day in days),
        fsum(day.timed_count for day in days),
        fsum(day.minutes for day in days),
    )


def _side(
    sums: Sequence[_Sums], strata: Sequence[Stratum], measured: float | None, otherwise: float | None = None
) -> Side:
    minutes = measured if measured is not None else _mean_minutes(sums)
    if minutes is None:
        minutes = otherwise if otherwise is not None else next((each.minutes for each in strata if each.minutes), None)
    # Hours a year that one occurrence per shadowed hour costs in this stratum.
    loads = [
        hours_lost(minutes or 0.0, each.population.shift_hours, each.people, each.population.days_per_year)
        for each in strata
    ]
    hours = fsum(load * raw_rate(each.seen, each.hours) for load, each in zip(loads, sums, strict=True))
    return Side(
        visits=len(frozenset[UUID]().union(*(each.visits for each in sums))),
        shadowed_hours=fsum(each.hours for each in sums),
        seen=fsum(each.seen for each in sums),
        minutes=minutes,
        hours=hours,
        hours_range=_range(sums, loads, hours),
    )


def _mean_minutes(sums: Sequence[_Sums]) -> float | None:
    count = fsum(each.timed_count for each in sums)
    return fsum(each.minutes for each in sums) / count if count > 0 else None


def _range(sums: Sequence[_Sums], loads: Sequence[float], hours: float) -> Range:
    """The strata's Gamma(k + ½, E) added up by matching mean and variance, as `draws` does (Satterthwaite 1946).

    They share one half sighting, or many strata would add up to sightings that nobody made.
    """
    half = HALF_A_SIGHTING / len(sums) if sums else 0.0
    parts = [(each.seen + half, load / each.hours) for each, load in zip(sums, loads, strict=True)]
    mean = fsum(shape * scale for shape, scale in parts)
    variance = fsum(shape * scale**2 for shape, scale in parts)
    if variance <= 0:
        return Range(hours, hours)
    low, high = (
        gamma_quantile(part, mean * mean / variance, mean / variance) for part in ((1 - LEVEL) / 2, (1 + LEVEL) / 2)
    )
    return Range(min(low, hours), max(high, hours))


def _by_minutes(follow_up: FollowUp, before: Mapping[Place, _Sums], strata: Mapping[Place, Stratum]) -> Proof:
    places = sorted(before)
    sums, mine = [before[place] for place in places], [strata[place] for place in places]
    old, new = _side(sums, mine, follow_up.minutes_before), _side(sums, mine, follow_up.minutes_after)
    nobody_out = Side(0, 0.0, 0.0, new.minutes, new.hours, new.hours_range)
    return Proof(follow_up, old, nobody_out, Verdict.NOT_YET_PROVEN, (), tuple(places))


def _verdict(before: Side, after: Side) -> Verdict:
    if after.hours_range.high < before.hours_range.low:
        return Verdict.BETTER
    return Verdict.WORSE if after.hours_range.low > before.hours_range.high else Verdict.NOT_YET_PROVEN


def _names(said: str, change_ref: str) -> bool:
    """Whether a text names a change: the one holds the other, whatever the capitals."""
    one, other = (" ".join(text.split()).casefold() for text in (said, change_ref))
    return bool(one and other) and (one in other or other in one)


def _names_another(said: str, change_ref: str) -> bool:
    return bool(said.strip() and change_ref.strip()) and not _names(said, change_ref)

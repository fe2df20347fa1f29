"""Lost hours: rate, minutes, people, days (`domain.md` §3.1, formulas r and H).

r = shift · k / E occurrences a day, a = the people it hits, H = m · r · a · days / 60 hours a year. Everything is
worked out per stratum (site × role) and summed; counts of uneven sites are never pooled, because a quiet site watched
for long would drown a busy one watched briefly (example 2 of `domain.md` §3.2: pooling halves the figure).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.vocabulary import Scope
from shadow_app.insight.grouping import Sums
from shadow_app.insight.tally import Population

WEEKS_PER_YEAR = 52
MONTHS_PER_YEAR = 12

TIMED_ERROR, ESTIMATED_ERROR, TOLD_ERROR = 0.05, 0.25, 0.5
"""σ of the lognormal error on the minutes, by how they became known (`domain.md` §3.1)."""


_TIMED_COUNT, _TIMED_MINUTES = Sums._fields.index("timed_count"), Sums._fields.index("timed_minutes")
_ESTIMATED_COUNT, _ESTIMATED_MINUTES = Sums._fields.index("estimated_count"), Sums._fields.index("estimated_minutes")


class Basis(StrEnum):
    """What a stratum's rate rests on."""

    SEEN = "seen"
    TOLD = "told"
    """Nothing was seen here; told occurrences over the shadowed hours."""
    STATED = "stated"
    """Nothing was seen here; the mean of the rates that people stated."""


class Missing(StrEnum):
    """What a figure lacks. It is counted as the text says, and flagged."""

    MINUTES = "minutes"
    """No note has minutes: 0 hours."""
    HEADCOUNT = "headcount"
    """Nobody entered how many hold the role here: one person, with the usual shift and days."""
    EXPOSURE = "exposure"
    """The visit has no hours yet: as if seen in one phantom day."""
    PEOPLE_STOPPED = "people_stopped"
    """A shared event that does not say whom it stopped: one person."""
    HOURLY_RATE = "hourly_rate"
    """No price of an hour: the lost hours cost nothing, and a priced damage adds no hours."""


class Minutes(NamedTuple):
    """Mean lost minutes per occurrence, and σ of their lognormal error."""

    mean: float
    error: float


class Stakes(NamedTuple):
    """What an hour and an event of one pain point weigh. Priced or graded: one of the first two is 0."""

    uplift: float
    """u."""
    loss_per_event: float
    """chance · value, in money."""
    unrecovered: float
    """phi."""


class Stratum(NamedTuple):
    """One pain point at one site in one role, per year."""

    site_id: UUID
    role_id: UUID
    site_type: str
    scope: Scope
    basis: Basis
    seen: float
    """k."""
    shadowed_hours: float
    """E."""
    sightings: float
    """k, and c·λ̄ where the rate was steadied: the shape of the rate's Gamma, less the one half."""
    exposure: float
    """E, and c where the rate was steadied: that Gamma's rate, in hours."""
    per_hour: float
    """λ: occurrences per shadowed hour and person (PERSON) or place (SHARED)."""
    minutes: float | None
    minutes_error: float
    people: float
    """a."""
    population: Population
    events: float
    """Occurrences per year; for PERSON those of all the people."""
    hours: float
    """H."""
    cost: float
    """Money per year: hours · rate · phi, and the priced damage."""
    wlh: float
    missing: tuple[Missing, ...]

    @property
    def per_day(self) -> float:
        """r: occurrences per working day."""
        return self.per_hour * self.population.shift_hours

    @property
    def headcount_unknown(self) -> bool:
        """Whether the one person of `population` only stands in for a number that nobody entered."""
        return Missing.HEADCOUNT in self.missing


class Extrapolated(NamedTuple):
    """What the visited sites suggest for the unvisited ones of the same type, in the same role. Never observed."""

    site_type: str
    role_id: UUID
    scope: Scope
    sites: int
    people: int
    per_hour: float
    """The headcount-weighted mean λ of the visited sites."""
    per_day: float
    events: float
    hours: float
    cost: float
    wlh: float


def raw_rate(seen: float, hours: float) -> float:
    """k / E per hour; 0 where nobody has been."""
    return seen / hours if hours > 0 else 0.0


def shrunk_rate(seen: float, hours: float, pooled: float, phantom_hours: float) -> float:
    """λ' = (k + c·λ̄) / (E + c) per hour: a short visit is steadied by one phantom day at the pooled rate."""
    return raw_rate(seen + phantom_hours * pooled, hours + phantom_hours)


def stated_per_hour(sums: Sums, population: Population) -> float:
    """The mean of the stated rates, per working hour: a week has days/52 working days, a month days/12.

    `sums` has at least one note with a stated rate.
    """
    _, shift, days, _ = population
    per_year = days * (sums.rate_hour * shift + sums.rate_day)
    per_year += sums.rate_week * WEEKS_PER_YEAR + sums.rate_month * MONTHS_PER_YEAR
    return per_year / (days * shift) / sums.rate_notes


def hours_lost(minutes: float, per_day: float, people: float, days: float) -> float:
    """H = m · r · a · days / 60, hours per year."""
    return minutes * per_day * people * days / 60


def seen_mean(sums: Sequence[float]) -> float | None:
    """m = Σ(count·minutes) / Σ count over the seen notes that have minutes; `sums` are the fields of `Sums`."""
    count = sums[_TIMED_COUNT] + sums[_ESTIMATED_COUNT]
    return (sums[_TIMED_MINUTES] + sums[_ESTIMATED_MINUTES]) / count if count > 0 else None


def seen_minutes(sums: Sums) -> Minutes | None:
    """m of the seen notes; its error weighs by minutes."""
    mean = seen_mean(sums)
    if mean is None:
        return None
    total = sums.timed_minutes + sums.estimated_minutes
    error = TIMED_ERROR * sums.timed_minutes + ESTIMATED_ERROR * sums.estimated_minutes
    return Minutes(mean, error / total if total > 0 else 0.0)


def told_minutes(sums: Sums) -> Minutes | None:
    """m of the told notes, which stand in only where no seen note has minutes."""
    return Minutes(sums.told_minutes / sums.told_count, TOLD_ERROR) if sums.told_count > 0 else None


def people_stopped(sums: Sums) -> float | None:
    """Mean number of people that one shared event stops."""
    return sums.people_sum / sums.people_notes if sums.people_notes > 0 else None

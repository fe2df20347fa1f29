"""How sure a figure is (`domain.md` §3.1, "Uncertainty"): what can be said in closed form.

The rate of a stratum is Gamma(k + ½, E); for a steadied one the phantom day is in both. Totals, ranks and errors on
the minutes need draws, see `draws`.
"""

from __future__ import annotations

from math import log, sqrt
from statistics import NormalDist
from typing import NamedTuple
from uuid import UUID

from shadow_app.insight.gamma import beta_share, gamma_quantile
from shadow_app.insight.lost_hours import Basis, Stratum
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.tally import Ground, Population

LEVEL = 0.8
"""Every printed range holds this share."""

HALF_A_SIGHTING = 0.5
"""Jeffreys's prior for a rate."""

TOLD_FACTOR = 3.0
"""What is only told may be a third of it, or three times as much."""

_Z = NormalDist().inv_cdf((1 + LEVEL) / 2)

TOLD_SPREAD = log(TOLD_FACTOR) / _Z
"""σ of the lognormal whose 80 % range is r/3 … 3r."""


class Range(NamedTuple):
    """An 80 % range. It always holds the figure beside which it is printed."""

    low: float
    high: float

    def times(self, factor: float) -> Range:
        """The range of `factor` times the figure; `factor` ≥ 0."""
        return Range(self.low * factor, self.high * factor)


class NotNoticed(NamedTuple):
    """A stratum that was shadowed without meeting the pain point. Not seen is not zero: it is at most this."""

    site_id: UUID
    role_id: UUID
    shadowed_hours: float
    most_per_day: float
    """95 % upper rate, by the rule of three."""


def rate_range(seen: float, hours: float) -> Range:
    """80 % range of a rate per hour after k sightings in E > 0 hours, from Gamma(k + ½, E)."""
    low, high = (gamma_quantile(share, seen + HALF_A_SIGHTING, hours) for share in ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return Range(min(low, seen / hours), max(high, seen / hours))


def hours_range(stratum: Stratum) -> Range:
    """80 % range of a stratum's H, with its minutes held fixed."""
    return rate_range_of(stratum).times(stratum.hours / stratum.per_hour if stratum.per_hour > 0 else 0.0)


def rate_range_of(stratum: Stratum) -> Range:
    """80 % range of a stratum's rate per hour; r/3 … 3r where it was only told."""
    if stratum.basis is not Basis.SEEN:
        return Range(stratum.per_hour / TOLD_FACTOR, stratum.per_hour * TOLD_FACTOR)
    return rate_range(stratum.sightings, stratum.exposure) if stratum.exposure > 0 else Range(0.0, 0.0)


def most_when_unseen(hours: float) -> float:
    """95 % upper rate per hour after nothing in E > 0 hours: 3 / E (Hanley and Lippman-Hand 1983)."""
    return 3 / hours


def not_noticed(pain: PainCost, ground: Ground) -> tuple[NotNoticed, ...]:
    """The shadowed strata of the same site types and roles where this pain point was not noted: they count as k = 0."""
    noted = {(stratum.site_id, stratum.role_id) for stratum in pain.strata}
    kinds = {(stratum.site_type, stratum.role_id) for stratum in pain.strata}
    found = []
    for place, hours in ground.exposures.items():
        site, role = place
        if hours <= 0 or place in noted or site not in ground.sites:
            continue
        if (ground.sites[site].site_type, role) in kinds:
            shift = ground.populations.get(place, Population(1)).shift_hours
            found.append(NotNoticed(site, role, hours, shift * most_when_unseen(hours)))
    return tuple(found)


def chance_of_higher_rate(seen: float, hours: float, other_seen: float, other_hours: float) -> float:
    """P(λ > λ_other), both Gamma(k + ½, E) with E > 0: a share of the Beta, in closed form."""
    split = hours / (hours + other_hours)
    return 1 - beta_share(seen + HALF_A_SIGHTING, other_seen + HALF_A_SIGHTING, split)


def wilson(hits: float, tries: float, level: float = LEVEL) -> Range:
    """Wilson's score interval (1927) for "seen in k of n visits", 0 … 1. Nothing is known of 0 tries.

    Raises:
        ValueError: more hits than tries, or fewer than none.
    """
    if not 0 <= hits <= tries:
        raise ValueError(f"{hits} of {tries} is no share")
    if tries == 0:
        return Range(0.0, 1.0)
    z2 = NormalDist().inv_cdf((1 + level) / 2) ** 2
    share, base = hits / tries, 1 + z2 / tries
    centre = (share + z2 / (2 * tries)) / base
    spread = sqrt(z2 * (share * (1 - share) / tries + z2 / (4 * tries * tries))) / base
    return Range(max(0.0, centre - spread), min(1.0, centre + spread))

"""Monte Carlo: ranges of totals, and the chance to stand among the first three (`domain.md` §3.1, "Uncertainty").

Per pain point and draw there is one relative rate, one error on what was only told and one on the minutes. Three
choices keep it honest and quick:

* The rates of the strata that matter most are drawn one by one; the rest, from the ninth on, are added by matching
  mean and variance to one Gamma (Satterthwaite 1946), so a pain noted at 500 sites costs no more than one noted at 9.
* Errors on minutes and on what was told are shared within a pain point: people who overstate do so everywhere.
* Gamma(k + ½, E) and a lognormal lie above the figure on average. Over many strata or pains that lift would add up to
  sightings that nobody made, so it fades as a total spreads over more parts (their Herfindahl index).

Each pain point has a generator of its own, seeded by its ids: its range does not move when another service is added.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import NamedTuple
from uuid import UUID

from shadow_app.insight.dice import Dice, normal_table
from shadow_app.insight.lost_hours import Basis
from shadow_app.insight.pain_cost import PainCost, share
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.uncertainty import HALF_A_SIGHTING, LEVEL, TOLD_SPREAD, Range

PainKey = tuple[UUID, UUID | None]
"""(service, pain point)."""

TOP = 3
DRAWS = 2_000

ONE_BY_ONE = 8
"""How many strata of a pain point are drawn one by one."""


class Spread(NamedTuple):
    """80 % ranges of the three figures of one pain point or service."""

    hours: Range
    wlh: Range
    cost: Range


class ServiceSpread(NamedTuple):
    """A service's ranges, and its chance to be among the first three by WLH."""

    spread: Spread
    top_three: float


@dataclass(frozen=True, slots=True)
class Draws:
    """The answer of `draws`."""

    count: int
    services: Mapping[UUID, ServiceSpread]
    pains: Mapping[PainKey, Spread]
    first_ahead: float | None
    """The chance that the first service is worse than the second; None where there are not two."""


class Gamma(NamedTuple):
    """A part of a figure, as a factor of the whole: Gamma(shape, 1/scale)."""

    shape: float
    scale: float


class Doubt(NamedTuple):
    """How a pain point's figure may vary, as factors of it."""

    seen: tuple[Gamma, ...]
    """The parts that rest on what was seen."""
    told: float
    """The part that was only told, 0 … 1, before its lognormal factor."""
    minutes_error: float

    @property
    def mean(self) -> float:
        """The mean of the rate factor; a little above 1."""
        return sum(part.shape * part.scale for part in self.seen) + self.told * exp(TOLD_SPREAD**2 / 2)

    @property
    def minutes_mean(self) -> float:
        """The mean of the factor on the minutes."""
        return exp(self.minutes_error**2 / 2)


class _Totals(NamedTuple):
    hours: list[float]
    wlh: list[float]
    cost: list[float]


def draws(
    costs: Sequence[ServiceCost], seed: int, n: int = DRAWS, keep_going: Callable[[], bool] = lambda: True
) -> Draws | None:
    """Draw every pain point n times and add them up.

    Args:
        costs: the ranking, as `rank_services` gives it.
        seed: the same seed gives the same numbers on every machine, whatever else is in the ranking.
        n: number of draws, at least 10.
        keep_going: asked before each pain point; False stops the work.

    Returns:
        None when it was told to stop.
    """
    if n < 10:
        raise ValueError(f"a range needs at least 10 draws, not {n}")
    pains: dict[PainKey, Spread] = {}
    spreads: list[Spread] = []
    drawn: list[array[float]] = []
    normal = normal_table()
    for cost in costs:
        totals = _Totals([0.0] * n, [0.0] * n, [0.0] * n)
        crowding = _herfindahl([pain.wlh for pain in cost.pains])
        for pain in cost.pains:
            if not keep_going():
                return None
            dice = Dice(f"{seed}/{cost.service_id}/{pain.pain_point_id}", n, normal)
            pains[cost.service_id, pain.pain_point_id] = _drawn(pain, dice, n, crowding, totals)
        spreads.append(Spread(*map(_range, totals, (cost.hours, cost.wlh, cost.cost))))
        drawn.append(array("d", totals.wlh))
    services = {
        cost.service_id: ServiceSpread(spread, chance)
        for cost, spread, chance in zip(costs, spreads, _top_chances(drawn, n), strict=True)
    }
    return Draws(n, services, pains, _first_ahead(drawn, n))


def doubt_of(pain: PainCost) -> Doubt:
    """What a pain point's figure hangs on: the rates of its strata, each with what is extrapolated from it."""
    loads = _loads(pain)
    whole = sum(loads)
    if whole <= 0:
        return Doubt((), 0.0, 0.0)
    weighty = [(load / whole, stratum) for load, stratum in zip(loads, pain.strata, strict=True) if load > 0]
    seen = [(part, stratum.sightings) for part, stratum in weighty if stratum.basis is Basis.SEEN]
    told = sum(part for part, stratum in weighty if stratum.basis is not Basis.SEEN)
    error = share(sum(stratum.minutes_error * stratum.hours for stratum in pain.strata), pain.observed_hours)
    half = HALF_A_SIGHTING * _herfindahl([part for part, _ in seen])
    parts_seen = [Gamma(sightings + half, part / sightings) for part, sightings in seen]
    return Doubt(_few(parts_seen), told, error)


def _few(parts: list[Gamma]) -> tuple[Gamma, ...]:
    """The parts that vary most, and one more for all the others."""
    parts.sort(key=lambda part: -part.shape * part.scale**2)
    rest = parts[ONE_BY_ONE:]
    if len(rest) < 2:
        return tuple(parts)
    mean = sum(part.shape * part.scale for part in rest)
    variance = sum(part.shape * part.scale**2 for part in rest)
    return (*parts[:ONE_BY_ONE], Gamma(mean * mean / variance, variance / mean))


def _loads(pain: PainCost) -> list[float]:
    """The part of a pain's WLH that rests on each stratum; of its events, where nothing else is known."""
    by_events = pain.wlh <= 0
    resting = [stratum.events if by_events else stratum.wlh for stratum in pain.strata]
    for beyond in pain.extrapolated:
        key = (beyond.site_type, beyond.role_id, beyond.scope)
        weights = [
            stratum.per_hour * stratum.population.headcount
            if (stratum.site_type, stratum.role_id, stratum.scope) == key and not stratum.headcount_unknown
            else 0.0
            for stratum in pain.strata
        ]
        whole = sum(weights)
        carried = beyond.events if by_events else beyond.wlh
        resting = [load + carried * weight / whole for load, weight in zip(resting, weights, strict=True)]
    return resting


def _drawn(pain: PainCost, dice: Dice, n: int, crowding: float, totals: _Totals) -> Spread:
    """Draw one pain point, add it to its service's totals, and give its own ranges."""
    doubt = doubt_of(pain)
    if doubt.mean <= 0:
        return Spread(Range(0.0, 0.0), Range(0.0, 0.0), Range(pain.cost, pain.cost))
    rates, errors = _rates(doubt, dice, n), dice.lognormal(doubt.minutes_error)
    lost = [rate * error for rate, error in zip(rates, errors, strict=True)]
    graded = pain.hours * (1 + pain.uplift)
    paid = pain.cost - pain.loss
    calm_loss = doubt.mean ** (crowding - 1)
    calm = calm_loss * doubt.minutes_mean ** (crowding - 1)
    _add(totals.hours, lost, pain.hours * calm)
    _add(totals.wlh, lost, graded * calm)
    _add(totals.cost, lost, paid * calm)
    hours = _range(lost, 1.0)
    if not pain.priced:
        return Spread(hours.times(pain.hours), hours.times(pain.wlh), hours.times(pain.cost))
    priced = pain.wlh - graded
    _add(totals.wlh, rates, priced * calm_loss)
    _add(totals.cost, rates, pain.loss * calm_loss)
    both = list(zip(lost, rates, strict=True))
    return Spread(
        hours.times(pain.hours),
        _range([graded * hour + priced * event for hour, event in both], pain.wlh),
        _range([paid * hour + pain.loss * event for hour, event in both], pain.cost),
    )


def _rates(doubt: Doubt, dice: Dice, n: int) -> list[float]:
    rates = [0.0] * n
    for part in doubt.seen:
        _add(rates, dice.gamma(part.shape, part.scale), 1.0)
    if doubt.told > 0:
        _add(rates, dice.lognormal(TOLD_SPREAD), doubt.told)
    return rates


def _add(totals: list[float], factors: list[float], figure: float) -> None:
    totals[:] = [total + figure * factor for total, factor in zip(totals, factors, strict=True)]


def _range(drawn: list[float], figure: float) -> Range:
    ordered = sorted(drawn)
    last = len(ordered) - 1
    low, high = (ordered[round(last * part)] for part in ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return Range(min(low, figure), max(high, figure))


def _herfindahl(parts: Sequence[float]) -> float:
    """Σ share²: 1 for one part, 1/n for n equal ones."""
    whole = sum(parts)
    return sum((part / whole) ** 2 for part in parts) if whole > 0 else 1.0


def _top_chances(drawn: list[array[float]], n: int) -> list[float]:
    hits = [0] * len(drawn)
    for row in zip(*drawn, strict=True):
        bar = sorted(row, reverse=True)[:TOP][-1]
        for place, value in enumerate(row):
            if value >= bar and value > 0:
                hits[place] += 1
    return [hit / n for hit in hits]


def _first_ahead(drawn: list[array[float]], n: int) -> float | None:
    if len(drawn) < 2:
        return None
    return sum(first > second for first, second in zip(drawn[0], drawn[1], strict=True)) / n

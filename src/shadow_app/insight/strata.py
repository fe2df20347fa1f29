"""The strata of one pain point: which rate, which minutes, how many people, and what that comes to in a year.

`domain.md` §3.1 gives two rules for the rate, the raw k / E and the steadied one, and its example 2 prints both. They
are reconciled so: a stratum that was shadowed for less than a phantom day (`Weights.phantom_hours`) uses the steadied
rate, every other the raw one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from shadow_app.domain.vocabulary import Scope
from shadow_app.insight.grouping import Cell, Sums
from shadow_app.insight.lost_hours import (
    Basis,
    Minutes,
    Missing,
    Stakes,
    Stratum,
    hours_lost,
    people_stopped,
    raw_rate,
    seen_minutes,
    stated_per_hour,
    told_minutes,
)
from shadow_app.insight.peers import PeerKey, Survey, pooled_rate
from shadow_app.insight.tally import Population

_NOBODY_COUNTED = Population(headcount=1)


class Fallback(NamedTuple):
    """What a stratum borrows from its whole pain point."""

    seen_minutes: Minutes | None
    told_minutes: Minutes | None
    people: float | None

    def minutes_for(self, sums: Sums) -> Minutes | None:
        """The stratum's own seen minutes, else the pain point's, else told ones in the same order."""
        return seen_minutes(sums) or self.seen_minutes or told_minutes(sums) or self.told_minutes


def fallback_of(sums: Sums) -> Fallback:
    """What strata without minutes or people of their own may borrow, from the pain point's sums."""
    return Fallback(seen_minutes(sums), told_minutes(sums), people_stopped(sums))


def basis_of(sums: Sums) -> Basis:
    """Told notes and stated rates count only where nothing was seen in that stratum (`design.md` §4)."""
    if sums.seen > 0:
        return Basis.SEEN
    rates = sums.rate_hour + sums.rate_day + sums.rate_week + sums.rate_month
    return Basis.STATED if rates > 0 and sums.rate_notes > 0 else Basis.TOLD


def strata_by_peers(
    noted: Iterable[Cell], surveyed: Survey, fallback: Fallback, stakes: Stakes
) -> dict[PeerKey, list[Stratum]]:
    """The strata of one pain point in one scope, by group of peers."""
    by_peers: dict[PeerKey, list[_Noted]] = {}
    for cell in noted:
        population, hours = surveyed.place(cell.site_id, cell.role_id)
        basis = basis_of(cell.sums)
        found = _Noted(cell, basis, cell.sums.seen if basis is Basis.SEEN else cell.sums.told, hours, population)
        by_peers.setdefault((cell.site_type, cell.role_id.int), []).append(found)
    phantom = surveyed.phantom_hours
    strata: dict[PeerKey, list[Stratum]] = {}
    for key, group in by_peers.items():
        pooled = 0.0
        if any(found.hours < phantom for found in group):
            sightings = ((found.basis, found.occurrences, found.hours) for found in group)
            pooled = pooled_rate(sightings, surveyed.peers(key), phantom)
        strata[key] = [_stratum(found, _rate(found, pooled, phantom), fallback, stakes) for found in group]
    return strata


class _Noted(NamedTuple):
    cell: Cell
    basis: Basis
    occurrences: float
    hours: float
    population: Population | None


class _Rate(NamedTuple):
    """k and E as the rate uses them, and λ."""

    sightings: float
    exposure: float
    per_hour: float


def _rate(found: _Noted, pooled: float, phantom_hours: float) -> _Rate:
    if found.basis is Basis.STATED:
        per_hour = stated_per_hour(found.cell.sums, found.population or _NOBODY_COUNTED)
        return _Rate(0.0, found.hours, per_hour)
    if found.hours >= phantom_hours:
        return _Rate(found.occurrences, found.hours, raw_rate(found.occurrences, found.hours))
    sightings, exposure = found.occurrences + phantom_hours * pooled, found.hours + phantom_hours
    return _Rate(sightings, exposure, raw_rate(sightings, exposure))


def _stratum(found: _Noted, rate: _Rate, fallback: Fallback, stakes: Stakes) -> Stratum:
    cell, basis, _, shadowed, population = found
    sums, scope = cell.sums, cell.scope
    minutes = fallback.minutes_for(sums)
    missing: tuple[Missing, ...] = ()
    if population is None:
        population, missing = _NOBODY_COUNTED, (Missing.HEADCOUNT,)
    headcount, shift, days, hourly_rate = population
    per_year = rate.per_hour * shift * days
    if scope is Scope.PERSON:
        people, events = float(headcount), per_year * headcount
    else:
        stopped = people_stopped(sums) or fallback.people
        people, events = stopped or 1.0, per_year
        if stopped is None:
            missing += (Missing.PEOPLE_STOPPED,)
    if shadowed <= 0 and basis is not Basis.STATED:
        missing += (Missing.EXPOSURE,)
    if minutes is None:
        missing += (Missing.MINUTES,)
    if hourly_rate <= 0:
        missing += (Missing.HOURLY_RATE,)
    mean, error = minutes or (None, 0.0)
    hours = hours_lost(mean or 0.0, rate.per_hour * shift, people, days)
    loss = events * stakes.loss_per_event
    cost = hours * hourly_rate * stakes.unrecovered + loss
    wlh = hours * (1 + stakes.uplift) + (loss / hourly_rate if hourly_rate > 0 else 0.0)
    # By position, because this is made for every stratum and names would double the time.
    where = (cell.site_id, cell.role_id, cell.site_type, scope, basis, sums.seen, shadowed)
    return Stratum(*where, *rate, mean, error, people, population, events, hours, cost, wlh, missing)

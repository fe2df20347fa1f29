"""The strata of one pain point: which rate, which minutes, how many people, and what that comes to in a year.

`domain.md` §3.1 gives two rules for the rate, the raw k / E and the steadied one, and its example 2 prints both. They
are reconciled so: a stratum that was shadowed for less than a phantom day (`Weights.phantom_hours`) uses the steadied
rate, every other the raw one.

A ranking adds up the `year` of every stratum and keeps no more; `stratum` tells the same figures in full to whoever
opens a pain point.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from shadow_app.domain.vocabulary import Scope
from shadow_app.insight.cells import Cell
from shadow_app.insight.grouping import Sums
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
from shadow_app.insight.peers import PeerKey, Rated, Survey, pooled_rate
from shadow_app.insight.tally import Population

_NOBODY_COUNTED = Population(headcount=1)

Year = tuple[float, float, float, float, float]
"""People, events, hours, cost and WLH of one stratum, as in `Stratum`; a bare tuple, for there may be 100,000."""


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


def rated_by_peers(noted: Iterable[Cell], surveyed: Survey) -> dict[PeerKey, list[Rated]]:
    """How often one pain point happens in each stratum, in one scope, by group of peers."""
    by_peers: dict[PeerKey, list[Cell]] = {}
    for cell in noted:
        by_peers.setdefault(cell.post.peers, []).append(cell)
    phantom = surveyed.phantom_hours
    rated: dict[PeerKey, list[Rated]] = {}
    for key, group in by_peers.items():
        bases = [basis_of(cell.sums) for cell in group]
        pooled = 0.0
        if any(cell.post.hours < phantom for cell in group):
            sightings = ((basis, cell.sums.seen, cell.post.hours) for cell, basis in zip(group, bases, strict=True))
            pooled = pooled_rate(sightings, surveyed.peers(key), phantom)
        rated[key] = [_rated(cell, basis, pooled, phantom) for cell, basis in zip(group, bases, strict=True)]
    return rated


def _rated(cell: Cell, basis: Basis, pooled: float, phantom_hours: float) -> Rated:
    post, scope, sums = cell
    hours = post.hours
    if basis is Basis.STATED:
        return Rated(post, scope, sums, basis, 0.0, hours, stated_per_hour(sums, post.population or _NOBODY_COUNTED))
    occurrences = sums.seen if basis is Basis.SEEN else sums.told
    if hours < phantom_hours:
        occurrences, hours = occurrences + phantom_hours * pooled, hours + phantom_hours
    return Rated(post, scope, sums, basis, occurrences, hours, raw_rate(occurrences, hours))


def year(rated: Rated, fallback: Fallback, stakes: Stakes) -> Year:
    """What one stratum comes to in a year."""
    minutes = fallback.minutes_for(rated.sums)
    headcount, shift, days, hourly_rate = rated.post.population or _NOBODY_COUNTED
    per_year = rated.per_hour * shift * days
    if rated.scope is Scope.PERSON:
        people, events = float(headcount), per_year * headcount
    else:
        people, events = people_stopped(rated.sums) or fallback.people or 1.0, per_year
    hours = hours_lost(minutes.mean if minutes else 0.0, rated.per_hour * shift, people, days)
    loss = events * stakes.loss_per_event
    cost = hours * hourly_rate * stakes.unrecovered + loss
    return people, events, hours, cost, hours * (1 + stakes.uplift) + (loss / hourly_rate if hourly_rate > 0 else 0.0)


def stratum(rated: Rated, fallback: Fallback, stakes: Stakes) -> Stratum:
    """The same with everything that it rests on."""
    post = rated.post
    minutes = fallback.minutes_for(rated.sums)
    people, events, hours, cost, wlh = year(rated, fallback, stakes)
    return Stratum(
        site_id=post.site_id,
        role_id=post.role_id,
        site_type=post.site_type,
        scope=rated.scope,
        basis=rated.basis,
        seen=rated.sums.seen,
        shadowed_hours=post.hours,
        sightings=rated.sightings,
        exposure=rated.exposure,
        per_hour=rated.per_hour,
        minutes=minutes.mean if minutes else None,
        minutes_error=minutes.error if minutes else 0.0,
        people=people,
        population=post.population or _NOBODY_COUNTED,
        events=events,
        hours=hours,
        cost=cost,
        wlh=wlh,
        missing=tuple(_missing(rated, fallback, minutes)),
    )


def _missing(rated: Rated, fallback: Fallback, minutes: Minutes | None) -> Iterable[Missing]:
    post = rated.post
    if post.population is None:
        yield Missing.HEADCOUNT
    if rated.scope is Scope.SHARED and (people_stopped(rated.sums) or fallback.people) is None:
        yield Missing.PEOPLE_STOPPED
    if post.hours <= 0 and rated.basis is not Basis.STATED:
        yield Missing.EXPOSURE
    if minutes is None:
        yield Missing.MINUTES
    if (post.population or _NOBODY_COUNTED).hourly_rate <= 0:
        yield Missing.HOURLY_RATE

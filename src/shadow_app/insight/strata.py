"""The strata of one pain point: which rate, which minutes, how many people, and what that comes to in a year.

`domain.md` §3.1 gives two rules for the rate, the raw k / E and the steadied one, and its example 2 prints both. They
are reconciled so: a stratum that was shadowed for less than a phantom day (`Weights.phantom_hours`) uses the steadied
rate, every other the raw one.

A ranking adds up the `year` of all strata and keeps no more; `stratum` tells the same figures in full to whoever
opens a pain point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from shadow_app.domain.vocabulary import Scope
from shadow_app.insight.cells import Cell
from shadow_app.insight.grouping import Sums
from shadow_app.insight.lost_hours import (
    Basis,
    Extrapolated,
    Minutes,
    Missing,
    Stakes,
    Stratum,
    hours_lost,
    people_stopped,
    raw_rate,
    seen_mean,
    seen_minutes,
    stated_per_hour,
    told_minutes,
)
from shadow_app.insight.peers import PeerKey, Post, Survey, extrapolate, pooled_rate
from shadow_app.insight.tally import Population

_NOBODY_COUNTED = Population(headcount=1)
_SEEN = Sums._fields.index("seen")

Rate = tuple[Basis, float, float, float]
"""The basis, k and E as the rate uses them, and λ."""

Year = tuple[float, float, float, float, float]
"""People, events, hours, cost and WLH of one stratum or of several, as in `Stratum`."""


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


class Strata(NamedTuple):
    """The cells of one pain point with all that their figures hang on, scope by scope and group by group."""

    groups: Sequence[tuple[PeerKey, Scope, Sequence[Cell], float]]
    """A group of peers, a scope, the cells there, and λ̄ where one of them needs it."""
    phantom_hours: float
    fallback: Fallback
    stakes: Stakes

    def year(self) -> Year:
        """What all strata come to together, added up in their order."""
        fallback, stakes = self.fallback, self.stakes
        people = events = hours = cost = wlh = 0.0
        for _, _, here, pooled in self.groups:
            for cell in here:
                post, _, sums = cell
                seen, shadowed = sums[_SEEN], post.hours
                plain = seen > 0 and shadowed > 0 and not post.short  # nearly all: their rate needs no call
                per_hour = seen / shadowed if plain else rate_of(cell, pooled, self.phantom_hours)[3]
                of_people, of_events, of_hours, of_cost, of_wlh = year(cell, per_hour, fallback, stakes)
                people, events, hours = people + of_people, events + of_events, hours + of_hours
                cost, wlh = cost + of_cost, wlh + of_wlh
        return people, events, hours, cost, wlh

    def in_full(self) -> Iterator[Stratum]:
        """The same with everything that it rests on, in the same order."""
        for _, _, here, pooled in self.groups:
            for cell in here:
                yield stratum(cell, rate_of(cell, pooled, self.phantom_hours), self.fallback, self.stakes)

    def beyond(self, surveyed: Survey) -> Iterator[Extrapolated]:
        """What they suggest for the sites that nobody has visited."""
        minutes = self.fallback.seen_minutes or self.fallback.told_minutes
        mean, people = minutes.mean if minutes else 0.0, self.fallback.people or 1.0
        for key, scope, here, pooled in self.groups:
            peers = surveyed.peers(key)
            if peers.unvisited[scope].sites > 0:
                rates = [(cell[0], rate_of(cell, pooled, self.phantom_hours)[3]) for cell in here]
                found = extrapolate(rates, scope, peers, mean, people, self.stakes)
                if found is not None:
                    yield found


def strata_of(noted: Iterable[Cell], surveyed: Survey, fallback: Fallback, stakes: Stakes) -> Strata:
    """Lay the cells of one pain point out by scope and group of peers."""
    groups: dict[Scope, dict[PeerKey, list[Cell]]] = {scope: {} for scope in Scope}
    short: set[tuple[Scope, PeerKey]] = set()
    for cell in noted:
        post, scope, _ = cell
        here = groups[scope]
        if post.peers in here:
            here[post.peers].append(cell)
        else:
            here[post.peers] = [cell]
        if post.short:
            short.add((scope, post.peers))
    laid_out = [
        (key, scope, found, _pooled(found, surveyed, key) if (scope, key) in short else 0.0)
        for scope, by_peers in groups.items()
        for key, found in by_peers.items()
    ]
    return Strata(laid_out, surveyed.phantom_hours, fallback, stakes)


def _pooled(noted: Iterable[Cell], surveyed: Survey, key: PeerKey) -> float:
    sightings = ((basis_of(Sums(*sums)), sums[_SEEN], post.hours) for post, _, sums in noted)
    return pooled_rate(sightings, surveyed.peers(key), surveyed.phantom_hours)


def rate_of(cell: Cell, pooled: float, phantom_hours: float) -> Rate:
    """How often it happens in one stratum."""
    post, _, sums = cell
    occurrences, hours, basis = sums[_SEEN], post.hours, Basis.SEEN
    if occurrences <= 0:
        named = Sums(*sums)
        occurrences, basis = named.told, basis_of(named)
        if basis is Basis.STATED:
            return basis, 0.0, hours, stated_per_hour(named, post.population or _NOBODY_COUNTED)
    if post.short:
        occurrences, hours = occurrences + phantom_hours * pooled, hours + phantom_hours
    return basis, occurrences, hours, raw_rate(occurrences, hours)


def year(cell: Cell, per_hour: float, fallback: Fallback, stakes: Stakes) -> Year:
    """What one stratum comes to in a year."""
    post, scope, sums = cell
    headcount, shift, days, hourly_rate = post.population or _NOBODY_COUNTED
    uplift, loss_per_event, unrecovered = stakes
    mean = seen_mean(sums)
    if mean is None:
        minutes = fallback.seen_minutes or fallback.minutes_for(Sums(*sums))
        mean = minutes.mean if minutes else 0.0
    people, events = float(headcount), per_hour * shift * days
    if scope is Scope.PERSON:
        events *= headcount
    else:
        people = people_stopped(Sums(*sums)) or fallback.people or 1.0
    hours = hours_lost(mean, per_hour * shift, people, days)
    loss = events * loss_per_event
    wlh = hours * (1 + uplift) + (loss / hourly_rate if hourly_rate > 0 else 0.0)
    return people, events, hours, hours * hourly_rate * unrecovered + loss, wlh


def stratum(cell: Cell, rate: Rate, fallback: Fallback, stakes: Stakes) -> Stratum:
    """The same with everything that it rests on."""
    post, scope, plain = cell
    basis, sightings, exposure, per_hour = rate
    people, events, hours, cost, wlh = year(cell, per_hour, fallback, stakes)
    sums = Sums(*plain)
    minutes = fallback.minutes_for(sums)
    return Stratum(
        site_id=post.site_id,
        role_id=post.role_id,
        site_type=post.site_type,
        scope=scope,
        basis=basis,
        seen=sums.seen,
        shadowed_hours=post.hours,
        sightings=sightings,
        exposure=exposure,
        per_hour=per_hour,
        minutes=minutes.mean if minutes else None,
        minutes_error=minutes.error if minutes else 0.0,
        people=people,
        population=post.population or _NOBODY_COUNTED,
        events=events,
        hours=hours,
        cost=cost,
        wlh=wlh,
        missing=tuple(_missing(post, scope, basis, minutes, people_stopped(sums) or fallback.people)),
    )


def _missing(
    post: Post, scope: Scope, basis: Basis, minutes: Minutes | None, stopped: float | None
) -> Iterator[Missing]:
    if post.population is None:
        yield Missing.HEADCOUNT
    if scope is Scope.SHARED and stopped is None:
        yield Missing.PEOPLE_STOPPED
    if post.hours <= 0 and basis is not Basis.STATED:
        yield Missing.EXPOSURE
    if minutes is None:
        yield Missing.MINUTES
    if (post.population or _NOBODY_COUNTED).hourly_rate <= 0:
        yield Missing.HOURLY_RATE

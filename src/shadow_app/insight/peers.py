"""Peers: the same role at sites of the same type. They steady short visits and speak for sites nobody has visited.

The sums over a group hang on the ground alone and are made once per ranking (`survey`); a pain point then corrects
them for the few strata in which it was noted, so a thousand unvisited depots cost no more than one (`domain.md` §3.1,
"Uneven sites").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.vocabulary import Scope
from shadow_app.insight.lost_hours import Basis, Extrapolated, Stakes
from shadow_app.insight.tally import Ground, Population

PeerKey = tuple[str, int]
"""(site type, integer of the role): UUID itself hashes in Python, which shows in a loop over every stratum."""

_NO_HOURS = 1e-9
"""Differences of sums of hours leave crumbs instead of 0."""


class Post(NamedTuple):
    """A role at a site: where a stratum stands."""

    site_id: UUID
    role_id: UUID
    site_type: str
    population: Population | None
    """None where nobody entered one."""
    hours: float
    """E; 0 where nobody has been."""
    peers: PeerKey
    short: bool
    """Shadowed for less than a phantom day."""


class Reach(NamedTuple):
    """How far a rate per hour carries over some strata in one scope: rate × reach = figure per year."""

    sites: int = 0
    people: int = 0
    shifts: float = 0.0
    """Σ headcount · shift hours: its mean turns λ into r."""
    events: float = 0.0
    """Σ e · shift · days, where e is the headcount (PERSON) or 1 (SHARED): what turns λ into events per year."""
    paid: float = 0.0
    """The same, each times its hourly rate."""
    priced: float = 0.0
    """The same, each divided by its hourly rate, where there is one: what turns priced events into hours."""

    def plus(self, other: Reach, sign: int = 1) -> Reach:
        """Both together; with sign −1, what is left when the other is taken out."""
        return Reach(
            self.sites + sign * other.sites,
            self.people + sign * other.people,
            self.shifts + sign * other.shifts,
            self.events + sign * other.events,
            self.paid + sign * other.paid,
            self.priced + sign * other.priced,
        )


@dataclass(slots=True)
class Peers:
    """One group of peers, as far as the ground knows it."""

    headcount: int = 0
    """Of the visited strata."""
    hours: float = 0.0
    """Σ E."""
    full_hours: float = 0.0
    """Σ E over the strata that were shadowed for at least a phantom day."""
    unvisited: dict[Scope, Reach] = field(default_factory=lambda: dict.fromkeys(Scope, Reach()))

    def take(self, population: Population | None, hours: float, phantom_hours: float) -> None:
        """Add a stratum."""
        headcount = population.headcount if population else 0
        if hours > 0:
            self.headcount += headcount
            self.hours += hours
            self.full_hours += hours if hours >= phantom_hours else 0.0
        elif population and headcount > 0:
            for scope in Scope:
                self.unvisited[scope] = self.unvisited[scope].plus(reach(population, scope))


@dataclass(frozen=True, slots=True)
class Survey:
    """The ground, laid out for a ranking."""

    groups: Mapping[PeerKey, Peers]
    places: Mapping[tuple[int, int], tuple[Population | None, float]]
    """(integers of site and role) → population and shadowed hours."""
    phantom_hours: float

    def post(self, site_id: UUID, role_id: UUID, site_type: str) -> Post:
        """A role at a site; also one of which the ground knows nothing."""
        population, hours = self.places.get((site_id.int, role_id.int), (None, 0.0))
        return Post(
            site_id, role_id, site_type, population, hours, (site_type, role_id.int), hours < self.phantom_hours
        )

    def peers(self, key: PeerKey) -> Peers:
        """A group; empty where the ground knows nothing of it."""
        return self.groups.get(key) or Peers()


def survey(ground: Ground, phantom_hours: float) -> Survey:
    """Lay the ground out by groups of peers. A stratum is visited when it has shadowed hours."""
    groups: dict[PeerKey, Peers] = {}
    places: dict[tuple[int, int], tuple[Population | None, float]] = {}
    for place in dict.fromkeys((*ground.populations, *ground.exposures)):
        site, role = place
        population, hours = ground.populations.get(place), ground.exposures.get(place, 0.0)
        places[site.int, role.int] = population, hours
        if site in ground.sites:
            key = ground.sites[site].site_type, role.int
            if key not in groups:
                groups[key] = Peers()
            groups[key].take(population, hours, phantom_hours)
    return Survey(groups, places, phantom_hours)


def reach(population: Population, scope: Scope) -> Reach:
    """The reach of one stratum."""
    people, shift, _, rate = population
    events = (people if scope is Scope.PERSON else 1) * shift * population.days_per_year
    return Reach(1, people, people * shift, events, events * rate, events / rate if rate > 0 else 0.0)


def pooled_rate(sightings: Iterable[tuple[Basis, float, float]], peers: Peers, phantom_hours: float) -> float:
    """λ̄ per hour: sightings over hours of the peers that were shadowed for at least a phantom day, else of all.

    A short visit does not steady itself (in example 2 of `domain.md` §3.2 the two hours at D are not in λ̄ = 14/64).
    Peers where nothing was seen are in: their hours count. Where it was only told, neither counts.

    Args:
        sightings: (basis, k, E) of the strata in which the pain point was noted.
    """
    full, full_hours, every, every_hours = 0.0, peers.full_hours, 0.0, peers.hours
    for basis, seen, hours in sightings:
        is_full = hours > 0 and hours >= phantom_hours
        if basis is Basis.SEEN and hours > 0:
            every += seen
            full += seen if is_full else 0.0
        elif basis is not Basis.SEEN:
            every_hours -= hours
            full_hours -= hours if is_full else 0.0
    if full_hours > _NO_HOURS:
        return full / full_hours
    return every / every_hours if every_hours > _NO_HOURS else 0.0


def extrapolate(
    rates: Sequence[tuple[Post, float]],
    scope: Scope,
    peers: Peers,
    minutes: float,
    people: float,
    stakes: Stakes,
) -> Extrapolated | None:
    """Carry one pain point, in one scope, to the unvisited sites of one group in which it was noted.

    Args:
        rates: the posts of the group where it was noted, at least one, and λ there.
        scope: of the notes.
        peers: the group.
        minutes: the pain point's m, 0 when unknown.
        people: the pain point's mean people stopped; used for SHARED only.
        stakes: what an hour and an event weigh.
    """
    mean, left = _carried(rates, scope, peers)
    if mean <= 0 or left.sites <= 0:
        return None
    stopped = people if scope is Scope.SHARED else 1.0
    events = mean * left.events
    hours = minutes * events * stopped / 60
    cost = minutes * mean * left.paid * stopped / 60 * stakes.unrecovered + events * stakes.loss_per_event
    wlh = hours * (1 + stakes.uplift) + mean * left.priced * stakes.loss_per_event
    per_day = mean * left.shifts / left.people
    post = rates[0][0]
    kind = post.site_type, post.role_id, scope
    return Extrapolated(*kind, left.sites, left.people, mean, per_day, events, hours, cost, wlh)


def _carried(rates: Sequence[tuple[Post, float]], scope: Scope, peers: Peers) -> tuple[float, Reach]:
    """The headcount-weighted mean rate, and the reach of what nobody has visited."""
    weighted, headcount, left = 0.0, peers.headcount, peers.unvisited[scope]
    for post, per_hour in rates:
        people = post.population.headcount if post.population else 0
        weighted += people * per_hour
        if post.hours <= 0 and post.population and people > 0:
            # Somebody was there although no hours are stated yet: it speaks for itself and no peer speaks for it.
            headcount += people
            left = left.plus(reach(post.population, scope), -1)
    return (weighted / headcount if headcount > 0 else 0.0), left

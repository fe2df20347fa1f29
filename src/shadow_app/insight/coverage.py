"""Who has been out, and how much of the work has been shadowed (`domain.md` §1 R2, R5, R23 and §3.1).

Hours out is the only thing that is ever counted per IT person, and nothing is counted per host (`design.md` §4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.people import Shadower
from shadow_app.insight.pain_cost import share
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.tally import Ground


class Outing(NamedTuple):
    """The visits of one shadower that have taken place, added up by SQL."""

    shadower_id: UUID
    visits: int
    hours: float
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class PersonOut:
    """Whether one IT person has been out, and for how long."""

    shadower: Shadower
    visits: int
    hours: float
    last_on: date | None

    @property
    def been_out(self) -> bool:
        """Whether there was a visit, however short."""
        return self.visits > 0


@dataclass(frozen=True, slots=True)
class TeamOut:
    """One IT team. "" is the people without a team."""

    team: str
    people: tuple[PersonOut, ...]
    """By name, never by hours: this is no ranking."""

    @property
    def been_out(self) -> int:
        """How many of its people have been out."""
        return sum(person.been_out for person in self.people)

    @property
    def visits(self) -> int:
        """Visits of all its people."""
        return sum(person.visits for person in self.people)

    @property
    def hours(self) -> float:
        """Hours out of all its people."""
        return sum(person.hours for person in self.people)

    @property
    def last_on(self) -> date | None:
        """When one of its people was out last."""
        return max((person.last_on for person in self.people if person.last_on), default=None)

    @property
    def never_out(self) -> tuple[PersonOut, ...]:
        """Its people who have never been out."""
        return tuple(person for person in self.people if not person.been_out)


@dataclass(frozen=True, slots=True)
class PlaceCovered:
    """How much of one role's year at one site has been shadowed."""

    site_id: UUID
    role_id: UUID
    headcount: int
    shadowed_hours: float
    role_hours: float
    """headcount · shift hours · days: the hours that the role works here in a year."""

    @property
    def share(self) -> float:
        """shadowed ÷ role-hours, 0 … 1."""
        return share(self.shadowed_hours, self.role_hours)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the work has been shadowed: printed beside every extrapolated figure."""

    places: tuple[PlaceCovered, ...]
    """Every site and role with people, the least covered first, larger ones before smaller."""
    uncounted_hours: float
    """Shadowed where nobody entered a headcount; in no share."""

    @property
    def shadowed_hours(self) -> float:
        """Shadowed hours over all places."""
        return sum(place.shadowed_hours for place in self.places)

    @property
    def role_hours(self) -> float:
        """Role-hours a year over all places."""
        return sum(place.role_hours for place in self.places)

    @property
    def share(self) -> float:
        """shadowed ÷ role-hours, 0 … 1."""
        return share(self.shadowed_hours, self.role_hours)

    @property
    def never_visited(self) -> tuple[PlaceCovered, ...]:
        """Places where nobody has shadowed anybody, the largest first."""
        return tuple(place for place in self.places if place.shadowed_hours <= 0)


def teams_out(shadowers: Iterable[Shadower], outings: Iterable[Outing]) -> tuple[TeamOut, ...]:
    """IT's people by team, in the order of the alphabet. Removed people are left out."""
    by_person = {outing.shadower_id: outing for outing in outings}
    teams: dict[str, list[PersonOut]] = {}
    for shadower in shadowers:
        if not shadower.removed:
            out = by_person.get(shadower.id, Outing(shadower.id, 0, 0.0))
            teams.setdefault(shadower.team, []).append(PersonOut(shadower, out.visits, out.hours, out.last_on))
    return tuple(
        TeamOut(
            team, tuple(sorted(people, key=lambda person: (person.shadower.name.casefold(), person.shadower.id.int)))
        )
        for team, people in sorted(teams.items(), key=lambda item: (item[0].casefold(), item[0]))
    )


def coverage(ground: Ground) -> Coverage:
    """Shadowed hours against the hours that are worked, place by place."""
    places = [
        PlaceCovered(
            site_id=place[0],
            role_id=place[1],
            headcount=people.headcount,
            shadowed_hours=ground.exposures.get(place, 0.0),
            role_hours=people.headcount * people.shift_hours * people.days_per_year,
        )
        for place, people in ground.populations.items()
        if people.headcount > 0
    ]
    counted = {(place.site_id, place.role_id) for place in places}
    places.sort(key=lambda place: (place.share, -place.headcount, place.site_id.int, place.role_id.int))
    uncounted = sum(hours for place, hours in ground.exposures.items() if place not in counted)
    return Coverage(tuple(places), uncounted)


def observed_minutes(costs: Iterable[ServiceCost]) -> float:
    """Minutes that were really seen to be lost, Σ count · minutes: printed beside the hours a year."""
    return sum(cost.observed_minutes for cost in costs)

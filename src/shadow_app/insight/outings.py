"""How far IT has come with going out, against what the programme aims at (`domain.md` §1 R2, R23).

Of a person only two things are ever said: whether they have been out, and for how many hours. Goals are compared for
teams and never for people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from shadow_app.domain.people import Shadower
from shadow_app.domain.programme import Programme, Target
from shadow_app.insight.coverage import Outing, TeamOut, teams_out
from shadow_app.insight.pain_cost import share

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the programme, both ends with it. The last one may be cut short by the programme's end."""

    begins: date
    ends: date

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.ends - self.begins).days + 1

    def elapsed(self, today: date) -> float:
        """The part of it that is over at the end of `today`, 0 … 1."""
        return min(1.0, max(0.0, ((today - self.begins).days + 1) / self.days))


@dataclass(frozen=True, slots=True)
class Goal:
    """What a team aims at for each of its people in a year of the programme. `own` says that it is the team's own."""

    visits: float
    hours: float | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class PersonOuting:
    """One IT person: out or not in this year of the programme, for how long, and whether ever."""

    shadower: Shadower
    out: bool
    hours: float
    ever: bool
    last_on: date | None


@dataclass(frozen=True, slots=True)
class TeamProgress:
    """One IT team in this year of the programme. "" is the people without a team."""

    team: str
    goal: Goal
    people: tuple[PersonOuting, ...]
    """By name, never by hours: this is no ranking."""
    visits: int
    hours: float

    @property
    def out(self) -> int:
        """How many of its people have been out this year."""
        return sum(person.out for person in self.people)

    @property
    def never(self) -> int:
        """How many have never been out at all."""
        return sum(not person.ever for person in self.people)

    @property
    def visits_wished(self) -> float:
        """goal · people."""
        return self.goal.visits * len(self.people)

    @property
    def hours_wished(self) -> float | None:
        """goal · people; None where no hours are aimed at."""
        return None if self.goal.hours is None else self.goal.hours * len(self.people)

    @property
    def share(self) -> float:
        """How much of the goal is reached, 0 … 1: the one that is furthest behind of people out, visits and hours.

        Two visits of one colleague do not stand for the other: whoever aims at a visit a person wants everybody out.
        """
        everybody = len(self.people) * min(1.0, self.goal.visits)
        wished = ((self.out, everybody), (self.visits, self.visits_wished), (self.hours, self.hours_wished or 0.0))
        return min(1.0, min((share(reached, wish) for reached, wish in wished if wish > 0), default=1.0))

    def behind(self, elapsed: float) -> bool:
        """Whether less of the goal is reached than of the year is over."""
        return self.share < elapsed


@dataclass(frozen=True, slots=True)
class Progress:
    """All teams in one year of the programme."""

    year: Year
    teams: tuple[TeamProgress, ...]

    @property
    def people(self) -> int:
        """IT people of the programme."""
        return sum(len(team.people) for team in self.teams)

    @property
    def out(self) -> int:
        """Those who have been out this year."""
        return sum(team.out for team in self.teams)

    @property
    def visits(self) -> int:
        """Visits that have taken place this year."""
        return sum(team.visits for team in self.teams)

    @property
    def visits_wished(self) -> float:
        """What all teams together aim at."""
        return sum(team.visits_wished for team in self.teams)

    @property
    def hours(self) -> float:
        """Hours out this year."""
        return sum(team.hours for team in self.teams)

    @property
    def never_out(self) -> tuple[Shadower, ...]:
        """Who has never been out, by team and name."""
        return tuple(person.shadower for team in self.teams for person in team.people if not person.ever)

    @property
    def not_this_year(self) -> tuple[Shadower, ...]:
        """Who has been out, but not this year."""
        people = (person for team in self.teams for person in team.people)
        return tuple(person.shadower for person in people if person.ever and not person.out)

    @property
    def next_to_go(self) -> tuple[Shadower, ...]:
        """Who would go next: never out before not this year, and of those the team that has sent fewest of its people.

        Within a team by name. Nobody's hours are compared.
        """
        sent = {team.team: share(team.out, len(team.people)) for team in self.teams}

        def by_team(people: Sequence[Shadower]) -> list[Shadower]:
            return sorted(people, key=lambda person: sent[person.team])

        return (*by_team(self.never_out), *by_team(self.not_this_year))


def programme_year(programme: Programme | None, today: date) -> Year:
    """The year of the programme in which `today` lies; its first before it starts, its last after it has ended.

    Without a programme it is the calendar year. Goals are meant for a year as it is, also for one cut short: a
    programme of a quarter that wants everybody out once wants just that.
    """
    if programme is None:
        return Year(date(today.year, 1, 1), date(today.year, 12, 31))
    day = max(today, programme.starts_on)
    if programme.ends_on is not None:
        day = min(day, programme.ends_on)
    begins = _anniversary(programme.starts_on, day.year)
    if begins > day:
        begins = _anniversary(programme.starts_on, day.year - 1)
    ends = _anniversary(programme.starts_on, begins.year + 1) - _ONE_DAY
    return Year(begins, min(ends, programme.ends_on or ends))


def progress(
    year: Year,
    programme: Programme | None,
    targets: Iterable[Target],
    shadowers: Iterable[Shadower],
    this_year: Iterable[Outing],
    ever: Iterable[Outing],
) -> Progress:
    """The teams in this year; removed people are left out.

    Args:
        year: which.
        programme: its general goal; None aims at nothing.
        targets: what teams aim at instead.
        shadowers: IT's people.
        this_year: visits that have taken place in `year`, added up.
        ever: the same for all time.
    """
    people = list(shadowers)
    own = {target.team: target for target in targets if not target.removed}
    known = {outing.shadower_id: outing for outing in ever}
    teams = tuple(
        _team(team, _goal(programme, own.get(team.team)), known) for team in teams_out(people, list(this_year))
    )
    return Progress(year, teams)


def _team(team: TeamOut, goal: Goal, ever: Mapping[UUID, Outing]) -> TeamProgress:
    people = []
    for person in team.people:
        before = ever.get(person.shadower.id)
        last_on = before.last_on if before else person.last_on
        people.append(PersonOuting(person.shadower, person.been_out, person.hours, before is not None, last_on))
    return TeamProgress(team.team, goal, tuple(people), team.visits, team.hours)


def _goal(programme: Programme | None, target: Target | None) -> Goal:
    visits = programme.visits_per_person if programme else 0.0
    hours = programme.hours_per_person if programme else None
    if target is None:
        return Goal(visits, hours)
    return Goal(
        visits if target.visits_per_person is None else target.visits_per_person,
        hours if target.hours_per_person is None else target.hours_per_person,
        own=True,
    )


def _anniversary(start: date, year: int) -> date:
    try:
        return start.replace(year=year)
    except ValueError:
        # The 29th of February has one only every four years.
        return date(year, 3, 1)

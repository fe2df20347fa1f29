"""ProgrammeReport: what going out has taught IT, over all units, for the directors of both sides (`domain.md` §1).

Teams are counted, people never named; nothing here knows how it looks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from shadow_app.reports.claims import Claim, Pledge
from shadow_app.reports.immersion import LogEntry
from shadow_app.reports.parts import Estimate, Method, RankPlace, ReportState, Sureness
from shadow_app.reports.priorities import BlindShare, UnitCost
from shadow_app.reports.since import Since
from shadow_app.reports.unit import Heard, VisitMade, tells_a_day


@dataclass(frozen=True)
class Goals:
    """What the programme set out to do, in its own words. `per_person` visits a year; 0 aims at nothing."""

    name: str = ""
    begins: date | None = None
    ends: date | None = None
    words: str = ""
    rules: str = ""
    per_person: float = 0.0


@dataclass(frozen=True)
class TeamOut:
    """One IT team in this year of the programme: how many are out, and how many have never been."""

    team: str
    people: int
    out: int
    never: int
    visits: int
    hours: float
    visits_wished: float = 0.0
    hours_wished: float | None = None


@dataclass(frozen=True)
class PlaceSeen:
    """One role, or the wider group where it is small, at one site; `hours` shadowed of `worked` a year."""

    site: str
    who: str
    people: int
    hours: float
    worked: float

    @property
    def blind(self) -> bool:
        """Whether people work there and nobody has been."""
        return self.people > 0 and self.hours <= 0


@dataclass(frozen=True)
class NextVisit:
    """Where to go next, and why, in sentences."""

    where: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Silence:
    """How much never reaches the service desk; shares are 0–1, None where too few notes ask or nothing was counted.

    `reasons` are people's own words; `tickets` are (service, occurrences a year, tickets a year, silent share).
    """

    asked: int = 0
    share: float | None = None
    low: float | None = None
    high: float | None = None
    reasons: tuple[str, ...] = ()
    tickets: tuple[tuple[str, float, float, float], ...] = ()
    uncounted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waiting:
    """What was asked for: how much of it was no longer needed when it was settled (0–1), and how long it took."""

    noted: int = 0
    still_open: int = 0
    settled: int = 0
    expired: int = 0
    expired_share: float | None = None
    mean_days: float | None = None


@dataclass(frozen=True)
class SiteTold:
    """When a site last heard from us; `days` is None where it never has."""

    site: str
    visits: int
    told_on: date | None
    days: int | None
    overdue: bool


@dataclass(frozen=True)
class EffortAgainstHarm:
    """One service: its share of IT's effort and of the harm in the field, both 0–1."""

    service: str
    effort: float
    field: float


@dataclass(frozen=True)
class Behind:
    """The accepted notes behind one pain, for the annex; `more` of them are left to the reports of the units."""

    title: str
    entries: tuple[LogEntry, ...]
    more: int = 0


@dataclass(frozen=True)
class ProgrammeReport:
    """The whole report. `made_on` is printed, dates the file, and is the day on which promises are overdue."""

    id: UUID
    made_on: datetime
    organisation: str
    title: str
    hours: Estimate
    sureness: Sureness
    money: Estimate | None = None
    headline: str = ""
    lead: str = ""
    goals: Goals = Goals()
    teams: tuple[TeamOut, ...] = ()
    places: tuple[PlaceSeen, ...] = ()
    unseen_services: tuple[str, ...] = ()
    next_visits: tuple[NextVisit, ...] = ()
    claims: tuple[Claim, ...] = ()
    units: tuple[UnitCost, ...] = ()
    ranks: tuple[RankPlace, ...] = ()
    stated_respondents: int = 0
    blind: BlindShare | None = None
    since: Since | None = None
    silence: Silence = Silence()
    waiting: Waiting = Waiting()
    pledges: tuple[Pledge, ...] = ()
    told: tuple[SiteTold, ...] = ()
    tell_within_days: int = 90
    effort: tuple[EffortAgainstHarm, ...] = ()
    effort_in: str = ""
    works: Heard = field(default_factory=Heard)
    learnt: tuple[str, ...] = ()
    thanked: tuple[str, ...] = ()
    visits: tuple[VisitMade, ...] = ()
    behind: tuple[Behind, ...] = ()
    method: Method | None = None
    currency: str = "GBP"
    state: ReportState = ReportState.DRAFT

    @property
    def month_only(self) -> bool:
        """Whether the day of making would give the day of a visit away that may not be told."""
        return tells_a_day(self.made_on, self.visits)

    @property
    def people(self) -> int:
        """Everybody in IT."""
        return sum(team.people for team in self.teams)

    @property
    def never(self) -> int:
        """How many of them have never been out."""
        return sum(team.never for team in self.teams)

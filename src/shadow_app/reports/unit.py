"""UnitReport: what IT costs one business unit, for the director of that unit (`design.md` §6 Reports).

Everything arrives ready to print: masked, pseudonymised, and only what has been accepted in words. Nothing here knows
how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from shadow_app.domain.vocabulary import DayTypicality, HostSelection
from shadow_app.reports.claims import Claim, Pledge
from shadow_app.reports.immersion import GoodThing, LogChapter, SixAnswers
from shadow_app.reports.parts import Estimate, Method, RankPlace, ReportState, Sureness
from shadow_app.reports.priorities import BlindShare, StepCost
from shadow_app.reports.since import Since


@dataclass(frozen=True)
class VisitMade:
    """A visit without names. `month_only` hides the day where too few people hold the role there.

    `accepted` of its `notes` are reviewed; only their words are printed. `release` is what was released, on a visit
    that looked at what a release did.
    """

    ref: str
    site: str
    who: str
    on: date
    hours: float
    notes: int
    accepted: int
    typicality: DayTypicality | None = None
    host_selection: HostSelection | None = None
    release: str = ""
    month_only: bool = False


@dataclass(frozen=True)
class Heard:
    """Sentences of one kind, the newest of them, and how many there are in all."""

    things: tuple[GoodThing, ...] = ()
    total: int = 0

    @property
    def more(self) -> int:
        """How many are left to the annex."""
        return self.total - len(self.things)


def tells_a_day(made_on: datetime, visits: Iterable[VisitMade]) -> bool:
    """Whether a report made in the month of a visit would give the day of that visit away, which may not be told."""
    month = (made_on.year, made_on.month)
    return any(visit.month_only and (visit.on.year, visit.on.month) == month for visit in visits)


@dataclass(frozen=True)
class UnitReport:
    """The whole report. `money` is None where no rate is known; `claims` come dearest first, the first three on page
    one; `made_on` is printed and dates the file, so that equal data give equal bytes."""

    id: UUID
    made_on: datetime
    organisation: str
    unit: str
    hours: Estimate
    sureness: Sureness
    money: Estimate | None = None
    at_stake: str = ""
    headline: str = ""
    lead: str = ""
    visits: tuple[VisitMade, ...] = ()
    claims: tuple[Claim, ...] = ()
    ranks: tuple[RankPlace, ...] = ()
    stated_respondents: int = 0
    blind: BlindShare | None = None
    answers: tuple[SixAnswers, ...] = ()
    steps: tuple[StepCost, ...] = ()
    works: Heard = Heard()
    surprises: Heard = Heard()
    pledges: tuple[Pledge, ...] = ()
    since: Since | None = None
    log: tuple[LogChapter, ...] = ()
    method: Method | None = None
    currency: str = "GBP"
    state: ReportState = ReportState.DRAFT

    @property
    def month_only(self) -> bool:
        """Whether the day of making would give the day of a visit away that may not be told."""
        return tells_a_day(self.made_on, self.visits)

"""A visit: one person-day, or part of one, at one site with one main role."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from shadow_app.domain.record import Line, Moment, Record, UtcOffset, Words
from shadow_app.domain.vocabulary import (
    ActivityKind,
    ConsentSubject,
    DayTypicality,
    HostSelection,
    Participation,
    VisitState,
    VisitType,
)

DEBRIEF_WITHIN = timedelta(hours=24)


class Visit(Record):
    """Who went where, when, with whom and how (`domain.md` §2.1, §2.3)."""

    kind_name: ClassVar[str] = "visit"
    number: Annotated[str, Field(max_length=40)] = ""
    site_id: UUID
    role_id: UUID
    shadower_id: UUID
    visit_type: VisitType = VisitType.IMMERSION
    state: VisitState = VisitState.PLANNED
    starts_at: Moment
    ends_at: Moment | None = None
    utc_offset: UtcOffset = 0
    exposure_hours: Annotated[float, Field(ge=0, le=48)] = 0.0
    """Shadowed hours: the denominator of every rate. 0 until the visit has ended or somebody states it."""
    shift: Annotated[str, Field(max_length=80)] = ""
    participation: Participation = Participation.WATCHED
    typicality: DayTypicality | None = None
    host_selection: HostSelection | None = None
    focus: Line = ""
    safety: Line = ""
    safety_confirmed: bool = False
    agreement_ref: Line = ""
    release_ref: Line = ""
    """What was released, on a visit that looks at what a release did."""
    released_on: date | None = None
    headline: Line = ""
    summary: Words = ""
    learning: Words = ""
    thanked_on: date | None = None

    @property
    def scope(self) -> UUID:
        """A visit is its own scope: what is handed over, withdrawn and erased together."""
        return self.id

    @property
    def local_start(self) -> datetime:
        """The start as the wall clock at the site showed it."""
        return self.starts_at.astimezone(timezone(timedelta(minutes=self.utc_offset)))

    @property
    def debrief_due(self) -> datetime:
        """Memory fades: the debrief is due a day after the visit ended."""
        return (self.ends_at or self.starts_at) + DEBRIEF_WITHIN


class ConsentRecord(Record):
    """What the host said about one of notes, quotes and photos. Its id is `link_id(visit, subject)`."""

    kind_name: ClassVar[str] = "consent"
    visit_id: UUID
    subject: ConsentSubject
    given: bool
    withdrawn_on: date | None = None

    @property
    def holds(self) -> bool:
        """Whether the thing may be used today."""
        return self.given and self.withdrawn_on is None


class GuideAnswer(Record):
    """What was answered to one guide question. Its id is `link_id(visit, question)`."""

    kind_name: ClassVar[str] = "guide_answer"
    visit_id: UUID
    question: Annotated[str, Field(min_length=1, max_length=80)]
    text: Words = ""


class Activity(Record):
    """A stretch of time, started and stopped by key."""

    kind_name: ClassVar[str] = "activity"
    visit_id: UUID
    activity_kind: ActivityKind = ActivityKind.ROUTINE
    name: Annotated[str, Field(max_length=200)] = ""
    started_at: Moment
    ended_at: Moment | None = None
    utc_offset: UtcOffset = 0
    observation_id: UUID | None = None

    @property
    def minutes(self) -> float | None:
        """Length in minutes, None while it runs. A clock set back in between counts as nothing."""
        if self.ended_at is None:
            return None
        return max(0.0, (self.ended_at - self.started_at).total_seconds() / 60)

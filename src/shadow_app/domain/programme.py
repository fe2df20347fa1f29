"""The programme: why IT goes out, how often, and what the service desk counted meanwhile (`domain.md` §1, R2, R23)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import Field, model_validator

from shadow_app.domain.record import Name, Record, Words
from shadow_app.domain.rule_words import CONTRADICT, COUNT_ENDS, PROGRAMME_ENDS

PerYear = Annotated[float, Field(ge=0, le=366)]
HoursPerYear = Annotated[float, Field(ge=0, le=8_784)]


SHORTEST_VISIT = 0.25
"""Hours: what is shorter is a slip in the goal."""


class Programme(Record):
    """A named series of visits with goals and rules; of several the one that starts last is in force."""

    kind_name: ClassVar[str] = "programme"
    name: Name
    starts_on: date
    ends_on: date | None = None
    goals: Words = ""
    rules: Words = ""
    visits_per_person: PerYear = 1.0
    """How often everybody in IT goes out in a year."""
    hours_per_person: HoursPerYear | None = None
    tell_within_days: Annotated[int, Field(ge=1, le=3_660)] = 90
    """A site that was visited hears from IT at least this often."""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise ValueError(PROGRAMME_ENDS.format(ends_on=self.ends_on, starts_on=self.starts_on))
        return self


class Target(Record):
    """What one IT team aims at instead of the programme's general goal. Its id is `link_id(programme, team)`."""

    kind_name: ClassVar[str] = "target"
    programme_id: UUID
    team: Name
    visits_per_person: PerYear | None = None
    hours_per_person: HoursPerYear | None = None

    @model_validator(mode="after")
    def _does_not_contradict_itself(self) -> Self:
        told = contradiction(self.visits_per_person, self.hours_per_person)
        if told:
            raise ValueError(told)
        return self


def contradiction(visits: float | None, hours: float | None) -> str:
    """Why so many visits do not fit into so many hours; empty where they do."""
    if not visits or hours is None or hours >= visits * SHORTEST_VISIT:
        return ""
    return CONTRADICT.format(visits=f"{visits:g}", hours=f"{hours:g}")


class TicketCount(Record):
    """What the service desk counted for a service in a stretch of time. Its id is `link_id` of all of that."""

    kind_name: ClassVar[str] = "ticket_count"
    service_id: UUID
    unit_id: UUID | None = None
    from_on: date
    until_on: date
    """The last day of it."""
    tickets: Annotated[int, Field(ge=0, le=100_000_000)]
    hours: Annotated[float, Field(ge=0, le=100_000_000)] | None = None
    """IT's own work on them: where effort goes now."""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.until_on < self.from_on:
            raise ValueError(COUNT_ENDS.format(until_on=self.until_on, from_on=self.from_on))
        return self

"""Pain points: notes with one cause on one service, the unit of priority."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from shadow_app.domain.record import Line, Name, Record, Words
from shadow_app.domain.vocabulary import BusinessDamage, Scope, TimeToDamage, Workaround


class PainPoint(Record):
    """What a person has set stands; what is None is worked out from its notes (`design.md` §4)."""

    kind_name: ClassVar[str] = "pain_point"
    service_id: UUID
    title: Name
    business_damage: BusinessDamage | None = None
    time_to_damage: TimeToDamage | None = None
    workaround: Workaround | None = None
    pain_scope: Scope | None = None
    loss_value: Annotated[float, Field(ge=0)] | None = None
    """Priced damage: money lost when it goes wrong. Price it or grade it, never both (`domain.md` §3.1)."""
    loss_chance: Annotated[float, Field(ge=0, le=1)] | None = None
    effort_days: Annotated[float, Field(gt=0, le=100_000)] | None = None
    value_at_stake: Words = ""
    theme: Annotated[str, Field(max_length=200)] = ""
    """A pattern across services that it belongs to, such as "sign-on with gloves"."""
    engagement_owner: Annotated[str, Field(max_length=200)] = ""
    """The person who talks to the business; never the team that mends it."""
    next_contact_on: date | None = None
    fixing_team: Annotated[str, Field(max_length=200)] = ""
    """Empty: the service's support team."""
    closed_on: date | None = None
    """It re-opens by itself when it is seen on a later day."""
    closed_why: Line = ""
    merged_into_id: UUID | None = None
    """Where its notes went when it was merged; it is removed then, and can be split off again."""


class PainPointMember(Record):
    """A note is evidence for a pain point. Its id is `link_id(pain point, observation)`."""

    kind_name: ClassVar[str] = "pain_point_member"
    pain_point_id: UUID
    observation_id: UUID

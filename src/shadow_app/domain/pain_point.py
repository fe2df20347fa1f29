"""Pain points: notes with one cause on one service, the unit of priority."""

from __future__ import annotations

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from shadow_app.domain.record import Name, Record, Words
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


class PainPointMember(Record):
    """A note is evidence for a pain point. Its id is `link_id(pain point, observation)`."""

    kind_name: ClassVar[str] = "pain_point_member"
    pain_point_id: UUID
    observation_id: UUID

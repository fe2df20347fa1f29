"""The business that is served: organisation, unit, site, role and how many people do what where."""

from __future__ import annotations

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from shadow_app.domain.record import Line, Name, Record
from shadow_app.domain.vocabulary import SiteType


class Organisation(Record):
    """The legal entity being served."""

    kind_name: ClassVar[str] = "organisation"
    name: Name
    currency: Annotated[str, Field(min_length=1, max_length=8)] = "GBP"


class BusinessUnit(Record):
    """A part of the business with its own priorities and reports."""

    kind_name: ClassVar[str] = "business_unit"
    organisation_id: UUID
    name: Name
    value_at_stake: Line = ""


class Site(Record):
    """A physical place of one business unit."""

    kind_name: ClassVar[str] = "site"
    unit_id: UUID
    name: Name
    site_type: SiteType = SiteType.OTHER
    address: Line = ""


class Role(Record):
    """The kind of work done: the unit of headcount and rate, and never a person's name."""

    kind_name: ClassVar[str] = "role"
    organisation_id: UUID
    name: Name
    group: Annotated[str, Field(max_length=200)] = ""
    """The wider group that is printed where fewer than four people hold the role."""


class RolePopulation(Record):
    """`headcount` people of one role at one site, with what an hour of theirs is and costs."""

    kind_name: ClassVar[str] = "role_population"
    site_id: UUID
    role_id: UUID
    headcount: Annotated[int, Field(ge=0, le=1_000_000)]
    shift_hours: Annotated[float, Field(gt=0, le=24)] = 8.0
    days_per_year: Annotated[int, Field(ge=1, le=366)] = 230
    hourly_rate: Annotated[float, Field(ge=0, le=10_000)] = 0.0


class BusinessStep(Record):
    """A step of the business's work and the services it needs together: "CV out the door"."""

    kind_name: ClassVar[str] = "business_step"
    unit_id: UUID
    name: Name
    service_ids: tuple[UUID, ...] = ()
    value_at_stake: Line = ""

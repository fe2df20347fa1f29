"""Talking with the business and with the service desk: who was asked, who was told, who has acknowledged it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from shadow_app.domain.record import Line, Name, Record, Words
from shadow_app.domain.vocabulary import ContactLevel

Who = Annotated[str, Field(max_length=200)]


class Update(Record):
    """A site was told how a pain point or a promise stands."""

    kind_name: ClassVar[str] = "site_update"
    site_id: UUID
    pain_point_id: UUID | None = None
    commitment_id: UUID | None = None
    told_on: date
    told_by: Who = ""
    channel: Who = ""
    text: Words = ""
    acknowledged_on: date | None = None
    acknowledged_by: Who = ""


class FeedbackRecord(Record):
    """The service desk was told what it should know of a pain point: the words to use, the workaround, the promise."""

    kind_name: ClassVar[str] = "feedback"
    pain_point_id: UUID
    told_on: date
    told_by: Who = ""
    channel: Who = ""
    text: Words = ""
    acknowledged_on: date | None = None
    acknowledged_by: Who = ""


class Contact(Record):
    """Somebody of the business to talk to: for the whole firm, for a unit, or in a host's role at a site."""

    kind_name: ClassVar[str] = "contact"
    organisation_id: UUID
    level: ContactLevel = ContactLevel.ORGANISATION
    unit_id: UUID | None = None
    site_id: UUID | None = None
    role_id: UUID | None = None
    name: Name
    position: Who = ""
    reach: Line = ""


class Conversation(Record):
    """A contact was asked what they need, and said it."""

    kind_name: ClassVar[str] = "conversation"
    contact_id: UUID
    held_on: date
    held_by: Who = ""
    asked: Words = ""
    said: Words = ""
    next_step: Line = ""

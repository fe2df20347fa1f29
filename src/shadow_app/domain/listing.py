"""Rows of lists: a record together with the words that its neighbours lend it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.observation import Observation
from shadow_app.domain.visit import Visit


@dataclass(frozen=True, slots=True)
class VisitCard:
    """A visit as a list shows it."""

    visit: Visit
    site: str
    unit_id: UUID
    unit: str
    organisation_id: UUID
    organisation: str
    role: str
    shadower: str
    team: str
    notes: int
    untagged: int
    """Notes that cost time and name no service yet."""
    offers: int
    """Notes whose prose holds something that nobody has accepted or declined."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of a note: its attachment and the hash that finds its content."""

    attachment_id: UUID
    sha256: str
    caption: str


@dataclass(frozen=True, slots=True)
class VoiceNote:
    """A recording of a note: its attachment, the hash that finds its content, and how long it lasts."""

    attachment_id: UUID
    sha256: str
    seconds: float


@dataclass(frozen=True, slots=True)
class TimelineNote:
    """A note with its services, photos and recordings, as the timeline and the annex show it."""

    note: Observation
    service_ids: tuple[UUID, ...]
    services: tuple[str, ...]
    role: str
    pictures: tuple[Picture, ...]
    pain_point_ids: tuple[UUID, ...] = ()
    voices: tuple[VoiceNote, ...] = ()

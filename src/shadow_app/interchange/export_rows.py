"""What leaves for other tools, before any tool's own shape is put on it.

Every text in these rows has been accepted, masked and consented to by whoever builds them (`usecases/export_gather`);
the formats only shape and escape.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import BinaryIO, Protocol, TypeAlias
from uuid import UUID

from shadow_app.domain.vocabulary import Choice, CommitmentState, EvidenceGrade, Kind, Lane


class Subject(StrEnum):
    """What is exported."""

    PAINS = "pains"
    SERVICES = "services"
    NOTES = "notes"
    PROMISES = "promises"


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a description: a heading of ours, and lines of which each is one paragraph of somebody's words."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PainOut:
    """One pain point. Impact and urgency are 1 (high) … 3, priority 1 (high) … 5; hours and money are per year."""

    id: UUID
    title: str
    organisation: str
    service: str
    service_code: str
    story: tuple[Passage, ...]
    impact: int
    urgency: int
    priority: int
    lane: Lane
    evidence: EvidenceGrade
    hours: float
    low: float
    high: float
    """The 80 % range of `hours`."""
    extrapolated_hours: float
    """The part of `hours` that stands for places where nobody has been."""
    cost: float
    currency: str
    weighted: float
    """Damage-weighted lost hours."""
    notes: int
    visits: int
    sites: int
    effort_days: float | None
    effort_cap: float
    choice: Choice | None
    reason: str
    review_on: date | None
    promise: str
    due_on: date | None
    owner_team: str
    engagement_owner: str
    value_at_stake: str


@dataclass(frozen=True, slots=True)
class ServiceOut:
    """One service in the order of what it costs; ranks count from 1, None where there is none."""

    id: UUID
    rank: int
    service: str
    service_code: str
    owner_team: str
    hours: float
    low: float
    high: float
    extrapolated_hours: float
    cost: float
    currency: str
    weighted: float
    lane: Lane
    evidence: EvidenceGrade
    notes: int
    visits: int
    in_top_three: float
    """The chance to be among the first three, 0 … 1."""
    assumed_rank: int | None
    stated_rank: float | None


@dataclass(frozen=True, slots=True)
class NoteOut:
    """One accepted note. Where few people hold the role, `role` is the wider group and `seen` only a month."""

    id: UUID
    seen: str
    organisation: str
    unit: str
    site: str
    role: str
    kind: Kind
    evidence: str
    services: tuple[str, ...]
    pain_point: str
    pain_point_id: UUID | None
    text: str
    consequence: str
    quote: str
    minutes: float | None
    count: int
    people: int | None
    damage: int | None
    time_to_damage: int | None
    workaround: str
    reported_to_desk: bool | None


@dataclass(frozen=True, slots=True)
class PromiseOut:
    """One promise to the business."""

    id: UUID
    text: str
    owner: str
    state: CommitmentState
    due_on: date | None
    settled_on: date | None
    outcome: str
    effort_days: float | None
    site: str
    pain_point: str
    pain_point_id: UUID | None


Row: TypeAlias = PainOut | ServiceOut | NoteOut | PromiseOut
Cell: TypeAlias = str | int | float | date | bool | None


@dataclass(frozen=True, slots=True)
class Addressee:
    """What only the receiving side knows."""

    place: str = ""
    """The project, queue or organisation that it goes to."""
    requester: str = ""
    """The mail address of whoever asks there."""


class Need(StrEnum):
    """What a format can make use of, or cannot do without."""

    PLACE = "place"
    REQUESTER = "requester"


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows as a table."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Shape(Protocol):
    """How rows become a file, and how the first of them look."""

    def preview(self, subject: Subject, rows: Sequence[Row], to: Addressee) -> Preview:
        """The rows as a person would check them."""

    def write(self, subject: Subject, rows: Iterable[Row], to: Addressee, out: BinaryIO) -> None:
        """The whole file; `rows` is gone through once."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way out of the program."""

    name: str
    """As the command line knows it."""
    title: str
    suffix: str
    subjects: tuple[Subject, ...]
    shape: Shape
    again: str
    """What a second import does, and what has to be set for it."""
    needs: frozenset[Need] = frozenset()
    takes: Mapping[Need, str] = field(default_factory=dict)
    """What can be said of the receiving side, in the tool's own word for it."""
    most_rows: int | None = None
    """The most rows that one file may hold."""

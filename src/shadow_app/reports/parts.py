"""What several reports say in the same way: estimates, evidence, promises, how sure we are, how it was worked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from shadow_app.domain.vocabulary import CommitmentState, EvidenceGrade, Lane
from shadow_app.domain.weights import Weights


class ReportState(StrEnum):
    """Where a report stands; everything but RELEASED is stamped on every page."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    RELEASED = "released"


@dataclass(frozen=True)
class Estimate:
    """A figure with its 80 % range, both ends or neither (`domain.md` §3.1)."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class EvidenceMarks:
    """How much stands behind a figure: notes, the visits they come from, and how many were seen or only told."""

    grade: EvidenceGrade
    notes: int = 0
    visits: int = 0
    seen: int = 0
    told: int = 0

    @property
    def thin(self) -> bool:
        """An anecdote is ranked, but printed grey."""
        return self.grade is EvidenceGrade.ANECDOTE


@dataclass(frozen=True)
class Photo:
    """A JPEG as it lies in the store, at most 2,000 pixels long, and what it shows."""

    jpeg: bytes
    caption: str = ""


@dataclass(frozen=True)
class Promise:
    """What we promise, in the words in which it was given, and how the business will hear of it."""

    text: str
    owner: str = ""
    due: date | None = None
    how_told: str = ""
    state: CommitmentState = CommitmentState.OPEN


@dataclass(frozen=True)
class SinceThen:
    """You said – we did. Minutes per occurrence where they were measured again on a later visit."""

    said: str
    did: str
    when: date | None = None
    minutes_before: float | None = None
    minutes_after: float | None = None


@dataclass(frozen=True)
class Sureness:
    """What the figures rest on; observed minutes and extrapolated hours are always told together (`domain.md` §3.1).

    `observed_minutes` were watched going by, `hours_a_year` is what they come to; `unvisited_share` is the part of
    those hours (0–1) that was carried over to sites nobody has been to, `coverage` the share (0–1) of all role-hours
    that was shadowed.
    """

    visits: int
    hours: float
    seen: int
    told: int
    observed_minutes: float
    hours_a_year: Estimate
    unvisited_share: float = 0.0
    coverage: float | None = None
    sites_visited: tuple[str, ...] = ()
    sites_not_visited: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Working:
    """One line of the sum, for those who want to check it: the terms of `domain.md` §3.1 and what came out.

    `minutes` per occurrence, `per_day` occurrences, `people` they stop, `days` a year, `hours` a year; `uplift` is u,
    `weighted` the damage-weighted lost hours. `graded` is False where nobody has judged the damage.
    """

    pain: str
    service: str
    where: str
    minutes: float
    per_day: float
    people: float | None
    """None where so few hold the role that their number is not told."""
    days: float
    hours: float
    uplift: float
    weighted: float
    impact: int
    urgency: int
    priority: int
    lane: Lane
    graded: bool = True


@dataclass(frozen=True)
class Method:
    """How the figures were made: the weights in force, the sums, and what else a reader may want to know."""

    weights: Weights
    workings: tuple[Working, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class RankPlace:
    """One service in the three rankings, 1 first; None where a ranking does not know it."""

    service: str
    assumed: int | None = None
    stated: int | None = None
    observed: int | None = None
    service_id: UUID | None = None

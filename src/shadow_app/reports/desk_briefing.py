"""DeskBriefing: what the service desk should know of every pain that is still open (`domain.md` §1 I7, Q6).

Written for whoever lifts the telephone: what people say when they ring, what helps meanwhile, what was promised and by
when, who talks to the business, and whether the desk has heard of it. Everything arrives masked and ready to print.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from shadow_app.domain.vocabulary import Choice, Lane, Workaround
from shadow_app.reports.parts import Estimate, EvidenceMarks, ReportState
from shadow_app.reports.you_said import Given


@dataclass(frozen=True)
class Quote:
    """What somebody said, and in which role."""

    words: str
    by: str = ""


@dataclass(frozen=True)
class Silent:
    """How much of a pain never reaches the desk: occurrences never reported, of those where somebody asked."""

    asked: float = 0.0
    never: float = 0.0
    reasons: tuple[str, ...] = ()
    telling: bool = True
    """Whether enough notes ask."""

    @property
    def share(self) -> float | None:
        """0 … 1; None where nobody asked."""
        return self.never / self.asked if self.asked > 0 else None

    @property
    def mostly(self) -> bool:
        """Whether the desk hears of less than half of it, as far as enough were asked to tell."""
        return self.telling and self.share is not None and self.share > 0.5


@dataclass(frozen=True)
class ToldDesk:
    """The desk was told, and by whom and when that was acknowledged; None while it is not."""

    on: date
    by: str = ""
    channel: str = ""
    text: str = ""
    acknowledged_on: date | None = None
    acknowledged_by: str = ""


@dataclass(frozen=True)
class DeskEntry:
    """One open pain point. `rings_as` are the words that people use for the service; hours are a year's.

    `back` is set where it had been closed and was seen again.
    """

    pain: str
    service: str
    hours: Estimate
    lane: Lane
    evidence: EvidenceMarks
    rings_as: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    places: tuple[str, ...] = ()
    consequence: str = ""
    stake: str = ""
    workaround: str = ""
    workaround_grade: Workaround | None = None
    choice: Choice | None = None
    reason: str = ""
    review_on: date | None = None
    promises: tuple[Given, ...] = ()
    engagement: str = ""
    next_contact: date | None = None
    fixing_team: str = ""
    silent: Silent = Silent()
    told: tuple[ToldDesk, ...] = ()
    back: bool = False
    graded: bool = True
    minutes_known: bool = True
    pain_point_id: UUID | None = None
    note_ids: tuple[UUID, ...] = ()

    @property
    def acknowledged(self) -> ToldDesk | None:
        """The newest acknowledgement of the newest telling; None while the desk has not acknowledged it."""
        return self.told[-1] if self.told and self.told[-1].acknowledged_on else None


@dataclass(frozen=True)
class DeskBriefing:
    """The whole briefing for one unit, one site, or everything (`place` empty), the most damaging pain first."""

    id: UUID
    made_on: datetime
    organisation: str
    place: str = ""
    headline: str = ""
    lead: str = ""
    entries: tuple[DeskEntry, ...] = ()
    visits: int = 0
    hours: float = 0.0
    unsorted: int = 0
    unreviewed: int = 0
    month_only: bool = False
    state: ReportState = ReportState.DRAFT

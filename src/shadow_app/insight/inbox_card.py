"""What the inbox shows: a card, the counts at the head of the page, and the orders in which cards may stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.vocabulary import ReviewState


class Sort(StrEnum):
    """The order of the inbox."""

    NEEDS = "needs"
    """Unclear first, then without a service, then all others; each newest first."""
    NEWEST = "newest"
    OLDEST = "oldest"
    DAMAGE = "damage"
    MINUTES = "minutes"
    VISIT = "visit"
    """Latest visit first; its notes as they happened."""


@dataclass(frozen=True, slots=True)
class InboxCard:
    """A note as the inbox shows it, with the words that its visit and pain points lend it."""

    row: int
    shown: TimelineNote
    visit_number: str
    site: str
    unit: str
    role: str
    """The note's own, else the one that was shadowed."""
    team: str
    """Of whoever was there; never who."""
    pain_points: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class Counts:
    """How many notes the inbox would show if one filter of a query were another one."""

    by_state: dict[ReviewState, int]
    """With each state instead of those it asks for."""
    ambiguous: int
    """With this instead of every `is:`; so is `untagged`."""
    untagged: int
    total: int
    """Without any state and any `is:`."""

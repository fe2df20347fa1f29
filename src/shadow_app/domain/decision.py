"""What IT decides about a pain point, what it promises, and whether that helped (`domain.md` §1, R12–R13)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from shadow_app.domain.record import TEAM, Line, Name, Record
from shadow_app.domain.vocabulary import Choice, CommitmentState

Who = Annotated[str, Field(max_length=200)]
Effort = Annotated[float, Field(ge=0, le=10_000)]


class Decision(Record):
    """Do, defer or decline, with the reason. Its id is `link_id(pain point, "decision")`: one stands at a time."""

    kind_name: ClassVar[str] = "decision"
    pain_point_id: UUID
    choice: Choice
    reason: Line = ""
    review_on: date | None = None
    """When it is looked at again; a deferral says here until when it can wait."""
    decided_on: date
    decided_by: Who = ""


class Commitment(Record):
    """A promise to the business, in the words in which it was given: on a visit, about a pain point, or both."""

    kind_name: ClassVar[str] = "commitment"
    visit_id: UUID | None = None
    text: Name
    owner: Who = ""
    due_on: date | None = None
    effort_days: Effort | None = None
    how_told: Line = ""
    state: CommitmentState = CommitmentState.OPEN
    pain_point_id: UUID | None = None
    site_id: UUID | None = None
    """To whom it was promised where no visit says so."""
    kept_on: date | None = None
    """When it was kept or dropped."""
    outcome: Line = ""
    """What came of it, in words for those to whom it was promised."""


class FollowUp(Record):
    """A change that should have helped, and the measurement that says whether it did.

    Notes before `changed_on` are the before, notes from then on the after; what was measured by other means stands
    in the two figures, minutes per occurrence.
    """

    kind_name: ClassVar[str] = "follow_up"
    pain_point_id: UUID
    changed_on: date
    change_ref: Line = ""
    minutes_before: Annotated[float, Field(ge=0, le=60 * 24 * 366)] | None = None
    minutes_after: Annotated[float, Field(ge=0, le=60 * 24 * 366)] | None = None
    note: Line = ""

    @property
    def scope(self) -> UUID:
        """The team's: it is about all visits."""
        return TEAM

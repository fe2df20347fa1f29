"""The rankings that people make: what IT assumed, what the business stated. The third is worked out."""

from __future__ import annotations

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from shadow_app.domain.record import Moment, Name, Record

Grade10 = Annotated[int, Field(ge=1, le=10)]


class AssumedRanking(Record):
    """IT's list, first place first; locked before any field figure is shown."""

    kind_name: ClassVar[str] = "assumed_ranking"
    organisation_id: UUID
    unit_id: UUID | None = None
    name: Name = "IT's list"
    service_ids: tuple[UUID, ...] = ()
    locked_at: Moment | None = None
    locked_by: Annotated[str, Field(max_length=200)] = ""


class StatedImportance(Record):
    """One respondent's "importance 1–10, satisfaction 1–10" for one service.

    Its id is `link_id(visit, respondent, service)`; `respondent` is a pseudonym.
    """

    kind_name: ClassVar[str] = "stated_importance"
    visit_id: UUID
    respondent: Name
    service_id: UUID
    importance: Grade10 | None = None
    satisfaction: Grade10 | None = None

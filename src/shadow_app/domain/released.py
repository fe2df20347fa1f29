"""What was locked and given away: rankings of a day, editions of a report, and filters worth keeping."""

from __future__ import annotations

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from shadow_app.domain.record import Line, Moment, Name, Record
from shadow_app.domain.vocabulary import ReportKind

Sha256 = Annotated[str, Field(pattern="^([0-9a-f]{64})?$")]
Who = Annotated[str, Field(max_length=200)]


class SnapshotLine(BaseModel):
    """One service of a snapshot: numbers only, so that no withdrawal ever has to change it."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    service_id: UUID
    rank: int
    hours: float
    low: float
    high: float
    """The 80 % range of `hours`."""
    cost: float
    wlh: float
    in_top_three: float
    """The chance to be among the first three."""
    notes: int


class Snapshot(Record):
    """The ranking of a unit, or of all, as it stood: dated, named and never changed."""

    kind_name: ClassVar[str] = "snapshot"
    written_once: ClassVar[bool] = True
    name: Name
    unit_id: UUID | None = None
    made_at: Moment
    made_by: Who = ""
    currency: Annotated[str, Field(max_length=8)] = ""
    weights_id: UUID | None = None
    """The weights it was worked out with; None for the built-in ones."""
    visits: Annotated[int, Field(ge=0)] = 0
    lines: tuple[SnapshotLine, ...] = ()


class Edition(Record):
    """A released report: what was given away, by whom, and the hash that proves it.

    The content lies in the store's blobs. A withdrawal or an erasure takes the content; hash and date stay.
    """

    kind_name: ClassVar[str] = "edition"
    report_kind: ReportKind
    subject_id: UUID
    """The visit, unit, site or programme; TEAM where the report is about everything."""
    number: Annotated[int, Field(ge=1)] = 1
    title: Name
    released_at: Moment
    released_by: Who = ""
    content_sha256: Sha256
    """Of the report's Markdown: what it says."""
    pdf_sha256: Sha256
    visit_ids: tuple[UUID, ...] = ()
    """Whose notes it is made of: when one of them is withdrawn, so is this."""
    known_withdrawals: tuple[UUID, ...] = ()
    """What hosts of these visits had refused or taken back when it was made, by the id of the consent or the note:
    what is not among them overtakes it, wherever it was released."""
    withdrawn_at: Moment | None = None
    withdrawn_why: Line = ""
    replaces_id: UUID | None = None


class SavedFilter(Record):
    """A search of the inbox that somebody wants again. Its id is `link_id("filter", name)`."""

    kind_name: ClassVar[str] = "saved_filter"
    name: Name
    words: Line
    """As it is typed into the search line."""
    sort: Annotated[str, Field(max_length=40)] = ""

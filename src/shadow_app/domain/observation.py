"""Observation: one factual note from a visit, and what ties it to services."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from shadow_app.domain.record import Line, Moment, Record, UtcOffset, Words
from shadow_app.domain.vocabulary import (
    AffectedParty,
    BusinessDamage,
    Evidence,
    Kind,
    MinutesSource,
    RatePer,
    ReadBack,
    ReviewState,
    Scope,
    TimeToDamage,
    Workaround,
)
from shadow_app.domain.voice import VOICE_TYPE

Minutes = Annotated[float, Field(ge=0, le=60 * 24 * 366)]
Count = Annotated[int, Field(ge=1, le=100_000)]


class Observation(Record):
    """Visit, time and text are mandatory; nothing else ever blocks saving (`domain.md` §2.1).

    `line` is what was typed, to the letter; `text` is what is left to read once the signs are understood.
    Fact (`text`), voice (`quote`) and reading (`interpretation`) stay apart.
    """

    kind_name: ClassVar[str] = "observation"
    visit_id: UUID
    at: Moment
    utc_offset: UtcOffset = 0
    text: Annotated[str, Field(min_length=1, max_length=20_000)]
    line: Words = ""
    kind: Kind = Kind.CONTEXT
    evidence: Evidence = Evidence.SEEN
    role_id: UUID | None = None
    step_id: UUID | None = None
    unresolved_tags: tuple[str, ...] = ()
    """`#words` and `@words` that match nothing, or several things: "unknown, create?" """
    lost_minutes: Minutes | None = None
    """Minutes lost per occurrence and person."""
    minutes_source: MinutesSource = MinutesSource.ESTIMATED
    count: Count = 1
    rate: Annotated[float, Field(gt=0, le=100_000)] | None = None
    rate_per: RatePer | None = None
    people_stopped: Count | None = None
    note_scope: Scope = Scope.PERSON
    business_damage: BusinessDamage | None = None
    time_to_damage: TimeToDamage | None = None
    workaround: Workaround | None = None
    affected_party: AffectedParty | None = None
    reported_to_desk: bool | None = None
    why_not_reported: Line = ""
    ticket_ref: Annotated[str, Field(max_length=200)] = ""
    quote: Words = ""
    consequence: Words = ""
    interpretation: Words = ""
    idea: Words = ""
    surprise: bool = False
    after_change: Line = ""
    requested_on: date | None = None
    delivered_on: date | None = None
    still_needed: bool | None = None
    offers_open: bool = False
    """Something was understood from the prose that nobody has accepted or declined yet."""
    not_scored: bool = False
    """A hazard, or anything else that belongs to another channel: kept, never counted."""
    state: ReviewState = ReviewState.DRAFT
    state_note: Line = ""
    """The lead's question, or why it was set aside."""
    state_answer: Line = ""
    """What the author answered to the question."""
    read_back: ReadBack | None = None
    read_back_note: Line = ""

    @property
    def local_time(self) -> datetime:
        """When it happened, as the wall clock at the site showed it."""
        return self.at.astimezone(timezone(timedelta(minutes=self.utc_offset)))


class ServiceTag(Record):
    """A note is about a service, because a person said so. Its id is `link_id(observation, service)`."""

    kind_name: ClassVar[str] = "service_tag"
    visit_id: UUID
    observation_id: UUID
    service_id: UUID
    primary: bool = False


class Attachment(Record):
    """A photo or a voice note, kept by its content in the store's blobs."""

    kind_name: ClassVar[str] = "attachment"
    visit_id: UUID
    observation_id: UUID | None = None
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    media_type: Annotated[str, Field(max_length=80)] = "image/jpeg"
    width: Annotated[int, Field(ge=0)] = 0
    height: Annotated[int, Field(ge=0)] = 0
    byte_size: Annotated[int, Field(ge=0)] = 0
    taken_at: Moment | None = None
    caption: Line = ""

    @property
    def is_voice(self) -> bool:
        """Whether it is heard rather than seen."""
        return self.media_type == VOICE_TYPE

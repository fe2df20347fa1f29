"""YouSaidReport: one page for the people who were visited — what they showed us, and what became of it.

It is read outside IT: no service of the catalogue is named where people have a word of their own, nothing is counted
but hours of their time, and what nobody has decided yet is said to be undecided (`domain.md` §1 R6, R12, R14).
Everything arrives ready to print: masked, in everyday words, in the order of what it costs them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.reports.parts import Estimate, EvidenceMarks, ReportState


class Became(StrEnum):
    """What became of a thing that was said."""

    BACK = "back"
    """It was mended or closed, and has been seen since."""
    DONE = "done"
    PROMISED = "promised"
    DECIDED = "decided"
    """It will be done; nobody has promised when."""
    WAITS = "waits"
    DECLINED = "declined"
    NOT_KEPT = "not_kept"
    """It was promised and not done, and nothing has been decided since."""
    OPEN = "open"
    """Nothing has been decided."""


@dataclass(frozen=True)
class Given:
    """A promise as it was given. `late` is set where it was due before the report was made and is still open."""

    text: str
    owner: str = ""
    due: date | None = None
    state: CommitmentState = CommitmentState.OPEN
    outcome: str = ""
    kept_on: date | None = None
    late: bool = False
    where: str = ""
    id: UUID | None = None


@dataclass(frozen=True)
class Said:
    """One thing that people told or showed us at the site.

    `hours` are those of everybody at this site in a year; `reason` is why it waits, is declined or was decided;
    `until` when it is looked at again; `closed_on` when it was thought to be done. The minutes are those of one
    occurrence, before and after a change, where both were measured. `note_ids` are the newest notes behind it.
    """

    words: str
    hours: Estimate
    evidence: EvidenceMarks
    became: Became = Became.OPEN
    quote: str = ""
    quote_by: str = ""
    consequence: str = ""
    stake: str = ""
    minutes_known: bool = True
    reason: str = ""
    until: date | None = None
    closed_on: date | None = None
    promises: tuple[Given, ...] = ()
    minutes_before: float | None = None
    minutes_after: float | None = None
    told_on: date | None = None
    pain_point_id: UUID | None = None
    note_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class TalkTo:
    """Who in IT talks to these people, and when next; without a name nobody does yet."""

    name: str = ""
    next_on: date | None = None


@dataclass(frozen=True)
class YouSaidReport:
    """The whole page, as things stood on the day of `made_on`: what was due before it is late.

    `unsorted` counts the notes of this site that are in no pain point yet, `unreviewed` the notes whose words stand
    here and that nobody has accepted yet. `trade_words` are words of IT's own trade that somebody wrote into a title,
    a reason or a promise: they are printed as written, and a warning names them.
    """

    id: UUID
    made_on: datetime
    organisation: str
    unit: str
    site: str
    visits: int = 0
    hours: float = 0.0
    since: date | None = None
    until: date | None = None
    headline: str = ""
    thanks: str = ""
    said: tuple[Said, ...] = ()
    promises: tuple[Given, ...] = ()
    works: tuple[str, ...] = ()
    talk_to: tuple[TalkTo, ...] = ()
    last_told: date | None = None
    unsorted: int = 0
    unreviewed: int = 0
    trade_words: tuple[str, ...] = ()
    month_only: bool = False
    state: ReportState = ReportState.DRAFT

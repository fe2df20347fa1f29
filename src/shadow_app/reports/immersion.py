"""ImmersionReport: what the report on a visit says, in the order in which an executive reads (`domain.md` §2.3).

Everything arrives ready to print: masked, pseudonymised and chosen by the caller. Times carry the local offset of the
site. Nothing here knows how it looks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from shadow_app.domain.vocabulary import (
    DayTypicality,
    Evidence,
    HostSelection,
    Kind,
    Lane,
    Participation,
    SiteType,
)
from shadow_app.figures.timeline import Mark, Stretch
from shadow_app.reports.parts import (
    Estimate,
    EvidenceMarks,
    Method,
    Photo,
    Promise,
    RankPlace,
    ReportState,
    SinceThen,
    Sureness,
)


@dataclass(frozen=True)
class Strip:
    """Where, when, with whom and how. `month_only` hides the day where too few people hold the role."""

    organisation: str
    unit: str
    site: str
    site_type: SiteType
    role: str
    starts_at: datetime
    ends_at: datetime | None = None
    hours: float = 0.0
    participation: Participation = Participation.WATCHED
    typicality: DayTypicality | None = None
    host_selection: HostSelection | None = None
    shadower: str = ""
    reviewer: str = ""
    shift: str = ""
    month_only: bool = False


@dataclass(frozen=True)
class Day:
    """The day in about 120 words, and its timeline."""

    words: str = ""
    stretches: tuple[Stretch, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Pain:
    """What hurts: hours and money are a year's, `money` is None where no rate is known.

    `extrapolated` says whether part of the hours was carried over to sites nobody has visited.
    """

    title: str
    service: str
    hours: Estimate
    lane: Lane
    evidence: EvidenceMarks
    consequence: str = ""
    money: float | None = None
    quote: str = ""
    quote_by: str = ""
    graded: bool = True
    minutes_known: bool = True
    extrapolated: bool = False
    id: UUID | None = None


@dataclass(frozen=True)
class GoodThing:
    """What works, so that nobody improves it away."""

    text: str
    service: str = ""
    by: str = ""


@dataclass(frozen=True)
class SixAnswers:
    """The six questions of one pain point, answered in plain words; an empty answer prints as "not answered yet"."""

    pain: str
    damage: str = ""
    time_critical: str = ""
    deferrable: str = ""
    effort: str = ""
    engagement: str = ""
    desk: str = ""


@dataclass(frozen=True)
class LogEntry:
    """One note of the pseudonymised log. `meta` is a short line of facts: minutes, times seen, people, damage."""

    at: datetime
    kind: Kind
    text: str
    by: str = ""
    services: tuple[str, ...] = ()
    meta: tuple[str, ...] = ()
    evidence: Evidence = Evidence.SEEN
    quote: str = ""
    consequence: str = ""
    interpretation: str = ""
    surprise: bool = False
    photos: tuple[Photo, ...] = ()
    untimed: bool = False
    """Whether it is about so few people that its hour would point at one of them."""


@dataclass(frozen=True)
class LogChapter:
    """The log of one visit: a visit's report has one chapter, a unit's or programme's has many."""

    title: str
    entries: tuple[LogEntry, ...]
    month_only: bool = False


@dataclass(frozen=True)
class Briefing:
    """What the service desk should know about one pain point."""

    pain: str
    service: str
    site: str
    workaround: str = ""
    promised: str = ""


@dataclass(frozen=True)
class ImmersionReport:
    """The whole report. `made_on` is printed and used for the file's own dates, so that equal data give equal bytes."""

    id: UUID
    made_on: datetime
    strip: Strip
    sureness: Sureness
    headline: str = ""
    meaning: str = ""
    day: Day = field(default_factory=Day)
    pains: tuple[Pain, ...] = ()
    works: tuple[GoodThing, ...] = ()
    surprises: tuple[str, ...] = ()
    ranks: tuple[RankPlace, ...] = ()
    answers: tuple[SixAnswers, ...] = ()
    promises: tuple[Promise, ...] = ()
    since: tuple[SinceThen, ...] = ()
    thanks: str = ""
    photo: Photo | None = None
    log: tuple[LogChapter, ...] = ()
    method: Method | None = None
    briefing: tuple[Briefing, ...] = ()
    currency: str = "GBP"
    state: ReportState = ReportState.DRAFT

"""ReleaseReport: did the release help? Pain by pain, before and after, at one site in one role (`domain.md` §1 I5).

Places are not pooled: it is about the people of one role at one site, and says of how many visits on either side it
knows. Everything arrives masked and ready to print.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from shadow_app.insight.before_after import Verdict
from shadow_app.reports.immersion import GoodThing, Strip
from shadow_app.reports.parts import Estimate, EvidenceMarks, ReportState


@dataclass(frozen=True)
class Side:
    """Before or after: how often it was seen in how many shadowed hours, the minutes each time, and a year's hours."""

    visits: int = 0
    shadowed: float = 0.0
    seen: float = 0.0
    minutes: float | None = None
    hours: Estimate = field(default_factory=lambda: Estimate(0.0))

    @property
    def per_hour(self) -> float | None:
        """Occurrences per shadowed hour; None where nobody was there."""
        return self.seen / self.shadowed if self.shadowed > 0 else None


@dataclass(frozen=True)
class Changed:
    """One pain point. `given_back` are hours a year, negative where more is lost than before; its range is the least
    and the most that the two 80 % ranges allow."""

    pain: str
    service: str
    verdict: Verdict
    before: Side
    after: Side
    given_back: Estimate
    evidence: EvidenceMarks
    consequence: str = ""
    stake: str = ""
    quote: str = ""
    quote_by: str = ""
    pain_point_id: UUID | None = None
    note_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class NewPain:
    """Seen since the release and not before, or noted since and in no pain point yet (`sorted_in` False).

    `blamed` is set where the note itself says that it came with the change.
    """

    pain: str
    service: str = ""
    seen: float = 0.0
    minutes: float | None = None
    consequence: str = ""
    quote: str = ""
    quote_by: str = ""
    told: bool = False
    blamed: bool = False
    sorted_in: bool = True
    hours: Estimate | None = None
    pain_point_id: UUID | None = None
    note_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class ReleaseReport:
    """The whole report. `people` hold the role at the site; `before` and `after` are all visits there, in that role."""

    id: UUID
    made_on: datetime
    strip: Strip
    release: str
    released_on: date | None = None
    people: int = 0
    headline: str = ""
    lead: str = ""
    words: str = ""
    before: Side = Side()
    after: Side = Side()
    changed: tuple[Changed, ...] = ()
    new: tuple[NewPain, ...] = ()
    works: tuple[GoodThing, ...] = ()
    remarks: tuple[str, ...] = ()
    thanks: str = ""
    unreviewed: int = 0
    state: ReportState = ReportState.DRAFT

    def of(self, *verdicts: Verdict) -> tuple[Changed, ...]:
        """The pain points with one of these verdicts."""
        return tuple(each for each in self.changed if each.verdict in verdicts)

    @property
    def given_back(self) -> float:
        """Hours a year that are proven to be given back."""
        return sum(each.given_back.value for each in self.of(Verdict.BETTER))

    @property
    def newly_lost(self) -> float:
        """Hours a year that are proven to be lost since."""
        return -sum(each.given_back.value for each in self.of(Verdict.WORSE))

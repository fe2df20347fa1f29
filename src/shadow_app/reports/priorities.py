"""PrioritiesReport: what the services really cost the business, ranked (`domain.md` §3, `design.md` §6 Priorities)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from shadow_app.reports.claims import Claim
from shadow_app.reports.parts import Estimate, EvidenceMarks, Method, RankPlace, ReportState, Sureness
from shadow_app.reports.since import Since


@dataclass(frozen=True)
class ServicePlace:
    """One service in the order of what the field showed; hours and money are a year's.

    `in_top_three` is the chance (0–1) that it belongs among the first three, `unvisited_share` the part of the hours
    (0–1) carried over to sites nobody has been to. `weighted` is what it is ranked by, told in the annex only.
    """

    service: str
    hours: Estimate
    evidence: EvidenceMarks
    weighted: float
    money: float | None = None
    in_top_three: float | None = None
    unvisited_share: float = 0.0
    service_id: UUID | None = None


@dataclass(frozen=True)
class BlindShare:
    """Of all that hurts, the share (0–1) that lies with services in the lower half of IT's list."""

    share: float
    lower_half: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnitCost:
    """One business unit: what its services cost it, and the ones that cost most, dearest first (name, hours a year)."""

    unit: str
    hours: Estimate
    money: float | None = None
    dearest: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class StepCost:
    """A step of the business's work, the services it needs together, and what their failings cost it in a year.

    A service that several steps need counts in each, so steps do not add up to the whole.
    """

    step: str
    services: tuple[str, ...]
    hours: Estimate
    money: float | None = None
    value_at_stake: str = ""


@dataclass(frozen=True)
class PrioritiesReport:
    """The whole report on one business unit, or on all of them (`unit` empty). `agreement` is for the annex.

    `claims` are the pain points, the most harmful first, with what was decided; `steady` says whether the order hangs
    on a single weight.
    """

    id: UUID
    made_on: datetime
    organisation: str
    sureness: Sureness
    unit: str = ""
    since: date | None = None
    until: date | None = None
    headline: str = ""
    lead: str = ""
    meaning: str = ""
    services: tuple[ServicePlace, ...] = ()
    ranks: tuple[RankPlace, ...] = ()
    stated_respondents: int = 0
    blind: BlindShare | None = None
    units: tuple[UnitCost, ...] = ()
    steps: tuple[StepCost, ...] = ()
    claims: tuple[Claim, ...] = ()
    changes: Since | None = None
    steady: str = ""
    agreement: tuple[str, ...] = ()
    method: Method | None = None
    currency: str = "GBP"
    state: ReportState = ReportState.DRAFT

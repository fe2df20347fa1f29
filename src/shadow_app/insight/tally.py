"""What the score is worked out from: sums that SQL has made, and the ground on which they stand (`design.md` §1, §4).

A `Tally` is one row per pain point × visit × role × scope. It carries sums and never means, so that rows can be added
in any order and cut in any way without changing a figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.pain_point import PainPoint


class Tally(NamedTuple):
    """The notes of one pain point on one visit, in one role and one scope, added up.

    A note tagged to n services counts 1/n in each unless one of them is primary; this share multiplies every sum
    except `rate_notes`, `surprises` and the counts of grades. Storage selects these columns in this order.
    """

    pain_point_id: UUID | None
    """None: the service's "not sorted yet"."""
    service_id: UUID
    unit_id: UUID
    site_id: UUID
    site_type: str
    role_id: UUID
    visit_id: UUID
    shadower_id: UUID
    scope: str
    """The value of a `Scope`."""
    notes: float
    """Σ share."""
    seen: float
    """k: Σ count of the notes that were seen."""
    timed_count: float
    """Σ count over the seen notes whose minutes were timed."""
    timed_minutes: float
    """Σ count · minutes over the same notes."""
    estimated_count: float
    estimated_minutes: float
    told: float
    """Σ count of the notes that were told."""
    told_count: float
    """Σ count over the told notes that have minutes."""
    told_minutes: float
    rate_hour: float
    """Σ stated rate, of the notes that state it per hour; the next three per day, week and month."""
    rate_day: float
    rate_week: float
    rate_month: float
    rate_notes: float
    """Number of notes that state a rate, each counted as 1: so the mean of the rates keeps the share of the note."""
    people_sum: float
    """Σ count · people stopped."""
    people_notes: float
    """Σ count over the same notes."""
    d0: float
    """d0…d4: number of notes graded with this business damage."""
    d1: float
    d2: float
    d3: float
    d4: float
    t0: float
    """t0…t3: number of notes graded with this time to damage."""
    t1: float
    t2: float
    t3: float
    w_none: float
    """w_…: number of notes graded with this workaround."""
    w_clumsy: float
    w_good: float
    surprises: float


class Population(NamedTuple):
    """The people of one role at one site. The defaults are those of `RolePopulation`."""

    headcount: int
    shift_hours: float = 8.0
    days_per_year: int = 230
    hourly_rate: float = 0.0


class SiteFacts(NamedTuple):
    """What the score needs to know of a site."""

    unit_id: UUID
    site_type: str


Place = tuple[UUID, UUID]
"""(site, role): a stratum's address."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the tallies stand on: who works where, how long they were shadowed, and what people have set.

    The extrapolation reaches every unvisited site in `populations`; a ranking of one business unit therefore takes
    `ground.of_unit(unit)`.
    """

    populations: Mapping[Place, Population]
    exposures: Mapping[Place, float]
    """E: shadowed hours."""
    sites: Mapping[UUID, SiteFacts]
    pain_points: Mapping[UUID, PainPoint]

    def of_unit(self, unit_id: UUID) -> Ground:
        """The same ground, fenced to the sites of one business unit."""
        sites = {site: facts for site, facts in self.sites.items() if facts.unit_id == unit_id}
        return replace(
            self,
            sites=sites,
            populations={place: people for place, people in self.populations.items() if place[0] in sites},
            exposures={place: hours for place, hours in self.exposures.items() if place[0] in sites},
        )

"""What several reports say in the same way, from records and figures to the report's own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timezone
from uuid import UUID

from shadow_app.domain.language import lowered, sequence
from shadow_app.domain.organisation import Role, RolePopulation, Site
from shadow_app.domain.service import Service
from shadow_app.domain.weights import Weights
from shadow_app.insight.draws import PainKey, Spread
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.ranking_gap import RankingGap
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.small_cells import SmallCells
from shadow_app.reports.parts import Estimate, EvidenceMarks, Method, RankPlace, Working
from shadow_app.storage.ground import last_change
from shadow_app.storage.repository import Reader


class Names:
    """The names that reports print, read once."""

    def __init__(self, read: Reader) -> None:
        self.services: Mapping[UUID, Service] = {each.id: each for each in read.where(Service, removed=True)}
        self.sites: Mapping[UUID, Site] = {each.id: each for each in read.where(Site, removed=True)}
        self.roles: Mapping[UUID, Role] = {each.id: each for each in read.where(Role, removed=True)}
        self.cells = small_cells(read, self.roles.values())

    def service(self, service_id: UUID) -> str:
        """A service's name."""
        return self.services[service_id].name

    def place(self, site_id: UUID, role_id: UUID) -> str:
        """A stratum's name; where few hold the role, the wider group stands for it."""
        return f"{self.sites[site_id].name}, {lowered(self.cells.shown(site_id, role_id).who)}"


def small_cells(read: Reader, roles: Iterable[Role]) -> SmallCells:
    """The small-cell rule over everybody who has been counted."""
    people: dict[tuple[UUID, UUID], int] = defaultdict(int)
    for each in read.where(RolePopulation):
        people[each.site_id, each.role_id] += each.headcount
    return SmallCells(roles, people)


def pain_key(pain: PainCost) -> PainKey:
    """Under which a pain point is found, also the "not sorted yet" of a service."""
    return pain.service_id, pain.pain_point_id


def estimate(value: float, spread: Spread | None) -> Estimate:
    """Hours with their 80 % range, if there is one."""
    if spread is None:
        return Estimate(value)
    return Estimate(value, spread.hours.low, spread.hours.high)


def marks(cost: PainCost | ServiceCost) -> EvidenceMarks:
    """How much stands behind a figure."""
    pains: Sequence[PainCost] = cost.pains if isinstance(cost, ServiceCost) else (cost,)
    return EvidenceMarks(
        grade=cost.behind.evidence,
        notes=round(cost.behind.notes),
        visits=cost.behind.visits,
        seen=round(sum(pain.seen for pain in pains)),
        told=round(sum(pain.told for pain in pains)),
    )


def rank_places(gap: RankingGap, names: Names) -> tuple[RankPlace, ...]:
    """The three rankings side by side. A service that IT left out has no place on IT's side."""
    return tuple(
        RankPlace(
            service=names.service(line.service_id),
            assumed=line.assumed if line.listed else None,
            stated=line.stated.rank if line.stated else None,
            observed=line.observed,
            service_id=line.service_id,
        )
        for line in gap.lines
    )


def method(costs: Iterable[ServiceCost], titles: Mapping[PainKey, str], names: Names, weights: Weights) -> Method:
    """The weights in force and every sum, one line per pain point and place."""
    return Method(
        weights=weights,
        workings=tuple(
            Working(
                pain=titles[pain_key(pain)],
                service=names.service(pain.service_id),
                where=names.place(stratum.site_id, stratum.role_id),
                minutes=stratum.minutes or 0.0,
                per_day=stratum.per_day,
                people=None if names.cells.small(stratum.site_id, stratum.role_id) else stratum.people,
                days=stratum.population.days_per_year,
                hours=stratum.hours,
                uplift=pain.uplift,
                weighted=stratum.wlh,
                impact=pain.impact,
                urgency=pain.urgency,
                priority=pain.priority,
                lane=pain.lane,
                graded=pain.graded,
            )
            for cost in costs
            for pain in cost.pains
            for stratum in pain.strata
        ),
    )


def capitalised(text: str) -> str:
    """The first letter large, the rest as it was typed."""
    return text[:1].upper() + text[1:]


def shortened(text: str, longest: int = 90) -> str:
    """A title out of a note: its first line, cut at a word."""
    line = text.strip().splitlines()[0] if text.strip() else ""
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def listed(names: Sequence[str]) -> str:
    """a, b and c."""
    return sequence(names)


def stands_at(read: Reader) -> datetime:
    """When what a report says was true: at the last change, so that equal data give equal pages.

    A store that nothing was ever written to is as empty today as it was then.
    """
    return last_change(read) or datetime.now(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)

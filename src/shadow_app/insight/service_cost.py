"""What each service costs the business: services in the order of their weighted lost hours.

Order and means come from here at once; ranges and chances follow from `draws`, because they take longer
(`design.md` §1).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from shadow_app.domain.vocabulary import Lane
from shadow_app.domain.weights import Weights
from shadow_app.insight import severity
from shadow_app.insight.cells import Posts, cells
from shadow_app.insight.lost_hours import Missing
from shadow_app.insight.pain_cost import PainCost, pain_cost, share
from shadow_app.insight.peers import survey
from shadow_app.insight.sheet import NOT_SORTED, Sheet, sheet_of
from shadow_app.insight.tally import Ground, Tally
from shadow_app.insight.witnesses import Behind, Witnesses

_DIGITS = 6
"""Figures that agree this far are a tie: the last digits of a sum are noise."""


@dataclass(frozen=True, slots=True)
class ServiceCost:
    """One service, per year: the sums over its pain points, the worst of them first."""

    service_id: UUID
    pains: tuple[PainCost, ...]
    observed_hours: float
    extrapolated_hours: float
    cost: float
    wlh: float
    observed_minutes: float
    behind: Behind

    @property
    def hours(self) -> float:
        """H: lost hours per year."""
        return self.observed_hours + self.extrapolated_hours

    @property
    def extrapolated_share(self) -> float:
        """The part of the hours that nobody has observed, 0 … 1."""
        return share(self.extrapolated_hours, self.hours)

    @property
    def index(self) -> float:
        """0 … 100, for the eye only."""
        return severity.index(self.wlh)

    @property
    def lane(self) -> Lane:
        """The most pressing lane among its pain points."""
        lanes = {pain.lane for pain in self.pains}
        return next(lane for lane in Lane if lane in lanes)

    @property
    def missing(self) -> frozenset[Missing]:
        """What the figures of its pain points lack."""
        return frozenset().union(*(pain.missing for pain in self.pains))


def rank_services(tallies: Iterable[Tally], ground: Ground, weights: Weights) -> tuple[ServiceCost, ...]:
    """Every service that has a tally, most weighted lost hours first; ties by hours, then by id."""
    return rank_sheet(sheet_of(tallies), ground, weights)


def rank_sheet(sheet: Sheet, ground: Ground, weights: Weights) -> tuple[ServiceCost, ...]:
    """The same over tallies that are laid out already."""
    surveyed = survey(ground, weights.phantom_hours)
    posts = Posts(surveyed, sheet.site_types)
    services: dict[bytes, list[tuple[PainCost, Witnesses]]] = {}
    for (service, pain_point), rows in sheet.rows.items():
        pain_point_id = None if pain_point == NOT_SORTED else UUID(bytes=pain_point)
        noted = sheet.noted[service, pain_point]
        found = Witnesses.of_visits(map(sheet.visits.__getitem__, noted.visits))
        pain = pain_cost(
            pain_point_id,
            UUID(bytes=service),
            partial(cells, rows, posts),
            noted.grades,
            found,
            ground.pain_points.get(pain_point_id) if pain_point_id else None,
            surveyed,
            weights,
        )
        services.setdefault(service, []).append((pain, found))
    costs = [_service_cost([pain for pain, _ in both], [found for _, found in both]) for both in services.values()]
    return tuple(sorted(costs, key=lambda cost: place_key(cost.wlh, cost.hours, cost.service_id)))


def _service_cost(pains: list[PainCost], found: list[Witnesses]) -> ServiceCost:
    pains = sorted(pains, key=lambda pain: place_key(pain.wlh, pain.hours, pain.pain_point_id))
    return ServiceCost(
        service_id=pains[0].service_id,
        pains=tuple(pains),
        observed_hours=sum(pain.observed_hours for pain in pains),
        extrapolated_hours=sum(pain.extrapolated_hours for pain in pains),
        cost=sum(pain.cost for pain in pains),
        wlh=sum(pain.wlh for pain in pains),
        observed_minutes=sum(pain.observed_minutes for pain in pains),
        behind=Witnesses.together(found).behind(sum(pain.behind.notes for pain in pains)),
    )


def place_key(wlh: float, hours: float, id: UUID | None) -> tuple[float, float, int]:
    """What the order goes by: weighted hours, then hours, then the id."""
    return -round(wlh, _DIGITS), -round(hours, _DIGITS), -1 if id is None else id.int

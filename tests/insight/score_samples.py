"""A small business on which the score can be tried: places, people, hours and tallies by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.vocabulary import Scope
from shadow_app.domain.weights import Weights
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.service_cost import ServiceCost, rank_services
from shadow_app.insight.tally import Ground, Population, SiteFacts, Tally

WEIGHTS = Weights()
NOTHING = dict.fromkeys(Tally._fields[9:], 0.0)


def named(name: str) -> UUID:
    """The same id for the same name."""
    return uuid5(NAMESPACE_OID, name)


@dataclass
class Business:
    """Everything by name; `ground` and `rank` hand it to the score."""

    populations: dict[tuple[UUID, UUID], Population] = field(default_factory=dict)
    exposures: dict[tuple[UUID, UUID], float] = field(default_factory=dict)
    sites: dict[UUID, SiteFacts] = field(default_factory=dict)
    pain_points: dict[UUID, PainPoint] = field(default_factory=dict)
    tallies: list[Tally] = field(default_factory=list)
    visits: int = 0

    def place(
        self,
        site: str,
        headcount: int | None = None,
        *,
        shadowed: float = 0.0,
        role: str = "driver",
        days: int = 250,
        rate: float = 20.0,
        shift: float = 8.0,
        site_type: str = "depot",
        unit: str = "unit",
    ) -> None:
        """A role at a site; without a headcount nobody has entered the population."""
        self.sites[named(site)] = SiteFacts(named(unit), site_type)
        if headcount is not None:
            self.populations[named(site), named(role)] = Population(headcount, shift, days, rate)
        if shadowed:
            self.exposures[named(site), named(role)] = shadowed

    def pain(self, name: str, service: str = "service", **fields: Any) -> None:
        """What a person has set."""
        self.pain_points[named(name)] = PainPoint(id=named(name), service_id=named(service), title=name, **fields)

    def note(
        self,
        pain: str | None,
        site: str,
        *,
        service: str = "service",
        role: str = "driver",
        visit: str | None = None,
        shadower: str = "ann",
        scope: Scope = Scope.PERSON,
        minutes: float | None = None,
        people: float | None = None,
        **sums: Any,
    ) -> None:
        """A tally. `minutes` are timed minutes of everything seen; `people` are stopped by each of them."""
        self.visits += 1
        given = {**NOTHING, "notes": 1.0, **sums}
        if minutes is not None:
            given["timed_count"], given["timed_minutes"] = given["seen"], given["seen"] * minutes
        if people is not None:
            given["people_sum"], given["people_notes"] = given["seen"] * people, given["seen"]
        facts = self.sites[named(site)]
        self.tallies.append(
            Tally(
                pain_point_id=None if pain is None else named(pain),
                service_id=named(service),
                unit_id=facts.unit_id,
                site_id=named(site),
                site_type=facts.site_type,
                role_id=named(role),
                visit_id=named(visit or f"visit {self.visits}"),
                shadower_id=named(shadower),
                scope=scope.value,
                **given,
            )
        )

    @property
    def ground(self) -> Ground:
        return Ground(self.populations, self.exposures, self.sites, self.pain_points)

    def rank(self, weights: Weights = WEIGHTS) -> tuple[ServiceCost, ...]:
        return rank_services(self.tallies, self.ground, weights)

    def only(self, weights: Weights = WEIGHTS) -> PainCost:
        """The cost of the one pain point there is."""
        (service,) = self.rank(weights)
        (pain,) = service.pains
        return pain

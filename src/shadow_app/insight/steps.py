"""What a step of the business's work costs: the pains of all the services that it needs together.

"CV out the door" needs word processing, e-mail, files and print; each alone looks humble (`design.md` §6, R18 of
`domain.md` §1). **A service that several steps need is counted in each of them**: the figures of steps say what each
step suffers, and must never be added up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.organisation import BusinessStep
from shadow_app.insight.service_cost import ServiceCost


@dataclass(frozen=True, slots=True)
class StepCost:
    """One step, per year. Services shared with other steps are counted in each."""

    step_id: UUID
    hours: float
    cost: float
    wlh: float
    services: tuple[ServiceCost, ...]
    """Those with evidence, worst first."""
    without_evidence: tuple[UUID, ...]
    """Services that the step needs and nobody has noted anything of: no evidence, not no pain."""
    shared: frozenset[UUID]
    """Services that another of these steps needs, too."""


def step_costs(steps: Iterable[BusinessStep], costs: Iterable[ServiceCost]) -> tuple[StepCost, ...]:
    """The cost of each step that is not removed and names a service, most weighted lost hours first.

    Args:
        costs: the ranking of the business unit to which the steps belong.
    """
    ranked = {cost.service_id: cost for cost in costs}
    named = [step for step in steps if step.service_ids and not step.removed]
    found = [_step_cost(step, ranked, named) for step in named]
    return tuple(sorted(found, key=lambda cost: (-cost.wlh, -cost.hours, cost.step_id.int)))


def _step_cost(step: BusinessStep, ranked: dict[UUID, ServiceCost], steps: list[BusinessStep]) -> StepCost:
    needed = dict.fromkeys(step.service_ids)
    services = tuple(cost for service, cost in ranked.items() if service in needed)
    elsewhere = {service for other in steps if other.id != step.id for service in other.service_ids}
    return StepCost(
        step_id=step.id,
        hours=sum(cost.hours for cost in services),
        cost=sum(cost.cost for cost in services),
        wlh=sum(cost.wlh for cost in services),
        services=services,
        without_evidence=tuple(service for service in needed if service not in ranked),
        shared=frozenset(elsewhere & needed.keys()),
    )

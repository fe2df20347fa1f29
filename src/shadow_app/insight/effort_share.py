"""Where IT's effort goes now, against where the field says it hurts (`domain.md` §1 R21).

Effort is the hours that IT spends on a service's tickets. Only where those are known for every service with tickets
are they used; else every service is counted by its tickets, because hours here and tickets there cannot be added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from shadow_app.insight.pain_cost import share
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.ticket_gap import DeskCount


class EffortBasis(StrEnum):
    """What effort is counted in."""

    HOURS = "hours"
    TICKETS = "tickets"


@dataclass(frozen=True, slots=True)
class EffortLine:
    """One service: its share of IT's effort and of the harm in the field, both 0 … 1."""

    service_id: UUID
    effort: float
    field: float

    @property
    def gap(self) -> float:
        """field − effort: positive where it hurts more than it is worked on."""
        return self.field - self.effort


@dataclass(frozen=True, slots=True)
class EffortShare:
    """Every service with effort or harm, those that are worked on too little first."""

    basis: EffortBasis
    lines: tuple[EffortLine, ...]

    @property
    def elsewhere(self) -> float:
        """The part of the effort that would have to move for the two to agree: ½ Σ |gap|, 0 … 1."""
        return sum(abs(line.gap) for line in self.lines) / 2


def effort_share(costs: Iterable[ServiceCost], counts: Mapping[UUID, DeskCount]) -> EffortShare | None:
    """Compare the two; None unless there is effort as well as harm."""
    harm = {cost.service_id: cost.wlh for cost in costs}
    basis = EffortBasis.HOURS
    if any(count.hours is None and count.tickets > 0 for count in counts.values()):
        basis = EffortBasis.TICKETS
    effort = {
        service_id: (count.hours or 0.0) if basis is EffortBasis.HOURS else count.tickets
        for service_id, count in counts.items()
    }
    all_harm, all_effort = sum(harm.values()), sum(effort.values())
    if all_harm <= 0 or all_effort <= 0:
        return None
    lines = [
        EffortLine(
            service_id, share(effort.get(service_id, 0.0), all_effort), share(harm.get(service_id, 0.0), all_harm)
        )
        for service_id in {**harm, **effort}
    ]
    return EffortShare(basis, tuple(sorted(lines, key=lambda line: (-line.gap, line.service_id.int))))

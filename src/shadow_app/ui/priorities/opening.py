"""Where on the Priorities page a thing is shown: a unit, a service, a pain point, a locked ranking."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from shadow_app.ui.priorities.look import Look


@dataclass(frozen=True)
class Place:
    """A unit, None for all, and what to open there."""

    unit_id: UUID | None
    service_id: UUID | None = None
    snapshot_id: UUID | None = None


def place_of(look: Look, at: UUID) -> Place | None:
    """Where to find it from what is shown now; None where it is nowhere.

    What the unit that is shown does not rank is looked for over all units before it is given up.
    """
    if any(unit.id == at for unit in look.units):
        return Place(at)
    snapshot = next((each for each in look.snapshots if each.id == at), None)
    if snapshot is not None:
        return Place(snapshot.unit_id, snapshot_id=at)
    ranked = look.ranked
    if ranked is None:
        return None
    pain = ranked.pain_points.get(at)
    service_id = pain.service_id if pain is not None else at
    if any(cost.service_id == service_id for cost in ranked.costs):
        return Place(look.unit_id, service_id=service_id)
    return Place(None) if look.unit_id is not None and service_id in ranked.services else None

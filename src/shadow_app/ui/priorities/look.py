"""One reading of the priorities: the units to choose from, whether the field may speak, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.released import Snapshot
from shadow_app.domain.weights import Weights
from shadow_app.insight.since import Since
from shadow_app.ui.working_out import Names
from shadow_app.usecases.prioritising import Gate, Priorities


@dataclass(frozen=True)
class Look:
    """What one reading brought. `ranked` is None while the gate is closed: no figure before IT's list."""

    units: tuple[BusinessUnit, ...]
    firms: dict[UUID, str]
    unit_id: UUID | None
    gate: Gate
    ranked: Priorities | None
    names: Names
    versions: tuple[Weights, ...]
    snapshots: tuple[Snapshot, ...]
    """Every locked ranking, the newest first; those of this unit are `chosen_from`."""
    since: Since | None
    """What has changed, as far as it can be said before ranges are drawn; None where nothing is locked here."""

    @property
    def chosen_from(self) -> tuple[Snapshot, ...]:
        """The locked rankings of the unit that is shown."""
        return tuple(each for each in self.snapshots if each.unit_id == self.unit_id)


def read_look(shadow: Shadow, unit_id: UUID | None, *, first: bool, snapshot_id: UUID | None = None) -> Look:
    """Read it all, on the reading thread.

    Args:
        shadow: the use cases.
        unit_id: None for all units.
        first: nobody has chosen yet, so open on the first unit by name.
        snapshot_id: the locked ranking to compare with; the unit's newest where it is none of the unit's.
    """
    catalogue = shadow.catalogue
    units = tuple(catalogue.units())
    if first or unit_id not in {None, *(unit.id for unit in units)}:
        unit_id = units[0].id if units else None
    gate = shadow.prioritising.gate(unit_id)
    names = {each.id: each.name for each in catalogue.sites()} | {each.id: each.name for each in catalogue.roles()}
    ranked = shadow.prioritising.ranking(unit_id) if gate.open else None
    snapshots = tuple(shadow.snapshots.all())
    own = [each.id for each in snapshots if each.unit_id == unit_id]
    asked = snapshot_id if snapshot_id in own else next(iter(own), None)
    return Look(
        units=units,
        firms={firm.id: firm.name for firm in catalogue.firms()},
        unit_id=unit_id,
        gate=gate,
        ranked=ranked,
        names=names,
        versions=tuple(catalogue.all(Weights, "made_at")),
        snapshots=snapshots,
        since=shadow.snapshots.beside(ranked, None, asked) if ranked and asked else None,
    )

"""One reading of the pain points: the rows, what they can be filtered by, and the names to offer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.insight.standing import Standing
from shadow_app.ui.names import Names
from shadow_app.ui.pain.model import Spans
from shadow_app.ui.working_out import pain_sum
from shadow_app.usecases.pain_desk import PainRow, PainScene


@dataclass(frozen=True)
class PainLook:
    """What one reading brought. `rows` are all of the unit, closed ones with them."""

    units: tuple[BusinessUnit, ...]
    rows: tuple[PainRow, ...]
    people: tuple[str, ...]
    names: Names
    late_sites: frozenset[UUID]
    """Visited sites that have waited longer for a word than the programme allows."""


@dataclass(frozen=True)
class Wanted:
    """What the list is filtered by; the unit is asked of the store, because figures change with it."""

    service_id: UUID | None = None
    text: str = ""
    undecided: bool = False
    unowned: bool = False
    closed: bool = False

    def of(self, rows: Sequence[PainRow]) -> list[PainRow]:
        """Those of the rows that fit, in their order."""
        return [row for row in rows if self._fits(row)]

    @property
    def narrow(self) -> bool:
        """Whether anything is left out that a person might look for."""
        return bool(self.service_id or self.text or self.undecided or self.unowned or self.closed)

    def _fits(self, row: PainRow) -> bool:
        if self.closed is not (row.standing is Standing.CLOSED):
            return False
        if self.service_id is not None and row.service_id != self.service_id:
            return False
        # What is not grouped yet can have neither a decision nor an owner.
        if (self.undecided or self.unowned) and row.id is None:
            return False
        if (self.undecided and row.choice is not None) or (self.unowned and row.owner):
            return False
        found = f"{row.title} {row.service} {row.owner}".casefold()
        return all(part in found for part in self.text.casefold().split())


def read_look(shadow: Shadow, unit_id: UUID | None) -> PainLook:
    """Read it all, on the reading thread."""
    catalogue = shadow.catalogue
    rows = shadow.pains.rows(unit_id, closed=True)
    people = [each.name for each in catalogue.shadowers()] + [row.owner for row in rows if row.owner]
    services = {row.service_id: row.service for row in rows}
    return PainLook(
        units=tuple(catalogue.units()),
        rows=rows,
        people=tuple(dict.fromkeys(sorted(people, key=str.casefold))),
        names=Names(services=services, roles={each.id: each.name for each in catalogue.roles()}),
        late_sites=frozenset(each.site_id for each in shadow.telling.days_since_told() if each.overdue),
    )


def read_spans(shadow: Shadow, unit_id: UUID | None, keep_going: Callable[[], bool]) -> Spans:
    """The 80 % ranges of the hours; takes seconds, and gives none when it was told to stop."""
    drawn = shadow.prioritising.ranges(shadow.prioritising.ranking(unit_id), keep_going)
    return {} if drawn is None else {key: (each.hours.low, each.hours.high) for key, each in drawn.pains.items()}


def read_working(shadow: Shadow, scene: PainScene) -> str:
    """The sum behind one pain point, over all units."""
    ranked = shadow.prioritising.ranking(None)
    mine = [pain for cost in ranked.costs for pain in cost.pains if pain.pain_point_id == scene.pain_point.id]
    catalogue = shadow.catalogue
    names = {each.id: each.name for each in catalogue.sites()} | {each.id: each.name for each in catalogue.roles()}
    return "\n".join(line for pain in mine for line in pain_sum(ranked, pain, names))

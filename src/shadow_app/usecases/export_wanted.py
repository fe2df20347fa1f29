"""What is asked for, and what is found: rows that may leave, and sentences on what stays behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.organisation import BusinessUnit, Organisation, Site
from shadow_app.insight.draws import Draws
from shadow_app.interchange.export_rows import Row, Subject
from shadow_app.storage.repository import Reader
from shadow_app.usecases.prioritising import Priorities, Prioritising, rank, weights_in_force

KeepGoing = Callable[[], bool]


@dataclass(frozen=True)
class Wanted:
    """What is to be exported: of one unit or of all, without what the receiving tool has already."""

    subject: Subject = Subject.PAINS
    unit_id: UUID | None = None
    known: frozenset[UUID] = frozenset()


@dataclass
class Gathered:
    """Rows, to be gone through once while the store is being read, and sentences on what stays behind."""

    rows: Iterable[Row]
    ids: Iterable[UUID]
    """The ids of the same rows: making a row takes time, counting must not."""
    left_out: list[str] = field(default_factory=list)


class Place(NamedTuple):
    """Where a site belongs."""

    organisation: str
    unit_id: UUID
    unit: str
    site: str


def places(read: Reader) -> dict[UUID, Place]:
    """The names around every site, also of what has been removed: a visit's site stays its own."""
    firms = {each.id: each.name for each in read.where(Organisation, removed=True)}
    units = {each.id: each for each in read.where(BusinessUnit, removed=True)}
    return {
        site.id: Place(firms[units[site.unit_id].organisation_id], site.unit_id, units[site.unit_id].name, site.name)
        for site in read.where(Site, removed=True)
    }


def cancelled() -> Refused:
    """Somebody has told the export to stop."""
    return Refused(say("The export was cancelled; no file was written."))


def ranked(read: Reader, wanted: Wanted, keep_going: KeepGoing) -> tuple[Priorities, Draws]:
    """The ranking and its ranges.

    Raises:
        NotFound: there is no such unit.
        Refused: it was told to stop.
    """
    found = rank(read, wanted.unit_id, weights_in_force(read))
    drawn = Prioritising.ranges(found, keep_going)
    if drawn is None:
        raise cancelled()
    return found, drawn

"""Where IT has been and where it has not: sites × roles, shifts, services, and days that were staged.

A blind spot is a place where people work and nobody has shadowed anybody; the more people, the larger it is
(`domain.md` §1 R5, §2 "Staged days are real"). A role with fewer than four people at a site stands under its wider
group, here as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.vocabulary import DayTypicality, HostSelection
from shadow_app.insight.pain_cost import share
from shadow_app.insight.small_cells import FEWEST, Shown, SmallCells, told_people
from shadow_app.insight.tally import Ground


class Seen(StrEnum):
    """How much has been seen of a place."""

    NO = "no"
    GLIMPSED = "glimpsed"
    """Less than one shift."""
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Cell:
    """One role at one site, or those roles of a site that are told as one because each is so small."""

    site_id: UUID
    who: str
    role_ids: tuple[UUID, ...]
    """The roles behind it, the one with the most work first."""
    headcount: int
    """0 where nobody has entered how many they are."""
    role_hours: float
    """headcount · shift hours · days: the hours that are worked here in a year."""
    shadowed_hours: float
    shift_hours: float
    """The longest shift of its roles."""

    @property
    def seen(self) -> Seen:
        """Whether anybody has been here, and for a whole shift."""
        if self.shadowed_hours <= 0:
            return Seen.NO
        return Seen.YES if self.shadowed_hours >= self.shift_hours else Seen.GLIMPSED

    @property
    def small(self) -> bool:
        """Whether so few work here that neither their number nor their hours may be told."""
        return 0 < self.headcount < FEWEST

    @property
    def blind(self) -> bool:
        """Whether people work here and nobody has been."""
        return self.headcount > 0 and self.seen is Seen.NO


@dataclass(frozen=True, slots=True)
class FieldMap:
    """Sites × roles."""

    sites: tuple[UUID, ...]
    """Every site with a cell, in the order given."""
    roles: tuple[str, ...]
    """What the columns are called; those in which most hours are worked first."""
    cells: Mapping[tuple[UUID, str], Cell]

    @property
    def blind(self) -> tuple[Cell, ...]:
        """The blind spots, the largest first."""
        found = [cell for cell in self.cells.values() if cell.blind]
        return tuple(sorted(found, key=lambda cell: (-cell.role_hours, cell.site_id.int, cell.who)))

    @property
    def blind_share(self) -> float:
        """The part of all hours worked that lies in blind spots, 0 … 1.

        Small places are left out on both sides: with the hours of all others the share would tell theirs.
        """
        told = [cell for cell in self.cells.values() if not cell.small]
        return share(sum(cell.role_hours for cell in told if cell.blind), sum(cell.role_hours for cell in told))

    @property
    def people_told(self) -> int:
        """Who works at the sites, without the small places."""
        return told_people(cell.headcount for cell in self.cells.values())[0]

    @property
    def unseen_people(self) -> tuple[int, bool]:
        """Those among them who work in a blind spot, as far as they may be told, and whether these are all."""
        return told_people(cell.headcount for cell in self.blind)

    @property
    def never_visited(self) -> tuple[UUID, ...]:
        """Sites where nobody has shadowed anybody, in their order."""
        been = {cell.site_id for cell in self.cells.values() if cell.shadowed_hours > 0}
        return tuple(site for site in self.sites if site not in been)


class ShiftHours(NamedTuple):
    """The visits to one site in one shift. `shift` is as people wrote it, else the part of the day it began in."""

    site_id: UUID
    shift: str
    visits: int
    hours: float


class ServiceSeen(NamedTuple):
    """How often a service was noted, whatever the note was about."""

    service_id: UUID
    notes: int
    visits: int
    sites: int


class DayKind(NamedTuple):
    """The visits of one kind of day, added up by SQL. None: nobody asked."""

    typicality: DayTypicality | None
    selection: HostSelection | None
    visits: int
    hours: float


@dataclass(frozen=True, slots=True)
class StagedDays:
    """How many of the days may have been put on for us. A day counts once, whatever speaks against it."""

    visits: int
    staged: int
    untypical: int
    picked: int
    """The host was picked by managers."""
    unknown: int
    """Visits of which neither was asked."""

    @property
    def asked(self) -> int:
        """Visits of which at least one of the two is known."""
        return self.visits - self.unknown

    @property
    def share(self) -> float:
        """staged ÷ asked, 0 … 1."""
        return share(self.staged, self.asked)


def field_map(ground: Ground, small: SmallCells, sites: Sequence[UUID]) -> FieldMap:
    """Where people work and where they were shadowed.

    Args:
        ground: populations and shadowed hours.
        small: which roles must be told as a wider group.
        sites: the sites to show, in their order; those without a single cell are left out.
    """
    wanted = set(sites)
    places = [place for place in {*ground.populations, *ground.exposures} if place[0] in wanted]
    joined: dict[tuple[UUID, str], dict[UUID, None]] = {}
    for site, role in sorted(places, key=lambda place: (-_role_hours(ground, place), place[1].int)):
        people = ground.populations.get((site, role))
        if (people is not None and people.headcount > 0) or ground.exposures.get((site, role), 0.0) > 0:
            shown: Shown = small.shown(site, role)
            joined.setdefault((site, shown.who), {})[role] = None
    cells = {key: _cell(ground, key[0], key[1], tuple(roles)) for key, roles in joined.items()}
    weight: dict[str, float] = {}
    for cell in cells.values():
        weight[cell.who] = weight.get(cell.who, 0.0) + cell.role_hours
    there = {site for site, _ in cells}
    return FieldMap(
        tuple(site for site in sites if site in there),
        tuple(sorted(weight, key=lambda who: (-weight[who], who))),
        cells,
    )


def staged_days(rows: Iterable[DayKind]) -> StagedDays:
    """Add up the kinds of days."""
    visits = staged = untypical = picked = unknown = 0
    for row in rows:
        odd = row.typicality is not None and row.typicality is not DayTypicality.TYPICAL
        chosen = row.selection is HostSelection.MANAGERS_PICK
        visits += row.visits
        untypical += row.visits * odd
        picked += row.visits * chosen
        staged += row.visits * (odd or chosen)
        unknown += row.visits * (row.typicality is None and row.selection is None)
    return StagedDays(visits, staged, untypical, picked, unknown)


def _cell(ground: Ground, site_id: UUID, who: str, roles: tuple[UUID, ...]) -> Cell:
    places = [(site_id, role) for role in roles]
    people = [ground.populations[place] for place in places if place in ground.populations]
    return Cell(
        site_id=site_id,
        who=who,
        role_ids=roles,
        headcount=sum(each.headcount for each in people),
        role_hours=sum(_role_hours(ground, place) for place in places),
        shadowed_hours=sum(ground.exposures.get(place, 0.0) for place in places),
        shift_hours=max((each.shift_hours for each in people), default=8.0),
    )


def _role_hours(ground: Ground, place: tuple[UUID, UUID]) -> float:
    people = ground.populations.get(place)
    return 0.0 if people is None else people.headcount * people.shift_hours * people.days_per_year

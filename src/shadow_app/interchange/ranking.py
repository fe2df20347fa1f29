"""IT's list of what matters most, as a file: one row per place, and one list per organisation or unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.language import mark, say
from shadow_app.domain.organisation import BusinessUnit, Organisation
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.service import Service
from shadow_app.interchange.cells import Unfit, whole
from shadow_app.interchange.columns import Column, Layout, name_key
from shadow_app.interchange.csv_reader import Row, RowRefused, Sheet, read_sheet
from shadow_app.interchange.service_names import ServiceNames, by_key

WHAT = mark("IT's ranking")


@dataclass(frozen=True, slots=True)
class RankRow:
    """One place of one list. `service` is a code, a name or an alias."""

    line_number: int
    rank: int
    service: str
    organisation: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class RankingPlan:
    """Complete lists, not locked yet, and every row that could not be used.

    A list that lost a row would be another list, so it is left out as a whole; `remarks` says which and why.
    """

    rankings: tuple[AssumedRanking, ...]
    refused: tuple[RowRefused, ...]
    remarks: tuple[str, ...]


_RANKING = Layout(
    "Shadow",
    (
        Column("rank", ("rank", "assumed_rank", "it_rank", "place", "position", "priority"), required=True),
        Column("service", ("service", "service_name", "name", "code", "service_id"), required=True),
        Column("organisation", ("organisation", "organization", "company", "customer")),
        Column("unit", ("unit", "business_unit", "department")),
    ),
)


def read_ranking(data: bytes) -> Sheet[RankRow]:
    """The places in a file.

    Raises:
        ImportTrouble: the file as a whole cannot be read.
    """
    return read_sheet(data, (_RANKING,), _place, WHAT)


def _place(row: Row, _layout: Layout) -> RankRow:
    if not row.text("rank"):
        raise Unfit(say("the rank is missing."))
    if not row.text("service"):
        raise Unfit(say("the service is missing."))
    rank = whole(row.text("rank"), mark("rank"))
    if rank < 1:
        raise Unfit(say("the rank must be 1 or more."))
    return RankRow(row.line_number, rank, row.text("service"), row.text("organisation"), row.text("unit"))


def plan_ranking(
    sheet: Sheet[RankRow],
    services: Iterable[Service],
    organisations: Iterable[Organisation],
    units: Iterable[BusinessUnit],
) -> RankingPlan:
    """Make the lists that a file holds whole; check every row against the catalogue and its neighbours.

    A row without an organisation belongs to the only one there is.
    """
    names = _Names(services, organisations, units)
    lists: dict[tuple[UUID, UUID | None], list[tuple[RankRow, Service]]] = defaultdict(list)
    refused = list(sheet.refused)
    spoilt: set[tuple[UUID, UUID | None]] = set()
    for row in sheet.rows:
        owner = None
        try:
            owner = names.owner(row)
            lists[owner].append((row, names.service(row.service)))
        except Unfit as reason:
            refused.append(RowRefused(row.line_number, str(reason)))
            if owner:
                spoilt.add(owner)
    rankings, remarks = [], []
    for owner, places in lists.items():
        bad = _broken(places)
        refused += bad
        # A row that could not even be read belongs to no list that we know, so it spoils them all.
        if bad or owner in spoilt or sheet.refused:
            remarks.append(
                say("IT's list for {shown} was left out, because rows of it were refused.", shown=names.shown(owner))
            )
            continue
        ids = tuple(service.id for _, service in sorted(places, key=lambda place: place[0].rank))
        rankings.append(AssumedRanking(organisation_id=owner[0], unit_id=owner[1], service_ids=ids))
    refused.sort(key=lambda one: one.line_number)
    return RankingPlan(tuple(rankings), tuple(refused), tuple(remarks))


def _broken(places: Sequence[tuple[RankRow, Service]]) -> list[RowRefused]:
    """Places that are taken twice, services that stand there twice, and the first row behind every gap."""
    refused: list[RowRefused] = []
    ranks: dict[int, int] = {}
    seen: dict[UUID, int] = {}
    for row, service in places:
        if row.rank in ranks:
            refused.append(
                RowRefused(
                    row.line_number,
                    say("rank {rank} is already on line {line}.", rank=row.rank, line=ranks[row.rank]),
                )
            )
        elif service.id in seen:
            refused.append(
                RowRefused(
                    row.line_number,
                    say("“{name}” is already on line {seen}.", name=service.name[:60], seen=seen[service.id]),
                )
            )
        ranks.setdefault(row.rank, row.line_number)
        seen.setdefault(service.id, row.line_number)
    told = {one.line_number for one in refused}
    before = 0
    for rank, line_number in sorted(ranks.items()):
        if rank != before + 1 and line_number not in told:
            one = say("rank {first} is missing before rank {rank}.", first=before + 1, rank=rank)
            many = say(
                "ranks {first} to {last} are missing before rank {rank}.", first=before + 1, last=rank - 1, rank=rank
            )
            refused.append(RowRefused(line_number, one if rank == before + 2 else many))
        before = rank
    return refused


class _Names:
    """What the words in a ranking stand for."""

    def __init__(
        self, services: Iterable[Service], organisations: Iterable[Organisation], units: Iterable[BusinessUnit]
    ) -> None:
        self._services = ServiceNames(services)
        self._organisations = by_key((one.name, one) for one in organisations if not one.removed)
        self._units = [unit for unit in units if not unit.removed]
        self._shown = {one.id: one.name for found in self._organisations.values() for one in found}
        self._shown |= {unit.id: unit.name for unit in self._units}

    def owner(self, row: RankRow) -> tuple[UUID, UUID | None]:
        """The organisation, and the unit if one is named.

        Raises:
            Unfit: it is unknown, or could be several.
        """
        found = self._organisations.get(name_key(row.organisation), [])
        if not row.organisation and len(self._organisations) == 1:
            found = next(iter(self._organisations.values()))
        if not row.organisation and not found:
            raise Unfit(say("the organisation is missing."))
        if len(found) != 1:
            raise Unfit(
                say(
                    "{count:|organisation|organisations} are called “{name}”.",
                    count=len(found),
                    name=row.organisation[:60],
                )
                if found
                else say("no organisation is called “{name}”.", name=row.organisation[:60])
            )
        if not row.unit:
            return found[0].id, None
        units = [
            unit
            for unit in self._units
            if unit.organisation_id == found[0].id and name_key(unit.name) == name_key(row.unit)
        ]
        if len(units) != 1:
            named = {"unit": row.unit[:60], "name": found[0].name[:60]}
            raise Unfit(
                say("{count:|unit|units} are called “{unit}” in “{name}”.", count=len(units), **named)
                if units
                else say("no unit is called “{unit}” in “{name}”.", **named)
            )
        return found[0].id, units[0].id

    def service(self, word: str) -> Service:
        """The service with this code, else this name, else this alias.

        Raises:
            Unfit: it is unknown, or could be several.
        """
        return self._services.service(word)

    def shown(self, owner: tuple[UUID, UUID | None]) -> str:
        """A list's owner, in words."""
        return f"“{self._shown[owner[1] or owner[0]]}”"

"""What a list of sites would change: five kinds of record out of one flat file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from shadow_app.domain.language import say
from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.record import Record, link_id
from shadow_app.interchange.cells import Unfit
from shadow_app.interchange.columns import name_key
from shadow_app.interchange.csv_reader import RowRefused, Sheet
from shadow_app.interchange.plan import ImportPlan, PlanDraft, RecordT, valid
from shadow_app.interchange.sites import SiteRow

Key: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class BusinessRecords:
    """The business as it is in the store."""

    organisations: tuple[Organisation, ...] = ()
    units: tuple[BusinessUnit, ...] = ()
    sites: tuple[Site, ...] = ()
    roles: tuple[Role, ...] = ()
    populations: tuple[RolePopulation, ...] = ()


def plan_sites(sheet: Sheet[SiteRow], existing: BusinessRecords) -> ImportPlan:
    """Compare a list of sites with what is there. Names are met inside their parent, never across.

    A row that contradicts an earlier one (another type for the same site, the same role twice) is refused whole.
    """
    book = _Book(existing)
    draft = PlanDraft()
    for row in sheet.rows:
        try:
            book.take(row)
        except Unfit as reason:
            draft.refused.append(RowRefused(row.line_number, str(reason)))
    for entry in book.touched():
        draft.put(entry.line_number, entry.before, entry.after)
    # Parents before children, so that the records can be put in this order.
    order = [Organisation, BusinessUnit, Site, Role, RolePopulation]
    draft.new.sort(key=lambda record: order.index(type(record)))
    return ImportPlan(
        new=tuple(draft.new),
        changed=tuple(draft.changed),
        unchanged=tuple(draft.unchanged),
        refused=draft.all_refused(sheet),
    )


@dataclass(slots=True)
class _Entry:
    """One record while the file is read: as it was, as it will be, and on which line the file said what about it."""

    before: Record | None
    after: Record
    line_number: int = 0
    said: dict[str, int] = field(default_factory=dict)


class _Book:
    """Every record by what names it, in order of first appearance."""

    def __init__(self, existing: BusinessRecords) -> None:
        self._entries: dict[Key, _Entry] = {}
        for key, record in _named(existing):
            # Of two records with one name the first is met; merging them is a person's decision.
            if not record.removed:
                self._entries.setdefault(key, _Entry(record, record))

    def touched(self) -> Iterator[_Entry]:
        """What the file spoke of."""
        return (entry for entry in self._entries.values() if entry.line_number)

    def take(self, row: SiteRow) -> None:
        """Enter one row, or nothing of it.

        Raises:
            Unfit: it contradicts an earlier row, or a value breaks a rule.
        """
        staged: dict[Key, _Entry] = {}
        organisation = self._enter(staged, Organisation, (), row.organisation, row, {"currency": row.currency})
        unit = self._enter(staged, BusinessUnit, (organisation,), row.unit, row, {})
        site = self._enter(staged, Site, (unit,), row.site, row, {"site_type": row.site_type})
        if row.role:
            role = self._enter(staged, Role, (organisation,), row.role, row, {"group": row.role_group})
            self._count_heads(staged, site, role, row)
        self._entries.update(staged)

    def _enter(
        self,
        staged: dict[Key, _Entry],
        kind: type[RecordT],
        parents: tuple[Record, ...],
        name: str,
        row: SiteRow,
        facts: Mapping[str, Any],
    ) -> RecordT:
        key: Key = (kind, *(parent.id for parent in parents), name_key(name))
        links = {f"{_LINKS[type(parent)]}_id": parent.id for parent in parents}
        return self._write(staged, kind, key, {**links, "name": name}, facts, row, f"“{name[:60]}”")

    def _count_heads(self, staged: dict[Key, _Entry], site: Site, role: Role, row: SiteRow) -> None:
        key: Key = (RolePopulation, site.id, role.id)
        known = self._entries.get(key)
        if known and known.line_number:
            raise Unfit(
                say(
                    "the role “{role}” at “{site}” is already on line {line_number}.",
                    role=row.role[:60],
                    site=row.site[:60],
                    line_number=known.line_number,
                )
            )
        facts = {
            "headcount": row.headcount,
            "shift_hours": row.shift_hours,
            "days_per_year": row.days_per_year,
            "hourly_rate": row.hourly_rate,
        }
        # The same pair gets the same id on every laptop, so that two imports of one file do not count people twice.
        links = {"id": link_id(site.id, role.id), "site_id": site.id, "role_id": role.id}
        self._write(staged, RolePopulation, key, links, facts, row, f"“{row.role[:60]}”")

    def _write(
        self,
        staged: dict[Key, _Entry],
        kind: type[RecordT],
        key: Key,
        links: Mapping[str, Any],
        facts: Mapping[str, Any],
        row: SiteRow,
        shown: str,
    ) -> RecordT:
        stated = {name: value for name, value in facts.items() if value not in (None, "")}
        known = self._entries.get(key)
        if known is None:
            made = valid(kind, None, {**links, **stated})
            staged[key] = _Entry(None, made, row.line_number, dict.fromkeys(stated, row.line_number))
            return made
        for name, value in stated.items():
            line = known.said.get(name)
            if line is not None and getattr(known.after, name) != value:
                raise Unfit(
                    say(
                        "{shown} has another {name} on line {line}. Correct one of them.",
                        shown=shown,
                        name=name.replace("_", " "),
                        line=line,
                    )
                )
        after = valid(kind, cast(RecordT, known.after), stated)
        said = {**dict.fromkeys(stated, row.line_number), **known.said}
        staged[key] = _Entry(known.before, after, known.line_number or row.line_number, said)
        return after


_LINKS: Mapping[type[Record], str] = {Organisation: "organisation", BusinessUnit: "unit"}


def _named(existing: BusinessRecords) -> Iterator[tuple[Key, Record]]:
    for organisation in existing.organisations:
        yield (Organisation, name_key(organisation.name)), organisation
    for unit in existing.units:
        yield (BusinessUnit, unit.organisation_id, name_key(unit.name)), unit
    for site in existing.sites:
        yield (Site, site.unit_id, name_key(site.name)), site
    for role in existing.roles:
        yield (Role, role.organisation_id, name_key(role.name)), role
    for population in existing.populations:
        yield (RolePopulation, population.site_id, population.role_id), population

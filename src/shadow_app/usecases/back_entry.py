"""Old notes become visits and observations: the lines go through the same parser as today's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta, tzinfo
from typing import NamedTuple, TypeVar
from uuid import UUID

from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessUnit, Role, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.record import Record, link_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ServiceStatus, VisitState
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.interchange.csv_reader import RowRefused, Sheet
from shadow_app.interchange.notes import NoteRow
from shadow_app.interchange.plan import ImportPlan
from shadow_app.storage.repository import Reader
from shadow_app.usecases.drafting import draft, tags

_MIDDAY = time(12)
"""An old note without a time happened some time that day."""


class _Place(NamedTuple):
    site: Site
    role: Role
    shadower: Shadower


N = TypeVar("N", Site, Shadower)


class _Names:
    """Finds the site, the role of its firm and the IT person that a row names."""

    def __init__(self, read: Reader) -> None:
        self._sites = _by_name(read.where(Site))
        self._people = _by_name(read.where(Shadower))
        firm_of = {unit.id: unit.organisation_id for unit in read.where(BusinessUnit)}
        self._firm_of_site = {site.id: firm_of[site.unit_id] for site in self._sites.values()}
        self._roles = {(role.organisation_id, role.name.casefold()): role for role in read.where(Role)}

    def place(self, row: NoteRow) -> _Place | str:
        site = self._sites.get(row.site.casefold())
        if site is None:
            return f"there is no site called “{row.site}”; import the sites first"
        role = self._roles.get((self._firm_of_site[site.id], row.role.casefold()))
        if role is None:
            return f"there is no role called “{row.role}” at {site.name}; import the sites first"
        person = self._people.get(row.shadower.casefold())
        if person is None:
            return f"there is no IT person called “{row.shadower}”; add them under Settings first"
        return _Place(site, role, person)


def plan_notes(read: Reader, sheet: Sheet[NoteRow], zone: tzinfo) -> ImportPlan:
    """Sort the rows into visits, one per day, site, role and IT person; the same file twice adds nothing."""
    names = _Names(read)
    services = [service for service in read.where(Service) if service.status is ServiceStatus.LIVE]
    lexicon = Lexicon(services, read.where(Role))
    refused: list[RowRefused] = []
    days: dict[UUID, list[tuple[NoteRow, _Place]]] = {}
    for row in sheet.rows:
        place = names.place(row)
        if isinstance(place, str):
            refused.append(RowRefused(row.line_number, place))
        else:
            visit_id = link_id("back-entry", row.on.isoformat(), *(part.id for part in place))
            days.setdefault(visit_id, []).append((row, place))
    records: list[Record] = []
    known: list[Record] = []
    for visit_id, rows in days.items():
        notes, there = _notes_of(read, visit_id, [row for row, _ in rows], lexicon, zone)
        known += there
        if notes and read.find(Visit, visit_id) is None:
            records.append(_visit(visit_id, rows[0][1], notes))
        records += notes
    return ImportPlan(new=tuple(records), unchanged=tuple(known), refused=(*sheet.refused, *refused))


def _notes_of(
    read: Reader, visit_id: UUID, rows: Iterable[NoteRow], lexicon: Lexicon, zone: tzinfo
) -> tuple[list[Record], list[Record]]:
    written: list[Record] = []
    known: list[Record] = []
    for row in rows:
        entry = parse(row.line, lexicon)
        at = datetime.combine(row.on, row.at or _MIDDAY, zone)
        note_id = link_id("back-entry", visit_id, at.isoformat(), row.line)
        there = read.find(Observation, note_id)
        if there is not None:
            known.append(there)
            continue
        note = draft(entry, visit_id, at).edited(id=note_id)
        written += (note, *tags(note, entry.service_ids))
    return written, known


def _visit(visit_id: UUID, place: _Place, records: Iterable[Record]) -> Visit:
    notes = [record for record in records if isinstance(record, Observation)]
    first, last = min(note.at for note in notes), max(note.at for note in notes)
    return Visit(
        id=visit_id,
        site_id=place.site.id,
        role_id=place.role.id,
        shadower_id=place.shadower.id,
        state=VisitState.DEBRIEF,
        starts_at=first,
        ends_at=max(last, first + timedelta(minutes=1)),
        utc_offset=notes[0].utc_offset,
    )


def _by_name(records: Iterable[N]) -> Mapping[str, N]:
    return {record.name.casefold(): record for record in records}

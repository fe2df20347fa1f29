"""Old notes become visits and observations: the lines go through the same parser as today's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta, tzinfo
from typing import NamedTuple, TypeVar
from uuid import UUID

from pydantic import ValidationError

from shadow_app.domain.language import say
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessUnit, Role, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.record import Record, link_id
from shadow_app.domain.service import Service
from shadow_app.domain.unfit import refusal
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ServiceStatus, VisitState
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.interchange.columns import name_key
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
        # Removed units too: their sites may still be there.
        self._firm_of_unit = {unit.id: unit.organisation_id for unit in read.where(BusinessUnit, removed=True)}
        self._roles = {(role.organisation_id, name_key(role.name)): role for role in read.where(Role)}

    def place(self, row: NoteRow) -> _Place | str:
        sites = self._sites.get(name_key(row.site), [])
        if not sites:
            return say("there is no site called “{site}”; import the sites first", site=row.site[:60])
        if len(sites) > 1:
            return say(
                "there are {sites:|site|sites} called “{site}”; rename all but one first",
                sites=len(sites),
                site=row.site[:60],
            )
        role = self._roles.get((self._firm_of_unit[sites[0].unit_id], name_key(row.role)))
        if role is None:
            return say(
                "there is no role called “{role}” at {name}; import the sites first",
                role=row.role[:60],
                name=sites[0].name,
            )
        people = self._people.get(name_key(row.shadower), [])
        if not people:
            return say(
                "there is no IT person called “{shadower}”; add them under Settings first", shadower=row.shadower[:60]
            )
        if len(people) > 1:
            return say(
                "there are {people} IT people called “{shadower}”; rename all but one first",
                people=len(people),
                shadower=row.shadower[:60],
            )
        return _Place(sites[0], role, people[0])


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
        notes, there, unfit = _notes_of(read, visit_id, [row for row, _ in rows], lexicon, zone)
        known += there
        refused += unfit
        visit = read.find(Visit, visit_id)
        if notes and (visit is None or visit.removed):
            records.append(_visit(visit_id, rows[0][1], notes))
        records += notes
    by_line = tuple(sorted((*sheet.refused, *refused), key=lambda one: one.line_number))
    return ImportPlan(new=tuple(records), unchanged=tuple(known), refused=by_line)


def _notes_of(
    read: Reader, visit_id: UUID, rows: Iterable[NoteRow], lexicon: Lexicon, zone: tzinfo
) -> tuple[list[Record], list[Record], list[RowRefused]]:
    written: list[Record] = []
    known: list[Record] = []
    unfit: list[RowRefused] = []
    earlier = {note.id: note for note in read.where(Observation, visit_id=visit_id, removed=True)}
    for row in rows:
        at = datetime.combine(row.on, row.at or _MIDDAY, zone)
        note_id = link_id("back-entry", visit_id, at.isoformat(), row.line)
        there = earlier.get(note_id)
        # What was taken away, or undone with its import, comes back when a person asks for it again.
        if there is not None and not there.removed:
            known.append(there)
            continue
        entry = parse(row.line, lexicon)
        try:
            note = draft(entry, visit_id, at).edited(id=note_id)
        except ValidationError as error:
            unfit.append(RowRefused(row.line_number, str(refusal(error))))
            continue
        written += (note, *tags(note, entry.service_ids))
    return written, known, unfit


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


def _by_name(records: Iterable[N]) -> Mapping[str, list[N]]:
    found: dict[str, list[N]] = {}
    for record in records:
        found.setdefault(name_key(record.name), []).append(record)
    return found

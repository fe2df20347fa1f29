"""What follows from a record besides its row: the search index, and notes of what must be worked out again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import cast
from uuid import UUID

from sqlalchemy import Connection, Table, select, text
from sqlalchemy.dialects.sqlite import insert

from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import Record
from shadow_app.domain.visit import ConsentRecord, Visit
from shadow_app.storage.prepared import Prepared
from shadow_app.storage.search_index import hides_words, index_new_notes, index_note, index_visits
from shadow_app.storage.tables import TABLES, to_learn
from shadow_app.storage.tally_tables import stale_visit

_STALE_BY_PAIN_POINT = text(
    "INSERT OR IGNORE INTO stale_visit SELECT DISTINCT o.visit_id FROM pain_point_member m "
    "JOIN observation o ON o.id = m.observation_id WHERE m.pain_point_id = :pain_point"
)


def follow(connection: Connection, before: Record | None, after: Record, row: int) -> None:
    """Bring what is derived up to date with one written record."""
    match after:
        case Observation():
            _follow_note(connection, before, after, row)
        case ServiceTag():
            _mark_visits(connection, before, after)
            _mark(connection, to_learn, observation_id=after.observation_id)
        case PainPointMember():
            _mark(connection, stale_visit, visit_id=_visit_of(connection, after.observation_id))
        case PainPoint():
            connection.execute(_STALE_BY_PAIN_POINT, {"pain_point": after.id.bytes})
        case Visit():
            _mark(connection, stale_visit, visit_id=after.id)
        case ConsentRecord():
            _mark(connection, stale_visit, visit_id=after.visit_id)
            if hides_words(before if isinstance(before, ConsentRecord) else None, after):
                index_visits(connection, [after.visit_id])
        case _:
            pass


def follow_new(connection: Connection, records: Sequence[tuple[int, Record]]) -> None:
    """The same for many records of one kind that are new, each with its row."""
    made = [record for _, record in records]
    match made[0]:
        case Observation():
            _mark_all(connection, stale_visit, "visit_id", made)
            index_new_notes(connection, ((row, note) for row, note in records if isinstance(note, Observation)))
        case ServiceTag():
            _mark_all(connection, stale_visit, "visit_id", made)
            _mark_all(connection, to_learn, "observation_id", made)
        case ConsentRecord():
            _mark_all(connection, stale_visit, "visit_id", made)
            hidden = (each for each in made if isinstance(each, ConsentRecord) and hides_words(None, each))
            index_visits(connection, {each.visit_id for each in hidden})
        case _:
            for row, record in records:
                follow(connection, None, record, row)


def _mark_all(connection: Connection, table: Table, name: str, records: Iterable[Record]) -> None:
    _marking(table).run_many(connection, ({name: each} for each in {getattr(record, name) for record in records}))


def _follow_note(connection: Connection, before: Record | None, note: Observation, row: int) -> None:
    _mark_visits(connection, before, note)
    own = before if isinstance(before, Observation) else None
    if index_note(connection, own, note, row) and before is not None:
        _mark(connection, to_learn, observation_id=note.id)


def _mark_visits(connection: Connection, before: Record | None, after: Observation | ServiceTag) -> None:
    """No verb moves a note to another visit, but what comes from elsewhere may: then both are added up again."""
    _mark(connection, stale_visit, visit_id=after.visit_id)
    if isinstance(before, type(after)) and before.visit_id != after.visit_id:
        _mark(connection, stale_visit, visit_id=before.visit_id)


@cache
def _marking(table: Table) -> Prepared:
    return Prepared(insert(table).on_conflict_do_nothing())


def _mark(connection: Connection, table: Table, **key: UUID) -> None:
    _marking(table).run(connection, key)


def _visit_of(connection: Connection, observation_id: UUID) -> UUID:
    notes = TABLES[Observation]
    return cast(UUID, connection.scalars(select(notes.c.visit_id).where(notes.c.id == observation_id)).one())

"""The index of words: what a search may find of a note is what lists may show of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, text

from shadow_app.domain.observation import Observation
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.insight.withdrawn import shown_words
from shadow_app.storage.prepared import Prepared
from shadow_app.storage.repository import record_from
from shadow_app.storage.tables import TABLES, present

_note, _consent = TABLES[Observation], TABLES[ConsentRecord]

_INDEX = Prepared(text("INSERT INTO note_search(rowid, words) VALUES (:row, :words)"))
_UNINDEX = text("DELETE FROM note_search WHERE rowid = :row")
_WITHDRAWN = Prepared(
    select(_consent.c.subject).where(
        _consent.c.visit_id == bindparam("visit_id", type_=_consent.c.visit_id.type),
        _consent.c.withdrawn_on.is_not(None),
        _consent.c.removed == text("0"),
    )
)
_SPOKEN = frozenset({ConsentSubject.NOTES, ConsentSubject.QUOTES})


def index_note(connection: Connection, before: Observation | None, note: Observation, row: int) -> bool:
    """Bring the index up to date with one written note; whether its own words are others now."""
    old = None if before is None or before.removed else before
    new = None if note.removed else note
    if (old and _all_words(old)) == (new and _all_words(new)):
        return False
    if old is not None:
        connection.execute(_UNINDEX, {"row": row})
    if new is not None:
        _INDEX.run(connection, {"row": row, "words": shown_words(new, _taken_back(connection, new.visit_id))})
    return True


def index_new_notes(connection: Connection, notes: Iterable[tuple[int, Observation]]) -> None:
    """The same for notes that were not there before, each with its row."""
    present_ones = [(row, note) for row, note in notes if not note.removed]
    withdrawn = {each: _taken_back(connection, each) for each in {note.visit_id for _, note in present_ones}}
    _INDEX.run_many(
        connection, ({"row": row, "words": shown_words(note, withdrawn[note.visit_id])} for row, note in present_ones)
    )


def index_visits(connection: Connection, visit_ids: Iterable[UUID]) -> None:
    """Put the notes of some visits into the index anew, after their hosts took something back or agreed again."""
    for visit_id in visit_ids:
        found = connection.execute(select(_note).where(_note.c.visit_id == visit_id, present(_note))).all()
        rows = [(row._mapping["row"], record_from(Observation, row)) for row in found]
        if rows:
            connection.execute(_UNINDEX, [{"row": row} for row, _ in rows])
        index_new_notes(connection, rows)


def hides_words(before: ConsentRecord | None, after: ConsentRecord) -> bool:
    """Whether what may be shown of a visit's notes changes with this answer of its host."""
    return after.subject in _SPOKEN and _is_withdrawn(before) != _is_withdrawn(after)


def index_anew(connection: Connection) -> None:
    """All of it."""
    connection.execute(text("INSERT INTO note_search(note_search) VALUES ('delete-all')"))
    found = connection.execute(select(_note).where(present(_note))).all()
    index_new_notes(connection, ((row._mapping["row"], record_from(Observation, row)) for row in found))


def visits_with_hidden_words(connection: Connection) -> Sequence[UUID]:
    """Visits whose hosts took back what the index may still hold from before it followed them."""
    asked = select(_consent.c.visit_id).where(
        _consent.c.withdrawn_on.is_not(None), present(_consent), _consent.c.subject.in_(_SPOKEN)
    )
    return connection.scalars(asked.distinct()).all()


def _is_withdrawn(consent: ConsentRecord | None) -> bool:
    return consent is not None and consent.withdrawn_on is not None and not consent.removed


def _taken_back(connection: Connection, visit_id: UUID) -> frozenset[ConsentSubject]:
    return frozenset(ConsentSubject(row[0]) for row in _WITHDRAWN.run(connection, {"visit_id": visit_id}))


def _all_words(note: Observation) -> str:
    return shown_words(note, ())

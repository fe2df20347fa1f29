"""What two people wrote into one field without knowing of each other: listed until somebody answers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from shadow_app.domain.change import moment_of
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record
from shadow_app.insight.withdrawn import may_be_told
from shadow_app.storage import listings
from shadow_app.storage.folding import disputes
from shadow_app.storage.repository import Reader
from shadow_app.storage.settle import chunks, entries_of
from shadow_app.storage.tables import SEVERAL, TABLES, change, taking


@dataclass(frozen=True)
class Claim:
    """One of the values: JSON as the log keeps it, by whom and when; `cid` is the change that wrote it."""

    cid: str
    value: Any
    author: str
    at: datetime


@dataclass(frozen=True)
class Conflict:
    """A field with more than one standing value. The last claim is the one that is shown."""

    kind: type[Record]
    record_id: UUID
    field: str
    claims: tuple[Claim, ...]


def conflicts(read: Reader, among: Collection[tuple[str, UUID]] | None = None) -> list[Conflict]:
    """Every disputed field of what is shown, or of these records (kind, id), by kind, record and field.

    What a host has taken back the agreement to is shown nowhere, and so nobody is asked about its words.
    """
    found = []
    for kind in KINDS:
        asked = None if among is None else [record_id for name, record_id in among if name == kind.kind_name]
        for some in chunks(_several(read, kind, asked)):
            for record_id, (entries, _tried) in entries_of(read.connection, kind, some).items():
                for field, values in sorted(disputes(kind, entries).items()):
                    claims = tuple(_claim(read, record_id, field, cid, values[cid]) for cid in sorted(values))
                    found.append(Conflict(kind, record_id, field, claims))
    return _told(read, found)


def number_of_conflicts(read: Reader) -> int:
    """How many fields are disputed; not looked for where nothing ever came in."""
    came_in = read.connection.scalar(select(taking.c.id).limit(1)) is not None
    return len(conflicts(read)) if came_in else 0


def _told(read: Reader, found: list[Conflict]) -> list[Conflict]:
    notes = {each.record_id for each in found if each.kind is Observation}
    if not notes:
        return found
    visits = listings.visits_of(read, notes)
    on_visit = listings.withdrawn_on(read, set(visits.values()))
    withdrawn = {note: on_visit.get(visit, ()) for note, visit in visits.items()}
    return [each for each in found if may_be_told(each.field, withdrawn.get(each.record_id, ()))]


def _several(read: Reader, kind: type[Record], asked: list[UUID] | None) -> list[UUID]:
    """Records with more than one standing change for some field."""
    table = TABLES[kind]
    query = select(table.c.id).where(text(SEVERAL))  # in the letters of its index
    if asked is None:
        return list(read.connection.scalars(query.order_by(table.c.id)))
    found: list[UUID] = []
    for some in chunks(sorted(asked)):
        found += read.connection.scalars(query.where(table.c.id.in_(some)).order_by(table.c.id))
    return found


def _claim(read: Reader, record_id: UUID, field: str, cid: str, value: Any) -> Claim:
    """Whoever let the value stand again by taking an answer back did not write it: it stays its author's."""
    own = select(
        change.c.cid, change.c.author, change.c.action, change.c.undoes, change.c.replaces, change.c.data
    ).where(change.c.record_id == record_id)
    wrote = told = read.connection.execute(own.where(change.c.cid == cid).limit(1)).first()
    while told is not None and told.undoes is not None:
        answers = read.connection.execute(own.where(change.c.action == told.undoes))
        heads = [each for answer in answers for each in answer.replaces.get(field, ())]
        earlier = read.connection.execute(own.where(change.c.cid.in_(heads)).order_by(change.c.cid))
        told = next((each for each in earlier if each.data.get(field, value) == value), None)
        wrote = told or wrote
    return Claim(cid, value, wrote.author if wrote else "", moment_of(wrote.cid if wrote else cid))

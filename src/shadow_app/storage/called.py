"""What records are called, by id: for words about changes that name other records by their ids alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from uuid import UUID

from sqlalchemy import select

from shadow_app.domain.kinds import KINDS
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import Role, Site
from shadow_app.domain.record import Record
from shadow_app.domain.visit import Visit
from shadow_app.insight.withdrawn import note_as_allowed
from shadow_app.storage.listings import withdrawn_on
from shadow_app.storage.repository import Reader, record_from
from shadow_app.storage.settle import chunks
from shadow_app.storage.tables import TABLES

OWN_WORDS = ("text", "title", "name", "pseudonym", "number", "question", "caption", "reason", "asked", "note")
"""Fields in which a record says of itself what it is, the most telling first."""


def called(read: Reader, ids: Collection[UUID]) -> dict[UUID, str]:
    """Those of the ids that are here and have words of their own, with their words as one line of plain text."""
    asked = sorted(set(ids))
    found: dict[UUID, str] = {}
    for kind in KINDS:
        for record_id, words in _of_kind(read, kind, asked):
            found[record_id] = " ".join(words.split())
    return found


def own_words(record: Record) -> str:
    """What a record says of itself, as one line of plain text; empty where it only ties others together."""
    told = (getattr(record, name, "") for name in OWN_WORDS)
    return next((" ".join(words.split()) for words in told if isinstance(words, str) and words.strip()), "")


def _of_kind(read: Reader, kind: type[Record], ids: list[UUID]) -> Iterator[tuple[UUID, str]]:
    if kind is Visit:
        yield from _visits(read, ids)
        return
    if kind is Observation:
        yield from _notes(read, ids)
        return
    field = next((name for name in OWN_WORDS if name in kind.model_fields), None)
    if field is None:
        return
    table = TABLES[kind]
    for some in chunks(ids):
        for row in read.connection.execute(select(table.c.id, table.c[field]).where(table.c.id.in_(some))):
            if row[1]:
                yield row[0], row[1]


def _notes(read: Reader, ids: list[UUID]) -> Iterator[tuple[UUID, str]]:
    """A note is known by its words, as far as its host has not taken them back."""
    table = TABLES[Observation]
    for some in chunks(ids):
        notes = [
            record_from(Observation, row) for row in read.connection.execute(select(table).where(table.c.id.in_(some)))
        ]
        withdrawn = withdrawn_on(read, {each.visit_id for each in notes}) if notes else {}
        for each in notes:
            yield each.id, note_as_allowed(each, withdrawn.get(each.visit_id, ())).text


def _visits(read: Reader, ids: list[UUID]) -> Iterator[tuple[UUID, str]]:
    """A visit is known by its place and whom one was with; its number is there only to tell two of them apart."""
    visits, sites, roles = TABLES[Visit], TABLES[Site], TABLES[Role]
    query = (
        select(visits.c.id, visits.c.number, sites.c.name, roles.c.name)
        .join(sites, sites.c.id == visits.c.site_id)
        .join(roles, roles.c.id == visits.c.role_id)
    )
    for some in chunks(ids):
        for row in read.connection.execute(query.where(visits.c.id.in_(some))):
            yield row[0], " · ".join(part for part in (row[2], row[3], row[1]) if part)

"""How much the store holds of some visits, and what rests on them: counts and days, for previews and receipts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, case, func, or_, select, text

from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPointMember
from shadow_app.domain.record import TEAM
from shadow_app.domain.released import Edition, Snapshot
from shadow_app.storage.repository import Reader
from shadow_app.storage.settle import chunks
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES, change, present

_note, _member, _snapshot = TABLES[Observation], TABLES[PainPointMember], TABLES[Snapshot]


class RestsOn(NamedTuple):
    """A pain point that some notes stand behind: how many of them, and how many in all."""

    pain_point_id: UUID
    here: int
    all: int


def counts(read: Reader, ids: Collection[UUID]) -> dict[str, int]:
    """Kind → records of these visits, or with these ids, whose content the log still holds; also removed ones."""
    found: dict[str, int] = {}
    for some in chunks(sorted(set(ids) - {TEAM})):
        theirs = or_(change.c.scope.in_(some), change.c.record_id.in_(some))
        query = select(change.c.kind, func.count(change.c.record_id.distinct())).where(theirs, change.c.op == "put")
        for kind, number in read.connection.execute(query.group_by(change.c.kind)):
            found[kind] = found.get(kind, 0) + number
    return dict(sorted(found.items()))


def pains_resting_on(read: Reader, visit_ids: Collection[UUID]) -> list[RestsOn]:
    """Pain points that notes of these visits stand behind."""
    wanted = list(visit_ids)
    here = func.sum(case((_note.c.visit_id.in_(wanted), 1), else_=0))
    query = (
        select(_member.c.pain_point_id, here, func.count())
        .join(_note, _note.c.id == _member.c.observation_id)
        .where(present(_member), present(_note))
        .group_by(_member.c.pain_point_id)
        .having(here > 0)
    )
    return [RestsOn(*row) for row in read.connection.execute(query)]


def standing_editions(read: Reader, visit_ids: Collection[UUID]) -> list[Edition]:
    """Released reports with their content that rest on any of these visits, oldest first."""
    wanted = set(visit_ids)
    found = [each for each in read.where(Edition) if each.withdrawn_at is None and wanted & set(each.visit_ids)]
    return sorted(found, key=lambda each: each.released_at)


def snapshots(read: Reader) -> int:
    """How many rankings are locked: they hold numbers only, and stay."""
    return read.connection.scalar(select(func.count()).select_from(_snapshot).where(present(_snapshot))) or 0


def notes_saying(read: Reader, visit_ids: Iterable[UUID]) -> int:
    """How many notes of these visits hold verbatim words."""
    wanted = list(visit_ids)
    mine = and_(_note.c.visit_id.in_(wanted), present(_note), _note.c.quote != "")
    return read.connection.scalar(select(func.count()).where(mine)) or 0


def leave_no_trace(store: Store) -> None:
    """After an erasure: no word of it in the pages of the search index, nor in the write-ahead log.

    The index keeps deleted words in old segments until they are merged, and overwritten pages lie in the log until it
    is copied back and cut (`reliability.md` §5). A program that reads meanwhile delays the cutting, and nothing else.
    """
    with store.maintaining() as write:
        write.connection.execute(text("INSERT INTO note_search(note_search) VALUES ('optimize')"))
    with store.writer.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

"""One arrival from elsewhere: changes, unfit lines and contents taken in as one transaction, or only looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from shadow_app.domain.change import Change
from shadow_app.domain.kinds import BY_NAME
from shadow_app.domain.news import News
from shadow_app.domain.record import Record
from shadow_app.storage import contents, receipts, takings
from shadow_app.storage.absorb import Absorbed, absorb, refuse
from shadow_app.storage.conflicts import Conflict, conflicts
from shadow_app.storage.devices import accept, seen
from shadow_app.storage.engine import translated
from shadow_app.storage.repository import Reader, record_from
from shadow_app.storage.settle import chunks
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES


@dataclass(frozen=True)
class Arrival:
    """What came, from whom, and where it lay. `bad` are lines that are no change, each with the reason."""

    source: str
    device: str
    public_key: str
    person: str
    made_at: datetime
    changes: Sequence[Change]
    bad: Sequence[tuple[str, str]] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    name: str = ""
    """Its name in a shared folder, to be marked as read; empty for a file."""
    covers: Sequence[tuple[UUID, str, int]] = ()
    """How far the sender's own log runs: scope, writing device, last number without a gap."""


@dataclass(frozen=True)
class Outcome:
    """What an arrival did, or would do."""

    new: tuple[Record, ...]
    changed: tuple[Record, ...]
    gone: int
    conflicts: tuple[Conflict, ...]
    """Only those that it brings."""
    absorbed: Absorbed
    taking: UUID | None = None


Thumbnail = Callable[[bytes], bytes | None]
"""A small picture of a picture, or None if it is none."""


def look(store: Store, arrival: Arrival, thumbnail: Thumbnail) -> Outcome:
    """What taking it would do; done, counted and rolled back, so that it is exact and nothing is touched."""
    with translated(store.path), store.writer.connect() as connection:
        transaction = connection.begin()
        try:
            return _take(connection, store, arrival, thumbnail)
        finally:
            transaction.rollback()


def take(store: Store, arrival: Arrival, thumbnail: Thumbnail) -> Outcome:
    """Take it, as one transaction, and tell whoever listens."""
    with store.maintaining() as write:
        outcome = _take(write.connection, store, arrival, thumbnail)
    if outcome.absorbed.own_numbers:
        store.renew_device()
    if outcome.absorbed.fresh:
        store.tell(News(None, f"Received: {arrival.source}", ()))
    return outcome


def _take(connection: Connection, store: Store, arrival: Arrival, thumbnail: Thumbnail) -> Outcome:
    read = Reader(connection)
    ids = {(each.kind, each.record_id) for each in arrival.changes}
    disputed = {(each.record_id, each.field) for each in conflicts(read, ids)}
    before, last = _records(connection, ids), takings.newest_row(connection)
    accept(read, arrival.device, arrival.public_key, arrival.person)
    seen(read, arrival.device, arrival.made_at)
    receipts.confirm(connection, arrival.device, arrival.made_at, arrival.covers)
    for payload, reason in arrival.bad:
        refuse(connection, payload, reason, sender=arrival.device)
    absorbed = absorb(connection, arrival.changes, own_device=store.device, sender=arrival.device)
    absorbed.refused += [reason for _, reason in arrival.bad]
    _keep_contents(connection, arrival, thumbnail, absorbed)
    taking = None
    if absorbed.fresh:
        taking = takings.remember(connection, arrival.source, arrival.device, arrival.person, last)
    if arrival.name:
        takings.mark_read(connection, arrival.source, arrival.name)
    ids |= absorbed.touched
    after = _records(connection, ids)
    return Outcome(
        new=tuple(record for key, record in after.items() if key not in before),
        changed=tuple(record for key, record in after.items() if key in before and before[key] != record),
        gone=len(before.keys() - after.keys()),
        conflicts=tuple(each for each in conflicts(read, ids) if (each.record_id, each.field) not in disputed),
        absorbed=absorbed,
        taking=taking,
    )


def _keep_contents(connection: Connection, arrival: Arrival, thumbnail: Thumbnail, absorbed: Absorbed) -> None:
    """Only what a change names that nobody has erased; a photo only if it is a picture."""
    if not arrival.contents:
        return
    wanted = contents.missing(connection)
    kinds = contents.named_by(arrival.changes)
    for sha256, data in arrival.contents.items():
        if sha256 not in wanted:
            continue
        small = thumbnail(data) if kinds.get(sha256) == contents.PHOTO else None
        if small is None and kinds.get(sha256) == contents.PHOTO:
            absorbed.refused.append("A photo is no picture that can be shown; the note stands without it.")
        else:
            contents.keep(connection, sha256, data, small)


def keep_content(store: Store, sha256: str, data: bytes, thumbnail: Thumbnail) -> bool:
    """Keep one thing that was missing; whether it is what its kind says."""
    with store.maintaining() as write:
        photo = sha256 in contents.photos(write.connection)
        small = thumbnail(data) if photo else None
        if photo and small is None:
            return False
        contents.keep(write.connection, sha256, data, small)
        return True


def _records(connection: Connection, ids: set[tuple[str, UUID]]) -> dict[tuple[str, UUID], Record]:
    by_kind: dict[str, list[UUID]] = {}
    for name, record_id in sorted(ids):
        by_kind.setdefault(name, []).append(record_id)
    found: dict[tuple[str, UUID], Record] = {}
    for name, wanted in by_kind.items():
        if name not in BY_NAME:
            continue
        table: Any = TABLES[BY_NAME[name]]
        for some in chunks(wanted):
            for row in connection.execute(select(table).where(table.c.id.in_(some))):
                record = record_from(BY_NAME[name], row)
                found[name, record.id] = record
    return found

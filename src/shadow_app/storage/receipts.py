"""Receipts of erasures: what went, by which change others hear of it, and who has shown that it reached them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.record import new_id
from shadow_app.storage.own_tables import erasure_receipt, erasure_seen
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import change

Place = tuple[UUID, str, int]
"""Where a change stands in everybody's log: scope, device that wrote it, number."""


class Kept(NamedTuple):
    """A receipt as it is kept; `body` holds ids, counts and days, never a word of anybody."""

    id: UUID
    at: datetime
    scope: UUID
    device: str
    seq: int
    body: dict[str, Any]
    seen: dict[str, datetime]
    """Device → the first segment of it that showed the erasure had reached it."""


def keep(write: Reader, record_id: UUID, body: Mapping[str, Any]) -> UUID:
    """Write a receipt for a record that was erased in the same transaction; returns its id."""
    told = write.connection.execute(
        select(change.c.scope, change.c.device, change.c.seq)
        .where(change.c.record_id == record_id, change.c.op == "erase")
        .order_by(change.c.row.desc())
        .limit(1)
    ).one()
    receipt_id = new_id()
    row = {"id": receipt_id, "at": datetime.now(timezone.utc), **told._mapping, "body": dict(body)}
    write.connection.execute(erasure_receipt.insert(), row)
    return receipt_id


def receipts(read: Reader) -> list[Kept]:
    """Every receipt, the newest first."""
    seen: dict[UUID, dict[str, datetime]] = {}
    for row in read.connection.execute(select(erasure_seen)):
        seen.setdefault(row.receipt_id, {})[row.device] = row.at
    rows = read.connection.execute(select(erasure_receipt).order_by(erasure_receipt.c.at.desc(), erasure_receipt.c.id))
    return [Kept(**row._mapping, seen=seen.get(row.id, {})) for row in rows]


def newest(connection: Connection, most: int) -> list[Place]:
    """The erasures that this store's log has, those that were said last."""
    rows = connection.execute(
        select(change.c.scope, change.c.device, change.c.seq)
        .where(literal_column("seal != ''"), change.c.op == "erase")
        .order_by(change.c.cid.desc())
        .limit(most)
    )
    return [(row.scope, row.device, row.seq) for row in rows]


def confirm(connection: Connection, device: str, at: datetime, erasures: Iterable[Place]) -> None:
    """A device has told which erasures have reached it; whoever has a receipt of one notes that."""
    reached = set(erasures)
    if not reached:
        return
    if connection.scalar(select(func.count()).select_from(erasure_receipt)) == 0:
        return
    for row in connection.execute(select(erasure_receipt)).all():
        if (row.scope, row.device, row.seq) in reached:
            told = {"receipt_id": row.id, "device": device, "at": at}
            connection.execute(upsert(erasure_seen).on_conflict_do_nothing(), told)

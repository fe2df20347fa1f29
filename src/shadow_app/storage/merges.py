"""What a merge did, read back from the change log, so that it can be taken apart again.

A merge moves notes and what hangs on a pain point in one action. The log knows which records that action changed and
what they were before, however long ago it was.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from shadow_app.domain.kinds import BY_NAME
from shadow_app.domain.record import Record
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import change


def moved_away(read: Reader, pain_point_id: UUID) -> list[Record]:
    """The records that were changed together with the last merge of a pain point and had belonged to it until then.

    Each comes as it is today, members of the pain point and records that name it alike; what is gone comes as well.
    """
    merge = _last_merge(read, pain_point_id)
    if merge is None:
        return []
    moved = []
    for entry in read.connection.execute(
        select(change.c.kind, change.c.record_id, change.c.cid).where(change.c.action == merge)
    ):
        kind = BY_NAME.get(entry.kind)
        if kind is None or "pain_point_id" not in kind.model_fields:
            continue
        if _belonged_to(read, entry.record_id, entry.cid) == pain_point_id:
            record = read.find(kind, entry.record_id)
            if record is not None:
                moved.append(record)
    return moved


def written_by_merge(read: Reader, pain_point_id: UUID, record_id: UUID) -> bool:
    """Whether the last merge of a pain point made or brought back this record."""
    merge = _last_merge(read, pain_point_id)
    written = select(change.c.row).where(change.c.action == merge, change.c.record_id == record_id)
    return merge is not None and read.connection.execute(written).first() is not None


def _last_merge(read: Reader, pain_point_id: UUID) -> UUID | None:
    """The action that merged the pain point last."""
    merges = read.connection.execute(
        select(change.c.action, change.c.data).where(change.c.record_id == pain_point_id).order_by(change.c.cid.desc())
    )
    return next((row.action for row in merges if row.data.get("merged_into_id")), None)


def _belonged_to(read: Reader, record_id: UUID, before_cid: str) -> UUID | None:
    """Which pain point a record named before a change."""
    earlier = read.connection.execute(
        select(change.c.data)
        .where(change.c.record_id == record_id, change.c.cid < before_cid)
        .order_by(change.c.cid.desc())
    )
    data: dict[str, Any] | None = next((row.data for row in earlier if "pain_point_id" in row.data), None)
    return None if data is None or data["pain_point_id"] is None else UUID(data["pain_point_id"])

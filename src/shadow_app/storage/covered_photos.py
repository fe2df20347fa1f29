"""Which photos were taken off by being blacked out."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from shadow_app.storage.contents import PHOTO
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import change


def covered_on(read: Reader, label: str) -> set[UUID]:
    """The photos that an action of this label has taken off; whether they are still off is not looked at."""
    query = select(change.c.record_id, change.c.data).where(
        change.c.kind == PHOTO, change.c.op == "put", change.c.label == label
    )
    return {record_id for record_id, data in read.connection.execute(query) if data.get("removed") is True}

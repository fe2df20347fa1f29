"""Whether somebody at this laptop is off the record just now."""

from __future__ import annotations

from sqlalchemy import String, cast, exists, select

from shadow_app.domain.visit import Activity
from shadow_app.domain.vocabulary import ActivityKind
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import TABLES, present


def off_record_here(read: Reader, device: str) -> bool:
    """Whether a pause that was begun on this device still runs; those of others are their own affair."""
    table = TABLES[Activity]
    running = (
        table.c.activity_kind == ActivityKind.OFF_RECORD,
        table.c.ended_at.is_(None),
        present(table),
        cast(table.c.heads, String).like(f"%{device}%"),
    )
    return bool(read.connection.scalar(select(exists().where(*running))))

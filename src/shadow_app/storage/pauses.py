"""Whether somebody at this laptop is off the record just now."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import String, cast, exists, select

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.visit import Activity
from shadow_app.domain.vocabulary import ActivityKind
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import TABLES, present

_RUNNING = (
    f"SELECT 1 FROM {Activity.kind_name} WHERE visit_id = ? AND activity_kind = ? AND ended_at IS NULL AND removed = 0 "
    "AND instr(heads, ?) LIMIT 1"
)


def refuse_off_record(read: Reader, visit_id: UUID, device: str) -> None:
    """Make sure that nothing is written on a visit that is off the record; asked before each note, so it is quick.

    A pause of another device is its own affair: that it has ended may only be heard of tomorrow.

    Raises:
        Refused: a pause that was begun on this device still runs.
    """
    raw: Any = read.connection.connection.driver_connection
    if raw.execute(_RUNNING, (visit_id.bytes, ActivityKind.OFF_RECORD.value, device)).fetchone() is not None:
        raise Refused(
            say(
                "This visit is off the record just now, so nothing was written. Go on first (Ctrl+Shift+O in the "
                "window), then try again."
            )
        )


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

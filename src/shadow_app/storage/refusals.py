"""What was not taken as it came, or cannot be shown, with the reason: nothing is dropped without a trace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import refused, unshown


@dataclass(frozen=True)
class Refusal:
    """`device` handed it over; empty for a value that the log keeps and this version cannot show."""

    reason: str
    device: str = ""
    at: datetime | None = None
    record_id: UUID | None = None
    field: str = ""


def refusals(read: Reader) -> list[Refusal]:
    """The newest first, then what cannot be shown."""
    kept = read.connection.execute(select(refused).order_by(refused.c.at.desc()))
    found = [Refusal(row.reason, row.device, row.at, row.record_id) for row in kept]
    rows = read.connection.execute(select(unshown).order_by(unshown.c.kind, unshown.c.record_id, unshown.c.field))
    return found + [Refusal(row.reason, record_id=row.record_id, field=f"{row.kind}.{row.field}") for row in rows]

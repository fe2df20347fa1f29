"""What was not taken as it came, or cannot be shown, with the reason: nothing is dropped without a trace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from shadow_app.storage.refusal_words import NO_EFFECT, told
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


@dataclass(frozen=True)
class Attempt:
    """Something that only a lead may do and somebody else tried: in words, and at how many records of which kind."""

    words: str
    kind: str
    count: int


def attempts(read: Reader) -> list[Attempt]:
    """What was tried without the right to it, and is kept without effect."""
    query = (
        select(unshown.c.reason, unshown.c.kind, func.count())
        .where(unshown.c.reason.endswith(NO_EFFECT))
        .group_by(unshown.c.reason, unshown.c.kind)
        .order_by(unshown.c.reason, unshown.c.kind)
    )
    return [Attempt(told(row[0]), row[1], row[2]) for row in read.connection.execute(query)]


def refusals(read: Reader) -> list[Refusal]:
    """The newest first, then what cannot be shown."""
    kept = read.connection.execute(select(refused).order_by(refused.c.at.desc()))
    found = [Refusal(told(row.reason), row.device, row.at, row.record_id) for row in kept]
    rows = read.connection.execute(select(unshown).order_by(unshown.c.kind, unshown.c.record_id, unshown.c.field))
    return found + [Refusal(told(row.reason), record_id=row.record_id, field=f"{row.kind}.{row.field}") for row in rows]

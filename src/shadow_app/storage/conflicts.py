"""What two people wrote into one field without knowing of each other: listed until somebody answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, cast, select

from shadow_app.domain.change import moment_of
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.record import Record
from shadow_app.storage.folding import disputes
from shadow_app.storage.repository import Reader
from shadow_app.storage.settle import chunks, entries_of
from shadow_app.storage.tables import TABLES, change


@dataclass(frozen=True)
class Claim:
    """One of the values: JSON as the log keeps it, by whom and when; `cid` is the change that wrote it."""

    cid: str
    value: Any
    author: str
    at: datetime


@dataclass(frozen=True)
class Conflict:
    """A field with more than one standing value. The last claim is the one that is shown."""

    kind: type[Record]
    record_id: UUID
    field: str
    claims: tuple[Claim, ...]


def conflicts(read: Reader) -> list[Conflict]:
    """Every disputed field of what is shown, by kind, record and field."""
    found = []
    for kind in KINDS:
        table = TABLES[kind]
        # A list of two in the JSON of the heads: the only place where it has a quote, a comma and a space in a row.
        several = select(table.c.id).where(cast(table.c.heads, String).like('%", "%')).order_by(table.c.id)
        for some in chunks(list(read.connection.scalars(several))):
            for record_id, entries in entries_of(read.connection, kind, some).items():
                for field, values in sorted(disputes(kind, entries).items()):
                    claims = tuple(_claim(read, record_id, cid, values[cid]) for cid in sorted(values))
                    found.append(Conflict(kind, record_id, field, claims))
    return found


def _claim(read: Reader, record_id: UUID, cid: str, value: Any) -> Claim:
    author = read.connection.scalar(
        select(change.c.author).where(change.c.record_id == record_id, change.c.cid == cid).limit(1)
    )
    return Claim(cid, value, author or "", moment_of(cid))

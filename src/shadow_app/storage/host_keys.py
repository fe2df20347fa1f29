"""The key list: who stands behind which pseudonym. It lies beside the log, on this computer only (`domain.md` §2.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timezone
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.change import Change
from shadow_app.domain.people import Host
from shadow_app.storage.own_tables import host_key
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import TABLES, fact

_host = TABLES[Host]
_FORGOTTEN = "names.forgotten"


class HostKey(NamedTuple):
    """One entry. `since`: when the name was written down here."""

    host_id: UUID
    visit_id: UUID
    name: str
    since: datetime


def keys(read: Reader) -> list[HostKey]:
    """The whole list, the oldest entry first."""
    rows = read.connection.execute(select(host_key).order_by(host_key.c.since, host_key.c.host_id))
    return [HostKey(**row._mapping) for row in rows]


def without_names(changes: Iterable[Change]) -> list[Change]:
    """Changes as this log may hold them: earlier versions wrote names of hosts into them, and still send them.

    The migration took them out of the own log in the same way, so that both sides hold the same change.
    """
    return [
        each.model_copy(update={"data": {field: value for field, value in each.data.items() if field != "name"}})
        if each.kind == Host.kind_name and each.data.get("name")
        else each
        for each in changes
    ]


def names(read: Reader) -> dict[UUID, str]:
    """Host → name, as far as it is known here; also names that an older version still sends."""
    sent = read.connection.execute(select(_host.c.id, _host.c.name).where(_host.c.name != ""))
    told = {row.id: row.name for row in sent}
    return told | {each.host_id: each.name for each in keys(read)}


def name_of(read: Reader, host_id: UUID) -> str:
    """Who it is; empty where this computer does not know."""
    return read.connection.scalar(select(host_key.c.name).where(host_key.c.host_id == host_id)) or ""


def keep(write: Reader, host_id: UUID, visit_id: UUID, name: str) -> None:
    """Write a name down, or another; an empty one takes the entry away, and SQLite overwrites it."""
    known = name_of(write, host_id)
    if not name:
        forget(write, [host_id] if known else [])
    elif name != known:
        _remember(write, forgotten(write) - {host_id})
        row = {"host_id": host_id, "visit_id": visit_id, "name": name, "since": datetime.now(timezone.utc)}
        write.connection.execute(upsert(host_key).on_conflict_do_update(index_elements=["host_id"], set_=row), row)


def forget(write: Reader, host_ids: Collection[UUID]) -> int:
    """Take entries away; how many there were. Whose they were is remembered by id, for backups hold the names still."""
    if not host_ids:
        return 0
    gone = write.connection.execute(delete(host_key).where(host_key.c.host_id.in_(list(host_ids))))
    _remember(write, forgotten(write) | set(host_ids))
    return int(gone.rowcount)


def forgotten(read: Reader) -> frozenset[UUID]:
    """The hosts whose names were taken off the list on this computer."""
    told = read.connection.scalar(select(fact.c.value).where(fact.c.name == _FORGOTTEN)) or ""
    return frozenset(UUID(each) for each in told.split())


def _remember(write: Reader, host_ids: frozenset[UUID]) -> None:
    if host_ids == forgotten(write):
        return
    row = {"name": _FORGOTTEN, "value": " ".join(sorted(each.hex for each in host_ids))}
    write.connection.execute(upsert(fact).on_conflict_do_update(index_elements=["name"], set_=row), row)

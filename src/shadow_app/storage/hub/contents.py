"""Pictures and released reports at the hub, by their hash and under the scope of what names them."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, select

from shadow_app.domain.released import Edition
from shadow_app.storage.contents import EDITION, PHOTO
from shadow_app.storage.erasing import named_in
from shadow_app.storage.hub.link import Hub
from shadow_app.storage.hub.outgoing import Rights
from shadow_app.storage.tables import TABLES, change

Place = tuple[UUID, str]
"""Scope and hash."""


def to_leave(hub: Hub, connection: Connection, rights: Rights) -> list[Place]:
    """What the log here names, this login may leave there, and the hub lacks."""
    query = select(change.c.scope, change.c.data).where(change.c.kind.in_((PHOTO, EDITION)), change.c.op == "put")
    named = {(row.scope, sha) for row in connection.execute(query) for sha in named_in(row.data)}
    mine = {each for each in named if rights.lead or each[0] in rights.scopes} if rights.devices else set()
    rows = hub.rows("SELECT scope, sha256 FROM shadow.blob WHERE sha256 = ANY (%s)", sorted({sha for _, sha in mine}))
    return sorted(mine - {(UUID(str(row[0])), row[1]) for row in rows})


def leave(hub: Hub, place: Place, data: bytes) -> None:
    """Leave one; leaving it twice is leaving it once."""
    query = "INSERT INTO shadow.blob (scope, sha256, data) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
    hub.run(query, str(place[0]), place[1], data)


def are_there(hub: Hub, hashes: Collection[str]) -> set[str]:
    """Which of these the hub has, where this login sees them."""
    return {row[0] for row in hub.rows("SELECT sha256 FROM shadow.blob WHERE sha256 = ANY (%s)", sorted(hashes))}


def fetch(hub: Hub, sha256: str) -> bytes | None:
    """One of them; whoever takes it checks the hash."""
    found = hub.value("SELECT data FROM shadow.blob WHERE sha256 = %s LIMIT 1", sha256)
    return None if found is None else bytes(found)


def drop_withdrawn(hub: Hub, connection: Connection) -> None:
    """What withdrawn reports were made of goes from the hub as well (`design.md` §5); the hub itself looks what."""
    table = TABLES[Edition]
    rows = connection.execute(
        select(table.c.content_sha256, table.c.pdf_sha256).where(table.c.withdrawn_at.is_not(None))
    )
    hashes = {sha for row in rows for sha in row if sha}
    if hashes and are_there(hub, hashes):
        hub.run("SELECT shadow.drop_unused()")

"""Photos, voice notes and released reports by their hash: what the log names, what is here, what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.change import Change
from shadow_app.domain.voice import VOICE_TYPE
from shadow_app.storage.erasing import contents_of, named_in
from shadow_app.storage.settle import chunks
from shadow_app.storage.tables import blob, change

PHOTO, EDITION = "attachment", "edition"


def named_by(changes: Iterable[Change]) -> dict[str, str]:
    """Hash → the kind that names it, of these changes."""
    told = (each for each in changes if each.op == "put" and each.kind in (PHOTO, EDITION))
    return {sha: each.kind for each in told for sha in named_in(each.data)}


def attached(connection: Connection) -> dict[str, set[bool]]:
    """Hash → whether the log's attachments of it are voice notes, photos, or (made up elsewhere) both."""
    found: dict[str, set[bool]] = {}
    query = select(change.c.data).where(change.c.kind == PHOTO, change.c.op == "put")
    for data in connection.scalars(query):
        for sha in named_in(data):
            found.setdefault(sha, set()).add(data.get("media_type") == VOICE_TYPE)
    return found


def sizes(connection: Connection, hashes: Iterable[str]) -> dict[str, int]:
    """Hash → bytes, of those that are here."""
    found: dict[str, int] = {}
    for some in chunks(sorted(set(hashes))):
        rows = connection.execute(select(blob.c.sha256, func.length(blob.c.data)).where(blob.c.sha256.in_(some)))
        found.update((row[0], row[1]) for row in rows)
    return found


def read(connection: Connection, sha256: str) -> bytes | None:
    """The content with this hash."""
    return connection.scalar(select(blob.c.data).where(blob.c.sha256 == sha256))


def all_named(connection: Connection) -> set[str]:
    """What the log names and nobody has erased."""
    return contents_of(connection)


def missing(connection: Connection) -> set[str]:
    """What the log names, nobody has erased, and is not here."""
    named = contents_of(connection)
    return named - sizes(connection, named).keys()


def keep(connection: Connection, sha256: str, data: bytes, thumbnail: bytes | None) -> None:
    """Keep content by its hash; keeping it twice is keeping it once."""
    connection.execute(upsert(blob).on_conflict_do_nothing(), {"sha256": sha256, "data": data, "thumbnail": thumbnail})

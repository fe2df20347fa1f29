"""What an erasure leaves behind in the file: words in the search index, pages in the write-ahead log, older copies.

`secure_delete` overwrites rows, but the index only marks its words as gone, until it is merged anew; and the log that
SQLite writes ahead keeps pages as they were, until it is taken over into the file and cut (`reliability.md` §5).
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from shadow_app.storage.tables import fact

LOOKED_AT = ".looked-at-"
"""How a copy of a store is named after it, of which a preview was asked; one that was cut short may leave it, with
what was erased since."""

_DUE = "scrubbing.due"
_NOTE = text("INSERT OR REPLACE INTO fact (name, value) VALUES (:name, 'yes')")


def will_scrub(connection: Connection) -> None:
    """Note, in the transaction that erases, that `scrub` is to follow; what cuts it short cannot make it forgotten."""
    connection.execute(_NOTE, {"name": _DUE})


def is_due(connection: Connection) -> bool:
    """Whether something was erased and its traces are not gone yet."""
    return connection.scalar(fact.select().where(fact.c.name == _DUE)) is not None


def scrub(connection: Connection, path: Path) -> bool:
    """Remove the traces of what was erased; whether all are gone, or somebody still reads what was there before.

    Args:
        connection: of the writer, outside of a transaction.
        path: of the store.
    """
    raw: Any = connection.connection.driver_connection
    raw.execute("INSERT INTO note_search(note_search) VALUES ('optimize')")
    for copy in path.parent.glob(f"{path.name}{LOOKED_AT}*"):
        with suppress(OSError):
            copy.unlink()
    if _cut(raw):
        raw.execute("DELETE FROM fact WHERE name = ?", (_DUE,))
        return True
    return False


def _cut(raw: Any) -> bool:
    busy, _pages, _taken_over = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy

"""Whether a store is in order: pages, links, log and index."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import text

from shadow_app.storage.engine import translated
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store


@dataclass(frozen=True)
class Health:
    """Counts of what is there, and a sentence for everything that is not as it should be."""

    schema: str
    device: str
    sqlite: str
    cipher: str
    notes: int
    visits: int
    changes: int
    photos: int
    complaints: tuple[str, ...]


def examine(store: Store, *, full: bool = False) -> Health:
    """Check without changing what is there. `full` reads every page; otherwise SQLite's quick check is made."""
    altered = altered_pages(store)
    with store.reading() as read:
        return Health(
            schema=_one(read, "SELECT version_num FROM alembic_version"),
            device=store.device,
            sqlite=_one(read, "SELECT sqlite_version()"),
            cipher=_one(read, "PRAGMA cipher_version"),
            notes=int(_one(read, "SELECT count(*) FROM observation WHERE removed = 0")),
            visits=int(_one(read, "SELECT count(*) FROM visit WHERE removed = 0")),
            changes=int(_one(read, "SELECT count(*) FROM change")),
            photos=int(_one(read, "SELECT count(*) FROM blob")),
            complaints=tuple(altered + _complaints(read, full)),
        )


def altered_pages(store: Store) -> list[str]:
    """A sentence for every page of the file whose seal does not fit its content."""
    with translated(store.path), closing(store.writer.raw_connection()) as connection:
        raw = connection.driver_connection
        assert raw is not None
        for _attempt in range(2):
            # The check reads the file alone, and of a checkpoint that was cut short the log holds the other half: so
            # it goes into the file first. Where somebody else is at it, a page may be caught half-written; look again.
            raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            altered = raw.execute("PRAGMA cipher_integrity_check").fetchall()
            if not altered:
                break
    return [f"A page of the file was altered or is damaged: {row[0]}." for row in altered]


def _complaints(read: Reader, full: bool) -> list[str]:
    database = _all(read, "PRAGMA integrity_check" if full else "PRAGMA quick_check")
    found = [f"The database is damaged: {row}." for row in database if row != "ok"]
    if _all(read, "PRAGMA foreign_key_check"):
        found.append("Some records point at others that are not there.")
    gaps = _all(read, _GAPS)
    if gaps:
        found.append(f"The change log has gaps in {len(gaps)} places: notes that were saved may be missing.")
    unlogged = _one(read, _UNLOGGED)
    if int(unlogged):
        found.append(f"{unlogged} notes are not in the change log: something wrote past the program.")
    unindexed = _one(read, _UNINDEXED)
    if int(unindexed):
        found.append(f"{unindexed} notes cannot be found by searching.")
    return found


_GAPS = "SELECT scope FROM change GROUP BY scope, device HAVING max(seq) <> count(*) OR min(seq) <> 1"
_UNLOGGED = "SELECT count(*) FROM observation o WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.record_id = o.id)"
_UNINDEXED = "SELECT (SELECT count(*) FROM observation WHERE removed = 0) - (SELECT count(*) FROM note_search)"


def _one(read: Reader, question: str) -> str:
    return str(read.connection.execute(text(question)).scalar_one())


def _all(read: Reader, question: str) -> list[str]:
    return [str(row[0]) for row in read.connection.execute(text(question))]

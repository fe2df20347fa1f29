"""Whether a store is in order: pages, links, log and index."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import select, text

from shadow_app.domain.language import say
from shadow_app.storage.engine import translated
from shadow_app.storage.last_saved import MISSING
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import fact, metadata

if TYPE_CHECKING:
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


@dataclass(frozen=True)
class Counts:
    """How many rows each table of a store or of a backup has, and the last row of its log."""

    tables: dict[str, int]
    newest_row: int
    removed: dict[str, int] = field(default_factory=dict, compare=False)
    """How many rows of `observation` and `visit` were taken back, which nobody is shown any more."""

    @property
    def notes(self) -> int:
        """How many notes somebody would see."""
        return self._shown("observation")

    @property
    def visits(self) -> int:
        """How many visits somebody would see."""
        return self._shown("visit")

    def _shown(self, table: str) -> int:
        return self.tables.get(table, 0) - self.removed.get(table, 0)

    @property
    def changes(self) -> int:
        """How many changes its log has."""
        return self.tables.get("change", 0)

    @property
    def photos(self) -> int:
        """How many photos and released reports there are."""
        return self.tables.get("blob", 0)


def examine(store: Store, *, full: bool = False) -> Health:
    """Check without changing what is there. `full` reads every page; otherwise SQLite's quick check is made."""
    complaints = damage_of(store, full=full)
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
            complaints=tuple(complaints + _complaints(read)),
        )


def damage_of(store: Store, *, full: bool = False) -> list[str]:
    """A sentence for everything in which an open store's file is not what was written to it."""
    with translated(store.path), closing(store.writer.raw_connection()) as connection:
        return damage(connection.driver_connection, full=full)


def damage(raw: Any, *, full: bool) -> list[str]:
    """A sentence for everything in which a file is not what was written to it.

    Args:
        raw: a keyed driver connection.
        full: SQLite's whole check and not its quick one.
    """
    for _attempt in range(2):
        # The check reads the file alone, and of a checkpoint that was cut short the log holds the other half: so it
        # goes into the file first. Where somebody else is at it, a page may be caught half-written; look again.
        raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        pages = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        if not pages:
            break
    try:
        database = raw.execute("PRAGMA integrity_check" if full else "PRAGMA quick_check").fetchall()
    except sqlcipher.DatabaseError as error:
        if not pages and "malformed" not in str(error):
            raise
        database = [(str(error),)]
    found = [say("A page of the file was altered or is damaged: {row}.", row=row[0]) for row in pages]
    return found + [say("The database is damaged: {row}.", row=row[0]) for row in database if row[0] != "ok"]


def counts(raw: Any) -> Counts:
    """Count the rows of every table that the program knows, over a keyed driver connection."""
    there = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    names = sorted(there & metadata.tables.keys())
    tables = {name: int(raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}
    newest = raw.execute("SELECT max(row) FROM change").fetchone()[0] if "change" in there else 0
    removed = {
        name: int(raw.execute(f'SELECT count(*) FROM "{name}" WHERE removed <> 0').fetchone()[0])
        for name in ("observation", "visit")
        if name in tables
    }
    return Counts(tables, newest or 0, removed)


def _complaints(read: Reader) -> list[str]:
    found = []
    if _all(read, "PRAGMA foreign_key_check"):
        found.append(say("Some records point at others that are not there."))
    gaps = _all(read, _GAPS)
    if gaps:
        found.append(
            say(
                "The change log has gaps in {gaps:|place|places}: notes that were saved may be missing.", gaps=len(gaps)
            )
        )
    unlogged = _one(read, _UNLOGGED)
    if int(unlogged):
        found.append(
            say(
                "{unlogged:|note is|notes are} not in the change log: something wrote past the program.",
                unlogged=unlogged,
            )
        )
    unindexed = _one(read, _UNINDEXED)
    if int(unindexed):
        found.append(say("{unindexed:|note|notes} cannot be found by searching.", unindexed=unindexed))
    missing = missing_words(read)
    return found + ([missing] if missing else [])


def missing_words(read: Reader) -> str:
    """A sentence if changes that were once saved are missing, and nobody has said that this is known; else ""."""
    found = read.connection.scalar(select(fact.c.value).where(fact.c.name == MISSING))
    if not found:
        return ""
    count, day = found.split()
    return say(
        "At least {int:,|change that was saved is|changes that were saved are} not in the store "
        "any more; it was noticed on "
        "{day}. `shadow-app backup salvage` looks for them, `shadow-app doctor --noted` says that "
        "you know of it.",
        int=int(count),
        day=day,
    )


_GAPS = "SELECT scope FROM change GROUP BY scope, device HAVING max(seq) <> count(*) OR min(seq) <> 1"
_UNLOGGED = "SELECT count(*) FROM observation o WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.record_id = o.id)"
_UNINDEXED = "SELECT (SELECT count(*) FROM observation WHERE removed = 0) - (SELECT count(*) FROM note_search)"


def _one(read: Reader, question: str) -> str:
    return str(read.connection.execute(text(question)).scalar_one())


def _all(read: Reader, question: str) -> list[str]:
    return [str(row[0]) for row in read.connection.execute(text(question))]

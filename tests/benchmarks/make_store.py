"""Fills a store with made-up notes by a shortcut that only the benchmark may take.

The program writes one action at a time through its unit of work. Here rows, changes, search rows and stale marks go in
by the thousand, in the shapes that the unit of work gives them; `storage.health.examine` must find nothing to complain
of, or no store is handed out. A finished store stays in the system's temporary folder for the next run, under a name
that changes with the schema and with everything that makes the data.
"""

from __future__ import annotations

import getpass
import hashlib
import shutil
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from benchmarks import words, world
from benchmarks.world import NOTES_PER_VISIT, Noted, World
from shadow_app.domain.change import ALL_FIELDS, Change
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record, new_id
from shadow_app.domain.visit import Visit
from shadow_app.insight.withdrawn import shown_words
from shadow_app.insight.word_counts import Counts, delta_of
from shadow_app.storage import columns, derived, learning, tables
from shadow_app.storage.health import examine
from shadow_app.storage.prepared import insertion
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES, change, learnt, learnt_from, to_learn
from shadow_app.storage.tallies import forget_sums

KEY = bytes(range(32))
"""Of stores that hold nothing but made-up words."""

LEARNT = 30_000
"""How many corrections the suggester has learnt; the tags beyond that still wait in `to_learn`."""

_AT_ONCE = 50_000
"""Changes; beyond a hundred thousand notes each transaction costs the pages that it touches twice over."""

_AUTHOR = "Benchmark"


class Shelf:
    """Rows that wait to be written, in the shapes that the unit of work and the change log give them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._records: dict[type[Record], list[dict[str, Any]]] = defaultdict(list)
        self._changes: list[dict[str, Any]] = []
        self._search: list[dict[str, Any]] = []
        self._numbers: dict[UUID, int] = defaultdict(int)
        self._tick = 0
        self._notes = 0

    def put(self, record: Record, action: UUID, label: str, tick: int = 0) -> None:
        """Shelve a new record with its change; `tick` is when, in milliseconds since 1970."""
        self._tick = max(self._tick + 1, tick << 16)
        self._numbers[record.scope] += 1
        cid = f"{self._tick:016x}{self._store.device}"
        # Not validated: that takes as long as all the rest, and `examine` looks at what was made.
        entry = Change.model_construct(
            scope=record.scope,
            device=self._store.device,
            seq=self._numbers[record.scope],
            cid=cid,
            kind=record.kind_name,
            record_id=record.id,
            data=record.model_dump(mode="json", exclude_defaults=True, exclude={"id"}),
            replaces={},
            author=_AUTHOR,
            action=action,
            label=label,
        )
        if isinstance(record, Observation):
            self._notes += 1
            self._search.append({"row": self._notes, "words": shown_words(record, ())})
        self._records[type(record)].append({**vars(record), "heads": {ALL_FIELDS: [cid]}})
        self._changes.append(vars(entry))

    def note(self, noted: Noted) -> None:
        """Shelve a note with what hangs on it, as one action."""
        action, tick = new_id(), int(noted.note.at.timestamp() * 1000)
        for record in (noted.note, *noted.tags, *noted.members):
            self.put(record, action, "Note saved", tick)

    def flush(self, at_least: int = 0) -> None:
        """Write what is shelved, if it is that much."""
        if len(self._changes) < max(at_least, 1):
            return
        with self._store.maintaining() as write:
            for kind in KINDS:
                # Each table gives its own rows their numbers, in this order: the search index goes by them.
                insertion(TABLES[kind]).run_many(write.connection, self._records[kind])
            insertion(change).run_many(write.connection, self._changes)
            if self._search:
                write.connection.execute(
                    text("INSERT INTO note_search(rowid, words) VALUES (:row, :words)"), self._search
                )
        self._records.clear()
        self._changes.clear()
        self._search.clear()


def fill(store: Store, notes: int, made: World | None = None) -> World:
    """Write so many notes into an empty store, with everything they stand on."""
    made = made or World()
    shelf, corrections = Shelf(store), Corrections()
    _synced(store, "OFF")  # what is lost in a power cut is made again
    action = new_id()
    for record in made.ground():
        shelf.put(record, action, "Firm set up", int(world.FIRST_DAY.timestamp() * 1000))
    visits = -(-notes // NOTES_PER_VISIT)
    for number in range(visits):
        visit = made.visit(number, visits)
        action = new_id()
        for record in (visit, *made.answers(visit, number)):
            shelf.put(record, action, "Visit planned", int(visit.starts_at.timestamp() * 1000))
        for place in range(min(NOTES_PER_VISIT, notes - number * NOTES_PER_VISIT)):
            noted = made.noted(visit, place)
            shelf.note(noted)
            corrections.take(noted)
        shelf.flush(_AT_ONCE)
    shelf.flush()
    with store.maintaining() as write:
        corrections.write(write.connection)
    mark_all_stale(store)
    _synced(store, "FULL")
    return made


def _synced(store: Store, how: str) -> None:
    with store.writer.connect() as connection:
        connection.connection.driver_connection.execute(f"PRAGMA synchronous = {how}")  # type: ignore[union-attr]


class Corrections:
    """The first confirmed tags as what the suggester has learnt, the others as what it has still to learn."""

    def __init__(self) -> None:
        self._counts = Counts()
        self._taught: list[dict[str, Any]] = []
        self._waiting: list[dict[str, Any]] = []

    def take(self, noted: Noted) -> None:
        """Learn from a note's tags."""
        if len(self._taught) >= LEARNT:
            self._waiting += [{"observation_id": noted.note.id}] if noted.tags else []
            return
        for tag in noted.tags:
            self._counts.add(delta_of(noted.note.text, tag.service_id))
            row = {"tag_id": tag.id, "observation_id": noted.note.id, "service_id": tag.service_id}
            self._taught.append({**row, "text": noted.note.text})

    def write(self, connection: Connection) -> None:
        """Into the tables that `storage.learning` keeps."""
        counted = [
            {"service_id": row.service_id, "feature": row.feature, "half_units": round(2 * row.weight)}
            for row in self._counts.rows()
        ]
        for table, rows in ((learnt, counted), (learnt_from, self._taught), (to_learn, self._waiting)):
            insertion(table).run_many(connection, rows)
        learning.add_up(connection)


def mark_all_stale(store: Store) -> None:
    """Every visit as if nothing had ever been added up."""
    with store.maintaining() as write:
        forget_sums(write.connection)


def made_store(notes: int) -> Path:
    """The path of a sound store of so many notes, made now or by an earlier run.

    Raises:
        RuntimeError: what was made is not in order, so nothing measured on it would mean anything.
    """
    folder = Path(tempfile.gettempdir()) / f"shadow-bench-{getpass.getuser()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{_fingerprint()}-{notes}.db"
    if path.is_file():
        return path
    with tempfile.TemporaryDirectory(dir=folder) as work:
        fresh = Path(work) / "store.db"
        store = Store(fresh, KEY, author=_AUTHOR)
        try:
            fill(store, notes)
            health = examine(store)
        finally:
            store.close()
        if health.complaints or health.notes != notes:
            raise RuntimeError(f"The made-up store is not in order: {health}")
        fresh.replace(path)
    return path


def copied(path: Path, folder: Path, name: str) -> Path:
    """A copy that may be written to."""
    return Path(shutil.copyfile(path, folder / name))


def last_visit(store: Store) -> Visit:
    """The visit that is still live."""
    with store.reading() as read:
        return read.where(Visit, "starts_at")[-1]


def _fingerprint() -> str:
    rooms = (Path(tables.__file__).parent, Path(tables.__file__).parents[1] / "domain")
    storage = [Path(module.__file__ or "") for module in (tables, columns, derived)]
    sources = [*storage, *rooms[0].glob("migrations/**/*.py"), *rooms[1].glob("*.py"), Path(__file__)]
    sources += [Path(words.__file__), Path(world.__file__), *words.DEMO.glob("*notes*")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(sources))).hexdigest()[:16]

"""Enter → on disk, and key → chips (`design.md` §7)."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from typing import Any
from uuid import UUID

from benchmarks.make_store import KEY, copied, last_visit
from benchmarks.measure import Bench, Row, limit_row, ratio_row
from benchmarks.world import World
from shadow_app.domain.organisation import Role
from shadow_app.domain.service import Service
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.insight.withdrawn import shown_words
from shadow_app.storage.engine import connect
from shadow_app.storage.store import Store
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.suggesting import Suggesting

Rows = dict[str, list[tuple[Any, ...]]]
_NOTED = ("observation", "service_tag", "change")


def enter(bench: Bench) -> Iterator[Row]:
    """`Capture.note` against the driver alone inserting the same values into a copy of the same store."""
    ours, theirs = copied(bench.small, bench.work, "ours.db"), copied(bench.small, bench.work, "bare.db")
    store, bare, look = Store(ours, KEY, author="Ann"), Bare(connect(theirs, KEY)), connect(ours, KEY)
    try:
        capture, visit = Capture(store), last_visit(store)
        with store.reading() as read:
            lexicon = Lexicon(read.where(Service), read.where(Role))
        made = World(seed=11)
        entries = [parse(made.line(), lexicon) for _ in range(bench.times(400) + 20)]
        mine: list[float] = []
        other: list[float] = []
        for entry in entries:
            typed_at = datetime.now(timezone.utc)
            start = time.perf_counter()
            note = capture.note(visit.id, entry, typed_at)
            mine.append(time.perf_counter() - start)
            rows, words = _written(look, note.id), shown_words(note, ())
            start = time.perf_counter()
            bare.write(rows, words)
            other.append(time.perf_counter() - start)
    finally:
        for open_one in (look, bare.raw, store):
            open_one.close()
    against = "bare sqlcipher3, same rows"
    yield ratio_row("enter", "Enter → on disk, one tagged note", mine[20:], other[20:], against, 2)


class Bare:
    """What nobody can go below: prepared inserts on one connection, the same values, the same pragmas."""

    def __init__(self, raw: Any) -> None:
        self.raw = raw
        names = {table: _columns(raw, table) for table in _NOTED}
        self._inserts = {
            table: f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
            for table, columns in names.items()
        }

    def write(self, rows: Rows, words: str) -> None:
        """One transaction: record rows, change rows, the search row; synced."""
        execute = self.raw.execute
        execute("BEGIN IMMEDIATE")
        for table in _NOTED:
            for row in rows[table]:
                execute(self._inserts[table], row)
        execute("INSERT INTO note_search(rowid, words) VALUES (?, ?)", (rows["observation"][0][0], words))
        execute("COMMIT")


def _written(raw: Any, note_id: UUID) -> Rows:
    """What the program has written for one note, to the last bit."""
    key = (note_id.bytes,)
    (action,) = raw.execute("SELECT action FROM change WHERE record_id = ?", key).fetchone()
    wanted = {"observation": ("id", key), "service_tag": ("observation_id", key), "change": ("action", (action,))}
    return {
        table: raw.execute(
            f"SELECT {', '.join(_columns(raw, table))} FROM {table} WHERE {column} = ? ORDER BY row", value
        ).fetchall()
        for table, (column, value) in wanted.items()
    }


def _columns(raw: Any, table: str) -> list[str]:
    """Quoted names, the private row number first, as the schema has it."""
    return [f'"{row[1]}"' for row in raw.execute(f"PRAGMA table_info({table})")]


def keys(bench: Bench) -> Iterator[Row]:
    """Every key of lines as they are typed: the line is parsed and the services are guessed."""
    store = Store(bench.large, KEY)
    try:
        with store.reading() as read:
            lexicon = Lexicon(read.where(Service), read.where(Role))
        suggesting = Suggesting(store)
        suggesting.reload()
        made = World(seed=11)
        samples = [moment for _ in range(bench.times(60)) for moment in _typed(made.line(), lexicon, suggesting)]
        with store.reading() as read:
            services = len(read.where(Service))
            learnt = read.connection.exec_driver_sql("SELECT count(*) FROM learnt_from").scalar_one()
    finally:
        store.close()
    what = f"key → chips, {services} services, {learnt:,} corrections"
    yield limit_row("keys", what, samples, 0.99, 0.016)


def _typed(line: str, lexicon: Lexicon, suggesting: Suggesting) -> Sequence[float]:
    taken = []
    for end in range(1, len(line) + 1):
        start = time.perf_counter()
        entry = parse(line[:end], lexicon)
        suggesting.suggest(entry.text)
        taken.append(time.perf_counter() - start)
    return taken

"""Taking in what others wrote (`design.md` §7, `reliability.md` §3.5): speed, size, and whom it keeps waiting."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.make_store import KEY
from benchmarks.measure import MISS, OK, Bench, Row, in_turn, limit_row, ratio_row, seconds, shown
from benchmarks.merging import changes_of_others
from shadow_app.domain.change import Change
from shadow_app.domain.observation import Observation
from shadow_app.insight.withdrawn import shown_words
from shadow_app.storage.absorb import absorb
from shadow_app.storage.engine import connect
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES
from shadow_app.usecases.exchange import Exchange

BYTES = 60
"""Of one change, compressed (`design.md` §5)."""

Rows = dict[str, list[tuple[Any, ...]]]


def merge(bench: Bench) -> Iterator[Row]:
    """A hand-over file of `bench.notes` changes into an empty store, against the bare driver and the same rows."""
    path = bench.work / "merge.shadow"
    yield from _handed_over(bench, path)
    with _fresh(bench.work, "looking") as looking:
        start = time.perf_counter()
        seen = Exchange(looking).preview(path)
        took = time.perf_counter() - start
    many = seen.fresh
    yield limit_row("merge", f"  preview of {many:,} changes, Enter does not wait", [took])
    with _fresh(bench.work, "once") as once:
        Exchange(once).take(seen, accept=True)
        rows, words = _rows(once)
        yield limit_row("merge", "  the same once more", [seconds(partial(Exchange(once).take, seen, accept=True))])
        yield limit_row("merge", "  1,000 new into them", [_more(once)])
        yield limit_row("merge", "  tables against the log, Enter does not wait", [seconds(Exchange(once).differences)])
    ours, theirs = in_turn(
        partial(_taken, bench.work, seen), partial(_bare, bench.work, rows, words), bench.times(3), warm=False
    )
    yield ratio_row("merge", f"merge {many:,} changes", ours, theirs, "bare inserts of the same", 5)
    yield limit_row("merge", "  as one transaction: Enter waits for", [statistics.median(ours)])
    yield from _shared_folder(bench, path)


def _handed_over(bench: Bench, path: Path) -> Iterator[Row]:
    """Make the file; what it costs and how large it is."""
    with _fresh(bench.work, "source") as source:
        with source.maintaining() as write:
            made = list(changes_of_others(bench.notes))
            absorb(write.connection, made, own_device=source.device, sender=made[0].device)
            del made
        start = time.perf_counter()
        sent = Exchange(source).send(path)
        took = time.perf_counter() - start
    each = sent.size / sent.changes
    yield limit_row("merge", f"  pack {sent.changes:,} changes", [took])
    verdict = OK if each <= BYTES else MISS
    yield Row("merge", "  bytes of a change, packed", f"{each:.1f}", "", None, f"≤ {BYTES}", verdict, {"bytes": each})


def _taken(work: Path, seen: Any) -> None:
    with _fresh(work, "ours") as store:
        Exchange(store).take(seen, accept=True)


def _more(store: Store) -> float:
    """Seconds for a thousand changes of another laptop on top of a large store that has what they stand on."""
    came = list(changes_of_others(1_000, seed=12, device="ad" * 8))

    def take(some: list[Change]) -> None:
        with store.maintaining() as write:
            absorb(write.connection, some, own_device=store.device, sender="ad" * 8)

    take(came[:-1_000])
    return seconds(partial(take, came[-1_000:]))


def _rows(store: Store) -> tuple[Rows, list[tuple[int, str]]]:
    """Everything that taking it has written: the log, the records, the search rows."""
    raw = connect(store.path, KEY)
    try:
        names = ("change", *(table.name for table in TABLES.values()))
        found = {name: raw.execute(f'SELECT * FROM {name} ORDER BY "row"').fetchall() for name in names}
    finally:
        raw.close()
    with store.reading() as read:
        words = [shown_words(note, ()) for note in read.where(Observation, removed=True)]
    return found, list(enumerate(words, 1))


def _bare(work: Path, rows: Rows, words: list[tuple[int, str]]) -> None:
    """What nobody can go below: one transaction of prepared inserts, the same values, the same pragmas."""
    with _fresh(work, "bare") as store:
        raw = connect(store.path, KEY)
        try:
            raw.execute("BEGIN IMMEDIATE")
            for name, lines in rows.items():
                if lines:
                    raw.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(lines[0]))})", lines)
            raw.executemany("INSERT INTO note_search(rowid, words) VALUES (?, ?)", words)
            raw.execute("COMMIT")
        finally:
            raw.close()


def _shared_folder(bench: Bench, path: Path) -> Iterator[Row]:
    """A laptop that joins late: everything through a folder, and how long one transaction lasts meanwhile."""
    shared = bench.work / "shared"
    shared.mkdir()
    with _fresh(bench.work, "giver") as giver, _fresh(bench.work, "late") as late:
        Exchange(giver).take(Exchange(giver).preview(path), accept=True)
        left = seconds(partial(Exchange(giver).sync_at, str(shared)))
        held: list[float] = []
        with _timed(late, held):
            took = seconds(partial(Exchange(late).sync_at, str(shared), [giver.device]))
    yield Row("merge", "  all of it through a folder", shown(took), f"{shown(left)} to leave it there")
    yield limit_row("merge", "    of it one transaction, for which Enter waits", held or [0.0], 0.99)


@contextmanager
def _timed(store: Store, held: list[float]) -> Iterator[None]:
    """How long each transaction of the writer lasts."""
    original = store.maintaining

    @contextmanager
    def timed() -> Iterator[Any]:
        with original() as write:
            start = time.perf_counter()
            yield write
        held.append(time.perf_counter() - start)

    store.maintaining = timed  # type: ignore[method-assign]
    yield


@contextmanager
def _fresh(work: Path, name: str) -> Iterator[Store]:
    """An empty store that is gone afterwards; its name is none that another measurement has left."""
    path = work / f"merge-{name}.db"
    store = Store(path, KEY, author=name)
    try:
        yield store
    finally:
        store.close()
        for each in work.glob(f"{path.name}*"):
            each.unlink()

"""The inbox: its first page, all of it, searches, filters, a service named in a thousand notes (`design.md` §7)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from uuid import UUID

from sqlalchemy import text

from benchmarks.make_store import KEY, copied
from benchmarks.measure import Bench, Row, in_turn, limit_row, ratio_row, seconds
from shadow_app.domain.record import new_id
from shadow_app.insight.inbox_card import Sort
from shadow_app.storage.store import Store
from shadow_app.usecases.reviewing import Reviewing

BULK = 1_000

_SEARCHES = ("printer", "the", "scan", "log in", "printer jam", "wlan cold", "mail", "password", "slow gate", "lab")
_FILTERS = ("is:untagged", "state:ready", "kind:pain state:draft", "is:ungrouped", "service:none", "visit:V0001")


def inbox(bench: Bench) -> Iterator[Row]:
    """Everything that a lead waits for on the Review page."""
    small = Store(bench.small, KEY)
    try:
        for notes, path in bench.sizes:
            large = Store(path, KEY)
            try:
                yield from _pages(bench, notes, large, small)
                yield from _whole(bench, notes, large)
            finally:
                large.close()
    finally:
        small.close()
    yield _bulk(bench)


def _pages(bench: Bench, notes: int, large: Store, small: Store) -> Iterator[Row]:
    ours, theirs = Reviewing(large), Reviewing(small)
    mine, other = in_turn(partial(_first, ours, ""), partial(_first, theirs, ""), bench.times(25))
    yield ratio_row("inbox", f"inbox of {notes:,} notes, first page", mine, other, "in the small store", 1.5)
    limit = 0.1 if notes <= 100_000 else None
    for what, lines in (("search", _SEARCHES), ("filter", _FILTERS)):
        samples = [_measured(ours, line) for _ in range(bench.times(5)) for line in lines]
        waited, busy = zip(*samples, strict=True)
        yield limit_row("inbox", f"  {what} among {notes:,}, first page", waited, 0.95, limit, processor=busy)


def _whole(bench: Bench, notes: int, large: Store) -> Iterator[Row]:
    reviewing = Reviewing(large)
    for line, sort in (("", Sort.NEEDS), ("", Sort.DAMAGE), ("is:untagged", Sort.NEEDS)):
        asked = reviewing.understand(line)
        samples = [seconds(partial(reviewing.inbox, asked, sort)) for _ in range(bench.times(7))]
        yield limit_row("inbox", f"  all rows of {notes:,}, {line or 'no filter'}, {sort.value} (background)", samples)
    asked = reviewing.understand("")
    samples = [seconds(partial(reviewing.counts, asked)) for _ in range(bench.times(7))]
    yield limit_row("inbox", f"  counts over {notes:,} (background)", samples)


def _measured(reviewing: Reviewing, line: str) -> tuple[float, float]:
    """Seconds that somebody waits, and that the processor is busy with it."""
    start, busy = time.perf_counter(), time.process_time()
    _first(reviewing, line)
    return time.perf_counter() - start, time.process_time() - busy


def _first(reviewing: Reviewing, line: str) -> None:
    reviewing.first_page(reviewing.understand(line))


def _bulk(bench: Bench) -> Row:
    """Name a service in a thousand notes, against the same rows, changes and marks inserted bare, one by one.

    One transaction on both sides, so the budget is that of a merge, not that of Enter, whose sync outweighs the rest.
    """
    store = Store(copied(bench.large, bench.work, "bulk.db"), KEY)
    try:
        reviewing = Reviewing(store)
        ids = reviewing.ids(reviewing.inbox(reviewing.understand("kind:context service:none"))[:BULK])
        services = [each.id for each in reviewing.services()]
        ours, theirs = [], []
        for number in range(bench.times(5)):
            service_id = services[number % len(services)]
            ours.append(seconds(partial(reviewing.tag, ids, service_id)))
            written = _written(store, service_id)
            theirs.append(_bare(store, written))
    finally:
        store.close()
    return ratio_row("inbox", f"name a service in {len(ids):,} notes", ours, theirs, "bare inserts of the same", 5.0)


def _written(store: Store, service_id: UUID) -> dict[str, list[tuple[object, ...]]]:
    """What naming it has just written, to be written once more by hand."""
    with store.reading() as read:
        action = read.connection.scalar(text('SELECT action FROM change ORDER BY "row" DESC LIMIT 1'))
        changes = read.connection.execute(text("SELECT * FROM change WHERE action = :a"), {"a": action}).all()
        newest = 'SELECT max("row") FROM service_tag'
        tags = read.connection.execute(
            text(f'SELECT * FROM service_tag WHERE service_id = :s AND "row" > ({newest}) - :n'),
            {"s": service_id.bytes, "n": len(changes)},
        ).all()
    return {"change": [tuple(row) for row in changes], "service_tag": [tuple(row) for row in tags]}


def _bare(store: Store, written: dict[str, list[tuple[object, ...]]]) -> float:
    """Seconds for the same rows in one transaction of the bare driver; rolled back afterwards."""
    with store.writer.connect() as connection, connection.begin() as transaction:
        raw = connection.connection.driver_connection
        assert raw is not None
        names = {name: [each[1] for each in raw.execute(f"PRAGMA table_info({name})")] for name in written}
        fresh = {name: [_renamed(names[name], row) for row in rows] for name, rows in written.items()}
        visits = {row[names["service_tag"].index("visit_id")] for row in fresh["service_tag"]}
        start = time.perf_counter()
        for name, rows in fresh.items():
            sql = f"INSERT INTO {name} VALUES ({', '.join('?' * len(names[name]))})"
            for row in rows:
                raw.execute(sql, row)
        for row in fresh["service_tag"]:
            note = row[names["service_tag"].index("observation_id")]
            raw.execute("INSERT OR IGNORE INTO to_learn VALUES (?)", (note,))
        for visit in visits:
            raw.execute("INSERT OR IGNORE INTO stale_visit VALUES (?)", (visit,))
        transaction.commit()
        taken = time.perf_counter() - start
    _tidy(store, fresh, names)
    return taken


def _renamed(names: list[str], row: tuple[object, ...]) -> tuple[object, ...]:
    """The same row under another identity, so that it can stand beside the first."""
    fresh = dict(zip(names, row, strict=True)) | {"row": None}
    if "id" in fresh:
        fresh["id"] = new_id().bytes
    else:
        fresh |= {"cid": f"{new_id().hex[:16]}00000000000000be", "device": "00000000000000be"}
    return tuple(fresh.values())


def _tidy(store: Store, fresh: dict[str, list[tuple[object, ...]]], names: dict[str, list[str]]) -> None:
    place = names["service_tag"].index("id")
    with store.maintaining() as write:
        raw = write.connection.connection.driver_connection
        assert raw is not None
        raw.execute("DELETE FROM change WHERE device = '00000000000000be'")
        raw.executemany("DELETE FROM service_tag WHERE id = ?", [(row[place],) for row in fresh["service_tag"]])

"""Ranking the services (`design.md` §7): order and means; the ranges follow in the background."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.make_store import KEY, last_visit, mark_all_stale
from benchmarks.measure import Bench, Row, limit_row, seconds
from shadow_app.storage.store import Store
from shadow_app.storage.tally_tables import stale_visit
from shadow_app.usecases.prioritising import Prioritising

_ALLOWED = ((100_000, 0.5), (1_000_000, 2.0))


def rank(bench: Bench) -> Iterator[Row]:
    """The first sums over everything, the sums after one visit's notes, and the ranking itself."""
    for notes, path in bench.sizes:
        store = Store(path, KEY)
        try:
            prioritising = Prioritising(store)
            first, after = [], []
            for _ in range(bench.times(2)):
                mark_all_stale(store)
                first.append(seconds(prioritising.refresh))
            for _ in range(bench.times(5)):
                _touch(store)
                after.append(seconds(prioritising.refresh))
            assert prioritising.ranking().costs
            whole, whole_busy = _several(prioritising.ranking, bench.times(9))
            unit = next(iter(prioritising.ranking().ground.sites.values())).unit_id
            fenced, fenced_busy = _several(partial(prioritising.ranking, unit), bench.times(9))
        finally:
            store.close()
        allowed = next((most for size, most in _ALLOWED if notes <= size), None)
        yield limit_row(
            "rank", f"rank services over {notes:,} notes, all units", whole, most=allowed, processor=whole_busy
        )
        yield limit_row("rank", "  the same for one of eight units", fenced, most=allowed, processor=fenced_busy)
        yield limit_row("rank", "  before it, after one visit was touched: its sums", after)
        yield limit_row("rank", f"  once, after an import: the sums of all {notes:,}", first)


def _several(act: Callable[[], object], times: int) -> tuple[list[float], list[float]]:
    """Seconds, and seconds of processor, of so many calls."""
    passed, busy = [], []
    for _ in range(times):
        before = time.process_time()
        passed.append(seconds(act))
        busy.append(time.process_time() - before)
    return passed, busy


def _touch(store: Store) -> None:
    visit = last_visit(store)
    with store.maintaining() as write:
        write.connection.execute(stale_visit.insert(), {"visit_id": visit.id})

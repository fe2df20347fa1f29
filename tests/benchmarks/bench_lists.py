"""Opening, searching, and finding similar notes (`design.md` §7)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import text

from benchmarks.make_store import KEY
from benchmarks.measure import Bench, Row, in_turn, limit_row, ratio_row
from shadow_app.domain.observation import ServiceTag
from shadow_app.storage.listings import newest_note_rows, notes_by_row
from shadow_app.storage.repository import Reader
from shadow_app.storage.search import find_notes
from shadow_app.storage.store import Store
from shadow_app.usecases.suggesting import Suggesting

_SHORTEST = 3


def opening(bench: Bench) -> Iterator[Row]:
    """Open the store and read the newest page, against the same in the small store."""
    for notes, path in bench.sizes:
        ours, theirs = in_turn(partial(_opened, path), partial(_opened, bench.small), bench.times(25))
        what = f"open a store of {notes:,} notes, newest page"
        yield ratio_row("open", what, ours, theirs, "in the small store", 1.5)


def _opened(path: Path) -> None:
    store = Store(path, KEY)
    try:
        with store.reading() as read:
            assert notes_by_row(read, newest_note_rows(read))
    finally:
        store.close()


def search(bench: Bench) -> Iterator[Row]:
    """The first page of what is found, for words and beginnings of words, common and rare, alone and in pairs."""
    for notes, path in bench.sizes:
        store = Store(path, KEY)
        try:
            with store.reading() as read:
                questions = _questions(read)
            samples = {kind: [_asked(store, each) for each in asked] for kind, asked in questions.items()}
        finally:
            store.close()
        whole = [moment for each in samples.values() for moment in each]
        limit = 0.1 if notes <= 100_000 else None
        yield limit_row("search", f"search {notes:,} notes, first page, all kinds", whole, 0.95, limit)
        for kind, each in samples.items():
            yield limit_row("search", f"  of these: {kind}", each, 0.95, limit)


def _asked(store: Store, words: str) -> float:
    start = time.perf_counter()
    with store.reading() as read:
        notes_by_row(read, find_notes(read, words))
    return time.perf_counter() - start


def _questions(read: Reader) -> dict[str, list[str]]:
    """Twenty of each kind, chosen by how many notes hold them."""
    counted = read.connection.execute(text("SELECT term, doc FROM note_words"))
    known = {term: doc for term, doc in counted if len(term) >= _SHORTEST and term.isalpha()}
    starts: dict[str, int] = {}
    for term, doc in known.items():
        for length in (3, 4, 5):
            if len(term) > length:
                starts[term[:length]] = starts.get(term[:length], 0) + doc
    by_count = sorted(known, key=lambda term: -known[term])
    by_start = sorted(starts, key=lambda start: -starts[start])
    random = Random(5)

    def some(from_these: list[str]) -> list[str]:
        return random.sample(from_these, min(20, len(from_these)))

    common, rare = some(by_count[:60]), some(by_count[len(by_count) // 3 :])
    return {
        "common words": common,
        "rare words": rare,
        "common beginnings": some(by_start[:60]),
        "rare beginnings": some(by_start[len(by_start) // 3 :]),
        "two common words": [f"{one} {two}" for one, two in zip(common, some(by_start[:60]), strict=False)],
        "common and rare": [f"{one} {two}" for one, two in zip(common, rare, strict=False)],
        "two rare words": [f"{one} {two}" for one, two in zip(rare, some(by_count[-5_000:]), strict=False)],
    }


def similar(bench: Bench) -> Iterator[Row]:
    """Notes like one that is there already, chosen at random."""
    for notes, path in bench.sizes:
        store = Store(path, KEY)
        try:
            suggesting = Suggesting(store)
            samples = [
                _compared(store, suggesting, row) for row in Random(6).sample(range(1, notes + 1), bench.times(200))
            ]
        finally:
            store.close()
        yield limit_row("similar", f"similar notes in {notes:,}", samples, 0.99)


def _compared(store: Store, suggesting: Suggesting, row: int) -> float:
    with store.reading() as read:
        (shown,) = notes_by_row(read, [row])
        services: list[UUID] = [tag.service_id for tag in read.where(ServiceTag, observation_id=shown.note.id)]
    start = time.perf_counter()
    suggesting.similar(shown.note.text, services, shown.note.id)
    return time.perf_counter() - start

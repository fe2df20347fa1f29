"""Counts that are read as they are typed say what all counts in memory would say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, text

from factories import Firm, new_store, put, tag
from shadow_app.domain.service import Service
from shadow_app.insight.suggest import Suggester
from shadow_app.storage import learning
from shadow_app.storage.store import Store
from shadow_app.usecases.suggesting import Suggesting

WORDS = ("drawer", "sticks", "bay", "gun", "label", "printer", "outlook", "slow", "zebra")
ASKED = ("drawer sticks", "the zebra label printer", "outlook is slow at the bay", "gun")
_TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
_STEPS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2), st.booleans(), _TEXT), min_size=1, max_size=5)


@given(days=st.lists(_STEPS, min_size=1, max_size=3))
def test_both_suggest_alike_whatever_is_learnt_and_unlearnt(
    days: list[list[Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = new_store(tmp_path_factory.mktemp("learnt"))
    try:
        firm = Firm().put_into(store)
        services = (firm.scanning, firm.labels, firm.email)
        notes = [firm.note("nothing", number) for number in range(5)]
        put(store, *notes)
        suggesting = Suggesting(store)
        suggesting.suggest(ASKED[0])
        for steps in days:
            for which, service, gone, words in steps:
                notes[which] = notes[which].edited(text=words)
                put(store, notes[which], tag(notes[which], services[service]).edited(removed=gone))
            suggesting.learn()
            assert answers(suggesting) == answers(in_memory(store, services)) == answers(Suggesting(store))
            assert kept_together(store) == kept_together(store, anew=True)
    finally:
        store.close()


def answers(suggests: Suggesting | Suggester) -> list[Any]:
    return [suggests.suggest(each) for each in ASKED]


def in_memory(store: Store, services: tuple[Service, ...]) -> Suggester:
    made = Suggester(services)
    with store.reading() as read:
        for words, service_id in learning.lessons_learnt(read):
            made.learn(words, service_id)
    return made


def kept_together(store: Store, *, anew: bool = False) -> Any:
    with store.maintaining() as write:
        if anew:
            learning.add_up(write.connection)
        totals = learning.totals(write)
    return {key: halves for key, halves in totals.halves.items() if halves}, totals.notes, totals.features


def test_only_what_is_typed_is_read(store: Store, firm: Firm) -> None:
    notes = [firm.note(f"{word} {word}s") for word in WORDS]
    put(store, *notes, *(tag(note, firm.labels) for note in notes))
    suggesting = Suggesting(store)
    suggesting.learn()
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(store.reader, "before_cursor_execute", note)
    first = suggesting.suggest("drawer")
    so_far = len(asked)
    assert suggesting.suggest("drawer") == first
    event.remove(store.reader, "before_cursor_execute", note)
    assert len(asked) == so_far, "what was read stays"
    with store.reading() as read:
        plan = read.connection.execute(text("EXPLAIN QUERY PLAN SELECT 1 FROM learnt WHERE feature = 'drawer'")).all()
        assert {feature for feature, _, _ in learning.counts(read, ["drawer", "nobody-typed-this"])} <= {"drawer"}
    assert "SEARCH learnt USING PRIMARY KEY (feature=?)" in plan[0][3]


def test_another_program_learns_and_a_new_look_knows(store: Store, firm: Firm, tmp_path: Path) -> None:
    here = Suggesting(store)
    assert here.suggest("drawer sticks") == ()
    twin = store.beside()
    note = firm.note("drawer sticks")
    put(twin, note, tag(note, firm.labels))
    Suggesting(twin).learn()
    twin.close()
    here.reload()
    assert here.suggest("drawer sticks")[0].service_id == firm.labels.id

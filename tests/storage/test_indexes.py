"""Questions that would read every note have an index that answers them."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from factories import Firm, put
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.pain_point import PainPointMember
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.storage.conflicts import conflicts
from shadow_app.storage.inbox import ready_notes
from shadow_app.storage.store import Store


def plans(store: Store, ask: object) -> list[str]:
    """How SQLite goes about every statement of a question."""
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        asked.append((statement, values))

    event.listen(store.reader, "before_cursor_execute", note)
    try:
        with store.reading() as read:
            ask(read)  # type: ignore[operator]
    finally:
        event.remove(store.reader, "before_cursor_execute", note)
    with store.reading() as read:
        return [
            row[3]
            for statement, values in asked
            for row in read.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
        ]


def test_notes_that_wait_for_a_review_are_counted_by_their_index(store: Store, firm: Firm) -> None:
    put(store, firm.note("draft"), firm.note("ready", state=ReviewState.READY))
    put(store, firm.note("gone", state=ReviewState.READY, removed=True))
    with store.reading() as read:
        assert ready_notes(read) == 1
    assert [each for each in plans(store, ready_notes) if "ix_observation_ready" in each]


@pytest.mark.parametrize("kind", [Observation, ServiceTag, PainPointMember])
def test_fields_written_twice_are_found_by_an_index(kind: type[Observation], store: Store, firm: Firm) -> None:
    put(store, firm.note("one"))
    found = [each for each in plans(store, conflicts) if f" {kind.kind_name} " in f"{each} "]
    assert found
    assert all(f"ix_{kind.kind_name}_several" in each for each in found)

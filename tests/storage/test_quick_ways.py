"""What was made quick says the same as the slow way did."""

from __future__ import annotations

import gc
import json
import math
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy import text

from factories import Firm, new_store, put
from shadow_app.domain.change import Change
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.storage.absorb import absorb
from shadow_app.storage.collecting import collecting_seldom
from shadow_app.storage.conflicts import conflicts
from shadow_app.storage.json_text import as_text, from_text
from shadow_app.storage.prepared import among, change_among
from shadow_app.storage.store import Store
from shadow_app.storage.vectors import changes_since
from shadow_app.sync.columns import as_json

NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(st.characters(codec="utf-8")),
    lambda each: st.lists(each, max_size=4) | st.dictionaries(st.text(st.characters(codec="utf-8")), each, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_the_store_writes_any_reader_of_json_reads(value: object) -> None:
    assert json.loads(as_text(value)) == from_text(as_text(value)) == from_text(json.dumps(value)) == value


def test_half_a_character_is_kept() -> None:
    assert from_text(as_text({"text": "\ud800"})) == {"text": "\ud800"}
    with pytest.raises(ValueError, match="Expecting"):
        from_text("{")


@given(VALUES)
def test_a_segment_says_everything_in_one_way(value: object) -> None:
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    assert as_json(value) == said.encode()


@pytest.mark.parametrize("number", [1e-5, 1.5e-7, 0.00001234, 1e16, 1e22, 5e-324, -0.0, 0.1])
def test_small_and_large_numbers_are_said_as_they_always_were(number: float) -> None:
    assert as_json({"n": [number]}) == f'{{"n":[{number!r}]}}'.encode()


def test_what_is_no_number_is_not_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        as_json([math.nan])
    assert as_json(["NaN e-mail 0.0000"]) == b'["NaN e-mail 0.0000"]'


@pytest.mark.parametrize("bad", [math.nan, math.inf, b"x", {1: 2}, [[{"a": {2}}]], uuid4()])
def test_a_change_holds_json_alone(bad: object) -> None:
    told = {"scope": uuid4(), "device": "a" * 16, "seq": 1, "cid": "b" * 32, "kind": "visit", "record_id": uuid4()}
    rest = {"replaces": {}, "author": "", "action": uuid4()}
    values: list[object] = [None, 1, 1.5, True, "x", ReviewState.READY, {"b": []}]
    good = Change.model_validate({**told, **rest, "data": {"a": values}}, strict=True)
    assert from_text(as_text(good.data)) == {"a": [None, 1, 1.5, True, "x", "ready", {"b": []}]}
    with pytest.raises(ValidationError, match="no JSON"):
        Change.model_validate({**told, **rest, "data": {"a": bad}}, strict=True)


def test_ids_are_asked_for_in_pieces(store: Store, firm: Firm) -> None:
    notes = [firm.note(f"queue {number}") for number in range(3)]
    put(store, *notes)
    asked = [uuid4() for _ in range(1_100)]
    asked[3], asked[700], asked[1_099] = (note.id for note in notes)
    with store.maintaining() as write:
        found = among(write.connection, "SELECT id FROM observation WHERE id IN ({})", asked)
        assert {UUID(bytes=each) for (each,) in found} == {note.id for note in notes}
        marked = "UPDATE observation SET removed = ? WHERE id IN ({})"
        assert change_among(write.connection, marked, asked, 1) == 3
        assert change_among(write.connection, marked, [], 1) == 0
        assert write.where(Observation) == []


def test_a_dispute_is_found_however_its_heads_were_written_down(store: Store, firm: Firm, tmp_path: Path) -> None:
    note = firm.note("queue at the gate")
    put(store, note)
    peer = new_store(tmp_path, "peer.db", author="Ben")
    try:
        taken(store, peer)
        put(store, note.edited(text="queue at gate 4"))
        put(peer, note.edited(text="no queue"))
        taken(peer, store)
    finally:
        peer.close()
    with store.maintaining() as write:
        assert [each.field for each in conflicts(write)] == ["text"]
        # With a space after each comma, as older versions did.
        for row, heads in write.connection.execute(text('SELECT "row", heads FROM observation')).all():
            older = {"row": row, "heads": json.dumps(json.loads(heads))}
            assert older["heads"] != heads
            write.connection.execute(text('UPDATE observation SET heads = :heads WHERE "row" = :row'), older)
        assert [each.field for each in conflicts(write)] == ["text"]


def taken(giver: Store, taker: Store) -> None:
    with giver.reading() as read:
        came = list(changes_since(read.connection, {}))
    with taker.maintaining() as write:
        absorb(write.connection, came, own_device=taker.device, sender=giver.device)


def test_collections_come_seldom_and_then_as_before() -> None:
    before = gc.get_threshold()
    with collecting_seldom():
        seldom = gc.get_threshold()
        assert seldom[0] > before[0]
        with collecting_seldom():
            assert gc.get_threshold() == seldom
        assert gc.get_threshold() == seldom
    assert gc.get_threshold() == before


def test_collections_come_as_before_after_a_failure() -> None:
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), collecting_seldom():
        1 / 0  # noqa: B018
    assert gc.get_threshold() == before

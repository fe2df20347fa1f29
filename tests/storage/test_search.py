from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import Firm, put, tag
from shadow_app.storage.listings import notes_by_row
from shadow_app.storage.search import find_notes, match_query, similar_notes
from shadow_app.storage.store import Store


def found(store: Store, words: str) -> list[str]:
    with store.reading() as read:
        return [shown.note.text for shown in notes_by_row(read, find_notes(read, words))]


def test_whole_words_and_beginnings_are_found_newest_first(store: Store, firm: Firm) -> None:
    put(store, firm.note("scanner freezes at dock 3"))
    put(store, firm.note("Étiquette printer jams"))
    put(store, firm.note("two scanners dead", quote="we just write it on the box"))
    assert found(store, "scan") == ["two scanners dead", "scanner freezes at dock 3"]
    assert found(store, "scanner dock") == ["scanner freezes at dock 3"]
    assert found(store, "etiquette") == ["Étiquette printer jams"]
    assert found(store, "write box") == ["two scanners dead"]
    assert found(store, "3") == ["scanner freezes at dock 3"]
    assert found(store, "  ") == []


def test_an_edit_moves_the_note_in_the_index(store: Store, firm: Firm) -> None:
    note = firm.note("wifi drops")
    put(store, note)
    put(store, note.edited(text="printer jams"))
    assert found(store, "wifi") == []
    assert found(store, "printer") == ["printer jams"]
    put(store, note.edited(text="printer jams", removed=True))
    assert found(store, "printer") == []
    put(store, note.edited(text="printer jams", removed=False))
    assert found(store, "printer") == ["printer jams"]


def test_pages_follow_one_another(store: Store, firm: Firm) -> None:
    put(store, *(firm.note(f"jam {number}") for number in range(7)))
    with store.reading() as read:
        first = find_notes(read, "jam", limit=4)
        rest = find_notes(read, "jam", limit=4, before=first[-1])
    assert len(first) == 4
    assert len(rest) == 3
    assert sorted(first + rest, reverse=True) == first + rest


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60))
@pytest.mark.parametrize("signs", ['"', "*", "NEAR(", "a OR ", "col:", "-", "'; DROP TABLE observation; --"])
def test_no_words_can_break_the_question(store: Store, signs: str, words: str) -> None:
    with store.reading() as read:
        assert find_notes(read, signs + words) == []
        assert similar_notes(read, signs + words) == []


def test_the_rarest_words_find_the_twin(store: Store, firm: Firm) -> None:
    twin = firm.note("thermal printer ribbon torn at bay four")
    other = firm.note("ribbon of the thermal printer tears")
    put(store, twin, other, *(firm.note(f"printer at bay {number} slow") for number in range(30)))
    with store.reading() as read:
        assert similar_notes(read, "ribbon torn again") == similar_notes(read, "RIBBON torn again")
        texts = [shown.note.text for shown in notes_by_row(read, similar_notes(read, "ribbon torn again"))]
    assert texts == [twin.text, other.text]


def test_a_shared_service_lifts_a_note(store: Store, firm: Firm) -> None:
    tagged, untagged = firm.note("customs form jams"), firm.note("customs form jams")
    put(store, untagged, tagged, tag(tagged, firm.labels), *(firm.note(f"x{n}") for n in range(20)))
    with store.reading() as read:
        first, *_ = notes_by_row(read, similar_notes(read, "customs form jams", (firm.labels.id,)))
    assert first.note.id == tagged.id


def test_the_question_keeps_short_words_whole() -> None:
    assert match_query("pc a wifi") == '"pc" "a" "wifi"*'

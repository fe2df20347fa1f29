"""A search finds what is shown of a note, and no word that its host took back."""

from __future__ import annotations

from datetime import date

import pytest

from factories import Firm, put
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.storage.fsck import catch_up, differences, rebuild
from shadow_app.storage.health import examine
from shadow_app.storage.search import find_notes, similar_notes
from shadow_app.storage.store import Store

DAY = date(2026, 5, 1)


@pytest.fixture
def note(store: Store, firm: Firm) -> Observation:
    """What a host said, quoted, and what the IT person makes of it."""
    said = firm.note("she says zwetschge again", quote="zwetschge again", idea="new plums")
    put(store, said, firm.note("the gun is dead", 5))
    return said


def consent(firm: Firm, subject: ConsentSubject, withdrawn: date | None = DAY) -> ConsentRecord:
    given = {"visit_id": firm.visit.id, "subject": subject, "given": True, "withdrawn_on": withdrawn}
    return ConsentRecord(id=link_id(firm.visit.id, subject), **given)


def found(store: Store, words: str) -> int:
    with store.reading() as read:
        return len(find_notes(read, words))


def hits(store: Store) -> dict[str, int]:
    return {word: found(store, word) for word in ("zwetschge", "says", "plums", "gun")}


EVERYTHING = {"zwetschge": 1, "says": 1, "plums": 1, "gun": 1}
SHOWN = {
    ConsentSubject.QUOTES: {**EVERYTHING, "zwetschge": 0},
    ConsentSubject.NOTES: dict.fromkeys(EVERYTHING, 0),
    ConsentSubject.PHOTOS: EVERYTHING,
}


@pytest.mark.parametrize("subject", SHOWN)
def test_what_is_taken_back_is_found_no_more_and_found_again_if_it_was_a_mistake(
    store: Store, firm: Firm, note: Observation, subject: ConsentSubject
) -> None:
    assert hits(store) == EVERYTHING
    put(store, consent(firm, subject))
    assert hits(store) == SHOWN[subject]
    with store.reading() as read:
        alike = len(similar_notes(read, "zwetschge"))
    assert alike == SHOWN[subject]["zwetschge"]
    assert examine(store, full=True).complaints == ()
    rebuild(store)
    assert hits(store) == SHOWN[subject]
    assert differences(store) == []
    put(store, consent(firm, subject, withdrawn=None))
    assert hits(store) == EVERYTHING


def test_notes_written_or_changed_after_it_are_found_by_what_is_shown(
    store: Store, firm: Firm, note: Observation
) -> None:
    put(store, consent(firm, ConsentSubject.QUOTES))
    put(store, note.edited(text="he says zwetschge again, loudly"), firm.note("pflaume", 9, quote="pflaume"))
    assert (found(store, "zwetschge"), found(store, "loudly"), found(store, "pflaume")) == (0, 1, 0)


def test_words_that_an_earlier_version_left_in_the_index_go_when_the_store_is_opened(
    store: Store, firm: Firm, note: Observation
) -> None:
    put(store, consent(firm, ConsentSubject.QUOTES))
    with store.maintaining() as write:
        write.connection.exec_driver_sql("DELETE FROM note_search")
        write.connection.exec_driver_sql("INSERT INTO note_search(rowid, words) VALUES (1, 'says zwetschge plums')")
        write.connection.exec_driver_sql("INSERT INTO note_search(rowid, words) VALUES (2, 'gun')")
    assert hits(store) == EVERYTHING
    catch_up(store)
    assert hits(store) == SHOWN[ConsentSubject.QUOTES]
    with store.maintaining() as write:
        write.connection.exec_driver_sql("DELETE FROM note_search")
    catch_up(store)
    assert found(store, "gun") == 0, "it is looked at once"


def test_a_store_in_which_nothing_was_taken_back_is_not_written_to(store: Store, firm: Firm, note: Observation) -> None:
    put(store, consent(firm, ConsentSubject.PHOTOS))
    catch_up(store)
    assert store.fact("search.hidden") is None

"""What was being typed and not saved: it is kept whole, and goes with the visit that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factories import KEY, Firm, put
from shadow_app.bootstrap import Shadow
from shadow_app.domain.record import new_id
from shadow_app.domain.vocabulary import ConsentSubject, VisitState
from shadow_app.storage.store import Store
from shadow_app.usecases.typed import Typed, below
from shadow_app.usecases.unsaved import Unsaved, UnsavedLine
from shadow_app.usecases.unsaved_pictures import UnsavedPictures
from two_desks import desk, hand_over, pages_of, photo

NEEDLE = "zwetschgenkuchen"


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Shadow]:
    with desk(tmp_path, "Lea") as opened:
        yield opened


@pytest.fixture
def firm(lead: Shadow) -> Firm:
    firm = Firm().put_into(lead.store)
    put(lead.store, firm.visit.edited(state=VisitState.REVIEWED))
    lead.planning.agree(firm.visit.id, ConsentSubject.PHOTOS, True)
    return firm


def half_a_line(store: Store, firm: Firm) -> None:
    """The battery died, and it was locked before that."""
    Unsaved(store).keep(UnsavedLine(line=f"she says {NEEDLE}", visit_id=firm.visit.id))
    typed = Typed(store)
    typed.about(new_id())
    typed.about(firm.visit.id)
    typed.keep(f"again {NEEDLE}")
    typed.keep_pictures((NEEDLE.encode(),))
    photos, taken = UnsavedPictures(store), (photo(),)
    photos.keep(firm.visit.id, taken, photos.prepare(taken))
    assert len(photos.kept()[1]) == 1


def all_kept(store: Store) -> tuple[str, str, tuple[bytes, ...]]:
    assert [name for name in ("unsaved.picture.0", "unsaved.pictures") if store.fact(name)] == []
    return Unsaved(store).kept().line, Typed(store).kept(), Typed(store).pictures()


def test_it_is_erased_with_its_visit_to_the_last_page(lead: Shadow, firm: Firm) -> None:
    half_a_line(lead.store, firm)
    assert NEEDLE.encode() in pages_of(lead.store), "or looking for it shows nothing"
    lead.privacy.erase_visit(firm.visit.id)
    assert all_kept(lead.store) == ("", "", ())
    assert NEEDLE.encode() not in pages_of(lead.store)


def test_it_is_erased_where_the_erasure_comes_in(lead: Shadow, firm: Firm, tmp_path: Path) -> None:
    with desk(tmp_path, "Ben") as ben:
        hand_over(lead, ben, tmp_path)
        half_a_line(ben.store, firm)
        lead.privacy.erase_visit(firm.visit.id)
        hand_over(lead, ben, tmp_path)
        assert all_kept(ben.store) == ("", "", ())


def test_it_is_erased_with_the_notes_that_a_host_took_back(lead: Shadow, firm: Firm) -> None:
    put(lead.store, firm.note("the gun is dead"))
    lead.planning.agree(firm.visit.id, ConsentSubject.NOTES, True)
    half_a_line(lead.store, firm)
    lead.planning.agree(firm.visit.id, ConsentSubject.NOTES, False)
    lead.privacy.erase_withdrawn(firm.visit.id)
    assert all_kept(lead.store) == ("", "", ())


def test_what_is_about_another_visit_or_none_stays(lead: Shadow, firm: Firm) -> None:
    other = firm.visit.edited(id=new_id(), number="A1-9")
    put(lead.store, other)
    for line in (UnsavedLine(line="mine", visit_id=other.id), UnsavedLine(line="mine")):
        Unsaved(lead.store).keep(line)
        Typed(lead.store).keep("mine, too")
        gone = firm.visit.edited(id=new_id(), number=f"A2-{line.visit_id}")
        put(lead.store, gone)
        lead.privacy.erase_visit(gone.id)
        assert all_kept(lead.store) == ("mine", "mine, too", ())


@pytest.mark.parametrize("spoilt", ["{half", "[]", "[" * 100_000, '{"visit_id": 7}'])
def test_what_nobody_can_read_stops_no_erasure(lead: Shadow, firm: Firm, spoilt: str) -> None:
    lead.store.remember("unsaved", spoilt)
    lead.privacy.erase_visit(firm.visit.id)
    assert lead.planning.visits() == []


def test_a_long_line_is_kept_whole(tmp_path: Path, store: Store) -> None:
    line = "x" * 59_999 + "!"
    Unsaved(store).keep(UnsavedLine(line=line))
    Typed(store).keep("an earlier one")
    Typed(store).add(line)
    store.close()
    with closing(Store(store.path, KEY)) as again:
        assert all_kept(again)[:2] == (line, f"an earlier one\n{line}")


def test_a_line_is_added_once() -> None:
    assert below("", "") == ""
    assert below("a", "") == "a"
    assert below("", "a") == "a"
    assert below("cat", "a") == "cat\na"
    assert below("cat\na", "a") == "cat\na"
    assert below("a", "a") == "a"

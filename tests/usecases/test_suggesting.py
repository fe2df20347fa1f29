from __future__ import annotations

from sqlalchemy import text

from factories import Firm, put, tag
from shadow_app.storage.store import Store
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.suggesting import Suggesting


def test_confirmed_tags_are_learnt_and_survive_a_restart(store: Store, firm: Firm) -> None:
    suggesting = Suggesting(store)
    suggesting.reload()
    assert suggesting.suggest("drawer sticks at bay four")[:1] == ()
    notes = [firm.note(f"drawer sticks at bay {number}") for number in range(5)]
    put(store, *notes, *(tag(note, firm.labels) for note in notes))
    assert suggesting.learn() == 5
    assert suggesting.learn() == 0
    first, *_ = suggesting.suggest("drawer sticks at bay four")
    assert first.service_id == firm.labels.id
    assert first.because
    afresh = Suggesting(store)
    assert [each.service_id for each in afresh.suggest("drawer sticks at bay four")] == [firm.labels.id]


def test_untagging_and_editing_unlearn_exactly(store: Store, firm: Firm) -> None:
    suggesting, capture = Suggesting(store), Capture(store)
    note = firm.note("drawer sticks")
    put(store, note, tag(note, firm.labels))
    suggesting.learn()
    capture.edit(note.id, text="lid jams")
    assert suggesting.learn() == 2
    assert suggesting.suggest("drawer") == ()
    assert suggesting.suggest("lid jams")[0].service_id == firm.labels.id
    capture.untag(note.id, firm.labels.id)
    suggesting.learn()
    assert suggesting.suggest("lid jams") == ()
    assert Suggesting(store).suggest("lid jams") == ()


def test_the_catalogue_suggests_from_the_first_day(store: Store, firm: Firm) -> None:
    suggesting = Suggesting(store)
    assert suggesting.suggest("outlook search useless")[0].service_id == firm.email.id
    assert not suggesting.prefills(suggesting.suggest("outlook search useless")[0])


def test_similar_notes_leave_out_the_note_itself(store: Store, firm: Firm) -> None:
    one, two = firm.note("ribbon torn at bay four"), firm.note("the ribbon is torn")
    put(store, one, two, *(firm.note(f"queue {number}") for number in range(9)))
    found = Suggesting(store).similar(one.text, (), one.id)
    assert [each.note.id for each in found] == [two.id]


def test_too_few_corrections_are_not_fitted_twice(store: Store, firm: Firm) -> None:
    suggesting = Suggesting(store)
    assert suggesting.refit()
    assert not suggesting.refit()
    assert not suggesting.refit(lambda: False)


def test_counts_are_made_anew_when_texts_are_counted_differently(store: Store, firm: Firm) -> None:
    note = firm.note("drawer sticks")
    put(store, note, tag(note, firm.labels))
    Suggesting(store).learn()
    before = Suggesting(store).suggest("drawer sticks")
    store.remember("suggest.features", "0")
    with store.maintaining() as write:
        write.connection.execute(text("UPDATE learnt SET half_units = 99"))
    assert Suggesting(store).suggest("drawer sticks") == before

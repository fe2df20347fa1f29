from __future__ import annotations

from sqlalchemy import text

from factories import Firm, put, tag
from shadow_app.storage.store import Store
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.suggesting import REFIT_EVERY, Fitted, Suggesting


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
    assert suggesting.sure(suggesting.suggest("outlook search useless")) is None


def test_similar_notes_leave_out_the_note_itself(store: Store, firm: Firm) -> None:
    one, two = firm.note("ribbon torn at bay four"), firm.note("the ribbon is torn")
    put(store, one, two, *(firm.note(f"queue {number}") for number in range(9)))
    found = Suggesting(store).similar(one.text, (), one.id)
    assert [each.note.id for each in found] == [two.id]


def test_how_sure_is_fitted_once_there_are_enough_corrections(store: Store, firm: Firm) -> None:
    suggesting = Suggesting(store)
    assert suggesting.fitted() is None, "nothing was learnt"
    notes = [firm.note(f"drawer {number} sticks at bay {number % 7}") for number in range(REFIT_EVERY)]
    put(store, *notes, *(tag(note, firm.labels) for note in notes))
    suggesting.learn()
    assert suggesting.fitted(lambda: False) is None, "somebody stopped it"
    fitted = suggesting.fitted()
    assert fitted is not None
    assert (fitted.corrections, fitted.prefill_at) == (REFIT_EVERY, None), "too few to be sure of anything"
    suggesting.use(fitted)
    assert suggesting.fitted() is None, "no more have come"


def test_what_is_sure_enough_is_said_from_the_next_reading_on(store: Store, firm: Firm) -> None:
    suggesting = Suggesting(store)
    found = suggesting.suggest("outlook search useless")
    suggesting.use(Fitted(temperature=1.0, prefill_at=0.0, corrections=500))
    assert suggesting.sure(found) is None
    suggesting.reload()
    assert suggesting.sure(found) == firm.email.id
    assert suggesting.sure(()) is None


def test_counts_are_made_anew_when_texts_are_counted_differently(store: Store, firm: Firm) -> None:
    note = firm.note("drawer sticks")
    put(store, note, tag(note, firm.labels))
    Suggesting(store).learn()
    before = Suggesting(store).suggest("drawer sticks")
    store.remember("suggest.features", "0")
    with store.maintaining() as write:
        write.connection.execute(text("UPDATE learnt SET half_units = 99"))
    assert Suggesting(store).suggest("drawer sticks") == before

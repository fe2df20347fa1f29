from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Firm, new_store, put, tag
from shadow_app.domain.history import Steps
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.record import Record
from shadow_app.storage.history import history_of
from shadow_app.storage.store import Store
from shadow_app.storage.undo import steps, take_back


def can(store: Store, firm: Firm) -> Steps:
    with store.reading() as read:
        return steps(read, firm.visit.id, store.device)


def undo(store: Store, firm: Firm) -> str | None:
    step = can(store, firm).undo
    if step:
        take_back(store, step)
    return step.label if step else None


def redo(store: Store, firm: Firm) -> str | None:
    step = can(store, firm).redo
    if step:
        take_back(store, step)
    return step.label if step else None


def texts(store: Store) -> list[str]:
    with store.reading() as read:
        return [note.text for note in read.where(Observation)]


def test_undo_and_redo_survive_a_restart(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    firm = Firm().put_into(store)
    note = firm.note("first")
    put(store, note, tag(note, firm.email), label="Note saved")
    put(store, note.edited(text="second"), label="Note edited")
    store.close()

    store = new_store(tmp_path)
    assert undo(store, firm) == "Note edited"
    assert texts(store) == ["first"]
    assert undo(store, firm) == "Note saved"
    assert texts(store) == []
    assert undo(store, firm) is None, "the visit itself is not taken back"
    store.close()

    store = new_store(tmp_path)
    assert redo(store, firm) == "Note saved"
    with store.reading() as read:
        assert [each.service_id for each in read.where(ServiceTag)] == [firm.email.id]
    assert redo(store, firm) == "Note edited"
    assert texts(store) == ["second"]
    assert redo(store, firm) is None
    store.close()


def test_a_new_action_ends_redo(store: Store, firm: Firm) -> None:
    put(store, firm.note("a"))
    undo(store, firm)
    put(store, firm.note("b"))
    assert can(store, firm).redo is None
    assert undo(store, firm) == "written"
    assert texts(store) == []


def test_what_somebody_changed_since_is_left_alone(store: Store, firm: Firm, tmp_path: Path) -> None:
    note = firm.note("a", lost_minutes=1.0)
    put(store, note)
    put(store, note.edited(text="b", lost_minutes=2.0), label="mine")
    step = can(store, firm).undo
    assert step is not None
    put(store, note.edited(text="c", lost_minutes=2.0), label="theirs")
    take_back(store, step)
    with store.reading() as read:
        kept = read.get(Observation, note.id)
    assert (kept.text, kept.lost_minutes) == ("c", 1.0)


def test_undo_brings_back_a_default_that_was_never_written(store: Store, firm: Firm) -> None:
    note = firm.note("a")
    put(store, note)
    put(store, note.edited(count=9))
    undo(store, firm)
    with store.reading() as read:
        assert read.get(Observation, note.id).count == 1


def test_history_says_who_changed_what_from_what_to_what(store: Store, firm: Firm) -> None:
    note = firm.note("a")
    put(store, note, label="Note saved")
    put(store, note.edited(text="b", surprise=True), label="Note edited")
    undo(store, firm)
    with store.reading() as read:
        lines = history_of(read, note.id)
    story = [(line.author, line.label, line.field, line.before, line.after) for line in lines if line.field == "text"]
    assert story == [
        ("Ann", "Note saved", "text", None, "a"),
        ("Ann", "Note edited", "text", "a", "b"),
        ("Ann", "Note edited", "text", "b", "a"),
    ]
    surprised = [(line.before, line.after) for line in lines if line.field == "surprise"]
    assert surprised == [(False, True), (True, False)]
    assert lines[-1].undone


@settings(max_examples=25)
@given(moves=st.lists(st.sampled_from(["new", "edit", "remove", "undo", "redo"]), max_size=14))
def test_undo_is_the_inverse_whatever_came_before(tmp_path_factory, moves: list[str]) -> None:  # type: ignore[no-untyped-def]
    store = new_store(tmp_path_factory.mktemp("undo"))
    firm = Firm().put_into(store)
    past: list[list[Record]] = []
    future: list[list[Record]] = []

    def state() -> list[Record]:
        with store.reading() as read:
            return list(read.where(Observation))

    for number, move in enumerate(moves):
        now = state()
        if move == "undo":
            if undo(store, firm) is None:
                assert past == []
            else:
                future.append(now)
                assert state() == past.pop()
        elif move == "redo":
            if redo(store, firm) is None:
                assert future == []
            else:
                past.append(now)
                assert state() == future.pop()
        elif move == "new" or not now:
            put(store, firm.note(f"n{number}"))
            past.append(now)
            future.clear()
        else:
            last = now[-1]
            assert isinstance(last, Observation)
            put(store, last.edited(text=f"e{number}") if move == "edit" else last.edited(removed=True))
            past.append(now)
            future.clear()
    store.close()


def test_two_edits_of_one_field_are_taken_back_one_after_the_other_and_done_again(store: Store, firm: Firm) -> None:
    note = firm.note("a")
    put(store, note, label="Note saved")
    put(store, note.edited(text="b"), label="first")
    put(store, note.edited(text="c"), label="second")
    seen = []
    for step in (undo, undo, redo, undo, redo, redo, undo, undo):
        step(store, firm)
        seen.append(texts(store))
    assert seen == [["b"], ["a"], ["b"], ["a"], ["b"], ["c"], ["b"], ["a"]]


def test_an_action_of_which_nothing_stands_is_offered_once(store: Store, firm: Firm) -> None:
    note = firm.note("a")
    put(store, note, label="Note saved")
    put(store, note.edited(text="b"), label="mine")
    step = can(store, firm).undo
    assert step is not None
    put(store, note.edited(text="c"), label="theirs")
    take_back(store, step)
    assert texts(store) == ["c"]
    undo(store, firm)
    assert texts(store) == ["b"]
    assert undo(store, firm) == "Note saved"


def test_what_was_made_here_and_worked_on_elsewhere_is_not_taken_away(store: Store, firm: Firm) -> None:
    note = firm.note("a")
    put(store, note, label="Note saved")
    step = can(store, firm).undo
    assert step is not None
    store.device = "00000000000000ff"
    put(store, note.edited(quote="theirs"), label="theirs")
    take_back(store, step)
    assert texts(store) == ["a"]


def test_one_action_that_writes_a_field_twice_goes_back_to_before_both(store: Store, firm: Firm) -> None:
    note = firm.note("a")
    put(store, note)
    put(store, note.edited(text="b"), note.edited(text="c"), label="both")
    undo(store, firm)
    assert texts(store) == ["a"]
    redo(store, firm)
    assert texts(store) == ["c"]

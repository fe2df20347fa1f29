"""What stands between notes and a released report, and undo at the desk beside undo on a visit."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import Firm, new_store, put
from review_notes import Notes
from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.errors import Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.released import Snapshot
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import Choice, Kind, ReadBack, ReviewState
from shadow_app.storage.store import Store
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.review_gate import Why, not_ready
from shadow_app.usecases.reviewing import Reviewing
from shadow_app.usecases.undoing import Undoing


@pytest.fixture
def notes(store: Store, firm: Firm) -> Notes:
    return Notes(firm).put_into(store)


def whys(store: Store, notes: Notes) -> list[tuple[str, Why]]:
    texts = {note.id: note.text for note in notes.all}
    with store.reading() as read:
        found = not_ready(read, (notes.firm.visit.id, notes.other.id))
    return [(texts[each.note_id].split()[0], each.why) for each in found]


def test_everything_in_the_way_of_a_report(store: Store, notes: Notes) -> None:
    reviewing = Reviewing(store)
    reviewing.ask([notes.slow.id], "how slow?")
    assert whys(store, notes) == [
        ("label", Why.DRAFT),
        ("gun", Why.READY),
        ("mail", Why.HAS_QUESTIONS),
        ("marek", Why.DRAFT),
        ("call", Why.DRAFT),
        ("marek", Why.PERSONAL),
        ("call", Why.PERSONAL),
    ], "what was set aside is in nobody's way"
    reviewing.set_state([note.id for note in notes.all if note != notes.aside], ReviewState.ACCEPTED)
    assert whys(store, notes) == [("marek", Why.PERSONAL), ("call", Why.PERSONAL)]
    reviewing.mask([note.id for note in notes.all])
    assert whys(store, notes) == [], "whoever masks a note at the review has looked at it"


@pytest.mark.parametrize("field", ["quote", "consequence", "interpretation", "idea"])
def test_every_field_that_may_be_printed_is_guarded(store: Store, notes: Notes, field: str) -> None:
    put(store, notes.fine.edited(**{field: "call 0171 555 0199"}))
    assert ("scanner", Why.PERSONAL) in whys(store, notes)


def test_words_changed_after_they_were_accepted_are_looked_at_again(store: Store, notes: Notes) -> None:
    reviewing, capture = Reviewing(store), Capture(store)
    assert ("scanner", Why.CHANGED) not in whys(store, notes)
    capture.edit(notes.fine.id, surprise=False)
    assert ("scanner", Why.CHANGED) not in whys(store, notes), "these are not words"
    capture.edit(notes.fine.id, text="scanner is slow")
    assert ("scanner", Why.CHANGED) in whys(store, notes)
    assert reviewing.one(notes.fine.id).changed
    assert reviewing.set_state([notes.fine.id], ReviewState.ACCEPTED) == 1
    assert ("scanner", Why.CHANGED) not in whys(store, notes)
    assert not reviewing.one(notes.fine.id).changed
    Undoing(store).undo()
    assert ("scanner", Why.READY) in whys(store, notes)
    Undoing(store).redo()
    assert all(word != "scanner" for word, _ in whys(store, notes))


def test_what_the_host_has_withdrawn_never_reaches_a_report(store: Store, notes: Notes) -> None:
    put(store, *(note.edited(read_back=ReadBack.WITHDRAWN) for note in (notes.said, notes.call)))
    assert all(word not in ("marek", "call") for word, _ in whys(store, notes))


def test_the_desk_does_not_take_back_a_capture_and_a_visit_not_the_desk(store: Store, notes: Notes) -> None:
    reviewing, undoing, capture = Reviewing(store), Undoing(store), Capture(store)
    assert undoing.can() == (None, None), "captures and catalogues are not the desk's"
    assert undoing.undo() is None
    assert undoing.redo() is None
    capture.edit(notes.jam.id, text="captured")
    reviewing.set_kind([notes.jam.id, notes.call.id], Kind.NEED)
    capture.edit(notes.jam.id, quote="later")
    can = capture.can(notes.firm.visit.id)
    assert can.undo is not None
    assert can.undo.label == "Note edited"
    capture.undo(notes.firm.visit.id)
    capture.undo(notes.firm.visit.id)
    with store.reading() as read:
        jam = read.get(Observation, notes.jam.id)
    assert (jam.text, jam.quote, jam.kind) == ("label printer jams", "", Kind.NEED)
    step = undoing.undo()
    assert step is not None
    assert step.label == "Kind of 2 notes changed"
    assert undoing.can().undo is None


def test_the_teams_own_records_are_the_desks_and_survive_a_restart(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    firm = Firm().put_into(store)
    pain = PainPoint(service_id=firm.labels.id, title="Printers jam")
    put(store, pain, label="Pain point made")
    decision = Decision(pain_point_id=pain.id, choice=Choice.DO, decided_on=firm.visit.starts_at.date())
    put(store, decision, label="Decided")
    put(store, Commitment(text="new printers", pain_point_id=pain.id), label="Promised")
    put(store, Service(name="Fax"), label="Catalogue edited")
    put(store, Snapshot(name="Now", made_at=firm.visit.starts_at), label="Locked")
    put(store, Commitment(visit_id=firm.visit.id, text="on the visit"), label="Promised on the visit")
    store.close()

    store = new_store(tmp_path)
    undoing = Undoing(store)
    labels = []
    while (step := undoing.undo()) is not None:
        labels.append(step.label)
    assert labels == ["Promised", "Decided", "Pain point made"]
    store.close()

    store = new_store(tmp_path)
    undoing = Undoing(store)
    again = []
    while (step := undoing.redo()) is not None:
        again.append(step.label)
    assert again == ["Pain point made", "Decided", "Promised"]
    with store.reading() as read:
        assert [each.text for each in read.where(Commitment)] == ["new printers", "on the visit"]
    undoing.undo()
    put(store, decision.edited(choice=Choice.DEFER), label="Decided")
    assert undoing.can().redo is None, "a new action ends redo"
    store.close()


def test_a_toggled_action_stays_one_action(store: Store, notes: Notes) -> None:
    reviewing, undoing = Reviewing(store), Undoing(store)
    reviewing.set_kind([notes.jam.id], Kind.NEED)
    reviewing.set_kind([notes.jam.id], Kind.WAIT)
    kinds = []
    for move in "uuruurru":
        (undoing.undo if move == "u" else undoing.redo)()
        with store.reading() as read:
            kinds.append(read.get(Observation, notes.jam.id).kind)
    p, n, w = Kind.PAIN, Kind.NEED, Kind.WAIT
    assert kinds == [n, p, n, p, p, n, w, n]


def test_what_others_have_changed_since_is_not_taken_back_and_says_so(store: Store, notes: Notes) -> None:
    reviewing, undoing = Reviewing(store), Undoing(store)
    reviewing.set_kind([notes.jam.id, notes.gun.id], Kind.NEED)
    reviewing.set_kind([notes.call.id], Kind.NEED)
    put(store, notes.call.edited(kind=Kind.QUESTION), label="theirs")
    with pytest.raises(Refused, match=r"“Kind of 1 note changed” cannot be taken back"):
        undoing.undo()
    step = undoing.undo()
    assert step is not None
    assert step.label == "Kind of 2 notes changed"
    with store.reading() as read:
        assert [read.get(Observation, each.id).kind for each in (notes.jam, notes.gun, notes.call)] == [
            Kind.PAIN,
            Kind.PAIN,
            Kind.QUESTION,
        ]


def test_the_desks_actions_ascend_whatever_the_clock_does(
    store: Store, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shadow_app.storage import desk_action

    reviewing, undoing = Reviewing(store), Undoing(store)
    for clock, kind in ((2_000_000_000_000, Kind.NEED), (5, Kind.WAIT), (2**40, Kind.CONTEXT)):
        monkeypatch.setattr(desk_action, "wall_clock_ms", lambda clock=clock: clock)
        reviewing.set_kind([notes.jam.id], kind)
    actions = []
    while (step := undoing.undo()) is not None:
        actions.append(step.action)
    assert actions == sorted(actions, reverse=True)
    assert len(actions) == 3
    assert all(action.version == 8 for action in actions)

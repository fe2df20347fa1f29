"""Notes with the same cause: made, joined, moved and taken apart."""

from __future__ import annotations

import pytest

from factories import Firm, put, tag
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import new_id
from shadow_app.domain.vocabulary import BusinessDamage
from shadow_app.storage.history import history_of
from shadow_app.storage.store import Store
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.grouping import Grouping


@pytest.fixture
def notes(store: Store, firm: Firm) -> list[Observation]:
    made = [firm.note(f"gun logs out {number}", number) for number in range(3)]
    put(store, *made, *(tag(note, firm.scanning) for note in made))
    return made


def counts(grouping: Grouping, firm: Firm) -> dict[str, int]:
    return {each.pain_point.title: each.notes for each in grouping.pain_points(firm.scanning.id)}


def test_notes_become_a_pain_point_and_more_join(store: Store, firm: Firm, notes: list[Observation]) -> None:
    grouping = Grouping(store)
    made = grouping.make(firm.scanning.id, "  Gun  logs out ", [notes[0].id])
    assert made.title == "Gun logs out"
    grouping.add(made.id, [notes[1].id, notes[2].id])
    grouping.add(made.id, [notes[1].id])
    assert counts(grouping, firm) == {"Gun logs out": 3}
    assert grouping.pain_points(firm.email.id) == []
    assert [each.pain_point for each in grouping.pain_points()] == [made]
    assert Capture(store).shown(notes[1].id).pain_point_ids == (made.id,)


def test_a_note_has_one_cause_per_service(store: Store, firm: Firm, notes: list[Observation]) -> None:
    grouping = Grouping(store)
    first = grouping.make(firm.scanning.id, "battery", [notes[0].id, notes[1].id])
    other = grouping.make(firm.email.id, "slow mail", [notes[0].id])
    second = grouping.make(firm.scanning.id, "sign-on", [notes[0].id])
    assert counts(grouping, firm) == {"battery": 1, "sign-on": 1}
    assert set(Capture(store).shown(notes[0].id).pain_point_ids) == {second.id, other.id}
    grouping.add(second.id, [notes[1].id])
    assert counts(grouping, firm) == {"sign-on": 2}, "what holds nothing but a title goes with its last note"
    with pytest.raises(NotFound):
        grouping.add(first.id, [notes[0].id])


def test_taking_out_keeps_what_a_person_has_set(store: Store, firm: Firm, notes: list[Observation]) -> None:
    grouping = Grouping(store)
    bare = grouping.make(firm.scanning.id, "battery", [notes[0].id, notes[1].id])
    graded = PainPoint(service_id=firm.scanning.id, title="Cradle", business_damage=BusinessDamage.BUSINESS_LOST)
    put(store, graded)
    grouping.add(graded.id, [notes[2].id])
    grouping.take_out(graded.id, notes[2].id)
    grouping.take_out(bare.id, notes[0].id)
    assert counts(grouping, firm) == {"battery": 1, "Cradle": 0}
    grouping.take_out(bare.id, notes[1].id)
    assert counts(grouping, firm) == {"Cradle": 0}
    with pytest.raises(NotFound):
        grouping.take_out(bare.id, notes[1].id)
    grouping.add(graded.id, [notes[2].id])
    assert counts(grouping, firm) == {"Cradle": 1}, "what was taken out can come back"


def test_titles_are_needed_and_not_used_twice(store: Store, firm: Firm, notes: list[Observation]) -> None:
    grouping = Grouping(store)
    grouping.make(firm.scanning.id, "Battery", [notes[0].id])
    with pytest.raises(Refused, match="title"):
        grouping.make(firm.scanning.id, " \n ", [notes[1].id])
    with pytest.raises(Refused, match="“Battery”"):
        grouping.make(firm.scanning.id, "battery", [notes[1].id])
    grouping.make(firm.email.id, "battery", [notes[1].id])
    with pytest.raises(NotFound):
        grouping.make(firm.scanning.id, "new", [new_id()])
    with pytest.raises(NotFound):
        grouping.make(new_id(), "new", [])
    assert counts(grouping, firm) == {"Battery": 1}, "what was refused left nothing behind"
    assert len(grouping.make(firm.scanning.id, "x" * 500, []).title) == 200


def test_the_history_tells_who_put_it_together(store: Store, firm: Firm, notes: list[Observation]) -> None:
    made = Grouping(store).make(firm.scanning.id, "battery", [notes[0].id])
    with store.reading() as read:
        lines = history_of(read, made.id)
    assert {line.label for line in lines} == {"Pain point made"}
    assert {line.author for line in lines} == {"Ann"}

"""Decisions, promises and follow-ups: what is kept, and what is refused in a sentence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pain_firm import MAY, PainFirm
from pydantic import ValidationError

from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import TEAM, new_id
from shadow_app.domain.vocabulary import Choice, CommitmentState
from shadow_app.storage.history import history_of
from shadow_app.storage.store import Store
from shadow_app.usecases.days import day_in_words, today

LATER = date(2099, 1, 1)


@pytest.fixture
def world(store: Store) -> PainFirm:
    return PainFirm(store)


@pytest.fixture
def pain(world: PainFirm) -> PainPoint:
    return world.three_visits()


@pytest.fixture
def merged(world: PainFirm, pain: PainPoint) -> PainPoint:
    gone = world.grouping.make(world.firm.scanning.id, "battery", [])
    world.grouping.merge(pain.id, [gone.id])
    return gone


def test_a_decision_holds_its_reason_its_date_and_its_maker(world: PainFirm, pain: PainPoint) -> None:
    made = world.deciding.decide(pain.id, Choice.DEFER, "  after peak ", LATER)
    assert (made.choice, made.reason, made.review_on) == (Choice.DEFER, "after peak", LATER)
    assert (made.decided_on, made.decided_by, made.scope) == (today(), "Ann", TEAM)
    again = world.deciding.decide(pain.id, Choice.DO, "it cannot wait")
    assert again.id == made.id
    assert world.desk.scene(pain.id).decision == again
    with world.store.reading() as read:
        lines = history_of(read, made.id)
    assert [(line.before, line.after) for line in lines if line.field == "choice"] == [(None, "defer"), ("defer", "do")]
    assert {line.label for line in lines} == {"Decided to put it off", "Decided to do it"}
    world.deciding.take_back(pain.id)
    assert world.desk.scene(pain.id).decision is None
    with pytest.raises(NotFound):
        world.deciding.take_back(pain.id)
    assert not world.deciding.decide(pain.id, Choice.DECLINE, "the gun goes", today()).removed


def test_decisions_that_say_too_little_are_refused(world: PainFirm, pain: PainPoint, merged: PainPoint) -> None:
    for choice, reason, review_on, sentence in (
        (Choice.DO, " \n", None, "needs its reason"),
        (Choice.DEFER, "later", None, "give a review date"),
        (Choice.DO, "now", today() - timedelta(days=1), "has passed"),
    ):
        with pytest.raises(Refused, match=sentence):
            world.deciding.decide(pain.id, choice, reason, review_on)
    with pytest.raises(Refused, match="“battery” was merged into “Gun logs out”"):
        world.deciding.decide(merged.id, Choice.DO, "now")
    with pytest.raises(NotFound):
        world.deciding.decide(new_id(), Choice.DO, "now")
    assert world.desk.scene(pain.id).decision is None


def test_a_promise_has_an_owner_and_words(world: PainFirm, pain: PainPoint) -> None:
    visit = world.visit(MAY)
    given = world.deciding.promise(pain.id, " badges ", " M.  Keller ", LATER, 5, visit_id=visit.id)
    assert (given.text, given.owner, given.due_on, given.effort_days) == ("badges", "M. Keller", LATER, 5)
    assert (given.pain_point_id, given.visit_id, given.state) == (pain.id, visit.id, CommitmentState.OPEN)
    at_the_desk = world.deciding.promise(pain.id, "spare guns", "Kim", site_id=world.office.id)
    assert [each.site for each in world.deciding.promises()] == ["Harbour depot", "City office"]
    assert [each.commitment for each in world.deciding.promises(world.office.id)] == [at_the_desk]
    assert world.deciding.promises(states=(CommitmentState.KEPT,)) == []


def test_promises_that_cannot_be_kept_are_refused(world: PainFirm, pain: PainPoint, merged: PainPoint) -> None:
    asked: dict[str, Any]
    for asked, sentence in (
        ({"text": " ", "owner": "Kim"}, "what is promised"),
        ({"text": "badges", "owner": " "}, "A promise needs an owner: name the person who answers for it"),
        ({"text": "badges", "owner": "Kim", "due_on": today() - timedelta(days=1)}, "has passed"),
    ):
        with pytest.raises(Refused, match=sentence):
            world.deciding.promise(pain.id, **asked)
    with pytest.raises(Refused, match="was merged into"):
        world.deciding.promise(merged.id, "badges", "Kim")
    with pytest.raises(NotFound):
        world.deciding.promise(pain.id, "badges", "Kim", site_id=new_id())
    with pytest.raises(NotFound):
        world.deciding.promise(pain.id, "badges", "Kim", visit_id=new_id())
    with pytest.raises(ValidationError):
        world.deciding.promise(pain.id, "badges", "Kim", effort_days=-1)
    assert world.deciding.promises() == []


def test_a_promise_is_changed_but_never_left_without_an_owner(
    world: PainFirm, pain: PainPoint, merged: PainPoint
) -> None:
    given = world.deciding.promise(pain.id, "badges", "Kim")
    changed = world.deciding.change_promise(given.id, text=" badges by spring", owner=" Asha ", due_on=LATER)
    assert (changed.text, changed.owner, changed.due_on) == ("badges by spring", "Asha", LATER)
    refused: dict[str, Any]
    for refused, sentence in (
        ({"owner": ""}, "needs an owner"),
        ({"text": ""}, "what is promised"),
        ({"state": CommitmentState.KEPT}, "The state of a promise cannot be changed here"),
        ({"pain_point_id": merged.id}, "was merged into"),
    ):
        with pytest.raises(Refused, match=sentence):
            world.deciding.change_promise(given.id, **refused)
    with pytest.raises(NotFound):
        world.deciding.change_promise(given.id, site_id=new_id())
    other = world.grouping.make(world.firm.email.id, "slow", [])
    world.deciding.change_promise(given.id, pain_point_id=other.id)
    assert [each.text for each in world.desk.scene(other.id).promises] == ["badges by spring"]
    assert world.deciding.change_promise(given.id, pain_point_id=None).pain_point_id is None


def test_a_promise_is_kept_dropped_and_opened_again(world: PainFirm, pain: PainPoint) -> None:
    given = world.deciding.promise(pain.id, "badges", "Kim")
    kept = world.deciding.settle(given.id, CommitmentState.KEPT, on=MAY)
    assert (kept.state, kept.kept_on, kept.outcome) == (CommitmentState.KEPT, MAY, "")
    with pytest.raises(Refused, match="needs its reason"):
        world.deciding.settle(given.id, CommitmentState.DROPPED, " ")
    with pytest.raises(Refused, match="has not come yet"):
        world.deciding.settle(given.id, CommitmentState.KEPT, on=LATER)
    dropped = world.deciding.settle(given.id, CommitmentState.DROPPED, "no badge reader fits")
    assert (dropped.kept_on, dropped.outcome) == (today(), "no badge reader fits")
    opened = world.deciding.settle(given.id, CommitmentState.OPEN)
    assert (opened.kept_on, opened.outcome) == (None, "no badge reader fits")
    with pytest.raises(NotFound):
        world.deciding.settle(new_id(), CommitmentState.KEPT)


def test_a_follow_up_is_noted_and_struck(world: PainFirm, pain: PainPoint, merged: PainPoint) -> None:
    noted = world.deciding.follow_up(pain.id, MAY, " 5.2 ", 4, 1.5, " stopwatch, ten times ")
    assert (noted.change_ref, noted.minutes_before, noted.minutes_after, noted.note) == (
        "5.2",
        4,
        1.5,
        "stopwatch, ten times",
    )
    (proof,) = world.desk.scene(pain.id).follow_ups
    assert (proof.follow_up, proof.before.minutes, proof.after.minutes) == (noted, 4, 1.5)
    with pytest.raises(ValidationError):
        world.deciding.follow_up(pain.id, MAY, minutes_after=-1)
    with pytest.raises(Refused, match="was merged into"):
        world.deciding.follow_up(merged.id, MAY)
    world.deciding.strike_follow_up(noted.id)
    assert world.desk.scene(pain.id).follow_ups == ()


def test_a_day_is_said_as_people_say_it() -> None:
    assert day_in_words(date(2026, 12, 3)) == "3 December 2026"

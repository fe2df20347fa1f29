"""Pain points merged, split, edited, closed and dropped: what moves, what comes back, and what is refused."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pain_firm import MARCH, MAY, PainFirm
from pydantic import ValidationError

from factories import new_store, put
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id, new_id
from shadow_app.domain.vocabulary import BusinessDamage, Choice, Scope, TimeToDamage, Workaround
from shadow_app.insight.standing import Standing
from shadow_app.storage.store import Store

LATER = date(2099, 1, 1)


@pytest.fixture
def world(store: Store) -> PainFirm:
    return PainFirm(store)


def notes_in(world: PainFirm, pain: PainPoint) -> set[str]:
    with world.store.reading() as read:
        members = read.where(PainPointMember, pain_point_id=pain.id)
        return {read.get(Observation, each.observation_id).text for each in members}


def group(world: PainFirm, title: str, *texts: str) -> PainPoint:
    visit = world.visit(MAY)
    notes = [world.note(visit, text, lost_minutes=4.0) for text in texts]
    return world.grouping.make(world.firm.scanning.id, title, [note.id for note in notes])


def test_merging_moves_notes_and_all_that_hangs_on_them(world: PainFirm) -> None:
    first, second, third = group(world, "sign-on", "a"), group(world, "log-in", "b", "c"), group(world, "password", "d")
    promise = world.deciding.promise(second.id, "badges", "Kim")
    decision = world.deciding.decide(second.id, Choice.DO, "it stops vans")
    follow_up = world.deciding.follow_up(second.id, MAY)
    world.telling.tell_desk(second.id, "ask for the number")
    told = world.telling.tell_site(world.firm.site.id, "badges come", pain_point_id=third.id)
    before = sum(row.hours for row in world.desk.rows())
    assert world.grouping.merge(first.id, [second.id, third.id, second.id]).id == first.id
    (row,) = world.desk.rows()
    assert (row.id, row.notes, row.merged) == (first.id, 4, 2)
    assert row.hours == pytest.approx(before), "no hour is lost and none is made"
    assert notes_in(world, first) == {"a", "b", "c", "d"}
    scene = world.desk.scene(first.id)
    assert [each.id for each in scene.promises] == [promise.id]
    assert [each.follow_up.id for each in scene.follow_ups] == [follow_up.id]
    assert [each.id for each in scene.updates] == [told.id]
    assert len(scene.told_desk) == 1
    assert scene.decision is not None
    assert (scene.decision.choice, scene.decision.reason) == (decision.choice, decision.reason)


def test_of_two_decisions_that_of_the_one_that_stays_holds(world: PainFirm) -> None:
    stays, goes = group(world, "sign-on", "a"), group(world, "log-in", "b")
    world.deciding.decide(stays.id, Choice.DO, "now")
    world.deciding.decide(goes.id, Choice.DECLINE, "never")
    world.grouping.merge(stays.id, [goes.id])
    decision = world.desk.scene(stays.id).decision
    assert decision is not None
    assert decision.reason == "now"
    back = world.desk.scene(world.grouping.unmerge(goes.id).id).decision
    assert back is not None
    assert back.reason == "never"


def test_a_merge_is_one_step_and_can_be_taken_apart(world: PainFirm) -> None:
    stays, goes, other = group(world, "sign-on", "a"), group(world, "log-in", "b", "c"), group(world, "password", "d")
    taken_out = world.note(world.visit(MAY), "never really that")
    world.grouping.add(goes.id, [taken_out.id])
    world.grouping.take_out(goes.id, taken_out.id)
    promise = world.deciding.promise(goes.id, "badges", "Kim")
    world.grouping.merge(stays.id, [goes.id, other.id])
    back = world.grouping.unmerge(goes.id)
    assert (back.id, back.removed, back.merged_into_id, back.title) == (goes.id, False, None, "log-in")
    assert notes_in(world, goes) == {"b", "c"}
    assert notes_in(world, stays) == {"a", "d"}
    assert [each.id for each in world.desk.scene(goes.id).promises] == [promise.id]
    assert world.desk.scene(stays.id).promises == ()
    world.grouping.merge(stays.id, [goes.id])
    world.grouping.unmerge(other.id)
    world.grouping.unmerge(goes.id)
    assert [notes_in(world, each) for each in (stays, goes, other)] == [{"a"}, {"b", "c"}, {"d"}]


def test_what_has_moved_on_since_stays_where_it_is(world: PainFirm) -> None:
    stays, goes, other = group(world, "sign-on", "a"), group(world, "log-in", "b", "c"), group(world, "password", "d")
    with world.store.reading() as read:
        note = next(each for each in read.where(Observation) if each.text == "b")
    promise = world.deciding.promise(goes.id, "badges", "Kim")
    world.grouping.merge(stays.id, [goes.id])
    world.grouping.add(other.id, [note.id])
    world.deciding.change_promise(promise.id, pain_point_id=other.id)
    world.grouping.unmerge(goes.id)
    assert [notes_in(world, each) for each in (stays, goes, other)] == [{"a"}, {"c"}, {"b", "d"}]
    assert [each.id for each in world.desk.scene(other.id).promises] == [promise.id]


def test_a_decision_that_came_with_a_merge_leaves_with_it(world: PainFirm) -> None:
    first, second = group(world, "sign-on", "a"), group(world, "log-in", "b")
    world.deciding.decide(second.id, Choice.DO, "it stops vans")
    world.grouping.merge(first.id, [second.id])
    world.grouping.unmerge(second.id)
    assert world.desk.scene(first.id).decision is None
    assert world.desk.scene(second.id).decision is not None


def test_a_decision_made_since_a_merge_stays(world: PainFirm) -> None:
    first, second = group(world, "sign-on", "a"), group(world, "log-in", "b")
    world.deciding.decide(second.id, Choice.DO, "it stops vans")
    world.grouping.merge(first.id, [second.id])
    world.deciding.decide(first.id, Choice.DECLINE, "there is no money")
    world.grouping.unmerge(second.id)
    known = world.desk.scene(first.id).decision
    assert known is not None
    assert known.choice is Choice.DECLINE


def test_the_same_decision_of_both_stays_with_both(world: PainFirm) -> None:
    first, second = group(world, "sign-on", "a"), group(world, "log-in", "b")
    for each in (first, second):
        world.deciding.decide(each.id, Choice.DO, "it stops vans")
    world.grouping.merge(first.id, [second.id])
    world.grouping.unmerge(second.id)
    assert world.desk.scene(first.id).decision is not None


def test_a_merge_of_a_merge_is_taken_apart_from_where_the_notes_are(world: PainFirm) -> None:
    first, second, third = group(world, "a", "a"), group(world, "b", "b"), group(world, "c", "c")
    world.grouping.merge(second.id, [first.id])
    world.grouping.merge(third.id, [second.id])
    assert notes_in(world, third) == {"a", "b", "c"}
    world.grouping.unmerge(first.id)
    assert [notes_in(world, each) for each in (first, third)] == [{"a"}, {"b", "c"}]
    world.grouping.unmerge(second.id)
    assert [notes_in(world, each) for each in (first, second, third)] == [{"a"}, {"b"}, {"c"}]


def test_what_cannot_be_merged_is_said_in_a_sentence_and_nothing_moves(world: PainFirm) -> None:
    stays, goes = group(world, "sign-on", "a"), group(world, "log-in", "b")
    mail = world.grouping.make(world.firm.email.id, "slow", [])
    gone = group(world, "gone", "c")
    world.grouping.merge(stays.id, [gone.id])
    for into, ids, sentence in (
        (stays, [], "at least one"),
        (stays, [stays.id], "“sign-on” cannot be merged with itself"),
        (stays, [goes.id, gone.id], "“gone” was merged into “sign-on”"),
        (gone, [goes.id], "“gone” was merged into “sign-on”"),
        (stays, [goes.id, mail.id], "“slow” belongs to another service than “sign-on”; give both the same theme"),
    ):
        with pytest.raises(Refused, match=sentence):
            world.grouping.merge(into.id, ids)
    with pytest.raises(NotFound):
        world.grouping.merge(stays.id, [goes.id, new_id()])
    assert notes_in(world, goes) == {"b"}
    with pytest.raises(Refused, match="not merged"):
        world.grouping.unmerge(goes.id)
    with pytest.raises(Refused, match="was merged into"):
        world.grouping.add(gone.id, [])
    group(world, "Gone", "e")
    with pytest.raises(Refused, match="“Gone”"):
        world.grouping.unmerge(gone.id)


def test_marked_as_merged_without_a_trace_of_it_comes_back_empty(world: PainFirm) -> None:
    stays = group(world, "sign-on", "a")
    odd = PainPoint(service_id=world.firm.scanning.id, title="odd", removed=True, merged_into_id=stays.id)
    put(world.store, odd)
    assert not world.grouping.unmerge(odd.id).removed
    assert (notes_in(world, stays), notes_in(world, odd)) == ({"a"}, set())


def test_splitting_takes_chosen_notes_off(world: PainFirm) -> None:
    whole = group(world, "sign-on", "a", "b", "c")
    world.grouping.edit(whole.id, business_damage=BusinessDamage.BUSINESS_LOST)
    ids = {each.note.note.text: each.note.note.id for each in world.desk.scene(whole.id).witnesses}
    made = world.grouping.split(whole.id, " Screen  lock ", [ids["a"], ids["b"]])
    assert (made.title, made.service_id, made.business_damage) == ("Screen lock", whole.service_id, None)
    assert (notes_in(world, whole), notes_in(world, made)) == ({"c"}, {"a", "b"})
    with pytest.raises(Refused, match="Nothing would be left"):
        world.grouping.split(whole.id, "all", [ids["c"]])
    with pytest.raises(Refused, match="Choose the notes"):
        world.grouping.split(whole.id, "none", [])
    with pytest.raises(NotFound, match="not in “sign-on”"):
        world.grouping.split(whole.id, "not mine", [ids["a"]])
    with pytest.raises(Refused, match="title"):
        world.grouping.split(made.id, " ", [ids["a"]])
    with pytest.raises(Refused, match="“sign-on”"):
        world.grouping.split(made.id, "Sign-on", [ids["a"]])
    assert (notes_in(world, whole), notes_in(world, made)) == ({"c"}, {"a", "b"})


def test_what_people_set_stands_until_they_take_it_back(world: PainFirm) -> None:
    pain = group(world, "sign-on", "a")
    world.grouping.edit(
        pain.id,
        title=" Sign-on  in gloves ",
        business_damage=BusinessDamage.CUSTOMER_NOTICES,
        time_to_damage=TimeToDamage.TODAY,
        workaround=Workaround.CLUMSY,
        pain_scope=Scope.PERSON,
        effort_days=60,
        theme="gloves",
        engagement_owner="M. Keller",
    )
    scene = world.desk.scene(pain.id)
    assert (scene.pain_point.title, scene.pain_point.theme, scene.row.owner) == (
        "Sign-on in gloves",
        "gloves",
        "M. Keller",
    )
    assert scene.cost.uplift == pytest.approx(1.05)
    assert scene.cost.density is not None
    world.grouping.edit(pain.id, business_damage=None, title="Sign-on in gloves")
    assert not world.desk.scene(pain.id).cost.graded


def test_an_owner_of_spaces_is_nobody(world: PainFirm) -> None:
    made = group(world, "sign-on", "a")
    assert world.grouping.edit(made.id, engagement_owner="  ").engagement_owner == ""
    assert world.grouping.edit(made.id, engagement_owner=" Kim ").engagement_owner == "Kim"


def test_what_cannot_be_set_is_refused_and_nothing_is_changed(world: PainFirm) -> None:
    put(world.store, world.firm.scanning.edited(support_team="Mobile devices"))
    pain, other = group(world, "sign-on", "a"), group(world, "battery", "b")
    for fields, sentence in (
        ({"merged_into_id": other.id}, "The merged into id of a pain point cannot be changed here"),
        ({"title": "Battery"}, "“battery”"),
        ({"title": " "}, "title"),
        ({"loss_value": 500.0}, "both the money"),
        ({"engagement_owner": "mobile devices "}, "a person and not the team"),
        ({"engagement_owner": "Printers", "fixing_team": "Printers"}, "a person and not the team"),
    ):
        with pytest.raises(Refused, match=sentence):
            world.grouping.edit(pain.id, theme="changed", **fields)
    with pytest.raises(ValidationError):
        world.grouping.edit(pain.id, theme="changed", effort_days=-1)
    with pytest.raises(NotFound):
        world.grouping.edit(new_id(), theme="changed")
    assert world.desk.scene(pain.id).pain_point == pain
    priced = world.grouping.edit(pain.id, loss_value=500.0, loss_chance=0.1, engagement_owner="Mobile devices: Kim")
    assert (priced.loss_value, priced.engagement_owner) == (500, "Mobile devices: Kim")


def test_closing_needs_a_reason_and_a_day_that_has_come(world: PainFirm) -> None:
    pain = group(world, "sign-on", "a")
    for why, on, sentence in (
        (" ", None, "why it is closed"),
        ("done", LATER, "has not come yet"),
        ("done", MARCH, "It was seen on 2 May 2024"),
    ):
        with pytest.raises(Refused, match=sentence):
            world.grouping.close(pain.id, why, on)
    with pytest.raises(Refused, match="is not closed"):
        world.grouping.reopen(pain.id)
    closed = world.grouping.close(pain.id, " badges are live ", MAY)
    assert (closed.closed_on, closed.closed_why) == (MAY, "badges are live")
    world.note(world.visit(MAY + timedelta(days=1)), "nobody has put it in")
    assert world.row(pain).standing is Standing.CLOSED
    opened = world.grouping.reopen(pain.id)
    assert (opened.closed_on, opened.closed_why) == (None, "")
    assert world.row(pain).standing is Standing.NEW
    assert world.grouping.close(world.grouping.make(world.firm.email.id, "x", []).id, "a mistake").closed_on is not None


def test_nothing_that_others_hang_on_is_removed(world: PainFirm) -> None:
    pain = group(world, "sign-on", "a")
    with pytest.raises(Refused, match="has notes"):
        world.grouping.drop(pain.id)
    empty = world.grouping.make(world.firm.email.id, "slow", [])
    world.deciding.decide(empty.id, Choice.DO, "now")
    with pytest.raises(Refused, match="close it instead"):
        world.grouping.drop(empty.id)
    world.deciding.take_back(empty.id)
    world.grouping.drop(empty.id)
    with pytest.raises(NotFound):
        world.desk.scene(empty.id)
    gone, whole = (world.grouping.make(world.firm.email.id, title, []) for title in ("gone", "whole"))
    world.grouping.merge(whole.id, [gone.id])
    with pytest.raises(Refused, match="close it instead"):
        world.grouping.drop(whole.id)


def test_a_pain_point_that_was_decided_on_outlives_its_last_note(world: PainFirm) -> None:
    pain = group(world, "sign-on", "a")
    (witness,) = world.desk.scene(pain.id).witnesses
    world.deciding.decide(pain.id, Choice.DO, "now")
    world.grouping.take_out(pain.id, witness.note.note.id)
    assert world.row(pain).notes == 0
    world.deciding.take_back(pain.id)
    world.grouping.add(pain.id, [witness.note.note.id])
    world.grouping.take_out(pain.id, witness.note.note.id)
    assert pain.id not in {row.id for row in world.desk.rows()}


def test_a_service_with_pain_points_keeps_its_history_when_it_goes(world: PainFirm) -> None:
    pain = group(world, "sign-on", "a")
    with world.store.work("service removed") as work:
        work.remove(world.firm.scanning)
        work.commit()
    assert world.row(pain).service == "Handheld scanning"
    assert world.desk.scene(pain.id).row.notes == 1
    with pytest.raises(NotFound):
        world.grouping.make(world.firm.scanning.id, "more", [])


def test_every_verb_is_one_action_with_a_plain_name(world: PainFirm) -> None:
    said: list[str] = []
    stays, goes = group(world, "sign-on", "a"), group(world, "log-in", "b", "c")
    world.store.listen(lambda news: said.append(news.label))
    world.grouping.merge(stays.id, [goes.id])
    world.grouping.unmerge(goes.id)
    note_id = link_id(goes.id)
    with pytest.raises(NotFound):
        world.grouping.split(goes.id, "new", [note_id])
    world.grouping.edit(stays.id, effort_days=3)
    world.grouping.close(stays.id, "done")
    world.grouping.reopen(stays.id)
    assert said == [
        "Pain points merged",
        "Merge taken apart",
        "Pain point changed",
        "Pain point closed",
        "Pain point opened again",
    ]


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 3), st.integers(0, 3)), max_size=8))
def test_whatever_is_merged_and_taken_apart_no_note_is_lost_or_doubled(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bool, int, int]]
) -> None:
    with closing(new_store(tmp_path_factory.mktemp("merging"))) as store:
        world = PainFirm(store)
        pains = [group(world, title, f"{title}1", f"{title}2") for title in "abcd"]
        everything = {f"{title}{number}" for title in "abcd" for number in (1, 2)}
        for merging, first, second in steps:
            with suppress(Refused):
                if merging:
                    world.grouping.merge(pains[first].id, [pains[second].id])
                else:
                    world.grouping.unmerge(pains[first].id)
            found = [text for pain in pains for text in notes_in(world, pain)]
            assert sorted(found) == sorted(everything)
        assert sum(row.notes for row in world.desk.rows()) == len(everything)
        for pain in reversed(pains):
            with suppress(Refused):
                world.grouping.unmerge(pain.id)
        assert [notes_in(world, pain) for pain in pains] == [{f"{title}1", f"{title}2"} for title in "abcd"]

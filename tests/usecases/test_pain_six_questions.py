"""The six questions of a pain point: what is answered, in plain words, and what stays empty because nobody has."""

from __future__ import annotations

from datetime import date

import pytest
from pain_firm import APRIL, MAY, PainFirm

from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.vocabulary import BusinessDamage, Choice, TimeToDamage, Workaround
from shadow_app.reports.immersion import SixAnswers
from shadow_app.storage.store import Store
from shadow_app.usecases.six_questions import NOTHING_DECIDED, SixFacts, answer_six, facts_of
from shadow_app.usecases.visit_report import visit_report

LATER = date(2099, 1, 1)


@pytest.fixture
def world(store: Store) -> PainFirm:
    return PainFirm(store)


def six(world: PainFirm, pain: PainPoint) -> SixAnswers:
    return world.desk.scene(pain.id).six


def test_nobody_has_answered_anything(world: PainFirm) -> None:
    pain = world.grouping.make(world.firm.scanning.id, "Gun logs out", [world.note(world.visit(MAY)).id])
    assert six(world, pain) == SixAnswers("Gun logs out")


def test_what_the_notes_and_the_figures_answer(world: PainFirm) -> None:
    pain = world.three_visits(reported_to_desk=False, why_not_reported="no asset number")
    world.grouping.edit(pain.id, business_damage=BusinessDamage.BUSINESS_LOST, time_to_damage=TimeToDamage.MINUTES)
    assert six(world, pain) == SixAnswers(
        "Gun logs out",
        damage="Yes: business lost, a penalty or a missed departure",
        time_critical="Yes: harm is done within the hour",
        deferrable="No",
        # 1778 hours at 22.50 are 40,005 a year, at 450 a day 88.9 days.
        effort="Up to about 90 days of work pay back in a year",
        engagement="",
        desk="It was never told: no asset number",
    )


def test_until_when_it_can_wait_before_anybody_has_decided(world: PainFirm) -> None:
    pain = world.three_visits()
    for damage, time, workaround, answer in (
        (BusinessDamage.ANNOYANCE, TimeToDamage.CAN_WAIT, None, "Yes, until the next review"),
        (BusinessDamage.REWORK, TimeToDamage.THIS_WEEK, Workaround.GOOD, "Yes, until the next review"),
        (BusinessDamage.CUSTOMER_NOTICES, TimeToDamage.TODAY, None, "No"),
        (BusinessDamage.CUSTOMER_NOTICES, TimeToDamage.THIS_WEEK, None, "Only with a date"),
    ):
        world.grouping.edit(pain.id, business_damage=damage, time_to_damage=time, workaround=workaround)
        assert six(world, pain).deferrable == answer


def test_the_decision_says_until_when(world: PainFirm) -> None:
    pain = world.three_visits()
    for choice, review_on, answer in (
        (Choice.DEFER, LATER, "Yes, until 1 January 2099"),
        (Choice.DO, None, "No: it is being done"),
        (Choice.DO, LATER, "No: it is being done, to be looked at again on 1 January 2099"),
        (Choice.DECLINE, None, "It will not be done"),
        (Choice.DECLINE, LATER, "It will not be done, to be looked at again on 1 January 2099"),
    ):
        decision = world.deciding.decide(pain.id, choice, "because", review_on)
        assert six(world, pain).deferrable == answer
    undated = decision.edited(choice=Choice.DEFER, review_on=None)
    answers = answer_six(world.desk.scene(pain.id).cost, "x", [], SixFacts(pain, undated))
    assert answers.deferrable == "Yes, until the next review", "an older store may hold one without a date"


def test_effort_against_what_it_would_give_back(world: PainFirm) -> None:
    pain = world.three_visits()
    world.grouping.edit(pain.id, effort_days=20)
    # WLH is 1778, so 88.9 for each of the 20 days.
    worth = "Up to about 90 days of work pay back in a year"
    assert six(world, pain).effort == f"{worth}; estimated at 20 days, 90 hours a year for each, damage counted in"
    world.grouping.edit(pain.id, effort_days=1)
    assert six(world, pain).effort.endswith("estimated at 1 day, 1,780 hours a year for each, damage counted in")
    world.grouping.edit(pain.id, effort_days=1_000.5)
    assert six(world, pain).effort.endswith("estimated at 1,000.5 days, 2 hours a year for each, damage counted in")
    world.grouping.edit(pain.id, effort_days=8_000)
    assert six(world, pain).effort.endswith("0.2 hours a year for each, damage counted in")
    cheap = world.grouping.make(
        world.firm.email.id, "slow", [world.note(world.visit(MAY), "m", world.firm.email, lost_minutes=0.01).id]
    )
    assert six(world, cheap).effort == "Less than a day of work pays back in a year"
    nothing = world.grouping.make(world.firm.labels.id, "jams", [])
    world.grouping.edit(nothing.id, effort_days=2)
    assert six(world, nothing).effort == "Estimated at 2 days"


def test_who_talks_to_the_business(world: PainFirm) -> None:
    pain = world.three_visits()
    world.grouping.edit(pain.id, engagement_owner="M. Keller")
    assert six(world, pain).engagement == "M. Keller, no next contact agreed"
    world.grouping.edit(pain.id, next_contact_on=LATER)
    assert six(world, pain).engagement == "M. Keller, next on 1 January 2099"
    world.grouping.edit(pain.id, engagement_owner="")
    assert six(world, pain).engagement == "", "a date without a person is nobody"


def test_what_the_desk_knows(world: PainFirm) -> None:
    pain = world.three_visits()
    assert six(world, pain).desk == ""
    visit = world.visit(MAY)
    world.grouping.add(pain.id, [world.note(visit, reported_to_desk=True, count=4).id])
    assert six(world, pain).desk == "It has been told"
    world.grouping.add(pain.id, [world.note(visit, reported_to_desk=False).id])
    assert six(world, pain).desk == "It hears of some: 1 of 2 were never reported"
    world.telling.tell_desk(pain.id, "ask", on=APRIL)
    told = world.telling.tell_desk(pain.id, "ask again", on=MAY)
    assert six(world, pain).desk == "Told on 2 May 2024, not acknowledged yet"
    world.telling.acknowledge(told, "R. Patel", MAY)
    assert six(world, pain).desk == "Told on 2 May 2024, acknowledged on 2 May 2024 by R. Patel"


def test_the_report_of_a_visit_answers_with_what_was_decided_and_names_nobody(world: PainFirm) -> None:
    pain = world.three_visits(reported_to_desk=False, why_not_reported="he rings 07700 900123 instead")
    world.deciding.decide(pain.id, Choice.DEFER, "after peak", LATER)
    march = next(each.visit.visit for each in world.desk.scene(pain.id).witnesses)
    with world.store.reading() as read:
        (answers,) = visit_report(read, march.id).answers
    assert answers.deferrable == "Yes, until 1 January 2099"
    assert answers.desk.startswith("It was never told: he rings ")
    assert "07700" not in answers.desk


def test_a_report_answers_with_what_was_decided_about_its_notes(world: PainFirm) -> None:
    pain = world.three_visits(reported_to_desk=True)
    world.grouping.edit(pain.id, engagement_owner="M. Keller")
    decision = world.deciding.decide(pain.id, Choice.DO, "now")
    told = world.telling.tell_desk(pain.id, "ask", on=APRIL)
    with world.store.reading() as read:
        facts = facts_of(read, pain.id)
        assert facts_of(read, None) is NOTHING_DECIDED
    assert (facts.decision, tuple(facts.told_desk), facts.silence) == (decision, (told,), None)
    scene = world.desk.scene(pain.id)
    notes = [each.note.note for each in scene.witnesses]
    assert answer_six(scene.cost, pain.title, notes, facts) == scene.six
    assert answer_six(scene.cost, pain.title, notes).desk == "It has been told", "from the notes at hand alone"
    by_nobody = answer_six(scene.cost, "x", [], SixFacts(told_desk=(told.edited(acknowledged_on=MAY),)))
    assert by_nobody.desk == "Told on 2 April 2024, acknowledged on 2 May 2024"

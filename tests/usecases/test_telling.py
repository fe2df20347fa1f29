"""Telling the sites and the service desk, and how long ago that was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pain_firm import APRIL, MARCH, MAY, TODAY, PainFirm

from factories import put
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.programme import Programme
from shadow_app.domain.record import TEAM, new_id
from shadow_app.domain.vocabulary import VisitState
from shadow_app.storage.store import Store
from shadow_app.usecases.days import today


@pytest.fixture
def world(store: Store) -> PainFirm:
    return PainFirm(store)


def test_a_site_is_told_and_has_heard_it(world: PainFirm) -> None:
    pain = world.three_visits()
    promise = world.deciding.promise(pain.id, "badges", "Kim")
    told = world.telling.tell_site(
        world.firm.site.id, " Badges come \n", " shift briefing ", pain.id, promise.id, APRIL
    )
    assert (told.text, told.channel, told.told_on, told.told_by) == ("Badges come", "shift briefing", APRIL, "Ann")
    assert (told.pain_point_id, told.commitment_id, told.scope) == (pain.id, promise.id, TEAM)
    heard = world.telling.acknowledge(told, " D.  Marsh ", MAY)
    assert (heard.id, heard.acknowledged_by, heard.acknowledged_on) == (told.id, "D. Marsh", MAY)
    assert world.telling.tell_site(world.firm.site.id, "hello").told_on == today()


def test_the_desk_is_told_and_acknowledges(world: PainFirm) -> None:
    pain = world.three_visits()
    told = world.telling.tell_desk(pain.id, "Ask for the gun's number", "wiki", APRIL)
    assert world.desk.scene(pain.id).six.desk == "Told on 2 April 2024, not acknowledged yet"
    world.telling.acknowledge(told, "R. Patel", APRIL)
    (kept,) = world.desk.scene(pain.id).told_desk
    assert (kept.acknowledged_by, kept.acknowledged_on, kept.channel) == ("R. Patel", APRIL, "wiki")


def test_what_says_nothing_or_to_nobody_is_refused(world: PainFirm) -> None:
    pain = world.three_visits()
    site, tomorrow = world.firm.site.id, today() + timedelta(days=1)
    told = world.telling.tell_desk(pain.id, "ask", on=APRIL)
    merged = world.grouping.make(world.firm.scanning.id, "battery", [])
    world.grouping.merge(pain.id, [merged.id])
    refusals: list[tuple[Callable[[], object], str]] = [
        (lambda: world.telling.tell_site(site, " "), "Write down what was said"),
        (lambda: world.telling.tell_desk(pain.id, "\n"), "Write down what was said"),
        (lambda: world.telling.tell_site(site, "x", on=tomorrow), "has not come yet"),
        (lambda: world.telling.tell_site(site, "x", pain_point_id=merged.id), "was merged into"),
        (lambda: world.telling.tell_desk(merged.id, "x"), "was merged into"),
        (lambda: world.telling.acknowledge(told, " "), "who has acknowledged"),
        (lambda: world.telling.acknowledge(told, "Pat", MARCH), "nobody can acknowledge it before"),
        (lambda: world.telling.acknowledge(told, "Pat", tomorrow), "has not come yet"),
    ]
    for refused, sentence in refusals:
        with pytest.raises(Refused, match=sentence):
            refused()
    gone: list[Callable[[], object]] = [
        lambda: world.telling.tell_site(new_id(), "x"),
        lambda: world.telling.tell_site(site, "x", pain_point_id=new_id()),
        lambda: world.telling.tell_site(site, "x", commitment_id=new_id()),
        lambda: world.telling.tell_desk(new_id(), "x"),
        lambda: world.telling.acknowledge(told.edited(id=new_id()), "Pat"),
    ]
    for nothing in gone:
        with pytest.raises(NotFound):
            nothing()
    assert world.telling.days_since_told() != []
    assert world.desk.scene(pain.id).updates == ()


def test_days_since_told_are_counted_for_every_visited_site(world: PainFirm) -> None:
    assert world.telling.days_since_told() == []
    world.visit(MARCH)
    world.visit(MAY)
    world.visit(APRIL, site_id=world.office.id, state=VisitState.PLANNED)
    (never,) = world.telling.days_since_told(today=TODAY)
    assert (never.site, never.unit, never.visited_on, never.told_on, never.days) == (
        "Harbour depot",
        "Depots",
        MAY,
        None,
        None,
    )
    assert never.overdue, "91 days after the first visit"
    assert not world.telling.days_since_told(today=TODAY - timedelta(days=1))[0].overdue
    world.visit(APRIL, site_id=world.office.id)
    first = world.telling.tell_site(world.office.id, "we were there", on=APRIL)
    world.telling.tell_site(world.firm.site.id, "we were there", on=MARCH)
    world.telling.tell_site(world.firm.site.id, "and again", on=MAY)
    told = world.telling.days_since_told(today=TODAY)
    assert [(each.site, each.days, each.overdue) for each in told] == [
        ("City office", 60, False),
        ("Harbour depot", 30, False),
    ]
    assert [each.site for each in world.telling.days_since_told(world.offices.id, TODAY)] == ["City office"]
    put(world.store, first.edited(removed=True))
    assert world.telling.days_since_told(today=TODAY)[0].told_on is None


def test_the_programme_says_how_long_is_too_long(world: PainFirm) -> None:
    world.visit(MARCH)
    world.telling.tell_site(world.firm.site.id, "we were there", on=MAY)
    put(world.store, Programme(name="First", starts_on=date(2023, 1, 1), tell_within_days=10))
    assert world.telling.days_since_told(today=TODAY)[0].overdue
    put(world.store, Programme(name="Second", starts_on=date(2024, 1, 1), tell_within_days=30))
    assert not world.telling.days_since_told(today=TODAY)[0].overdue

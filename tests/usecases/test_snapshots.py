"""Locking a ranking, and what a locked one is good for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories import Firm, put, tag
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.record import link_id
from shadow_app.domain.weights import Weights
from shadow_app.insight.since import Course
from shadow_app.storage.store import Store
from shadow_app.usecases.prioritising import Prioritising
from shadow_app.usecases.snapshots import Snapshots


@pytest.fixture
def prioritising(store: Store) -> Prioritising:
    return Prioritising(store)


@pytest.fixture
def snapshots(store: Store, prioritising: Prioritising) -> Snapshots:
    return Snapshots(store, prioritising)


@pytest.fixture
def noted(store: Store, firm: Firm) -> Firm:
    """The scanner loses more than the labels."""
    often = firm.note("logs out", lost_minutes=9.0, count=5)
    jam = firm.note("jam", 1, lost_minutes=5.0, count=2)
    put(store, often, jam, tag(often, firm.scanning), tag(jam, firm.labels))
    return firm


def test_a_snapshot_keeps_the_numbers_of_the_day(snapshots: Snapshots, prioritising: Prioritising, noted: Firm) -> None:
    taken = snapshots.take("  Before the   spring ", noted.unit.id)
    assert taken.name == "Before the spring"
    assert (taken.made_by, taken.currency, taken.visits, taken.weights_id) == ("Ann", "GBP", 1, None)
    ranked = prioritising.ranking(noted.unit.id)
    drawn = prioritising.ranges(ranked)
    assert drawn is not None
    for line, cost in zip(taken.lines, ranked.costs, strict=True):
        spread = drawn.services[cost.service_id]
        assert (line.service_id, line.hours, line.cost, line.wlh) == (cost.service_id, cost.hours, cost.cost, cost.wlh)
        assert (line.low, line.high) == spread.spread.hours
        assert line.in_top_three == spread.top_three
    assert [line.rank for line in taken.lines] == [1, 2]
    assert [line.notes for line in taken.lines] == [1, 1]
    assert snapshots.all() == [taken]


def test_a_snapshot_is_never_changed_or_removed(snapshots: Snapshots, store: Store, noted: Firm) -> None:
    taken = snapshots.take("Spring")
    for changed in (taken.edited(name="Summer"), taken.edited(removed=True)):
        with pytest.raises(Refused, match="never changed"):
            put(store, changed)
    assert snapshots.all() == [taken]


def test_two_of_one_name_are_refused_in_each_part_of_the_business(
    snapshots: Snapshots, store: Store, noted: Firm
) -> None:
    snapshots.take("Spring", noted.unit.id)
    with pytest.raises(Refused, match=r"locked as “Spring” already.*another name"):
        snapshots.take("SPRING ", noted.unit.id)
    late = snapshots.draft("Autumn", noted.unit.id)
    snapshots.take("Autumn", noted.unit.id)
    with pytest.raises(Refused, match="“Autumn” already"):
        snapshots.keep(late)
    snapshots.take("Spring")
    assert [each.name for each in snapshots.of(noted.unit.id)] == ["Autumn", "Spring"]
    assert [each.name for each in snapshots.of(None)] == ["Spring"]


@pytest.mark.parametrize(("name", "why"), [("  ", "needs a name"), ("x" * 201, "201 characters and 200 fit")])
def test_a_bad_name_is_refused_in_a_sentence(snapshots: Snapshots, noted: Firm, name: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        snapshots.take(name)
    assert snapshots.all() == []


def test_nothing_to_rank_is_nothing_to_lock(snapshots: Snapshots, firm: Firm) -> None:
    with pytest.raises(Refused, match="no ranking to lock yet"):
        snapshots.take("Spring")
    with pytest.raises(NotFound, match="No ranking is locked here yet"):
        snapshots.since()


def test_since_the_newest_or_the_one_that_is_asked_for(snapshots: Snapshots, store: Store, noted: Firm) -> None:
    first = snapshots.take("First", noted.unit.id)
    mail = noted.note("bounced", 5, lost_minutes=60.0, count=9)
    later = noted.visit.edited(id=link_id("later"), number="V2", starts_at=noted.visit.starts_at + timedelta(days=90))
    put(store, later, mail, tag(mail, noted.email))
    since = snapshots.since(first.id, noted.unit.id)
    assert {line.service_id: line.course for line in since.lines} == {
        noted.email.id: Course.NEW,
        noted.scanning.id: Course.DOWN,
        noted.labels.id: Course.DOWN,
    }
    assert since.more_visits == 1
    second = snapshots.take("Second", noted.unit.id)
    newest = snapshots.since(unit_id=noted.unit.id)
    assert newest.snapshot == second
    assert newest.moved == ()
    assert all(line.beyond_chance is None for line in newest.lines)


def test_the_weights_of_then_are_named_beside_those_of_now(
    snapshots: Snapshots, prioritising: Prioritising, noted: Firm
) -> None:
    snapshots.take("Built in")
    kept = prioritising.weigh(Weights(phantom_hours=4))
    since = snapshots.since()
    assert (since.weights_then.phantom_hours, since.weights_now.phantom_hours) == (8.0, 4.0)
    taken = snapshots.take("Four hours")
    assert taken.weights_id == kept.id
    prioritising.weigh(Weights(phantom_hours=2))
    assert [(each.then, each.now) for each in snapshots.since(taken.id).weight_changes] == [(4.0, 2.0)]


def test_rankings_of_different_parts_are_not_compared(snapshots: Snapshots, store: Store, noted: Firm) -> None:
    other = BusinessUnit(organisation_id=noted.firm.id, name="Shops")
    put(store, other)
    taken = snapshots.take("Spring", noted.unit.id)
    with pytest.raises(Refused, match="“Spring” is a ranking of Depots, and cannot be compared with that of all units"):
        snapshots.since(taken.id)
    with pytest.raises(Refused, match="with that of Shops"):
        snapshots.since(taken.id, other.id)


def test_a_snapshot_is_found_by_its_name(snapshots: Snapshots, noted: Firm) -> None:
    with pytest.raises(NotFound, match="none is locked there yet"):
        snapshots.named("Spring")
    taken = snapshots.take("Spring")
    assert snapshots.named("spring") == taken
    with pytest.raises(NotFound, match="there are “Spring”"):
        snapshots.named("Summer")
    with pytest.raises(NotFound):
        snapshots.named("Spring", noted.unit.id)


def test_without_ranges_nothing_is_said_of_chance(
    snapshots: Snapshots, prioritising: Prioritising, noted: Firm
) -> None:
    snapshots.take("Spring")
    since = snapshots.beside(prioritising.ranking(), None)
    assert [line.beyond_chance for line in since.lines] == [None, None]


def test_what_survives_a_half_is_asked_of_the_store(prioritising: Prioritising, noted: Firm) -> None:
    swings = prioritising.sensitivity(prioritising.ranking(noted.unit.id))
    assert swings is not None
    assert not any(swing.moved for swing in swings)
    assert prioritising.sensitivity(prioritising.ranking(), lambda: False) is None

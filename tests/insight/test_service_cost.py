"""Services: their order, their sums, and what stands behind them."""

from __future__ import annotations

import pytest
from score_samples import Business, named

from shadow_app.domain.vocabulary import BusinessDamage
from shadow_app.insight.coverage import observed_minutes
from shadow_app.insight.lost_hours import Missing


@pytest.fixture
def depot() -> Business:
    """Ten drivers, watched for ten hours."""
    business = Business()
    business.place("depot", 10, shadowed=10, days=240)
    return business


def test_services_come_in_order_and_add_their_pains_up(depot: Business) -> None:
    depot.note("small", "depot", service="light", seen=1, minutes=6)
    depot.note("a", "depot", service="heavy", seen=5, minutes=6)
    depot.note("b", "depot", service="heavy", seen=9, minutes=6)
    depot.note(None, "depot", service="heavy", seen=2, minutes=6, timed_count=2)
    heavy, light = depot.rank()
    assert (heavy.service_id, light.service_id) == (named("heavy"), named("light"))
    assert [pain.pain_point_id for pain in heavy.pains] == [named("b"), named("a"), None]
    for figure in ("hours", "cost", "wlh", "observed_minutes", "extrapolated_hours"):
        assert getattr(heavy, figure) == pytest.approx(sum(getattr(pain, figure) for pain in heavy.pains))
    assert observed_minutes((heavy, light)) == 17 * 6
    assert heavy.extrapolated_share == 0
    assert heavy.index > light.index > 0


def test_witnesses_are_counted_once(depot: Business) -> None:
    depot.note("a", "depot", service="s", visit="monday", shadower="ann", seen=1)
    depot.note("b", "depot", service="s", visit="monday", shadower="ann", seen=1)
    depot.note("b", "depot", service="s", visit="tuesday", shadower="bob", seen=1)
    (service,) = depot.rank()
    behind = service.behind
    assert (behind.notes, behind.visits, behind.sites, behind.shadowers) == (3, 2, 1, 2)
    assert behind.evidence == "emerging"
    assert {pain.behind.visits for pain in service.pains} == {1, 2}


def test_ties_go_by_id_so_that_the_order_never_flickers(depot: Business) -> None:
    for name in ("one", "two", "three"):
        depot.note(name, "depot", service=name, seen=1, minutes=6)
    ids = [cost.service_id for cost in depot.rank()]
    assert ids == sorted(ids, key=lambda id: id.int)


def test_the_lane_of_a_service_is_its_most_pressing(depot: Business) -> None:
    depot.pain("bad", business_damage=BusinessDamage.BUSINESS_LOST)
    depot.note("bad", "depot", seen=1)
    depot.note("mild", "depot", seen=9, minutes=6)
    (service,) = depot.rank()
    assert service.lane == "damaging"
    assert service.missing == {Missing.MINUTES}


def test_nothing_noted_is_an_empty_ranking() -> None:
    assert Business().rank() == ()

"""Unvisited sites: what the visited ones of their type say for them, and what nobody says."""

from __future__ import annotations

import pytest
from score_samples import Business, named

from shadow_app.domain.vocabulary import BusinessDamage, Scope


@pytest.fixture
def depot() -> Business:
    """Ten drivers, watched for ten hours."""
    business = Business()
    business.place("depot", 10, shadowed=10, days=240)
    return business


def test_a_visited_quiet_site_weighs_as_zero(depot: Business) -> None:
    depot.place("quiet", 30, shadowed=20)
    depot.place("unvisited", 50)
    depot.note("pain", "depot", seen=5, minutes=6)
    pain = depot.only()
    assert len(pain.strata) == 1, "nothing was seen at the quiet site, so it adds nothing"
    assert pain.extrapolated[0].per_day == pytest.approx(4 * 10 / 40)
    assert pain.observed_hours == pytest.approx(6 * 4 * 10 * 240 / 60)


def test_only_the_same_type_and_role_is_extrapolated_to(depot: Business) -> None:
    depot.place("hub", 50, site_type="hub")
    depot.place("office", 50, role="clerk")
    depot.place("empty", 0)
    depot.note("pain", "depot", seen=5, minutes=6)
    assert depot.only().extrapolated == ()


def test_a_place_with_notes_but_no_hours_yet_is_not_extrapolated_to(depot: Business) -> None:
    depot.place("live", 30)
    depot.place("unvisited", 50)
    depot.note("pain", "depot", seen=5, minutes=6)
    depot.note("pain", "live", seen=2, minutes=6)
    pain = depot.only()
    rates = {stratum.site_id: stratum.per_day for stratum in pain.strata}
    (beyond,) = pain.extrapolated
    assert (beyond.sites, beyond.people) == (1, 50)
    assert beyond.per_day == pytest.approx((10 * rates[named("depot")] + 30 * rates[named("live")]) / 40)


def test_shared_events_are_extrapolated_by_place_and_not_by_person(depot: Business) -> None:
    depot.place("unvisited", 50, days=240)
    depot.note("pain", "depot", seen=5, minutes=6, people=3, scope=Scope.SHARED)
    pain = depot.only()
    assert pain.extrapolated_hours == pytest.approx(pain.observed_hours)
    assert pain.extrapolated[0].cost == pytest.approx(pain.strata[0].cost)


def test_extrapolation_carries_price_and_grade_alike(depot: Business) -> None:
    depot.place("unvisited", 10, days=240)
    depot.pain("priced", loss_value=100, loss_chance=0.01)
    depot.pain("graded", business_damage=BusinessDamage.CUSTOMER_NOTICES)
    for name in ("priced", "graded"):
        depot.note(name, "depot", seen=5, minutes=6)
    for pain in depot.rank()[0].pains:
        (stratum,), (beyond,) = pain.strata, pain.extrapolated
        assert (beyond.hours, beyond.cost, beyond.wlh) == pytest.approx((stratum.hours, stratum.cost, stratum.wlh))
        assert pain.extrapolated_share == pytest.approx(0.5)


def test_without_a_known_headcount_nothing_is_extrapolated() -> None:
    business = Business()
    business.place("depot", shadowed=10)
    business.place("unvisited", 50)
    business.note("pain", "depot", seen=5, minutes=6)
    assert business.only().extrapolated == ()


def test_a_unit_is_fenced_off(depot: Business) -> None:
    depot.place("theirs", 50, unit="other unit")
    depot.place("abroad", 50, unit="other unit", shadowed=20)
    depot.note("pain", "depot", seen=5, minutes=6)
    ours = depot.ground.of_unit(named("unit"))
    assert set(ours.sites) == {named("depot")}
    assert {site for site, _ in ours.populations} == {site for site, _ in ours.exposures} == {named("depot")}
    assert ours.pain_points == depot.pain_points


def test_a_site_the_ground_does_not_know_is_still_counted(depot: Business) -> None:
    depot.note("pain", "depot", seen=5, minutes=6)
    del depot.sites[named("depot")]
    assert depot.only().hours == pytest.approx(6 * 4 * 10 * 240 / 60)

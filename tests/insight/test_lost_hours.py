"""From notes to hours: which rate, which minutes, whose headcount, and what is flagged."""

from __future__ import annotations

from typing import Any

import pytest
from score_samples import Business, named

from shadow_app.domain.vocabulary import BusinessDamage, Scope, TimeToDamage, Workaround
from shadow_app.domain.weights import Weights
from shadow_app.insight.lost_hours import Basis, Missing


@pytest.fixture
def depot() -> Business:
    """Ten drivers, watched for ten hours."""
    business = Business()
    business.place("depot", 10, shadowed=10, days=240)
    return business


def test_told_counts_only_where_nothing_was_seen(depot: Business) -> None:
    depot.place("other", 10, shadowed=10, days=240)
    depot.note("pain", "depot", seen=5, minutes=4, told=50, told_count=50, told_minutes=5000)
    depot.note("pain", "other", told=2, told_count=2, told_minutes=60)
    at = {stratum.site_id: stratum for stratum in depot.only().strata}
    assert (at[named("depot")].basis, at[named("other")].basis) == (Basis.SEEN, Basis.TOLD)
    assert (at[named("depot")].per_day, at[named("other")].per_day) == pytest.approx((4, 1.6))
    assert at[named("other")].minutes == 4, "the pain point's seen minutes come before told ones"


def test_a_stated_rate_needs_no_exposure(depot: Business) -> None:
    depot.place("unhurried", 10, days=240)
    depot.note("pain", "unhurried", told=1, told_count=1, told_minutes=6, rate_day=3, rate_notes=1)
    (stratum,) = depot.only().strata
    assert (stratum.basis, stratum.minutes) == (Basis.STATED, 6)
    assert stratum.per_day == pytest.approx(3)
    assert stratum.hours == pytest.approx(6 * 3 * 10 * 240 / 60)
    assert Missing.EXPOSURE not in stratum.missing


@pytest.mark.parametrize(
    ("period", "per_day"),
    [("rate_hour", 16.0), ("rate_day", 2.0), ("rate_week", 2 * 52 / 240), ("rate_month", 2 * 12 / 240)],
)
def test_stated_periods_become_working_days(depot: Business, period: str, per_day: float) -> None:
    depot.note("pain", "depot", told=1, rate_notes=1, **dict[str, Any]({period: 2.0}))
    assert depot.only().strata[0].per_day == pytest.approx(per_day)


def test_several_stated_rates_are_averaged(depot: Business) -> None:
    depot.note("pain", "depot", told=2, rate_day=14, rate_notes=2)
    assert depot.only().strata[0].per_day == pytest.approx(7)


def test_a_stated_rate_is_ignored_where_the_pain_was_seen(depot: Business) -> None:
    depot.note("pain", "depot", seen=5, minutes=1, rate_day=100, rate_notes=1)
    assert depot.only().strata[0].per_day == pytest.approx(4)


def test_minutes_weigh_by_count_and_timed_and_estimated_mix(depot: Business) -> None:
    depot.note(
        "pain", "depot", seen=5, timed_count=3, timed_minutes=6, estimated_count=1, estimated_minutes=10, told_count=1
    )
    (stratum,) = depot.only().strata
    assert stratum.minutes == 4
    assert stratum.minutes_error == pytest.approx((0.05 * 6 + 0.25 * 10) / 16)


def test_minutes_come_from_the_stratum_then_the_pain_point_then_hearsay(depot: Business) -> None:
    depot.place("own", 10, shadowed=10)
    depot.note("pain", "own", seen=1, minutes=2)
    depot.note("pain", "depot", seen=1, told_count=1, told_minutes=90)
    assert {stratum.minutes for stratum in depot.only().strata} == {2}
    hearsay = Business()
    hearsay.place("depot", 10, shadowed=10)
    hearsay.note("pain", "depot", seen=1)
    hearsay.note("pain", "depot", told=1, told_count=1, told_minutes=90)
    (stratum,) = hearsay.only().strata
    assert (stratum.minutes, stratum.minutes_error) == (90, 0.5)


def test_timed_at_nothing_is_known_to_cost_nothing(depot: Business) -> None:
    depot.note("pain", "depot", seen=1, minutes=0)
    pain = depot.only()
    assert (pain.hours, pain.minutes_unknown) == (0, False)


def test_no_minutes_at_all_is_no_hours_and_says_so(depot: Business) -> None:
    depot.note("pain", "depot", seen=4)
    pain = depot.only()
    assert (pain.hours, pain.wlh, pain.minutes_unknown) == (0, 0, True)
    assert pain.strata[0].minutes is None
    assert pain.strata[0].per_day == pytest.approx(3.2), "how often is known all the same"


def test_without_a_headcount_one_person_counts_and_it_says_so() -> None:
    business = Business()
    business.place("depot", shadowed=10)
    business.note("pain", "depot", seen=5, minutes=6)
    (stratum,) = business.only().strata
    assert (stratum.people, stratum.hours) == pytest.approx((1, 6 * 4 * 230 / 60))
    assert set(stratum.missing) == {Missing.HEADCOUNT, Missing.HOURLY_RATE}
    assert stratum.cost == 0


def test_without_hours_it_counts_as_seen_in_one_phantom_day(depot: Business) -> None:
    depot.place("live", 10)
    depot.note("pain", "live", seen=2, minutes=6)
    (stratum,) = depot.only().strata
    assert stratum.per_day == pytest.approx(2)
    assert stratum.missing == (Missing.EXPOSURE,)
    (bare,) = depot.only(Weights(phantom_hours=0)).strata
    assert (bare.per_day, bare.missing) == (0, (Missing.EXPOSURE,))


def test_a_short_visit_alone_keeps_its_rate() -> None:
    business = Business()
    business.place("depot", 10, shadowed=2)
    business.note("pain", "depot", seen=3, minutes=1)
    assert business.only().strata[0].per_day == pytest.approx(12)


def test_peers_where_nothing_was_seen_calm_a_short_visit() -> None:
    business = Business()
    business.place("short", 10, shadowed=2)
    business.place("quiet", 10, shadowed=30)
    business.note("pain", "short", seen=3, minutes=1)
    assert business.only().strata[0].per_day == pytest.approx(8 * 3 / 10)


def test_another_role_or_site_type_is_no_peer() -> None:
    business = Business()
    business.place("short", 10, shadowed=2)
    business.place("hub", 10, shadowed=30, site_type="hub")
    business.place("quiet", 10, shadowed=30, role="clerk")
    business.note("pain", "short", seen=3, minutes=1)
    assert business.only().strata[0].per_day == pytest.approx(12)


def test_hearsay_does_not_enter_the_pooled_rate() -> None:
    business = Business()
    business.place("short", 10, shadowed=2)
    business.place("long", 10, shadowed=16)
    business.place("heard", 10, shadowed=40)
    business.note("pain", "short", seen=3, minutes=1)
    business.note("pain", "long", seen=4, minutes=1)
    business.note("pain", "heard", told=1)
    at = {stratum.site_id: stratum.per_day for stratum in business.only().strata}
    assert at[named("short")] == pytest.approx(8 * (3 + 8 * 0.25) / 10)


def test_hearsay_at_short_visits_does_not_enter_the_pooled_rate_either() -> None:
    business = Business()
    business.place("short", 10, shadowed=2)
    business.place("heard", 10, shadowed=4)
    business.note("pain", "short", seen=3, minutes=1)
    business.note("pain", "heard", told=1)
    at = {stratum.site_id: stratum.per_day for stratum in business.only().strata}
    assert at[named("short")] == pytest.approx(12)


def test_a_shared_event_stops_people_and_not_the_headcount(depot: Business) -> None:
    depot.note("pain", "depot", seen=5, minutes=3, people=6, scope=Scope.SHARED)
    (stratum,) = depot.only().strata
    assert (stratum.people, stratum.events) == pytest.approx((6, 4 * 240))
    assert stratum.hours == pytest.approx(3 * 4 * 6 * 240 / 60)


def test_people_stopped_are_borrowed_from_the_pain_point_or_one(depot: Business) -> None:
    depot.place("other", 10, shadowed=10)
    depot.note("pain", "depot", seen=5, minutes=3, people=6, scope=Scope.SHARED)
    depot.note("pain", "other", seen=5, minutes=3, scope=Scope.SHARED)
    assert [stratum.people for stratum in depot.only().strata] == [6, 6]
    alone = Business()
    alone.place("depot", 10, shadowed=10)
    alone.note("pain", "depot", seen=5, minutes=3, scope=Scope.SHARED)
    (stratum,) = alone.only().strata
    assert (stratum.people, stratum.missing) == (1, (Missing.PEOPLE_STOPPED,))


def test_a_pain_point_has_the_scope_of_most_notes_unless_somebody_set_it(depot: Business) -> None:
    depot.note("pain", "depot", seen=5, minutes=3, notes=3)
    depot.note("pain", "depot", seen=5, minutes=3, people=4, scope=Scope.SHARED)
    (stratum,) = depot.only().strata
    assert (stratum.scope, stratum.people, stratum.seen) == (Scope.PERSON, 10, 10)
    depot.pain("pain", pain_scope=Scope.SHARED)
    (stratum,) = depot.only().strata
    assert (stratum.scope, stratum.people, stratum.seen) == (Scope.SHARED, 4, 10)


def test_a_tie_of_scopes_is_shared(depot: Business) -> None:
    depot.note("pain", "depot", seen=5, minutes=3)
    depot.note("pain", "depot", seen=5, minutes=3, people=4, scope=Scope.SHARED)
    assert [stratum.scope for stratum in depot.only().strata] == [Scope.SHARED]


def test_what_is_not_sorted_yet_keeps_the_scope_of_each_note(depot: Business) -> None:
    depot.note(None, "depot", seen=5, minutes=3, notes=3)
    depot.note(None, "depot", seen=5, minutes=3, people=4, scope=Scope.SHARED)
    pain = depot.only()
    assert pain.pain_point_id is None
    assert {(stratum.scope, stratum.people) for stratum in pain.strata} == {(Scope.PERSON, 10), (Scope.SHARED, 4)}
    assert pain.hours == pytest.approx(3 * 4 * (10 + 4) * 240 / 60)


def test_half_a_note_is_half_the_hours(depot: Business) -> None:
    depot.note("pain", "depot", service="one", seen=2.5, minutes=6, notes=0.5)
    depot.note("other pain", "depot", service="two", seen=2.5, minutes=6, notes=0.5)
    whole = Business()
    whole.place("depot", 10, shadowed=10, days=240)
    whole.note("pain", "depot", seen=5, minutes=6)
    assert sum(cost.hours for cost in depot.rank()) == pytest.approx(whole.only().hours)


def test_cost_is_what_is_not_recovered(depot: Business) -> None:
    depot.note("pain", "depot", seen=5, minutes=6)
    pain = depot.only(Weights(unrecovered_share=0.5))
    assert pain.cost == pytest.approx(pain.hours * 20 * 0.5)
    assert pain.wlh == pain.hours, "phi is about money only"


def test_a_price_takes_the_place_of_the_grade(depot: Business) -> None:
    graded: dict[str, Any] = {"business_damage": BusinessDamage.SAFETY_OR_LEGAL, "time_to_damage": TimeToDamage.MINUTES}
    depot.pain("pain", loss_value=100, loss_chance=0.01, **graded)
    depot.note("pain", "depot", seen=5, minutes=6)
    pain = depot.only()
    assert pain.uplift == 0
    assert pain.graded
    assert pain.loss == pytest.approx(4 * 10 * 240)
    assert pain.wlh == pytest.approx(pain.hours + pain.loss / 20)
    assert pain.cost == pytest.approx(pain.hours * 20 + pain.loss)


def test_half_a_price_is_none(depot: Business) -> None:
    depot.pain("pain", loss_value=100, business_damage=BusinessDamage.CUSTOMER_NOTICES)
    depot.note("pain", "depot", seen=5, minutes=6)
    pain = depot.only()
    assert (pain.priced, pain.uplift, pain.loss) == (False, 1, 0)


def test_a_price_without_an_hourly_rate_is_money_but_no_hours() -> None:
    business = Business()
    business.place("depot", 10, shadowed=10, rate=0)
    business.pain("pain", loss_value=100, loss_chance=0.01)
    business.note("pain", "depot", seen=5, minutes=6)
    pain = business.only()
    assert pain.wlh == pain.hours
    assert pain.cost == pytest.approx(pain.loss) == pytest.approx(10_000)
    assert Missing.HOURLY_RATE in pain.missing


def test_what_people_set_beats_the_medians_and_ungraded_says_so(depot: Business) -> None:
    depot.note("pain", "depot", seen=5, minutes=6, d3=1, t3=1, w_none=1, surprises=2)
    depot.note("bare", "depot", seen=5, minutes=6)
    depot.pain("pain", workaround=Workaround.GOOD)
    (service,) = depot.rank()
    pain, bare = service.pains
    assert pain.uplift == pytest.approx(3 * 2 * 0.3)
    assert pain.surprises == 2
    assert pain.graded
    assert (bare.uplift, bare.graded, bare.wlh) == (0, False, bare.hours)

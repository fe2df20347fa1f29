"""Did the change help? Against figures worked out by hand, with the golden examples of `domain.md` §3.2 as "before"."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score_samples import Business, named

from shadow_app.domain.decision import FollowUp
from shadow_app.domain.vocabulary import Scope, VisitType
from shadow_app.insight.before_after import Proof, Verdict, before_after, is_after
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.trend import StratumDay

CHANGED = date(2026, 6, 1)
BEFORE, AFTER = date(2026, 5, 31), CHANGED


def followed(**fields: Any) -> FollowUp:
    return FollowUp(pain_point_id=named("pain"), changed_on=CHANGED, **fields)


def day(
    on: date, seen: float, minutes: float = 0.0, *, site: str = "harbour", hours: float = 8.0, **fields: Any
) -> StratumDay:
    """A visit on which it was seen so often, with so many minutes each time."""
    values: dict[str, Any] = {
        "visit_id": named(f"{site} {on} {seen} {minutes}"),
        "visit_type": VisitType.IMMERSION,
        "release_ref": "",
        "role_id": named("driver"),
        "timed_count": seen if minutes else 0.0,
        "minutes": seen * minutes,
        **fields,
    }
    return StratumDay(on=on, site_id=named(site), hours=hours, seen=seen, **values)


def depot() -> PainCost:
    """Example 1a: 42 drivers, 254 days of 8 hours."""
    business = Business()
    business.place("harbour", 42, shadowed=24, days=254, rate=22.5)
    business.note("pain", "harbour", seen=9, minutes=4)
    return business.only()


def uneven() -> PainCost:
    """Example 2: 120 people at A, 30 at B."""
    business = Business()
    business.place("A", 120, shadowed=16)
    business.place("B", 30, shadowed=48)
    business.note("pain", "A", seen=8, minutes=5)
    business.note("pain", "B", seen=6, minutes=5)
    return business.only()


def spread_out(days: list[StratumDay]) -> list[StratumDay]:
    """Distinct visits, whatever they look like."""
    return [each._replace(visit_id=named(f"visit {number}")) for number, each in enumerate(days)]


def test_before_is_the_golden_example_and_nothing_after_it_proves_the_change() -> None:
    days = spread_out([day(BEFORE, 3, 4)] * 3 + [day(AFTER, 0)] * 2)
    proof = before_after(followed(), days, depot())
    assert (proof.before.visits, proof.before.shadowed_hours, proof.before.seen) == (3, 24, 9)
    assert proof.before.per_hour == 0.375
    assert proof.before.minutes == 4
    assert proof.before.hours == pytest.approx(2133.6)
    assert proof.before.hours_range == pytest.approx((1381.0, 3224.5), abs=0.05)
    assert (proof.after.per_hour, proof.after.hours, proof.after.minutes) == (0, 0, 4)
    # 90 % of chi-squared with one degree of freedom is 2.7055; Gamma(1/2, 16) is that over 32.
    assert proof.after.hours_range == pytest.approx((0, 2.7055 / 32 / 0.375 * 2133.6), abs=0.1)
    assert proof.verdict is Verdict.BETTER
    assert proof.given_back == pytest.approx(2133.6)
    assert proof.given_back_range == pytest.approx((1381.0 - 481.04, 3224.5), abs=0.1)
    assert proof.not_compared == ()


def test_half_the_minutes_at_the_same_rate_are_not_yet_proven() -> None:
    days = spread_out([day(BEFORE, 3, 4)] * 2 + [day(AFTER, 3, 2)])
    proof = before_after(followed(), days, depot())
    assert (proof.before.per_hour, proof.after.per_hour) == (0.375, 0.375)
    assert (proof.before.minutes, proof.after.minutes) == (4, 2)
    assert proof.given_back == pytest.approx(1066.8)
    assert proof.verdict is Verdict.NOT_YET_PROVEN
    assert proof.after.per_hour_range is not None
    assert proof.after.per_hour_range.low < 0.375 < proof.after.per_hour_range.high


def test_worse_is_said_as_plainly_as_better() -> None:
    days = spread_out([day(BEFORE, 0)] * 2 + [day(AFTER, 3, 4)] * 3)
    proof = before_after(followed(), days, depot())
    assert proof.verdict is Verdict.WORSE
    assert proof.given_back == pytest.approx(-2133.6)
    assert proof.given_back_range.high < 0


def test_places_are_never_pooled() -> None:
    days = [day(BEFORE, 8, 5, site="A", hours=16), day(BEFORE, 6, 5, site="B", hours=48)]
    days += [day(AFTER, 8, 5, site="A", hours=16), day(AFTER, 3, 5, site="B", hours=48)]
    proof = before_after(followed(), spread_out(days), uneven())
    assert proof.before.hours == pytest.approx(10_625.0), "pooling 14 in 64 hours over 150 people gives 5,468.75"
    assert proof.after.hours == pytest.approx(10_312.5)
    assert len(proof.compared) == 2
    low, high = proof.before.hours_range
    assert 6_303.2 < low < 10_625 < high < 15_480.6 + 1_031.9, "narrower than the two golden ranges added up"


def test_a_place_with_one_side_only_is_left_out_and_named() -> None:
    days = [day(BEFORE, 8, 5, site="A", hours=16), day(BEFORE, 6, 5, site="B", hours=48)]
    days += [day(AFTER, 0, site="A", hours=16)]
    proof = before_after(followed(), spread_out(days), uneven())
    assert proof.before.hours == pytest.approx(10_000)
    assert proof.before.hours_range == pytest.approx((6_303.2, 15_480.6), abs=0.05)
    assert proof.compared == ((named("A"), named("driver")),)
    assert proof.not_compared == ((named("B"), named("driver")),)


@pytest.mark.parametrize("days", [[], [day(BEFORE, 3, 4)], [day(AFTER, 3, 4)]])
def test_one_side_alone_measures_nothing(days: list[StratumDay]) -> None:
    proof = before_after(followed(), days, depot())
    assert proof.verdict is Verdict.NOT_MEASURED
    assert (proof.given_back, proof.before.per_hour, proof.before.per_hour_range) == (0, None, None)
    assert len(proof.not_compared) == len(days)


def test_a_place_that_the_figures_do_not_know_is_passed_over() -> None:
    proof = before_after(followed(), [day(BEFORE, 3, 4, site="elsewhere"), day(AFTER, 3, 4)], depot())
    assert proof.verdict is Verdict.NOT_MEASURED
    assert proof.not_compared == ((named("harbour"), named("driver")),)


def test_minutes_measured_by_other_means_stand() -> None:
    days = spread_out([day(BEFORE, 3, 4)] * 3 + [day(AFTER, 9, 4, hours=24)])
    proof = before_after(followed(minutes_before=6, minutes_after=1), days, depot())
    assert proof.before.hours == pytest.approx(2133.6 * 6 / 4)
    assert proof.after.hours == pytest.approx(2133.6 / 4)
    assert proof.verdict is Verdict.BETTER


def test_only_the_minutes_were_measured_again() -> None:
    days = spread_out([day(BEFORE, 3, 4)] * 3)
    proof = before_after(followed(minutes_before=4, minutes_after=1), days, depot())
    assert proof.given_back == pytest.approx(2133.6 * 3 / 4), "it happens as often as before"
    assert proof.verdict is Verdict.NOT_YET_PROVEN, "nobody has gone and looked, however far the ranges lie apart"
    assert (proof.after.visits, proof.after.per_hour) == (0, None)
    assert len(proof.not_compared) == 1
    assert before_after(followed(minutes_after=1), days, depot()).verdict is Verdict.NOT_MEASURED


def test_notes_without_minutes_borrow_those_of_the_pain_point() -> None:
    days = spread_out([day(BEFORE, 9, hours=24), day(AFTER, 9, hours=24)])
    proof = before_after(followed(), days, depot())
    assert proof.before.minutes == proof.after.minutes == 4
    assert proof.given_back == 0


def test_without_any_minutes_there_are_no_hours() -> None:
    business = Business()
    business.place("harbour", 42, shadowed=24)
    business.note("pain", "harbour", seen=9)
    days = spread_out([day(BEFORE, 9, hours=24), day(AFTER, 0)])
    proof = before_after(followed(), days, business.only())
    assert (proof.before.minutes, proof.before.hours, proof.before.hours_range) == (None, 0, (0, 0))
    assert proof.verdict is Verdict.NOT_YET_PROVEN


def test_a_shared_event_stops_the_people_it_stops() -> None:
    business = Business()
    business.place("harbour", 42, shadowed=32, days=254)
    business.note("pain", "harbour", seen=2, minutes=18, people=6, scope=Scope.SHARED)
    days = spread_out([day(BEFORE, 2, 18, hours=32), day(AFTER, 0, hours=32)])
    proof = before_after(followed(), days, business.only())
    assert proof.before.hours == pytest.approx(228.6)
    assert proof.before.hours_range == pytest.approx((92.0, 527.9), abs=0.05)


@pytest.mark.parametrize(
    ("fields", "change_ref", "after"),
    [
        ({}, "", False),
        ({"visit_type": VisitType.POST_RELEASE}, "", True),
        ({"visit_type": VisitType.POST_RELEASE}, "CHG 4711", True),
        ({"visit_type": VisitType.POST_RELEASE, "release_ref": "Scanner 5.2"}, "", True),
        ({"visit_type": VisitType.POST_RELEASE, "release_ref": "scanner  5.2"}, "CHG 4711: Scanner 5.2", True),
        ({"visit_type": VisitType.POST_RELEASE, "release_ref": "Route app 9"}, "Scanner 5.2", False),
        ({"release_ref": "Scanner 5.2"}, "Scanner 5.2", False),
        ({"after_change": ("last week's update", "Scanner 5.2")}, "scanner 5.2", True),
        ({"after_change": ("since tuesday's update",)}, "Scanner 5.2", False),
        ({"after_change": ("since tuesday's update",)}, "", False),
    ],
)
def test_what_belongs_to_the_time_after_a_change(fields: dict[str, Any], change_ref: str, after: bool) -> None:
    assert is_after(day(BEFORE, 1, 1, **fields), followed(change_ref=change_ref)) is after
    assert is_after(day(AFTER, 1, 1, **fields), followed(change_ref=change_ref)), "from that day on every visit is"


sightings = st.lists(
    st.tuples(st.booleans(), st.integers(0, 30), st.floats(0.5, 24), st.sampled_from(["A", "B"])), max_size=8
)


@given(sightings, st.floats(0.25, 60))
def test_ranges_hold_their_figures_and_turning_time_round_turns_the_verdict_round(
    found: list[tuple[bool, int, float, str]], minutes: float
) -> None:
    def proof(turned: bool) -> Proof:
        return before_after(
            followed(),
            spread_out(
                [
                    day(
                        AFTER if later is not turned else BEFORE,
                        seen,
                        minutes,
                        site=site,
                        hours=hours,
                    )
                    for later, seen, hours, site in found
                ]
            ),
            uneven(),
        )

    straight, turned = proof(False), proof(True)
    for side in (straight.before, straight.after):
        assert 0 <= side.hours_range.low <= side.hours <= side.hours_range.high
    low, high = straight.given_back_range
    assert low <= straight.given_back <= high
    opposite = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    if all(seen for _, seen, _, _ in found):
        # Minutes are borrowed from before, never from after, so the two sides mirror only where both have their own.
        assert turned.verdict is opposite.get(straight.verdict, straight.verdict)
        assert turned.given_back == pytest.approx(-straight.given_back)

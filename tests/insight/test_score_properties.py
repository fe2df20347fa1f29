"""What must hold of the score whatever the notes are (`domain.md` §3.1, "Properties to test")."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score_samples import WEIGHTS, Business

from shadow_app.domain.vocabulary import BusinessDamage, Scope, TimeToDamage, Workaround
from shadow_app.insight.draws import draws
from shadow_app.insight.service_cost import rank_services
from shadow_app.insight.tally import Tally

counts = st.integers(1, 40)
quarters = st.integers(1, 160).map(lambda n: n / 4)
workarounds = st.sampled_from(list(Workaround))
damages = st.sampled_from(list(BusinessDamage))
times = st.sampled_from(list(TimeToDamage))
BETTER = [Workaround.NONE, Workaround.CLUMSY, Workaround.GOOD]


def one(seen: float = 5, minutes: float = 5, people: int = 10, scope: Scope = Scope.PERSON, **fields: Any) -> float:
    """WLH of one pain point at a visited and an unvisited depot."""
    business = Business()
    business.place("depot", people, shadowed=10)
    business.place("unvisited", 20)
    business.pain("pain", **fields)
    stopped = people if scope is Scope.SHARED else None
    business.note("pain", "depot", seen=seen, minutes=minutes, people=stopped, scope=scope)
    return business.only().wlh


@st.composite
def notes(draw: st.DrawFn) -> Business:
    """Some notes at depots and hubs, seen and told, sorted and not."""
    business = Business()
    for site in range(6):
        shadowed = draw(st.sampled_from([0.0, 2.0, 8.0, 20.0]))
        headcount = draw(st.sampled_from([None, 3, 40]))
        business.place(f"site {site}", headcount, shadowed=shadowed, site_type="hub" if site > 3 else "depot")
    for name in ("graded", "priced"):
        business.pain(name, loss_value=50 if name == "priced" else None, loss_chance=0.1)
    for _ in range(draw(st.integers(1, 12))):
        told, seen = draw(st.booleans()), draw(quarters)
        business.note(
            draw(st.sampled_from(["graded", "priced", "loose", None])),
            f"site {draw(st.integers(0, 5))}",
            service=draw(st.sampled_from(["one", "two"])),
            visit=draw(st.sampled_from(["monday", "tuesday", "friday"])),
            scope=draw(st.sampled_from(list(Scope))),
            notes=draw(quarters),
            seen=0.0 if told else seen,
            told=seen if told else 0.0,
            estimated_count=0.0 if told else seen,
            estimated_minutes=0.0 if told else seen * draw(st.integers(0, 30)),
            told_count=seen if told else 0.0,
            told_minutes=seen * 8 if told else 0.0,
            rate_day=draw(st.sampled_from([0.0, 3.0])) if told else 0.0,
            rate_notes=1.0 if told else 0.0,
            people_sum=draw(quarters),
            people_notes=1.0,
            **dict[str, Any]({f"d{draw(st.integers(0, 4))}": 1.0, f"t{draw(st.integers(0, 3))}": 1.0}),
        )
    return business


@given(notes())
def test_weighing_only_adds(business: Business) -> None:
    for service in business.rank():
        for pain in service.pains:
            assert pain.wlh >= pain.hours >= 0
            assert all(stratum.wlh >= stratum.hours >= 0 for stratum in pain.strata)
            assert 0 <= pain.extrapolated_share <= 1


@given(st.tuples(counts, counts), st.sampled_from(["seen", "minutes", "people"]), st.sampled_from(list(Scope)))
def test_more_is_never_less(two: tuple[int, int], what: str, scope: Scope) -> None:
    small, large = sorted(two)
    assert one(scope=scope, **{what: small}) <= one(scope=scope, **{what: large}) * (1 + 1e-12)


@given(st.tuples(damages, damages), times, workarounds)
def test_worse_damage_is_never_less(
    two: tuple[BusinessDamage, ...], time: TimeToDamage, workaround: Workaround
) -> None:
    mild, grave = (one(business_damage=damage, time_to_damage=time, workaround=workaround) for damage in sorted(two))
    assert mild <= grave


@given(st.tuples(times, times), damages, workarounds)
def test_sooner_damage_is_never_less(
    two: tuple[TimeToDamage, ...], damage: BusinessDamage, workaround: Workaround
) -> None:
    later, sooner = (one(business_damage=damage, time_to_damage=time, workaround=workaround) for time in sorted(two))
    assert later <= sooner


@given(damages, times)
def test_a_better_workaround_is_never_more_and_never_touches_the_hours(
    damage: BusinessDamage, time: TimeToDamage
) -> None:
    ladder = [one(business_damage=damage, time_to_damage=time, workaround=quality) for quality in BETTER]
    assert ladder == sorted(ladder, reverse=True)
    assert min(ladder) >= one()


@given(st.lists(st.tuples(counts, st.sampled_from([8, 16, 40]), st.integers(1, 200)), min_size=2, max_size=5))
def test_sites_are_summed_and_never_pooled(sites: list[tuple[int, int, int]]) -> None:
    together, alone = Business(), 0.0
    for place, (seen, hours, people) in enumerate(sites):
        single = Business()
        for business in (together, single):
            business.place(f"site {place}", people, shadowed=hours)
            business.note("pain", f"site {place}", seen=seen, minutes=5)
        alone += single.only().hours
    assert together.only().hours == pytest.approx(alone)


@given(notes(), st.randoms(use_true_random=False))
def test_the_order_of_the_tallies_shows_in_no_digit(business: Business, random: Any) -> None:
    before = business.rank()
    random.shuffle(business.tallies)
    assert business.rank() == before


@given(notes())
def test_cutting_a_visit_into_pieces_changes_nothing(business: Business) -> None:
    halves = [
        Tally(*row[:9], *[part / 2 for part in row[9:]])  # halves are exact, so the sums are the same to the digit
        for row in business.tallies
        for _ in range(2)
    ]

    whole = business.rank()
    assert rank_services(halves, business.ground, WEIGHTS) == whole


@given(notes())
def test_ranges_hold_the_figures(business: Business) -> None:
    costs = business.rank()
    found = draws(costs, seed=1, n=40)
    assert found is not None
    for cost in costs:
        spread, chance = found.services[cost.service_id]
        for figure, (low, high) in zip((cost.hours, cost.wlh, cost.cost), spread, strict=True):
            assert low <= figure <= high
        assert 0 <= chance <= 1
        for pain in cost.pains:
            low, high = found.pains[cost.service_id, pain.pain_point_id].wlh
            assert low <= pain.wlh * (1 + 1e-12)
            assert high >= pain.wlh * (1 - 1e-12)


@given(notes())
def test_services_add_up_and_are_in_order(business: Business) -> None:
    costs = business.rank()
    assert [cost.wlh for cost in costs] == pytest.approx(sorted((cost.wlh for cost in costs), reverse=True), abs=1e-6)
    assert {cost.service_id for cost in costs} == {row.service_id for row in business.tallies}
    for cost in costs:
        assert cost.wlh == pytest.approx(sum(pain.wlh for pain in cost.pains))
        noted = sum(row.notes for row in business.tallies if row.service_id == cost.service_id)
        assert cost.behind.notes == pytest.approx(noted)

"""Ranges of totals and chances of ranks: repeatable, honest about what the figure is, and stoppable."""

from __future__ import annotations

from itertools import count
from math import exp
from random import Random
from statistics import fmean

import pytest
from score_samples import Business, named

from shadow_app.domain.vocabulary import BusinessDamage
from shadow_app.insight.dice import Dice, normal_table
from shadow_app.insight.draws import doubt_of, draws
from shadow_app.insight.gamma import gamma_quantile
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.uncertainty import TOLD_SPREAD, hours_range

NORMAL = normal_table()


@pytest.fixture(scope="module")
def costs() -> tuple[ServiceCost, ...]:
    """Four services: one clear leader, two that cannot be told apart, one that is only told."""
    business = Business()
    business.place("A", 50, shadowed=40)
    business.place("B", 20, shadowed=16)
    business.place("C", 30)
    business.note("lead", "A", service="lead", seen=60, minutes=10)
    business.note("lead", "B", service="lead", seen=20, minutes=10)
    business.note("left", "A", service="left", seen=9, minutes=5)
    business.note("right", "A", service="right", seen=8, minutes=5)
    business.note("heard", "A", service="heard", told=2, told_count=2, told_minutes=4)
    return business.rank()


def test_the_same_seed_gives_the_same_numbers(costs: tuple[ServiceCost, ...]) -> None:
    assert draws(costs, seed=7, n=200) == draws(costs, seed=7, n=200)
    assert draws(costs, seed=7, n=200) != draws(costs, seed=8, n=200)


def test_numbers_are_pinned_across_platforms() -> None:
    dice = Dice("pin", 3, NORMAL)
    assert dice.gamma(0.7, 1.0) == pytest.approx(PINNED_GAMMA, rel=1e-9)
    assert dice.lognormal(0.25) == pytest.approx(PINNED_LOGNORMAL, rel=1e-9)


def test_a_pain_keeps_its_range_whatever_else_is_ranked(costs: tuple[ServiceCost, ...]) -> None:
    every, alone = draws(costs, seed=1, n=500), draws(costs[-1:], seed=1, n=500)
    assert every is not None
    assert alone is not None
    (key,) = alone.pains
    assert alone.pains[key] == every.pains[key]


def test_one_seen_stratum_draws_what_the_closed_form_says() -> None:
    business = Business()
    business.place("A", 50, shadowed=40)
    business.note("left", "A", service="left", seen=9, minutes=5)
    (alone,) = business.rank()
    drawn = draws((alone,), seed=3, n=8_000)
    assert drawn is not None
    exact = hours_range(alone.pains[0].strata[0])
    assert drawn.services[alone.service_id].spread.hours == pytest.approx(exact, rel=0.04)
    assert drawn.first_ahead is None


def test_hearsay_is_wide_and_the_figure_lies_in_its_range(costs: tuple[ServiceCost, ...]) -> None:
    found = draws(costs, seed=1, n=2_000)
    assert found is not None
    for cost in costs:
        spread, _ = found.services[cost.service_id]
        for figure, (low, high) in zip((cost.hours, cost.wlh, cost.cost), spread, strict=True):
            assert low <= figure <= high
    heard = found.services[named("heard")].spread.hours
    assert heard.high / heard.low > 9, "three times either way, and the minutes are hearsay too"


def test_chances_of_rank(costs: tuple[ServiceCost, ...]) -> None:
    found = draws(costs, seed=1)
    assert found is not None
    assert found.services[named("lead")].top_three > 0.99
    assert sum(service.top_three for service in found.services.values()) == pytest.approx(3, abs=0.01)
    assert found.first_ahead is not None
    assert found.first_ahead > 0.99


def test_two_that_cannot_be_told_apart(costs: tuple[ServiceCost, ...]) -> None:
    close = [cost for cost in costs if cost.service_id in (named("left"), named("right"))]
    found = draws(close, seed=1)
    assert found is not None
    assert found.first_ahead is not None
    assert 0.5 < found.first_ahead < 0.7
    assert all(service.top_three == 1 for service in found.services.values())


def test_a_total_of_many_pains_does_not_drift_upwards() -> None:
    business = Business()
    for site in range(20):
        business.place(f"site {site}", 10, shadowed=10)
        business.note("wide", f"site {site}", service="wide", seen=1, minutes=5)
    business.place("one", 10, shadowed=10, site_type="hub")
    for pain in range(20):
        business.note(f"pain {pain}", "one", service="many", seen=1, minutes=5)
        business.note(f"talk {pain}", "one", service="talk", told=1, told_count=1, told_minutes=5)
    costs = business.rank()
    found = draws(costs, seed=1, n=3_000)
    assert found is not None
    for cost in costs:
        low, high = found.services[cost.service_id].spread.hours
        assert low < 0.95 * cost.hours
        assert high > 1.05 * cost.hours


def test_a_priced_pain_has_ranges_of_its_own_for_money_and_hours() -> None:
    business = Business()
    business.place("A", 50, shadowed=40)
    business.pain("priced", loss_value=1_000, loss_chance=0.1)
    business.note("priced", "A", seen=9, estimated_count=9, estimated_minutes=45)
    costs = business.rank()
    found = draws(costs, seed=1)
    assert found is not None
    (spread,) = found.pains.values()
    pain = costs[0].pains[0]
    assert found.services[named("service")].spread.cost == pytest.approx(spread.cost)
    assert spread.cost.low / pain.cost == pytest.approx(spread.wlh.low / pain.wlh, rel=0.01)
    assert spread.hours.low / pain.hours < spread.wlh.low / pain.wlh, "minutes are unsure, the price is not"


def test_nothing_known_has_no_range_and_no_chance() -> None:
    business = Business()
    business.place("A", 50, shadowed=40)
    business.note("blank", "A", seen=9)
    found = draws(business.rank(), seed=1)
    assert found is not None
    spread, chance = found.services[named("service")]
    assert (spread.hours, spread.wlh, spread.cost, chance) == ((0, 0), (0, 0), (0, 0), 0)


def test_a_price_alone_still_has_a_range() -> None:
    business = Business()
    business.place("A", 50, shadowed=40, rate=0)
    business.pain("priced", loss_value=1_000, loss_chance=0.1)
    business.note("priced", "A", seen=9)
    costs = business.rank()
    found = draws(costs, seed=1)
    assert found is not None
    low, high = found.services[named("service")].spread.cost
    assert low < costs[0].cost < high


def test_a_site_without_people_costs_nothing_and_has_no_range() -> None:
    business = Business()
    business.place("A", 0, shadowed=40)
    business.note("pain", "A", seen=9, minutes=5)
    found = draws(business.rank(), seed=1)
    assert found is not None
    assert found.services[named("service")].spread == (((0, 0),) * 3)


def test_it_stops_when_told_to(costs: tuple[ServiceCost, ...]) -> None:
    asked = count()
    assert draws(costs, seed=1, n=50, keep_going=lambda: next(asked) < 2) is None
    assert next(asked) == 3


def test_too_few_draws_make_no_range(costs: tuple[ServiceCost, ...]) -> None:
    with pytest.raises(ValueError, match="at least 10 draws"):
        draws(costs, seed=1, n=9)


def test_no_services_is_no_trouble() -> None:
    found = draws((), seed=1)
    assert found is not None
    assert (found.services, found.pains, found.first_ahead) == ({}, {}, None)


@pytest.mark.parametrize("shape", [0.5, 0.8, 1.5, 2.5, 9.5, 400.0])
def test_dice_follow_the_gamma(shape: float) -> None:
    values = sorted(Dice(f"shape {shape}", 20_000, NORMAL).gamma(shape, 2.0))
    for share in (0.1, 0.5, 0.9):
        assert values[int(20_000 * share)] == pytest.approx(2 * gamma_quantile(share, shape), rel=0.05)
    assert fmean(values) == pytest.approx(2 * shape, rel=0.03)


def test_dice_follow_the_lognormal() -> None:
    values = sorted(Dice("told", 20_000, NORMAL).lognormal(TOLD_SPREAD))
    assert values[2_000] == pytest.approx(1 / 3, rel=0.05)
    assert values[18_000] == pytest.approx(3, rel=0.05)
    assert Dice("sure", 3, NORMAL).lognormal(0) == [1, 1, 1]


@pytest.mark.parametrize("sites", [3, 40])
def test_strata_are_added_as_if_each_were_drawn(sites: int) -> None:
    business = Business()
    for site in range(sites):
        business.place(f"site {site}", 10 + 40 * (site % 7), shadowed=10 + site % 5)
        business.note("pain", f"site {site}", seen=1 + 15 * (site % 3), minutes=5)
    pain = business.only()
    (key, spread), *_ = draws(business.rank(), seed=1, n=8_000).pains.items()  # type: ignore[union-attr]
    assert key == (named("service"), named("pain"))
    shares = [stratum.wlh / pain.wlh for stratum in pain.strata]
    half = 0.5 * sum(part * part for part in shares)
    random = Random(5)
    full = sorted(
        sum(
            part / stratum.sightings * random.gammavariate(stratum.sightings + half, 1) * exp(random.gauss(0, 0.05))
            for part, stratum in zip(shares, pain.strata, strict=True)
        )
        for _ in range(8_000)
    )
    assert spread.hours.low / pain.hours == pytest.approx(full[800], rel=0.03)
    assert spread.hours.high / pain.hours == pytest.approx(full[7_200], rel=0.03)


def test_what_is_extrapolated_hangs_on_the_sites_it_came_from() -> None:
    business = Business()
    business.place("big", 100, shadowed=20)
    business.place("small", 100, shadowed=20)
    business.place("unvisited", 10_000)
    business.note("pain", "big", seen=50, minutes=5)
    business.note("pain", "small", seen=2, minutes=5)
    doubt = doubt_of(business.only())
    assert doubt.told == 0
    assert doubt.mean == pytest.approx(1, abs=0.05)
    alone = Business()
    alone.place("big", 100, shadowed=20)
    alone.place("small", 100, shadowed=20)
    alone.note("pain", "big", seen=50, minutes=5)
    alone.note("pain", "small", seen=2, minutes=5)
    for part, same in zip(doubt.seen, doubt_of(alone.only()).seen, strict=True):
        assert part == pytest.approx(same), "the same shares, however many depots nobody has visited"


def test_a_grade_scales_the_range_and_does_not_widen_it() -> None:
    plain, graded = Business(), Business()
    for business in (plain, graded):
        business.place("A", 50, shadowed=40)
        business.note("pain", "A", seen=9, minutes=5)
    graded.pain("pain", business_damage=BusinessDamage.BUSINESS_LOST)
    one, other = draws(plain.rank(), seed=1, n=100), draws(graded.rank(), seed=1, n=100)
    assert one is not None
    assert other is not None
    (bare,), (heavy,) = one.pains.values(), other.pains.values()
    assert heavy.hours == pytest.approx(bare.hours)
    assert heavy.wlh == pytest.approx(bare.wlh.times(4))


def test_minutes_that_are_hearsay_lift_the_mean() -> None:
    business = Business()
    business.place("A", 50, shadowed=40)
    business.note("pain", "A", seen=9, told_count=1, told_minutes=5)
    assert doubt_of(business.only()).minutes_mean == pytest.approx(exp(0.125))


PINNED_GAMMA = (0.27800391398734514, 0.12547161802525267, 0.04864625301386985)
PINNED_LOGNORMAL = (0.7713253115753683, 1.2196743980004334, 1.2013897039060586)

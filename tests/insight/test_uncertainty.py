"""Ranges in closed form, held against what is known exactly."""

from __future__ import annotations

from math import comb, erf, exp, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score_samples import Business, named

from shadow_app.insight.gamma import beta_share, gamma_quantile, gamma_share
from shadow_app.insight.uncertainty import chance_of_higher_rate, hours_range, not_noticed, rate_range, wilson

shapes = st.floats(0.5, 5_000)


@pytest.mark.parametrize("x", [0.01, 0.5, 1.0, 2.5, 10.0, 60.0])
def test_gamma_share_against_closed_forms(x: float) -> None:
    assert gamma_share(1, x) == pytest.approx(1 - exp(-x), abs=1e-12)
    assert gamma_share(2, x) == pytest.approx(1 - exp(-x) * (1 + x), abs=1e-12)
    assert gamma_share(0.5, x) == pytest.approx(erf(sqrt(x)), abs=1e-12)


def test_gamma_share_below_nothing_is_nothing() -> None:
    assert gamma_share(3, 0) == gamma_share(3, -1) == 0


@given(shapes, st.floats(0.001, 0.999))
def test_quantile_and_share_undo_one_another(shape: float, share: float) -> None:
    assert gamma_share(shape, gamma_quantile(share, shape)) == pytest.approx(share, abs=1e-8)


@given(shapes, st.floats(0.1, 100))
def test_quantiles_rise_and_scale(shape: float, rate: float) -> None:
    low, middle, high = (gamma_quantile(share, shape, rate) for share in (0.1, 0.5, 0.9))
    assert 0 < low < middle < high
    assert middle * rate == pytest.approx(gamma_quantile(0.5, shape), rel=1e-9)


def test_a_quantile_that_underflows_is_nought() -> None:
    assert gamma_quantile(0.1, 0.001) == pytest.approx(0, abs=1e-50)
    assert gamma_quantile(0.1, 0.001) >= 0


@pytest.mark.parametrize("x", [0.05, 0.3, 0.5, 0.8, 0.99])
@pytest.mark.parametrize(("a", "b"), [(1, 1), (3, 2), (2, 9), (12, 7)])
def test_beta_share_is_a_binomial_tail(a: int, b: int, x: float) -> None:
    n = a + b - 1
    tail = sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert beta_share(a, b, x) == pytest.approx(tail, abs=1e-11)


def test_beta_share_at_the_ends() -> None:
    assert (beta_share(2, 3, 0), beta_share(2, 3, 1)) == (0, 1)


@given(st.floats(0.01, 500), st.floats(0.5, 500))
def test_a_rate_lies_in_its_range(seen: float, hours: float) -> None:
    low, high = rate_range(seen, hours)
    assert low <= seen / hours <= high
    assert low < high


@given(st.floats(0, 200), st.floats(1, 200), st.floats(0, 200), st.floats(1, 200))
def test_one_of_two_rates_is_higher(seen: float, hours: float, other: float, other_hours: float) -> None:
    chance = chance_of_higher_rate(seen, hours, other, other_hours)
    assert 0 <= chance <= 1
    assert chance + chance_of_higher_rate(other, other_hours, seen, hours) == pytest.approx(1, abs=1e-9)


def test_hearsay_may_be_a_third_or_three_times() -> None:
    business = Business()
    business.place("depot", 10, shadowed=10)
    business.note("pain", "depot", told=5, told_count=5, told_minutes=30)
    (stratum,) = business.only().strata
    assert hours_range(stratum) == pytest.approx((stratum.hours / 3, stratum.hours * 3))


def test_no_rate_has_no_range() -> None:
    business = Business()
    business.place("depot", 10)
    business.note("pain", "depot", seen=5)
    stratum = business.only().strata[0]._replace(exposure=0.0, per_hour=0.0)
    assert hours_range(stratum) == (0, 0)


def test_not_noticed_names_the_shadowed_peers_only() -> None:
    business = Business()
    business.place("depot", 10, shadowed=10)
    business.place("quiet", shadowed=12)
    business.place("unvisited", 10)
    business.place("hub", 10, shadowed=10, site_type="hub")
    business.place("depot", 10, shadowed=10, role="clerk")
    business.exposures[named("nowhere"), named("driver")] = 5.0
    business.note("pain", "depot", seen=5)
    (unseen,) = not_noticed(business.only(), business.ground)
    assert unseen.site_id == named("quiet")
    assert (unseen.shadowed_hours, unseen.most_per_day) == pytest.approx((12, 2))


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_stays_within_and_holds_the_share(hits: tuple[int, int]) -> None:
    k, n = hits
    low, high = wilson(k, n)
    assert 0 <= low <= k / n + 1e-12
    assert k / n - 1e-12 <= high <= 1


def test_wilson_knows_nothing_of_no_visits_and_refuses_nonsense() -> None:
    assert wilson(0, 0) == (0, 1)
    with pytest.raises(ValueError, match="no share"):
        wilson(4, 3)

"""Coefficients of agreement against their definitions and published values."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.insight.agreement import kendall_tau_b, rank_biased_overlap, shared_ranks, spearman, top_overlap

ranks = st.lists(st.integers(1, 6), min_size=2, max_size=9)


def test_ties_share_the_better_rank() -> None:
    assert shared_ranks({"a": 3.0, "b": 5.0, "c": 3.0, "d": 1.0}) == {"b": 1, "a": 2, "c": 2, "d": 4}
    assert shared_ranks({"a": 0.1 + 0.2, "b": 0.3}) == {"a": 1, "b": 1}, "the last digit of a sum is no difference"


def test_tau_b_with_ties_by_hand() -> None:
    # Pairs: 12 tied in the first, 13 and 14 agree, 23 and 24 agree, 34 tied in the second.
    assert kendall_tau_b([1, 1, 2, 3], [1, 2, 3, 3]) == pytest.approx(4 / sqrt(5 * 5))


def test_a_pair_tied_in_both_counts_nowhere() -> None:
    assert kendall_tau_b([1, 1, 2], [1, 1, 2]) == 1


def test_spearman_with_ties_is_the_correlation_of_mean_ranks() -> None:
    # Mean ranks 1.5 1.5 3 4 and 1 2 3.5 3.5; both have Σd² = 4.5, and their product sums to 4.
    assert spearman([1, 1, 2, 3], [1, 2, 3, 3]) == pytest.approx(4 / 4.5)


@pytest.mark.parametrize("coefficient", [kendall_tau_b, spearman])
def test_without_an_order_there_is_no_coefficient(coefficient: object) -> None:
    assert callable(coefficient)
    assert coefficient([], []) is None
    assert coefficient([1], [1]) is None
    assert coefficient([2, 2, 2], [1, 2, 3]) is None


@given(ranks)
def test_an_order_agrees_with_itself_and_opposes_its_reverse(order: list[int]) -> None:
    for coefficient in (kendall_tau_b, spearman):
        found = coefficient(order, order)
        if len(set(order)) == 1:
            assert found is None
        else:
            assert found == pytest.approx(1)
            assert coefficient(order, [-rank for rank in order]) == pytest.approx(-1)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=2, max_size=8), st.randoms())
def test_the_order_of_the_services_does_not_matter(pairs: list[tuple[int, int]], random: object) -> None:
    mixed = sorted(pairs)
    for coefficient in (kendall_tau_b, spearman):
        one = coefficient([a for a, _ in pairs], [b for _, b in pairs])
        other = coefficient([a for a, _ in mixed], [b for _, b in mixed])
        assert one == pytest.approx(other) if one is not None else other is None


def test_overlap_of_equal_and_disjoint_lists() -> None:
    assert rank_biased_overlap("abc", "abc", 0.9) == pytest.approx(1)
    assert rank_biased_overlap("abc", "xyz", 0.9) == 0
    assert rank_biased_overlap("", "abc", 0.9) is None


def test_overlap_of_uneven_lists_by_hand() -> None:
    # Webber et al. eq. 32 with S = a, L = b a, p = ½: X₁ = 0, X₂ = 1 and X_s = 0, so
    # (1−p)/p · (½ · p² + 0) + ((1 − 0)/2 + 0) · p² = ⅛ + ⅛.
    assert rank_biased_overlap("a", "ba", 0.5) == pytest.approx(0.25)
    assert rank_biased_overlap("ba", "a", 0.5) == pytest.approx(0.25), "which list is longer is no matter"
    # S = a, L = a b: X = 1, 1 and X_s = 1: (p + ½p² + (1/(1·2))·p²) + (0 + 1)·p² with p = ½.
    assert rank_biased_overlap("a", "ab", 0.5) == pytest.approx(0.5 + 0.125 + 0.125 + 0.25)


@given(st.permutations("abcdefg"), st.integers(1, 7), st.sampled_from([0.5, 0.7, 0.9]))
def test_overlap_stays_between_none_and_all(order: list[str], length: int, p: float) -> None:
    found = rank_biased_overlap("abcdefg", order[:length], p)
    assert found is not None
    assert -1e-12 <= found <= 1 + 1e-12


def test_top_overlap() -> None:
    assert top_overlap("abcd", "bxay", 2) == 1
    assert top_overlap("ab", "ba", 5) == 2

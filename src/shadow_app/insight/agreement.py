"""How far two orders agree: Kendall's τ-b, Spearman's ρ, rank-biased overlap, top-k overlap (`domain.md` §3.1)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations
from math import sqrt
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

_DIGITS = 9
"""Figures that agree this far are a tie."""


def shared_ranks(figures: Mapping[K, float]) -> dict[K, int]:
    """Ranks by figure, the largest first; ties share the better rank and the next one is skipped (1, 2, 2, 4)."""
    ranks: dict[K, int] = {}
    before, rank = None, 0
    for place, key in enumerate(sorted(figures, key=lambda key: -round(figures[key], _DIGITS)), start=1):
        figure = round(figures[key], _DIGITS)
        if figure != before:
            before, rank = figure, place
        ranks[key] = rank
    return ranks


def kendall_tau_b(first: Sequence[float], second: Sequence[float]) -> float | None:
    """τ-b, −1 … 1, corrected for ties (Kendall 1945). None where an order has no two different ranks."""
    agreeing = opposed = tied_first = tied_second = 0
    for (one, other), (its_one, its_other) in combinations(zip(first, second, strict=True), 2):
        here, there = one - its_one, other - its_other
        if here == 0 and there != 0:
            tied_first += 1
        elif there == 0 and here != 0:
            tied_second += 1
        elif here * there > 0:
            agreeing += 1
        elif here != 0:
            opposed += 1
    decided = agreeing + opposed
    scale = sqrt((decided + tied_first) * (decided + tied_second))
    return (agreeing - opposed) / scale if scale > 0 else None


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """ρ, −1 … 1: the correlation of the mean ranks (Spearman 1904). None where an order has no two different ranks."""
    if not first:
        return None
    here, there = _mean_ranks(first), _mean_ranks(second)
    middle = (len(here) + 1) / 2
    both = sum((one - middle) * (other - middle) for one, other in zip(here, there, strict=True))
    scale = sqrt(sum((one - middle) ** 2 for one in here) * sum((other - middle) ** 2 for other in there))
    return both / scale if scale > 0 else None


def rank_biased_overlap(first: Sequence[K], second: Sequence[K], p: float) -> float | None:
    """RBO_ext of two lists, best first and without ties, that may differ in length; 0 … 1.

    `p` (above 0, below 1) is how likely a reader is to look one place further down. Equation 32 of Webber, Moffat and
    Zobel, "A similarity measure for indefinite rankings", 2010. None where a list is empty.
    """
    short, long = sorted((first, second), key=len)
    if not short:
        return None
    seen_short: set[K] = set()
    seen_long: set[K] = set()
    total, overlap, overlap_at_short, weight = 0.0, 0, 0, 1.0
    for depth, item in enumerate(long, start=1):
        weight *= p
        seen_long.add(item)
        overlap += item in seen_short
        if depth <= len(short):
            seen_short.add(short[depth - 1])
            overlap += short[depth - 1] in seen_long
            overlap_at_short = overlap
        total += overlap / depth * weight
        if depth > len(short):
            total += overlap_at_short * (depth - len(short)) / (len(short) * depth) * weight
    rest = (overlap - overlap_at_short) / len(long) + overlap_at_short / len(short)
    return (1 - p) / p * total + rest * weight


def top_overlap(first: Sequence[K], second: Sequence[K], k: int) -> int:
    """How many of the first k of one list are among the first k of the other."""
    return len(set(first[:k]) & set(second[:k]))


def _mean_ranks(figures: Sequence[float]) -> list[float]:
    ordered = sorted(figures)
    first: dict[float, int] = {}
    count: dict[float, int] = {}
    for place, figure in enumerate(ordered, start=1):
        first.setdefault(figure, place)
        count[figure] = count.get(figure, 0) + 1
    return [first[figure] + (count[figure] - 1) / 2 for figure in figures]

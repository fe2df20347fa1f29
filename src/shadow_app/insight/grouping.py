"""Sums of the strata of a pain point: adding up, and nothing else.

Rows are added column by column in C (`math.fsum`, which is exact, so the order of the rows cannot show in any digit):
a quarter of a million rows must not become a quarter of a million objects (`design.md` §1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from math import fsum
from typing import NamedTuple

from shadow_app.insight.tally import Tally

_FIRST_GRADE = Tally._fields.index("d0")


class Sums(NamedTuple):
    """The sums of several tallies that a rate is made of. Each field means what it means in `Tally`.

    Where nothing was told, no rate was stated and nobody counted people, which is most of the time, the last ten need
    not be there.
    """

    notes: float
    seen: float
    timed_count: float
    timed_minutes: float
    estimated_count: float
    estimated_minutes: float
    told: float = 0.0
    told_count: float = 0.0
    told_minutes: float = 0.0
    rate_hour: float = 0.0
    rate_day: float = 0.0
    rate_week: float = 0.0
    rate_month: float = 0.0
    rate_notes: float = 0.0
    people_sum: float = 0.0
    people_notes: float = 0.0


class GradeCounts(NamedTuple):
    """How many notes were graded how, over several tallies; and how many surprised."""

    d0: float
    d1: float
    d2: float
    d3: float
    d4: float
    t0: float
    t1: float
    t2: float
    t3: float
    w_none: float
    w_clumsy: float
    w_good: float
    surprises: float


def added(several: Sequence[Sequence[float]]) -> Sequence[float]:
    """The fields of several `Sums`, at least one, field by field."""
    return several[0] if len(several) == 1 else tuple(map(fsum, zip_longest(*several, fillvalue=0.0)))


def grade_counts(rows: Iterable[Tally]) -> GradeCounts:
    """The grades of several rows, at least one."""
    return GradeCounts._make(map(fsum, zip(*[row[_FIRST_GRADE:] for row in rows], strict=True)))

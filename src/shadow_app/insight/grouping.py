"""Sums of the strata of a pain point: adding up, and nothing else.

Rows are added column by column in C (`math.fsum`, which is exact, so the order of the rows cannot show in any digit):
a quarter of a million rows must not become a quarter of a million objects (`design.md` §1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum
from typing import NamedTuple

from shadow_app.insight.tally import Tally

_FIRST_GRADE = Tally._fields.index("d0")


class Sums(NamedTuple):
    """The sums of several tallies that a rate is made of. Each field means what it means in `Tally`."""

    notes: float
    seen: float
    timed_count: float
    timed_minutes: float
    estimated_count: float
    estimated_minutes: float
    told: float
    told_count: float
    told_minutes: float
    rate_hour: float
    rate_day: float
    rate_week: float
    rate_month: float
    rate_notes: float
    people_sum: float
    people_notes: float


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


NOTHING_GRADED = GradeCounts._make([0.0] * len(GradeCounts._fields))


def added(several: Sequence[Sequence[float]]) -> Sequence[float]:
    """The fields of several `Sums`, at least one, field by field."""
    return several[0] if len(several) == 1 else tuple(map(fsum, zip(*several, strict=True)))


def grade_counts(rows: Iterable[Tally]) -> GradeCounts:
    """The grades of several rows, at least one."""
    return GradeCounts._make(map(fsum, zip(*[row[_FIRST_GRADE:] for row in rows], strict=True)))

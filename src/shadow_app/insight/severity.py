"""How bad it is when it happens: grades, uplift, ITIL codes, lanes and evidence (`domain.md` §3.1).

An ordinal scale has no mean: what nobody has set is the median of the graded notes, and of two middle grades the
milder one, so that a median never claims more than the notes do.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import log10
from typing import NamedTuple

from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.vocabulary import BusinessDamage, EvidenceGrade, Lane, Scope, TimeToDamage, Workaround
from shadow_app.domain.weights import Weights
from shadow_app.insight.grouping import GradeCounts

MANY_PEOPLE = 100
"""From this many people on, the impact steps up by one."""

_ROUNDING = 1e-9
"""Shares of a third do not add up to one exactly."""

_MILD_TO_SEVERE = (Workaround.GOOD, Workaround.CLUMSY, Workaround.NONE)


class Grades(NamedTuple):
    """A pain point's three grades. Where nobody has graded, the mildest stands in (no workaround known, for the
    third) and `…_graded` is False, so that a screen can say so."""

    damage: BusinessDamage = BusinessDamage.ANNOYANCE
    time: TimeToDamage = TimeToDamage.CAN_WAIT
    workaround: Workaround = Workaround.NONE
    damage_graded: bool = False
    time_graded: bool = False
    workaround_graded: bool = False

    @property
    def graded(self) -> bool:
        """Whether there is any uplift to speak of: without a damage the other two weigh nothing."""
        return self.damage_graded


def grades_of(pain_point: PainPoint | None, counts: GradeCounts) -> Grades:
    """What people have set, else the medians of the graded notes (`design.md` §4)."""
    damage = pain_point.business_damage if pain_point else None
    time = pain_point.time_to_damage if pain_point else None
    workaround = pain_point.workaround if pain_point else None
    if damage is None:
        middle = lower_median((counts.d0, counts.d1, counts.d2, counts.d3, counts.d4))
        damage = None if middle is None else BusinessDamage(middle)
    if time is None:
        middle = lower_median((counts.t0, counts.t1, counts.t2, counts.t3))
        time = None if middle is None else TimeToDamage(middle)
    if workaround is None:
        middle = lower_median((counts.w_good, counts.w_clumsy, counts.w_none))
        workaround = None if middle is None else _MILD_TO_SEVERE[middle]
    blank = Grades()
    return Grades(
        blank.damage if damage is None else damage,
        blank.time if time is None else time,
        blank.workaround if workaround is None else workaround,
        damage is not None,
        time is not None,
        workaround is not None,
    )


def lower_median(counts: Sequence[float]) -> int | None:
    """The median of a histogram over 0, 1, 2 …; of two middle values the lower; None when it is empty."""
    half = sum(counts) / 2
    reached = accumulate(counts)
    return next((value for value, count in enumerate(reached) if count >= half - _ROUNDING), None) if half > 0 else None


def majority_scope(person: float, shared: float) -> Scope:
    """The scope of most notes. A tie is SHARED, which multiplies by fewer people."""
    return Scope.PERSON if person > shared else Scope.SHARED


def uplift(grades: Grades, weights: Weights) -> float:
    """u = d · t · w: how much more than its minutes a graded damage makes an hour weigh."""
    damage, time = weights.of_damage(grades.damage), weights.of_time(grades.time)
    return damage * time * weights.of_workaround(grades.workaround)


def index(wlh: float) -> float:
    """min(100, 20·log10(1 + WLH)): for the eye only, +20 points are ten times as much."""
    return min(100.0, 20 * log10(1 + wlh))


def impact(damage: BusinessDamage, people: float) -> int:
    """ITIL impact, 1 (high) … 3 (low)."""
    level = {4: 1, 3: 1, 2: 2, 1: 3, 0: 3}[damage]
    return max(1, level - 1) if people >= MANY_PEOPLE and damage >= BusinessDamage.REWORK else level


def urgency(time: TimeToDamage, workaround: Workaround) -> int:
    """ITIL urgency, 1 (high) … 3 (low)."""
    level = {3: 1, 2: 2, 1: 3, 0: 3}[time]
    return min(3, level + 1) if workaround is Workaround.GOOD else level


def priority(impact_level: int, urgency_level: int) -> int:
    """ITIL priority 1 … 5, by the usual lookup P = I + U − 1."""
    return impact_level + urgency_level - 1


def lane(grades: Grades) -> Lane:
    """What to do first; the rules are asked in this order."""
    if grades.damage >= BusinessDamage.BUSINESS_LOST:
        return Lane.DAMAGING
    if grades.damage >= BusinessDamage.REWORK and grades.time >= TimeToDamage.TODAY:
        return Lane.TIME_CRITICAL
    mild = grades.damage <= BusinessDamage.REWORK
    if mild and (grades.time is TimeToDamage.CAN_WAIT or grades.workaround is Workaround.GOOD):
        return Lane.DEFERRABLE
    return Lane.PLAN


def evidence_grade(notes: float, visits: int, sites: int, shadowers: int) -> EvidenceGrade:
    """SOLID: ≥ 5 notes, 3 visits, 2 sites, 2 shadowers. EMERGING: ≥ 3 notes, 2 visits. Else one person's story."""
    notes += _ROUNDING
    if notes >= 5 and visits >= 3 and sites >= 2 and shadowers >= 2:
        return EvidenceGrade.SOLID
    if notes >= 3 and visits >= 2:
        return EvidenceGrade.EMERGING
    return EvidenceGrade.ANECDOTE

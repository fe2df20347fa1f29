"""Grades, codes, lanes and evidence."""

from __future__ import annotations

from itertools import product

import pytest

from shadow_app.domain.vocabulary import BusinessDamage, EvidenceGrade, Lane, Scope, TimeToDamage, Workaround
from shadow_app.insight.grouping import GradeCounts
from shadow_app.insight.severity import (
    Grades,
    evidence_grade,
    grades_of,
    impact,
    index,
    lane,
    lower_median,
    majority_scope,
    priority,
    urgency,
)

NOBODY = GradeCounts(*[0.0] * len(GradeCounts._fields))


@pytest.mark.parametrize(
    ("counts", "middle"),
    [((0, 0, 0), None), ((1, 0, 1), 0), ((1, 1, 1), 1), ((0, 2, 2), 1), ((1, 0, 2), 2), ((1 / 3, 1 / 3, 1 / 3), 1)],
)
def test_the_median_of_grades_is_the_milder_middle(counts: tuple[float, ...], middle: int | None) -> None:
    assert lower_median(counts) == middle


def test_a_tied_workaround_is_the_better_one() -> None:
    assert grades_of(None, NOBODY._replace(w_none=1, w_good=1)).workaround is Workaround.GOOD
    assert grades_of(None, NOBODY._replace(w_none=2, w_clumsy=1)).workaround is Workaround.NONE


def test_nothing_graded_is_nought_and_says_so() -> None:
    grades = grades_of(None, NOBODY)
    assert grades == Grades()
    assert not grades.graded
    assert grades_of(None, NOBODY._replace(d0=1)).graded, "graded as an annoyance is graded"


def test_a_tie_of_scopes_claims_fewer_people() -> None:
    assert majority_scope(1, 1) is Scope.SHARED
    assert majority_scope(1.5, 1) is Scope.PERSON


def test_index_is_capped_and_ten_times_as_much_is_twenty_points() -> None:
    assert index(0) == 0
    assert index(10**9) == 100
    assert index(9_999) - index(999) == pytest.approx(20)


@pytest.mark.parametrize(
    ("damage", "people", "expected"),
    [(4, 1, 1), (3, 500, 1), (2, 99, 2), (2, 100, 1), (1, 100, 2), (1, 99, 3), (0, 100, 3), (0, 1, 3)],
)
def test_impact(damage: int, people: int, expected: int) -> None:
    assert impact(BusinessDamage(damage), people) == expected


@pytest.mark.parametrize(
    ("time", "workaround", "expected"),
    [(3, "none", 1), (3, "good", 2), (2, "clumsy", 2), (2, "good", 3), (1, "none", 3), (0, "good", 3)],
)
def test_urgency(time: int, workaround: str, expected: int) -> None:
    assert urgency(TimeToDamage(time), Workaround(workaround)) == expected


def test_priority_is_the_usual_lookup() -> None:
    assert {(i, u): priority(i, u) for i, u in product((1, 2, 3), repeat=2)} == {
        (1, 1): 1, (1, 2): 2, (1, 3): 3, (2, 1): 2, (2, 2): 3, (2, 3): 4, (3, 1): 3, (3, 2): 4, (3, 3): 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("damage", "time", "workaround", "expected"),
    [
        (3, 0, "good", Lane.DAMAGING),
        (1, 2, "good", Lane.TIME_CRITICAL),
        (2, 3, "none", Lane.TIME_CRITICAL),
        (1, 0, "none", Lane.DEFERRABLE),
        (0, 3, "good", Lane.DEFERRABLE),
        (0, 3, "none", Lane.PLAN),
        (1, 1, "clumsy", Lane.PLAN),
        (1, 1, "good", Lane.DEFERRABLE),
        (2, 0, "good", Lane.PLAN),
    ],
)
def test_lanes_are_asked_in_order(damage: int, time: int, workaround: str, expected: Lane) -> None:
    assert lane(Grades(BusinessDamage(damage), TimeToDamage(time), Workaround(workaround))) is expected


@pytest.mark.parametrize(
    ("notes", "visits", "sites", "shadowers", "expected"),
    [
        (5, 3, 2, 2, EvidenceGrade.SOLID),
        (5, 3, 2, 1, EvidenceGrade.EMERGING),
        (5, 3, 1, 2, EvidenceGrade.EMERGING),
        (4, 3, 2, 2, EvidenceGrade.EMERGING),
        (5, 2, 2, 2, EvidenceGrade.EMERGING),
        (9, 1, 1, 1, EvidenceGrade.ANECDOTE),
        (2, 2, 2, 2, EvidenceGrade.ANECDOTE),
        (0.1 * 30 - 1e-15, 2, 1, 1, EvidenceGrade.EMERGING),
    ],
)
def test_evidence(notes: float, visits: int, sites: int, shadowers: int, expected: EvidenceGrade) -> None:
    assert evidence_grade(notes, visits, sites, shadowers) is expected

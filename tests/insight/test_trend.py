"""How often a pain is met over time, against the hours in which it could have been met."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from score_samples import named

from shadow_app.domain.vocabulary import VisitType
from shadow_app.insight.trend import FEW_VISITS, StratumDay, trend

START = date(2026, 1, 20)


def day(visit: str, on: date, seen: float, hours: float = 8.0, role: str = "driver") -> StratumDay:
    ids = (named("harbour"), named(role))
    return StratumDay(named(visit), on, VisitType.IMMERSION, "", *ids, hours, seen, 0.0, 0.0)


def test_few_visits_are_points_of_their_own_and_a_quiet_one_is_a_zero() -> None:
    points = trend([day("b", date(2026, 3, 2), 0), day("a", date(2026, 1, 5), 6), day("c", date(2026, 3, 9), 3, 4.0)])
    assert [(point.on, point.rate) for point in points] == [
        (date(2026, 1, 5), 0.75),
        (date(2026, 3, 2), 0.0),
        (date(2026, 3, 9), 0.75),
    ]
    assert not any(point.monthly for point in points)
    assert points[1].range == pytest.approx((0, 2.7055 / 16), abs=1e-4), "nothing seen is not nothing"
    assert trend([]) == ()


def test_a_visit_that_saw_two_roles_spent_its_hours_once() -> None:
    (point,) = trend([day("a", START, 2), day("a", START, 1, role="loader")])
    assert (point.visits, point.hours, point.seen) == (1, 8, 3)


def test_many_visits_become_months_and_a_month_without_a_visit_is_no_point() -> None:
    days = [day(f"visit {week}", START + timedelta(weeks=week), week % 2) for week in range(FEW_VISITS)]
    assert len(trend(days)) == FEW_VISITS
    late = day("late", date(2026, 7, 1), 4)
    january, february, march, july = trend([*days, late])
    assert (january.on, january.until_on, january.visits) == (START, START + timedelta(weeks=1), 2)
    assert (january.hours, january.seen, january.rate) == (16, 1, 1 / 16)
    assert (february.visits, march.visits, july.visits) == (4, 2, 1)
    assert july.monthly
    assert july.rate == 0.5

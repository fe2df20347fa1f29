"""How far IT has come with a pain point."""

from __future__ import annotations

from datetime import date

import pytest
from score_samples import named

from shadow_app.domain.pain_point import PainPoint
from shadow_app.insight.standing import Standing, standing

CLOSED = date(2026, 6, 1)


def pain(**fields: object) -> PainPoint:
    return PainPoint.model_validate({"service_id": named("service"), "title": "jams", **fields})


def test_what_nobody_has_grouped_is_new() -> None:
    assert standing(None, decided=False, promised=False, seen_on=CLOSED) is Standing.NEW


@pytest.mark.parametrize(
    ("decided", "promised", "expected"),
    [
        (False, False, Standing.NEW),
        (True, False, Standing.DECIDED),
        (True, True, Standing.PROMISED),
        (False, True, Standing.PROMISED),
    ],
)
def test_the_furthest_step_counts(decided: bool, promised: bool, expected: Standing) -> None:
    assert standing(pain(), decided=decided, promised=promised, seen_on=CLOSED) is expected


@pytest.mark.parametrize(
    ("seen_on", "expected"),
    [
        (None, Standing.CLOSED),
        (date(2026, 5, 31), Standing.CLOSED),
        (CLOSED, Standing.CLOSED),
        (date(2026, 6, 2), Standing.REOPENED),
    ],
)
def test_seen_on_a_later_day_it_is_open_again(seen_on: date | None, expected: Standing) -> None:
    assert standing(pain(closed_on=CLOSED), decided=True, promised=True, seen_on=seen_on) is expected

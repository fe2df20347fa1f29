"""Waits added up: what is open, what was no longer needed, how long it took."""

from __future__ import annotations

from shadow_app.insight.waits import Waits, together


def test_of_nothing_nothing_is_claimed() -> None:
    nothing = Waits()
    assert (nothing.open, nothing.mean_days, nothing.expired_share, nothing.longest_days) == (0, None, None, None)
    assert together([]) == nothing


def test_the_expired_need_rate_is_no_longer_needed_over_delivered_or_cancelled() -> None:
    waits = Waits(notes=6, delivered=3, expired=2, settled=4, not_asked=1, dated=4, days=120.0, longest_days=60.0)
    assert (waits.open, waits.mean_days, waits.expired_share) == (2, 30, 0.5)
    both = together([waits, Waits(notes=1, dated=1, days=90.0, longest_days=90.0), Waits()])
    assert (both.notes, both.open, both.expired_share) == (7, 3, 0.5)
    assert (both.mean_days, both.longest_days) == (42, 90)

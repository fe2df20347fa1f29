"""Days, as the person at this desk has them."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The day by this computer's clock and zone."""
    return datetime.now().astimezone().date()


def day_in_words(day: date) -> str:
    """Such as "3 December 2026"."""
    return f"{day.day} {day:%B %Y}"

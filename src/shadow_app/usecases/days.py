"""Days, as the person at this desk has them."""

from __future__ import annotations

from datetime import date, datetime

from shadow_app.reports import amounts


def today() -> date:
    """The day by this computer's clock and zone."""
    return datetime.now().astimezone().date()


def day_in_words(day: date) -> str:
    """Such as "3 December 2026", in the language that holds, for sentences that may be broken anywhere."""
    return amounts.day(day).replace("\u00a0", " ")

"""Days in the words of the person's own language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

LONG, MEDIUM, SHORT = "dddd d MMMM yyyy", "d MMMM yyyy", "d MMMM"
WITH_WEEKDAY, BRIEF = "dddd d MMMM", "ddd d MMM yyyy"


def day_words(day: date, pattern: str = MEDIUM) -> str:
    """A day, or the day of a moment, by one of Qt's patterns."""
    return str(QLocale().toString(QDate(day.year, day.month, day.day), pattern))

"""Days in the words of the person's own language."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QGuiApplication

LONG, MEDIUM, SHORT = "dddd d MMMM yyyy", "d MMMM yyyy", "d MMMM"
WITH_WEEKDAY, BRIEF, SMALL, SHORTEST = "dddd d MMMM", "ddd d MMM yyyy", "d MMM yyyy", "d MMM"


def day_words(day: date, pattern: str = MEDIUM) -> str:
    """A day, or the day of a moment, by one of the patterns above, as the locale orders and points it."""
    words = str(QLocale().toString(QDate(day.year, day.month, day.day), local_pattern(pattern)))
    if pattern.startswith("d") and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        # Set apart, or a window that runs to the left takes the day from its month.
        return f"\N{FIRST STRONG ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}"
    return words


def local_pattern(pattern: str) -> str:
    """One of Qt's patterns for a day, as the locale writes it: `d. MMMM yyyy` in German, `MMMM d, yyyy` in the US."""
    locale = QLocale()
    usual = locale.dateFormat(QLocale.FormatType.LongFormat)
    british = "dd" not in usual or re.search(r"d+,? MMMM,? yyyy", usual)
    if locale.language() == QLocale.Language.C or british or "d" not in pattern:
        return pattern  # the patterns above are the British order already; a month alone has no order
    parts = usual if "dddd" in pattern or "ddd" in pattern else re.sub(r"dddd,? ?", "", usual)
    parts = parts if "yy" in pattern else re.sub(r",? ?y+", "", parts)
    if "MMMM" in pattern:
        return parts
    return parts.replace("dddd", "ddd").replace("MMMM", "MMM")

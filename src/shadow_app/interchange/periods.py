"""A stretch of time as a file writes it: 2026, 2026-03, 03/2026, March 2026, 2026-Q1, Q1 2026."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from shadow_app.domain.language import say
from shadow_app.interchange.cells import Unfit

_YEAR = re.compile(r"([0-9]{4})")
_YEAR_MONTH = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_QUARTER = re.compile(r"(?:([0-9]{4})[-/. ]*q([1-4])|q([1-4])[-/. ]*([0-9]{4}))", re.IGNORECASE)
_NAMED = re.compile(r"([a-z]{3,9})\.?[ -]+([0-9]{4})", re.IGNORECASE)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


def period(text: str) -> tuple[date, date]:
    """The first and the last day of it.

    Raises:
        Unfit: it is no year, quarter or month.
    """
    plain = " ".join(text.split())
    found = _months(plain)
    if found is not None:
        year, first, last = found
        if _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= first <= last <= 12:
            return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    raise Unfit(
        say("the period “{plain}” is not a month, quarter or year such as 2026-03, 2026-Q1 or 2026.", plain=plain[:40])
    )


def _months(plain: str) -> tuple[int, int, int] | None:
    """Year, first month and last month."""
    if whole := _YEAR.fullmatch(plain):
        return int(whole[1]), 1, 12
    if quarter := _QUARTER.fullmatch(plain):
        year, number = int(quarter[1] or quarter[4]), int(quarter[2] or quarter[3])
        return year, number * 3 - 2, number * 3
    if month := _YEAR_MONTH.fullmatch(plain):
        return int(month[1]), int(month[2]), int(month[2])
    if month := _MONTH_YEAR.fullmatch(plain):
        return int(month[2]), int(month[1]), int(month[1])
    if named := _NAMED.fullmatch(plain):
        meant = [place for place, name in enumerate(_MONTHS, 1) if name.startswith(named[1].casefold())]
        return (int(named[2]), meant[0], meant[0]) if len(meant) == 1 else None
    return None

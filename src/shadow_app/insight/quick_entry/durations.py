"""Durations: `6m`, `1h30`, `90s`, `1,5h`, `10 min`, with a sign or bare (`tagging.md` §4)."""

from __future__ import annotations

import re

from shadow_app.insight.quick_entry.folded import TOKEN_ENDS

_NUMBER = r"\d{1,6}(?:[.,]\d{1,4})?"

# A blank before the unit is read only where the unit is a word: "~5 m" and "5 h" are too often something else.
_TEXT = rf"""
    (?: (?P<h>{_NUMBER}) (?: h | [ ]?(?:hrs?|hours?) )
        (?: (?P<hm>\d\d) (?:m|mins?)? | [ ]?(?P<hm2>\d{{1,2}}) (?: m | [ ]?(?:mins?|minutes?) ) )?
    |   (?P<m>{_NUMBER}) (?: m | [ ]?(?:mins?|minutes?) )
        (?: [ ]?(?P<ms>\d{{1,2}}) (?: s | [ ]?(?:secs?|seconds?) ) )?
    |   (?P<s>{_NUMBER}) (?: s | [ ]?(?:secs?|seconds?) )
    |   (?P<d>{_NUMBER}) d
    ) {TOKEN_ENDS}
"""
_DURATION = re.compile(_TEXT, re.IGNORECASE | re.VERBOSE)

_MINUTES_OF = {"h": 60.0, "hm": 1.0, "hm2": 1.0, "m": 1.0, "ms": 1 / 60, "s": 1 / 60, "d": 8 * 60.0}
"""A day is a working day of eight hours."""

_MOST = 60.0 * 24 * 366


def read_duration(text: str, start: int) -> tuple[float, int] | None:
    """The duration at `start` in minutes, and where it ends; None if there is none, or one of more than a year."""
    found = _DURATION.match(text, start)
    if found is None:
        return None
    parts = ((name, value) for name, value in found.groupdict().items() if value is not None)
    minutes = sum(float(value.replace(",", ".")) * _MINUTES_OF[name] for name, value in parts)
    return (minutes, found.end()) if minutes <= _MOST else None


_BEFORE = frozenset(("in", "within", "every", "each", "per", "under"))
_AFTER = re.compile(r"\s+(?:later|ago|earlier|old|apart|away)\b", re.IGNORECASE)


def is_lost_time(text: str, start: int, end: int, word_before: str) -> bool:
    """Whether a bare duration may be time that somebody lost.

    Not where its neighbours make it a point in time ("40 min later"), a deadline or an interval ("in 15 min", "every
    5 min"); not a decade ("1990s"); not in days, which nobody loses at a stretch.
    """
    if text[end - 1] in "dD" or text[start : start + 4].isdecimal():
        return False
    return word_before.casefold() not in _BEFORE and _AFTER.match(text, end) is None

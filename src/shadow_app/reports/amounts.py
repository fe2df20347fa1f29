"""Numbers in words: as exact as the evidence, never more, and as the locale writes them.

British English is written here, since its names and signs are known without a library; the rest is CLDR's.
"""

from __future__ import annotations

import math
from datetime import date, datetime

from shadow_app.domain import formats
from shadow_app.domain.language import current, say, shown
from shadow_app.reports.parts import Estimate

_NBSP = "\u00a0"
_HOME = "en_GB"
LEAST_HOURS = 0.05
"""Below this, hours are told as "under 0.1"."""

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def grouped(value: float) -> str:
    """A whole number, its thousands set apart as the locale has it: 1,381."""
    return decimal(math.floor(value + 0.5), 0)


def tenths(value: float) -> str:
    """To one decimal, for a sum that somebody adds up again: 1,381.3."""
    return decimal(value, 1)


def decimal(value: float, decimals: int, *, strip: bool = False) -> str:
    """A number with so many decimals; `strip` leaves noughts at the end away, and the thousands together."""
    language = current()
    if strip:
        value, decimals = round(value, decimals), len(f"{value:.{decimals}f}".rstrip("0").partition(".")[2])
    if language.locale != _HOME:
        return formats.number(value, decimals, language.locale, grouping=not strip)
    return f"{value:.{decimals}f}" if strip else f"{value:,.{decimals}f}"


def about(value: float) -> float:
    """Rounded to three figures that count."""
    if value == 0 or not math.isfinite(value):
        return 0.0
    return round(value, 2 - math.floor(math.log10(abs(value))))


def hours(value: float) -> str:
    """Hours without a unit: 2,134, 7.5, 0.3."""
    if value >= 10 or value == 0:
        return grouped(value)
    return decimal(round(value, 1), 1, strip=True) if value >= LEAST_HOURS else say("under 0.1")


def duration(value: float) -> str:
    """A stretch of hours as people say it: `7 h 45 min`, `40 min`, `22 h`."""
    whole, minutes_ = divmod(round(value * 60), 60)
    parts = ([f"{grouped(whole)}{_NBSP}h"] if whole else []) + ([_min(str(minutes_))] if minutes_ else [])
    return " ".join(parts) or f"0{_NBSP}h"


def hours_range(estimate: Estimate) -> str:
    """`1,381–3,225`, or nothing where no range is known."""
    if estimate.low is None or estimate.high is None or estimate.high <= 0:
        return ""
    return f"{hours(estimate.low)}–{hours(estimate.high)}"


def money(value: float, currency: str) -> str:
    """`£48,000` to three figures that count; a currency without a sign is named: `CHF 48,000`."""
    language = current()
    if not language.english:
        return formats.money(math.floor(about(value) + 0.5), currency, language.locale)
    sign = _SIGNS.get(currency.upper(), f"{currency}{_NBSP}")
    return f"{sign}{grouped(about(value))}"


def percent(share: float) -> str:
    """`91 %` of a share between 0 and 1; a decimal below one in ten, and never a nought that is not one."""
    value = share * 100
    if value == 0 or value >= 9.95:
        return f"{value:.0f}{_NBSP}%"
    return f"{decimal(value, 1)}{_NBSP}%" if value >= 0.05 else f"{say('under 0.1')}{_NBSP}%"


def minutes(value: float) -> str:
    """`6 min`, `1.5 min`, `70 min`."""
    return _min(grouped(value) if value >= 10 or value == round(value) else decimal(value, 1))


def counted(number: float, forms: str) -> str:
    """`1 visit`, `3 visits`, from `visit|visits`. The catalogue knows the forms by their calls."""
    return f"{grouped(number)}{_NBSP}{shown(number, f'!,.0f|{say(forms)}')}"


def day(moment: date | datetime) -> str:
    """`12 November 2026`."""
    language = current()
    if language.locale != _HOME:
        return formats.day(moment, language.locale)
    return f"{moment.day}{_NBSP}{_MONTHS[moment.month - 1]} {moment.year}"


def weekday(moment: date | datetime) -> str:
    """`Thursday 12 November 2026`."""
    language = current()
    if language.locale != _HOME:
        return formats.weekday(moment, language.locale)
    return f"{_DAYS[moment.weekday()]} {day(moment)}"


def month(moment: date | datetime) -> str:
    """`November 2026`, for a date that must not name the day (`domain.md` §2.4)."""
    language = current()
    if not language.english:
        return formats.month(moment, language.locale)
    return f"{_MONTHS[moment.month - 1]} {moment.year}"


def stamp(moment: datetime) -> str:
    """`12 November 2026, 06:10`: when a page was made."""
    return f"{day(moment)}, {clock(moment)}"


def clock(moment: datetime) -> str:
    """`06:10`, as the wall clock at the site showed it."""
    return moment.strftime("%H:%M")


def _min(shown: str) -> str:
    return f"{shown}{_NBSP}{say('min')}"


# Names of our own, because strftime's follow the machine's locale and a report must not.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

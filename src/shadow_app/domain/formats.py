"""Numbers, money, dates and lists as a language writes them: the only module that knows Babel (CLDR).

English is not spelt here: its golden values are the house's own (a space between thousands, dates as `2026-11-12`).
Babel is imported at first use, because the first frame of an English window must not wait for it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import lru_cache
from string import Formatter
from typing import Any

NBSP = "\u00a0"

LETTER_TERRITORIES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Where office paper is US Letter (CLDR, `measurementData`, paperSize US-Letter); A4 everywhere else."""

_DATES = {
    "%Y-%m-%d": "dd.MM.yyyy",
    "%Y-%m-%d %H:%M": "dd.MM.yyyy HH:mm",
    "%d %B %Y": "d. MMMM y",
    "%d %B %Y, %H:%M": "d. MMMM y, HH:mm",
    "%A %d %B %Y, %H:%M": "EEEE, d. MMMM y, HH:mm",
    "%B %Y": "LLLL y",
    "%H:%M": "HH:mm",
    "%a %d %b": "EEE d. MMM",
}
"""What our sentences ask of a date (`strftime`), as CLDR patterns. A pattern that is not here is strftime's own."""


def number(value: float, decimals: int, locale: str, *, grouping: bool = True) -> str:
    """`1.381,3`, with exactly so many decimals."""
    if not math.isfinite(value):
        return str(value)
    pattern, spoken = _pattern("#,##0" + ("." + "0" * decimals if decimals else ""), locale)
    return str(pattern.apply(value, spoken, group_separator=grouping))


@lru_cache(maxsize=64)
def _pattern(pattern: str, locale: str) -> tuple[Any, Any]:
    """Read once: taking a pattern and a locale apart takes a hundred times as long as writing a number by them."""
    from babel import Locale
    from babel.numbers import parse_pattern

    return parse_pattern(pattern), Locale.parse(locale)


def money(value: float, currency: str, locale: str) -> str:
    """`48.000 €`: whole units with the sign where the language puts it; a currency without a sign is named."""
    pattern, spoken = _pattern(f"#,##0{NBSP}¤", locale)
    return str(pattern.apply(value, spoken, currency=currency.upper(), currency_digits=False))


def day(moment: date, locale: str) -> str:
    """`12. November 2026`."""
    return dated(moment, "long", locale)


def weekday(moment: date, locale: str) -> str:
    """`Donnerstag, 12. November 2026`."""
    return dated(moment, "full", locale)


def month(moment: date, locale: str) -> str:
    """`November 2026`."""
    return dated(moment, "LLLL y", locale)


def dated(moment: date, pattern: str, locale: str) -> str:
    """A day by one of CLDR's names (`short` … `full`) or patterns; the moment's own wall clock counts."""
    from babel.dates import format_date, format_datetime

    if isinstance(moment, datetime) and pattern not in ("short", "medium", "long", "full"):
        return str(format_datetime(moment.replace(tzinfo=None), pattern, locale=locale))
    return str(format_date(moment.date() if isinstance(moment, datetime) else moment, pattern, locale=locale))


def listed(names: Sequence[str], locale: str) -> str:
    """`Hafen, Zentrum und Depot`."""
    from babel.lists import format_list

    return str(format_list(list(names), locale=locale))


class Counting(Formatter):
    """Fills a sentence as `str.format` does it; `{n:,|note|notes}` is the number with the noun that fits it.

    What stands between the strokes are the forms of the language, in the order of its plural rule. A number that is
    written already is told by what is shown of it. With `!` before the first stroke, the number itself is left out:
    `{n:!|is|are}`.
    """

    def __init__(self, rule: Callable[[int], int] = lambda number: int(number != 1)) -> None:
        self._rule = rule

    def format_field(self, value: Any, format_spec: str) -> str:
        """One value in its place."""
        spec, *forms = format_spec.split("|")
        if not forms:
            return self.written(value, spec)
        shown = self.written(value, spec.lstrip("!"))
        form = forms[min(self._rule(_whole(value, spec, shown)), len(forms) - 1)]
        return form if spec.startswith("!") else f"{shown} {form}"

    def written(self, value: Any, spec: str) -> str:
        """A value without a noun; the names of days and months are English wherever the computer stands."""
        return format(value, _named(value, spec) if isinstance(value, date) else spec)


_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


def _named(moment: date, spec: str) -> str:
    """A pattern of `strftime` with the names written out: a window sets Python's own to those of the computer."""
    month, day = _MONTHS.split()[moment.month - 1], _DAYS.split()[moment.weekday()]
    for sign, name in (("%B", month), ("%b", month[:3]), ("%A", day), ("%a", day[:3])):
        spec = spec.replace(sign, name)
    return spec


def _whole(value: Any, spec: str, shown: str) -> int:
    """The number that a reader sees; anything that is not a whole one counts as several."""
    if isinstance(value, int | float):
        # As it is rounded, and not as it is.
        seen = float(format(value, spec.replace(",", "").lstrip("!")))
        return int(seen) if seen.is_integer() else _SEVERAL
    return 1 if shown.strip() == "1" else _SEVERAL


_SEVERAL = 2


class Filler(Counting):
    """Fills a translated sentence: numbers and dates in it come out as the language writes them."""

    def __init__(self, locale: str, rule: Callable[[int], int] = lambda number: int(number != 1)) -> None:
        super().__init__(rule)
        self._locale = locale

    def written(self, value: Any, format_spec: str) -> str:
        """As `format` does it, except for dates, and for numbers with a fixed count of decimals."""
        if isinstance(value, date):
            spec = format_spec or ("%Y-%m-%d %H:%M" if isinstance(value, datetime) else "%Y-%m-%d")
            return dated(value, _DATES[spec], self._locale) if spec in _DATES else str(format(value, format_spec))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self._number(value, format_spec)
        return str(format(value, format_spec))

    def _number(self, value: float, spec: str) -> str:
        if spec.endswith("g"):
            return str(format(value, spec)).translate({ord("."): self._point(), ord(","): NBSP})
        bare = spec.removesuffix("f").lstrip("+")
        grouping, point, decimals = bare.partition(".")
        if grouping not in ("", ",") or (point and not decimals.isdecimal()):
            return str(format(value, spec))
        if not spec:
            return str(value) if isinstance(value, int) else str(value).replace(".", self._point())
        shown = number(value, int(decimals or 0), self._locale, grouping=grouping == ",")
        return f"+{shown}" if spec.startswith("+") and value >= 0 else shown

    def _point(self) -> str:
        from babel.numbers import get_decimal_symbol

        return get_decimal_symbol(self._locale)

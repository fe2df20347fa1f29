"""Numbers as the person's own locale writes them, as exact as the evidence and never more."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from shadow_app.domain.language import current
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.plural import tr

translate = QCoreApplication.translate

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def _here() -> QLocale:
    """The person's locale; a computer that has none (C) gets the program's own language."""
    locale = QLocale()
    return locale if locale.language() is not QLocale.Language.C else _ENGLISH


class Number(str):
    """A number as it is shown, which brings the forms of its noun: `"{n:|note|notes}".format(n=whole(1))`."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """As any text, or with the noun that fits."""
        return current().fill(f"{{n:{spec}}}", {"n": str(self)}) if "|" in spec else format(str(self), spec)


def whole(value: float) -> Number:
    """2,134."""
    return Number(_here().toString(math.floor(value + 0.5)))


def hours(value: float) -> Number:
    """Hours without a unit: 2,134, 7.5, 0.3."""
    if value >= 10 or value == 0:
        return whole(value)
    return short(value, 1) if value >= 0.05 else Number(translate("Amounts", "under 0.1"))


def short(value: float, digits: int = 2) -> Number:
    """At most `digits` decimals, and none that is nought."""
    # Sums from SQL may be whole numbers, which Qt would format by another overload.
    rounded = round(float(value), digits)
    needed = next((n for n in range(digits) if round(rounded, n) == rounded), digits)
    return Number(_here().toString(rounded, "f", needed))


def _count(number: float) -> int:
    return math.floor(number + 0.5)


def span(low: float, high: float) -> Number:
    """1,381–3,225."""
    return Number(f"{hours(low)}–{hours(high)}")


def money(value: float, currency: str) -> str:
    """Three figures that count: £48,000."""
    rounded = 0.0 if value == 0 else round(value, 2 - math.floor(math.log10(abs(value))))
    return str(_here().toCurrencyString(rounded, _SIGNS.get(currency.upper(), f"{currency} "), 0))


def percent(share: float) -> str:
    """91 %; a decimal below one in ten."""
    value = share * 100
    return f"{whole(value) if value >= 9.95 or value == 0 else short(max(value, 0.1), 1)}\u00a0%"


def day(moment: datetime) -> str:
    """The day as it is written everywhere, on paper, too, at the place where `moment`'s clock hangs."""
    return day_words(moment, MEDIUM)


def clock(moment: datetime) -> str:
    """Day and time on this computer's clock."""
    local = moment.astimezone()
    return f"{day(local)}, {local:%H:%M}"


def notes(number: float) -> str:
    """1 note, 3 notes."""
    count = _count(number)
    return tr("%Ln note(s)", "", count)


def visits(number: float) -> str:
    """1 visit, 3 visits."""
    count = _count(number)
    return tr("%Ln visit(s)", "", count)


def photos(number: float) -> str:
    """1 photo, 3 photos."""
    count = _count(number)
    return tr("%Ln photo(s)", "", count)


def sites(number: float) -> str:
    """1 site, 3 sites."""
    count = _count(number)
    return tr("%Ln site(s)", "", count)


def joined(names: list[str], most: int = 8) -> str:
    """a, b and c; beyond `most` the rest is counted."""
    shown, rest = names[:most], len(names) - most
    if rest > 0:
        return translate("Amounts", "{names} and {rest} more").format(names=", ".join(shown), rest=whole(rest))
    if len(shown) < 2:
        return "".join(shown)
    return translate("Amounts", "{names} and {last}").format(names=", ".join(shown[:-1]), last=shown[-1])

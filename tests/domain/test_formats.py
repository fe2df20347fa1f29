"""Numbers, money, days and times as German writes them; English keeps the house's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timezone

import pytest

from shadow_app.domain.language import say, speaking
from shadow_app.reports import amounts, look
from shadow_app.reports.parts import Estimate

DAY = date(2026, 11, 12)
MOMENT = datetime(2026, 11, 12, 6, 10, tzinfo=timezone.utc)


@pytest.fixture
def german() -> Iterator[None]:
    """German, for one test."""
    with speaking("de"):
        yield


def flat(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.usefixtures("german")
def test_numbers_in_german() -> None:
    assert amounts.grouped(1381.4) == "1.381"
    assert amounts.tenths(1381.25) == "1.381,2"
    assert amounts.hours(7.46) == "7,5"
    assert amounts.hours(7.0) == "7"
    assert amounts.hours(0.01) == "unter 0,1"
    assert flat(amounts.percent(0.071)) == "7,1 %"
    assert flat(amounts.percent(0.00001)) == "unter 0,1 %"
    assert flat(amounts.minutes(1.5)) == "1,5 min"
    assert flat(amounts.duration(7.75)) == "7 h 45 min"
    assert amounts.hours_range(Estimate(2000, 1381, 3225)) == "1.381–3.225"
    assert amounts.decimal(2.50, 2, strip=True) == "2,5"
    assert amounts.decimal(1200.0, 2, strip=True) == "1200"
    assert flat(amounts.counted(1, "visit", "visits")) == "1 Besuch"
    assert flat(amounts.counted(1200, "visit", "visits")) == "1.200 Besuche"


@pytest.mark.usefixtures("german")
def test_money_in_german() -> None:
    assert flat(amounts.money(48_123, "EUR")) == "48.100 €"
    assert flat(amounts.money(48_123, "chf")) == "48.100 CHF"
    assert flat(amounts.money(0, "GBP")) == "0 £"


@pytest.mark.usefixtures("german")
def test_days_in_german() -> None:
    assert amounts.day(DAY) == "12. November 2026"
    assert amounts.day(MOMENT) == "12. November 2026"
    assert amounts.weekday(DAY) == "Donnerstag, 12. November 2026"
    assert amounts.month(date(2026, 3, 1)) == "März 2026"
    assert amounts.stamp(MOMENT) == "12. November 2026, 06:10"
    assert say("{day}", day=DAY) == "12.11.2026"
    assert say("{at}", at=MOMENT) == "12.11.2026 06:10"
    assert say("{at:%d %B %Y}", at=MOMENT) == "12. November 2026"
    assert say("{at:%H.%M}", at=MOMENT) == "06.10"


def test_english_is_as_it_was() -> None:
    assert (amounts.grouped(1381), amounts.tenths(1381.3)) == ("1,381", "1,381.3")
    assert (amounts.hours(9.97), amounts.hours(7.46), amounts.hours(0.01)) == ("10", "7.5", "under 0.1")
    assert amounts.money(48_123, "GBP") == "£48,100"
    assert amounts.money(48_123, "CHF") == "CHF\u00a048,100"
    assert amounts.weekday(DAY) == "Thursday 12\u00a0November 2026"
    assert amounts.month(DAY) == "November 2026"
    assert amounts.stamp(MOMENT) == "12\u00a0November 2026, 06:10"
    assert amounts.counted(2, "note") == "2\u00a0notes"


def test_paper_is_the_countrys() -> None:
    with speaking("en_US"):
        letter = (look.width(), look.height())
    assert letter == (612.0, 792.0)
    assert round(look.width()) == 595
    assert look.inner() == look.width() - 2 * look.MARGIN

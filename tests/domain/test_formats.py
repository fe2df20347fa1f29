"""Numbers, money, days and times as German writes them; English keeps the house's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timezone

import pytest

from shadow_app.domain.formats import Filler
from shadow_app.domain.language import Language, say, speaking
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
    assert flat(amounts.counted(1, "visit|visits")) == "1 Besuch"
    assert flat(amounts.counted(1200, "visit|visits")) == "1.200 Besuche"


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
    assert amounts.counted(2, "note|notes") == "2\u00a0notes"


def test_paper_is_the_countrys() -> None:
    with speaking("en_US"):
        letter = (look.width(), look.height())
    assert letter == (612.0, 792.0)
    assert round(look.width()) == 595
    assert look.inner() == look.width() - 2 * look.MARGIN


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (0, "0 notes", "0 Notizen"),
        (1, "1 note", "1 Notiz"),
        (2, "2 notes", "2 Notizen"),
        (1381, "1,381 notes", "1.381 Notizen"),
    ],
)
def test_a_number_brings_the_form_of_its_noun(value: int, english: str, german: str) -> None:
    text, told = "{n:,|note|notes}", "{n:,|Notiz|Notizen}"
    assert Language().fill(text, {"n": value}) == english
    with speaking("de") as language:
        assert language.fill(told, {"n": value}) == german


def test_what_is_shown_decides_which_form_it_is() -> None:
    fill = Language().fill
    assert fill("{n:,.0f|hour|hours}", {"n": 1.2}) == "1 hour"
    assert fill("{n:,.1f|hour|hours}", {"n": 1.2}) == "1.2 hours"
    assert fill("{n:.2g|time|times}", {"n": 1.04}) == "1 time"
    assert fill("{n:g|visit|visits}", {"n": float("inf")}) == "inf visits"
    assert fill("{n:|hour|hours}", {"n": "1"}) == "1 hour"
    assert fill("{n:|hour|hours}", {"n": "0.5"}) == "0.5 hours"
    assert fill("{n:!|is|are} {m}", {"n": 1, "m": 3}) == "is 3"


def test_a_language_with_more_forms_has_them_chosen_by_its_own_rule() -> None:
    """As in Polish: one, a few, many."""

    def rule(number: int) -> int:
        return 0 if number == 1 else 1 if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else 2

    filler = Filler("pl_PL", rule)
    said = [filler.vformat("{n:|plik|pliki|plików}", (), {"n": number}) for number in (1, 3, 5, 22)]
    assert said == ["1 plik", "3 pliki", "5 plików", "22 pliki"]


def test_without_a_catalogue_it_counts_as_english_does() -> None:
    assert Language("de", "de_DE").fill("{n:|Tag|Tage}", {"n": 1}) == "1 Tag"


class Abroad(datetime):
    """A moment on a computer whose own names of days and months are German."""

    def __format__(self, spec: str) -> str:
        for sign, name in (("%B", "Dezember"), ("%b", "Dez"), ("%A", "Dienstag"), ("%a", "Di")):
            spec = spec.replace(sign, name)
        return super().__format__(spec)


def test_english_names_its_months_wherever_it_is_spoken() -> None:
    moment = Abroad(2026, 12, 8, 6, 10)
    assert say("{at:%A %d %B %Y, %H:%M}", at=moment) == "Tuesday 08 December 2026, 06:10"
    assert say("{at:%a %d %b}: 80 % of {n:,|note|notes}", at=moment, n=1) == "Tue 08 Dec: 80 % of 1 note"

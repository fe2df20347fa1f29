"""Which language is spoken, how it writes numbers and days, and when another one takes effect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from shadow_app import settings
from shadow_app.domain.language import Wish
from shadow_app.settings import settings_path
from shadow_app.ui import amounts
from shadow_app.ui.dates import BRIEF, LONG, MEDIUM, SHORT, SMALL, WITH_WEEKDAY, day_words, local_pattern
from shadow_app.ui.desk import Desk
from shadow_app.ui.language import locale_of, speak, spoken
from shadow_app.ui.letters import breakable, leading, within
from shadow_app.ui.rail import WIDTH, width_for
from shadow_app.ui.settings.look import SettingsLook
from shadow_app.ui.theme import Theme

GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
AUSTRIAN = QLocale(QLocale.Language.German, QLocale.Country.Austria)
BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
ARABIC = QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt)
DAY = date(2026, 11, 3)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "de", GERMAN)
    yield
    speak(qapp, "en", BRITISH)


@pytest.mark.parametrize(
    ("wanted", "said", "system", "language"),
    [
        ("system", "", ["de-AT", "en-GB"], "de"),
        ("system", "", ["fr-FR", "de-CH"], "de"),
        ("system", "", ["fr-FR"], "en"),
        ("system", "", [], "en"),
        ("en", "", ["de-DE"], "en"),
        ("de", "", ["en-US"], "de"),
        ("en", "de", ["en-GB"], "de"),
        ("de", "en_GB", ["de-DE"], "en"),
        ("de", "system", ["en-GB"], "de"),
        ("system", "kl", ["de-DE"], "de"),
    ],
)
def test_the_environment_goes_before_the_settings_and_these_before_the_system(
    wanted: Wish, said: str, system: list[str], language: str
) -> None:
    assert spoken(wanted, {"SHADOW_LANGUAGE": said}, system) == language


def test_numbers_and_days_follow_the_system_where_it_speaks_the_same_language() -> None:
    assert locale_of("de", AUSTRIAN) == AUSTRIAN
    assert locale_of("en", AMERICAN) == AMERICAN
    assert locale_of("de", AMERICAN) == GERMAN
    assert locale_of("en", ARABIC) == BRITISH


def test_the_window_speaks_german(german: None) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    assert QCoreApplication.translate("TodayPage", "Today") == "Heute"
    assert amounts.notes(1) == "1 Notiz"
    assert amounts.notes(1_381) == "1.381 Notizen"
    assert amounts.hours(7.5) == "7,5"
    assert amounts.money(48_000, "EUR") == "48.000\N{NO-BREAK SPACE}€"
    assert QKeySequence("Ctrl+Shift+Del").toString(QKeySequence.SequenceFormat.NativeText) == "Strg+Umschalt+Entf"


def test_another_language_takes_the_place_of_the_one_before(german: None, qapp: QApplication) -> None:
    speak(qapp, "en", BRITISH)
    assert amounts.notes(1) == "1 note"
    assert amounts.notes(1_381) == "1,381 notes"
    assert QCoreApplication.translate("TodayPage", "Today") == "Today"


def test_a_language_that_runs_to_the_left_turns_the_window(qapp: QApplication) -> None:
    speak(qapp, "en", ARABIC)
    turned = qapp.layoutDirection()
    speak(qapp, "en", BRITISH)
    assert turned is Qt.LayoutDirection.RightToLeft
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        (
            BRITISH,
            ["3 November", "3 November 2026", "Tuesday 3 November 2026", "Tuesday 3 November", "Tue 3 Nov 2026"],
        ),
        (
            GERMAN,
            [
                "3. November",
                "3. November 2026",
                "Dienstag, 3. November 2026",
                "Dienstag, 3. November",
                "Di., 3. Nov. 2026",
            ],
        ),
        (
            AMERICAN,
            ["November 3", "November 3, 2026", "Tuesday, November 3, 2026", "Tuesday, November 3", "Tue, Nov 3, 2026"],
        ),
    ],
    ids=["British", "German", "American"],
)
def test_days_are_written_in_the_order_of_the_locale(qapp: QApplication, locale: QLocale, written: list[str]) -> None:
    speak(qapp, "en", locale)
    try:
        assert [day_words(DAY, each) for each in (SHORT, MEDIUM, LONG, WITH_WEEKDAY, BRIEF)] == written
    finally:
        speak(qapp, "en", BRITISH)


@pytest.mark.parametrize("pattern", [SHORT, MEDIUM, LONG, WITH_WEEKDAY, BRIEF, SMALL, "d MMM", "MMMM yyyy", "MMM yy"])
def test_every_locale_keeps_day_month_and_year(qapp: QApplication, pattern: str) -> None:
    """No locale that Qt knows drops a part of a day that the pattern asks for, or adds one."""
    asked = {letter for letter in "dMy" if letter in pattern}
    try:
        for locale in QLocale.matchingLocales(
            QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
        ):
            QLocale.setDefault(locale)
            found = local_pattern(pattern)
            assert {letter for letter in "dMy" if letter in _unquoted(found)} == asked, (locale.name(), found)
    finally:
        speak(qapp, "en", BRITISH)


def test_a_month_alone_gets_no_day(german: None) -> None:
    assert day_words(DAY, "MMMM yyyy") == "November 2026"
    assert day_words(DAY, SMALL) == "3. Nov. 2026"


def test_a_day_is_set_apart_where_the_window_runs_to_the_left(qapp: QApplication) -> None:
    """Or its number would stand on the other side of its month; a name that is kept has no such signs."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert day_words(DAY) == "\N{FIRST STRONG ISOLATE}3 November 2026\N{POP DIRECTIONAL ISOLATE}"
        assert day_words(DAY, "MMMM yyyy") == "November 2026"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_name_that_runs_to_the_left_is_set_apart_in_a_line_that_runs_to_the_right() -> None:
    apart = "\N{FIRST STRONG ISOLATE}مستودع الميناء\N{POP DIRECTIONAL ISOLATE}"
    assert breakable("مستودع الميناء · 3 November 2026") == f"{apart} · 3 November 2026"
    assert breakable("مستودع الميناء 3") == "مستودع الميناء 3"
    assert breakable("Harbour depot · 3 November 2026") == "Harbour depot · 3 November 2026"


def test_days_are_written_by_one_piece() -> None:
    """Nothing else asks the locale for a pattern of its own, or 03/11/2026 would stand beside 3 November 2026."""
    asks = re.compile(r"FormatType|dateFormat|dateTimeFormat|%d[ ./-]")
    ui = Path(__file__).resolve().parents[2] / "src" / "shadow_app" / "ui"
    found = {
        path.name for path in ui.rglob("*.py") if "_compiled" not in path.parts and asks.search(path.read_text("utf-8"))
    }
    assert found == {"dates.py"}


def _unquoted(pattern: str) -> str:
    return "".join(pattern.split("'")[::2])


def test_nouns_keep_their_letters_in_german(german: None) -> None:
    assert leading("schadet dem Geschäft") == "Schadet dem Geschäft"
    assert leading("") == ""
    assert within("Fahrer") == "Fahrer"


def test_names_are_small_inside_an_english_sentence(qapp: QApplication) -> None:
    assert within("Driver") == "driver"


def test_the_rail_is_as_wide_as_its_longest_word(theme: Theme) -> None:
    assert width_for((), theme) == width_for(("Today",), theme) == theme.px(WIDTH)
    assert width_for(("Today", "Schmerzpunkte im Überblick"), theme) > theme.px(WIDTH)


def test_a_language_is_chosen_for_the_next_start(qtbot: QtBot, desk: Desk) -> None:
    look = SettingsLook(desk, desk.shadow.own)
    qtbot.addWidget(look)
    assert look.form.system.isChecked()
    look.form.german.click()
    qtbot.waitUntil(lambda: settings.load(settings_path()).settings.language == "de")
    assert look.form.light.isChecked() or look.form.auto.isChecked() or look.form.dark.isChecked()
    look.speak("en")
    qtbot.waitUntil(lambda: settings.load(settings_path()).settings.language == "en")
    again = SettingsLook(desk, desk.shadow.own)
    qtbot.addWidget(again)
    assert again.form.english.isChecked()

"""Which language the window speaks, and how it writes numbers and days."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from shadow_app.domain.language import VARIABLE, Wish
from shadow_app.ui._compiled import resources_rc  # noqa: F401  # registers :/i18n

_USUAL = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_NAME = "words of the window"


def spoken(wanted: Wish, environ: Mapping[str, str] | None = None, system: Sequence[str] | None = None) -> str:
    """The language to speak, "en" or "de": what the environment says, else what was chosen, else the system's.

    `system` are the languages that the person asked the system for, the dearest first, such as `["de-AT", "en-GB"]`.
    A language that the program does not speak is passed over; English is the last resort.
    """
    said = (os.environ if environ is None else environ).get(VARIABLE, "").strip().lower()
    asked = [said, wanted, *(QLocale.system().uiLanguages() if system is None else system)]
    return next((word[:2].lower() for word in asked if _base(word) in _USUAL), "en")


def locale_of(language: str, system: QLocale | None = None) -> QLocale:
    """How numbers and days are written: as the system does if it speaks that language, else as is usual in it.

    Days in one language between words in another would be a riddle, hence never the system's if that speaks a third.
    """
    here = QLocale.system() if system is None else system
    return here if here.language() == _USUAL[language].language() else _USUAL[language]


def speak(application: QApplication, language: str, locale: QLocale | None = None) -> None:
    """Load the words of one language, ours and Qt's own, and write numbers and days as is usual there.

    It counts for every text made from then on; what is shown already stays as it is.
    """
    for before in application.findChildren(QTranslator, _NAME, Qt.FindChildOption.FindDirectChildrenOnly):
        QCoreApplication.removeTranslator(before)
        before.deleteLater()
    here = locale_of(language) if locale is None else locale
    QLocale.setDefault(here)
    # The last one installed is asked first; our own words come before Qt's.
    for name, folder in (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"shadow_{language}", ":/i18n"),
    ):
        words = QTranslator(application)
        words.setObjectName(_NAME)
        if words.load(name, folder):
            QCoreApplication.installTranslator(words)
    application.setLayoutDirection(here.textDirection())


def _base(word: str) -> str:
    return word.replace("_", "-").partition("-")[0].lower()

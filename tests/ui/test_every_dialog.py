"""Every dialog that an action opens, found by pressing the action: in German, with letters of twice the size.

An action whose name ends in "…" asks something first. It is done on the page where it is there, and whatever comes up
is looked at: it has its place in the window, no word of it is cut off, and everything has a name. Then it is put away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from shadow_app.bootstrap import Shadow
from shadow_app.ui.language import speak
from shadow_app.ui.palette import Palette
from walking import cut_off, nameless
from whole_window import Whole, whole

WIDTH, HEIGHT = 1100, 700
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


def _page(name: str, made: Whole, bot: QtBot) -> None:
    made.window.open_page(name)
    made.wait(bot)


def _tab(tab: str, made: Whole, bot: QtBot) -> None:
    made.visit(bot, tab)


def _section(at: int, made: Whole, bot: QtBot) -> None:
    made.section(bot, at)


PAGES = ("today", "review", "pain_points", "priorities", "programme", "reports", "exchange")
PLACES: dict[str, Callable[[Whole, QtBot], None]] = {
    **{name: partial(_page, name) for name in PAGES},
    **{tab: partial(_tab, tab) for tab in ("prepare", "live", "debrief")},
    **{f"settings {at}": partial(_section, at) for at in (1, 2, 3, 4, 6, 7, 8, 9)},
}


@dataclass
class Seen:
    """What came up, and what was wrong with it."""

    opened: dict[str, list[str]] = field(default_factory=dict)
    now: str = ""

    def look(self) -> None:
        """Look at whatever stands above the window, and put it away."""
        for dialog in QApplication.topLevelWidgets():
            if not Shiboken.isValid(dialog) or not isinstance(dialog, QDialog) or isinstance(dialog, Palette):
                continue
            if dialog.isVisible():
                QApplication.sendPostedEvents(dialog)
                self.opened[f"{self.now}: {type(dialog).__name__}"] = list(_wrong(dialog))
                dialog.reject()
                dialog.deleteLater()


def _wrong(dialog: QDialog) -> Iterator[str]:
    if dialog.width() > WIDTH or dialog.height() > HEIGHT:
        yield f"{dialog.width()} × {dialog.height()}"
    yield from cut_off(dialog)
    yield from nameless(dialog)


@pytest.fixture(scope="module")
def german(qapp: QApplication, demo: Shadow) -> Iterator[Whole]:
    speak(qapp, "de", GERMAN)
    with whole(qapp, demo, WIDTH, HEIGHT) as made:
        made.theme.use(scale=2.0)
        yield made
        made.theme.use(scale=1.0)
    speak(qapp, "en")


FIRST = ("review", "pain_points", "exchange", "prepare")
"""Where most of them are, and the longest words."""


@pytest.mark.parametrize("place", PLACES)
def test_every_dialog_shows_all_of_its_german(
    german: Whole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: str, thorough: bool
) -> None:
    if place not in FIRST and not thorough:
        return
    for ask in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_args, **_options: ("", ""))
    for ask in ("getExistingDirectory",):
        monkeypatch.setattr(QFileDialog, ask, lambda *_args, **_options: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_options: ([], ""))
    seen = Seen()
    timer = QTimer()
    timer.timeout.connect(seen.look)
    timer.start(30)
    PLACES[place](german, qtbot)
    german.window.activateWindow()
    for words in [each.text() for each in _asking(german)]:
        if not any(each.text() == words for each in _asking(german)):
            PLACES[place](german, qtbot)
        action = next((each for each in _asking(german) if each.text() == words), None)
        if action is None:
            continue
        seen.now = words
        before = len(seen.opened)
        action.trigger()
        for _ in range(3):
            german.wait(qtbot)
            QTest.qWait(40)
            if len(seen.opened) > before:
                break
    timer.stop()
    found = [f"{name} | {each}" for name, wrong in seen.opened.items() for each in wrong]
    assert not found, "\n".join(found)


def _asking(made: Whole) -> list[QAction]:
    """The actions of what is in front; those of the window itself are everywhere."""
    return [each for each in made.actions.usable() if each.text().rstrip().endswith("…")]

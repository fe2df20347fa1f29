"""Every dialog that an action opens, found by pressing the action: in German, with letters of twice the size.

An action whose name ends in "…" asks something first. It is done on the page where it is there, and whatever comes up
is looked at: it has its place in the window, no word of it is cut off, everything has a name, and no text of it is left
in English. Then it is put away. Those that no action opens are made by hand, and so is every kind of dialog once.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

import shadow_app.ui
from dialogs_by_hand import BY_HAND, DONE, SAID, Bench
from looked_up import CLOSE, in_brackets, known_words, loose_texts
from odd_language import speaking_odd
from shadow_app.bootstrap import Shadow
from shadow_app.ui.ask import ask
from shadow_app.ui.desk import Desk
from shadow_app.ui.language import speak
from shadow_app.ui.palette import Palette
from shadow_app.ui.trouble import ask_to_lose, show_trouble
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

    known: frozenset[str]
    opened: dict[str, list[str]] = field(default_factory=dict)
    now: str = ""

    def look(self) -> None:
        """Look at whatever stands above the window, and put it away."""
        for dialog in QApplication.topLevelWidgets():
            if not Shiboken.isValid(dialog) or not isinstance(dialog, QDialog) or isinstance(dialog, Palette):
                continue
            if dialog.isVisible():
                QApplication.sendPostedEvents(dialog)
                self.opened[f"{self.now}: {type(dialog).__name__}"] = list(_wrong(dialog, self.known))
                dialog.reject()
                dialog.deleteLater()


def _wrong(dialog: QDialog, known: frozenset[str]) -> Iterator[str]:
    if dialog.width() > WIDTH or dialog.height() > HEIGHT:
        yield f"{dialog.width()} × {dialog.height()}"
    yield from cut_off(dialog)
    yield from nameless(dialog)
    yield from loose_texts(dialog, known)


@pytest.fixture(scope="module")
def german(qapp: QApplication, demo: Shadow) -> Iterator[Whole]:
    speak(qapp, "de", GERMAN)
    # What the floors below say comes in other letters, which no reader of Latin letters takes for a loose text.
    with in_brackets("de"), speaking_odd(), whole(qapp, demo, WIDTH, HEIGHT) as made:
        made.theme.use(scale=2.0)
        yield made
        made.theme.use(scale=1.0)
    speak(qapp, "en")


@pytest.fixture(scope="module")
def known(demo: Shadow, german: Whole) -> frozenset[str]:
    return known_words(demo)


FIRST = ("review", "pain_points", "exchange", "prepare")
"""Where most of them are, and the longest words."""


@pytest.mark.parametrize("place", PLACES)
def test_every_dialog_shows_all_of_its_german(
    german: Whole,
    known: frozenset[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    thorough: bool,
) -> None:
    if place not in FIRST and not thorough:
        return
    for chooser in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, chooser, lambda *_args, **_options: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_options: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_options: ([], ""))
    seen = Seen(known)
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
    return [each for each in made.actions.usable() if each.text().rstrip(f"{CLOSE} ").endswith("…")]


@pytest.fixture(scope="module")
def made_by_hand() -> set[type[QDialog]]:
    return set()


@pytest.mark.parametrize("name", BY_HAND)
def test_a_dialog_that_no_action_opens_is_german_as_well(
    german: Whole,
    known: frozenset[str],
    qtbot: QtBot,
    tmp_path: Path,
    made_by_hand: set[type[QDialog]],
    name: str,
) -> None:
    desk = Desk(german.shadow, german.jobs, german.theme, german.actions, german.window)
    found = []
    for dialog in BY_HAND[name](Bench(desk, german.window, tmp_path)):
        made_by_hand.update(each for each in type(dialog).__mro__ if issubclass(each, QDialog))
        dialog.show()
        german.wait(qtbot)
        QApplication.sendPostedEvents(dialog)
        found += [f"{type(dialog).__name__} | {each}" for each in _wrong(dialog, known)]
        dialog.hide()
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not found, "\n".join(found)


def test_every_kind_of_dialog_was_made(made_by_hand: set[type[QDialog]]) -> None:
    if len(made_by_hand) < len(BY_HAND):
        pytest.skip("only together with the tests that make them")
    for found in pkgutil.walk_packages(shadow_app.ui.__path__, "shadow_app.ui."):
        importlib.import_module(found.name)
    assert {each.__name__ for each in _kinds(QDialog)} - {each.__name__ for each in made_by_hand} == set()


def _kinds(above: type[QDialog]) -> Iterator[type[QDialog]]:
    for each in above.__subclasses__():
        if each.__module__.startswith("shadow_app."):
            yield each
            yield from _kinds(each)


@pytest.mark.parametrize("name", ["ask", "lose", "trouble"])
def test_a_short_question_is_german_as_well(german: Whole, known: frozenset[str], qtbot: QtBot, name: str) -> None:
    seen = Seen(known)
    timer = QTimer()
    timer.timeout.connect(seen.look)
    timer.start(20)
    asking: dict[str, Callable[[], object]] = {
        "ask": lambda: ask(german.window, SAID, SAID, DONE),
        "lose": lambda: ask_to_lose(german.window, "Scanner", 1),
        "trouble": lambda: show_trouble(german.window, SAID),
    }
    asking[name]()
    timer.stop()
    assert list(seen.opened) == [f": {QMessageBox.__name__}"]
    assert [each for wrong in seen.opened.values() for each in wrong] == []

"""From an empty computer to the first note, by keyboard, counted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hands import Hands
from shadow_app.settings import Settings
from shadow_app.ui.application import Session
from shadow_app.ui.first_visit import FirstVisitDialog
from shadow_app.ui.import_preview import ImportPreview
from shadow_app.ui.key_dialogs import FirstRunDialog, RecoveryDialog
from shadow_app.ui.live.tab import LiveTab
from shadow_app.ui.today_page import TodayPage

Key = Qt.Key
MOST_KEYS = 60
"""Presses that are not letters of what one has to say: Tab, Enter, Space, arrows."""


class Counted:
    """Keys pressed to get on, apart from what is written."""

    def __init__(self) -> None:
        self.presses = self.letters = 0

    def press(self, target: QWidget, key: Qt.Key) -> None:
        self.presses += 1
        focus = QApplication.focusWidget() or target
        QTest.keyClick(focus, key)

    def write(self, target: QWidget, words: str) -> None:
        self.letters += len(words)
        QTest.keyClicks(QApplication.focusWidget() or target, words)


@pytest.fixture
def keys() -> Counted:
    return Counted()


@pytest.fixture
def hands(tmp_path: Path, qapp: QApplication, qtbot: QtBot, keys: Counted) -> Iterator[Hands]:
    """A newcomer who has said who they are and written down the code."""
    session = Session(qapp, Settings(look="light"))
    qtbot.addWidget(session.window, before_close_func=lambda window: setattr(window, "may_close", lambda: True))
    hands = Hands(session, qtbot)
    hands.when(FirstRunDialog, lambda dialog: _introduce(dialog, keys))
    session.begin(tmp_path / "mine.db", False)
    qtbot.waitUntil(lambda: session.shadow is not None, timeout=60_000)
    yield hands
    session.window.may_close = lambda: True
    session.window.close()
    session.end()


def _introduce(dialog: QDialog, keys: Counted) -> None:
    assert isinstance(dialog, FirstRunDialog)
    _active(dialog)
    form = dialog.form
    assert dialog.focusWidget() is form.name, "the cursor is in the first field"
    keys.write(form.name, "Ann")
    while QApplication.focusWidget() is not form.passphrase:
        keys.press(dialog, Key.Key_Tab)
    keys.write(form.passphrase, "a long passphrase")
    keys.press(dialog, Key.Key_Tab)
    keys.write(form.again, "a long passphrase")
    _watch_for_code(keys)
    keys.press(dialog, Key.Key_Return)


def _active(dialog: QWidget) -> None:
    dialog.activateWindow()
    until = time.monotonic() + 30
    while QApplication.activeWindow() is not dialog or QApplication.focusWidget() is None:
        assert time.monotonic() < until, "the dialog never got the keys"
        QTest.qWait(10)


def dialog_open() -> bool:
    return any(isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets())


def _watch_for_code(keys: Counted) -> None:
    def look() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, RecoveryDialog) and widget.isVisible():
                _active(widget)
                while QApplication.focusWidget() is not widget.form.written:
                    keys.press(widget, Key.Key_Tab)
                keys.press(widget, Key.Key_Space)
                keys.press(widget, Key.Key_Return)
                return
        QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def _asked(hands: Hands) -> FirstVisitDialog:
    today = hands.window.page("today")
    assert isinstance(today, TodayPage)
    hands.until(lambda: today.first_visit.dialog is not None and today.first_visit.dialog.isVisible())
    dialog = today.first_visit.dialog
    assert dialog is not None
    _active(dialog)
    return dialog


def test_from_nothing_to_the_first_note(hands: Hands, keys: Counted) -> None:
    dialog = _asked(hands)
    hands.until(lambda: QApplication.focusWidget() is dialog.form.organisation)
    for words in ("Larkfield Parcels", "Harbour depot", "driver"):
        keys.write(dialog, words)
        keys.press(dialog, Key.Key_Tab)
    keys.press(dialog, Key.Key_Return)
    shadow = hands.session.shadow
    assert shadow is not None
    visits = hands.window.page("visits").widget
    hands.until(lambda: not dialog_open())
    _active(hands.window)
    hands.until(lambda: (at := QApplication.focusWidget()) is not None and at.accessibleName() == "New note")
    live = visits.findChild(LiveTab)
    assert live is not None
    hands.until(lambda: live.visit.on_offer == 25)
    keys.write(visits, "! printer jams, they walk to the next hall #printer ~6m")
    keys.press(visits, Key.Key_Return)
    hands.until(lambda: len(shadow.planning.visits()) == 1 and shadow.planning.visits()[0].notes == 1)
    (card,) = shadow.planning.visits()
    (row,) = shadow.capture.timeline(card.visit.id)
    assert (card.organisation, card.site, card.role, card.shadower) == (
        "Larkfield Parcels",
        "Harbour depot",
        "driver",
        "Ann",
    )
    assert row.services == ("Printing and scanning",)
    assert len(shadow.catalogue.services()) == 25
    assert keys.presses <= MOST_KEYS, f"{keys.presses} presses besides {keys.letters} letters"


def test_later_leaves_everything_and_today_leads_back(hands: Hands) -> None:
    dialog = _asked(hands)
    QTest.keyClick(dialog, Key.Key_Escape)
    shadow = hands.session.shadow
    assert shadow is not None
    assert shadow.planning.visits() == []
    assert shadow.catalogue.services() == []
    today = hands.window.page("today")
    assert isinstance(today, TodayPage)
    hands.until(today.form.step_visit.isVisible)
    today.form.step_visit.click()
    again = _asked(hands)
    assert not again.form.begin.isEnabled()


def test_a_list_of_ones_own_is_shown_before_it_is_taken(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "services.csv"
    mine.write_text("name,aliases\nCrane control,crane\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_kwargs: (str(mine), ""))
    dialog = _asked(hands)
    form = dialog.form
    for line, words in ((form.organisation, "Port"), (form.site, "Quay 4"), (form.role, "crane driver")):
        line.setText(words)
    form.when.setCurrentIndex(1)
    form.services.setCurrentIndex(1)
    seen: list[bool] = []

    def take(preview: QDialog) -> None:
        seen.append(True)
        preview.accept()

    hands.when(ImportPreview, take)
    form.begin.click()
    shadow = hands.session.shadow
    assert shadow is not None
    hands.until(lambda: [each.name for each in shadow.catalogue.services()] == ["Crane control"])
    assert seen
    (card,) = shadow.planning.visits()
    assert card.visit.state.value == "planned"
    assert card.visit.local_start.hour == 9

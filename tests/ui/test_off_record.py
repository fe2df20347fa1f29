"""Off the record: nothing to see, no key that works but one, and everything back afterwards."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from capture_bench import START, Clock, Heard
from shadow_app.ui.actions import Actions
from shadow_app.ui.off_record import OffRecord
from shadow_app.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Room:
    """A window with a line in it."""

    def __init__(self, qtbot: QtBot, application: QApplication) -> None:
        self.clock = Clock()
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.line, self.button = QLineEdit("secret"), QPushButton("&Save")
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.addWidget(self.line)
        column.addWidget(self.button)
        self.window.setCentralWidget(centre)
        self.window.setWindowTitle("Harbour depot")
        self.window.resize(500, 300)
        self.theme = Theme(application, "light")
        self.cover = OffRecord(self.theme, self.window, self.clock)
        self.window.show()
        QTest.qWaitForWindowActive(self.window)
        self.line.setFocus()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication) -> Room:
    return Room(qtbot, qapp)


def test_the_window_shows_nothing_but_the_pause(room: Room) -> None:
    paused = Heard(room.cover.paused)
    room.cover.toggle()
    assert room.cover.active
    assert paused.said == [START]
    assert room.cover.geometry() == room.window.rect()
    assert room.window.windowTitle() == "Shadow"
    assert room.cover.form.minutes.text() == "paused just now"
    picture = room.window.grab().toImage()
    ground = QColor(room.theme.tokens.ground)
    assert all(picture.pixelColor(x, 60) == ground for x in range(0, picture.width(), 3)), "the line is there"


def test_the_minutes_run(room: Room, qtbot: QtBot) -> None:
    room.cover.begin()
    room.clock.go(6 * 60 + 5)
    qtbot.waitUntil(lambda: room.cover.form.minutes.text() == "paused 6 min", timeout=3_000)
    assert room.cover.accessibleName() == "Off the record, paused 6 min. Press Ctrl+Shift+O to go on"


def test_one_key_goes_on_and_everything_is_back(room: Room) -> None:
    resumed = Heard(room.cover.resumed)
    room.cover.begin()
    later = room.clock.go(90)
    room.key(Qt.Key.Key_O, CTRL | SHIFT)
    assert not room.cover.active
    assert resumed.said == [later]
    assert not room.cover.isVisible()
    assert room.window.windowTitle() == "Harbour depot"
    assert room.line.hasFocus()


def test_the_button_goes_on(room: Room) -> None:
    room.cover.begin()
    QTest.mouseClick(room.cover.form.go_on, Qt.MouseButton.LeftButton)
    assert not room.cover.active


def test_no_other_key_reaches_what_lies_below(room: Room) -> None:
    actions = Actions()
    run: list[str] = []
    for keys in ("Ctrl+K", "Alt+1", "Ctrl+Z", "Ctrl+Shift+O", "F9"):
        actions.add(room.window, keys, partial(run.append, keys), keys)
    room.button.clicked.connect(lambda: run.append("button"))
    room.cover.begin()
    alt = Qt.KeyboardModifier.AltModifier
    for key, held in (
        (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_1, alt),
        (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_S, alt),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier),
    ):
        room.key(key, held)
    assert run == []
    assert room.cover.active
    assert room.line.text() == "secret"
    room.key(Qt.Key.Key_O, CTRL | SHIFT)
    assert run == [], "the key that goes on starts nothing else"


def test_the_focus_cannot_be_taken_away(room: Room) -> None:
    room.cover.begin()
    room.line.setFocus()
    assert room.cover.hasFocus()


def test_it_covers_a_growing_window_and_what_is_added_to_it(room: Room) -> None:
    room.cover.begin()
    room.window.resize(700, 500)
    QTest.qWait(10)
    assert room.cover.geometry() == room.window.rect()
    late = QPushButton("late", room.window)
    late.show()
    QTest.qWait(10)
    assert room.window.childAt(late.geometry().center()) is room.cover


def test_a_new_title_waits(room: Room) -> None:
    room.cover.begin()
    room.window.setWindowTitle("Larkfield hub")
    assert room.window.windowTitle() == "Shadow"
    room.cover.end()
    assert room.window.windowTitle() == "Larkfield hub"


def test_other_windows_hide_too_and_come_back(room: Room, qtbot: QtBot) -> None:
    pad, gone, hidden = QWidget(), QWidget(), QWidget()
    modal = QDialog()
    modal.setModal(True)
    for window in (pad, gone, hidden, modal):
        qtbot.addWidget(window)
    for window in (pad, gone, modal):
        window.show()
    room.cover.begin()
    assert not pad.isVisible()
    assert modal.isVisible(), "hiding it would answer it"
    delete(gone)
    room.cover.end()
    assert pad.isVisible()
    assert not hidden.isVisible()


def test_a_pause_that_is_still_running_is_shown_and_not_announced(room: Room) -> None:
    paused, resumed = Heard(room.cover.paused), Heard(room.cover.resumed)
    room.cover.begin(START - timedelta(minutes=42))
    assert room.cover.form.minutes.text() == "paused 42 min"
    room.cover.begin()
    assert paused.said == []
    room.cover.toggle()
    room.cover.end()
    assert len(resumed.said) == 1


def test_what_had_the_focus_may_be_gone(room: Room) -> None:
    room.cover.begin()
    delete(room.line)
    room.cover.end()
    assert not room.cover.active


def test_it_follows_the_theme(room: Room) -> None:
    room.cover.begin()
    room.theme.use("dark", 1.5)
    assert room.cover.grab().toImage().pixelColor(3, 3) == QColor(room.theme.tokens.ground)

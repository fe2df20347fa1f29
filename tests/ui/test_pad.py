"""The pad: the same bar in a small window that stays on top, hides by Escape and remembers its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from capture_bench import START, Clock, Heard
from factories import Firm
from shadow_app.insight.quick_entry import Lexicon
from shadow_app.ui.pad import LEAST, Pad
from shadow_app.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def places() -> list[str]:
    return []


@pytest.fixture
def pad(qtbot: QtBot, qapp: QApplication, places: list[str]) -> Pad:
    firm = Firm()
    made = Pad(Theme(qapp, "light"), Lexicon((firm.labels,), (firm.driver,)), places.append, clock=Clock())
    qtbot.addWidget(made)
    return made


def test_it_stays_on_top_and_opens_ready_to_write(pad: Pad) -> None:
    flags = pad.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.Tool == Qt.WindowType.Tool
    handed = Heard(pad.bar.submitted)
    pad.toggle()
    QTest.qWaitForWindowActive(pad)
    assert pad.bar.line.hasFocus()
    QTest.keyClicks(pad.bar.line, "! labels jam ~6m")
    QTest.keyClick(pad.bar.line, Qt.Key.Key_Return)
    assert handed.said[0].typed_at == START


def test_escape_hides_it_and_keeps_what_is_half_written(pad: Pad) -> None:
    pad.summon()
    QTest.keyClicks(pad.bar.line, "half")
    QTest.keyClick(pad.bar.line, Qt.Key.Key_Escape)
    assert not pad.isVisible()
    pad.toggle()
    assert pad.bar.line.text() == "half"
    pad.toggle()
    assert not pad.isVisible()
    pad.summon()
    QTest.keyClick(pad.form.close, Qt.Key.Key_Escape)
    assert not pad.isVisible()
    pad.summon()
    QTest.keyClick(pad, Qt.Key.Key_F2)
    pad.form.close.click()
    assert not pad.isVisible()


def test_it_says_where_it_is_once_it_stands_still(pad: Pad, places: list[str], qtbot: QtBot) -> None:
    pad.summon()
    pad.move(60, 70)
    pad.resize(500, pad.height())
    assert places == []
    qtbot.waitUntil(lambda: places == ["60,70,500"])
    pad.move(61, 70)
    pad.hide()
    assert places[-1] == "61,70,500", "hiding may be the end of the program"


def test_it_goes_where_it_was(pad: Pad) -> None:
    pad.restore("33,44,480")
    pad.summon()
    assert (pad.x(), pad.y(), pad.width()) == (33, 44, 480)


@pytest.mark.parametrize("place", ["99999,99999,99999", "-5000,-5000,1", "100,700,400"])
def test_it_is_never_out_of_sight(pad: Pad, place: str) -> None:
    pad.restore(place)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(pad.geometry())
    assert pad.width() >= min(LEAST, room.width())


@pytest.mark.parametrize("place", ["", "nonsense", "1,2", "1,2,3,4", "a,b,c"])
def test_nonsense_moves_nothing(pad: Pad, place: str) -> None:
    before = QRect(pad.geometry())
    pad.restore(place)
    assert pad.geometry() == before


def test_it_is_as_tall_as_the_note(pad: Pad, qtbot: QtBot) -> None:
    pad.summon()
    one = pad.height()
    pad.bar.line.insertPlainText("one\ntwo\nthree")
    qtbot.waitUntil(lambda: pad.height() > one)
    QTest.keyClick(pad.bar.line, Qt.Key.Key_A, CTRL)
    QTest.keyClick(pad.bar.line, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: pad.height() == one)


def test_it_shows_the_visit_and_its_timers_and_follows_the_text_size(pad: Pad, qapp: QApplication) -> None:
    timers = QLabel("Waiting 0:42")
    pad.name("<b>Harbour depot</b>")
    pad.put_timers(timers)
    pad.summon()
    assert timers.isVisible()
    assert pad.form.title.textFormat() is Qt.TextFormat.PlainText
    least = pad.minimumWidth()
    pad._theme.use("dark", 2.0)
    assert pad.minimumWidth() == 2 * least
    assert pad.grab().toImage().pixelColor(3, 30).name().upper() == pad._theme.tokens.ground


def test_it_is_moved_by_its_ground(pad: Pad, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[bool] = []
    monkeypatch.setattr(QWindow, "startSystemMove", lambda _window: moved.append(True))
    pad.summon()
    QTest.mouseClick(pad, Qt.MouseButton.RightButton, pos=QPoint(200, 3))
    assert moved == []
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 3))
    assert moved == [True]


def test_its_grip_sits_in_the_corner_that_reading_ends_in(pad: Pad) -> None:
    pad.summon()
    assert pad._corner.geometry().right() == pad.width() - 1
    pad.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pad.resize(pad.width() + 40, pad.height())
    assert pad._corner.x() == 0

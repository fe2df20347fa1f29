"""A person without a mouse, for tests of the real window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from factories import Firm
from shadow_app.ui.application import Session
from shadow_app.ui.visit_page import VisitPage

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Hands:
    """Presses keys wherever the focus is, as a person without a mouse would."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session = session
        self.window = session.window
        self._qtbot = qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focus(), key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        QTest.keyClicks(self._focus(), text)
        QApplication.processEvents()

    def until(self, true: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(true()), timeout=15_000)

    def when(self, kind: type[QDialog], how: Callable[[QDialog], None]) -> None:
        """Do something as soon as a dialog of this kind has appeared."""

        def look() -> None:
            for widget in QApplication.topLevelWidgets():
                if isinstance(widget, kind) and widget.isVisible():
                    try:
                        how(widget)
                    except BaseException:
                        # Or its event loop would hold the test for ever.
                        widget.reject()
                        raise
                    return
            QTimer.singleShot(20, look)

        QTimer.singleShot(20, look)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self.window


def visits(hands: Hands) -> VisitPage:
    """The page of visits, which need not be the one that is shown."""
    page = hands.window.page("visits")
    assert isinstance(page, VisitPage)
    return page


def at_the_line(hands: Hands, firm: Firm) -> VisitPage:
    """The firm's visit is live, its one note is shown, and the line waits to be typed into."""
    hands.window.open_visit(firm.visit.id, "live")
    page = visits(hands)
    hands.until(lambda: page.card is not None and page.live.bar.line.hasFocus())
    hands.until(lambda: page.live.model.rowCount() == 1)
    return page

"""The real window on a throw-away store, worked by keyboard: what every scene stands on."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeAlias

from fixed_world import Clock
from PIL import Image
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from shadow_app.bootstrap import Shadow
from shadow_app.settings import Settings
from shadow_app.ui.application import Session

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Look: TypeAlias = Literal["light", "dark"]
QUIET_SECONDS = 0.25
"""So long must nothing be under way before a picture is taken."""
PATIENCE_SECONDS = 180
SOON_MILLISECONDS = 4_000
"""A timer that rings within this time is about to change the picture: a search that waits for the last key."""


class Stage:
    """One window, from its opening on the demo to its end."""

    def __init__(self, app: QApplication, clock: Clock, look: Look, size: tuple[int, int]) -> None:
        app.setCursorFlashTime(0)
        self._app = app
        self._busy = 0
        self._shown: Callable[[Image.Image], None] = lambda _: None
        self.clock = clock
        self.folder = Path(tempfile.mkdtemp(prefix="shadow-pictures-"))
        self.session = Session(app, Settings(name="Asha Verma", team="Service desk", look=look))
        self.session.jobs.busy.connect(self._count)
        self.session.begin(None, True)
        self.window = self.session.window
        self.window.resize(*size)
        self.until(lambda: self.session.shadow is not None)
        self.window.activateWindow()
        self.settle()

    @property
    def shadow(self) -> Shadow:
        """The use cases over the demo's store."""
        assert self.session.shadow is not None
        return self.session.shadow

    def aim(self, shown: Callable[[Image.Image], None]) -> None:
        """Who gets the next picture."""
        self._shown = shown

    def end(self) -> None:
        """Leave, whatever is typed or open."""
        self.window.may_close = lambda: True
        self.window.close()
        self.session.end()
        self._app.processEvents()
        shutil.rmtree(self.folder, ignore_errors=True)

    # Hands

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, wherever the focus is."""
        QTest.keyClick(self._focus(), key, modifier)
        self._app.processEvents()

    def write(self, text: str) -> None:
        """Letters, wherever the focus is."""
        QTest.keyClicks(self._focus(), text)
        self._app.processEvents()

    def go(self, name: str) -> Any:
        """A page by its name, in front and filled."""
        self.window.open_page(name)
        self.settle()
        return self.window.page(name)

    def visit(self, number: str, tab: str) -> None:
        """A visit by its number, at one of its three tabs."""
        card = next(card for card in self.shadow.planning.visits() if card.visit.number == number)
        self.window.open_visit(card.visit.id, tab)
        self.settle()

    def dialog(self) -> Any:
        """The dialog that was asked for, once it is there."""
        self.until(lambda: QApplication.activeModalWidget() is not None)
        self.settle()
        return QApplication.activeModalWidget()

    def back(self, key: Qt.Key | None = Key.Key_Escape, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Out of the dialog by a key; a real screen gives the focus back by itself, this one has to be asked."""
        if key is not None:
            self.press(key, modifier)
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.settle()

    # Patience

    def until(self, true: Callable[[], object]) -> None:
        """Wait for what must come."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not true():
            if time.monotonic() > end:
                raise TimeoutError("the window never came to what this scene waits for")
            self._turn()

    def settle(self) -> None:
        """Wait until nothing is read, written or about to happen."""
        end = time.monotonic() + PATIENCE_SECONDS
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < QUIET_SECONDS:
            self._turn()
            if self._busy or self._ringing():
                quiet_since = time.monotonic()
            if quiet_since > end:
                raise TimeoutError("the window does not come to rest")

    # Pictures

    def shoot(self, widget: QWidget | None = None) -> None:
        """Take the picture: of the window with the open dialog laid over it, or of one widget alone."""
        self._ready()
        dialog = QApplication.activeModalWidget() if widget is None else None
        picture = self._laid_over(dialog) if dialog is not None else (widget or self.window).grab().toImage()
        self._shown(as_pillow(picture))

    def _laid_over(self, dialog: QWidget) -> QImage:
        whole, part = self.window.grab(), dialog.grab()
        x, y = (whole.width() - part.width()) // 2, (whole.height() - part.height()) // 2
        painter = QPainter(whole)
        painter.fillRect(whole.rect(), QColor(0, 0, 0, 60))
        painter.drawPixmap(x, y, part)
        painter.setPen(QColor(120, 130, 140))
        painter.drawRect(x - 1, y - 1, part.width() + 1, part.height() + 1)
        painter.end()
        return whole.toImage()

    def _ready(self) -> None:
        """Rid of what comes and goes: a short word in the strip, the height of a line of chips that has got shorter."""
        self.settle()
        if any(timer.isActive() for timer in self.window.strip.findChildren(QTimer)):
            self.window.strip.hide()
        for shown in QApplication.topLevelWidgets():
            for part in (shown, *shown.findChildren(QWidget)):
                layout = part.layout()
                if layout is not None and part.isVisible():
                    layout.invalidate()
        self.settle()

    def _ringing(self) -> bool:
        return any(_about_to_ring(timer) for root in self._roots() for timer in root.findChildren(QTimer))

    def _roots(self) -> list[QObject]:
        return [self.session, *QApplication.topLevelWidgets()]

    def _turn(self) -> None:
        self._app.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.005)

    def _count(self, jobs: int) -> None:
        self._busy = jobs

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self.window


def _about_to_ring(timer: QTimer) -> bool:
    return timer.isSingleShot() and timer.isActive() and timer.remainingTime() < SOON_MILLISECONDS


def as_pillow(image: QImage) -> Image.Image:
    """The pixels, without transparency."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height, line = plain.width(), plain.height(), plain.bytesPerLine()
    return Image.frombytes("RGB", (width, height), bytes(plain.constBits()), "raw", "RGB", line)

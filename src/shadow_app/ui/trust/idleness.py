"""How long nobody has touched the program: keys, mouse and touch over any of its windows."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

LOOK_MILLISECONDS = 5_000

_TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    )
)


class Idleness(QObject):
    """Emits `reached` once after `minutes` of it; any touch begins anew.

    It listens where events come into the program's windows. A filter on the application would be asked at every event
    there is, a thousand times for one key.
    """

    reached = Signal()

    def __init__(self, parent: QObject, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.minutes = 0
        self._now = now
        self._touched = now()
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MILLISECONDS)
        self._looking.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Begin to wait; 0 minutes is never."""
        self.minutes = minutes
        self._touched = self._now()
        if minutes:
            self.look()
            self._looking.start()
        else:
            self._looking.stop()

    def stop(self) -> None:
        """Wait no more."""
        self._looking.stop()

    def look(self) -> None:
        """Take up windows that were opened since, and see whether it is long enough."""
        for window in QGuiApplication.topLevelWindows():
            # The same filter twice is one filter: Qt moves it to the front.
            window.installEventFilter(self)
        if self._looking.isActive() and self._now() - self._touched >= self.minutes * 60:
            self._looking.stop()
            self.reached.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there."""
        if event.type() in _TOUCHES:
            self._touched = self._now()
        return False

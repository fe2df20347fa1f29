"""The laptop is about to sleep, or has slept: noticed where the system tells, and by the clock everywhere.

Linux: logind says so on the system bus before it happens, and waits for us if it grants a delay. On Windows, macOS and
wherever no bus answers it is noticed at waking, because a clock has jumped; until then the key was in memory.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

TICK_MILLISECONDS = 5_000
_JUMP_SECONDS = 60
"""More than a busy screen ever lets a timer wait, less than anybody's walk to a train."""

_LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")


class Sleeping(QObject):
    """Emits `going` before the laptop sleeps, or at waking where nobody says so before."""

    going = Signal()

    def __init__(
        self,
        parent: QObject,
        clocks: Callable[[], tuple[float, float]] = lambda: (time.time(), time.monotonic()),
        bus: QDBusConnection | None = None,
    ) -> None:
        """
        Args:
            parent: it goes with it.
            clocks: seconds by the clock on the wall, which goes on in sleep, and by one that only goes forward.
            bus: the system's bus, if not the usual one.
        """
        super().__init__(parent)
        self._clocks = clocks
        self._last = clocks()
        self._bus = bus or QDBusConnection.systemBus()
        self._delay: QDBusUnixFileDescriptor | None = None
        self._asked: QDBusPendingCallWatcher | None = None
        self.told = False
        """Whether the system says so before it happens."""
        if self._bus.isConnected():
            # Its stub asks for bytes, and it takes only text.
            slot: Any = SLOT("_prepare(bool)")
            self.told = self._bus.connect(*_LOGIND, "PrepareForSleep", self, slot)
            self._ask_for_delay()
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MILLISECONDS)
        self._ticking.timeout.connect(self.tick)
        self._ticking.start()

    def tick(self) -> None:
        """Look whether a clock has jumped."""
        now = self._clocks()
        jumped = max(after - before for before, after in zip(self._last, now, strict=True))
        self._last = now
        if jumped > TICK_MILLISECONDS / 1000 + _JUMP_SECONDS:
            self.going.emit()

    def ready(self) -> None:
        """All is closed: the laptop may sleep."""
        self._delay = None

    @Slot(bool)
    def _prepare(self, going: bool) -> None:
        if going:
            self.going.emit()
        else:
            self._ask_for_delay()

    def _ask_for_delay(self) -> None:
        ask = QDBusMessage.createMethodCall(*_LOGIND, "Inhibit")
        ask.setArguments(["sleep", "Shadow", "Closing the store", "delay"])
        self._asked = QDBusPendingCallWatcher(self._bus.asyncCall(ask), self)
        self._asked.finished.connect(self._granted)

    def _granted(self, watcher: QDBusPendingCallWatcher) -> None:
        given = watcher.reply().arguments() if not watcher.isError() else []
        held = given[0] if given else None
        # It is held for as long as the object lives.
        self._delay = held if isinstance(held, QDBusUnixFileDescriptor) else None
        self._asked = None
        watcher.deleteLater()

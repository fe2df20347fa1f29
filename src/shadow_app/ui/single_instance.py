"""One window per store: a second one raises the first (`design.md` §2)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MILLISECONDS = 500
_LONGEST_MESSAGE = 64 * 1024


class SingleInstance(QObject):
    """Holds a lock file beside the store while the window is open."""

    asked_to_show = Signal()
    asked_to_open = Signal(object)
    """(path) that a second window was to look into"""

    def __init__(self, store: Path) -> None:
        super().__init__()
        self._name = "shadow-" + hashlib.sha256(str(store.absolute()).encode()).hexdigest()[:16]
        self._lock = QLockFile(str(store.with_name(store.name + ".window")))
        # A window that died leaves its lock; Qt looks whether the process still lives.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)

    def first(self, files: Sequence[Path] = ()) -> bool:
        """Whether this is the only window on the store.

        If not, the other one is asked to come to the front and to look into `files`.
        """
        if self._lock.tryLock(0):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
            return True
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_PATIENCE_MILLISECONDS) and files:
            socket.write("\0".join(str(path.absolute()) for path in files).encode("utf-8", "surrogateescape"))
            socket.waitForBytesWritten(_PATIENCE_MILLISECONDS)
        socket.disconnectFromServer()
        return False

    def release(self) -> None:
        """Let the next window in."""
        self._server.close()
        self._lock.unlock()

    def _called(self) -> None:
        caller = self._server.nextPendingConnection()
        # A method of this object, not a lambda: a socket says so even while it is destroyed, when nothing may hear it.
        caller.disconnected.connect(self._left)
        if caller.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self._heard(caller)
        self.asked_to_show.emit()

    @Slot()
    def _left(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._heard(caller)

    def _heard(self, caller: QLocalSocket) -> None:
        said = bytes(caller.read(_LONGEST_MESSAGE).data()).decode("utf-8", "surrogateescape")
        caller.deleteLater()
        for path in filter(None, said.split("\0")):
            self.asked_to_open.emit(Path(path))

"""What nobody caught, from whatever thread it comes: written down without content, told once, and gone on from."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from shadow_app.diagnosis import CodeName, LogFile, report_on

if TYPE_CHECKING:
    from shadow_app.ui.crash_dialog import CrashDialog

Keeps = Callable[[Callable[[bool | None], None]], None]
"""Keeps what is being typed and says how it went: True, False where it could not, None where nothing was typed."""

_log = logging.getLogger("shadow_app.ui.crash")
_NOT_WORTH_A_LINE = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class Crashes(QObject):
    """Hears of errors that nobody caught; shows one dialog at a time, and none that waits."""

    _heard = Signal(object, str)

    def __init__(self, log: LogFile, keep: Keeps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._keep = keep
        self._window = parent
        self._last: BaseException | None = None
        self._thread = ""
        self.dialog: CrashDialog | None = None
        self._before: tuple[object, object] | None = None
        # Threads may not touch the screen; the dialog opens on the screen's own.
        self._heard.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Take over what Python and Qt do with an error that nobody catches."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._unhandled
        threading.excepthook = lambda args: self._unhandled(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback, args.thread
        )
        qInstallMessageHandler(_qt_says)

    def unwatch(self) -> None:
        """Give it back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before  # type: ignore[assignment]
            self._before = None
            qInstallMessageHandler(None)

    def told(self, error: BaseException, thread: str = "") -> None:
        """Somebody caught it and could do nothing with it; may be called on any thread."""
        _log.error("not caught: %s", type(error))
        self._heard.emit(error, thread)

    def report(self) -> str:
        """On the last error, or on the log alone when there was none."""
        return report_on(self._last, tuple(self._log.recent), thread=self._thread)

    def _unhandled(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
        thread: threading.Thread | None = None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.told(error, thread.name if thread is not None else "")

    def _show(self, error: BaseException, thread: str) -> None:
        self._last, self._thread = error, thread
        if self.dialog is not None and Shiboken.isValid(self.dialog) and self.dialog.isVisible():
            # An error in a repaint would open dialog upon dialog.
            return
        from shadow_app.ui.crash_dialog import CrashDialog

        dialog = self.dialog = CrashDialog(error, self.report, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        self._keep(lambda kept: dialog.show_kept(kept) if Shiboken.isValid(dialog) else None)


def _qt_says(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    # Not the message: it may name a file, or quote a text that could not be drawn.
    if kind not in _NOT_WORTH_A_LINE:
        _log.warning("Qt says %s about %s", kind, CodeName(context.category or "default"))

"""Runs in a process of its own: shows a window and prints `painted`, and after a typed line `noted`.

Each word is followed by the seconds for which this process has kept the processor busy until then.

    python first_frame.py empty
    python first_frame.py shadow SECONDS VISIT

`empty` is the least that PySide6 can show. `shadow` starts the program by its own door and watches from outside: the
first paint event of a widget, then, as soon as the window can open that live visit, a line typed into the editor that
has the focus, and the return of `Capture.note`, which is when the note is on the disk. It gives up after SECONDS;
without a VISIT it ends with the first frame.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

LINE = "! gun logs out ~2m"


def empty() -> int:
    """One widget with nothing in it."""
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    watcher = _watch(application, application.quit)
    window = QWidget()
    window.resize(1200, 800)
    window.show()
    code = application.exec()
    del watcher
    return code


def shadow(patience: float, visit: UUID | None) -> int:
    """The program, with a pair of eyes and ten fingers."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    run = QApplication.exec
    kept: list[Any] = []

    def watched(*_: Any) -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        then = application.quit if visit is None else lambda: kept.append(_type_a_line(application, visit))
        kept.append(_watch(application, then))
        QTimer.singleShot(int(patience * 1000), application.quit)
        return run()

    QApplication.exec = watched  # type: ignore[method-assign]
    from shadow_app.__main__ import main

    return main([])


def _tell(moment: str) -> None:
    print(moment, time.process_time(), flush=True)


def _watch(application: Any, then: Callable[[], object]) -> Any:
    """Print `painted` at the first paint of a top-level window, and go on once the event is dealt with."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and watched.isWidgetType():
                application.removeEventFilter(self)
                QTimer.singleShot(0, painted)
            return False

    def painted() -> None:
        _tell("painted")
        then()

    watcher = Watcher()
    application.installEventFilter(watcher)
    return watcher


def _type_a_line(application: Any, visit: UUID) -> Any:
    """Open the visit as soon as the window can; once an editor has the focus: type, press Enter, wait for the disk."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    timer = QTimer()
    timer.setInterval(2)
    opened = False

    def look() -> None:
        nonlocal opened
        # Once, as a person does: every call reads the visit and the list of visits anew.
        opened = opened or _open(application, visit)
        capture = sys.modules.get("shadow_app.usecases.capture")
        line = application.focusWidget()
        if capture is None or not isinstance(line, QLineEdit | QPlainTextEdit):
            return
        timer.stop()
        _tell_when_noted(capture.Capture, application)
        QTest.keyClicks(line, LINE)
        QTest.keyClick(line, Qt.Key.Key_Return)

    timer.timeout.connect(look)
    timer.start()
    return timer


def _open(application: Any, visit: UUID) -> bool:
    """Whether there is a window that could open it."""
    for window in application.topLevelWidgets():
        if hasattr(window, "open_visit"):
            with suppress(LookupError, StopIteration):  # its pages are not filled yet
                window.open_visit(visit, "live")
                return True
    return False


def _tell_when_noted(capture: Any, application: Any) -> None:
    from PySide6.QtCore import QMetaObject, Qt

    write = capture.note

    def note(self: Any, *arguments: Any, **named: Any) -> Any:
        written = write(self, *arguments, **named)
        _tell("noted")
        QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)
        return written

    capture.note = note


if __name__ == "__main__":
    asked = UUID(sys.argv[3]) if len(sys.argv) > 3 else None
    sys.exit(empty() if sys.argv[1] == "empty" else shadow(float(sys.argv[2]), asked))

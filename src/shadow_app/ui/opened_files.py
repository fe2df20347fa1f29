"""Files that the desktop hands to the program: by a double click, by `--open`, or, on a Mac, as an event."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from shadow_app.ui.desk import TakesFiles
from shadow_app.ui.main_window import MainWindow


class OpenedFiles(QObject):
    """Keeps what comes before the pages are there, then gives each file to the page that knows it."""

    def __init__(self, application: QObject, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Path] = []
        self._ready = False
        if sys.platform == "darwin":
            # Only a Mac says it by an event; a filter on the application is asked at every event there is.
            application.installEventFilter(self)

    @property
    def waiting(self) -> tuple[Path, ...]:
        """What no page has been given yet."""
        return tuple(self._waiting)

    def give(self, path: Path) -> None:
        """Look into a file now, or as soon as there is somebody who can."""
        self._waiting.append(path)
        if self._ready:
            self.begin()

    def wait(self) -> None:
        """The pages go: what comes now waits until there are pages again."""
        self._ready = False

    def begin(self) -> None:
        """The pages are there."""
        self._ready = True
        waiting, self._waiting = self._waiting, []
        for path in waiting:
            page = next(
                (each for each in self._window.pages() if isinstance(each, TakesFiles) and each.takes(path)), None
            )
            if page is None:
                words = self.tr("{name} is no file of Shadow's: hand-over files end in .shadow.")
                self._window.complain(words.format(name=path.name))
            else:
                page.take_file(path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A Mac's way to say which file was opened."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.give(Path(event.file()))
            return True
        return super().eventFilter(watched, event)

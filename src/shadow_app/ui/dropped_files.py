"""Files of ours that are dropped anywhere on the window, also on a field that would take them for text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from shadow_app.ui.desk import TakesFiles

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class DroppedFiles(QObject):
    """Watches whatever in a window takes drops, and takes those files away that its page knows."""

    def __init__(self, window: QWidget, page: TakesFiles) -> None:
        super().__init__(window)
        self._page = page
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._window = window
        self._watch_fields()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a drag that brings one of our files; leave everything else to whom it is for."""
        if event.type() in _DRAGS and isinstance(event, QDropEvent):
            if watched is self._window and event.type() is QEvent.Type.DragEnter:
                # Fields that were made since; the drag reaches them only after it has come into the window.
                self._watch_fields()
            path = self._ours(event)
            if path is not None:
                event.acceptProposedAction()
                if event.type() is QEvent.Type.Drop:
                    self._page.take_file(path)
                return True
        return super().eventFilter(watched, event)

    def _watch_fields(self) -> None:
        """Only what takes drops itself: a filter on everything would be asked at every stroke of the painter."""
        for each in self._window.findChildren(QWidget):
            if each.acceptDrops():
                each.installEventFilter(self)

    def _ours(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        return paths[0] if len(paths) == 1 and self._page.takes(paths[0]) else None

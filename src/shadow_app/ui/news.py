"""News from the store, brought to the screen's thread whichever thread it was written on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from shadow_app.domain.news import News


class NewsDesk(QObject):
    """`post` may be called from any thread; `heard` is emitted on the screen's."""

    heard = Signal(object)
    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._posted.connect(self.heard.emit, Qt.ConnectionType.QueuedConnection)

    def post(self, news: News) -> None:
        """Pass news on; a listener of the store."""
        self._posted.emit(news)

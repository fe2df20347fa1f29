"""A page whose figures any note may move: read again when it is shown, and after a pause while it is looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from shadow_app.domain.news import News
from shadow_app.ui.desk import Desk
from shadow_app.ui.trouble import words_for

QUIET_MILLISECONDS = 800
"""How long it must be quiet after something was written before the figures are made again."""

SLOW_MILLISECONDS = 700
"""How long adding up may take before the page says what it is doing."""


class FreshPage(QWidget):
    """Out of sight nothing is worked out; whoever comes back finds what stands now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MILLISECONDS)
        self._quiet.timeout.connect(self.load)

    def load(self) -> None:
        """Read everything anew; whoever overrides it says so first by `_loading`."""
        raise NotImplementedError

    def shown(self) -> None:
        """The page has come to the front."""
        if self._stale:
            self.load()

    def hear(self, news: News) -> None:
        """Anything that is written may move a figure."""
        self._stale = True
        if self.isVisible():
            self._quiet.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read for a page that nobody sees; it stays stale until it is shown again."""
        self._quiet.stop()
        super().hideEvent(event)

    def _add_up(self, desk: Desk, then: Callable[[None], None]) -> None:
        """Have what was written added up, which writes, and go on. Of a large store it may take seconds: it says so."""
        slow = QTimer(self)
        slow.setSingleShot(True)
        words = QCoreApplication.translate("FreshPage", "Adding up what was noted. Of many notes this takes a moment …")
        slow.timeout.connect(lambda: desk.guide.say(words))
        slow.start(SLOW_MILLISECONDS)

        def done() -> None:
            if Shiboken.isValid(slow):
                slow.stop()
                slow.deleteLater()

        def added(_: None) -> None:
            done()
            then(None)

        def failed(error: BaseException) -> None:
            done()
            desk.guide.complain(words_for(error))

        desk.jobs.write(desk.shadow.prioritising.refresh, added, failed, saves=False)

    def _loading(self) -> None:
        """What is read from here on is what stands now."""
        self._stale = False
        self._quiet.stop()

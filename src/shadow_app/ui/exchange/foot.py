"""The line at the foot of the window that always says how this laptop stands to the others."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from shadow_app.ui import amounts
from shadow_app.ui.exchange.background import Exchanging
from shadow_app.ui.exchange.words import standing_words, twice_words, unsent_words
from shadow_app.ui.plain_tip import plain_tip
from shadow_app.ui.written import write
from shadow_app.usecases.meeting import Standing

translate = QCoreApplication.translate


class StatusFoot(QPushButton):
    """One line that shortens itself; a click opens the page."""

    def __init__(self, exchanging: Exchanging) -> None:
        super().__init__()
        self.setProperty("look", "status")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._exchanging = exchanging
        exchanging.changed.connect(self.show_standing)
        self._words = ""
        self.show_standing()

    @property
    def words(self) -> str:
        """The whole line."""
        return self._words

    def show_standing(self) -> None:
        """Say what holds now."""
        words, manner = status_line(self._exchanging, datetime.now().astimezone())
        if words == self._words:
            return
        self._words = words
        self.setAccessibleName(self.tr("Exchange: {words}").format(words=words or self.tr("looking …")))
        self.setToolTip(plain_tip(words))
        self.setAccessibleDescription(words)
        if self.property("manner") != manner:
            self.setProperty("manner", manner)
            self.style().unpolish(self)
            self.style().polish(self)
        self.update()

    def sizeHint(self) -> QSize:
        """One line of text."""
        return QSize(200, self.fontMetrics().height() + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button's ground, and as much of the line as fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        room = self.rect().adjusted(28, 0, -28, 0)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        write(painter, room, shown)


def status_line(exchanging: Exchanging, now: datetime) -> tuple[str, str]:
    """The words, and the manner in which they are shown: plain, ask or trouble."""
    standing = exchanging.standing
    if standing is None:
        return "", "plain"
    parts = [twice_words(exchanging.twice)] if exchanging.twice else []
    manner = "ask" if exchanging.twice or exchanging.unknown else "plain"
    if exchanging.unknown:
        parts.append(translate("Exchange", "an unknown laptop waits to be accepted"))
    if exchanging.running:
        parts.append(_running(exchanging))
    if exchanging.trouble and not exchanging.running:
        # One line: what is unsent, what is wrong, when it is tried again. The page has the whole sentence.
        return "  ·  ".join((*parts, *_trouble(exchanging, standing))), "trouble"
    parts.append(standing_words(standing, now))
    return "  ·  ".join(parts), manner


def _trouble(exchanging: Exchanging, standing: Standing) -> list[str]:
    unsent = unsent_words(standing)
    parts = [unsent[:1].upper() + unsent[1:], exchanging.trouble.partition(". ")[0].rstrip(".")]
    if exchanging.next_at is not None:
        parts.append(translate("Exchange", "next try {time}").format(time=f"{exchanging.next_at:%H:%M}"))
    return parts


def _running(exchanging: Exchanging) -> str:
    done, of = exchanging.progress
    if not of:
        return translate("Exchange", "Exchanging …")
    return translate("Exchange", "Exchanging: {done} of {of}").format(done=amounts.whole(done), of=amounts.whole(of))

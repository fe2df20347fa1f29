"""A field for plain text that is as tall as its words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

MOST_LINES = 10


class GrowingText(QPlainTextEdit):
    """Tab leaves it; what is pasted is taken as plain text."""

    left = Signal()
    """The focus went elsewhere, other than to a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """As tall as the words, up to ten lines."""
        line = self.fontMetrics().lineSpacing()
        wanted = max(1, round(self.document().size().height()))
        lines = min(MOST_LINES, wanted)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if wanted > MOST_LINES else policy.ScrollBarAlwaysOff)
        around = self.contentsMargins()
        tall = lines * line + 2 * round(self.document().documentMargin()) + around.top() + around.bottom()
        if tall != self.height():
            self.setFixedHeight(tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is taller."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as its place."""
        return QSize(60, super().minimumSizeHint().height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words only."""
        self.insertPlainText(source.text())

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

"""A figure at the top of Priorities that opens the sum which made it, by click, Enter or Space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from shadow_app.ui.plain_tip import plain_tip

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PrioritiesTile(QFrame):
    """A tile that answers mouse and keyboard like a button; its name is what its labels say."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def name_it(self, hint: str) -> None:
        """Take over what the labels say now; `hint` says what opening it does."""
        said = [label.text() for label in self.findChildren(QLabel) if label.text()]
        self.setAccessibleName(" ".join(said))
        self.setAccessibleDescription(hint)
        self.setToolTip(plain_tip(hint))
        self.setAccessibleDescription(hint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Taken, or the release would go to whatever lies below.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() and not self.underMouse():
            return
        # The style sheet's border stays; a frame of one's own needs no second sheet for a second state.
        role = QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.PlaceholderText
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.palette().color(role)), 1.6 if self.hasFocus() else 1.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8), 10, 10)

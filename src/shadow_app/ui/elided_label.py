"""A line of plain text that shortens itself rather than pushing its neighbours away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from shadow_app.ui.plain_tip import plain_tip
from shadow_app.ui.written import write


class ElidedLabel(QLabel):
    """Shows an ellipsis where the words do not fit, and all of them in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters is enough."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 8), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        align = self.alignment()
        self.setToolTip(plain_tip(self.text()) if words != self.text() else "")
        self.setAccessibleDescription(self.text() if words != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        across = align & Qt.AlignmentFlag.AlignHorizontal_Mask or Qt.AlignmentFlag.AlignLeft
        upright = int(align & Qt.AlignmentFlag.AlignVertical_Mask)
        write(painter, room, words, self.layoutDirection(), across, upright)

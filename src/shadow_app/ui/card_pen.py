"""What the parts of a card share while it is painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from shadow_app.ui.written import write


class CardPen:
    """A painter together with what the row needs to know: its state, its density and which way writing runs."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, row: QRect) -> None:
        self.painter = painter
        self.row = row
        self.direction = option.direction
        self.ratio = painter.device().devicePixelRatio()
        self.selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self.focused = bool(option.state & QStyle.StateFlag.State_HasFocus)

    def turned(self, place: QRect) -> QRect:
        """Where a rectangle lies once right-to-left writing has mirrored the row."""
        return QStyle.visualRect(self.direction, self.row, place)

    def write(self, place: QRect, words: str, side: Qt.AlignmentFlag) -> None:
        """Words on one line, at the leading (AlignLeft) or trailing (AlignRight) side."""
        write(self.painter, place, words, self.direction, side)

    def write_at_end(self, line: QRect, right: int, words: str, face: QFont, colour: str) -> int:
        """Words that end at `right` of a line; returns where they begin."""
        self.painter.setFont(face)
        self.painter.setPen(QColor(colour))
        wide = self.painter.fontMetrics().horizontalAdvance(words) + 2
        place = QRect(right - wide, line.top(), wide, line.height())
        self.write(self.turned(place), words, Qt.AlignmentFlag.AlignRight)
        return place.left()

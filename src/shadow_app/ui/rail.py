"""The rail's entries: an icon over a word, the one in front on soft ground."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.fonts import font
from shadow_app.ui.icons import pixmap
from shadow_app.ui.theme import Theme

COUNT = Qt.ItemDataRole.UserRole + 1
"""How many things wait on the page."""


WIDTH = 86


def width_for(titles: Iterable[str], theme: Theme) -> int:
    """Pixels that every word has room in; the usual width where the words are short."""
    metrics = QFontMetrics(font(theme.px(11), 600))
    return max(theme.px(WIDTH), *(metrics.horizontalAdvance(each) + theme.px(22) for each in titles), 0)


class RailDelegate(QStyledItemDelegate):
    """Paints one page of the rail."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw ground, icon and word."""
        tokens, px = self._theme.tokens, self._theme.px
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        place: QRect = option.rect.adjusted(px(7), px(2), -px(7), -px(2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.accent_soft if chosen else tokens.raised
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(place, 10, 10)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, 10, 10)
        colour = tokens.accent if chosen else tokens.muted
        size = px(22)
        drawn = pixmap(index.data(Qt.ItemDataRole.UserRole), colour, size, 2.0)
        painter.drawPixmap(place.center().x() - size // 2, place.top() + px(9), drawn)
        painter.setFont(font(px(11), 600))
        painter.setPen(QColor(colour))
        words = place.adjusted(0, px(34), 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, index.data())
        if count := index.data(COUNT):
            self._badge(painter, place, option.direction, str(count) if count < 100 else "99+")
        painter.restore()

    def _badge(self, painter: QPainter, place: QRect, direction: Qt.LayoutDirection, words: str) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter.setFont(font(px(10), 700))
        width = max(px(18), painter.fontMetrics().horizontalAdvance(words) + px(8))
        spot = QRect(place.center().x() + px(5), place.top() + px(3), width, px(18))
        spot = QStyle.visualRect(direction, place, spot)
        painter.setPen(QColor(tokens.surface))
        painter.setBrush(QColor(tokens.danger))
        painter.drawRoundedRect(spot, px(9), px(9))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, words)

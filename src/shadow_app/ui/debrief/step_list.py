"""The steps of a debrief at the left: a number or a tick, a name, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.fonts import font
from shadow_app.ui.icons import pixmap
from shadow_app.ui.theme import Theme
from shadow_app.ui.written import write

_NO_PARENT = QModelIndex()
_HEIGHT, _BADGE, _PAD = 58, 24, 10


@dataclass(frozen=True, slots=True)
class StepEntry:
    """A step as the list shows it."""

    title: str
    about: str
    done: bool


class StepModel(QAbstractListModel):
    """The steps in their order; how many there are never changes."""

    def __init__(self, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries = [StepEntry(title, "", False) for title in titles]

    def show_step(self, place: int, about: str, *, done: bool) -> None:
        """What is open in a step."""
        entry = StepEntry(self.entries[place].title, about, done)
        if entry != self.entries[place]:
            self.entries[place] = entry
            self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                state = self.tr("done") if entry.done else self.tr("open")
                return f"{index.row() + 1}. {entry.title}, {state}: {entry.about}"
            case Qt.ItemDataRole.UserRole:
                return entry
        return None


class StepDelegate(QStyledItemDelegate):
    """Paints one step; the one in front on soft ground, a ring around the whole list's focus."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry: StepEntry = index.data(Qt.ItemDataRole.UserRole)
        tokens, px = self._theme.tokens, self._theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = option.rect.adjusted(2, 2, -2, -2)
        if chosen or hovered:
            focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QColor(tokens.accent) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.raised))
            painter.drawRoundedRect(ground, px(8), px(8))
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        inner = ground.adjusted(px(_PAD), 0, -px(_PAD), 0)
        left = inner.right() + 1 - px(_BADGE) if mirrored else inner.left()
        badge = QRect(left, inner.center().y() - px(_BADGE) // 2, px(_BADGE), px(_BADGE))
        self._paint_badge(painter, badge, entry, index.row() + 1, tokens.surface if chosen else tokens.raised)
        step = px(_BADGE) + px(_PAD)
        words = inner.adjusted(0, px(8), -step, -px(8)) if mirrored else inner.adjusted(step, px(8), 0, -px(8))
        half = words.height() // 2
        upper = QRect(words.left(), words.top(), words.width(), half)
        self._words(painter, upper, entry.title, 13, 600, tokens.accent if chosen else tokens.text)
        self._words(painter, upper.translated(0, half), entry.about, 12, 400, tokens.muted)
        painter.restore()

    def _paint_badge(self, painter: QPainter, place: QRect, entry: StepEntry, number: int, ground: str) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.good_soft if entry.done else ground))
        painter.drawEllipse(QRectF(place))
        if entry.done:
            size = px(14)
            mark = pixmap("check", tokens.good, size, 2.0)
            painter.drawPixmap(place.center().x() - size // 2 + 1, place.center().y() - size // 2 + 1, mark)
            return
        painter.setFont(font(px(12), 600))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

    def _words(self, painter: QPainter, place: QRect, words: str, size: int, weight: int, colour: str) -> None:
        letters = font(self._theme.px(size), weight)
        painter.setFont(letters)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        write(painter, place, shown)

"""A list of things with a name and a line about it: reports to choose, services of the catalogue, steps, people."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.fonts import font
from shadow_app.ui.theme import Theme
from shadow_app.ui.written import write

_NO_PARENT = QModelIndex()
_HEIGHT = 52


@dataclass(frozen=True, slots=True)
class TwoLines:
    """One entry: what it stands for, its name, and a line about it.

    `faint` greys what is retired; `urgent` colours the line about it, which must say so in words as well.
    """

    key: Hashable
    title: str
    about: str = ""
    faint: bool = False
    urgent: bool = False


class TwoLineModel(QAbstractListModel):
    """Entries in the order given. Showing the same keys again keeps the selection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[TwoLines] = ()

    def show_entries(self, entries: Sequence[TwoLines]) -> None:
        """Show these."""
        if entries and [each.key for each in entries] == [each.key for each in self._entries]:
            self._entries = entries
            self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 0))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, index: AnyIndex) -> TwoLines:
        """The entry behind an index."""
        return self._entries[index.row()]

    def index_of(self, key: Hashable) -> QModelIndex:
        """Where a key stands; invalid where it does not."""
        return self.index(next((place for place, each in enumerate(self._entries) if each.key == key), -1), 0)

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(part for part in (entry.title, entry.about) if part)
            case Qt.ItemDataRole.UserRole:
                return entry
        return None


class TwoLineDelegate(QStyledItemDelegate):
    """Paints name over line, the chosen one on soft ground; the entries come through whatever proxy is in between."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry: TwoLines = index.data(Qt.ItemDataRole.UserRole)
        tokens, px = self._theme.tokens, self._theme.px
        chosen, hovered = (
            option.state & QStyle.StateFlag.State_Selected,
            option.state & QStyle.StateFlag.State_MouseOver,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.raised))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 8, 8)
        inner = option.rect.adjusted(px(12), px(6), -px(12), -px(6))
        half = inner.height() // 2
        title = tokens.muted if entry.faint else tokens.text
        self._words(painter, QRect(inner.left(), inner.top(), inner.width(), half), entry.title, 13, 600, title)
        lower = QRect(inner.left(), inner.top() + half, inner.width(), half)
        about, weight = (tokens.danger, 600) if entry.urgent else (tokens.muted, 400)
        self._words(painter, lower, entry.about, 12, weight, about)
        painter.restore()

    def _words(self, painter: QPainter, place: QRect, words: str, size: int, weight: int, colour: str) -> None:
        letters = font(self._theme.px(size), weight)
        painter.setFont(letters)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        write(painter, place, shown)

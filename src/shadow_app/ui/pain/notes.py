"""Notes of which several can be chosen: cards with a tick, for putting together and splitting off."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.evidence_list import EvidenceDelegate, EvidenceModel
from shadow_app.ui.icons import pixmap
from shadow_app.ui.theme import Theme

_MARK = 18


class TickDelegate(EvidenceDelegate):
    """The evidence card with a mark for chosen, and a frame for where the keyboard is."""

    def __init__(self, theme: Theme, model: EvidenceModel, view: QAbstractItemView) -> None:
        super().__init__(theme, model, view)
        self._ticks = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """The card, then the mark in its far corner."""
        super().paint(painter, option, index)
        tokens, px, rect = self._ticks.tokens, self._ticks.px, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.text), 1.2, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(4, 4, -5, -px(8) - 3), 6, 6)
        size = px(_MARK)
        place = QRect(QPoint(rect.right() - size - px(10), rect.top() + px(8)), rect.topLeft())
        place.setWidth(size)
        place.setHeight(size)
        place = QStyle.visualRect(option.direction, rect, place)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.faint), 1.2))
        painter.setBrush(QColor(tokens.accent if chosen else tokens.surface))
        painter.drawRoundedRect(place, 4, 4)
        if chosen:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(place.topLeft() + QPoint(2, 2), pixmap("check", tokens.on_accent, size - 4, ratio))
        painter.restore()


def make_tickable(view: QListView, model: EvidenceModel, theme: Theme) -> None:
    """Show the notes of a model in a view where Space or a click chooses several."""
    view.setModel(model)
    view.setItemDelegate(TickDelegate(theme, model, view))
    view.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
    theme.changed.connect(view.doItemsLayout)


def ticked(view: QListView, model: EvidenceModel) -> tuple[UUID, ...]:
    """The chosen notes, in the order of the list."""
    rows = sorted(index.row() for index in view.selectionModel().selectedIndexes())
    return tuple(model.witness(model.index(row, 0)).note.note.id for row in rows)

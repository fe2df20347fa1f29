"""The notes behind a figure as a list: text, the host's words, where and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shadow_app.domain.vocabulary import Evidence, Kind
from shadow_app.ui import amounts
from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.fonts import font
from shadow_app.ui.icons import KIND_ICONS, pixmap
from shadow_app.ui.theme import Theme
from shadow_app.ui.written import write
from shadow_app.usecases.evidence import Witness

translate = QCoreApplication.translate

_NO_PARENT = QModelIndex()
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class EvidenceModel(QAbstractListModel):
    """Notes, the most damaging first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._witnesses: Sequence[Witness] = ()

    def show_notes(self, witnesses: Sequence[Witness]) -> None:
        """Show other notes."""
        self.beginResetModel()
        self._witnesses = witnesses
        self.endResetModel()

    def witness(self, index: AnyIndex) -> Witness:
        """The note behind an index."""
        return self._witnesses[index.row()]

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._witnesses)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        witness = self._witnesses[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return witness.note.note.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(part for part in (head(witness), witness.note.note.text, quoted(witness)) if part)
        return None


class EvidenceDelegate(QStyledItemDelegate):
    """Paints one note as a small card as tall as its words."""

    def __init__(self, theme: Theme, model: EvidenceModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        # The option's rectangle differs between layout and paint; the viewport does not.
        width = self._view.viewport().width()
        px = self._theme.px
        text, quote = self._parts(index, width - px(28))
        return QSize(max(width, 1), px(10) + px(20) + text + quote + px(14) + px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        witness, px, tokens = self._model.witness(index), self._theme.px, self._theme.tokens
        chosen = option.state & QStyle.StateFlag.State_Selected
        card = option.rect.adjusted(1, 1, -2, -px(8))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.border), 1.6 if chosen else 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(card, 8, 8)
        inner = card.adjusted(px(12), px(8), -px(12), -px(6))
        kind = witness.note.note.kind
        tint = tokens.kinds.get(kind, tokens.kinds[Kind.CONTEXT]).fore
        place = QStyle.visualRect(option.direction, inner, QRect(inner.left(), inner.top(), px(15), px(15)))
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(place.topLeft(), pixmap(KIND_ICONS[kind], tint, px(15), ratio))
        beside = QStyle.visualRect(option.direction, inner, inner.adjusted(px(22), 0, 0, 0))
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.muted))
        shown = QFontMetrics(self._small).elidedText(head(witness), Qt.TextElideMode.ElideRight, beside.width())
        write(painter, beside, shown, option.direction, flags=int(Qt.AlignmentFlag.AlignTop))
        text, _ = self._parts(index, inner.width())
        self._paint_words(painter, witness, inner.adjusted(0, px(20), 0, 0), text, option.direction)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, witness: Witness, room: QRect, text_height: int, window: Qt.LayoutDirection
    ) -> None:
        painter.setFont(self._plain)
        painter.setPen(QColor(self._theme.tokens.text))
        write(painter, room, witness.note.note.text, window, flags=int(_WRAP))
        painter.setFont(self._spoken)
        painter.setPen(QColor(self._theme.tokens.muted))
        below = room.adjusted(0, text_height + self._theme.px(4), 0, 0)
        write(painter, below, quoted(witness), window, flags=int(_WRAP))

    def _parts(self, index: AnyIndex, width: int) -> tuple[int, int]:
        """Heights of the text and of the quote."""
        witness, room = self._model.witness(index), QRect(0, 0, max(width, 1), 100_000)
        text = QFontMetrics(self._plain).boundingRect(room, _WRAP, witness.note.note.text).height()
        said = quoted(witness)
        quote = QFontMetrics(self._spoken).boundingRect(room, _WRAP, said).height() + self._theme.px(4) if said else 0
        return text, quote

    @property
    def _plain(self) -> Any:
        return font(self._theme.px(13))

    @property
    def _small(self) -> Any:
        return font(self._theme.px(12), 500)

    @property
    def _spoken(self) -> Any:
        made = font(self._theme.px(13))
        made.setItalic(True)
        return made


def head(witness: Witness) -> str:
    """Where, when and who: "Harbour depot · 12/11/2026 · driver · told, not seen"."""
    note, visit = witness.note.note, witness.visit
    told = translate("EvidenceList", "told, not seen") if note.evidence is Evidence.TOLD else ""
    role = witness.note.role or visit.role
    return " · ".join(part for part in (visit.site, amounts.day(note.local_time), role, told) if part)


def quoted(witness: Witness) -> str:
    """The host's words in quotation marks; nothing where there are none."""
    bare = witness.quote.strip().strip('“”„«»"‟')
    # A note that is nothing but a quote would say the same twice.
    return f"“{bare}”" if bare and bare not in witness.note.note.text else ""

"""The ranked services as a list: one model, one delegate that paints a row with its bar and range."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shadow_app.domain.vocabulary import Kind
from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.fonts import font
from shadow_app.ui.service_rows import ServiceRow
from shadow_app.ui.theme import Theme
from shadow_app.ui.written import write

_NO_PARENT = QModelIndex()
_HEIGHT, _TALL = 62, 98
_PLACE = 62
_NARROW = 620
"""Below this width (before scaling) name and bar stand over one another."""


class ServiceModel(QAbstractListModel):
    """Rows in the order of the ranking. Ranges that arrive later change rows and never reset the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ServiceRow] = []
        self.top = 0.0
        """The longest bar or range."""

    def show_rows(self, rows: list[ServiceRow]) -> None:
        """Show these rows."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        top = max((max(row.hours, row.high or 0.0) for row in rows), default=0.0)
        if same and rows:
            self._rows, self.top = rows, top
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
        elif not same:
            self.beginResetModel()
            self._rows, self.top = rows, top
            self.endResetModel()

    def index_of(self, service_id: UUID) -> QModelIndex:
        """Where a service stands; invalid where it does not."""
        place = next((number for number, row in enumerate(self._rows) if row.id == service_id), -1)
        return self.index(place, 0)

    def row(self, index: AnyIndex) -> ServiceRow:
        """The row behind an index."""
        return self._rows[index.row()]

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.sentence
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class ServiceDelegate(QStyledItemDelegate):
    """Paints place, name, bar with range, time, money, and how sure we are."""

    def __init__(self, theme: Theme, model: ServiceModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view

    @property
    def _narrow(self) -> bool:
        return self._view.viewport().width() < self._theme.px(_NARROW)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(_TALL if self._narrow else _HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row, px, tokens = self._model.row(index), self._theme.px, self._theme.tokens
        place: QRect = option.rect
        card = QRectF(place).adjusted(0.5, 0.5, -px(8), -px(6))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        chosen, hovered = state & QStyle.StateFlag.State_Selected, state & QStyle.StateFlag.State_MouseOver
        edge = tokens.accent if chosen else tokens.faint if hovered else tokens.border
        painter.setPen(QPen(QColor(edge), 1.6 if chosen else 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(card, 10, 10)
        self._paint_row(painter, row, card.toRect().adjusted(px(14), px(7), -px(14), -px(7)), option.direction)
        painter.restore()

    def _paint_row(self, painter: QPainter, row: ServiceRow, inner: QRect, direction: Qt.LayoutDirection) -> None:
        tokens = self._theme.tokens
        number, name, bar, time, cost = (
            QStyle.visualRect(direction, inner, each)
            for each in (self._over_one_another(inner) if self._narrow else self._side_by_side(inner))
        )
        strong = tokens.muted if row.thin else tokens.text
        self._paint_place(painter, row, number)
        self._two_lines(painter, name, row.name, row.sure, strong)
        self._paint_bar(painter, row, QRectF(bar), direction)
        hot = tokens.kinds[Kind.PAIN].fore if row.hot else strong
        self._two_lines(painter, time, row.time, row.range_alone, hot)
        self._two_lines(painter, cost, row.money, row.move or row.since, strong, right=True)

    def _paint_place(self, painter: QPainter, row: ServiceRow, place: QRect) -> None:
        if row.rank_note:
            self._two_lines(painter, place, row.rank, row.rank_note, self._theme.tokens.muted, size=13)
        else:
            self._words(painter, place, row.rank, 13, 600, self._theme.tokens.muted)

    def _side_by_side(self, inner: QRect) -> tuple[QRect, ...]:
        px, top, high = self._theme.px, inner.top(), inner.height()
        names = min(max(px(200), inner.width() * 34 // 100), px(320))
        times, costs = px(118), px(84)
        number = QRect(inner.left(), top, px(_PLACE), high)
        name = QRect(number.right(), top, names, high)
        at = name.right() + px(12)
        bar = QRect(at, top, inner.right() - times - costs - px(12) - at, high)
        time = QRect(bar.right() + px(12), top, times - px(12), high)
        return number, name, bar, time, QRect(inner.right() - costs, top, costs, high)

    def _over_one_another(self, inner: QRect) -> tuple[QRect, ...]:
        px, upper = self._theme.px, inner.height() // 2
        times, costs = px(96), px(92)
        number = QRect(inner.left(), inner.top(), px(_PLACE), upper)
        name = QRect(number.right(), inner.top(), inner.width() - px(_PLACE) - times - costs, upper)
        time = QRect(name.right() + px(8), inner.top(), times - px(8), upper)
        bar = QRect(number.right(), inner.top() + upper, inner.width() - px(_PLACE), inner.height() - upper)
        return number, name, bar, time, QRect(inner.right() - costs, inner.top(), costs, upper)

    def _paint_bar(self, painter: QPainter, row: ServiceRow, room: QRectF, direction: Qt.LayoutDirection) -> None:
        px, tokens, top = self._theme.px, self._theme.tokens, max(self._model.top, 1e-9)
        trough = QRectF(room.left(), room.top() + px(5), room.width(), px(12))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(trough, 3, 3)
        fill = tokens.kinds[Kind.PAIN].fore if row.hot else tokens.cool
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(_part(trough, 0.0, row.hours / top, direction), 3, 3)
        if row.low is not None and row.high is not None and row.high > row.low:
            self._paint_range(painter, row, trough, direction)
        # Where the chance stands as a number in place of the rank, its words would say it twice.
        said = " · ".join(part for part in (row.lane, "" if row.thin else row.chance) if part)
        if said:
            below = QRectF(room.left(), trough.bottom() + px(5), room.width(), room.bottom() - trough.bottom() - px(5))
            colour = tokens.kinds[Kind.PAIN].fore if row.pressing and not row.thin else tokens.muted
            self._words(painter, below.toRect(), said, 12, 500, colour)

    def _paint_range(self, painter: QPainter, row: ServiceRow, trough: QRectF, direction: Qt.LayoutDirection) -> None:
        """Inside the bar the line takes the colour of the card, or nobody would see it."""
        assert row.low is not None
        assert row.high is not None
        tokens, top, middle = self._theme.tokens, self._model.top, trough.center().y()
        for low, high, tip, colour in (
            (row.low, row.hours, row.low, tokens.surface),
            (row.hours, row.high, row.high, tokens.muted),
        ):
            line = _part(trough, low / top, high / top, direction)
            end = _part(trough, tip / top, tip / top, direction).left()
            painter.setPen(QPen(QColor(colour), 1.6))
            painter.drawLine(round(line.left()), round(middle), round(line.right()), round(middle))
            painter.drawLine(round(end), round(middle) - 3, round(end), round(middle) + 3)

    def _two_lines(
        self,
        painter: QPainter,
        place: QRect,
        first: str,
        second: str,
        colour: str,
        *,
        right: bool = False,
        size: int = 14,
    ) -> None:
        half = place.height() // 2
        upper = QRect(place.left(), place.top(), place.width(), half)
        lower = QRect(place.left(), place.top() + half, place.width(), place.height() - half)
        self._words(painter, upper, first, size, 600, colour, right=right)
        self._words(painter, lower, second, 12, 400, self._theme.tokens.muted, right=right)

    def _words(
        self, painter: QPainter, place: QRect, words: str, size: int, weight: int, colour: str, *, right: bool = False
    ) -> None:
        letters = font(self._theme.px(size), weight)
        painter.setFont(letters)
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        write(painter, place, shown, side=side)


def _part(trough: QRectF, start: float, end: float, direction: Qt.LayoutDirection) -> QRectF:
    """A piece of the trough, from the side where reading starts."""
    left = trough.width() * min(max(start, 0.0), 1.0)
    wide = max(trough.width() * min(max(end, 0.0), 1.0) - left, 0.0)
    at = trough.left() + left if direction is Qt.LayoutDirection.LeftToRight else trough.right() - left - wide
    return QRectF(at, trough.top(), max(wide, 3.0 if start == 0 else 0.0), trough.height())

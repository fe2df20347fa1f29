"""Two lists of services: those in order, and the rest. They tell what is wanted; the editor does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from shadow_app.domain.organisation import BusinessUnit, Organisation
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.service import Service
from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.fonts import font
from shadow_app.ui.icons import pixmap
from shadow_app.ui.theme import Theme
from shadow_app.ui.written import write

if TYPE_CHECKING:
    from shadow_app.bootstrap import Shadow

_NO_PARENT = QModelIndex()
_MIME = "application/x-shadow-service"
_HEIGHT = 34
PLACE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Shown:
    """A list with the names around it."""

    ranking: AssumedRanking
    services: tuple[Service, ...]
    of: str
    """Whose list it is."""


def read_list(shadow: Shadow, organisation_id: UUID, unit_id: UUID | None) -> Shown:
    """The list at hand, and every service that may stand in it."""
    ranking = shadow.planning.list_at_hand(organisation_id, unit_id)
    if ranking.unit_id is not None:
        of = shadow.catalogue.get(BusinessUnit, ranking.unit_id).name
    else:
        of = shadow.catalogue.get(Organisation, organisation_id).name
    offered = shadow.catalogue.services()
    known = {service.id for service in offered}
    # A locked list may name what is no longer offered; it is shown as it was locked.
    gone = [each for each in shadow.catalogue.all(Service) if each.id in ranking.service_ids and each.id not in known]
    return Shown(ranking, (*offered, *gone), of)


def fits(service: Service, sought: str) -> bool:
    """Whether a service answers to what is sought, in lower case: by name, code or what people call it."""
    words = (service.name, service.code, *service.aliases)
    return any(sought in word.casefold() for word in words)


class ServicesModel(QAbstractListModel):
    """Services in the order given; numbered where the order means something."""

    wanted = Signal(object, int)
    """A service was dropped here, before this row."""

    def __init__(self, parent: QObject | None = None, *, numbered: bool = False) -> None:
        super().__init__(parent)
        self._services: list[Service] = []
        self._numbered = numbered
        self.locked = False

    @property
    def ids(self) -> tuple[UUID, ...]:
        """The services, first place first."""
        return tuple(service.id for service in self._services)

    def show_services(self, services: Sequence[Service]) -> None:
        """Show these."""
        self.beginResetModel()
        self._services = list(services)
        self.endResetModel()

    def service(self, row: int) -> Service:
        """The service of a row."""
        return self._services[row]

    def insert(self, row: int, service: Service) -> None:
        """Put a service before this row."""
        self.beginInsertRows(_NO_PARENT, row, row)
        self._services.insert(row, service)
        self.endInsertRows()
        self._renumber()

    def take(self, row: int) -> Service:
        """Take the service of a row away."""
        self.beginRemoveRows(_NO_PARENT, row, row)
        service = self._services.pop(row)
        self.endRemoveRows()
        self._renumber()
        return service

    def move(self, row: int, to: int) -> bool:
        """Give a service another place; whether that changed anything."""
        to = max(0, min(len(self._services) - 1, to))
        if to == row:
            return False
        self.beginMoveRows(_NO_PARENT, row, row, _NO_PARENT, to + 1 if to > row else to)
        self._services.insert(to, self._services.pop(row))
        self.endMoveRows()
        self._renumber()
        return True

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._services)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        service, place = self._services[index.row()], index.row() + 1
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return service.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{place}. {service.name}" if self._numbered else service.name
            case _ if role == PLACE:
                return place if self._numbered else 0
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags if self.locked else flag.ItemIsDropEnabled
        usable = flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemNeverHasChildren
        return usable if self.locked else usable | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setData(_MIME, QByteArray(str(self._services[indexes[0].row()].id).encode()))
        return carried

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        """Tell what was dropped. The answer is no, or the view would remove the row that it came from."""
        if data.hasFormat(_MIME) and not self.locked:
            at = row if row >= 0 else parent.row() if parent.isValid() else len(self._services)
            self.wanted.emit(UUID(bytes(data.data(_MIME).data()).decode()), at)
        return False

    def _renumber(self) -> None:
        if self._numbered and self._services:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._services) - 1, 0))


class ServiceLine(QStyledItemDelegate):
    """Paints place, name and a grip."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        room = option.rect.adjusted(px(10), 0, -px(8), 0)
        place, left = index.data(PLACE), room.left()
        if place:
            self._write(painter, option, QRect(left, room.top(), px(22), room.height()), str(place), tokens.muted, 600)
            left += px(30)
        name = QRect(left, room.top(), room.right() - left - px(20), room.height())
        self._write(painter, option, name, index.data(), tokens.text, 500)
        if index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            grip = QRect(room.right() - px(14), room.top() + (room.height() - px(14)) // 2, px(14), px(14))
            picture = pixmap("grip-vertical", tokens.faint, px(14), painter.device().devicePixelRatio())
            painter.drawPixmap(QStyle.visualRect(option.direction, option.rect, grip), picture)
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, words: str, colour: str, weight: int
    ) -> None:
        painter.setFont(font(self._theme.px(13), weight))
        painter.setPen(QColor(colour))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        write(painter, QStyle.visualRect(option.direction, option.rect, place), words, option.direction)

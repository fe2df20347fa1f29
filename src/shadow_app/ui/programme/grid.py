"""A painted grid of places: hours where somebody has been, a mark where nobody has. Arrows walk it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.fonts import font
from shadow_app.ui.theme import Theme
from shadow_app.ui.written import write

Tone = Literal["seen", "glimpsed", "blind", "none"]

_NO_PARENT = QModelIndex()
_WIDTH, _WIDEST, _HEIGHT, _WIDEST_HEADING = 116, 200, 50, 220


@dataclass(frozen=True, slots=True)
class GridCell:
    """One place: two short lines, how it is coloured (the words say the same), and the whole sentence."""

    title: str
    about: str
    sentence: str
    tone: Tone = "none"


class GridModel(QAbstractTableModel):
    """Rows and columns by key, with what stands where they meet; where nothing does nobody works."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[Hashable, str]] = ()
        self._columns: Sequence[tuple[Hashable, str]] = ()
        self._cells: Mapping[tuple[Hashable, Hashable], GridCell] = {}

    def show_grid(
        self,
        rows: Sequence[tuple[Hashable, str]],
        columns: Sequence[tuple[Hashable, str]],
        cells: Mapping[tuple[Hashable, Hashable], GridCell],
    ) -> None:
        """Show these; rows and columns are (key, heading)."""
        self.beginResetModel()
        self._rows, self._columns, self._cells = rows, columns, cells
        self.endResetModel()

    def keys_at(self, index: AnyIndex) -> tuple[Hashable, Hashable] | None:
        """The keys of row and column; None where nothing stands."""
        if not index.isValid():
            return None
        keys = (self._rows[index.row()][0], self._columns[index.column()][0])
        return keys if keys in self._cells else None

    def cell(self, index: AnyIndex) -> GridCell | None:
        """What stands there."""
        keys = self.keys_at(index)
        return None if keys is None else self._cells[keys]

    def first_of_row(self, key: Hashable) -> QModelIndex:
        """The first place of a row that holds anything; invalid where the row is not there."""
        for row, (row_key, _) in enumerate(self._rows):
            if row_key == key:
                columns = range(len(self._columns))
                held = (column for column in columns if (row_key, self._columns[column][0]) in self._cells)
                return self.index(row, next(held, 0))
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{cell.title}, {cell.about}" if cell else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                if cell is not None:
                    return cell.sentence
                row, column = self._rows[index.row()][1], self._columns[index.column()][1]
                return self.tr("{row}, {column}: nobody works there.").format(row=row, column=column)
            case Qt.ItemDataRole.UserRole:
                return cell
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        headings = self._columns if orientation is Qt.Orientation.Horizontal else self._rows
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and section < len(headings):
            return headings[section][1]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class GridDelegate(QStyledItemDelegate):
    """Paints a place as a small card in its tone."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        cell: GridCell | None = index.data(Qt.ItemDataRole.UserRole)
        tokens, px = self._theme.tokens, self._theme.px
        ground, ink = {
            "seen": (tokens.good_soft, tokens.good),
            "glimpsed": (tokens.warn_soft, tokens.warn),
            "blind": (tokens.danger_soft, tokens.danger),
        }.get(cell.tone if cell else "none", (tokens.surface, tokens.faint))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(QColor(tokens.accent), 2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 7, 7)
        if cell is not None:
            inner = box.adjusted(px(9), px(4), -px(6), -px(4)).toRect()
            half = inner.height() // 2
            self._words(painter, inner.adjusted(0, 0, 0, -half), cell.title, 12, 600, ink)
            self._words(painter, inner.adjusted(0, half, 0, 0), cell.about, 11, 400, tokens.muted)
        painter.restore()

    def _words(self, painter: QPainter, place: Any, words: str, size: int, weight: int, colour: str) -> None:
        letters = font(self._theme.px(size), weight)
        painter.setFont(letters)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        write(painter, place, shown)


def dress(view: QTableView, model: GridModel, theme: Theme, *, framed: bool = True) -> None:
    """Make a table a grid: sizes follow the text size, headings are as wide as they need to be up to a limit.

    Args:
        view: the table.
        model: what it shows.
        theme: its colours and text size.
        framed: False inside a card, which has a frame of its own.
    """
    view.setModel(model)
    view.setItemDelegate(GridDelegate(theme, view))
    for header in (view.horizontalHeader(), view.verticalHeader()):
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def arrange() -> None:
        # Asked for anew: what Python holds of a header may be gone while the table has it still.
        across, down = view.horizontalHeader(), view.verticalHeader()
        ground = theme.tokens.surface
        frame = "" if framed else "QTableView { border: 0; padding: 0; }"
        view.setStyleSheet(
            f"QTableCornerButton::section {{ background: {ground}; border: 0; }}"
            f"QHeaderView {{ background: {ground}; border: 0; }} QHeaderView::section {{ border: 0; }} {frame}"
        )
        down.setDefaultSectionSize(theme.px(_HEIGHT))
        down.setMaximumWidth(theme.px(_WIDEST_HEADING))
        for column in range(model.columnCount()):
            wanted = min(across.sectionSizeHint(column), theme.px(_WIDEST))
            across.resizeSection(column, max(wanted, theme.px(_WIDTH)))

    model.modelReset.connect(arrange)
    theme.follow(view, arrange)
    arrange()

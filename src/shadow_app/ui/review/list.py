"""The list of Review: one column of cards, several of which may be picked and treated as one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from shadow_app.ui.any_index import AnyIndex

_Flag = QItemSelectionModel.SelectionFlag


class ReviewList(QTableView):
    """The arrows move, Space picks, Shift and Ctrl do as everywhere, Enter opens.

    Once something was picked with Space, moving leaves the picked ones alone until Escape or a plain click.
    """

    opened = Signal()
    picked = Signal()
    """Which notes are chosen has changed, or which one is in hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picking = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    def chosen(self) -> list[int]:
        """The places of the chosen notes in order; the one in hand where none is picked."""
        # By ranges, or choosing everything would make an index for each of a hundred thousand notes.
        ranges = self.selectionModel().selection()
        each = (ranges.at(number) for number in range(ranges.count()))
        places = sorted({place for span in each for place in range(span.top(), span.bottom() + 1)})
        current = self.currentIndex()
        return places or ([current.row()] if current.isValid() else [])

    def take(self, place: int) -> None:
        """Have this note in hand, and it alone."""
        self.picking = False
        index = self.model().index(place, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
            self.scrollTo(index)

    def move_by(self, steps: int) -> None:
        """To the next note, or the one before."""
        last = self.model().rowCount() - 1
        place = min(max(self.currentIndex().row() + steps, 0), last)
        if last < 0:
            return
        if self.picking:
            index = self.model().index(place, 0)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.scrollTo(index)
        else:
            self.take(place)

    def pick(self) -> None:
        """Pick the note in hand, or let it go again, and go on to the next."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not self.picking:
            self.selectionModel().clearSelection()
            self.picking = True
        self.selectionModel().select(index, _Flag.Toggle | _Flag.Rows)
        self.move_by(1)
        self.picked.emit()

    def let_go(self) -> None:
        """Nothing is picked but the note in hand."""
        if self.currentIndex().isValid():
            self.take(self.currentIndex().row())

    def selectionCommand(self, index: AnyIndex, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Moving by key lets what was picked alone."""
        plain = isinstance(event, QKeyEvent) and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if self.picking and plain:
            return _Flag.NoUpdate
        return super().selectionCommand(index, event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that another choice was made."""
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell that another note is in hand."""
        super().currentChanged(current, previous)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a list."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        match event.key():
            case Qt.Key.Key_Space if plain:
                self.pick()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.opened.emit()
            case Qt.Key.Key_Escape if plain:
                self.let_go()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A plain click begins anew."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.picking = False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As Enter."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

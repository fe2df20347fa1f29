"""A visit's notes as a list that changes one row at a time (`design.md` §1, the walk of a capture)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.note_view import NoteView

NOTE_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1

_ROOT = QModelIndex()


class TimelineModel(QAbstractListModel):
    """Notes in the order in which they happened; those of one moment in the order in which they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: list[NoteView] = []

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """How many notes there are."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card for the delegate, its sentence for everybody else."""
        if not index.isValid() or index.row() >= len(self._notes):
            return None
        note = self._notes[index.row()]
        if role == NOTE_ROLE:
            return note
        if role == ID_ROLE:
            return str(note.id)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return note.spoken
        return None

    def show(self, notes: Iterable[NoteView]) -> None:
        """Another visit: everything anew."""
        self.beginResetModel()
        self._notes = sorted(notes, key=_moment)
        self.endResetModel()

    def put(self, note: NoteView) -> int:
        """Show a new note or the next version of one that is there; returns its row."""
        row = self.row_of(note.id)
        if row is None:
            return self._insert(note)
        row = self._move(row, note)
        self._notes[row] = note
        self.dataChanged.emit(self.index(row), self.index(row))
        return row

    def remove(self, note_id: UUID) -> None:
        """Take one card away; one that is not there is gone already."""
        row = self.row_of(note_id)
        if row is not None:
            self.beginRemoveRows(_ROOT, row, row)
            del self._notes[row]
            self.endRemoveRows()

    def row_of(self, note_id: UUID) -> int | None:
        """Where a note is; looked for from the end, where new ones are."""
        rows = range(len(self._notes) - 1, -1, -1)
        return next((row for row in rows if self._notes[row].id == note_id), None)

    def note(self, row: int) -> NoteView | None:
        """The note of a row, None outside of the list."""
        return self._notes[row] if 0 <= row < len(self._notes) else None

    def _insert(self, note: NoteView) -> int:
        row = bisect_right(self._notes, _moment(note), key=_moment)
        self.beginInsertRows(_ROOT, row, row)
        self._notes.insert(row, note)
        self.endInsertRows()
        return row

    def _move(self, row: int, note: NoteView) -> int:
        others = self._notes[:row] + self._notes[row + 1 :]
        goal = bisect_right(others, _moment(note), key=_moment)
        if goal == row or _moment(note) == _moment(self._notes[row]):
            return row
        # Qt counts the goal before the row has left its place.
        self.beginMoveRows(_ROOT, row, row, _ROOT, goal + (goal > row))
        self._notes.insert(goal, self._notes.pop(row))
        self.endMoveRows()
        return goal


def _moment(note: NoteView) -> datetime:
    return note.at

"""Who changed what of a note, when, from what to what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from shadow_app.domain.field_words import field_word
from shadow_app.domain.history import HistoryLine
from shadow_app.ui import amounts
from shadow_app.ui.field_words import value_words
from shadow_app.ui.names import Names

_INTERNAL = ("visit_id", "utc_offset")
"""Written with every note, never changed by anybody, and numbers that say nothing to a person."""


class HistoryDialog(QDialog):
    """The newest change first."""

    def __init__(self, lines: Sequence[HistoryLine], names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History of the note"))
        self.resize(860, 480)
        heading = QLabel(self.tr("History of the note"))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("look", "h2")
        self.model = QStandardItemModel(self)
        self.model.setHorizontalHeaderLabels(
            [self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("From"), self.tr("To")]
        )
        for line in reversed(lines):
            if line.field not in _INTERNAL:
                self.model.appendRow(self._row(line, names))
        self.list = QTreeView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Changes, newest first"))
        self.list.setRootIsDecorated(False)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.list.header()
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (3, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(20, 18, 20, 16)
        column_layout.addWidget(heading)
        column_layout.addWidget(self.list, 1)
        column_layout.addWidget(buttons)
        self.list.setFocus()

    def _row(self, line: HistoryLine, names: Names) -> list[QStandardItem]:
        what = field_word(line.field)
        if line.undone:
            what = self.tr("{field} (taken back or brought back)").format(field=what)
        before, after = (value_words(line.field, value, names) for value in (line.before, line.after))
        who = line.author
        if line.device:
            who = self.tr("{who}, laptop {number}").format(who=who, number=line.device[:4])
        return [QStandardItem(words) for words in (amounts.clock(line.at), who, what, before, after)]

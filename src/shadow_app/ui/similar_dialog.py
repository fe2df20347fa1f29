"""Earlier notes like the one in hand, to look at; nothing is merged by looking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from shadow_app.domain.listing import TimelineNote
from shadow_app.ui import amounts
from shadow_app.ui.dialog_room import bounded
from shadow_app.ui.note_view import NoteView, view_of
from shadow_app.ui.theme import Theme
from shadow_app.ui.timeline_model import TimelineModel
from shadow_app.ui.timeline_view import TimelineView


class SimilarDialog(QDialog):
    """Cards with their days. Enter on one gives its id in `note_id`; Esc closes."""

    def __init__(self, theme: Theme, rows: Sequence[TimelineNote], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note_id: object = None
        self.setWindowTitle(self.tr("Looks like"))
        bounded(self, QSize(theme.px(760), theme.px(420)))
        heading = QLabel(self.tr("Noted before, with the same rare words"))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("look", "h2")
        self.model = TimelineModel(self)
        self.model.show(_dated(row) for row in rows)
        self.view = TimelineView(theme, self.model)
        self.view.setAccessibleName(self.tr("Earlier notes like this one"))
        self.view.left.connect(self.reject)
        self.view.opened.connect(self._choose)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(heading)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        self.view.setCurrentIndex(self.model.index(0))
        self.view.setFocus()

    def _choose(self, note_id: object) -> None:
        self.note_id = note_id
        self.accept()


def _dated(row: TimelineNote) -> NoteView:
    """A card says the time only; among other days it needs its date."""
    day = amounts.day(row.note.local_time)
    return replace(view_of(row), role="  ·  ".join(part for part in (row.role, day) if part))

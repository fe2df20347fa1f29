"""One quiet line: what was noted before that looks like the note being written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from shadow_app.domain.listing import TimelineNote
from shadow_app.ui.elided_label import ElidedLabel
from shadow_app.ui.icons import icon
from shadow_app.ui.similar_dialog import SimilarDialog
from shadow_app.ui.theme import Theme


class AlikeLine(QWidget):
    """Comes and goes by itself, takes no focus, merges nothing."""

    chosen = Signal(object)
    """The id of an earlier note that somebody wants to go to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[TimelineNote] = ()
        self.words = ElidedLabel()
        self.words.setProperty("look", "muted")
        self.button = QPushButton(" " + self.tr("Look   Ctrl+L"))
        self.button.setProperty("look", "ghost")
        self.button.setAccessibleName(self.tr("Look at similar notes"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_rows(self, rows: Sequence[TimelineNote]) -> None:
        """Show the likest of these, or nothing."""
        self._rows = rows
        if rows:
            self.words.setText(self.tr("Looks like “{text}”").format(text=" ".join(rows[0].note.text.split())))
        self.setVisible(bool(rows))

    def look(self) -> None:
        """Open them all."""
        if self._rows:
            dialog = SimilarDialog(self._theme, self._rows, self.window())
            dialog.accepted.connect(lambda: self.chosen.emit(dialog.note_id))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _dress(self) -> None:
        size = self._theme.px(16)
        self.button.setIcon(icon("search", self._theme.tokens.muted, size))
        self.button.setIconSize(QSize(size, size))

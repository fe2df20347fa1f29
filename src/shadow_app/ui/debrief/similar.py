"""Earlier notes like the one in hand: a quiet list, never merged by itself (`design.md` §4)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout

from shadow_app.domain.listing import TimelineNote
from shadow_app.ui.dates import BRIEF, day_words
from shadow_app.ui.elided_label import ElidedLabel

_MOST = 3


class SimilarNotes:
    """Up to three lines under the card; the place they stand in is hidden while there are none."""

    def __init__(self, column: QBoxLayout) -> None:
        self._place = column.parentWidget()
        self.labels = [ElidedLabel() for _ in range(_MOST)]
        for label in self.labels:
            label.setProperty("look", "muted")
            column.addWidget(label)
        self.show(())

    def show(self, rows: Sequence[TimelineNote]) -> None:
        """Show these."""
        for label, row in zip(self.labels, (*rows[:_MOST], *[None] * _MOST), strict=False):
            label.setVisible(row is not None)
            label.setText("" if row is None else _words(row))
        if self._place is not None:
            self._place.setVisible(bool(rows))


def _words(row: TimelineNote) -> str:
    day = day_words(row.note.local_time, BRIEF)
    return "  ·  ".join(part for part in (day, " ".join(row.note.text.split()), ", ".join(row.services)) if part)

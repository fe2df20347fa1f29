"""A day that may be unknown: a tick and a date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from shadow_app.ui.dates import MEDIUM, local_pattern


def day_edit() -> QDateEdit:
    """An editor for a day, which is shown as days are shown elsewhere."""
    editor = QDateEdit()
    editor.setCalendarPopup(True)
    editor.setDisplayFormat(local_pattern(MEDIUM))
    return editor


def day_of(editor: QDateEdit) -> date:
    """The day that an editor shows."""
    shown = editor.date()
    return date(shown.year(), shown.month(), shown.day())


class DayField(QWidget):
    """Ticking it offers a likely day; taking the tick away makes it unknown again."""

    left = Signal()
    """The day may have changed: a tick, or a date that was left."""

    def __init__(self, words: str, days_ahead: int = 0) -> None:
        """
        Args:
            words: what happened or happens on the day.
            days_ahead: how far from today the day that is offered lies.
        """
        super().__init__()
        self._ahead = days_ahead
        self.tick = QCheckBox(words)
        self.date = day_edit()
        self.date.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.tick)
        row.addWidget(self.date)
        row.addStretch(1)
        self.setFocusProxy(self.tick)
        self.tick.clicked.connect(self._ticked)
        self.date.editingFinished.connect(self.left)
        self.show_day(None)

    @property
    def day(self) -> date | None:
        """The day, None while it is unknown."""
        return day_of(self.date) if self.tick.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Show a day without telling anybody; a date that is being edited stays."""
        self.tick.setChecked(day is not None)
        self.date.setVisible(day is not None)
        if day is not None and not self.date.hasFocus():
            self.date.setDate(QDate(day.year, day.month, day.day))

    def _ticked(self, ticked: bool) -> None:
        if ticked:
            self.date.setDate(QDate.currentDate().addDays(self._ahead))
        self.date.setVisible(ticked)
        self.left.emit()

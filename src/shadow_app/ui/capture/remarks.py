"""What the bar says beside and under the chips: keys, how saving went, what went wrong."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget


class Remarks:
    """Three labels of the form. Screen readers are told what they say, for the focus stays in the line."""

    def __init__(self, bar: QWidget, keys: QLabel, state: QLabel, trouble: QLabel) -> None:
        self._bar = bar
        self._keys = keys
        self.state = state
        self.trouble = trouble
        trouble.hide()

    def say(self, words: str) -> None:
        """A few quiet words: saving, saved, undone."""
        self.state.setText(words)
        self._announce(words)

    def complain(self, words: str) -> None:
        """A sentence in a line of its own, until `calm`."""
        self.trouble.setText(words)
        self.trouble.show()
        self._announce(words)

    def calm(self) -> None:
        """It is no longer so."""
        self.trouble.hide()

    def size(self, height: int) -> None:
        """Stand level with the chips."""
        for label in (self._keys, self.state):
            label.setMinimumHeight(height)

    def remind(self, hints: Iterable[str], room: int) -> None:
        """Show the first of the hints about keys for which there is room, or none.

        Args:
            hints: the longest first.
            room: for hint and state together, in pixels.
        """
        measure = self._keys.fontMetrics().horizontalAdvance
        dot = "  ·  " if self.state.text() else ""
        left = room - self.state.sizeHint().width()
        chosen = next((hint + dot for hint in hints if measure(hint + dot) <= left), "")
        if chosen != self._keys.text():
            self._keys.setText(chosen)

    def _announce(self, words: str) -> None:
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._bar, words))

"""A text field that is saved when it is left, and that what arrives from the store never overwrites under the hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from shadow_app.ui.growing_text import GrowingText

Done = Callable[[bool], None]
"""Told whether the text was saved."""


class KeptText:
    """Ties a field to a text of the store."""

    def __init__(
        self,
        field: QLineEdit | GrowingText,
        save: Callable[[str, Done], None],
        most: int,
        too_long: Callable[[int, int], None],
    ) -> None:
        """
        Args:
            field: where it is typed.
            save: called with the text and with what wants to know the outcome.
            most: how many characters fit.
            too_long: told how many there are, and `most`.
        """
        self.field, self._save, self._most, self._too_long = field, save, most, too_long
        self._kept = ""
        self._writing = 0
        if isinstance(field, GrowingText):
            field.left.connect(self.leave)
        else:
            field.editingFinished.connect(self.leave)

    @property
    def text(self) -> str:
        """What stands in the field."""
        field = self.field
        return (field.toPlainText() if isinstance(field, GrowingText) else field.text()).strip()

    def show(self, text: str, *, anew: bool = False) -> None:
        """Show what the store holds, unless somebody is at it; `anew`: of another visit, so whatever stands there."""
        if not anew and (self._writing or self.text != self._kept):
            return
        self._writing = 0 if anew else self._writing
        self._kept = text.strip()
        if self.text != self._kept:
            self._set(text)

    def leave(self) -> None:
        """Save what was changed."""
        text, before = self.text, self._kept
        if text == before:
            return
        if len(text) > self._most:
            self._too_long(len(text), self._most)
            return
        self._kept = text
        self._writing += 1

        def done(saved: bool) -> None:
            self._writing = max(0, self._writing - 1)
            if not saved and self._kept == text:
                self._kept = before

        self._save(text, done)

    def _set(self, text: str) -> None:
        if isinstance(self.field, GrowingText):
            self.field.setPlainText(text)
        else:
            self.field.setText(text)
            # Its beginning is what one reads, not its end.
            self.field.setCursorPosition(0)

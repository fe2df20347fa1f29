"""Questions whose answers are written at once: the dialog stays open until the store has taken them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from shadow_app.ui.desk import Desk
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import QuestionsDialog, Values


class AskDialog(QuestionsDialog):
    """Keeps on the writing thread; what it raises is a sentence under the fields."""

    kept = Signal(object)
    """What keeping gave back."""

    def __init__(
        self,
        title: str,
        asks: Sequence[Ask],
        keep: Callable[[Values], Any],
        desk: Desk,
        parent: QWidget,
        *,
        words: str = "",
        button: str = "",
        focus: str = "",
    ) -> None:
        """As `QuestionsDialog`; `keep` is given the answers on the writing thread of `desk`."""
        super().__init__(title, asks, parent, words=words, button=button, focus=focus)
        self._keep, self._jobs = keep, desk.jobs

    def answered(self, values: Values) -> None:
        """Ask the writing thread; what comes back closes the dialog or stands under the fields."""
        self.write(self._jobs, lambda: self._keep(values), self._tell)

    def _tell(self, given: Any) -> None:
        if Shiboken.isValid(self):
            self.kept.emit(given)

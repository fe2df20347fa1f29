"""Undo and redo at the desk: what the last action was is said in a sentence, whichever page it is asked on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from shadow_app.domain.action_names import said
from shadow_app.domain.history import Step
from shadow_app.ui.desk import Desk
from shadow_app.ui.trouble import words_for


class TakingBack(QObject):
    """The two actions of a page that writes what belongs to no single visit."""

    def __init__(self, desk: Desk, page: QWidget, then: Callable[[], object]) -> None:
        """`then` is called after each, so that the page shows what stands now."""
        super().__init__(page)
        self._desk, self._page, self._then = desk, page, then

    def add_actions(
        self, undo: QAbstractButton | None = None, redo: QAbstractButton | None = None, letter: str = ""
    ) -> None:
        """By key on the page, in the palette, and on its buttons; `letter` is a key of the page's own."""
        add, back, again = self._desk.actions.add, ["Ctrl+Z"], ["Ctrl+Shift+Z", "Ctrl+Y"]
        if letter:
            back, again = [letter, *back], [f"Shift+{letter}", *again]
        add(self._page, self.tr("Take back the last thing done"), self.undo, back, undo)
        add(self._page, self.tr("Do it again"), self.redo, again, redo)

    def undo(self) -> None:
        """Take back the last thing done at the desk."""
        undoing = self._desk.shadow.undoing
        self._write(undoing.undo, self.tr("Taken back: {what}."), self.tr("There is nothing to take back."))

    def redo(self) -> None:
        """Do again what was taken back."""
        undoing = self._desk.shadow.undoing
        self._write(undoing.redo, self.tr("Done again: {what}."), self.tr("There is nothing to do again."))

    def _write(self, work: Callable[[], Step | None], done: str, nothing: str) -> None:
        def tell(step: Step | None) -> None:
            self._desk.guide.say(nothing if step is None else done.format(what=said(step.label)))
            self._then()

        self._desk.jobs.write(work, tell, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))
        self._then()

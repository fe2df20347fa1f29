"""What the steps of a debrief have in common: they show a state, save what is left, and say what is still open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from shadow_app.ui.debrief.state import DebriefState
from shadow_app.ui.desk import Desk
from shadow_app.ui.trouble import words_for

T = TypeVar("T")


class DebriefWork(QObject):
    """Writes for the steps, one after the other; how it goes stands at the foot of the window."""

    failed = Signal()
    """Something was not taken: show what is stored."""
    settled = Signal()
    """Everything that was asked for is written."""
    go_on = Signal()
    """To the next step."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.visit_id: UUID | None = None
        self.pending = 0

    def write(self, work: Callable[[], T], then: Callable[[T], object] | None = None) -> None:
        """Do it on the writing thread; a complaint says why it was not done."""

        def done(answer: T) -> None:
            self._finished()
            if then is not None:
                then(answer)

        def failed(error: BaseException) -> None:
            self._finished()
            self.desk.guide.complain(words_for(error))
            self.failed.emit()

        self.pending += 1
        self.desk.jobs.write(work, done, failed)

    def edit_note(self, note_id: UUID, **fields: Any) -> None:
        """Change fields of a note."""
        capture = self.desk.shadow.capture
        self.write(lambda: capture.edit(note_id, **fields))

    def describe(self, **fields: Any) -> None:
        """Change fields of the visit."""
        visit_id, debriefing = self.visit_id, self.desk.shadow.debriefing
        if visit_id is not None:
            self.write(lambda: debriefing.describe(visit_id, **fields))

    def _finished(self) -> None:
        self.pending -= 1
        if not self.pending:
            self.settled.emit()


class Step(QWidget):
    """One step: what it is called, and what one does there."""

    def __init__(self, work: DebriefWork, title: str, about: str) -> None:
        super().__init__()
        self.work = work
        self.desk = work.desk
        self.title, self.about = title, about
        self.setAccessibleName(title)

    def show_state(self, state: DebriefState) -> None:
        """Show the visit as it is now; what is being typed stays."""
        raise NotImplementedError

    def still_open(self, state: DebriefState) -> str:
        """What is left to do here, in a few words; empty when it is done."""
        raise NotImplementedError

    def done_words(self, state: DebriefState) -> str:
        """What the list says once nothing is open."""
        return self.tr("done")

    def enter(self) -> None:
        """The step has come to the front: take the focus where one begins."""
        raise NotImplementedError

    def commit(self) -> None:
        """Hand over whatever was typed and not left yet."""


class Nothing(QFrame):
    """An empty step: why it is empty, and a button that leads on."""

    def __init__(self, words: str, go_on: str, then: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "box")
        self.label = plain(words, "muted")
        self.label.setWordWrap(True)
        self.button = QPushButton(go_on)
        self.button.setProperty("look", "primary")
        self.button.clicked.connect(lambda _checked=False: then())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(self.label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)


def plain(words: str = "", look: str = "") -> QLabel:
    """A label that takes words for words."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        label.setProperty("look", look)
    return label


def pressed_key(event: QEvent) -> int | None:
    """The key that an event tells of, None if it is no key press."""
    return event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None

"""Notes one under the other, each with questions that digits answer: what grading and reading back share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from shadow_app.domain.listing import TimelineNote
from shadow_app.ui.debrief.step import plain, pressed_key
from shadow_app.ui.elided_label import ElidedLabel
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.letters import breakable
from shadow_app.ui.note_view import kind_word, minutes_words
from shadow_app.ui.segments import Segments

_QUESTION_WIDTH = 72


class NoteRow(QFrame):
    """A note with questions under it. A digit answers and goes to the next question, ↑ and ↓ go to another note."""

    edited = Signal(object, object)
    """(note id, {field of Observation: value})"""
    walked = Signal(object, int, int)
    """(this row, question, -1 up, 1 down): to the same question of another note."""

    def __init__(self, row: TimelineNote) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.row = row
        self.questions: list[Segments] = []
        self._place: dict[QObject, tuple[int, int]] = {}
        self.head = ElidedLabel()
        self.head.setProperty("look", "muted")
        self.text = plain(look="note")
        self.text.setWordWrap(True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        below = QWidget()
        self.more = FlowLayout(below, 14, fills=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.text)
        column.addLayout(self.grid)
        column.addWidget(below)

    @property
    def note_id(self) -> UUID:
        """The note that is shown."""
        return self.row.note.id

    def ask(self, words: str, question: Segments) -> None:
        """Put a question under the note."""
        place = len(self.questions)
        self.questions.append(question)
        label = plain(words, "muted")
        # Of the column and not of the label, which would then be squeezed to it where letters are large.
        self.grid.setColumnMinimumWidth(0, _QUESTION_WIDTH)
        self.grid.addWidget(label, place, 0)
        self.grid.addWidget(question, place, 1)
        for number, button in enumerate(question.buttons):
            self._place[button] = (place, number)
            button.installEventFilter(self)

    def show_note(self, row: TimelineNote) -> None:
        """Show the note as it is now."""
        self.row = row
        note = row.note
        lost = minutes_words(note.lost_minutes)
        parts = (
            f"{note.local_time:%H:%M}",
            kind_word(note.kind),
            ", ".join(row.services),
            self.tr("{minutes} lost").format(minutes=lost) if lost else "",
        )
        self.head.setText("  ·  ".join(part for part in parts if part))
        self.text.setText(breakable(note.text))
        self.setAccessibleName(f"{note.local_time:%H:%M} {note.text}")

    def focus_question(self, place: int, *, open_first: bool = False) -> None:
        """Go to a question; to the first open one from there on if asked to."""
        if open_first:
            later = [number for number in range(place, len(self.questions)) if self.questions[number].value is None]
            place = later[0] if later else place
        self.questions[min(place, len(self.questions) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Hand over what was typed and not left yet."""

    def tell(self, **fields: Any) -> None:
        """Somebody changed something."""
        changed = {name: value for name, value in fields.items() if value != getattr(self.row.note, name)}
        if changed:
            # At once, or a second answer before the news has come would be compared with what was before the first.
            self.row = replace(self.row, note=self.row.note.edited(**changed))
            self.edited.emit(self.note_id, changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the questions."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, (QAbstractSpinBox, QComboBox)):
            event.ignore()
            return True
        at = self._place.get(watched)
        key = pressed_key(event)
        if at is not None and key is not None and isinstance(event, QKeyEvent):
            bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if bare and self._key(at[0], key):
                return True
        return super().eventFilter(watched, event)

    def _key(self, place: int, key: int) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(self, place, -1 if key == Qt.Key.Key_Up else 1)
            return True
        number = self._answer_of(self.questions[place], key - Qt.Key.Key_0)
        if number is None:
            return False
        question = self.questions[place]
        before = self.focusWidget()
        if not question.buttons[number].isChecked():
            question.press(number)
        if self.focusWidget() is not before:
            # The answer itself led somewhere, to a line that asks for words.
            return True
        if place + 1 < len(self.questions):
            self.questions[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.walked.emit(self, 0, 1)
        return True

    @staticmethod
    def _answer_of(question: Segments, digit: int) -> int | None:
        """Graded answers carry their own digit; others are counted from one."""
        shown = [button.text().split(" ", 1)[0] for button in question.buttons]
        return shown.index(str(digit)) if str(digit) in shown else None


class NoteRows(QScrollArea):
    """Rows that stay where they are while they are being answered: a row leaves when the step is entered anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.rows: list[NoteRow] = []

    def row(self, note_id: UUID) -> NoteRow | None:
        """The row of a note."""
        return next((row for row in self.rows if row.note_id == note_id), None)

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        """These, in this order; those that are not among them go."""
        for gone in [row for row in self.rows if row not in rows]:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(rows):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
                row.walked.connect(self._walk, Qt.ConnectionType.UniqueConnection)
                row.show()
        self.rows = list(rows)
        for before, after in zip(self.rows, self.rows[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def commit(self) -> None:
        """Hand over what was typed and not left yet."""
        for row in self.rows:
            row.commit()

    def focus_row(self, row: NoteRow, place: int = 0, *, open_first: bool = False) -> None:
        """Go to a question of a row, and bring all of it into view."""
        self.ensureWidgetVisible(row, 0, 10)
        row.focus_question(place, open_first=open_first)

    def _walk(self, row: NoteRow, place: int, by: int) -> None:
        at = self.rows.index(row) + by
        if 0 <= at < len(self.rows):
            self.focus_row(self.rows[at], place)

"""The guide questions with room for what was answered; what the page answers elsewhere leads there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from shadow_app.ui.growing_text import GrowingText
from shadow_app.ui.guide_questions import Question, sections

_BEFORE = 2
"""The sections before the host goes to work."""


class GuideBox(QWidget):
    """In the order of the day. The fields are tied to the store by whoever owns the box."""

    def __init__(self, lead_to: Mapping[str, Callable[[], None]]) -> None:
        """`lead_to`: for the parts of the page that answer a question, how to get there."""
        super().__init__()
        self._lead_to = lead_to
        self.fields: dict[str, GrowingText] = {}
        self.stops: list[QWidget] = []
        """What the keyboard can stop at, in reading order."""
        self.columns = QHBoxLayout(self)
        """Before the work, and at it; whoever owns the box may set one below the other."""
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.columns.setSpacing(28)
        asked = sections()
        for part in (asked[:_BEFORE], asked[_BEFORE:]):
            column = QVBoxLayout()
            column.setSpacing(5)
            for section in part:
                column.addSpacing(8)
                column.addWidget(_label(section.title.upper(), "label"))
                for question in section.questions:
                    self._ask(column, question)
            column.addStretch(1)
            self.columns.addLayout(column, 1)

    def _ask(self, column: QVBoxLayout, question: Question) -> None:
        words = _label(question.words, "")
        if question.elsewhere in self._lead_to:
            row = QHBoxLayout()
            button = QPushButton(self.tr("answered above"))
            button.setProperty("look", "ghost")
            button.setAccessibleName(self.tr("Go to the answer: {question}").format(question=question.words))
            button.clicked.connect(lambda _checked=False: self._lead_to[question.elsewhere]())
            row.addWidget(words, 1)
            row.addWidget(button)
            column.addLayout(row)
            self.stops.append(button)
            return
        field = GrowingText()
        field.setAccessibleName(question.words)
        field.fit()
        words.setBuddy(field)
        column.addWidget(words)
        column.addWidget(field)
        column.addSpacing(4)
        self.fields[question.key] = field
        self.stops.append(field)


def _label(words: str, look: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if look:
        label.setProperty("look", look)
    return label

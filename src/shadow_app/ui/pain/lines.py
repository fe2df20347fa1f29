"""Short lines with what can be done about each: promises, sites that were told, follow-ups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from shadow_app.ui.fold_layout import FoldLayout
from shadow_app.ui.letters import breakable

Does = tuple[str, Callable[[], object]]
"""The word on a button, and what it does."""


@dataclass(frozen=True)
class PainLine:
    """One line: what it is, what there is to know about it, whether it presses, and its buttons."""

    title: str
    about: str = ""
    pressing: bool = False
    does: tuple[Does, ...] = ()


class PainLines(QWidget):
    """All lines under one another; where there is none, a word and a button that makes the first."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.buttons: list[QPushButton] = []
        """In reading order."""
        self._rows: list[QWidget] = []

    def show_lines(self, lines: Sequence[PainLine], nothing: PainLine | None = None) -> None:
        """Show these lines instead of what was there; `nothing` stands in where there are none."""
        had_focus = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.buttons = []
        self._rows = [self._row(line) for line in lines or ([nothing] if nothing is not None else [])]
        for row in self._rows:
            self._column.addWidget(row)
        if had_focus is not None and self.buttons:
            self.buttons[min(had_focus, len(self.buttons) - 1)].setFocus()

    def words(self) -> str:
        """Everything that is shown, line by line."""
        return "\n".join(label.text() for row in self._rows for label in row.findChildren(QLabel))

    def _row(self, line: PainLine) -> QWidget:
        row = QFrame()
        box = FoldLayout(row)
        box.setContentsMargins(0, 5, 0, 5)
        said = QWidget()
        words = QVBoxLayout(said)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(1)
        box.addWidget(said)
        words.addWidget(_label(line.title, ""))
        if line.about:
            words.addWidget(_label(line.about, "danger" if line.pressing else "muted"))
        for word, does in line.does:
            button = QPushButton(word)
            button.setProperty("look", "ghost")
            button.setAccessibleName(f"{word} {line.title}")
            button.clicked.connect(lambda _checked=False, does=does: does())
            box.addWidget(button)
            self.buttons.append(button)
        return row


def _label(words: str, look: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(breakable(words))
    label.setWordWrap(True)
    if look:
        label.setProperty("look", look)
    return label

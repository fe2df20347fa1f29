"""A row of answers of which one or none holds: grades, seen or told, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.plain_tip import plain_tip


class Segments(QWidget):
    """One Tab stop. Arrows walk and choose, digits choose, the chosen answer pressed once more is taken back.

    Where an answer weighs too much to be passed over on the way to another one, arrows only walk, and Enter or Space
    chooses.
    """

    chosen = Signal(object)
    """The value, None when the answer was taken back."""

    def __init__(
        self,
        name: str,
        answers: Sequence[tuple[Any, str, str]],
        *,
        may_be_open: bool = True,
        look: str = "segment",
        weighs: bool = False,
    ) -> None:
        """
        Args:
            name: what is asked, for those who hear it.
            answers: (value, words on the button, words of the tooltip).
            may_be_open: whether no answer is an answer.
            look: the manner of the buttons.
            weighs: whether an answer must never be given on the way to another one.
        """
        super().__init__()
        self._may_be_open, self._weighs = may_be_open, weighs
        self._values = [value for value, _, _ in answers]
        self._value: Any = None
        self.setAccessibleName(name)
        row = FlowLayout(self, 5, fills=True)
        self.buttons = [_Segment(self, number, look, name, answer) for number, answer in enumerate(answers)]
        for button in self.buttons:
            row.addWidget(button)
        if not look:
            self.setStyleSheet("QPushButton { padding: 5px 4px; }")
        self.show_value(None)

    @property
    def value(self) -> Any:
        """The answer, None while it is open."""
        return self._value

    def show_value(self, value: Any) -> None:
        """Show an answer without telling anybody."""
        self._value = value if value in self._values else None
        at = self._values.index(self._value) if self._value in self._values else -1
        for number, button in enumerate(self.buttons):
            button.setChecked(number == at)
            first = number == max(at, 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[max(at, 0)])

    def press(self, number: int) -> None:
        """Choose an answer, or take it back."""
        value = self._values[number]
        held = self._value is not None and value == self._value
        if held and not self._may_be_open:
            self.show_value(value)
            return
        self.show_value(None if held else value)
        self.chosen.emit(self._value)

    def step(self, from_number: int, step: int) -> None:
        """Go to the neighbour, and choose it where answers weigh little."""
        number = max(0, min(len(self.buttons) - 1, from_number + step))
        self.buttons[number].setFocus(Qt.FocusReason.TabFocusReason)
        if self._weighs:
            return
        if self._values[number] != self._value or self._value is None:
            self.press(number)

    def key(self, number: int, event: QKeyEvent) -> bool:
        """Whether a key pressed on a button was meant for the row."""
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Right: -1 if rtl else 1, Qt.Key.Key_Left: 1 if rtl else -1}
        key = Qt.Key(event.key())
        digit = key - Qt.Key.Key_0
        if key in steps:
            self.step(number, steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press(number)
        elif digit in self._values and not isinstance(self._values[0], (str, bool)):
            at = self._values.index(digit)
            self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
            if self._value is None or self._values[at] != self._value:
                self.press(at)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._may_be_open and self._value is not None:
            self.press(self._values.index(self._value))
        else:
            return False
        return True


class _Segment(QPushButton):
    def __init__(self, row: Segments, number: int, look: str, name: str, answer: tuple[Any, str, str]) -> None:
        super().__init__(answer[1], row)
        self._row, self._number = row, number
        self.setProperty("look", look)
        self.setCheckable(True)
        self.setToolTip(plain_tip(answer[2]))
        self.setAccessibleDescription(answer[2])
        self.setAccessibleName(f"{name}: {answer[2] or answer[1]}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: row.press(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The row's keys first."""
        if not self._row.key(self._number, event):
            super().keyPressEvent(event)

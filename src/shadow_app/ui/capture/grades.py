"""The strip after saving: damage 0–4, then how soon it hurts 0–3, for hands that stay on the keys (`design.md` §3)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from shadow_app.domain.vocabulary import BusinessDamage, TimeToDamage
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.scale_words import damage_word, time_word


class GradeStrip(QWidget):
    """Takes digits only while it has the focus, and never takes the focus by itself."""

    chosen = Signal(object, object)
    """(BusinessDamage | None, TimeToDamage | None): what was answered just now; the other is None."""
    done = Signal()
    """Everything is answered, or Escape."""
    typed_over = Signal(str)
    """Somebody goes on writing without having left the strip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scale: type[BusinessDamage] | type[TimeToDamage] = BusinessDamage
        self.title = QLabel(self)
        self.title.setProperty("look", "h3")
        self.hint = QLabel(self)
        self.hint.setProperty("look", "muted")
        for label in (self.title, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = [self._button(number) for number in range(len(BusinessDamage))]
        flow = FlowLayout(self)
        for widget in (self.title, self.hint, *self.buttons):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._draw()

    def ask(self, *, damage_known: bool) -> None:
        """Begin with what the line did not say."""
        self._scale = TimeToDamage if damage_known else BusinessDamage
        self._draw()

    def answer(self, digit: int) -> None:
        """Give a grade; a digit that the question does not know is passed over."""
        if digit >= len(self._scale):
            return
        if self._scale is BusinessDamage:
            self.chosen.emit(BusinessDamage(digit), None)
            self._scale = TimeToDamage
            self._draw()
        else:
            self.chosen.emit(None, TimeToDamage(digit))
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers, Escape goes back, a letter goes on writing."""
        words = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif words.isdecimal() and words.isascii():
            self.answer(int(words))
        elif words.isprintable() and words.strip():
            self.typed_over.emit(words)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Now digits count, and it shows."""
        super().focusInEvent(event)
        self._draw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Now they do not."""
        super().focusOutEvent(event)
        self._draw()

    def _button(self, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("look", "segment")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.answer(number))
        return button

    def _draw(self) -> None:
        damage = self._scale is BusinessDamage
        words = (
            [damage_word(grade) for grade in BusinessDamage] if damage else [time_word(soon) for soon in TimeToDamage]
        )
        title = self.tr("How bad?") if damage else self.tr("How soon does it hurt?")
        focused = self.hasFocus()
        self.title.setText(title)
        self.hint.setText(self.tr("press a digit") if focused else self.tr("Tab, digit"))
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(words))
            if number < len(words):
                button.setText(f" {number}  {words[number]} ")
            button.setCheckable(focused)
            button.setAccessibleName(button.text().strip())
        self.setAccessibleName(self.tr("Grade the last note: {title}").format(title=title))
        self.setAccessibleDescription(", ".join(f"{number} {word}" for number, word in enumerate(words)))

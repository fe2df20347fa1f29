"""The chips under the search line: how many notes stand where, and one click to see only those."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from shadow_app.insight.inbox_card import Counts
from shadow_app.insight.inbox_query import STATES, InboxQuery, Trait
from shadow_app.ui import amounts
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.review.words import state_word, translate

_STATE, _IS = "state", "is"


class ReviewChips(QWidget):
    """Chips are the filters of the line: whoever presses one sees what it types."""

    pressed = Signal(str, str)
    """(name of a filter, its value, empty to take the filter away)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        self._words: dict[tuple[str, str], str] = {("", ""): translate("Review", "All")}
        for value, state in STATES.items():
            self._words[_STATE, value] = state_word(state)
        self._words[_IS, Trait.AMBIGUOUS] = translate("Review", "Unclear")
        self._words[_IS, Trait.UNTAGGED] = translate("Review", "No service")
        for key, words in self._words.items():
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setProperty("look", "chip")
            # Told by the query that follows, never by the click alone.
            button.clicked.connect(lambda _checked=False, key=key: self._press(key))
            self.buttons[key] = button
            self._flow.addWidget(button)

    def show_query(self, query: InboxQuery) -> None:
        """Which chips are on."""
        for (name, value), button in self.buttons.items():
            if name == _STATE:
                button.setChecked(query.states == {STATES[value]})
            elif name == _IS:
                button.setChecked(frozenset({Trait(value)}) in query.traits)
            else:
                button.setChecked(not query.states and not query.traits)

    def show_counts(self, counts: Counts) -> None:
        """How many notes each chip would show."""
        numbers = {(_STATE, value): counts.by_state.get(state, 0) for value, state in STATES.items()}
        numbers["", ""] = counts.total
        numbers[_IS, Trait.AMBIGUOUS], numbers[_IS, Trait.UNTAGGED] = counts.ambiguous, counts.untagged
        for key, button in self.buttons.items():
            button.setText(f"{self._words[key]}  {amounts.whole(numbers[key])}")
        self._flow.invalidate()

    def _press(self, key: tuple[str, str]) -> None:
        name, value = key
        if not name:
            self.pressed.emit("", "")
        else:
            self.pressed.emit(name, value if self.buttons[key].isChecked() else "")

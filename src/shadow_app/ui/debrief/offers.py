"""What was read from a note's words, to take or leave; and the services that it may be about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from shadow_app.domain.listing import TimelineNote
from shadow_app.insight.quick_entry import Chip, Lexicon
from shadow_app.ui.capture.chips import ChipRow
from shadow_app.ui.capture.note import ChipState, ShownChip
from shadow_app.ui.capture.words import ICONS, chip_words
from shadow_app.ui.debrief.step import pressed_key
from shadow_app.ui.icons import icon
from shadow_app.ui.theme import Theme
from shadow_app.usecases.debriefing import offers_left

translate = QCoreApplication.translate

_LONGEST = 40
"""Letters of a service's name on a button."""


class Offers(QWidget):
    """Dashed chips; Space or a click takes one or leaves it again."""

    changed = Signal()
    entered = Signal()
    """Enter on a chip: go on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._note_id: UUID | None = None
        self._offered: tuple[Chip, ...] = ()
        self._words: Mapping[str, str] = {}
        self.chosen: frozenset[str] = frozenset()
        self.row = ChipRow(theme)
        self.row.pressed.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    @property
    def keys(self) -> frozenset[str]:
        """Every chip that is offered."""
        return frozenset(chip.key for chip in self._offered)

    def show_note(self, shown: TimelineNote, lexicon: Lexicon, names: Mapping[UUID, str]) -> None:
        """Show what may be taken from a note; the same note again keeps what was chosen."""
        note = shown.note
        offered = offers_left(note.line, shown.service_ids, lexicon) if note.offers_open else []
        self._offered = tuple(offered)
        if note.id != self._note_id:
            self.chosen = frozenset()
        self._note_id = note.id
        self.chosen &= self.keys
        self._words = {chip.key: chip_words(chip, names, note.local_time) for chip in offered}
        self._draw()

    def take_focus(self) -> bool:
        """Go to the first chip, if there is one."""
        return self.isVisible() and self.row.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter belongs to the card: a chip is toggled by Space."""
        if pressed_key(event) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _toggle(self, key: str) -> None:
        self.chosen ^= {key}
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        self.setVisible(bool(self._offered))
        self.row.show_chips([self._shown(chip) for chip in self._offered])
        for button in self.row.buttons:
            # The row of the capture bar marks what its Tab key takes; here nothing is taken by Tab.
            button.show_chip(button.chip, "")
            button.removeEventFilter(self)
            button.installEventFilter(self)

    def _shown(self, chip: Chip) -> ShownChip:
        taken = chip.key in self.chosen
        tip = translate("Debrief", "Read from “{source}”. Space takes it or leaves it.").format(source=chip.source)
        state = ChipState.TAKEN if taken else ChipState.OFFERED
        return ShownChip(chip.key, self._words[chip.key], "check" if taken else ICONS[chip.field], state, tip)


def _brief(name: str) -> str:
    """A button is as wide as its words, and the card as its widest button; who listens hears the whole name."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


@dataclass(frozen=True)
class Suggested:
    """A service that a note may be about, and the words that speak for it."""

    service_id: UUID
    name: str
    because: tuple[str, ...]


class SuggestedServices(QWidget):
    """Up to three buttons, each with its digit and its reason."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Sequence[Suggested] = ()
        # Reasons may be long: they go below their name sooner than make the page wider than the window.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.buttons: list[QPushButton] = []
        for number in range(3):
            button = QPushButton()
            button.setStyleSheet("QPushButton { text-align: left; }")
            button.clicked.connect(lambda _checked=False, number=number: self._press(number))
            self.buttons.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        theme.changed.connect(self._draw)
        self._draw()

    def show_services(self, found: Sequence[Suggested]) -> None:
        """Show these, the likeliest first."""
        self._shown = tuple(found[:3])
        self._draw()

    def service(self, number: int) -> UUID | None:
        """The service behind a digit."""
        return self._shown[number - 1].service_id if 0 < number <= len(self._shown) else None

    def _press(self, number: int) -> None:
        service_id = self.service(number + 1)
        if service_id is not None:
            self.chosen.emit(service_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands in a line follows the room there is."""
        super().resizeEvent(event)
        self._draw()

    def _word(self, button: QPushButton, name: str, why: str) -> None:
        # An ampersand would be taken for a mnemonic.
        name, why = name.replace("&", "&&"), why.replace("&", "&&")
        button.setText(f"{name}   —   {why}" if why else name)
        if why and 0 < self.width() < button.sizeHint().width():
            button.setText(f"{name}\n{why}")

    def _draw(self) -> None:
        self.setVisible(bool(self._shown))
        size = self._theme.px(15)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(self._shown))
            if number < len(self._shown):
                each = self._shown[number]
                why = self.tr("because of {words}").format(words=", ".join(each.because)) if each.because else ""
                self._word(button, f"{number + 1}   {_brief(each.name)}", why)
                spoken = self.tr("Suggestion {n}: {name} {why}").format(n=number + 1, name=each.name, why=why)
                button.setAccessibleName(spoken.strip())
                button.setIcon(icon("lightbulb", self._theme.tokens.accent, size))
                button.setIconSize(QSize(size, size))

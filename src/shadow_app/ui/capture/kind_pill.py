"""The pill that says what kind of note the line will become, and its menu."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from shadow_app.domain.vocabulary import Kind
from shadow_app.ui.capture.chips import ChipButton
from shadow_app.ui.capture.note import ChipState, ShownChip
from shadow_app.ui.icons import KIND_ICONS, icon
from shadow_app.ui.note_view import kind_word
from shadow_app.ui.theme import Theme

KINDS = tuple(Kind)
"""In the order of Ctrl+1…7 and of the arrow keys."""


class KindPill(ChipButton):
    """Always there, for every note has a kind."""

    chosen = Signal(object)
    """A `Kind`, or None for what the line itself says."""
    made_text = Signal()
    """The sign that says the kind is to be plain text."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.kind = Kind.CONTEXT
        self._by_key = False
        self._sign = ""
        self.clicked.connect(self._open)
        self.show_kind(Kind.CONTEXT, by_key=False, sign="")

    def show_kind(self, kind: Kind, *, by_key: bool, sign: str) -> None:
        """Show a kind.

        Args:
            kind: what the note will be.
            by_key: whether somebody chose it, so that it no longer follows the line.
            sign: the words in the line that say it, if any do.
        """
        self.kind, self._by_key, self._sign = kind, by_key, sign
        tip = self.tr("Kind of note. ↑ ↓ or Ctrl+1…7 while writing; press for the list.")
        self.show_chip(ShownChip("kind", kind_word(kind), KIND_ICONS[kind], ChipState.TAKEN, tip))

    def menu_now(self) -> QMenu:
        """What can be chosen."""
        menu = QMenu(self)
        for number, kind in enumerate(KINDS, start=1):
            colour = self._theme.tokens.kinds[kind].fore
            action = menu.addAction(icon(KIND_ICONS[kind], colour, 16), f"{kind_word(kind)}\t{_keys(number)}")
            action.triggered.connect(lambda _checked=False, kind=kind: self.chosen.emit(kind))
        menu.addSeparator()
        if self._by_key:
            action = menu.addAction(self.tr("What the line says") + f"\t{_keys(0)}")
            action.triggered.connect(lambda: self.chosen.emit(None))
        if self._sign:
            said = self.tr("“{sign}” is plain text").format(sign=self._sign).replace("&", "&&")
            menu.addAction(said).triggered.connect(lambda _checked=False: self.made_text.emit())
        return menu

    def neighbour(self, step: int) -> Kind:
        """The kind before or after, round and round."""
        return KINDS[(KINDS.index(self.kind) + step) % len(KINDS)]

    def _open(self) -> None:
        menu = self.menu_now()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _colours(self) -> tuple[str, str, str]:
        pair = self._theme.tokens.kinds[self.kind]
        return pair.soft, pair.fore, pair.fore if self._by_key or self.underMouse() else pair.soft

    def _spoken(self) -> str:
        return self.tr("Kind of note: {kind}").format(kind=self.chip.words)


def _keys(number: int) -> str:
    return QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)

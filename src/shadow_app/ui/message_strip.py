"""The strip under the pages: a short word that goes away, or a complaint that stays until it was read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from shadow_app.ui.letters import breakable

_SHOWN_MILLISECONDS = 5_000


class MessageStrip(QFrame):
    """Non-modal: nothing a person is typing is ever interrupted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setProperty("look", "ghost")
        self.close_button.clicked.connect(self.hide)
        self.offer_button = QPushButton()
        self.offer_button.clicked.connect(self._accept_offer)
        self.offer_button.hide()
        self._offered: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self.label, 1)
        row.addWidget(self.offer_button)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._here = False
        self.hide()

    def say(self, text: str, *, here: bool = False) -> None:
        """Show a word that goes away, with its page if it holds only `here`; a complaint that nobody has read stays."""
        if self.property("look") == "trouble" and self.isVisible():
            return
        self._show(text, "strip")
        self._here = here
        self._timer.start(_SHOWN_MILLISECONDS)

    def complain(self, text: str) -> None:
        """Show a complaint until somebody closes it."""
        self._timer.stop()
        self._show(text, "trouble")
        self._here = False

    def offer(self, text: str, word: str, run: Callable[[], object]) -> None:
        """Show a word that stays until somebody closes it, with a button that does something about it."""
        self._timer.stop()
        self._show(text, "strip")
        self._here = False
        self._offered = run
        self.offer_button.setText(word)
        self.offer_button.show()

    def leave(self) -> None:
        """Another page is in front: its keys are not those of the page before."""
        if self._here:
            self.hide()

    def _accept_offer(self) -> None:
        run = self._offered
        self.hide()
        if run is not None:
            run()

    def _show(self, text: str, look: str) -> None:
        self._offered = None
        self.offer_button.hide()
        self.label.setText(breakable(text))
        self.setAccessibleName(text)
        self.setProperty("look", look)
        self.style().polish(self)
        self.show()

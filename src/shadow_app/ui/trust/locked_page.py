"""What stands in the window while the store is closed: nothing of it, and a way in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.ui._compiled.ui_locked import Ui_Locked
from shadow_app.ui.actions import Actions
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.icons import pixmap
from shadow_app.ui.theme import Theme
from shadow_app.usecases.ways_in import WayIn, Ways

_WIDTH = 520


class LockedPage(QWidget):
    """Asks for the passphrase; the keyring and the other ways are a key away."""

    unlock = Signal(object)
    """A `WayIn`."""
    other_ways = Signal()
    quit = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        # Of the window from the start, or Python would let it go on whichever thread comes by.
        super().__init__(parent)
        self.hide()
        self._theme = theme
        self.form = Ui_Locked()
        self.form.setupUi(self)
        form = self.form
        in_a_row(form.doing, form.unlock, form.keyring, form.other, form.quit)
        form.passphrase.returnPressed.connect(self._unlock)
        actions.add(self, self.tr("Unlock the store"), self._unlock, "", form.unlock)
        actions.add(self, self.tr("Unlock with the keyring of this computer"), self._by_keyring, "", form.keyring)
        actions.add(self, self.tr("Other ways to unlock…"), self.other_ways.emit, "", form.other)
        form.quit.clicked.connect(self.quit)
        self._ways: Ways | None = None
        theme.changed.connect(self._dress)
        self._dress()

    def show_busy(self, title: str, words: str) -> None:
        """Something is under way, and there is nothing to answer."""
        self.form.title.setText(title)
        self.form.words.setText(words)
        self.form.bar.setRange(0, 0)
        self.form.bar.show()
        for part in (self.form.label, self.form.passphrase, self.form.trouble, self.form.doing):
            part.hide()

    def show_step(self, done: int, of: int) -> None:
        """How far it is."""
        self.form.bar.setRange(0, of)
        self.form.bar.setValue(done)

    def show_locked(self, ways: Ways, words: str) -> None:
        """Closed; this opens it."""
        form, self._ways = self.form, ways
        form.title.setText(self.tr("Locked"))
        form.words.setText(words)
        form.passphrase.clear()
        for part, shown in (
            (form.label, ways.passphrase),
            (form.passphrase, ways.passphrase),
            (form.unlock, ways.passphrase),
            (form.keyring, ways.keyring and ways.keyring_here),
            (form.other, ways.recovery_code or bool(ways.team)),
            (form.doing, True),
            (form.trouble, False),
            (form.bar, False),
        ):
            part.setVisible(shown)
        self._allow(True)
        first = form.passphrase if ways.passphrase else form.keyring if form.keyring.isVisibleTo(self) else form.other
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """That did not open it."""
        if self._ways is not None:
            self.show_locked(self._ways, self.form.words.text())
        self.form.trouble.setText(words)
        self.form.trouble.show()

    def _unlock(self) -> None:
        if self.form.passphrase.isVisible() and self.form.passphrase.text():
            self._ask(WayIn(passphrase=self.form.passphrase.text(), keyring=False))

    def _by_keyring(self) -> None:
        self._ask(WayIn(environment=False))

    def _ask(self, way: WayIn) -> None:
        self.form.passphrase.clear()
        self._allow(False)
        self.unlock.emit(way)

    def _allow(self, on: bool) -> None:
        for part in (self.form.passphrase, self.form.unlock, self.form.keyring, self.form.other):
            part.setEnabled(on)

    def _dress(self) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        self.form.card.setFixedWidth(px(_WIDTH))
        self.form.sign.setPixmap(pixmap("lock", tokens.muted, px(28), self.devicePixelRatioF()))

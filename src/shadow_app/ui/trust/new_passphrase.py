"""A new passphrase for whoever came in without one, offered right after."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shadow_app.ui.desk import Desk
from shadow_app.ui.dialog_room import fitted
from shadow_app.ui.trouble import words_for
from shadow_app.ui.trust.passphrase_dialog import PassphraseDialog
from shadow_app.usecases.protecting import Protecting


class NewPassphrase(PassphraseDialog):
    """Whoever leaves it open is not asked again until they come in without a passphrase once more."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, ask_old=False)
        self._desk = desk
        self.form.title.setText(self.tr("Choose a new passphrase"))
        self.form.words.setText(
            self.tr("You came in without it. The old one opens nothing from then on; not a row is encrypted anew.")
        )
        self.form.words.show()
        self.form.cancel.setText(self.tr("Later"))
        fitted(self)
        self.accepted.connect(self._set)

    def _set(self) -> None:
        protecting, new, guide = Protecting(self._desk.shadow.store), self.new, self._desk.guide
        said = self.tr("The new passphrase opens the store from now on; the old one opens nothing.")
        self._desk.jobs.write(
            lambda: protecting.set_forgotten(new),
            lambda _: guide.say(said),
            lambda error: guide.complain(words_for(error)),
        )

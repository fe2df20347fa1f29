"""The passphrase as it is, and another one: either half can be left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.ui._compiled.ui_passphrase_dialog import Ui_PassphraseDialog
from shadow_app.ui.dialog_room import in_reach
from shadow_app.ui.key_dialogs import SHORTEST


class PassphraseDialog(QDialog):
    """The passphrase as it is, and the new one twice; either half can be left out."""

    def __init__(self, parent: QWidget, *, ask_old: bool = True, ask_new: bool = True) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_PassphraseDialog()
        self.form.setupUi(self)
        self._ask_new = ask_new
        for label, line, shown in (
            (self.form.oldLabel, self.form.old, ask_old),
            (self.form.firstLabel, self.form.first, ask_new),
            (self.form.againLabel, self.form.again, ask_new),
        ):
            label.setVisible(shown)
            line.setVisible(shown)
            line.textChanged.connect(self._check)
        if not ask_new:
            self.form.title.setText(self.tr("A new recovery code"))
            self.form.words.setText(self.tr("The old code opens nothing from then on. The new one is shown once."))
            self.form.keep.setText(self.tr("Make a new code"))
        self.form.words.setVisible(not ask_new)
        self.form.keep.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        self._check()
        in_reach(self)

    @property
    def old(self) -> str:
        """The passphrase as it is."""
        return self.form.old.text()

    @property
    def new(self) -> str:
        """The passphrase as it shall be."""
        return self.form.first.text()

    def _check(self) -> None:
        first, again = self.form.first.text(), self.form.again.text()
        hint = ""
        if first and len(first) < SHORTEST:
            hint = self.tr("At least {count} characters.").format(count=SHORTEST)
        elif again and first != again:
            hint = self.tr("The two passphrases differ.")
        self.form.hint.setText(hint)
        ready = len(first) >= SHORTEST and first == again if self._ask_new else bool(self.old)
        self.form.keep.setEnabled(ready)

"""Making a store, opening one, and the recovery code that is shown once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from shadow_app.ui._compiled.ui_first_run_dialog import Ui_FirstRunDialog
from shadow_app.ui._compiled.ui_recovery_dialog import Ui_RecoveryDialog
from shadow_app.ui._compiled.ui_unlock_dialog import Ui_UnlockDialog
from shadow_app.ui.meeting_place import EXAMPLES, address_trouble

SHORTEST = 8

_HUB = 2
"""The place of the hub among the ways to work together."""


class FirstRunDialog(QDialog):
    """Who am I, and what shall protect my notes?"""

    def __init__(self, parent: QWidget | None = None, *, keyring: bool = False, name: str = "") -> None:
        super().__init__(parent)
        self.form = Ui_FirstRunDialog()
        self.form.setupUi(self)
        self.form.name.setText(name)
        self.form.keyring.setVisible(keyring)
        self.form.keyring.setChecked(keyring)
        for line in (self.form.name, self.form.passphrase, self.form.again, self.form.address):
            line.textChanged.connect(self._check)
        self.form.together.currentIndexChanged.connect(self._ask_where)
        self.form.make.clicked.connect(self.accept)
        self.form.demo.clicked.connect(lambda: self.done(2))
        self._ask_where()

    DEMO = 2
    """The result when the person wants to look at the demo first."""

    @property
    def passphrase(self) -> str:
        """What was chosen."""
        return self.form.passphrase.text()

    @property
    def address(self) -> str:
        """Where the laptops of the team meet; empty for whoever works alone."""
        return self.form.address.text().strip() if self.form.together.currentIndex() else ""

    def _ask_where(self) -> None:
        how = self.form.together.currentIndex()
        self.form.address.setVisible(bool(how))
        self.form.address.setPlaceholderText("" if not how else EXAMPLES[how - 1])
        # The lines of text that break need their height told, or the last of them is cut off.
        width = max(self.width(), self.minimumWidth())
        self.setMinimumHeight(self.form.column.totalHeightForWidth(width))
        self._check()

    def _check(self) -> None:
        first, second = self.form.passphrase.text(), self.form.again.text()
        how = self.form.together.currentIndex()
        wrong = address_trouble(self.address, hub=how == _HUB) if how and self.address else ""
        if wrong:
            hint = wrong
        elif first and len(first) < SHORTEST:
            hint = self.tr("At least {count} characters.").format(count=SHORTEST)
        elif second and first != second:
            hint = self.tr("The two passphrases differ.")
        else:
            hint = ""
        self.form.hint.setText(hint)
        ready = len(first) >= SHORTEST and first == second and bool(self.form.name.text().strip())
        ready = ready and not wrong and (not how or bool(self.address))
        self.form.make.setEnabled(ready)


class RecoveryDialog(QDialog):
    """The recovery code, once. It cannot be closed before somebody says that it is written down."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_RecoveryDialog()
        self.form.setupUi(self)
        self.form.code.setText(code)
        self.form.done.setEnabled(False)
        self.form.written.toggled.connect(self.form.done.setEnabled)
        self.form.done.clicked.connect(self.accept)
        self.form.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(code))

    def reject(self) -> None:
        """Escape does nothing until the code is written down."""
        if self.form.written.isChecked():
            super().reject()


class UnlockDialog(QDialog):
    """The passphrase, or the recovery code."""

    def __init__(self, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_UnlockDialog()
        self.form.setupUi(self)
        self.form.why.setTextFormat(Qt.TextFormat.PlainText)
        self.form.why.setText(why)
        self.form.use_code.toggled.connect(self._switch)
        self.form.open.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)

    @property
    def answer(self) -> tuple[str | None, str | None]:
        """(passphrase, recovery code); one of them is None."""
        text = self.form.secret.text()
        return (None, text) if self.form.use_code.isChecked() else (text, None)

    def _switch(self, code: bool) -> None:
        self.form.secret.setEchoMode(QLineEdit.EchoMode.Normal if code else QLineEdit.EchoMode.Password)
        self.form.label.setText(self.tr("Recovery code") if code else self.tr("Passphrase"))
        self.form.secret.setFocus()

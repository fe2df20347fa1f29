"""Making a store, opening one, and the recovery code that is shown once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from shadow_app.ui._compiled.ui_first_run_dialog import Ui_FirstRunDialog
from shadow_app.ui._compiled.ui_recovery_dialog import Ui_RecoveryDialog
from shadow_app.ui._compiled.ui_unlock_dialog import Ui_UnlockDialog
from shadow_app.ui.dialog_room import fitted, in_reach
from shadow_app.ui.meeting_place import EXAMPLES, address_trouble

if TYPE_CHECKING:
    from shadow_app.usecases.ways_in import WayIn

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
        in_reach(self)
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
        self._check()
        fitted(self)

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


_AROUND_CODE = 32
"""Pixels of border and padding beside the code."""


class RecoveryDialog(QDialog):
    """The recovery code, once. It cannot be closed before somebody says that it is written down."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_RecoveryDialog()
        self.form.setupUi(self)
        self.form.code.setText(code)
        self.form.code.ensurePolished()
        # A code of which one end is out of sight would be written down without it.
        self.form.code.setMinimumWidth(self.form.code.fontMetrics().horizontalAdvance(code) + _AROUND_CODE)
        self.form.done.setEnabled(False)
        self.form.written.toggled.connect(self.form.done.setEnabled)
        self.form.done.clicked.connect(self.accept)
        self.form.print.clicked.connect(self._print)
        self.form.copy.clicked.connect(lambda: copy_secret(code))
        in_reach(self)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            print_code(printer, self.form.code.text())

    def reject(self) -> None:
        """Escape does nothing until the code is written down."""
        if self.form.written.isChecked():
            super().reject()


def copy_secret(code: str) -> None:
    """Onto the clipboard for a minute, and into no history of it that can be asked to leave something out."""
    clipboard, data = QGuiApplication.clipboard(), QMimeData()
    data.setText(code)
    for kind, value in _LEFT_OUT.items():
        data.setData(kind, value)
    clipboard.setMimeData(data)

    def forget() -> None:
        if clipboard.text() == code:
            clipboard.clear()

    QTimer.singleShot(_CLIPBOARD_MILLISECONDS, clipboard, forget)


_CLIPBOARD_MILLISECONDS = 60_000
_LEFT_OUT = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"text",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}
"""How programs that keep passwords say it: to Klipper, to managers on macOS (nspasteboard.org), to Windows."""


def print_code(paper: QPagedPaintDevice, code: str) -> None:
    """The code and what it is for, on one page."""
    painter = QPainter(paper)
    inch = paper.logicalDpiY()
    letters = painter.font()
    room = painter.viewport().adjusted(inch, inch, -inch, -inch)
    words = QCoreApplication.translate(
        "RecoveryDialog",
        "Recovery code of a Shadow store. It opens the store without the passphrase: keep this page apart from the "
        "computer, and let nobody else see it.",
    )
    for text, size in ((words, 12), (code, 16)):
        letters.setPointSize(size)
        painter.setFont(letters)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
        room.setTop(room.top() + inch)
    painter.end()


class UnlockDialog(QDialog):
    """The passphrase, the recovery code, or the team's recovery key, which the lead brings as a file."""

    def __init__(
        self, why: str, parent: QWidget | None = None, *, other: bool = False, asks_only: bool = False
    ) -> None:
        """
        Args:
            why: what is said above.
            parent: the window.
            other: the passphrase was asked for already, so this begins at the recovery code.
            asks_only: nothing ends if nobody answers.
        """
        super().__init__(parent)
        self.form = Ui_UnlockDialog()
        self.form.setupUi(self)
        self.form.why.setText(why)
        self.form.file.hide()
        self.form.use_code.toggled.connect(self._switch)
        self.form.use_team.toggled.connect(self._switch)
        self.form.choose.clicked.connect(self._choose)
        self.form.open.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        if other or asks_only:
            self.form.cancel.setText(self.tr("&Cancel"))
        in_reach(self)
        if other:
            self.form.use_code.setChecked(True)

    @property
    def way(self) -> WayIn:
        """What was given."""
        from shadow_app.usecases.ways_in import WayIn

        text = self.form.secret.text()
        if self.form.use_team.isChecked():
            return WayIn(team_file=Path(self.form.path.text().strip()), team_passphrase=text, keyring=False)
        # Only what was typed counts: whoever comes in by a code is offered another passphrase.
        if self.form.use_code.isChecked():
            return WayIn(recovery_code=text, keyring=False)
        return WayIn(passphrase=text, keyring=False)

    def _switch(self, chosen: bool) -> None:
        form = self.form
        if chosen:
            other = form.use_team if self.sender() is form.use_code else form.use_code
            other.setChecked(False)
        code, team = form.use_code.isChecked(), form.use_team.isChecked()
        form.secret.setEchoMode(QLineEdit.EchoMode.Normal if code else QLineEdit.EchoMode.Password)
        words = self.tr("Passphrase of that file") if team else self.tr("Passphrase")
        form.label.setText(self.tr("Recovery code") if code else words)
        form.file.setVisible(team)
        fitted(self)
        (form.path if team else form.secret).setFocus()

    def _choose(self) -> None:
        title = self.tr("The file of the team’s recovery key")
        name = QFileDialog.getOpenFileName(self, title, str(Path.home()))[0]
        if name:
            self.form.path.setText(name)
            self.form.secret.setFocus()

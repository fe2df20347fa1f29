"""What is asked before a file is packed, and for one that is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.domain.listing import VisitCard
from shadow_app.ui._compiled.ui_file_passphrase import Ui_FilePassphrase
from shadow_app.ui._compiled.ui_hand_over_dialog import Ui_HandOverDialog
from shadow_app.ui.dates import BRIEF, day_words

SHORTEST = 8


class HandOverDialog(QDialog):
    """Everything or one visit, open or sealed."""

    def __init__(self, visits: Sequence[VisitCard], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_HandOverDialog()
        self.form.setupUi(self)
        self.setWindowTitle(self.form.title.text())
        self.form.what.addItem(self.tr("Everything"), None)
        for card in visits:
            parts = (card.visit.number, card.site, card.role, day_words(card.visit.local_start, BRIEF))
            self.form.what.addItem("  ·  ".join(part for part in parts if part), card.visit.id)
        self.form.seal.toggled.connect(self._seal)
        for line in (self.form.passphrase, self.form.again):
            line.textChanged.connect(self._check)
        self.form.save.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        self._seal(False)
        self.form.what.setFocus()

    @property
    def visit_id(self) -> UUID | None:
        """The visit; None for everything."""
        chosen: UUID | None = self.form.what.currentData()
        return chosen

    @property
    def passphrase(self) -> str | None:
        """What seals the file; None for nothing."""
        return self.form.passphrase.text() if self.form.seal.isChecked() else None

    def _seal(self, wanted: bool) -> None:
        self.form.sealing.setVisible(wanted)
        if wanted:
            self.form.passphrase.setFocus()
        self._check()
        self.adjustSize()

    def _check(self) -> None:
        first, second = self.form.passphrase.text(), self.form.again.text()
        sealed, hint = self.form.seal.isChecked(), ""
        if sealed and first and len(first) < SHORTEST:
            hint = self.tr("At least {count} characters.").format(count=SHORTEST)
        elif sealed and second and first != second:
            hint = self.tr("The two passphrases differ.")
        self.form.hint.setText(hint)
        self.form.hint.setVisible(bool(hint))
        self.form.save.setEnabled(not sealed or (len(first) >= SHORTEST and first == second))


class FilePassphrase(QDialog):
    """The passphrase of a file; `why` is what was wrong with the one before."""

    def __init__(self, name: str, why: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_FilePassphrase()
        self.form.setupUi(self)
        self.setWindowTitle(self.form.title.text())
        words = self.tr("{name} opens with a passphrase that whoever packed it tells you.").format(name=name)
        self.form.words.setText(why or words)
        self.form.words.setProperty("look", "danger" if why else "muted")
        self.form.passphrase.textChanged.connect(lambda text: self.form.open.setEnabled(bool(text)))
        self.form.open.setEnabled(False)
        self.form.open.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        self.form.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.form.passphrase.text()

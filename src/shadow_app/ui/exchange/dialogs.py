"""What is asked before a file is packed, and for one that is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from shadow_app.domain.listing import VisitCard
from shadow_app.ui._compiled.ui_file_passphrase import Ui_FilePassphrase
from shadow_app.ui._compiled.ui_hand_over_dialog import Ui_HandOverDialog
from shadow_app.ui.dates import BRIEF, day_words
from shadow_app.ui.dialog_room import fitted, in_reach
from shadow_app.usecases.team_keys import Recipient

SHORTEST = 8
_DEVICE = Qt.ItemDataRole.UserRole
_CAN_BE_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable


class HandOverDialog(QDialog):
    """Everything or one visit; open, or sealed to laptops of the team, to a passphrase, or to both."""

    def __init__(self, visits: Sequence[VisitCard], parent: QWidget, team: Sequence[Recipient] = ()) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_HandOverDialog()
        self.form.setupUi(self)
        self.setWindowTitle(self.form.title.text())
        self.form.what.addItem(self.tr("Everything"), None)
        for card in visits:
            parts = (card.visit.number, card.site, card.role, day_words(card.visit.local_start, BRIEF))
            self.form.what.addItem("  ·  ".join(part for part in parts if part), card.visit.id)
        self._fill(team)
        self.form.seal.toggled.connect(self._seal)
        self.form.sealTo.toggled.connect(self._seal_to)
        self.form.to.itemChanged.connect(self._check)
        for line in (self.form.passphrase, self.form.again):
            line.textChanged.connect(self._check)
        self.form.save.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        self._seal(False)
        in_reach(self)
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

    @property
    def to(self) -> tuple[str, ...]:
        """The laptops that it is sealed to; none for whoever has the file or the passphrase."""
        if not self.form.sealTo.isChecked():
            return ()
        items = (self.form.to.item(row) for row in range(self.form.to.count()))
        return tuple(each.data(_DEVICE) for each in items if each.checkState() is Qt.CheckState.Checked)

    def _fill(self, team: Sequence[Recipient]) -> None:
        form = self.form
        for each in team:
            name = each.person or self.tr("somebody without a name")
            words = self.tr("{who}, laptop {number}").format(who=name, number=each.device[:4])
            item = QListWidgetItem(
                words if each.told else self.tr("{laptop}: has not told its key").format(laptop=words)
            )
            item.setData(_DEVICE, each.device)
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | (_CAN_BE_CHOSEN if each.told else Qt.ItemFlag(0)))
            item.setCheckState(Qt.CheckState.Unchecked)
            form.to.addItem(item)
        nobody = not any(each.told for each in team)
        form.sealTo.setEnabled(not nobody)
        form.toNobody.setVisible(nobody)
        form.to.hide()

    def _seal_to(self, wanted: bool) -> None:
        self.form.to.setVisible(wanted)
        if wanted:
            self.form.to.setCurrentRow(0)
            self.form.to.setFocus()
        self._check()
        fitted(self)

    def _seal(self, wanted: bool) -> None:
        self.form.sealing.setVisible(wanted)
        if wanted:
            self.form.passphrase.setFocus()
        self._check()
        fitted(self)

    def _check(self, *_: object) -> None:
        first, second = self.form.passphrase.text(), self.form.again.text()
        sealed, hint = self.form.seal.isChecked(), ""
        if sealed and first and len(first) < SHORTEST:
            hint = self.tr("At least {count} characters.").format(count=SHORTEST)
        elif sealed and second and first != second:
            hint = self.tr("The two passphrases differ.")
        self.form.hint.setText(hint)
        self.form.hint.setVisible(bool(hint))
        right = not sealed or (len(first) >= SHORTEST and first == second)
        self.form.save.setEnabled(right and (not self.form.sealTo.isChecked() or bool(self.to)))


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
        in_reach(self)
        self.form.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.form.passphrase.text()

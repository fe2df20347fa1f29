"""Settings: where the store is, what protects it, whether it is well."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.domain.record import Record
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_passphrase_dialog import Ui_PassphraseDialog
from shadow_app.ui._compiled.ui_settings_store import Ui_SettingsStore
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.key_dialogs import SHORTEST, RecoveryDialog
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.examining import Finding, examine_store
from shadow_app.usecases.protecting import Protecting


class SettingsStore(QWidget):
    """Shows the finding of the doctor in plain words; changes passphrase and recovery code."""

    icon = "shield"
    concerns: tuple[type[Record], ...] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Store")
        self.about = self.tr("Where it is, what protects it")
        self._desk = desk
        self._protecting = Protecting(desk.shadow.store)
        self._has_passphrase = True
        self.dialog: QDialog | None = None
        self.form = Ui_SettingsStore()
        self.form.setupUi(self)
        actions, form = desk.actions, self.form
        in_a_row(form.doing, form.passphrase, form.code, form.examine)
        self._passphrase = actions.add(
            self, self.tr("Change the passphrase…"), self.change_passphrase, "", form.passphrase
        )
        self._code = actions.add(self, self.tr("New recovery code…"), self.new_code, "", form.code)
        actions.add(self, self.tr("Examine the store closely"), self.examine, "", form.examine)
        for action in (self._passphrase, self._code):
            action.setEnabled(False)

    def load(self) -> None:
        """Look at the store without changing it."""
        self._examine(full=False)

    def examine(self) -> None:
        """Read and check every page; takes seconds on a large store."""
        self.form.health.setText(self.tr("Reading every page …"))
        self._examine(full=True)

    def change_passphrase(self) -> None:
        """Ask for the old and the new one."""
        dialog = PassphraseDialog(self, ask_old=self._has_passphrase)
        protecting = self._protecting

        def change() -> None:
            old, new = dialog.old, dialog.new
            self._desk.jobs.write(lambda: protecting.set_passphrase(new, old), lambda _: self._changed(), self._failed)

        dialog.accepted.connect(change)
        self.dialog = dialog
        dialog.open()

    def new_code(self) -> None:
        """Ask for the passphrase, make a new code, show it once."""
        if not self._has_passphrase:
            self._make_code("")
            return
        dialog = PassphraseDialog(self, ask_new=False)
        dialog.accepted.connect(lambda: self._make_code(dialog.old))
        self.dialog = dialog
        dialog.open()

    def _examine(self, *, full: bool) -> None:
        store, protecting = self._desk.shadow.store, self._protecting
        self._desk.jobs.read(
            lambda: (examine_store(store, full=full), protecting.is_demo, protecting.has_passphrase),
            self._show,
            supersedes="examine",
        )

    def _show(self, found: tuple[Finding, bool, bool]) -> None:
        finding, is_demo, self._has_passphrase = found
        health = finding.health
        self.form.place.setText(str(finding.path))
        words = self.tr("{size}, {notes} from {visits}, {photos} photos, {changes} changes on record")
        self.form.holds.setText(
            words.format(
                size=QLocale().formattedDataSize(finding.size),
                notes=amounts.notes(health.notes),
                visits=amounts.visits(health.visits),
                photos=amounts.whole(health.photos),
                changes=amounts.whole(health.changes),
            )
        )
        self.form.protect.setText("\n".join(finding.protection))
        well = self.tr("Yes: pages, links, history and search agree.")
        self.form.health.setText("\n".join(health.complaints) or well)
        for action in (self._passphrase, self._code):
            action.setEnabled(not is_demo)
        change = self.tr("Change the passphrase…") if self._has_passphrase else self.tr("Set a passphrase…")
        self.form.passphrase.setText(change)

    def _changed(self) -> None:
        self._desk.guide.say(self.tr("The new passphrase opens the store from now on; the old one opens nothing."))
        self.load()

    def _make_code(self, passphrase: str) -> None:
        protecting = self._protecting
        self._desk.jobs.write(lambda: protecting.new_recovery_code(passphrase), self._show_code, self._failed)

    def _show_code(self, code: str) -> None:
        dialog = RecoveryDialog(code, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _failed(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))


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

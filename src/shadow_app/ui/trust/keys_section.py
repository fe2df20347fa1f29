"""Settings: what opens the store, when it locks, the team's recovery key, and another key when somebody may know it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from shadow_app.domain.record import Record
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_settings_keys import Ui_SettingsKeys
from shadow_app.ui.ask_dialog import AskDialog
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.key_dialogs import RecoveryDialog
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import Values
from shadow_app.ui.spin_text import indented
from shadow_app.ui.trouble import words_for
from shadow_app.ui.trust.key_words import made_words, new_twice, old, once_more, team_state, word
from shadow_app.ui.trust.passphrase_dialog import PassphraseDialog
from shadow_app.usecases.key_care import KeyCare, Rekeyed, make_team_key
from shadow_app.usecases.protecting import Protecting
from shadow_app.usecases.ways_in import WayIn, Ways, ways_into


class SettingsKeys(QWidget):
    """Whoever changes what opens the store proves with the passphrase that they may, although it is open."""

    icon = "key-round"
    concerns: tuple[type[Record], ...] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Keys")
        self.about = self.tr("What opens the store, when it locks")
        self._desk = desk
        store = desk.shadow.store
        self._protecting = Protecting(store)
        self._care = KeyCare(store.path, store.backups)
        self._ways: Ways | None = None
        self._has_passphrase = True
        self.dialog: QDialog | None = None
        self.form = Ui_SettingsKeys()
        self.form.setupUi(self)
        indented(self.form.after)
        self.form.after.editingFinished.connect(self._keep_minutes)
        self.form.after.valueChanged.connect(self._name_minutes)
        self._add_actions()

    def load(self) -> None:
        """Read what opens the store; asks for nothing."""
        path, own, care = self._care.path, self._desk.shadow.own, self._care
        self._desk.jobs.read(
            lambda: (ways_into(path), care.words(), own.current().lock_minutes),
            self._show,
            self._failed,
            supersedes="keys",
        )

    def change_passphrase(self) -> None:
        """Ask for the old and the new one; not a row is encrypted anew."""
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

    def switch_keyring(self) -> None:
        """Let the keyring of this computer open the store, or not any more."""
        if self._ways is None:
            return
        wanted = not self._ways.keyring
        title = self.tr("Let this computer’s keyring open it") if wanted else self.tr("Take it out of the keyring")
        words = self.tr("Whoever can sign in to this computer as you can then open the store without its passphrase.")
        leaves = self.tr("From then on the passphrase is asked for at every start.")
        said = self.tr("The keyring opens the store.") if wanted else self.tr("The keyring opens the store no more.")

        def keep(values: Values) -> None:
            self._proven(values).use_keyring(wanted)

        self._ask(title, (old(),), keep, said, words=words if wanted else leaves)

    def add_team_key(self) -> None:
        """Let the team's recovery key open the store."""
        words = self.tr("Compare the digits that are shown afterwards with your lead’s.")

        def keep(values: Values) -> str:
            return self._proven(values).add_team_key(values["word"])

        def kept(mark: str) -> None:
            told = self.tr("The team’s recovery key {mark} opens the store; compare these digits with your lead’s.")
            self._desk.guide.complain(told.format(mark=mark))
            self.load()

        asks = (word(), old()) if self._has_passphrase else (word(),)
        dialog = self._dialog(self.tr("Let the team’s recovery key open this store"), asks, keep, words)
        dialog.kept.connect(kept)
        dialog.open()

    def remove_team_key(self) -> None:
        """Let it open the store no more."""
        title, said = self.tr("Take the team’s recovery key away"), self.tr("The team’s key opens the store no more.")
        words = self.tr("Your lead can then help no more when passphrase and code are gone.")

        def keep(values: Values) -> None:
            self._proven(values).remove_team_key()

        self._ask(title, (old(),), keep, said, words=words)

    def make_team_key(self) -> None:
        """For the lead: a file to be kept apart, and a word for everybody."""
        title = self.tr("Where the file of the team’s recovery key shall lie")
        chosen = QFileDialog.getSaveFileName(self, title, str(Path.home() / "team-recovery.key"))[0]
        if not chosen:
            return
        place = Path(chosen)

        def keep(values: Values) -> tuple[str, str]:
            return make_team_key(place, once_more(values))

        words = self.tr("Its passphrase opens every store that it is let into. Keep file and passphrase in two places.")
        dialog = self._dialog(self.tr("Make the team’s recovery key"), new_twice(), keep, words)
        dialog.kept.connect(lambda made: self._show_made(place, made))
        dialog.open()

    def rekey(self) -> None:
        """Encrypt the store and its backups under another key, with the store closed meanwhile."""
        if self._desk.keeper is None:
            return
        words = self.tr(
            "The store and every backup are encrypted anew; that takes about as long as copying them. The passphrase "
            "stays, a new recovery code is shown once, and a backup is made before."
        )
        title = self.tr("Give the store another key")

        def keep(values: Values) -> str:
            return self._proven(values).passphrase or ""

        dialog = self._dialog(title, (old(),), keep, words)
        dialog.kept.connect(self._rekey)
        dialog.open()

    def lock(self) -> None:
        """Lock now."""
        if self._desk.keeper is not None:
            self._desk.keeper.lock()

    def _add_actions(self) -> None:
        form, add = self.form, self._desk.actions.add
        in_a_row(form.doing, form.passphrase, form.code, form.keyring)
        in_a_row(form.teamDoing, form.addTeam, form.removeTeam, form.makeTeam)
        in_a_row(form.leakDoing, form.rekey)
        self._passphrase = add(self, self.tr("Change the passphrase…"), self.change_passphrase, "", form.passphrase)
        self._code = add(self, self.tr("New recovery code…"), self.new_code, "", form.code)
        self._keyring = add(self, self.tr("Keyring of this computer…"), self.switch_keyring, "", form.keyring)
        self._add = add(self, self.tr("Let the team’s recovery key open it…"), self.add_team_key, "", form.addTeam)
        self._remove = add(
            self, self.tr("Take the team’s recovery key away…"), self.remove_team_key, "", form.removeTeam
        )
        self._make = add(self, self.tr("Make a recovery key for the team…"), self.make_team_key, "", form.makeTeam)
        self._rekeying = add(self, self.tr("Give the store another key…"), self.rekey, "", form.rekey)
        form.lock.clicked.connect(self.lock)
        form.lock.setToolTip(self.tr("Lock   Ctrl+Shift+L"))
        self._enable(None)

    def _show(self, read: tuple[Ways, tuple[str, ...], int]) -> None:
        self._ways, words, minutes = read
        self._has_passphrase = self._ways.passphrase
        form, ways = self.form, self._ways
        form.protect.setText("\n".join(words))
        form.teamState.setText(team_state(ways))
        form.passphrase.setText(self.tr("Change the passphrase…") if ways.passphrase else self.tr("Set a passphrase…"))
        out, into = self.tr("Take it out of the keyring…"), self.tr("Let the keyring open it…")
        form.keyring.setText(out if ways.keyring else into)
        if not form.after.hasFocus():
            with QSignalBlocker(form.after):
                form.after.setValue(minutes)
            self._name_minutes(minutes)
        self._enable(ways)

    def _enable(self, ways: Ways | None) -> None:
        real = ways is not None and not ways.demo
        held = real and self._desk.keeper is not None
        has = real and ways is not None and ways.passphrase
        for action, on in (
            (self._passphrase, real),
            (self._code, real),
            (self._keyring, has and ways is not None and (ways.keyring or ways.keyring_here)),
            (self._add, real),
            (self._remove, has and ways is not None and bool(ways.team)),
            (self._make, real),
            (self._rekeying, has and held),
        ):
            action.setEnabled(bool(on))
        for widget in (self.form.after, self.form.lock):
            widget.setEnabled(bool(held))

    def _proven(self, values: Values) -> KeyCare:
        """The verbs for whoever knows the passphrase; the keyring proves nothing about who sits here."""
        given = values.get("old")
        if given is None:
            return self._care
        WayIn(passphrase=given, keyring=False).key_of(self._care.path)
        return KeyCare(self._care.path, self._care.folder, passphrase=given)

    def _dialog(self, title: str, asks: tuple[Ask, ...], keep: Any, words: str) -> AskDialog:
        dialog = AskDialog(title, asks, keep, self._desk, self, words=words)
        self.dialog = dialog
        return dialog

    def _ask(self, title: str, asks: tuple[Ask, ...], keep: Any, said: str, *, words: str) -> None:
        dialog = self._dialog(title, asks, keep, words)

        def kept(_: object) -> None:
            self._desk.guide.say(said)
            self.load()

        dialog.kept.connect(kept)
        dialog.open()

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

    def _show_made(self, place: Path, made: tuple[str, str]) -> None:
        given, mark = made
        title, words = made_words(place, mark)
        dialog = RecoveryDialog(given, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.form.title.setText(title)
        dialog.form.lead.setText(words)
        dialog.form.code.setAccessibleName(self.tr("The word for everybody"))
        dialog.form.written.setText(self.tr("Everybody &will get it from me"))
        dialog.form.print.hide()
        self.dialog = dialog
        dialog.open()

    def _rekey(self, passphrase: str) -> None:
        keeper, guide, window = self._desk.keeper, self._desk.guide, self.window()
        if keeper is None:
            return
        care = KeyCare(self._care.path, self._care.folder, passphrase=passphrase)
        words = self.tr(
            "The store has another key, and so {count:!|has|have} {count:|backup|backups}. The passphrase is the same."
        )

        def then(done: Rekeyed) -> None:
            guide.complain(" ".join((words.format(count=amounts.whole(done.backups)), *done.words)))
            if done.recovery_code:
                shown = RecoveryDialog(done.recovery_code, window)
                shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                shown.open()

        keeper.meanwhile(
            self.tr("Encrypting the store and its backups anew …"), care.rekey, lambda done: done.key, then
        )

    def _name_minutes(self, minutes: int) -> None:
        self.form.after.setSuffix(self.tr(" minute") if minutes == 1 else self.tr(" minutes"))

    def _keep_minutes(self) -> None:
        minutes, own, keeper = self.form.after.value(), self._desk.shadow.own, self._desk.keeper
        if keeper is not None:
            keeper.idle_after(minutes)
        self._desk.jobs.write(lambda: own.change(lock_minutes=minutes), lambda _: None, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))

"""Settings: the backups there are, making one, putting one back, and reading a store that is not well."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.domain.errors import Trouble, WrongKey
from shadow_app.domain.record import Record
from shadow_app.ui._compiled.ui_settings_backups import Ui_SettingsBackups
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Job
from shadow_app.ui.key_dialogs import UnlockDialog
from shadow_app.ui.trouble import words_for
from shadow_app.ui.trust.backup_words import backup_entry, counts_words, moment_words, read_entries, seen_entries
from shadow_app.ui.trust.rescue_dialog import RescueDialog
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel
from shadow_app.usecases.rescue import Backup, Counts, PutBack, Read, Rescue, Seen
from shadow_app.usecases.ways_in import WayIn


class SettingsBackups(QWidget):
    """Each backup is read through while it is looked at; what is put back is shown before it is."""

    icon = "history"
    concerns: tuple[type[Record], ...] = ()
    _read = Signal(object, object)
    """(backup, what it holds or why it is no good)"""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Backups")
        self.about = self.tr("What there is, making one, putting one back")
        self._desk = desk
        store = desk.shadow.store
        self._rescue = Rescue(store.path, store.backups)
        self._found: list[Backup] = []
        self._held: dict[Path, Counts | str] = {}
        self._reading: Job | None = None
        self.dialog: QDialog | None = None
        self.form = Ui_SettingsBackups()
        self.form.setupUi(self)
        self.model = TwoLineModel(self)
        self.form.backups.setModel(self.model)
        self.form.backups.setItemDelegate(TwoLineDelegate(desk.theme, self.form.backups))
        self.form.backups.activated.connect(lambda _: self.put_back())
        self.form.nothing.hide()
        self.form.busy.hide()
        self._read.connect(self._show_read)
        self._add_actions()

    def load(self) -> None:
        """Read which there are, then each of them through."""
        backups = self._desk.shadow.backups
        self._desk.jobs.read(
            lambda: (backups.all(), backups.words(), backups.is_demo()), self._show, self._failed, supersedes="backups"
        )

    def make(self) -> None:
        """Make one now, beside everything else."""
        desk = self._desk
        self._say_busy(self.tr("Copying, opening and counting …"))
        desk.jobs.read(lambda: _made(desk), self._made, self._failed)

    def put_back(self) -> None:
        """Look into the chosen backup, and put it back if that is wanted."""
        backup = self._chosen()
        if backup is not None and self._desk.keeper is not None:
            self._look(backup, self._own_way())

    def salvage(self) -> None:
        """See what could be read if the store were damaged; nothing is changed by it."""
        rescue, way = self._rescue, self._own_way()
        self._say_busy(self.tr("Reading every page …"))
        self._desk.jobs.apart(lambda _job: rescue.salvage(way, keep=False), self._show_salvaged, self._failed)

    def open_folder(self) -> None:
        """Show where they lie."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._rescue.folder)))

    def _add_actions(self) -> None:
        form, add = self.form, self._desk.actions.add
        in_a_row(form.doing, form.make, form.restore, form.folder, form.salvage)
        self._make = add(self, self.tr("Back up now"), self.make, "Ctrl+B", form.make)
        self._restore = add(self, self.tr("Put a backup back…"), self.put_back, "Ctrl+R", form.restore)
        self._folder = add(self, self.tr("Open the folder of the backups"), self.open_folder, "", form.folder)
        self._salvage = add(self, self.tr("See what can be read of the store…"), self.salvage, "", form.salvage)
        for action in (self._make, self._restore, self._folder, self._salvage):
            action.setEnabled(False)

    def _own_way(self) -> WayIn:
        return WayIn(key=self._desk.shadow.store.key)

    def _chosen(self) -> Backup | None:
        index = self.form.backups.currentIndex()
        return self._found[index.row()] if index.isValid() else None

    def _show(self, read: tuple[list[Backup], str, bool]) -> None:
        self._found, words, demo = read
        form = self.form
        only_a_demo = self.tr("This is the demo: it is thrown away when the window closes, so nothing of it is kept.")
        form.stands.setText(only_a_demo if demo else words)
        form.nothing.setVisible(not self._found and not demo)
        form.backups.setVisible(bool(self._found))
        self._draw()
        if self._found and not form.backups.currentIndex().isValid():
            form.backups.setCurrentIndex(self.model.index(0, 0))
        for action in (self._make, self._folder, self._salvage):
            action.setEnabled(not demo and (action is self._make or self._desk.keeper is not None))
        self._folder.setEnabled(not demo and self._rescue.folder.is_dir())
        self._restore.setEnabled(bool(self._found) and self._desk.keeper is not None)
        self._read_through()

    def _read_through(self) -> None:
        """One after the other, beside everything else; a newer look takes the place of the one before."""
        if self._reading is not None:
            self._reading.stop()
        wanted = [each for each in self._found if each.path not in self._held]
        backups, jobs, told = self._desk.shadow.backups, self._desk.jobs, self._read.emit

        def work(job: Job) -> None:
            for each in wanted:
                jobs.give_way()
                if not job.keep_going():
                    return
                try:
                    told(each, backups.verify(each))
                except Trouble as trouble:
                    told(each, str(trouble))

        self._reading = jobs.apart(work) if wanted else None

    def _show_read(self, backup: Backup, held: Counts | str) -> None:
        self._held[backup.path] = held
        self._draw()

    def _draw(self) -> None:
        self.model.show_entries([backup_entry(each, self._held.get(each.path)) for each in self._found])

    def _made(self, made: tuple[Backup, Counts]) -> None:
        backup, held = made
        self._held[backup.path] = held
        self.form.busy.hide()
        self._desk.guide.say(self.tr("Backed up and read back: {what}.").format(what=counts_words(held)))
        self.load()

    def _look(self, backup: Backup, way: WayIn) -> None:
        rescue = self._rescue
        self._say_busy(self.tr("Reading the backup …"))

        def failed(error: BaseException) -> None:
            self.form.busy.hide()
            if isinstance(error, WrongKey):
                self._ask_key(backup, words_for(error))
            else:
                self._failed(error)

        self._desk.jobs.apart(lambda _job: rescue.look(backup, way), lambda seen: self._show_seen(seen, way), failed)

    def _ask_key(self, backup: Backup, why: str) -> None:
        dialog = self.dialog = UnlockDialog(why, self.window(), asks_only=True)
        dialog.accepted.connect(lambda: self._look(backup, dialog.way))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_seen(self, seen: Seen, way: WayIn) -> None:
        self.form.busy.hide()
        title = self.tr("Put back the backup of {moment}?").format(moment=moment_words(seen.backup.made_at))
        words = self.tr(
            "It takes the place of the store under a new number of this laptop. The store that is there now is moved "
            "aside whole, never deleted."
        )
        dialog = self.dialog = RescueDialog(
            self._desk.theme, title, words, seen_entries(seen), self.tr("Put it back"), self.window()
        )
        dialog.accepted.connect(lambda: self._put_back(seen.backup, way))
        dialog.open()

    def _put_back(self, backup: Backup, way: WayIn) -> None:
        rescue, guide, keeper = self._rescue, self._desk.guide, self._desk.keeper
        assert keeper is not None
        words = self.tr("The backup is back: {what}.")
        aside = self.tr("The store that was there lies in {folder}.")

        def said(back: PutBack) -> None:
            told = words.format(what=counts_words(back.done.counts))
            guide.complain(told if back.done.aside is None else f"{told} {aside.format(folder=back.done.aside)}")

        keeper.meanwhile(
            self.tr("Putting the backup back …"),
            lambda _step: rescue.put_back(backup.path, way),
            lambda back: back.key,
            said,
        )

    def _show_salvaged(self, read: Read) -> None:
        self.form.busy.hide()
        title = self.tr("What can be read of the store")
        words = self.tr("Nothing was changed. It can take the place of the store, which is then moved aside whole.")
        dialog = self.dialog = RescueDialog(
            self._desk.theme, title, words, read_entries(read), self.tr("Go on with this"), self.window()
        )
        dialog.accepted.connect(self._keep_salvaged)
        dialog.open()

    def _keep_salvaged(self) -> None:
        rescue, way, guide, keeper = self._rescue, self._own_way(), self._desk.guide, self._desk.keeper
        assert keeper is not None
        words = self.tr("You go on with what could be read: {what}. The store that was there lies in quarantine.")
        keeper.meanwhile(
            self.tr("Reading every page …"),
            lambda _step: rescue.salvage(way, keep=True),
            lambda read: read.key,
            lambda read: guide.complain(words.format(what=counts_words(read.done.counts))),
        )

    def _say_busy(self, words: str) -> None:
        self.form.busy.setText(words)
        self.form.busy.show()

    def _failed(self, error: BaseException) -> None:
        self.form.busy.hide()
        self._desk.guide.complain(words_for(error))


def _made(desk: Desk) -> tuple[Backup, Counts]:
    backups = desk.shadow.backups
    made = backups.make()
    return made, backups.verify(made)

"""What stands in the window when the store cannot be opened: why, and what can be done, looked at before it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.domain.errors import WrongKey
from shadow_app.ui._compiled.ui_damaged import Ui_Damaged
from shadow_app.ui.actions import Actions
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.key_dialogs import UnlockDialog
from shadow_app.ui.opening import Opening
from shadow_app.ui.theme import Theme
from shadow_app.ui.trouble import words_for
from shadow_app.ui.trust.backup_words import backup_entry, moment_words, read_entries, seen_entries
from shadow_app.ui.trust.rescue_dialog import RescueDialog
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel
from shadow_app.usecases.rescue import Backup, PutBack, Read, Rescue, Seen
from shadow_app.usecases.ways_in import WayIn

T = TypeVar("T")


class DamagedPage(QWidget):
    """Nothing of the store is open; its key is asked for when something needs it."""

    quit = Signal()

    def __init__(self, theme: Theme, actions: Actions, jobs: Jobs, opening: Opening) -> None:
        super().__init__()
        self._theme, self._jobs, self._opening = theme, jobs, opening
        self._rescue = Rescue(Path(), Path())
        self._found: list[Backup] = []
        self.dialog: QDialog | None = None
        self.form = Ui_Damaged()
        self.form.setupUi(self)
        form = self.form
        self.model = TwoLineModel(self)
        form.backups.setModel(self.model)
        form.backups.setItemDelegate(TwoLineDelegate(theme, form.backups))
        form.backups.activated.connect(lambda _: self.put_back())
        form.busy.hide()
        in_a_row(form.doing, form.restore, form.salvage, form.quit)
        self._restore = actions.add(self, self.tr("Put a backup back…"), self.put_back, "Ctrl+R", form.restore)
        self._salvage = actions.add(self, self.tr("See what can be read of the store…"), self.salvage, "", form.salvage)
        form.quit.clicked.connect(self.quit)

    def show_trouble(self, path: Path, folder: Path | None, words: str) -> None:
        """Say what is wrong with the store at `path`, whose backups lie in `folder`, or beside it."""
        self._rescue = Rescue.over(path, folder)
        self.form.words.setText(words)
        self.form.nothing.setText(self.form.nothing.text().replace("{folder}", str(self._rescue.folder)))
        self._show([])
        self._jobs.read(self._rescue.backups, self._show, self._failed)

    def put_back(self) -> None:
        """Look into the chosen backup."""
        index = self.form.backups.currentIndex()
        if index.isValid():
            backup, rescue = self._found[index.row()], self._rescue
            self._try(
                self.tr("Reading the backup …"),
                lambda way: rescue.look(backup, way),
                self._ask,
            )

    def salvage(self) -> None:
        """See what can be read."""
        rescue = self._rescue
        self._try(
            self.tr("Reading every page …"),
            lambda way: rescue.salvage(way, keep=False),
            self._tell,
        )

    def _show(self, found: list[Backup]) -> None:
        self._found = found
        self.model.show_entries([backup_entry(each, None) for each in found])
        self.form.backups.setVisible(bool(found))
        self.form.nothing.setVisible(not found)
        self._restore.setEnabled(bool(found))
        if found:
            self.form.backups.setCurrentIndex(self.model.index(0, 0))
            self.form.backups.setFocus()
        else:
            self.form.salvage.setFocus()

    def _try(
        self, words: str, work: Callable[[WayIn], T], then: Callable[[T, WayIn], None], way: WayIn | None = None
    ) -> None:
        """Do it with what opened the store last, or the keyring; ask for more where that is not enough."""
        by = way or self._opening.way or WayIn()
        self._busy(words)

        def failed(error: BaseException) -> None:
            self._busy("")
            if not isinstance(error, WrongKey):
                self._failed(error)
                return
            dialog = self.dialog = UnlockDialog(words_for(error), self.window(), asks_only=True)
            dialog.accepted.connect(lambda: self._try(words, work, then, dialog.way))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        def done(result: T) -> None:
            self._busy("")
            then(result, by)

        self._jobs.write(lambda: work(by), done, failed)

    def _ask(self, seen: Seen, way: WayIn) -> None:
        title = self.tr("Put back the backup of {moment}?").format(moment=moment_words(seen.backup.made_at))
        words = self.tr("It takes the place of the store under a new number of this laptop.")
        dialog = RescueDialog(self._theme, title, words, seen_entries(seen), self.tr("Put it back"), self.window())
        rescue, backup = self._rescue, seen.backup
        dialog.accepted.connect(lambda: self._do(lambda: rescue.put_back(backup.path, way)))
        self.dialog = dialog
        dialog.open()

    def _tell(self, read: Read, way: WayIn) -> None:
        title = self.tr("What can be read of the store")
        words = self.tr("Nothing was changed. It can take the place of the store, which is then moved aside whole.")
        dialog = RescueDialog(self._theme, title, words, read_entries(read), self.tr("Go on with this"), self.window())
        rescue = self._rescue
        dialog.accepted.connect(lambda: self._do(lambda: rescue.salvage(way, keep=True)))
        self.dialog = dialog
        dialog.open()

    def _do(self, work: Callable[[], PutBack | Read]) -> None:
        self._busy(self.tr("Putting it in its place …"))
        path = self._rescue.path
        self._jobs.write(work, lambda done: self._opening.open(path, WayIn(key=done.key)), self._failed)

    def _busy(self, words: str) -> None:
        self.form.busy.setText(words)
        self.form.busy.setVisible(bool(words))
        self._salvage.setEnabled(not words)
        self._restore.setEnabled(not words and bool(self._found))

    def _failed(self, error: BaseException) -> None:
        self._busy("")
        self.form.words.setText(words_for(error))

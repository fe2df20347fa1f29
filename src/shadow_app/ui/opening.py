"""Opening the store for the window: first run, passphrase, demo; never on the screen's thread.

Dialogs are imported when one is asked for: the first frame must not wait for forms that most starts never show.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app import settings as own_settings
from shadow_app.domain.errors import KeyWanted, StoreBusy, StorePlace, StoreTooNew, StoreTrouble, WrongKey
from shadow_app.settings import Settings
from shadow_app.ui.jobs import Failed, Jobs
from shadow_app.ui.trouble import show_trouble, words_for

if TYPE_CHECKING:
    from shadow_app.bootstrap import Shadow
    from shadow_app.ui.key_dialogs import FirstRunDialog
    from shadow_app.usecases.ways_in import WayIn

_NOT_DAMAGE = (StoreBusy, StorePlace, StoreTooNew)
"""What a backup does not help against."""


class Opening(QObject):
    """Asks what must be asked, then emits `opened` with the use cases, or `given_up`."""

    opened = Signal(object)
    given_up = Signal()

    def __init__(self, jobs: Jobs, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._window = parent
        self._way: WayIn | None = None
        self.rescue: Callable[[Path, StoreTrouble], None] | None = None
        """Told of a store that is there and cannot be opened; else it is only said."""
        self.demo_folder: tempfile.TemporaryDirectory[str] | None = None
        self.first_run = False
        """Whether the store was made just now."""

    def start(self, asked: Path | None, demo: bool) -> None:
        """Open the demo, or the store."""
        if demo:
            self._open_demo()
        else:
            self._jobs.read(lambda: _look(self._settings, asked), self._found, self._failed)

    def _open_demo(self) -> None:
        self.demo_folder = tempfile.TemporaryDirectory(prefix="shadow-demo-", ignore_cleanup_errors=True)
        folder = Path(self.demo_folder.name)
        self._jobs.write(lambda: _demo(folder), self.opened.emit, self._failed)

    def _found(self, found: tuple[Path, bool, bool]) -> None:
        path, exists, keyring = found
        if exists:
            self.open(path)
            return
        from shadow_app.ui.key_dialogs import FirstRunDialog

        dialog = FirstRunDialog(self._window, keyring=keyring, name=self._settings.name)
        match dialog.exec():
            case QDialog.DialogCode.Accepted:
                self._make(path, dialog)
            case FirstRunDialog.DEMO:
                self._open_demo()
            case _:
                self.given_up.emit()

    def _make(self, path: Path, dialog: FirstRunDialog) -> None:
        passphrase, keyring = dialog.passphrase, dialog.form.keyring.isChecked()
        name, team = dialog.form.name.text().strip(), dialog.form.team.text().strip()
        address, lead = dialog.address, dialog.form.leads.isChecked()

        def work() -> tuple[Settings, str | None]:
            settings = self._settings.edited(name=name, team=team, exchange_address=address)
            return _make(settings, path, passphrase, keyring, lead)

        def made(outcome: tuple[Settings, str | None]) -> None:
            self._settings, code = outcome
            self.first_run = True
            if code:
                from shadow_app.ui.key_dialogs import RecoveryDialog

                RecoveryDialog(code, self._window).exec()
            from shadow_app.usecases.ways_in import WayIn

            self.open(path, WayIn(passphrase=passphrase))

        self._jobs.write(work, made, self._failed)

    def open(self, path: Path, way: WayIn | None = None, refused: Failed | None = None) -> None:
        """Open the store; whoever has no `refused` of their own is asked for another way where this one is none."""
        settings, self._way = self._settings, way
        failed = refused or (lambda error: self._refused(path, error))
        self._jobs.write(lambda: _open(settings, path, way), self.opened.emit, failed)

    @property
    def way(self) -> WayIn | None:
        """How the store was opened last."""
        return self._way

    def fail(self, path: Path, error: BaseException) -> None:
        """It cannot be opened in any way: say so, with what can be done about it where something can."""
        if self.rescue is not None and isinstance(error, StoreTrouble) and not isinstance(error, _NOT_DAMAGE):
            self.rescue(path, error)
        else:
            self._failed(error)

    def _refused(self, path: Path, error: BaseException) -> None:
        if not isinstance(error, WrongKey):
            self.fail(path, error)
            return
        from shadow_app.ui.key_dialogs import UnlockDialog

        # At a start nobody has typed anything yet, and what a command may take it from is nothing for a window.
        usual = self.tr("Your notes are in {name}, encrypted. Your passphrase opens them.").format(name=path.name)
        dialog = UnlockDialog(usual if isinstance(error, KeyWanted) else str(error), self._window)
        dialog.deleteLater()
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.open(path, dialog.way)
        else:
            self.given_up.emit()

    def _failed(self, error: BaseException) -> None:
        show_trouble(self._window, words_for(error))
        self.given_up.emit()


def _look(settings: Settings, asked: Path | None) -> tuple[Path, bool, bool]:
    """(path, whether a store is there, whether a keyring answers where none is)."""
    from shadow_app.bootstrap import has_keyring, store_path

    path = store_path(settings, asked)
    exists = path.exists()
    # Only a new store is asked about a keyring; finding out imports every backend there is.
    return path, exists, not exists and has_keyring()


def _make(settings: Settings, path: Path, passphrase: str, keyring: bool, lead: bool) -> tuple[Settings, str | None]:
    from shadow_app.bootstrap import create_store, introduce, open_shadow

    code = create_store(path, passphrase=passphrase, use_keyring=keyring)
    shadow = open_shadow(settings, path, passphrase=passphrase)
    try:
        kept = introduce(shadow, settings, lead=lead)
    finally:
        shadow.close()
    own_settings.save(own_settings.settings_path(), kept)
    return kept, code


def _open(settings: Settings, path: Path, way: WayIn | None) -> Shadow:
    from shadow_app.bootstrap import open_shadow

    return open_shadow(settings, path, way=way)


def _demo(folder: Path) -> Shadow:
    from shadow_app.bootstrap import open_demo

    return open_demo(folder)

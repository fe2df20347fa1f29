"""The window's life: paint first, open the store behind it, fill the pages, let go of everything at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from shadow_app import settings as own_settings
from shadow_app.diagnosis import noted_news, start_log
from shadow_app.domain.language import settled
from shadow_app.domain.news import News
from shadow_app.settings import Settings
from shadow_app.ui.actions import REPORT, Actions
from shadow_app.ui.crash import Crashes
from shadow_app.ui.desk import Begins, Desk
from shadow_app.ui.fonts import load_fonts
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.language import locale_of, speak, spoken
from shadow_app.ui.line_keeper import LineKeeper
from shadow_app.ui.main_window import MainWindow
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.opened_files import OpenedFiles
from shadow_app.ui.opening import Opening
from shadow_app.ui.theme import Theme
from shadow_app.ui.trouble import ask_to_lose, words_for

if TYPE_CHECKING:
    from shadow_app.bootstrap import Shadow
    from shadow_app.domain.errors import StoreTrouble
    from shadow_app.ui.single_instance import SingleInstance
    from shadow_app.ui.trust.keeping import Keeping

WATCH_MILLISECONDS = 2_000
"""How often the window looks whether the command line has written."""

TEND_MILLISECONDS = 60_000
"""How often the window looks whether a backup is due."""


def start(settings: Settings, store: Path | None, demo: bool, file: Path | None = None) -> int:
    """Run the window until it is closed, with a hand-over file to look into if there is one; returns the exit code."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    with settled(locale_of(spoken(settings.language)).name()):
        # The floors below speak as the window does, reports in the background included.
        return _run(application, settings, store, demo, file)


def _run(application: QApplication, settings: Settings, store: Path | None, demo: bool, file: Path | None) -> int:
    application.setApplicationName("Shadow")
    # In a Flatpak the desktop knows the program by its full name.
    application.setDesktopFileName(os.environ.get("FLATPAK_ID", "shadow-app"))
    application.setWindowIcon(QIcon(":/icons/shadow-app.svg"))
    session = Session(application, settings)
    crashes = Crashes(start_log(), session.line.keep_after_failure, session.window)
    crashes.watch()
    session.jobs.broke.connect(crashes.told)
    session.offer_report(crashes.report)
    if file is not None:
        session.files.give(file)
    session.begin(store, demo)
    code = application.exec()
    session.end()
    crashes.unwatch()
    return code


class Session(QObject):
    """Everything that lives as long as the window."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__()
        speak(application, spoken(settings.language))
        load_fonts()
        self.settings = settings
        self.theme = Theme(application, settings.look, settings.font_scale)
        self.actions = Actions()
        self.window = MainWindow(self.theme, self.actions)
        self.files = OpenedFiles(application, self.window)
        self.jobs = Jobs(self._interrupt, lambda error: self.window.complain(words_for(error)))
        self.news = NewsDesk()
        self.news.heard.connect(self.window.hear)
        self.shadow: Shadow | None = None
        self.line = LineKeeper(self.window, self.jobs, self)
        self._instance: SingleInstance | None = None
        self.keeping: Keeping | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MILLISECONDS)
        self._watch.timeout.connect(self._look_elsewhere)
        self._tend = QTimer(self)
        self._tend.setInterval(TEND_MILLISECONDS)
        self._tend.timeout.connect(self._look_after)
        self.opening = Opening(self.jobs, settings, self.window)
        self.opening.opened.connect(self._opened)
        self.opening.rescue = self._show_damaged
        self.opening.given_up.connect(application.quit)
        self.window.closing.connect(self._remember)
        self.window.may_close = self._may_close

    def begin(self, store: Path | None, demo: bool) -> None:
        """Paint, then open."""
        self.window.restore(self.settings.geometry)
        self.window.wait(
            self.tr("Typing twelve visits into a throw-away store …") if demo else self.tr("Opening your store …")
        )
        self.window.show()
        QTimer.singleShot(0, lambda: self.opening.start(store, demo))

    def offer_report(self, report: Callable[[], str]) -> None:
        """Put the report where the palette finds it."""

        def save() -> None:
            from shadow_app.ui.crash_dialog import save_report

            said = save_report(self.window, report())
            if said:
                self.window.say(said)

        self.actions.add(self.window, self.tr("Save a report without content…"), save).setObjectName(REPORT)

    def end(self) -> None:
        """Finish writing, close the store, forget the demo."""
        self._watch.stop()
        self._tend.stop()
        self.jobs.close()
        if self.shadow is not None:
            self.shadow.close()
        if self._instance is not None:
            self._instance.release()
        if self.opening.demo_folder is not None:
            self.opening.demo_folder.cleanup()

    def _opened(self, shadow: Shadow) -> None:
        from shadow_app.ui.single_instance import SingleInstance

        self.shadow = shadow
        first = self._instance is None
        if self._instance is None:
            self._instance = SingleInstance(shadow.store.path)
            if not self._instance.first(self.files.waiting):
                QApplication.quit()
                return
            self._instance.asked_to_show.connect(self._come_forward)
            self._instance.asked_to_open.connect(self.files.give)
        shadow.store.listen(self.news.post)
        shadow.store.listen(noted_news)
        keeping = self._keeping()
        self._fill(shadow, keeping)
        self.line.begin(shadow, again=keeping.opened(shadow))
        self.files.begin()
        self._watch.start()
        self._tend.start()
        self.jobs.read(shadow.backups.warning, self._warn)
        # Behind the first page: of a team that has named a service ten thousand times this takes seconds.
        self.jobs.read(shadow.suggesting.reload)
        if first:
            self._look_for_newer(shadow)
            self._begin_first_run()

    def _begin_first_run(self) -> None:
        """Where the store was made just now, Today leads to the first note."""
        if not self.opening.first_run:
            return
        today: object = self.window.page("today")
        if isinstance(today, Begins):
            today.begin()

    def _look_for_newer(self, shadow: Shadow) -> None:
        """Only where it is wanted; a place that does not answer is no trouble of whoever starts to work."""

        def told(words: str) -> None:
            if words:
                self.window.offer(words, self.tr("Settings"), lambda: self.window.open_page("settings"))

        def silent(_error: BaseException) -> None:
            """Settings and `shadow-app updates` say why."""

        self.jobs.apart(lambda _job: shadow.updates.news(), told, silent)

    def _show_damaged(self, path: Path, error: StoreTrouble) -> None:
        from shadow_app.ui.trust.damaged_page import DamagedPage

        page = DamagedPage(self.theme, self.actions, self.jobs, self.opening)
        page.quit.connect(self.window.close)
        self.window.cover(page)
        page.show_trouble(path, self.settings.backup_folder, words_for(error))

    def let_go(self) -> None:
        """Know nothing of the store any more: it is being closed."""
        self._watch.stop()
        self._tend.stop()
        self.files.wait()
        self.line.rest()
        self.shadow = None

    def _keeping(self) -> Keeping:
        """Made with the first store: what it needs of storage must not hold up the first frame."""
        if self.keeping is None:
            from shadow_app.ui.trust.keeping import Keeping
            from shadow_app.ui.trust.locked_page import LockedPage

            self.keeping = Keeping(self, LockedPage(self.theme, self.actions, self.window), self.actions, self.window)
            self.actions.add(self.window, self.tr("Lock"), self.keeping.lock, "Ctrl+Shift+L")
        return self.keeping

    def _fill(self, shadow: Shadow, keeping: Keeping) -> None:
        from shadow_app.ui.pages import PAGES

        desk = Desk(shadow, self.jobs, self.theme, self.actions, self.window, keeping)
        self.window.fill(PAGES, desk, later=True)
        way = self.opening.way
        if way is not None and way.passphrase_forgotten:
            from shadow_app.ui.trust.new_passphrase import NewPassphrase

            NewPassphrase(desk, self.window).open()

    def _come_forward(self) -> None:
        self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def _look_elsewhere(self) -> None:
        shadow = self.shadow
        if shadow is None:
            return

        def heard(changed: bool) -> None:
            if changed:
                self.window.hear(News(None, "", ()))

        self.jobs.write(shadow.store.written_elsewhere, heard, saves=False)

    def _look_after(self) -> None:
        """Backups; nearly always there is nothing to do."""
        if self.shadow is not None:
            self.jobs.read(self.shadow.backups.tend, failed=self._not_backed_up)

    def _not_backed_up(self, error: BaseException) -> None:
        # Said once; the next start tries again.
        self._tend.stop()
        self._warn(words_for(error))

    def _warn(self, words: str) -> None:
        if words:
            self.window.complain(words)

    def _interrupt(self) -> None:
        if self.shadow is not None:
            self.shadow.store.interrupt_reading()

    def _may_close(self) -> bool:
        """Wait for what is being saved, so that a failure is heard; ask before a typed line is thrown away."""
        if self.keeping is not None and self.keeping.locked:
            return True
        if self.jobs.writing:
            self.window.say(self.tr("Saving first …"))
            self.jobs.written.connect(self.window.close, Qt.ConnectionType.SingleShotConnection)
            return False
        text, photos = self.window.unfinished(), len(self.window.unsaved_pictures())
        return not (text or photos) or ask_to_lose(self.window, text, photos)

    def _remember(self) -> None:
        """Where the window was; the demo remembers nothing. What was typed has been saved or given up by now."""
        self.line.end()
        if self.opening.demo_folder is None:
            path = own_settings.settings_path()
            kept = own_settings.load(path).settings
            own_settings.save(path, kept.edited(geometry=self.window.geometry_words()))

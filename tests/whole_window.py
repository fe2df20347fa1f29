"""The whole window over a store, in whatever language is spoken, for tests that walk through it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shadow_app.bootstrap import Shadow
from shadow_app.ui.actions import Actions
from shadow_app.ui.desk import Desk
from shadow_app.ui.fonts import load_fonts
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.main_window import MainWindow
from shadow_app.ui.pages import PAGES
from shadow_app.ui.settings.page import SettingsPage
from shadow_app.ui.theme import Theme


class Whole(NamedTuple):
    """The window and what it was made of."""

    window: MainWindow
    actions: Actions
    jobs: Jobs
    shadow: Shadow
    theme: Theme

    def page(self, qtbot: QtBot, place: int) -> QWidget:
        """A page of the rail, filled."""
        name = self.window._places[place].name
        self.window.open_page(name)
        self.wait(qtbot)
        return self.window.page(name).widget

    def visit(self, qtbot: QtBot, tab: str) -> QWidget:
        """A part of the visit whose debrief is waiting, filled."""
        visit = next(card.visit for card in self.shadow.planning.visits() if card.visit.number == "V12")
        self.window.open_visit(visit.id, tab)
        self.wait(qtbot)
        return self.window.page("visits").widget

    def section(self, qtbot: QtBot, place: int) -> QWidget:
        """A section of the settings, filled."""
        self.window.open_page("settings")
        page = self.window.page("settings").widget
        assert isinstance(page, SettingsPage)
        page.form.sections.setCurrentIndex(page.model.index(place, 0))
        self.wait(qtbot)
        shown = page.form.stack.currentWidget()
        assert shown is not None
        return shown

    def wait(self, qtbot: QtBot) -> None:
        """Everything that was asked for before this has been answered."""
        for _ in range(2):  # an answer may ask on
            answered: list[object] = []
            self.jobs.read(lambda: None, answered.append)
            qtbot.waitUntil(partial(bool, answered), timeout=60_000)


@contextmanager
def whole(application: QApplication, shadow: Shadow, width: int, height: int) -> Iterator[Whole]:
    """The window over the demo, until the block ends."""
    load_fonts()
    theme, actions = Theme(application, "light"), Actions()
    window, jobs = MainWindow(theme, actions), Jobs(shadow.store.interrupt_reading)
    window.resize(width, height)
    window.fill(PAGES, Desk(shadow, jobs, theme, actions, window))
    window.show()
    try:
        yield Whole(window, actions, jobs, shadow, theme)
    finally:
        jobs.close()
        window.hide()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

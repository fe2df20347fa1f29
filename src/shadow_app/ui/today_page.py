"""Today: what is to be done, the most pressing first, one key away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from shadow_app.domain.listing import VisitCard
from shadow_app.domain.news import News
from shadow_app.ui._compiled.ui_today_page import Ui_TodayPage
from shadow_app.ui.dates import LONG, day_words
from shadow_app.ui.desk import Desk
from shadow_app.ui.today_sections import Goal, Section, about_visit, sections
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel
from shadow_app.usecases.today import Today

_ROW = 52


class TodayPage(QWidget):
    """The first page."""

    name = "today"
    icon = "house"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Today")
        self.widget = self
        self._desk = desk
        self._live: tuple[VisitCard, ...] = ()
        self.form = Ui_TodayPage()
        self.form.setupUi(self)
        desk.actions.add(self, self.tr("Continue the visit"), self._continue, "Ctrl+Return", self.form.continue_button)
        desk.actions.add(self, self.tr("Plan a visit…"), self._plan, "Ctrl+N", self.form.plan_button)
        for button, goal in (
            (self.form.step_me, "settings"),
            (self.form.step_catalogue, "settings"),
            (self.form.step_visit, "visits"),
        ):
            button.clicked.connect(lambda _checked=False, goal=goal: desk.guide.open_page(goal))
        self.form.welcome.hide()
        self.form.live_card.hide()

    def shown(self) -> None:
        """Look again: the clock may have made something overdue."""
        shadow = self._desk.shadow
        now = datetime.now().astimezone()
        self._desk.jobs.read(lambda: shadow.day.today(now), self._show, supersedes="today")

    def hear(self, news: News) -> None:
        """Nearly everything that is written matters here."""
        if self.isVisible():
            self.shown()

    def _show(self, today: Today) -> None:
        self.form.date.setText(day_words(today.now, LONG))
        fresh = not today.visits
        self.form.welcome.setVisible(fresh)
        self.form.step_me.setVisible(not today.people)
        self.form.step_catalogue.setVisible(not today.services)
        self._live = today.live
        self.form.live_card.setVisible(bool(today.live))
        if today.live:
            card = today.live[0]
            self.form.live_title.setText(card.site)
            words = self.tr("%n note(s) so far", "", card.notes).replace("(s)", "" if card.notes == 1 else "s")
            self.form.live_about.setText(f"{about_visit(card)}  ·  {words}")
        found = sections(today)
        self.form.nothing.setVisible(not found and not fresh and not today.live)
        self._show_sections(found)

    def _show_sections(self, found: list[Section]) -> None:
        column = self.form.sections_column
        while column.count():
            item = column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for section in found:
            column.addWidget(SectionCard(section, self._desk, self._go))

    def _go(self, goal: Goal) -> None:
        if goal.visit_id is not None:
            self._desk.guide.open_visit(goal.visit_id, goal.tab)
        else:
            self._desk.guide.open_page(goal.page)

    def _continue(self) -> None:
        if self._live:
            self._desk.guide.open_visit(self._live[0].visit.id, "live")

    def _plan(self) -> None:
        self._desk.guide.open_page("visits")


class SectionCard(QFrame):
    """A heading over a list; Enter or a click goes where the entry leads."""

    def __init__(self, section: Section, desk: Desk, go: Callable[[Goal], None]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 12)
        heading = QLabel(section.title)
        heading.setProperty("look", "h3")
        column.addWidget(heading)
        self._section = section
        self._go = go
        self.model = TwoLineModel(self)
        self.model.show_entries(section.shown)
        self.list = QListView()
        self.list.setAccessibleName(section.title)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(desk.theme, self.list))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(desk.theme.px(_ROW) * len(section.shown) + 4)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        column.addWidget(self.list)
        if section.hidden:
            more = QLabel(self.tr("and {count} more").format(count=section.hidden))
            more.setProperty("look", "faint")
            more.setContentsMargins(desk.theme.px(12), 0, 0, 0)
            column.addWidget(more)

    def _open(self, index: QModelIndex) -> None:
        self._go(self._section.goals[self.model.entry(index).key])

"""Today: what is to be done, the most pressing first, one key away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QListView, QSizePolicy, QVBoxLayout, QWidget

from shadow_app.domain.listing import VisitCard
from shadow_app.domain.news import News
from shadow_app.ui._compiled.ui_today_page import Ui_TodayPage
from shadow_app.ui.dates import LONG, day_words
from shadow_app.ui.desk import Desk
from shadow_app.ui.first_visit import FirstVisit
from shadow_app.ui.privacy.retention import look_at_past_time
from shadow_app.ui.today_sections import Goal, Section, about_visit, sections
from shadow_app.ui.trouble import words_for
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel
from shadow_app.ui.words_dialog import WordsDialog
from shadow_app.usecases.today import Question, Today

_ROW = 52


class TodayPage(QWidget):
    """The first page."""

    name = "today"
    icon = "house"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Today")
        self.widget = self
        self._desk = desk
        self._live: tuple[VisitCard, ...] = ()
        self._shown: dict[str, SectionCard] = {}
        self.form = Ui_TodayPage()
        self.form.setupUi(self)
        desk.actions.add(self, self.tr("Continue the visit"), self._continue, "Ctrl+Return", self.form.continue_button)
        desk.actions.add(self, self.tr("Plan a visit…"), self._plan, "Ctrl+N", self.form.plan_button)
        for button, goal in (
            (self.form.step_me, "settings"),
            (self.form.step_catalogue, "settings"),
        ):
            button.clicked.connect(lambda _checked=False, goal=goal: desk.guide.open_page(goal))
        self.first_visit = FirstVisit(desk, self)
        self._places = self._arrived = False
        self.form.step_visit.clicked.connect(self.begin)
        # Until the store has answered nobody knows whether nothing waits.
        self.form.nothing.hide()
        self.form.welcome.hide()
        self.form.live_card.hide()

    def shown(self) -> None:
        """Look again: the clock may have made something overdue. Enter then does what is most pressing."""
        self._arrived = True
        self._look()

    def _look(self) -> None:
        shadow = self._desk.shadow
        now = datetime.now().astimezone()
        self._desk.jobs.read(lambda: shadow.day.today(now, shadow.me()), self._show, supersedes="today")

    def begin(self) -> None:
        """The first visit: by three names where nothing is known, or by what the lists offer."""
        if self._places:
            self._desk.guide.open_page("visits")
        else:
            self.first_visit.ask()

    def hear(self, news: News) -> None:
        """Nearly everything that is written matters here."""
        if self.isVisible():
            self._look()

    def _show(self, today: Today) -> None:
        self.form.date.setText(day_words(today.now, LONG))
        fresh = not today.visits
        self.form.welcome.setVisible(fresh)
        self._places = today.sites > 0
        self.form.step_me.setVisible(not today.people)
        self.form.step_catalogue.setVisible(not today.services)
        self._live = today.live
        self.form.live_card.setVisible(bool(today.live))
        if today.live:
            card = today.live[0]
            self.form.live_title.setText(card.site)
            words = self.tr("%n note(s) so far", "", card.notes)
            self.form.live_about.setText(f"{about_visit(card)}  ·  {words}")
        found = sections(today)
        self.form.nothing.setVisible(not found and not fresh and not today.live)
        self._show_sections(found)
        if self._arrived:
            self._arrived = False
            self._begin_at(self._shown[found[0].title].list if found else None, fresh=fresh)

    def _begin_at(self, first: QListView | None, *, fresh: bool) -> None:
        """Put the focus where the most pressing thing is, unless somebody is asked something over the page."""
        if not self.isVisible() or QApplication.activeModalWidget() is not None:
            return
        if self._live:
            self.form.continue_button.setFocus()
        elif fresh or first is None:
            (self.form.step_visit if fresh else self.form.plan_button).setFocus()
        else:
            first.setCurrentIndex(first.model().index(0, 0))
            first.setFocus()

    def _show_sections(self, found: list[Section]) -> None:
        # Cards that stay are kept: a new one would take the focus from whoever is going through the list.
        wanted = {section.title for section in found}
        for title in [title for title in self._shown if title not in wanted]:
            gone = self._shown.pop(title)
            gone.hide()
            gone.deleteLater()
        for place, section in enumerate(found):
            card = self._shown.get(section.title)
            if card is None:
                card = self._shown[section.title] = SectionCard(section.title, self._desk, self._go)
            card.show_section(section)
            self.form.sections_column.insertWidget(place, card)

    def _go(self, goal: Goal) -> None:
        if goal.question is not None:
            self._answer(goal.question)
        elif goal.past_time:
            look_at_past_time(self._desk, self.window())
        elif goal.visit_id is not None:
            self._desk.guide.open_visit(goal.visit_id, goal.tab)
        else:
            self._desk.guide.open_page(goal.page, goal.at)

    def _answer(self, question: Question) -> None:
        reviewing, guide = self._desk.shadow.reviewing, self._desk.guide
        said = self.tr("Answered. The note is ready again.")

        def answer(words: str) -> None:
            self._desk.jobs.write(
                lambda: reviewing.answer(question.note_id, words),
                lambda _: guide.say(said),
                lambda error: guide.complain(words_for(error)),
            )

        about = self.tr("About your note at {site}: {text}").format(site=question.site, text=question.text)
        WordsDialog(self._desk.theme, question.question, about, self.tr("Answer"), answer, self.window()).open()

    def _continue(self) -> None:
        if self._live:
            self._desk.guide.open_visit(self._live[0].visit.id, "live")

    def _plan(self) -> None:
        self._desk.guide.open_page("visits")


class SectionCard(QFrame):
    """A heading over a list; Enter or a click goes where the entry leads."""

    def __init__(self, title: str, desk: Desk, go: Callable[[Goal], None]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        # One card alone must not be pulled apart over the whole page.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 12)
        heading = QLabel(title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("look", "h3")
        column.addWidget(heading)
        self._section = Section(title, ())
        self._desk = desk
        self._go = go
        self.model = TwoLineModel(self)
        self.list = QListView()
        self.list.setAccessibleName(title)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(desk.theme, self.list))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        column.addWidget(self.list)
        self._more = QLabel()
        self._more.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setProperty("look", "faint")
        column.addWidget(self._more)

    def show_section(self, section: Section) -> None:
        """Show these entries; the chosen one stays chosen as long as it is there."""
        index = self.list.currentIndex()
        chosen = self.model.entry(index).key if index.isValid() else None
        self._section = section
        self.model.show_entries(section.shown)
        self.list.setFixedHeight(self._desk.theme.px(_ROW) * len(section.shown) + 4)
        if chosen is not None:
            self.list.setCurrentIndex(self.model.index_of(chosen))
        self._more.setContentsMargins(self._desk.theme.px(12), 0, 0, 0)
        self._more.setText(self.tr("and {count} more").format(count=section.hidden))
        self._more.setVisible(bool(section.hidden))

    def _open(self, index: QModelIndex) -> None:
        self._go(self._section.goals[self.model.entry(index).key])

"""The Debrief tab: seven steps from the notes of a day to what is promised (`design.md` §6, `domain.md` §2.2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget

from shadow_app.domain import action_names
from shadow_app.domain.errors import NotFound
from shadow_app.domain.history import Step as Action
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.news import News
from shadow_app.domain.organisation import Role
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import VisitState
from shadow_app.ui._compiled.ui_debrief_tab import Ui_DebriefTab
from shadow_app.ui.dates import SHORT, day_words
from shadow_app.ui.debrief.state import DebriefState, read_state
from shadow_app.ui.debrief.step import DebriefWork, Step
from shadow_app.ui.debrief.step_list import StepDelegate, StepModel
from shadow_app.ui.debrief.steps import make_steps
from shadow_app.ui.desk import Desk
from shadow_app.ui.icons import icon
from shadow_app.ui.jobs import Job
from shadow_app.usecases.debriefing import Closed
from shadow_app.usecases.suggesting import Fitted

_SIDE, _MOST_SIDE = 248, 300
"""Large letters shorten the names of the steps rather than pushing the step out of a narrow window."""
_ANYWHERE = frozenset({Service, Role, PainPoint, PainPointMember})
"""Kinds that belong to no visit and yet show in every debrief."""


class DebriefTab(QWidget):
    """One visit after it happened. Whatever is left is saved; the list says what is still open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card: VisitCard | None = None
        self._stale = False
        self._fresh = True
        """Nobody has seen this debrief with a note in it: it still begins at its first open step."""
        self.state: DebriefState | None = None
        self.form = Ui_DebriefTab()
        self.form.setupUi(self)
        self.work = DebriefWork(desk, self)
        self.steps: tuple[Step, ...] = make_steps(self.work)
        for step in self.steps:
            self.form.front.addWidget(step)
        self.model = StepModel([step.title for step in self.steps], self)
        self.form.steps.setModel(self.model)
        self.form.steps.setItemDelegate(StepDelegate(desk.theme, self.form.steps))
        self.form.steps.selectionModel().currentChanged.connect(self._turned)
        self.form.steps.activated.connect(lambda _index: self._enter())
        self.work.failed.connect(self._load)
        self.work.settled.connect(self._catch_up)
        self.work.go_on.connect(lambda: self.step(1))
        self._add_actions()
        desk.theme.changed.connect(self._dress)
        self._dress()
        self.go_to(0)

    @property
    def visit_id(self) -> UUID | None:
        """The visit that is open."""
        return None if self._card is None else self._card.visit.id

    def open(self, card: VisitCard) -> None:
        """Show a visit, from its first open step on."""
        if self.visit_id != card.visit.id:
            self.commit()
            self.state = None
            self._fresh = True
            self._fit()
        self._card = card
        self.work.visit_id = card.visit.id
        self._show_card()
        self._load()

    def _fit(self) -> None:
        """See how sure suggestions may be. Now and then that takes seconds, so it is done beside all else."""
        suggesting, jobs = self._desk.shadow.suggesting, self._desk.jobs

        def fit(job: Job) -> Fitted | None:
            def keep_going() -> bool:
                jobs.give_way()
                return job.keep_going()

            return suggesting.fitted(keep_going)

        def reload(_: None) -> None:
            jobs.read(suggesting.reload)

        def use(fitted: Fitted | None) -> None:
            if fitted is not None:
                jobs.write(lambda: suggesting.use(fitted), reload, saves=False)

        jobs.apart(fit, use, _goes_on_as_before)

    def shown(self) -> None:
        """The tab has come to the front."""
        if self._stale:
            self._load()
        elif self.state is not None and self.state.rows:
            self._fresh = False
        self._enter()

    def hear(self, news: News) -> None:
        """Look again when something of this visit was written; behind another tab, later."""
        if self._card is None or not self._concerns(news):
            return
        for written in news.records:
            if isinstance(written.after, Visit) and written.after.id == self.visit_id:
                self._card = replace(self._card, visit=written.after)
                self._show_card()
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    def commit(self) -> None:
        """Save what was typed and not left yet."""
        if self.state is not None:
            for step in self.steps:
                step.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere has left every field."""
        self.commit()
        self._fresh = self._fresh or (self.state is not None and not self.state.rows)
        super().hideEvent(event)

    def go_to(self, place: int) -> None:
        """Bring a step to the front."""
        self.form.steps.setCurrentIndex(self.model.index(max(0, min(len(self.steps) - 1, place)), 0))

    def step(self, by: int) -> None:
        """To a neighbour."""
        self.go_to(self.form.front.currentIndex() + by)
        self._enter()

    def finish(self) -> None:
        """The debrief is done; the visit and its notes go to review."""
        card = self._card
        if card is None or card.visit.state in (VisitState.PLANNED, VisitState.REVIEWED):
            return
        self.commit()
        shadow, visit_id = self._desk.shadow, card.visit.id

        def close() -> Closed:
            if card.visit.state is VisitState.LIVE:
                shadow.planning.finish(visit_id)
            return shadow.debriefing.close(visit_id)

        self.work.write(close, self._closed)

    def print_report(self) -> None:
        """To the reports."""
        self._desk.guide.open_page("reports")

    def undo(self) -> None:
        """Take back the last thing that was done on this visit."""
        visit_id, capture = self.visit_id, self._desk.shadow.capture
        if visit_id is not None:
            self.work.write(lambda: capture.undo(visit_id), self._say_undone)

    def redo(self) -> None:
        """Bring back what was taken back last."""
        visit_id, capture = self.visit_id, self._desk.shadow.capture
        if visit_id is not None:
            self.work.write(lambda: capture.redo(visit_id), self._say_redone)

    def _add_actions(self) -> None:
        add = self._desk.actions.add
        for number, step in enumerate(self.steps, 1):
            words = self.tr("Debrief: {step}").format(step=step.title)
            add(self, words, _caller(self, number - 1), f"Ctrl+Shift+{number}")
        add(self, self.tr("Next step of the debrief"), lambda: self.step(1), "Ctrl+Down", self.form.next)
        add(self, self.tr("Previous step of the debrief"), lambda: self.step(-1), "Ctrl+Up", self.form.previous)
        add(self, self.tr("To the list of steps"), self.form.steps.setFocus, "Ctrl+L")
        add(self, self.tr("Finish debrief"), self.finish, "Ctrl+Return", self.form.finish)
        add(self, self.tr("Print the report"), self.print_report, "Ctrl+P", self.form.print)
        add(self, self.tr("Take back what was done last"), self.undo, "Ctrl+Z")
        add(self, self.tr("Bring back what was taken back"), self.redo, "Ctrl+Shift+Z")

    def _concerns(self, news: News) -> bool:
        if not news.records or not news.kinds.isdisjoint(_ANYWHERE):
            return True
        return any(written.after.scope == self.visit_id for written in news.records)

    def _load(self) -> None:
        visit_id, shadow = self.visit_id, self._desk.shadow
        if visit_id is not None:
            self._stale = False
            self._desk.jobs.read(
                lambda: read_state(shadow, visit_id), self._show, self._gone, supersedes=f"debrief-{id(self)}"
            )

    def _gone(self, error: BaseException) -> None:
        if not isinstance(error, NotFound):
            raise error

    def _catch_up(self) -> None:
        if self._stale and self.isVisible():
            self._load()

    def _show(self, state: DebriefState) -> None:
        if self.work.pending and self.state is not None:
            # It was read before all was written, and would for a moment show what somebody has changed already.
            self._stale = True
            return
        fresh = self._fresh and (self.state is None or bool(state.rows))
        self._fresh = self._fresh and not self.isVisible()
        self.state = state
        for place, step in enumerate(self.steps):
            step.show_state(state)
            left = step.still_open(state)
            self.model.show_step(place, left or step.done_words(state), done=not left)
        self._show_what_is_next()
        if fresh:
            self.go_to(next((place for place, entry in enumerate(self.model.entries) if not entry.done), 0))
            if self.isVisible():
                self._enter()

    def _show_card(self) -> None:
        assert self._card is not None
        visit = self._card.visit
        done = visit.state is VisitState.REVIEWED
        self.form.finish.setVisible(not done)
        self.form.finish.setEnabled(visit.state in (VisitState.LIVE, VisitState.DEBRIEF))
        _wear(self.form.print, "primary" if done else "")
        self.form.due.setText(self._due_words(visit))

    def _due_words(self, visit: Visit) -> str:
        match visit.state:
            case VisitState.PLANNED:
                return self.tr("This visit has not begun yet.")
            case VisitState.LIVE:
                return self.tr("This visit is still going on. Finishing the debrief ends it.")
            case VisitState.REVIEWED:
                return self.tr("Debriefed. Whatever you change is still saved.")
        due = visit.debrief_due.astimezone()
        when = f"{day_words(due, SHORT)}, {due:%H:%M}"
        if due < datetime.now().astimezone():
            return self.tr("The debrief was due {when}. Better late than never.").format(when=when)
        return self.tr("Memory fades: due {when}.").format(when=when)

    def _turned(self, index: QModelIndex, _before: QModelIndex) -> None:
        place = index.row()
        if place < 0:
            return
        if self.state is not None:
            self.steps[self.form.front.currentIndex()].commit()
        self.form.front.setCurrentIndex(place)
        step = self.steps[place]
        self.form.title.setText(step.title)
        self.form.about.setText(step.about)
        self.form.previous.setEnabled(place > 0)
        self.form.next.setEnabled(place < len(self.steps) - 1)
        self._show_what_is_next()

    def _show_what_is_next(self) -> None:
        """Finishing wears the accent where it is the thing to do next, and nowhere else."""
        last = self.form.front.currentIndex() == len(self.steps) - 1
        _wear(self.form.finish, "primary" if last or all(entry.done for entry in self.model.entries) else "")

    def _enter(self) -> None:
        if self.state is not None and self.isVisible():
            self.steps[self.form.front.currentIndex()].enter()

    def _closed(self, closed: Closed) -> None:
        said = self.tr("The debrief is done. The visit waits for review; print its report now.")
        if closed.handed_in:
            said = self.tr(
                "The debrief is done, and its %n note(s) go to review; print its report now.", "", closed.handed_in
            )
        self._desk.guide.say(said)
        self.form.print.setFocus()

    def _say_undone(self, done: Action | None) -> None:
        nothing, said = self.tr("Nothing to take back."), self.tr("Taken back: {what}")
        self._desk.guide.say(nothing if done is None else said.format(what=action_names.said(done.label)))

    def _say_redone(self, done: Action | None) -> None:
        nothing, said = self.tr("Nothing to bring back."), self.tr("Brought back: {what}")
        self._desk.guide.say(nothing if done is None else said.format(what=action_names.said(done.label)))

    def _dress(self) -> None:
        tokens, px = self._desk.theme.tokens, self._desk.theme.px
        self.form.side.setFixedWidth(min(px(_SIDE), _MOST_SIDE))
        self.form.previous.setIcon(icon("chevron-up", tokens.muted, px(18)))
        self.form.previous.setIconSize(QSize(px(18), px(18)))
        self.form.steps.doItemsLayout()


def _wear(button: QPushButton, look: str) -> None:
    if button.property("look") != look:
        button.setProperty("look", look)
        button.style().polish(button)


def _caller(tab: DebriefTab, place: int) -> Callable[[], None]:
    def call() -> None:
        tab.go_to(place)
        tab._enter()

    return call


def _goes_on_as_before(_: BaseException) -> None:
    """Nobody waits for it, and the next debrief tries again."""

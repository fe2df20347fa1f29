"""Visits: choose one, then prepare it, live it, debrief it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.domain.errors import NotFound
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.news import News
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import VisitState
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_visit_page import Ui_VisitPage
from shadow_app.ui.dates import BRIEF, day_words
from shadow_app.ui.debrief.tab import DebriefTab
from shadow_app.ui.desk import Desk
from shadow_app.ui.live.tab import LiveTab
from shadow_app.ui.new_visit_dialog import Choices, NewVisitDialog, read_choices
from shadow_app.ui.prepare_tab import PrepareTab
from shadow_app.ui.trouble import words_for
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines

PREPARE, LIVE, DEBRIEF = "prepare", "live", "debrief"
_TAB_OF = {
    VisitState.PLANNED: PREPARE,
    VisitState.LIVE: LIVE,
    VisitState.DEBRIEF: DEBRIEF,
    VisitState.REVIEWED: DEBRIEF,
}


class Tab(Protocol):
    """One part of a visit."""

    def open(self, card: VisitCard) -> None:
        """Show this visit."""

    def shown(self) -> None:
        """The tab has come to the front."""

    def hear(self, news: News) -> None:
        """Something was written."""


class VisitPage(QWidget):
    """The list of visits, or one of them in three parts."""

    name = "visits"
    icon = "route"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Visits")
        self.widget = self
        self._desk = desk
        self._cards: Sequence[VisitCard] = ()
        self._wanted: UUID | None = None
        """The visit that was asked for last; answers about any other come too late."""
        self.card: VisitCard | None = None
        self.form = Ui_VisitPage()
        self.form.setupUi(self)
        parts = self.form.parts
        self.prepare, self.live, self.debrief = PrepareTab(desk, parts), LiveTab(desk, parts), DebriefTab(desk, parts)
        self._tabs: dict[str, Tab] = {PREPARE: self.prepare, LIVE: self.live, DEBRIEF: self.debrief}
        self._unopened: set[str] = set()
        """Parts that nobody has turned to since the visit was opened: a debrief makes a form for every note."""
        for widget, words in (
            (self.prepare, self.tr("Prepare")),
            (self.live, self.tr("Live")),
            (self.debrief, self.tr("Debrief")),
        ):
            parts.addWidget(widget)
            self.form.tabs.addTab(words)
        self._build_list()
        self._add_actions()
        self.form.tabs.currentChanged.connect(self._turn)
        self.prepare.started.connect(lambda: self._turn_to(LIVE))

    def shown(self) -> None:
        """The page has come to the front."""
        self._load()
        if self.card is not None:
            self._current().shown()

    def hear(self, news: News) -> None:
        """Keep list and visit in step with what is written."""
        if news.touches(Visit):
            self._load()
            if self.card is not None:
                self._read(self.card.visit.id, self._refresh)
        for tab in self._tabs.values():
            tab.hear(news)

    def open_visit(self, visit_id: UUID, tab: str = "") -> None:
        """Show a visit; by its state if no tab is named."""
        self._wanted = visit_id
        self._read(visit_id, lambda card: self._open(card, tab or _TAB_OF[card.visit.state]))

    def unfinished(self) -> str:
        """The lines of the Live tab and of its pad that were typed and not saved."""
        return "\n".join(filter(None, (bar.line.text().strip() for bar in self.live.bars())))

    def unsaved_pictures(self) -> tuple[bytes, ...]:
        """The pictures of those lines."""
        return tuple(picture for bar in self.live.bars() for picture in bar.note.pictures)

    def place(self) -> tuple[UUID, str, datetime | None] | None:
        """The visit that is open, its part, and when the line in it was begun."""
        if self.card is None:
            return None
        return self.card.visit.id, list(self._tabs)[self.form.tabs.currentIndex()], self.live.bar.note.typed_at

    def come_back(self, place: object, line: str, pictures: tuple[bytes, ...], taken: Callable[[], None]) -> None:
        """Open that visit again, with the line that was being typed in it and its pictures."""
        if not isinstance(place, tuple):
            return
        visit_id, tab, typed_at = place

        def opened(card: VisitCard) -> None:
            self._open(card, tab)
            if line or pictures:
                self.live.bar.line.start_with(line)
                self.live.bar.add_pictures(pictures)
                self.live.bar.note.typed_at = typed_at or self.live.bar.note.typed_at
                taken()

        self._wanted = visit_id
        self._read(visit_id, opened)

    def close_visit(self) -> None:
        """Back to the list."""
        self.card = None
        self._wanted = None
        self.form.stack.setCurrentIndex(0)
        self.form.visits.setFocus()

    def _build_list(self) -> None:
        self.model = TwoLineModel(self)
        self.form.visits.setModel(self.model)
        self.form.visits.setItemDelegate(TwoLineDelegate(self._desk.theme, self.form.visits))
        self.form.visits.activated.connect(self._chosen)
        self.form.visits.clicked.connect(self._chosen)
        self.form.find.setPlaceholderText(self.tr("Find a visit by site, role, person or number"))
        self.form.find.textChanged.connect(self._filter)
        self.form.find.returnPressed.connect(lambda: self._chosen(self.model.index(0, 0)))
        self.form.nothing.hide()
        self.form.nothing_do.clicked.connect(lambda _checked=False: self.plan())
        self._no_visit_yet = self.form.empty.text()
        down = QShortcut(Qt.Key.Key_Down, self.form.find, context=Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._into_list)

    def _into_list(self) -> None:
        if self.model.rowCount():
            self.form.visits.setFocus()
            self.form.visits.setCurrentIndex(self.model.index(0, 0))

    def _add_actions(self) -> None:
        add = self._desk.actions.add
        add(self.form.chooser, self.tr("Plan a visit…"), self.plan, "Ctrl+N", self.form.plan_button)
        add(self.form.opened, self.tr("Back to all visits"), self.close_visit, "Alt+Left", self.form.back_button)
        for keys, tab, words in (
            ("Alt+Shift+P", PREPARE, self.tr("Prepare this visit")),
            ("Alt+Shift+L", LIVE, self.tr("Live: write what you see")),
            ("Alt+Shift+D", DEBRIEF, self.tr("Debrief this visit")),
        ):
            add(self.form.opened, words, partial(self._turn_to, tab), keys)
        add(self.form.opened, self.tr("Next part of the visit"), lambda: self._step(1), "Ctrl+PgDown")
        add(self.form.opened, self.tr("Previous part of the visit"), lambda: self._step(-1), "Ctrl+PgUp")

    def plan(self) -> None:
        """Ask for a new visit and open it."""
        shadow = self._desk.shadow
        self._desk.jobs.read(lambda: read_choices(shadow), self._ask)

    def _ask(self, choices: Choices) -> None:
        dialog = NewVisitDialog(choices, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            visit, planning = dialog.visit, self._desk.shadow.planning
            self._desk.jobs.write(lambda: planning.plan(visit), lambda made: self.open_visit(made.id, PREPARE))

    def _load(self) -> None:
        planning = self._desk.shadow.planning
        self._desk.jobs.read(planning.visits, self._show_list, supersedes="visits")

    def _show_list(self, cards: Sequence[VisitCard]) -> None:
        self._cards = cards
        self._filter(self.form.find.text())

    def _filter(self, typed: str) -> None:
        wanted = typed.casefold().split()
        entries = [self._entry(card) for card in self._cards]
        fitting = [
            entry for entry in entries if all(word in f"{entry.title} {entry.about}".casefold() for word in wanted)
        ]
        self.model.show_entries(fitting)
        self.form.nothing.setVisible(not fitting)
        self.form.nothing_do.setVisible(not self._cards)
        self.form.find.setVisible(bool(self._cards))
        self.form.visits.setVisible(bool(fitting))
        none_fits = self.tr("No visit has all of these words.")
        self.form.empty.setText(none_fits if self._cards else self._no_visit_yet)

    def _entry(self, card: VisitCard) -> TwoLines:
        day = day_words(card.visit.local_start, BRIEF)
        notes = amounts.notes(card.notes)
        words = (card.visit.number, day, card.role, card.shadower, self._state(card), notes)
        return TwoLines(card.visit.id, f"{card.site}  ·  {card.unit}", "  ·  ".join(filter(None, words)))

    def _state(self, card: VisitCard) -> str:
        return {
            VisitState.PLANNED: self.tr("to prepare"),
            VisitState.LIVE: self.tr("live now"),
            VisitState.DEBRIEF: self.tr("to debrief"),
            VisitState.REVIEWED: self.tr("debriefed"),
        }[card.visit.state]

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            key = self.model.entry(index).key
            assert isinstance(key, UUID)
            self.open_visit(key)

    def _read(self, visit_id: UUID, then: Callable[[VisitCard], None]) -> None:
        planning = self._desk.shadow.planning

        def answered(card: VisitCard) -> None:
            if self._wanted == visit_id:
                then(card)

        def failed(error: BaseException) -> None:
            if not isinstance(error, NotFound):
                self._desk.guide.complain(words_for(error))
            elif self._wanted == visit_id:
                self.close_visit()

        self._desk.jobs.read(lambda: planning.card(visit_id), answered, failed)

    def _refresh(self, card: VisitCard) -> None:
        # The words above change with the visit; while another one is being opened its own will follow.
        if self.card is not None and self.card.visit.id == card.visit.id:
            self._renew(card)

    def _open(self, card: VisitCard, tab: str) -> None:
        self._renew(card)
        self._unopened = {PREPARE, DEBRIEF}
        self.live.open(card)
        self.form.stack.setCurrentIndex(1)
        self._turn_to(tab)

    def _renew(self, card: VisitCard) -> None:
        self.card = card
        day = day_words(card.visit.local_start, BRIEF)
        words = (card.visit.number, card.site, card.role, day, self._state(card))
        self.form.about.setText("  ·  ".join(filter(None, words)))

    def _turn_to(self, tab: str) -> None:
        index = list(self._tabs).index(tab)
        if index == self.form.tabs.currentIndex():
            self._turn(index)
        self.form.tabs.setCurrentIndex(index)

    def _turn(self, index: int) -> None:
        tab = list(self._tabs)[index]
        if self.card is not None and tab in self._unopened:
            self._unopened.discard(tab)
            self._tabs[tab].open(self.card)
        self.form.parts.setCurrentIndex(index)
        if self.card is not None and self.isVisible():
            self._current().shown()

    def _step(self, by: int) -> None:
        self.form.tabs.setCurrentIndex((self.form.tabs.currentIndex() + by) % self.form.tabs.count())

    def _current(self) -> Tab:
        return list(self._tabs.values())[self.form.tabs.currentIndex()]

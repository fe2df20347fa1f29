"""Review: everybody's notes in one inbox, from Draft to Accepted, by keyboard (`design.md` §6)."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from shadow_app.domain.action_names import said
from shadow_app.domain.history import HistoryLine, Steps
from shadow_app.domain.news import News
from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.organisation import BusinessUnit, Role, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.people import Host
from shadow_app.domain.released import SavedFilter
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord, Visit
from shadow_app.insight.inbox_card import Sort
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_review_page import Ui_ReviewPage
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.history_dialog import HistoryDialog
from shadow_app.ui.names import Names
from shadow_app.ui.review.card import HEIGHT, ReviewCard
from shadow_app.ui.review.chips import ReviewChips
from shadow_app.ui.review.details import ReviewDetails
from shadow_app.ui.review.model import ReviewModel
from shadow_app.ui.review.search import ReviewSearch
from shadow_app.ui.review.verbs import ReviewVerbs
from shadow_app.ui.tab_order import in_order
from shadow_app.ui.taking_back import TakingBack
from shadow_app.ui.trouble import words_for
from shadow_app.ui.words_dialog import WordsDialog
from shadow_app.usecases.reviewing import Reviewed

_SHOWN = (
    Observation,
    ServiceTag,
    Attachment,
    PainPoint,
    PainPointMember,
    Service,
    Visit,
    Site,
    BusinessUnit,
    Role,
    Host,
    ConsentRecord,
)
_QUIET_MILLISECONDS = 120
_SIDE = 380
_ALIKE, _STEPS = "review alike", "review steps"


class ReviewPage(QWidget):
    """The inbox over all visits, and the note in hand at its right."""

    name = "review"
    icon = "list-checks"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Review")
        self.widget = self
        self._desk = desk
        self.form = Ui_ReviewPage()
        self.form.setupUi(self)
        self.model = ReviewModel(self)
        self.details = ReviewDetails(desk.theme)
        self.chips = ReviewChips()
        self.search = ReviewSearch(desk, self.form, self.chips, self.model, self)
        self.verbs = ReviewVerbs(desk, self.form.notes, self.model, self.details, self)
        self._stale = True
        self._wanted: UUID | None = None
        """A note to have in hand as soon as it is in the list."""
        self._wanted_row = -1
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MILLISECONDS)
        self._quiet.timeout.connect(self._again)
        self._build()
        self._connect()
        self._add_actions()
        self._order()

    def shown(self) -> None:
        """The page has come to the front."""
        if self._stale:
            self._stale = False
            self.search.look()
            self.search.load_saved()
            self._show_steps()
        self.form.notes.setFocus()

    def hear(self, news: News) -> None:
        """Cards follow what is written; the list itself stays until somebody looks again, or it is shown anew."""
        if news.touches(SavedFilter) and not self._stale:
            self.search.load_saved()
        if not news.touches(*_SHOWN):
            return
        if not self.isVisible():
            self._stale = True
            return
        self._quiet.start()

    def go_to(self, at: UUID) -> None:
        """Show one note, among those of its visit."""
        reviewing = self._desk.shadow.reviewing

        def show(reviewed: Reviewed) -> None:
            self._wanted_row = reviewed.card.row
            self._show_details(reviewed)
            self.search.type(f"visit:{reviewed.card.visit_number}", Sort.OLDEST)

        self._stale = False
        self._desk.jobs.read(lambda: reviewing.one(at), show, lambda error: self._desk.guide.complain(words_for(error)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives the panel less."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        form = self.form
        form.found.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        in_a_row(form.head, form.heading, form.found, form.sort, form.undo, form.redo, fills=True)
        in_a_row(form.searching, form.search, form.filters, form.keep, fills=True)
        form.centreLayout.replaceWidget(form.chips, self.chips)
        form.chips.hide()
        form.sideLayout.addWidget(self.details)
        form.notes.setModel(self.model)
        form.notes.setItemDelegate(ReviewCard(self._desk.theme, form.notes))
        form.notes.setAccessibleName(self.tr("Notes"))
        self._verb_buttons = FlowLayout(form.verbs)
        for part in (form.remarksBox, form.nothing):
            part.hide()
        self.details.hide()
        self._fit()

    def _order(self) -> None:
        """Head, chips, notes, what can be done with them, then the one that is shown."""
        form = self.form
        verbs = form.verbs.findChildren(QPushButton)
        in_order((form.keep, *self.chips.buttons.values(), form.nothingDo, form.notes, *verbs))

    def _fit(self) -> None:
        px = self._desk.theme.px
        self.form.notes.verticalHeader().setDefaultSectionSize(px(HEIGHT))
        self.form.side.setFixedWidth(min(px(_SIDE), max(px(300), self.width() // 3)))

    def _connect(self) -> None:
        form = self.form
        self._desk.theme.changed.connect(self._fit)
        form.notes.picked.connect(self._picked)
        form.notes.opened.connect(self._open_visit)
        self.model.dataChanged.connect(lambda *_: self._picked())
        self.search.found.connect(self._found)
        self.search.counted.connect(lambda _counts: self._say_found())
        self.verbs.done.connect(self._show_steps)
        self.details.alike_chosen.connect(self.go_to)

    def _add_actions(self) -> None:
        verbs, add = self.verbs, self._desk.actions.add
        panel = self.details.form
        for text, short, run, key, button in (
            (self.tr("Accept the chosen notes"), self.tr("Accept"), verbs.accept, "A", None),
            (self.tr("Name the service of the chosen notes…"), self.tr("Tag"), verbs.tag, "T", None),
            (self.tr("Change the kind of the chosen notes…"), self.tr("Kind"), verbs.kind, "K", None),
            (self.tr("Ask the author about the chosen notes…"), self.tr("Question"), verbs.question, "Q", None),
            (self.tr("Set the chosen notes aside…"), self.tr("Set aside"), verbs.aside, "S", None),
            (self.tr("Group the chosen notes in a pain point…"), self.tr("Group"), verbs.group, "G", None),
            (self.tr("Mask what could point at a person"), self.tr("Mask"), verbs.mask, "P", panel.mask),
        ):
            made = QPushButton(f"{short}   {key}")
            made.setAccessibleName(text)
            if short == self.tr("Accept"):
                made.setProperty("look", "primary")
            self._verb_buttons.addWidget(made)
            add(self, text, run, key, made)
            if button is not None:
                button.clicked.connect(lambda _checked=False, run=run: run())
        add(self, self.tr("Take a service off the chosen notes…"), verbs.untag, "Shift+T")
        add(self, self.tr("Hand in the chosen notes (author)"), verbs.ready, "R")
        add(self, self.tr("Same cause as the note it looks like"), verbs.same_cause, "M", panel.sameCause)
        add(self, self.tr("Noted twice: set aside"), verbs.same_note, "D", panel.sameNote)
        TakingBack(self._desk, self, self._show_steps).add_actions(self.form.undo, self.form.redo, "U")
        add(self, self.tr("History of the note"), self._show_history, ["H", "Ctrl+H"], panel.history)
        add(self, self.tr("Open the note in its visit"), self._open_visit, "Ctrl+Return", panel.open)
        add(self, self.tr("Search the notes"), self._to_search, ["/", "Ctrl+F"])
        add(self, self.tr("Look again"), self.search.look, "F5")
        add(self, self.tr("Keep this search…"), self._keep_search, "Ctrl+S", self.form.keep)
        add(self, self.tr("Drop the kept search in the line"), self._drop_search, "Ctrl+Shift+S")
        add(self, self.tr("Clear the search, or plan a visit"), self._do_nothing_left, "", self.form.nothingDo)

    def _found(self, complete: bool) -> None:
        self._say_found()
        empty = complete and not self.model.rowCount()
        if empty:
            self._show_nothing()
        self.form.nothing.setVisible(empty)
        self.form.notes.setVisible(not empty)
        self.form.verbs.setVisible(not empty)
        self.form.side.setVisible(not empty)
        place = self.model.place_of(self._wanted_row) if self._wanted_row >= 0 else -1
        if place >= 0:
            self.form.notes.take(place)
        elif self.model.rowCount() and not self.form.notes.currentIndex().isValid():
            self.form.notes.take(0)
        if complete:
            self._wanted_row = -1

    def _say_found(self) -> None:
        count = amounts.notes(self.model.rowCount())
        chosen = len(self.form.notes.chosen())
        if not self.search.complete:
            count = self.tr("looking …")
        elif chosen > 1:
            count = self.tr("{chosen} of {notes} chosen").format(chosen=amounts.whole(chosen), notes=count)
        self.form.found.setText(count)

    def _show_nothing(self) -> None:
        searched = bool(self.form.search.text().strip())
        form = self.form
        form.nothingTitle.setText(
            self.tr("No note fits this search") if searched else self.tr("There is nothing to review yet")
        )
        form.nothingWords.setText(
            self.tr("Take a filter away, or look for fewer words.")
            if searched
            else self.tr("Notes come here from every visit as soon as they are written.")
        )
        form.nothingDo.setText(self.tr("Clear the search") if searched else self.tr("Go to the visits"))

    def _do_nothing_left(self) -> None:
        if self.form.search.text().strip():
            self.search.type("")
        else:
            self._desk.guide.open_page("visits")

    def _picked(self) -> None:
        self._say_found()
        index = self.form.notes.currentIndex()
        reviewed = self.model.card(index.row()) if index.isValid() else None
        if reviewed is not None and reviewed != self.details.reviewed:
            self._show_details(reviewed)

    def _show_details(self, reviewed: Reviewed) -> None:
        known = self.details.reviewed
        self.details.show_note(reviewed)
        self.details.show()
        if known is None or known.note.id != reviewed.note.id:
            reviewing, note_id = self._desk.shadow.reviewing, reviewed.note.id
            self._desk.jobs.read(lambda: reviewing.similar(note_id), self.details.show_alike, supersedes=_ALIKE)

    def _again(self) -> None:
        self.search.refresh()
        self._show_steps()

    def _show_steps(self) -> None:
        self._desk.jobs.read(self._desk.shadow.undoing.can, self._dress_steps, supersedes=_STEPS)

    def _dress_steps(self, steps: Steps) -> None:
        self.form.undo.setText(self.tr("Undo   U"))
        self.form.redo.setText(self.tr("Redo"))
        for button, step in ((self.form.undo, steps.undo), (self.form.redo, steps.redo)):
            button.setEnabled(step is not None)
            button.setAccessibleDescription("" if step is None else said(step.label))

    def _open_visit(self) -> None:
        if self.details.reviewed is not None:
            self._desk.guide.open_visit(self.details.reviewed.note.visit_id)

    def _show_history(self) -> None:
        if self.details.reviewed is None:
            return
        shadow, note_id = self._desk.shadow, self.details.reviewed.note.id

        def read() -> tuple[list[HistoryLine], Names]:
            services = {each.id: each.name for each in shadow.catalogue.services()}
            roles = {each.id: each.name for each in shadow.catalogue.roles()}
            return shadow.reviewing.history(note_id), Names(services, roles)

        def show(answer: tuple[list[HistoryLine], Names]) -> None:
            dialog = HistoryDialog(*answer, self.window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._desk.jobs.read(read, show)

    def _to_search(self) -> None:
        self.form.search.setFocus()
        self.form.search.selectAll()

    def _keep_search(self) -> None:
        reviewing, words, sort = self._desk.shadow.reviewing, self.form.search.text(), self.search.sort

        def keep(name: str) -> None:
            said = self.tr("The search is kept as “{name}”.").format(name=" ".join(name.split()))
            self._desk.jobs.write(
                lambda: reviewing.keep_filter(name, words, sort),
                lambda _: self._desk.guide.say(said),
                lambda error: self._desk.guide.complain(words_for(error)),
            )

        title, about = self.tr("What shall this search be called?"), words or self.tr("All notes")
        WordsDialog(self._desk.theme, title, about, self.tr("Keep"), keep, self.window()).open()

    def _drop_search(self) -> None:
        filter_id = self.search.saved_id()
        if filter_id is None:
            self._desk.guide.say(self.tr("The line holds no kept search; choose one first."))
            return
        reviewing = self._desk.shadow.reviewing
        self._desk.jobs.write(
            lambda: reviewing.drop_filter(filter_id), lambda _: self._desk.guide.say(self.tr("The search is dropped."))
        )

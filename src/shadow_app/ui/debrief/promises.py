"""Step 6: what we promise — the words, who keeps it, by when, and how the host will hear."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt

from shadow_app.domain.decision import Commitment
from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.domain.words import PROMISES
from shadow_app.insight.quick_entry import visible
from shadow_app.ui._compiled.ui_debrief_promises import Ui_DebriefPromises
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.day_field import DayField
from shadow_app.ui.debrief.state import DebriefState
from shadow_app.ui.debrief.step import DebriefWork, Step, pressed_key
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines

translate = QCoreApplication.translate
_DUE_IN = 28


class PromisesStep(Step):
    """The list above, the promise in hand below. Enter in any line keeps it and makes room for the next."""

    def __init__(self, work: DebriefWork) -> None:
        super().__init__(
            work,
            translate("Debrief", "What we promise"),
            translate("Debrief", "Only what we can keep. A promise without an owner and a date is a wish."),
        )
        self._promises: dict[UUID, Commitment] = {}
        self._visit_id: UUID | None = None
        self.editing: Commitment | None = None
        self.form = Ui_DebriefPromises()
        self.form.setupUi(self)
        self.due = DayField(self.tr("due"), _DUE_IN)
        self.form.dueSlot.addWidget(self.due)
        self.model = TwoLineModel(self)
        self.form.promises.setModel(self.model)
        self.form.promises.setItemDelegate(TwoLineDelegate(self.desk.theme, self.form.promises))
        self.form.promises.activated.connect(self._open)
        self.form.promises.clicked.connect(self._open)
        self.form.promises.installEventFilter(self)
        for line in (self.form.text, self.form.owner, self.form.how):
            line.returnPressed.connect(self.keep)
        add = self.desk.actions.add
        add(self, self.tr("Keep this promise"), self.keep, "Ctrl+S", self.form.keep)
        add(self, self.tr("A new promise"), self.begin, "Ctrl+N", self.form.fresh)
        add(self, self.tr("Remove the promise"), self.remove, "Ctrl+D", self.form.remove)
        self.begin()

    def show_state(self, state: DebriefState) -> None:
        """Show the promises; the one in hand stays."""
        if state.visit.id != self._visit_id:
            self._visit_id = state.visit.id
            self.begin(focus=False)
        self._promises = {each.id: each for each in state.promises}
        self.model.show_entries([self._entry(each) for each in state.promises])
        self.form.promises.setVisible(bool(state.promises))
        self.form.nothing.setVisible(not state.promises)
        if self.editing is not None:
            fresh = self._promises.get(self.editing.id)
            if fresh is None:
                self.begin(focus=False)
            else:
                self.editing = fresh

    def still_open(self, state: DebriefState) -> str:
        """Whether anything is promised, and whether each has a name and a day."""
        if not state.promises:
            return self.tr("nothing promised yet")
        wishes = sum(not each.owner or each.due_on is None for each in state.promises)
        return self.tr("%n without owner or date", "", wishes) if wishes else ""

    def done_words(self, state: DebriefState) -> str:
        """How many."""
        return self.tr("%n promise(s)", "", len(state.promises))

    def enter(self) -> None:
        """To the words."""
        self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """A promise whose words are there is kept, in whatever way one leaves."""
        if self._typed():
            self.keep(again=False)

    def begin(self, *, focus: bool = True) -> None:
        """Make room for a new promise."""
        self.editing = None
        for line in (self.form.text, self.form.owner, self.form.how):
            line.clear()
        self.due.show_day(None)
        self._show_mode()
        if focus and self.isVisible():
            self.enter()

    def keep(self, *, again: bool = True) -> None:
        """Save the promise in hand."""
        visit_id, text = self.work.visit_id, self._typed()
        if visit_id is None or not text:
            if again:
                self.enter()
            return
        fields = {
            "text": text,
            "owner": visible(self.form.owner.text()).strip(),
            "how_told": visible(self.form.how.text()).strip(),
            "due_on": self.due.day,
        }
        before = self.editing
        promise = before.edited(**fields) if before else Commitment.model_validate({"visit_id": visit_id, **fields})
        self.begin(focus=again)
        if promise != before:
            debriefing = self.desk.shadow.debriefing
            self.work.write(lambda: debriefing.promise(promise))

    def remove(self) -> None:
        """Strike the promise in hand, or the one that is chosen in the list."""
        index = self.form.promises.currentIndex()
        at_list = self.form.promises.hasFocus() and index.isValid()
        key = self.model.entry(index).key if at_list else self.editing.id if self.editing else None
        if isinstance(key, UUID) and key in self._promises:
            debriefing, said = self.desk.shadow.debriefing, self.tr("Promise removed. Ctrl+Z brings it back.")
            self.begin(focus=False)
            self.work.write(lambda: debriefing.take_back_promise(key), lambda _none: self.desk.guide.say(said))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete in the list removes."""
        if pressed_key(event) == Qt.Key.Key_Delete:
            self.remove()
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> str:
        return " ".join(visible(self.form.text.text()).split())

    def _open(self, index: QModelIndex) -> None:
        key = self.model.entry(index).key
        self.commit()
        promise = self._promises.get(key) if isinstance(key, UUID) else None
        if promise is not None:
            self.editing = promise
            self.form.text.setText(promise.text)
            self.form.owner.setText(promise.owner)
            self.form.how.setText(promise.how_told)
            self.due.show_day(promise.due_on)
            self._show_mode()
            self.enter()

    def _show_mode(self) -> None:
        editing = self.editing is not None
        self.form.mode.setText(self.tr("CHANGE THE PROMISE") if editing else self.tr("A NEW PROMISE"))
        self.form.keep.setText(self.tr("Save") if editing else self.tr("Add"))
        self.form.remove.setEnabled(editing)
        self.form.fresh.setVisible(editing)

    def _entry(self, promise: Commitment) -> TwoLines:
        state = "" if promise.state is CommitmentState.OPEN else PROMISES[promise.state]
        due = "" if promise.due_on is None else self.tr("due {day}").format(day=day_words(promise.due_on, MEDIUM))
        parts = (
            promise.owner or self.tr("nobody’s name on it"),
            due or self.tr("no date"),
            promise.how_told,
            state,
        )
        return TwoLines(promise.id, promise.text, "  ·  ".join(part for part in parts if part))

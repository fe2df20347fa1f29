"""Step 5: how important the services are to those who were visited, and how satisfied they are, 1 to 10."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from shadow_app.domain.ranking import StatedImportance
from shadow_app.insight.quick_entry import visible
from shadow_app.ui.debrief.state import DebriefState
from shadow_app.ui.debrief.step import DebriefWork, Nothing, Step, plain
from shadow_app.ui.elided_label import ElidedLabel
from shadow_app.ui.spin_text import indented

translate = QCoreApplication.translate
_WIDTH = 96


class RatingRow:
    """One service: two numbers, each of which may be left out."""

    def __init__(self, step: RatingsStep, grid: QGridLayout, place: int, service_id: UUID, name: str) -> None:
        self.service_id = service_id
        self._step = step
        self.stored: tuple[int | None, int | None] = (None, None)
        self.label = ElidedLabel()
        self.label.setText(name)
        self.importance = _number(translate("Debrief", "{service}: importance").format(service=name))
        self.satisfaction = _number(translate("Debrief", "{service}: satisfaction").format(service=name))
        grid.addWidget(self.label, place, 0)
        grid.addWidget(self.importance, place, 1)
        grid.addWidget(self.satisfaction, place, 2)
        for box in (self.importance, self.satisfaction):
            box.editingFinished.connect(self.commit)
            box.installEventFilter(step)

    def show_rating(self, rating: StatedImportance | None) -> None:
        """Show what was answered; a number that is being typed stays."""
        typed = self._values() != self.stored
        self.stored = (None, None) if rating is None else (rating.importance, rating.satisfaction)
        for box, value in zip((self.importance, self.satisfaction), self.stored, strict=True):
            if not (typed and box.hasFocus()):
                box.setValue(value or 0)

    def commit(self) -> None:
        """Save what differs."""
        values = self._values()
        if values != self.stored:
            self.stored = values
            self._step.rate(self.service_id, *values)

    def remove(self) -> None:
        """The row is not needed any more."""
        for widget in (self.label, self.importance, self.satisfaction):
            widget.hide()
            widget.deleteLater()

    def _values(self) -> tuple[int | None, int | None]:
        return self.importance.value() or None, self.satisfaction.value() or None


class RatingsStep(Step):
    """One respondent at a time, by pseudonym; a name is never asked for."""

    def __init__(self, work: DebriefWork) -> None:
        super().__init__(
            work,
            translate("Debrief", "Importance"),
            translate(
                "Debrief",
                "For each service that was used: how important is it, how satisfied are you? 10 is most.",
            ),
        )
        self._state: DebriefState | None = None
        self._added: list[str] = []
        self.rows: list[RatingRow] = []
        self.respondent = QComboBox()
        self.respondent.setAccessibleName(self.tr("Who answers"))
        self.respondent.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.respondent.setMinimumContentsLength(9)
        self.new = QLineEdit()
        self.new.setMaxLength(200)
        self.new.setAccessibleName(self.tr("Another respondent"))
        self.new.setPlaceholderText(self.tr("Somebody else: a role and a number, such as Driver 4"))
        self.add = QPushButton(self.tr("Add"))
        self.nothing = Nothing(
            self.tr("No service was named on this visit. Name them on the notes, then ask how important they are."),
            self.tr("Go on to the promises"),
            self.work.go_on.emit,
        )
        self._place()
        self.respondent.activated.connect(lambda _index: self._show_ratings())
        self.new.returnPressed.connect(self.add_respondent)
        self.desk.actions.add(self, self.tr("Add a respondent"), self.add_respondent, "", self.add)

    def show_state(self, state: DebriefState) -> None:
        """Rows for the services that were seen."""
        same = self._state is not None and self._state.visit.id == state.visit.id
        self._state = state
        if not same:
            self._added = []
        self._show_respondents(state)
        self._show_rows(state)
        some = bool(state.seen_services)
        for widget in (self.asked, self.table):
            widget.setVisible(some)
        self.nothing.setVisible(not some)
        self._show_ratings()

    def still_open(self, state: DebriefState) -> str:
        """How many services nobody has rated."""
        rated = {each.service_id for each in state.ratings if each.importance is not None}
        count = sum(service_id not in rated for service_id, _ in state.seen_services)
        return self.tr("%n service(s) not asked about", "", count) if count else ""

    def done_words(self, state: DebriefState) -> str:
        """How many answered."""
        count = len({each.respondent for each in state.ratings})
        return self.tr("%n person(s) asked", "", count)

    def enter(self) -> None:
        """The first number that is missing."""
        if not self.rows:
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.respondent.count() == 0:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        open_rows = [row for row in self.rows if row.stored[0] is None]
        box = (open_rows or self.rows)[0].importance
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.selectAll()

    def commit(self) -> None:
        """Save what was typed."""
        for row in self.rows:
            row.commit()

    def add_respondent(self) -> None:
        """Somebody else answers, too; nothing is written until there is an answer."""
        name = " ".join(visible(self.new.text()).split())
        if not name or self._state is None:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.commit()
        if name not in self._state.pseudonyms and name not in self._added:
            self._added.append(name)
        self.new.clear()
        self._show_respondents(self._state, name)
        self._show_ratings()
        self.enter()

    def rate(self, service_id: UUID, importance: int | None, satisfaction: int | None) -> None:
        """Keep an answer of whoever is chosen."""
        visit_id, debriefing, who = self.work.visit_id, self.desk.shadow.debriefing, self.respondent.currentText()
        if visit_id is not None and who:
            self.work.write(lambda: debriefing.rate(visit_id, who, service_id, importance, satisfaction))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls and never turns a number."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QAbstractSpinBox):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.asked = QWidget()
        row = QHBoxLayout(self.asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain(self.tr("Asked:"), "muted"))
        row.addWidget(self.respondent)
        row.addWidget(self.new, 1)
        row.addWidget(self.add)
        inside = QFrame()
        inside.setProperty("look", "card")
        self.grid = QGridLayout(inside)
        self.grid.setContentsMargins(20, 14, 20, 16)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(0, 1)
        for place, words in enumerate((self.tr("SERVICE"), self.tr("IMPORTANCE"), self.tr("SATISFACTION"))):
            self.grid.addWidget(plain(words, "label"), 0, place)
        holder = QWidget()
        holding = QVBoxLayout(holder)
        holding.setContentsMargins(0, 0, 6, 0)
        holding.addWidget(inside)
        holding.addStretch(1)
        self.table = QScrollArea()
        self.table.setWidgetResizable(True)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setWidget(holder)
        column.addWidget(self.nothing)
        column.addWidget(self.asked)
        column.addWidget(self.table, 1)

    def _show_respondents(self, state: DebriefState, chosen: str = "") -> None:
        names = [*state.pseudonyms, *(name for name in self._added if name not in state.pseudonyms)]
        shown = [self.respondent.itemText(place) for place in range(self.respondent.count())]
        chosen = chosen or self.respondent.currentText()
        if names != shown:
            self.respondent.clear()
            self.respondent.addItems(names)
        self.respondent.setCurrentIndex(names.index(chosen) if chosen in names else min(0, len(names) - 1))

    def _show_rows(self, state: DebriefState) -> None:
        wanted = [service_id for service_id, _ in state.seen_services]
        if wanted == [row.service_id for row in self.rows]:
            return
        for row in self.rows:
            row.remove()
        self.rows = [
            RatingRow(self, self.grid, place, service_id, name)
            for place, (service_id, name) in enumerate(state.seen_services, 1)
        ]

    def _show_ratings(self) -> None:
        state, who = self._state, self.respondent.currentText()
        if state is None:
            return
        known = {each.service_id: each for each in state.ratings if each.respondent == who}
        for row in self.rows:
            row.show_rating(known.get(row.service_id))
            for box in (row.importance, row.satisfaction):
                box.setEnabled(bool(who))


def _number(name: str) -> QSpinBox:
    box = QSpinBox()
    indented(box)
    box.setRange(0, 10)
    box.setSpecialValueText("–")
    box.setMinimumWidth(_WIDTH)
    box.setAccessibleName(name)
    return box

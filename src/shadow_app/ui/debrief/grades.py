"""Step 2: how bad, how soon, how well people get by — for every note that cost time (`domain.md` §2.1)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.vocabulary import BusinessDamage, Evidence, Kind, TimeToDamage, Workaround
from shadow_app.insight.quick_entry import visible
from shadow_app.ui.day_field import DayField
from shadow_app.ui.debrief.rows import NoteRow, NoteRows
from shadow_app.ui.debrief.state import DebriefState, missing_facts
from shadow_app.ui.debrief.step import DebriefWork, Nothing, Step, plain
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.scale_words import damage_word, time_word, workaround_word
from shadow_app.ui.segments import Segments

translate = QCoreApplication.translate


class GradeRow(NoteRow):
    """One note's grades and facts."""

    def __init__(self, row: TimelineNote) -> None:
        super().__init__(row)
        self.damage = Segments(self.tr("Damage to the business"), _damages())
        self.time = Segments(self.tr("Harm comes"), _times())
        self.workaround = Segments(self.tr("Workaround"), _workarounds())
        self.ask(self.tr("Damage"), self.damage)
        self.ask(self.tr("Harm comes"), self.time)
        self.ask(self.tr("Workaround"), self.workaround)
        self.evidence = Segments(self.tr("Seen or told"), _evidence(), may_be_open=False, look="")
        self.surprise = QCheckBox(self.tr("I did not expect this"))
        self.reported = Segments(self.tr("Was the service desk told?"), _yes_no(), look="")
        self.why = QLineEdit()
        self.why.setMaxLength(2_000)
        self.why.setPlaceholderText(self.tr("Why not?"))
        self.why.setAccessibleName(self.tr("Why the service desk was not told"))
        for widget in (self.evidence, self.surprise, plain(self.tr("Desk told?"), "muted"), self.reported):
            self.more.addWidget(widget)
        self.more.addWidget(self.why)
        self._add_wait()
        self._connect()
        self.show_note(row)

    def show_note(self, row: TimelineNote) -> None:
        """Show the note; a line that is being typed stays."""
        typing = self.why.hasFocus() and self.why.text() != self.row.note.why_not_reported
        super().show_note(row)
        note = row.note
        self.damage.show_value(note.business_damage)
        self.time.show_value(note.time_to_damage)
        self.workaround.show_value(note.workaround)
        self.evidence.show_value(note.evidence)
        self.surprise.setChecked(note.surprise)
        self.reported.show_value(note.reported_to_desk)
        if not typing:
            self.why.setText(note.why_not_reported)
        self.why.setVisible(note.reported_to_desk is False)
        self.wait.setVisible(note.kind is Kind.WAIT)
        self.requested.show_day(note.requested_on)
        self.delivered.show_day(note.delivered_on)
        self.needed.show_value(note.still_needed)

    def commit(self) -> None:
        """The line may not have been left yet."""
        if self.row.note.reported_to_desk is False:
            self.tell(why_not_reported=visible(self.why.text()).strip())

    def _add_wait(self) -> None:
        self.requested = DayField(self.tr("requested on"))
        self.delivered = DayField(self.tr("delivered on"))
        self.needed = Segments(self.tr("Is it still needed?"), _yes_no(), look="")
        self.wait = _WaitFacts(self.requested, self.delivered, self.needed)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(self.wait)

    def _connect(self) -> None:
        self.damage.chosen.connect(lambda value: self.tell(business_damage=value))
        self.time.chosen.connect(lambda value: self.tell(time_to_damage=value))
        self.workaround.chosen.connect(lambda value: self.tell(workaround=value))
        self.evidence.chosen.connect(lambda value: self.tell(evidence=value))
        self.surprise.clicked.connect(lambda ticked: self.tell(surprise=ticked))
        self.reported.chosen.connect(lambda value: self.tell(reported_to_desk=value))
        self.why.editingFinished.connect(self.commit)
        self.requested.left.connect(lambda: self.tell(requested_on=self.requested.day))
        self.delivered.left.connect(lambda: self.tell(delivered_on=self.delivered.day))
        self.needed.chosen.connect(lambda value: self.tell(still_needed=value))
        for field in (self.requested, self.delivered):
            field.date.installEventFilter(self)


class GradesStep(Step):
    """Three digits grade a note. What was just graded stays in view until the step is entered anew."""

    def __init__(self, work: DebriefWork) -> None:
        super().__init__(
            work,
            translate("Debrief", "Grades and facts"),
            translate(
                "Debrief",
                "Three digits grade a note: damage 0–4, how soon 0–3, workaround 1–3. ↑ and ↓ go from note to note.",
            ),
        )
        self._state: DebriefState | None = None
        self._ids: list[UUID] = []
        self.all = QCheckBox(self.tr("Show the notes that are graded, too"))
        self.all.clicked.connect(lambda _checked: self._choose())
        self.list = NoteRows()
        self.nothing = Nothing(
            self.tr("Every note that cost time has its grades."),
            self.tr("Go on to the causes"),
            self.work.go_on.emit,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)

    def show_state(self, state: DebriefState) -> None:
        """Rows in place; notes that have lost a grade since come in."""
        same = self._state is not None and self._state.visit.id == state.visit.id
        self._state = state
        if not same:
            self._ids = []
        self._show()

    def still_open(self, state: DebriefState) -> str:
        """How many lack a grade or a fact."""
        count = len(state.ungraded)
        return self.tr("%n note(s) without all grades", "", count) if count else ""

    def done_words(self, state: DebriefState) -> str:
        """All of them."""
        return self.tr("all graded") if state.costly else self.tr("nothing to grade")

    def enter(self) -> None:
        """The first open question."""
        self._choose()
        open_rows = [row for row in self.list.rows if missing_facts(row.row.note)]
        if open_rows:
            self.list.focus_row(open_rows[0], open_first=True)
        elif self.list.rows:
            self.list.focus_row(self.list.rows[0])
        else:
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Save what was typed."""
        self.list.commit()

    def _choose(self) -> None:
        """Anew: what is graded goes."""
        self._ids = []
        self._show()

    def _show(self) -> None:
        state = self._state
        if state is None:
            return
        shown = self._wanted(state)
        self._ids = [row.note.id for row in shown]
        rows: list[NoteRow] = []
        for row in shown:
            known = self.list.row(row.note.id)
            if known is None:
                known = GradeRow(row)
                known.edited.connect(lambda note_id, fields: self.work.edit_note(note_id, **fields))
            else:
                known.show_note(row)
            rows.append(known)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.all.setVisible(bool(state.costly))

    def _wanted(self, state: DebriefState) -> Sequence[TimelineNote]:
        if self.all.isChecked():
            return state.costly
        kept = set(self._ids) | {row.note.id for row in state.ungraded}
        return [row for row in state.costly if row.note.id in kept]


class _WaitFacts(QWidget):
    """Asked of waits only: a need that is gone before it is served is a finding of its own (`domain.md` §1, I3)."""

    def __init__(self, requested: DayField, delivered: DayField, needed: Segments) -> None:
        super().__init__()
        row = FlowLayout(self, 14, fills=True)
        for widget in (requested, delivered, plain(self.tr("Still needed?"), "muted"), needed):
            row.addWidget(widget)


def _damages() -> list[tuple[BusinessDamage, str, str]]:
    return [(each, f"{int(each)} {damage_word(each)}", "") for each in BusinessDamage]


def _times() -> list[tuple[TimeToDamage, str, str]]:
    return [(each, f"{int(each)} {time_word(each)}", "") for each in TimeToDamage]


def _workarounds() -> list[tuple[Workaround, str, str]]:
    return [(each, f"{number} {workaround_word(each)}", "") for number, each in enumerate(Workaround, 1)]


def _evidence() -> list[tuple[Evidence, str, str]]:
    return [
        (Evidence.SEEN, translate("Debrief", "seen"), ""),
        (Evidence.TOLD, translate("Debrief", "told"), ""),
    ]


def _yes_no() -> list[tuple[bool, str, str]]:
    return [(True, translate("Debrief", "yes"), ""), (False, translate("Debrief", "no"), "")]

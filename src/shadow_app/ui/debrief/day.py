"""Step 7: the day in a headline and 120 words, what was learnt, how long it was, and thanks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QBoxLayout, QComboBox, QVBoxLayout

from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import DayTypicality
from shadow_app.domain.words import TYPICALITY
from shadow_app.insight.quick_entry import visible
from shadow_app.ui._compiled.ui_debrief_day import Ui_DebriefDay
from shadow_app.ui.day_field import DayField
from shadow_app.ui.debrief.state import WORDS_OF_THE_DAY, DebriefState, word_count
from shadow_app.ui.debrief.step import DebriefWork, Step, plain
from shadow_app.ui.segments import Segments
from shadow_app.ui.spin_text import indented

translate = QCoreApplication.translate
_LONGEST = 20_000
_BAR = 20
"""Pixels that a scroll bar and a margin take."""


class DayStep(Step):
    """Each field is saved when it is left. The questions at the side are to be talked over, not filled in."""

    def __init__(self, work: DebriefWork) -> None:
        super().__init__(
            work,
            translate("Debrief", "The day"),
            translate("Debrief", "What the report opens with, in words that the people you visited would use."),
        )
        self._visit: Visit | None = None
        self.form = Ui_DebriefDay()
        self.form.setupUi(self)
        self.typicality = Segments(self.tr("What the host says of the day"), _days(), look="")
        self.thanks = DayField(self.tr("was thanked on"))
        self.form.typicalSlot.addWidget(self.typicality)
        self.form.thanksSlot.addWidget(self.thanks)
        self._ask()
        self.form.summary.textChanged.connect(self._count)
        self.form.headline.editingFinished.connect(self.commit)
        for text in (self.form.summary, self.form.learning):
            text.left.connect(self.commit)
        indented(self.form.hours)
        self.form.hours.editingFinished.connect(self.commit)
        self.typicality.chosen.connect(lambda _value: self.commit())
        self.thanks.left.connect(self.commit)
        self.form.hours.installEventFilter(self)
        self._count()

    def show_state(self, state: DebriefState) -> None:
        """Show the visit; what somebody is changing stays."""
        before, self._visit = self._visit, state.visit
        same = before is not None and before.id == state.visit.id
        typed = self._changes(before) if same and before is not None else {}
        for name, show in self._shows(state.visit).items():
            if name not in typed:
                show()

    def still_open(self, state: DebriefState) -> str:
        """What of the day has no words yet."""
        visit = state.visit
        lacking = [
            (not visit.headline, self.tr("headline")),
            (not visit.summary, self.tr("the day")),
            (not visit.learning, self.tr("what you learnt")),
            (not visit.exposure_hours, self.tr("hours")),
            (visit.typicality is None, self.tr("typical or not")),
            (visit.thanked_on is None, self.tr("thanks")),
        ]
        missing = [words for lacks, words in lacking if lacks]
        return self.tr("open: {what}").format(what=", ".join(missing)) if missing else ""

    def enter(self) -> None:
        """The headline comes first."""
        self.form.headline.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Save what differs."""
        if self._visit is None:
            return
        changed = self._changes(self._visit)
        if changed:
            # At once, or leaving a second field before the news has come would write the first again.
            self._visit = self._visit.edited(**changed)
            self.work.describe(**changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the form and never turns a number."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, (QAbstractSpinBox, QComboBox)):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the two do not fit side by side, the questions stand below what is typed."""
        super().resizeEvent(event)
        form, beside = self.form, QBoxLayout.Direction.LeftToRight
        needed = form.left.minimumSize().width() + form.questions.minimumSizeHint().width() + form.columns.spacing()
        form.columns.setDirection(beside if needed + _BAR <= self.width() else QBoxLayout.Direction.TopToBottom)

    def _shows(self, visit: Visit) -> dict[str, Callable[[], object]]:
        form = self.form
        return {
            "headline": lambda: form.headline.setText(_one_line(visit.headline)),
            "summary": lambda: _set(form.summary, visit.summary),
            "learning": lambda: _set(form.learning, visit.learning),
            "exposure_hours": lambda: form.hours.setValue(visit.exposure_hours),
            "typicality": lambda: self.typicality.show_value(visit.typicality),
            "thanked_on": lambda: self.thanks.show_day(visit.thanked_on),
        }

    def _changes(self, visit: Visit) -> dict[str, Any]:
        form = self.form
        # The spin box knows two digits; what lies behind them is not a change.
        hours = visit.exposure_hours if round(visit.exposure_hours, 2) == form.hours.value() else form.hours.value()
        headline = visible(form.headline.text()).strip()
        values = {
            "headline": visit.headline if headline == _one_line(visit.headline) else headline,
            "summary": _typed(form.summary.toPlainText(), visit.summary),
            "learning": _typed(form.learning.toPlainText(), visit.learning),
            "exposure_hours": hours,
            "typicality": self.typicality.value,
            "thanked_on": self.thanks.day,
        }
        return {name: value for name, value in values.items() if value != getattr(visit, name)}

    def _count(self) -> None:
        words = word_count(self.form.summary.toPlainText())
        said = self.tr("{words} of {most}").format(words=words, most=WORDS_OF_THE_DAY)
        look = "warn" if words > WORDS_OF_THE_DAY else "muted"
        self.form.words.setText(said)
        if self.form.words.property("look") != look:
            self.form.words.setProperty("look", look)
            self.form.words.style().polish(self.form.words)

    def _ask(self) -> None:
        column = self.form.questions.layout()
        assert isinstance(column, QVBoxLayout)
        for question in (
            self.tr("What surprised us?"),
            self.tr("What did we see, and what were we only told?"),
            self.tr("Which of IT’s assumptions fell?"),
            self.tr("Was it a typical day?"),
            self.tr(
                "For each pain: does it harm the business? Is it urgent? Can it wait, and until when? "
                "How much effort is it worth? Who talks to the people? What does the service desk know?"
            ),
            self.tr("If IT did one thing by next month, what would it be?"),
            self.tr("Who writes back to the host, when and how?"),
        ):
            label = plain(question)
            label.setWordWrap(True)
            column.addWidget(label)


def _days() -> list[tuple[DayTypicality, str, str]]:
    return [(kind, word, "") for kind, word in TYPICALITY.items()]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _typed(shown: str, stored: str) -> str:
    typed = visible(shown).strip()[:_LONGEST]
    return stored if typed == stored.strip() else typed


def _set(widget: Any, text: str) -> None:
    if widget.toPlainText() != text:
        widget.setPlainText(text)

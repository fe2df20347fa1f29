"""What was written twice: both values side by side, with people and times, until somebody says which one holds."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from shadow_app.domain.field_words import field_word
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import Record
from shadow_app.domain.visit import Visit
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_exchange_tray import Ui_ExchangeTray
from shadow_app.ui.ask_dialog import AskDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.exchange.values import editor, kind_words, value_of
from shadow_app.ui.taking_back import TakingBack
from shadow_app.ui.trouble import words_for
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.meeting import Claim, Question

_MOST_CLAIMS = 9
"""The digits of the keyboard; more people than that have not written one field yet."""


class ExchangeTray(QWidget):
    """The open questions at the left, the one in hand at the right; a digit answers it."""

    receiving = Signal()
    """Somebody wants a file where there is nothing to answer."""
    answered = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._questions: dict[object, Question] = {}
        self._number = 0
        self.dialog: AskDialog | None = None
        self.form = Ui_ExchangeTray()
        self.form.setupUi(self)
        self.model = TwoLineModel(self)
        self.form.questions.setModel(self.model)
        self.form.questions.setItemDelegate(TwoLineDelegate(desk.theme, self.form.questions))
        self.form.questions.selectionModel().currentChanged.connect(self._show_question)
        self._claims = QVBoxLayout(self.form.claims)
        self._claims.setContentsMargins(0, 0, 0, 0)
        self._claims.setSpacing(8)
        self.form.nothing.hide()
        self.form.scene.hide()
        self.form.nothingDo.clicked.connect(self.receiving)
        self._add_actions(page)

    def show_questions(self, questions: list[Question]) -> None:
        """Show what waits; the one in hand stays in hand, or the next one takes its place."""
        place = max(self.form.questions.currentIndex().row(), 0)
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        before = self._key()
        self._questions = {_key(each): each for each in questions}
        self.model.show_entries([TwoLines(_key(each), *_lines(each)) for each in questions])
        self.form.nothing.setVisible(not questions)
        self.form.scene.setVisible(bool(questions))
        index = self.model.index_of(before) if before in self._questions else QModelIndex()
        if not index.isValid() and questions:
            index = self.model.index(min(place, len(questions) - 1), 0)
        self.form.questions.setCurrentIndex(index)
        self._show_question()
        if had_focus and questions:
            self.form.questions.setFocus()

    def question(self) -> Question | None:
        """The one in hand."""
        return self._questions.get(self._key())

    def focus(self) -> None:
        """The keyboard goes where there is something to do."""
        (self.form.questions if self._questions else self.form.nothingDo).setFocus()

    def answer(self, number: int) -> None:
        """The value with this number holds."""
        asked = self.question()
        if asked is not None and number <= len(asked.conflict.claims):
            self._answer(asked, asked.conflict.claims[number - 1].value)

    def other(self) -> None:
        """Neither of them: write another."""
        asked = self.question()
        ask = _editor(asked)
        if asked is None or ask is None:
            return
        conflict, exchange = asked.conflict, self._desk.shadow.exchange
        title = self.tr("Another value for “{field}”").format(field=field_word(conflict.field))
        self.dialog = AskDialog(
            title,
            [ask],
            lambda values: exchange.answer(conflict, values["value"]),
            self._desk,
            self.window(),
            button=self.tr("This holds"),
        )
        self.dialog.kept.connect(lambda _: self._told())
        self.dialog.open()

    def open(self) -> None:
        """Where the record is at home."""
        asked = self.question()
        if asked is None:
            return
        guide, record_id = self._desk.guide, asked.conflict.record_id
        if asked.conflict.kind is Observation:
            guide.open_page("review", record_id)
        elif asked.conflict.kind is PainPoint:
            guide.open_page("pain_points", record_id)
        elif asked.conflict.kind is Visit:
            guide.open_visit(record_id)

    def _add_actions(self, page: QWidget) -> None:
        add, form = self._desk.actions.add, self.form
        self._answers: list[QAction] = []
        for number in range(1, _MOST_CLAIMS + 1):
            words = self.tr("Written twice: value {number} holds").format(number=number)
            self._answers.append(add(self, words, partial(self.answer, number), str(number)))
        self._other = add(self, self.tr("Written twice: write another value…"), self.other, "E", form.other)
        self._open = add(self, self.tr("Open what was written twice"), self.open, "O", form.open)
        self.taking_back = TakingBack(self._desk, page, self.answered.emit)
        self.taking_back.add_actions(form.undo, form.redo, "U")

    def _key(self) -> object:
        index = self.form.questions.currentIndex()
        return self.model.entry(index).key if index.isValid() else None

    def _show_question(self, *_: object) -> None:
        while (item := self._claims.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        asked = self.question()
        claims = asked.conflict.claims if asked else ()
        for place, action in enumerate(self._answers):
            action.setEnabled(place < len(claims))
        self._other.setEnabled(_editor(asked) is not None)
        self._open.setEnabled(asked is not None and asked.conflict.kind in (Observation, PainPoint, Visit))
        if asked is None:
            return
        kind, field = asked.conflict.kind, asked.conflict.field
        self.form.where.setText(asked.where.upper())
        self.form.where.setVisible(bool(asked.where))
        self.form.about.setText(asked.about or kind_words(kind))
        self.form.field.setText(self.tr("Which “{field}” holds?").format(field=field_word(field)))
        for number, claim in enumerate(claims, 1):
            shown = number == len(claims)
            card = ClaimCard(number, claim, value_of(kind, field, claim.value, asked.names), shown=shown)
            card.button.clicked.connect(partial(self.answer, number))
            self._claims.addWidget(card)

    def _answer(self, asked: Question, value: Any) -> None:
        exchange = self._desk.shadow.exchange
        self._desk.jobs.write(
            lambda: exchange.answer(asked.conflict, value),
            lambda _: self._told(),
            lambda error: self._desk.guide.complain(words_for(error)),
        )

    def _told(self) -> None:
        self._desk.guide.say(self.tr("Answered. U or Ctrl+Z asks again."), here=True)
        self.answered.emit()


class ClaimCard(QFrame):
    """One of the values, who wrote it and when, and the key that takes it."""

    def __init__(self, number: int, claim: Claim, words: str, *, shown: bool) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.words = QLabel(words)
        self.words.setProperty("look", "note")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        who = claim.author or self.tr("somebody without a name")
        parts = [who, amounts.clock(claim.at)] + ([self.tr("shown until now")] if shown else [])
        self.who = QLabel("  ·  ".join(parts))
        self.who.setProperty("look", "muted")
        for label in (self.words, self.who):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self.tr("{number}   This holds").format(number=number))
        self.button.setAccessibleName(
            self.tr("{number}: {words}, by {who}").format(number=number, words=words, who=self.who.text())
        )
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.who)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


def _key(asked: Question) -> tuple[type[Record], UUID, str]:
    return asked.conflict.kind, asked.conflict.record_id, asked.conflict.field


def _lines(asked: Question) -> tuple[str, str]:
    kind, field = asked.conflict.kind, asked.conflict.field
    people = dict.fromkeys(claim.author for claim in asked.conflict.claims if claim.author)
    about = [field_word(field), amounts.joined(list(people))]
    return asked.about or kind_words(kind), "  ·  ".join(part for part in about if part)


def _editor(asked: Question | None) -> Any:
    if asked is None:
        return None
    conflict = asked.conflict
    return editor(conflict.kind, conflict.field, conflict.claims[-1].value)

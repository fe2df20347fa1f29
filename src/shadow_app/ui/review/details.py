"""The panel at the right of Review: one note, what is marked in it, what was asked, and what it looks like."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.ui._compiled.ui_review_details import Ui_ReviewDetails
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.dates import day_words
from shadow_app.ui.letters import breakable
from shadow_app.ui.note_view import kind_word
from shadow_app.ui.review.words import fact_lines, state_meaning
from shadow_app.ui.theme import Theme
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.review_guard import GUARDED
from shadow_app.usecases.reviewing import Reviewed

_ROW = 52


class ReviewDetails(QWidget):
    """Shows one note. Its buttons are the page's; it asks for nothing itself."""

    alike_chosen = Signal(object)
    """The id of a note that looks like this one, and that somebody wants to see."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.reviewed: Reviewed | None = None
        self._chosen = 0
        self.form = Ui_ReviewDetails()
        self.form.setupUi(self)
        self.form.words.setAccessibleName(self.tr("The note"))
        self.form.scroll.setAccessibleName(self.tr("The note and all about it"))
        in_a_row(self.form.alikeButtons, self.form.sameCause, self.form.sameNote)
        self.alike = TwoLineModel(self)
        self.form.alike.setModel(self.alike)
        self.form.alike.setItemDelegate(TwoLineDelegate(theme, self.form.alike))
        self.form.alike.activated.connect(lambda index: self.alike_chosen.emit(self.alike.entry(index).key))
        theme.changed.connect(self._redraw)
        self._show_alike_parts(shown=False)

    def show_note(self, reviewed: Reviewed) -> None:
        """Show a note; those that look like it follow by `show_alike`."""
        same = self.reviewed is not None and self.reviewed.note.id == reviewed.note.id
        self.reviewed = reviewed
        note = reviewed.note
        self.form.kicker.setText(kind_word(note.kind).upper())
        self._redraw()
        meaning = state_meaning(note.state)
        if reviewed.changed:
            meaning = self.tr("Its words were changed after they were accepted: look again, then accept.")
        self.form.state.setText(meaning)
        self._show_question(reviewed)
        self.form.guard.setVisible(reviewed.guarded.found)
        self.form.safe.setText(breakable("\n".join(safe for _, safe in reviewed.guarded.fields)))
        self.form.facts.setText(breakable(fact_lines(reviewed)))
        if not same:
            self._show_alike_parts(shown=False)
            self.form.scroll.verticalScrollBar().setValue(0)

    def show_alike(self, notes: Sequence[TimelineNote]) -> None:
        """Notes that share this one's rarest words; nothing where there are none."""
        self.alike.show_entries([_entry(each) for each in notes])
        self._show_alike_parts(shown=bool(notes))
        if notes:
            self.form.alike.setFixedHeight(self._theme.px(_ROW) * len(notes) + 4)
            self.form.alike.selectionModel().setCurrentIndex(
                self.alike.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def alike_id(self) -> UUID | None:
        """The chosen one of the notes that look like this one."""
        index = self.form.alike.currentIndex()
        if self.form.alike.isHidden() or not index.isValid():
            return None
        key = self.alike.entry(index).key
        return key if isinstance(key, UUID) else None

    def _redraw(self) -> None:
        if self.reviewed is None:
            return
        note = self.reviewed.note
        headings = {
            "quote": self.tr("Their words"),
            "consequence": self.tr("What happened next"),
            "interpretation": self.tr("Our reading"),
            "idea": self.tr("Idea"),
        }
        parts = [(name, headings.get(name, ""), getattr(note, name)) for name in GUARDED if getattr(note, name)]
        self.form.words.show_parts(parts, self.reviewed.guarded.marks, self._theme)

    def _show_question(self, reviewed: Reviewed) -> None:
        note = reviewed.note
        self.form.asked.setVisible(bool(note.state_note))
        aside = note.state is ReviewState.SET_ASIDE
        self.form.askedTitle.setText(self.tr("SET ASIDE BECAUSE") if aside else self.tr("QUESTION TO THE AUTHOR"))
        self.form.question.setText(breakable(note.state_note))
        waiting = self.tr("No answer yet.") if note.state is ReviewState.HAS_QUESTIONS else ""
        answer = self.tr("Answer: {words}").format(words=note.state_answer) if note.state_answer else waiting
        self.form.answer.setText(breakable(answer))
        self.form.answer.setVisible(bool(answer))

    def _show_alike_parts(self, *, shown: bool) -> None:
        for part in (self.form.alikeTitle, self.form.alike, self.form.sameCause, self.form.sameNote):
            part.setVisible(shown)


def _entry(shown: TimelineNote) -> TwoLines:
    about = "  ·  ".join(part for part in (", ".join(shown.services), day_words(shown.note.local_time)) if part)
    return TwoLines(shown.note.id, " ".join(shown.note.text.split()), about)

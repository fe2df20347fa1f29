"""Step 4: read the gravest notes back to the host, who agrees, corrects or withdraws (`features.md` row 21)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout

from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.vocabulary import ReadBack
from shadow_app.insight.quick_entry import visible
from shadow_app.ui.debrief.rows import NoteRow, NoteRows
from shadow_app.ui.debrief.state import DebriefState
from shadow_app.ui.debrief.step import DebriefWork, Nothing, Step, plain
from shadow_app.ui.growing_text import GrowingText
from shadow_app.ui.may_void import may_void
from shadow_app.ui.segments import Segments

translate = QCoreApplication.translate


class ReadBackRow(NoteRow):
    """One note as the host hears it. A correction takes the host's words; our own text stays as it was written."""

    def __init__(self, row: TimelineNote) -> None:
        super().__init__(row)
        self.answer = Segments(self.tr("What the host says"), _answers())
        self.ask(self.tr("The host"), self.answer)
        self.words = GrowingText()
        self.words.setAccessibleName(self.tr("The host’s words"))
        self.words.setPlaceholderText(self.tr("How does the host put it?"))
        self.quote = plain(look="muted")
        self.quote.setWordWrap(True)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(2, self.quote)
        column.addWidget(self.words)
        self.answer.chosen.connect(self._answered)
        self.words.left.connect(self.commit)
        self.show_note(row)

    def show_note(self, row: TimelineNote) -> None:
        """Show the note; words that are being typed stay."""
        typing = self.words.hasFocus() and self._typed() != self.row.note.read_back_note
        super().show_note(row)
        note = row.note
        self.answer.show_value(note.read_back)
        words = " ".join(note.quote.split())
        self.quote.setText(f"“{words}”")
        self.quote.setVisible(bool(words) and words not in note.text)
        self.words.setVisible(note.read_back in (ReadBack.CORRECTED, ReadBack.WITHDRAWN))
        if not typing and self.words.toPlainText() != note.read_back_note:
            self.words.setPlainText(note.read_back_note)

    def commit(self) -> None:
        """The words may not have been left yet."""
        if self.words.isVisibleTo(self):
            self.tell(read_back_note=self._typed())

    def _typed(self) -> str:
        return visible(self.words.toPlainText()).strip()[:2_000]

    def _answered(self, answer: ReadBack | None) -> None:
        self.words.setVisible(answer in (ReadBack.CORRECTED, ReadBack.WITHDRAWN))
        self.tell(read_back=answer)
        if answer is ReadBack.CORRECTED:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)


class ReadBackStep(Step):
    """The most damaging first, seven at most."""

    def __init__(self, work: DebriefWork) -> None:
        super().__init__(
            work,
            translate("Debrief", "Read it back"),
            translate("Debrief", "Read these to the host: 1 agrees, 2 corrects in their own words, 3 withdraws."),
        )
        self.list = NoteRows()
        self.nothing = Nothing(
            self.tr("There is no note about lost time to read back."),
            self.tr("Go on to importance"),
            self.work.go_on.emit,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)

    def show_state(self, state: DebriefState) -> None:
        """Show what there is to read."""
        rows: list[NoteRow] = []
        for row in state.top:
            known = self.list.row(row.note.id)
            if known is None:
                known = ReadBackRow(row)
                known.edited.connect(self._edit)
            else:
                known.show_note(row)
            rows.append(known)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def still_open(self, state: DebriefState) -> str:
        """How many the host has not heard."""
        count = sum(row.note.read_back is None for row in state.top)
        return self.tr("%n note(s) not read back", "", count) if count else ""

    def done_words(self, state: DebriefState) -> str:
        """All of them."""
        return self.tr("the host has heard them") if state.top else self.tr("nothing to read back")

    def enter(self) -> None:
        """The first that has no answer."""
        rows = self.list.rows
        open_rows = [row for row in rows if row.row.note.read_back is None]
        if rows:
            self.list.focus_row((open_rows or rows)[0])
        else:
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Save what was typed."""
        self.list.commit()

    def _edit(self, note_id: object, fields: dict[str, Any]) -> None:
        assert isinstance(note_id, UUID)
        visit_id, debriefing = self.work.visit_id, self.desk.shadow.debriefing
        if visit_id is None or fields.get("read_back") is not ReadBack.WITHDRAWN:
            self.work.edit_note(note_id, **fields)
            return

        def asked(titles: list[str]) -> None:
            if may_void(self.window(), titles):
                self.work.edit_note(note_id, **fields)
            else:
                self.work.failed.emit()

        self.desk.jobs.read(lambda: debriefing.would_void(visit_id), asked)


def _answers() -> list[tuple[ReadBack, str, str]]:
    return [
        (ReadBack.AGREED, translate("Debrief", "1 agrees"), ""),
        (ReadBack.CORRECTED, translate("Debrief", "2 corrects"), ""),
        (
            ReadBack.WITHDRAWN,
            translate("Debrief", "3 withdraws"),
            translate("Debrief", "Kept, and counts nowhere."),
        ),
    ]

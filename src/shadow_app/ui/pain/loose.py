"""What nobody has sorted yet of one service: its notes, to be ticked and put together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Signal

from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_pain_page import Ui_PainPage
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.evidence_list import EvidenceModel
from shadow_app.ui.pain.notes import make_tickable, ticked
from shadow_app.ui.theme import Theme
from shadow_app.usecases.evidence import MOST_SHOWN, Witness
from shadow_app.usecases.pain_desk import PainRow


class LooseNotes(QObject):
    """Fills its part of the page's form; knows no use case."""

    visit_wanted = Signal(object)
    """The visit of a note that was opened."""

    def __init__(self, form: Ui_PainPage, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.form = form
        self.row: PainRow | None = None
        """Whose notes are shown."""
        self.notes = EvidenceModel(self)
        self._shown: tuple[Witness, ...] = ()
        make_tickable(form.looseNotes, self.notes, theme)
        in_a_row(form.looseDoing, form.make, form.addTo, form.tickAll)
        form.looseNotes.activated.connect(self._open)

    def show_notes(self, row: PainRow, witnesses: Sequence[Witness]) -> None:
        """Show the notes of one service; the same notes again keep their ticks."""
        form, found = self.form, tuple(witnesses)
        self.row = row
        form.looseService.setText(row.service.upper())
        words = self.tr("{notes} that nobody has put together yet. Tick those that have one cause, and give it a name.")
        if len(found) >= MOST_SHOWN:
            words = self.tr("The {notes} that hurt most. Tick those that have one cause, and give it a name.")
        form.looseWords.setText(words.format(notes=amounts.notes(len(found))))
        if [each.note.note.id for each in found] != [each.note.note.id for each in self._shown]:
            self._shown = found
            self.notes.show_notes(found)
            chosen = form.looseNotes.selectionModel()
            chosen.setCurrentIndex(self.notes.index(0, 0), chosen.SelectionFlag.NoUpdate)

    def chosen(self) -> list[Witness]:
        """The ticked notes."""
        wanted = set(ticked(self.form.looseNotes, self.notes))
        return [each for each in self._shown if each.note.note.id in wanted]

    def tick_all(self) -> None:
        """All, or none where all are ticked already."""
        if len(self.chosen()) == len(self._shown):
            self.form.looseNotes.clearSelection()
        else:
            self.form.looseNotes.selectAll()

    def current(self) -> Witness | None:
        """The note where the keyboard is."""
        index = self.form.looseNotes.currentIndex()
        return self.notes.witness(index) if index.isValid() else None

    def _open(self, index: QModelIndex) -> None:
        self.visit_wanted.emit(self.notes.witness(index).visit.visit.id)

"""Looking for notes: the search line, the kept searches, the first page at once and all the others after it."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from shadow_app.domain.released import SavedFilter
from shadow_app.insight.inbox_card import Counts, Sort
from shadow_app.insight.inbox_query import with_filter
from shadow_app.ui._compiled.ui_review_page import Ui_ReviewPage
from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Job
from shadow_app.ui.review.chips import ReviewChips
from shadow_app.ui.review.model import ReviewModel
from shadow_app.ui.review.words import sort_word
from shadow_app.usecases.review_query import Asked
from shadow_app.usecases.reviewing import Reviewed

_TYPING_MILLISECONDS = 180
_SEARCH, _COUNT = "review search", "review counts"


class ReviewSearch(QObject):
    """Asks in three steps, each of which the next key takes back: what is meant and the first page, all, the counts."""

    found = Signal(bool)
    """Notes are shown; whether these are all of them."""
    counted = Signal(object)

    def __init__(
        self, desk: Desk, form: Ui_ReviewPage, chips: ReviewChips, model: ReviewModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form = form
        self._chips = chips
        self._model = model
        self.asked: Asked | None = None
        self.complete = False
        self._saved: list[SavedFilter] = []
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MILLISECONDS)
        self._typing.timeout.connect(self.look)
        for sort in Sort:
            form.sort.addItem(sort_word(sort), sort.value)
        form.search.textEdited.connect(lambda _text: self._typing.start())
        form.search.textChanged.connect(self._cleared)
        form.search.returnPressed.connect(self.to_list)
        form.sort.activated.connect(lambda _place: self.look())
        form.filters.activated.connect(self._use_saved)
        chips.pressed.connect(self._press_chip)
        model.wanted.connect(self._fetch)

    @property
    def sort(self) -> Sort:
        """The order that was chosen."""
        # Qt hands a word of a closed list back as a plain text.
        return Sort(self._form.sort.currentData())

    def type(self, line: str, sort: Sort | None = None) -> None:
        """Search for this, as if somebody had typed it."""
        self._form.search.setText(line)
        if sort is not None:
            self._form.sort.setCurrentIndex(self._form.sort.findData(sort.value))
        self.look()

    def look(self) -> None:
        """Search anew."""
        self._typing.stop()
        self.complete = False
        reviewing, line, sort = self._desk.shadow.reviewing, self._form.search.text(), self.sort

        def first() -> tuple[Asked, list[Reviewed]]:
            asked = reviewing.understand(line)
            return asked, reviewing.first_page(asked, sort)

        self._desk.jobs.read(first, self._show_first, supersedes=_SEARCH)

    def to_list(self) -> None:
        """From the line to what it found."""
        if self._typing.isActive():
            self.look()
        self._form.notes.setFocus()

    def refresh(self) -> None:
        """The cards and counts once more; the notes and their order stay, so that nobody loses their place."""
        for number in self._model.pages_held():
            self._fetch(number)
        self._count()

    def load_saved(self) -> None:
        """Read the kept searches."""
        self._desk.jobs.read(self._desk.shadow.reviewing.filters, self._show_saved)

    def saved_id(self) -> UUID | None:
        """The kept search that is in the line, if it is one."""
        line = self._form.search.text().strip()
        return next((each.id for each in self._saved if each.words == line), None)

    def _show_first(self, answer: tuple[Asked, list[Reviewed]]) -> None:
        asked, cards = answer
        self.asked = asked
        self._chips.show_query(asked.query)
        self._form.remarks.setText("\n".join(asked.remarks))
        self._form.remarksBox.setVisible(bool(asked.remarks))
        if cards:
            self._model.show_rows(array("q", (each.card.row for each in cards)), cards)
        self.found.emit(False)
        reviewing, sort = self._desk.shadow.reviewing, self.sort
        job: list[Job] = []
        wanted: Callable[[], bool] = lambda: not job or job[0].keep_going()  # noqa: E731
        job.append(
            self._desk.jobs.read(lambda: reviewing.inbox(asked, sort, wanted), self._show_all, supersedes=_SEARCH)
        )

    def _show_all(self, rows: array[int]) -> None:
        self.complete = True
        self._model.show_rows(rows)
        self.found.emit(True)
        self._count()

    def _count(self) -> None:
        if self.asked is not None:
            reviewing, asked = self._desk.shadow.reviewing, self.asked
            job: list[Job] = []
            wanted: Callable[[], bool] = lambda: not job or job[0].keep_going()  # noqa: E731
            job.append(
                self._desk.jobs.read(lambda: reviewing.counts(asked, wanted), self._show_counts, supersedes=_COUNT)
            )

    def _show_counts(self, counts: Counts) -> None:
        self._chips.show_counts(counts)
        self.counted.emit(counts)

    def _fetch(self, number: int) -> None:
        rows = self._model.page_rows(number)
        reviewing, model = self._desk.shadow.reviewing, self._model

        def show(cards: list[Reviewed]) -> None:
            # Another search may have come meanwhile, and its page of this number holds other notes.
            if model.page_rows(number) == rows:
                model.show_page(number, cards)

        self._desk.jobs.read(lambda: reviewing.page(rows), show)

    def _press_chip(self, name: str, value: str) -> None:
        line = self._form.search.text()
        if not name:
            self.type(with_filter(with_filter(line, "state", ()), "is", ()))
        else:
            self.type(with_filter(line, name, (value,) if value else ()))

    def _cleared(self, line: str) -> None:
        # The cross of the field empties it without a key.
        if not line:
            self._typing.start()

    def _show_saved(self, saved: list[SavedFilter]) -> None:
        self._saved = saved
        box = self._form.filters
        box.clear()
        box.addItem(self.tr("Kept searches"))
        for each in saved:
            box.addItem(each.name)
        box.setEnabled(bool(saved))

    def _use_saved(self, place: int) -> None:
        if 0 < place <= len(self._saved):
            chosen = self._saved[place - 1]
            sort = Sort(chosen.sort) if chosen.sort in list(Sort) else None
            self.type(chosen.words, sort)
            self._form.notes.setFocus()

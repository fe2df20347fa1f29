"""The inbox as a model: the numbers of all notes of a search, eight bytes each, and a few pages of cards."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.review.words import spoken
from shadow_app.usecases.reviewing import PAGE, Reviewed

REVIEWED_ROLE = Qt.ItemDataRole.UserRole
MOST_PAGES = 64

_ROOT = QModelIndex()


class ReviewModel(QAbstractTableModel):
    """One column. A card that is not there yet is asked for by `wanted`, and painted when it has come."""

    wanted = Signal(int)
    """The number of a page that is looked at and not there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Reviewed]] = OrderedDict()
        self._asked: set[int] = set()

    @property
    def rows(self) -> Sequence[int]:
        """The numbers of the notes, in order."""
        return self._rows

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """How many notes the search found."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card for the delegate, its sentence for everybody else."""
        if not index.isValid() or role not in (
            REVIEWED_ROLE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        found = self.card(index.row())
        if role == REVIEWED_ROLE:
            return found
        return "" if found is None else spoken(found)

    def card(self, place: int) -> Reviewed | None:
        """The card at a place; None while it has not come, or where its note is gone."""
        number, _ = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is None:
            if number not in self._asked:
                self._asked.add(number)
                self.wanted.emit(number)
            return None
        self._pages.move_to_end(number)
        return page.get(self._rows[place])

    def show_rows(self, rows: array[int], cards: Iterable[Reviewed] = ()) -> None:
        """Show another search. What begins with what is shown already only grows, and keeps its selection."""
        known = len(self._rows)
        if known and len(rows) > known and rows[:known] == self._rows:
            # The last page that was known is perhaps not whole.
            self._pages.pop((known - 1) // PAGE, None)
            self.beginInsertRows(_ROOT, known, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
            return
        if rows == self._rows and known:
            return
        self.beginResetModel()
        self._rows = rows
        self._forget()
        given = list(cards)
        for start in range(0, len(given), PAGE):
            self._pages[start // PAGE] = {each.card.row: each for each in given[start : start + PAGE]}
        self.endResetModel()

    def show_page(self, number: int, cards: Iterable[Reviewed]) -> None:
        """Cards that were asked for have come."""
        self._asked.discard(number)
        self._pages[number] = {each.card.row: each for each in cards}
        while len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)
        last = min((number + 1) * PAGE, len(self._rows)) - 1
        if last >= number * PAGE:
            self.dataChanged.emit(self.index(number * PAGE, 0), self.index(last, 0))

    def page_rows(self, number: int) -> list[int]:
        """The notes of a page."""
        return list(self._rows[number * PAGE : (number + 1) * PAGE])

    def pages_held(self) -> list[int]:
        """The pages whose cards are there."""
        return list(self._pages)

    def place_of(self, row: int) -> int:
        """Where a note stands; -1 where it does not."""
        return self._rows.index(row) if row in self._rows else -1

    def _forget(self) -> None:
        self._pages.clear()
        self._asked.clear()

"""The pain points as rows: what each says, in the order of what they cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from shadow_app.insight.draws import PainKey
from shadow_app.insight.standing import Standing
from shadow_app.ui import amounts
from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.pain.words import lane_pill, standing_word
from shadow_app.usecases.pain_desk import PainRow

translate = QCoreApplication.translate

Spans = Mapping[PainKey, tuple[float, float]]
"""80 % ranges of the hours, by (service, pain point); they arrive after the rows."""

_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class PainCard:
    """One row in words."""

    row: PainRow
    low: float | None = None
    high: float | None = None

    @property
    def title(self) -> str:
        """What hurts; for what nobody has grouped, how many notes."""
        if self.row.id is not None:
            return self.row.title
        return translate("PainList", "Not sorted yet: {notes}").format(notes=amounts.notes(self.row.notes))

    @property
    def time(self) -> str:
        """Hours a year."""
        return translate("PainList", "{hours} h").format(hours=amounts.hours(self.row.hours))

    @property
    def money(self) -> str:
        """Money a year; nothing where no hour has a price."""
        return amounts.money(self.row.cost, self.row.currency) if self.row.cost > 0 else ""

    @property
    def unowned(self) -> bool:
        """Whether nobody talks to the business about it; what is closed or not grouped needs nobody."""
        return self.row.id is not None and not self.row.owner and self.row.standing is not Standing.CLOSED

    @property
    def about(self) -> str:
        """The service, and where it stands."""
        if self.row.id is None:
            return self.row.service
        return "  ·  ".join((self.row.service, standing_word(self.row.standing, self.row.choice)))

    @property
    def pill(self) -> str:
        """What to do first; what nobody has graded says so."""
        return lane_pill(self.row.lane) if self.row.graded else translate("PainList", "not graded")

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        likely = ""
        if self.low is not None and self.high is not None and self.high > self.low:
            likely = translate("PainList", "likely {span:|hour|hours}").format(span=amounts.span(self.low, self.high))
        year = translate("PainList", "{time} a year").format(time=self.time)
        alone = translate("PainList", "nobody talks to the business about it") if self.unowned else ""
        parts = (self.title, self.about, year, likely, self.money, self.pill, alone)
        return ". ".join(part for part in parts if part)


class PainModel(QAbstractListModel):
    """Rows in the order given. Ranges that arrive later change rows and never reset the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PainRow, ...] = ()
        self._spans: Spans = {}
        self.top = 0.0
        """The longest bar or range."""

    def show_rows(self, rows: Sequence[PainRow]) -> None:
        """Show these rows; the same pain points again keep selection and place."""
        same = rows and [key_of(row) for row in rows] == [key_of(row) for row in self._rows]
        if same:
            self._rows = tuple(rows)
            self._measure()
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._measure()
        self.endResetModel()

    def show_spans(self, spans: Spans) -> None:
        """The ranges have arrived."""
        self._spans = spans
        self._measure()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def card(self, index: AnyIndex) -> PainCard:
        """The row behind an index, in words."""
        row = self._rows[index.row()]
        low, high = self._spans.get((row.service_id, row.id), (None, None))
        return PainCard(row, low, high)

    def index_of(self, key: tuple[UUID, UUID | None]) -> QModelIndex:
        """Where a (service, pain point) stands; invalid where it does not."""
        return self.index(next((at for at, row in enumerate(self._rows) if key_of(row) == key), -1), 0)

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.card(index).title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.card(index).sentence
        return None

    def _measure(self) -> None:
        spans = [self._spans.get((row.service_id, row.id), (0.0, 0.0))[1] for row in self._rows]
        self.top = max((max(row.hours, high) for row, high in zip(self._rows, spans, strict=True)), default=0.0)


def key_of(row: PainRow) -> tuple[UUID, UUID | None]:
    """What a row stands for: (service, pain point)."""
    return row.service_id, row.id

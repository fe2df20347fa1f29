"""The panel at the right of Priorities: how one figure was worked out, and what it is added up from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.ui._compiled.ui_priorities_sum import Ui_PrioritiesSum
from shadow_app.ui.priorities.sum_parts import ServiceKey, Sum, VisitKey
from shadow_app.ui.theme import Theme
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel


class SumPanel(QWidget):
    """Shows one `Sum`. Enter or a click on a part opens it."""

    service_wanted = Signal(object)
    """The id of a service."""
    visit_wanted = Signal(object)
    """The id of a visit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PrioritiesSum()
        self.form.setupUi(self)
        self.parts = TwoLineModel(self)
        self.form.parts.setModel(self.parts)
        self.form.parts.setItemDelegate(TwoLineDelegate(theme, self.form.parts))
        self.form.parts.activated.connect(self._open)
        self.form.parts.clicked.connect(self._open)
        theme.changed.connect(self.form.parts.doItemsLayout)

    def show_sum(self, shown: Sum) -> None:
        """Show how a figure came about."""
        form = self.form
        form.title.setText(shown.title)
        form.words.setText(shown.words)
        form.sum.setText(shown.lines)
        form.sumScroll.verticalScrollBar().setValue(0)
        self.parts.show_entries(shown.parts)
        for part in (form.parts, form.partsTitle):
            part.setVisible(bool(shown.parts))
        form.parts.setCurrentIndex(self.parts.index(0, 0))

    def focus(self) -> None:
        """Put the keyboard where reading begins."""
        (self.form.parts if self.parts.rowCount() else self.form.sumScroll).setFocus()

    def _open(self, index: QModelIndex) -> None:
        match self.parts.entry(index).key:
            case ServiceKey(id=service_id):
                self.service_wanted.emit(service_id)
            case VisitKey(id=visit_id):
                self.visit_wanted.emit(visit_id)

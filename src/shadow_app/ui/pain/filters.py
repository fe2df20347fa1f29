"""What the list of pain points is filtered by: unit, service, words, and what is missing."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from shadow_app.ui._compiled.ui_pain_page import Ui_PainPage
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.pain.look import PainLook, Wanted


class PainFilters(QObject):
    """Reads the filters off the form. `changed` asks for another list, `unit_chosen` for other figures."""

    changed = Signal()
    unit_chosen = Signal()

    def __init__(self, form: Ui_PainPage, parent: QObject) -> None:
        super().__init__(parent)
        self.form = form
        in_a_row(form.which, form.undecided, form.unowned, form.closed)
        form.unit.activated.connect(self.unit_chosen)
        form.service.activated.connect(self.changed)
        form.find.textChanged.connect(self.changed)
        for button in (form.undecided, form.unowned, form.closed):
            button.toggled.connect(self.changed)

    @property
    def unit_id(self) -> UUID | None:
        """The unit whose figures are shown; None for all."""
        chosen: UUID | None = self.form.unit.currentData()
        return chosen

    @property
    def wanted(self) -> Wanted:
        """The filters as they are set."""
        form = self.form
        return Wanted(
            service_id=form.service.currentData(),
            text=form.find.text(),
            undecided=form.undecided.isChecked(),
            unowned=form.unowned.isChecked(),
            closed=form.closed.isChecked(),
        )

    def show_look(self, look: PainLook) -> None:
        """What there is to choose from; what was chosen stays while it is there."""
        units = [(unit.name, unit.id) for unit in look.units]
        _refill(self.form.unit, self.tr("All units"), units)
        services = {row.service_id: row.service for row in look.rows}
        by_name = sorted(((name, key) for key, name in services.items()), key=lambda each: each[0].casefold())
        _refill(self.form.service, self.tr("All services"), by_name)

    def clear(self, *, closed: bool = False) -> None:
        """Leave nothing out; `closed` shows those that are closed instead."""
        form = self.form
        blocked = [QSignalBlocker(each) for each in (form.find, form.undecided, form.unowned, form.closed)]
        form.find.clear()
        form.service.setCurrentIndex(0)
        for button in (form.undecided, form.unowned):
            button.setChecked(False)
        form.closed.setChecked(closed)
        for each in blocked:
            each.unblock()

    def clear_unit(self) -> None:
        """All units."""
        self.form.unit.setCurrentIndex(0)


def _refill(box: QComboBox, everything: str, entries: list[tuple[str, UUID]]) -> None:
    before = box.currentData()
    box.clear()
    box.addItem(everything, None)
    for words, key in entries:
        box.addItem(words, key)
    # Not findData: Qt does not compare what Python calls equal.
    box.setCurrentIndex(next((at for at in range(box.count()) if box.itemData(at) == before), 0))

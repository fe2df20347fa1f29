"""No figure before IT's list: the card that says so, and the two ways past it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from shadow_app.ui._compiled.ui_priorities_page import Ui_PrioritiesPage
from shadow_app.ui.desk import Desk
from shadow_app.ui.priorities.look import Look


class PrioritiesGate(QObject):
    """Leads to IT's list, or past it where there is none."""

    def __init__(self, desk: Desk, form: Ui_PrioritiesPage, page: QWidget, passed: Callable[[], None]) -> None:
        super().__init__(page)
        self._desk, self._form, self._page, self._passed = desk, form, page, passed
        self._look: Look | None = None
        form.gateList.clicked.connect(self._write_list)
        form.gateSkip.clicked.connect(self._skip_list)

    def show_gate(self, look: Look) -> None:
        """Say what comes first."""
        self._look = look
        where = next((unit.name for unit in look.units if unit.id == look.unit_id), self.tr("the business"))
        words = self.tr(
            "Before anybody looks at what the field says about {where}, IT puts its own list in order and locks it. "
            "Only then can the two be compared honestly."
        )
        self._form.gateWords.setText(words.format(where=where))
        going_on = self.tr("Go on with IT’s list…") if look.gate.draft else self.tr("Put IT’s list in order…")
        self._form.gateList.setText(going_on)
        self._form.gateList.setFocus()

    def _write_list(self) -> None:
        look = self._look
        if look is None or look.gate.organisation_id is None:
            return
        from shadow_app.ui.ranking_editor import RankingEditor

        editor = RankingEditor(self._desk, look.gate.organisation_id, look.unit_id, self._page)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.finished.connect(lambda _result: self._passed())
        editor.open()

    def _skip_list(self) -> None:
        if self._look is not None:
            prioritising, unit_id = self._desk.shadow.prioritising, self._look.unit_id
            self._desk.jobs.write(lambda: prioritising.waive(unit_id), lambda _: self._passed())

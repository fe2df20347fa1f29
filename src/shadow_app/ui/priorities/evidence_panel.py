"""The panel at the right of Priorities: what stands behind one service, and how its figure was worked out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.insight.draws import ServiceSpread
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_evidence_panel import Ui_EvidencePanel
from shadow_app.ui.evidence_list import EvidenceDelegate, EvidenceModel
from shadow_app.ui.service_rows import ServiceRow
from shadow_app.ui.theme import Theme
from shadow_app.ui.working_out import Names, working_out
from shadow_app.usecases.evidence import MOST_SHOWN, Witness
from shadow_app.usecases.prioritising import Priorities


class EvidencePanel(QWidget):
    """Shows one service. The sum is one click away, never in the first view."""

    visit_wanted = Signal(object)
    """The id of the visit of the note that was opened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_EvidencePanel()
        self.form.setupUi(self)
        self.model = EvidenceModel(self)
        self.form.notes.setModel(self.model)
        self.form.notes.setItemDelegate(EvidenceDelegate(theme, self.model, self.form.notes))
        self.form.notes.activated.connect(self._open)
        self.form.working.toggled.connect(self.form.sumScroll.setVisible)
        self.form.sumScroll.hide()
        theme.changed.connect(self.form.notes.doItemsLayout)

    def show_service(
        self,
        ranked: Priorities,
        cost: ServiceCost,
        row: ServiceRow,
        names: Names,
        drawn: ServiceSpread | None = None,
    ) -> None:
        """Show a service's figures; its notes follow by `show_notes`, and its ranges by `show_sum`."""
        self.form.name.setText(row.name)
        self.show_row(row, cost)
        self.show_sum(ranked, cost, names, drawn)
        self.form.sumScroll.verticalScrollBar().setValue(0)
        self.model.show_notes(())
        self.form.notesTitle.setText(self.tr("LOOKING FOR ITS NOTES …"))

    def show_sum(self, ranked: Priorities, cost: ServiceCost, names: Names, drawn: ServiceSpread | None) -> None:
        """How every figure of the service was worked out, again when the ranges have arrived."""
        self.form.sum.setText(working_out(ranked, cost, names, drawn))

    def show_row(self, row: ServiceRow, cost: ServiceCost) -> None:
        """The figures, again when the ranges have arrived."""
        year = self.tr("{time} a year").format(time=row.time)
        figures = ", ".join(part for part in (year, row.likely) if part)
        facts = [" · ".join(part for part in (figures, row.money) if part), row.sure]
        if row.lane or row.chance:
            facts.append(" · ".join(part for part in (row.lane, row.chance) if part))
        if cost.extrapolated_share > 0.005:
            share = amounts.percent(cost.extrapolated_share)
            facts.append(
                self.tr("{share} of these hours are carried over to sites nobody has been to.").format(share=share)
            )
        if not any(pain.graded for pain in cost.pains):
            facts.append(self.tr("Nobody has graded the damage yet, so it counts as none."))
        self.form.facts.setText("\n".join(facts))

    def show_notes(self, witnesses: Sequence[Witness]) -> None:
        """The notes behind the figure."""
        self.model.show_notes(witnesses)
        if not witnesses:
            self.form.notesTitle.setText(self.tr("NO NOTE IS TAGGED WITH THIS SERVICE"))
            return
        visits = len({each.visit.visit.id for each in witnesses})
        sites = len({each.visit.visit.site_id for each in witnesses})
        words = (
            self.tr("FIRST {notes} · {visits} · {sites}")
            if len(witnesses) >= MOST_SHOWN
            else "{notes} · {visits} · {sites}"
        )
        told = words.format(
            notes=amounts.notes(len(witnesses)), visits=amounts.visits(visits), sites=amounts.sites(sites)
        )
        self.form.notesTitle.setText(told.upper())
        self.form.notes.setCurrentIndex(self.model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        self.visit_wanted.emit(self.model.witness(index).visit.visit.id)

"""Programme: sites × shifts, services seen little or nowhere, and days that were put on for us."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from shadow_app.domain.service import Service
from shadow_app.insight.blind_spots import ServiceSeen, ShiftHours
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_programme_shifts import Ui_ProgrammeShifts
from shadow_app.ui.desk import Desk
from shadow_app.ui.programme.grid import GridCell, GridModel, dress
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.programme_scene import CoverageScene


class ProgrammeShifts(QWidget):
    """Only to look at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Shifts and services")
        self.form = Ui_ProgrammeShifts()
        self.form.setupUi(self)
        self.grid, self.services = GridModel(self), TwoLineModel(self)
        dress(self.form.grid, self.grid, desk.theme, framed=False)
        self.form.services.setModel(self.services)
        self.form.services.setItemDelegate(TwoLineDelegate(desk.theme, self.form.services))
        self.form.grid.selectionModel().currentChanged.connect(self._show_chosen)
        guide = desk.guide
        open_visits = self.tr("Plan the first visit")
        desk.actions.add(self, open_visits, lambda: guide.open_page("visits"), "", self.form.visits)

    def show_coverage(self, seen: CoverageScene) -> None:
        """Show what was seen when, and of what."""
        there = bool(seen.shifts)
        for part in (self.form.finding, self.form.shiftsCard, self.form.servicesCard):
            part.setVisible(there)
        self.form.nothing.setVisible(not there)
        self.form.finding.setText(" ".join(filter(None, (self._unseen(seen), self._staged(seen)))))
        self._show_shifts(seen)
        self.services.show_entries([self._service(service, line) for service, line in seen.services])

    def _show_shifts(self, seen: CoverageScene) -> None:
        shifts: dict[Hashable, tuple[str, float]] = {}
        for line in seen.shifts:
            name, hours = shifts.get(line.shift.casefold(), (line.shift, 0.0))
            shifts[line.shift.casefold()] = name, hours + line.hours
        columns = sorted(shifts, key=lambda key: (-shifts[key][1], shifts[key][0]))
        cells: dict[tuple[Hashable, Hashable], GridCell] = {
            (line.site_id, line.shift.casefold()): self._cell(line, seen.site_names[line.site_id])
            for line in seen.shifts
            if line.site_id in seen.site_names
        }
        been = {site for site, _ in cells}
        rows = [(site, seen.site_names[site]) for site in seen.map.sites if site in been]
        self.grid.show_grid(rows, [(key, shifts[key][0]) for key in columns], cells)
        if rows:
            self.form.grid.setCurrentIndex(self.grid.first_of_row(rows[0][0]))
        self._show_chosen()

    def _cell(self, line: ShiftHours, site: str) -> GridCell:
        hours, visits = self.tr("{h} h").format(h=amounts.hours(line.hours)), amounts.visits(line.visits)
        sentence = self.tr("{site}, {shift}: {hours} watched on {visits}.")
        return GridCell(hours, visits, sentence.format(site=site, shift=line.shift, hours=hours, visits=visits), "seen")

    def _service(self, service: Service, line: ServiceSeen | None) -> TwoLines:
        name = " ".join(filter(None, (service.code, service.name)))
        if line is None:
            return TwoLines(service.id, name, self.tr("nobody has noted anything of it"), urgent=True)
        about = self.tr("{notes} at {sites}")
        return TwoLines(
            service.id, name, about.format(notes=amounts.notes(line.notes), sites=amounts.sites(line.sites))
        )

    def _unseen(self, seen: CoverageScene) -> str:
        names = [service.name for service in seen.unseen_services]
        if not names:
            return self.tr("Every service was met at least once.") if seen.services else ""
        return self.tr("Met nowhere so far: {names}.").format(names=amounts.joined(names, 4))

    def _staged(self, seen: CoverageScene) -> str:
        staged = seen.staged
        if not staged.asked:
            return self.tr("Nobody has asked yet whether the days were typical ones.")
        words = self.tr(
            "{staged} of {asked:|day|days} may not have been ordinary ones: {untypical:|was|were} quiet, busy or "
            "abnormal, and on {picked} managers chose the host."
        )
        return words.format(
            staged=amounts.whole(staged.staged),
            asked=amounts.whole(staged.asked),
            untypical=amounts.whole(staged.untypical),
            picked=amounts.whole(staged.picked),
        )

    def _show_chosen(self, *_indexes: QModelIndex) -> None:
        cell = self.grid.cell(self.form.grid.currentIndex())
        self.form.chosen.setText(cell.sentence if cell else self.tr("Nobody has been there in that shift."))

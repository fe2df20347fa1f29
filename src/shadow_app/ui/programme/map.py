"""Programme: sites × roles, with hours where somebody has been and a mark where nobody has."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.insight.blind_spots import Cell, Seen
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_programme_map import Ui_ProgrammeMap
from shadow_app.ui.desk import Desk
from shadow_app.ui.letters import breakable, leading
from shadow_app.ui.programme import words
from shadow_app.ui.programme.grid import GridCell, GridModel, Tone, dress
from shadow_app.usecases.programme_scene import CoverageScene

_TONES: dict[Seen, Tone] = {Seen.NO: "blind", Seen.GLIMPSED: "glimpsed", Seen.YES: "seen"}


class ProgrammeMap(QWidget):
    """The map, and a visit planned to the chosen place by one key."""

    plan_wanted = Signal(UUID, UUID, object, str)
    """site, role, None, focus."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Where we have been")
        self.form = Ui_ProgrammeMap()
        self.form.setupUi(self)
        self._seen: CoverageScene | None = None
        self.model = GridModel(self)
        dress(self.form.grid, self.model, desk.theme)
        self.form.grid.selectionModel().currentChanged.connect(self._show_chosen)
        self.form.grid.activated.connect(lambda _index: self.plan())
        guide, actions, form = desk.guide, desk.actions, self.form
        self._plan = actions.add(self, self.tr("Plan a visit to the chosen place"), self.plan, "P", form.plan)
        actions.add(self, self.tr("Bring in the sites"), lambda: guide.open_page("settings"), "", form.settings)

    def show_coverage(self, seen: CoverageScene) -> None:
        """Show the map; the chosen place stays chosen."""
        kept = self.model.keys_at(self.form.grid.currentIndex())
        self._seen, field = seen, seen.map
        there = bool(field.cells)
        for part in (self.form.finding, self.form.grid, self.form.chosen, self.form.plan):
            part.setVisible(there)
        self.form.nothing.setVisible(not there)
        self.form.finding.setText(breakable(self._finding(seen)))
        self.model.show_grid(
            [(site, seen.site_names[site]) for site in field.sites],
            [(who, leading(who)) for who in field.roles],
            {key: self._cell(cell, seen.site_names[cell.site_id]) for key, cell in field.cells.items()},
        )
        if there:
            self._choose(kept)
        self._show_chosen()

    def show_site(self, site_id: UUID) -> bool:
        """Go to a site's row; False where it is not on the map."""
        index = self.model.first_of_row(site_id)
        if index.isValid():
            self.form.grid.setCurrentIndex(index)
            self.form.grid.setFocus()
        return index.isValid()

    def plan(self) -> None:
        """Plan a visit to the chosen place, with its role in which most is worked."""
        cell = self._chosen()
        if cell is not None and self._seen is not None:
            focus = words.cell_words(cell, self._seen.site_names[cell.site_id])
            self.plan_wanted.emit(cell.site_id, cell.role_ids[0], None, focus)

    def _choose(self, keys: object) -> None:
        """What was chosen before, else the largest blind spot, else the first place."""
        assert self._seen is not None
        field = self._seen.map
        blind = (field.blind[0].site_id, field.blind[0].who) if field.blind else None
        places = {}
        for row in range(self.model.rowCount()):
            for column in range(self.model.columnCount()):
                index = self.model.index(row, column)
                places[self.model.keys_at(index)] = index
        first = self.model.first_of_row(field.sites[0])
        self.form.grid.setCurrentIndex(next((places[key] for key in (keys, blind) if key and key in places), first))

    def _finding(self, seen: CoverageScene) -> str:
        field = seen.map
        if not field.blind:
            return self.tr("Somebody has been wherever people work.")
        told, whole = field.unseen_people
        sentence = (
            self.tr("{share} of all work was never seen by anybody from IT: {people} at {places}.")
            if told
            else self.tr("Nobody from IT has ever been with {people} at {places}.")
        )
        names = dict.fromkeys(seen.site_names[cell.site_id] for cell in field.blind)
        return sentence.format(
            share=amounts.percent(field.blind_share),
            people=words.people_together(told, whole),
            places=amounts.joined(list(names), 3),
        )

    def _cell(self, cell: Cell, site: str) -> GridCell:
        title = (
            self.tr("never") if cell.seen is Seen.NO else self.tr("{h} h").format(h=amounts.hours(cell.shadowed_hours))
        )
        about = words.few(cell.headcount) if cell.headcount else self.tr("not counted")
        return GridCell(title, about, words.cell_words(cell, site), _TONES[cell.seen])

    def _chosen(self) -> Cell | None:
        keys = self.model.keys_at(self.form.grid.currentIndex())
        cells = self._seen.map.cells.values() if self._seen is not None else ()
        return next((cell for cell in cells if (cell.site_id, cell.who) == keys), None)

    def _show_chosen(self, *_indexes: QModelIndex) -> None:
        cell = self._chosen()
        self._plan.setEnabled(cell is not None)
        if cell is not None and self._seen is not None:
            told = words.cell_words(cell, self._seen.site_names[cell.site_id])
            self.form.chosen.setText(breakable(told))
        else:
            self.form.chosen.setText(self.tr("Nobody works there in that role."))

"""Settings: IT's lists, and the way to the weights."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shadow_app.domain.action_names import IMPORTED
from shadow_app.domain.organisation import BusinessUnit, Organisation
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import Record
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_settings_lists import Ui_SettingsLists
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.import_preview import ImportFlow
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines


class SettingsLists(QWidget):
    """Which lists there are, whether they are locked, and importing more."""

    icon = "list-checks"
    concerns: tuple[type[Record], ...] = (AssumedRanking, Organisation, BusinessUnit)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("IT’s lists, weights")
        self.about = self.tr("What IT believes, and what counts how much")
        self._desk = desk
        self._lists: dict[object, AssumedRanking] = {}
        self.form = Ui_SettingsLists()
        self.form.setupUi(self)
        form = self.form
        in_a_row(form.doing, form.open, form.take)
        self.flow = ImportFlow(desk, self)
        self.model = TwoLineModel(self)
        self.form.lists.setModel(self.model)
        self.form.lists.setItemDelegate(TwoLineDelegate(desk.theme, self.form.lists))
        self.form.lists.activated.connect(lambda _index: self.open())
        self.form.nothing.hide()
        actions, guide = desk.actions, desk.guide
        self._open = actions.add(self, self.tr("Open the list of IT"), self.open, "F2", self.form.open)
        actions.add(self, self.tr("Import a ranking…"), self.take, "Ctrl+Shift+I", self.form.take)
        actions.add(self, self.tr("Go to the weights"), lambda: guide.open_page("priorities"), "", self.form.weights)

    def load(self) -> None:
        """Read the lists."""
        catalogue = self._desk.shadow.catalogue
        self._desk.jobs.read(
            lambda: (
                catalogue.all(AssumedRanking, "name"),
                {firm.id: firm.name for firm in catalogue.firms()},
                {unit.id: unit.name for unit in catalogue.units()},
            ),
            self._show,
            supersedes="lists",
        )

    def take(self) -> None:
        """Import a ranking."""
        plan = self._desk.shadow.importing.ranking
        self.flow.run(self.tr("Import a ranking"), plan, IMPORTED["ranking"], self.load)

    def open(self) -> None:
        """Open the chosen list."""
        index = self.form.lists.currentIndex()
        if not index.isValid():
            return
        from shadow_app.ui.ranking_editor import RankingEditor

        chosen = self._lists[self.model.entry(index).key]
        editor = RankingEditor(self._desk, chosen.organisation_id, chosen.unit_id, self)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.finished.connect(lambda _result: self.load())
        editor.open()

    def _show(self, read: tuple[list[AssumedRanking], dict[UUID, str], dict[UUID, str]]) -> None:
        lists, firms, units = read
        self._lists = {each.id: each for each in lists}
        self.form.nothing.setVisible(not lists)
        self.form.lists.setVisible(bool(lists))
        self._open.setEnabled(bool(lists))
        self.model.show_entries([TwoLines(each.id, each.name, self._about(each, firms, units)) for each in lists])
        if not self.form.lists.currentIndex().isValid():
            self.form.lists.setCurrentIndex(self.model.index(0, 0))

    def _about(self, each: AssumedRanking, firms: dict[UUID, str], units: dict[UUID, str]) -> str:
        where = firms.get(each.organisation_id, "")
        if each.unit_id is not None:
            where = units.get(each.unit_id, "")
        count = self.tr("%Ln service(s)", "", len(each.service_ids))
        if each.locked_at is None:
            locked = self.tr("not locked yet")
        else:
            words = self.tr("locked on {day} by {name}") if each.locked_by else self.tr("locked on {day}")
            locked = words.format(day=amounts.day(each.locked_at), name=each.locked_by)
        return " · ".join(part for part in (where, count, locked) if part)

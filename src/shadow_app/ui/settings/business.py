"""Settings: firms, units, sites, roles and headcounts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QWidget

from shadow_app.domain.action_names import IMPORTED
from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.record import Record
from shadow_app.ui._compiled.ui_settings_business import Ui_SettingsBusiness
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.import_preview import ImportFlow
from shadow_app.ui.record_dialog import RecordDialog
from shadow_app.ui.settings.business_fields import blank, fields_of, filled
from shadow_app.ui.settings.business_tree import Business, BusinessModel, read_business


class SettingsBusiness(QWidget):
    """A tree, and what can be added where."""

    icon = "building-2"
    concerns: tuple[type[Record], ...] = (Organisation, BusinessUnit, Site, Role, RolePopulation)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Business")
        self.about = self.tr("Firms, units, sites, roles, headcounts")
        self._desk = desk
        self._business = Business()
        self.dialog: RecordDialog | None = None
        self.form = Ui_SettingsBusiness()
        self.form.setupUi(self)
        self.flow = ImportFlow(desk, self)
        self.model = BusinessModel(self)
        self.form.tree.setModel(self.model)
        self.form.nothing.hide()
        self._connect()

    def load(self) -> None:
        """Read the business."""
        shadow = self._desk.shadow
        self._desk.jobs.read(lambda: read_business(shadow), self._show, supersedes="business")

    def add(self, kind: type[Record]) -> None:
        """Add a record below the chosen one."""
        start = blank(kind, self._chosen(), self._business)
        if start is not None:
            self._ask(self._titles[kind], start)

    def edit(self) -> None:
        """Edit the chosen record."""
        chosen = self._chosen()
        if chosen is not None:
            self._ask(self.tr("Edit"), chosen)

    def remove(self) -> None:
        """Remove the chosen record after asking; what still has something below it stays."""
        chosen = self._chosen()
        if chosen is None:
            return
        if below := self._business.below(chosen):
            words = self.tr("%Ln entries hang on it; remove or move those first.", "", below)
            self._desk.guide.complain(words)
            return
        box = QMessageBox(
            QMessageBox.Icon.Question, "Shadow", self.tr("Remove it? Notes and visits that name it stay.")
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setParent(self, box.windowFlags())
        box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.accepted.connect(lambda: self._drop(chosen))
        self.box = box
        box.open()

    def take(self) -> None:
        """Import sites and headcounts."""
        plan = self._desk.shadow.importing.sites
        self.flow.run(self.tr("Import sites and headcounts"), plan, IMPORTED["sites"], self.load)

    def _connect(self) -> None:
        form, actions = self.form, self._desk.actions
        in_a_row(form.doing, form.firm, form.unit, form.role, form.site, form.people, form.edit, form.remove, form.take)
        self._titles: dict[type[Record], str] = {
            Organisation: self.tr("Add a firm"),
            BusinessUnit: self.tr("Add a unit"),
            Role: self.tr("Add a role"),
            Site: self.tr("Add a site"),
            RolePopulation: self.tr("Add a headcount"),
        }
        self._adders: dict[type[Record], QAction] = {
            Organisation: actions.add(self, self.tr("Add a firm"), lambda: self.add(Organisation), "", form.firm),
            BusinessUnit: actions.add(self, self.tr("Add a unit"), lambda: self.add(BusinessUnit), "", form.unit),
            Role: actions.add(self, self.tr("Add a role"), lambda: self.add(Role), "", form.role),
            Site: actions.add(self, self.tr("Add a site"), lambda: self.add(Site), "Ctrl+N", form.site),
            RolePopulation: actions.add(
                self, self.tr("Add a headcount"), lambda: self.add(RolePopulation), "Ctrl+Shift+N", form.people
            ),
        }
        self._edit = actions.add(self, self.tr("Edit the entry"), self.edit, "F2", form.edit)
        self._remove = actions.add(self, self.tr("Remove the entry"), self.remove, "Del", form.remove)
        actions.add(self, self.tr("Import sites and headcounts…"), self.take, "Ctrl+Shift+I", form.take)
        form.nothingImport.clicked.connect(self.take)
        form.tree.activated.connect(lambda _index: self.edit())
        form.tree.selectionModel().currentChanged.connect(self._enable)
        self._enable()

    def _show(self, business: Business) -> None:
        chosen = self._chosen()
        self._business = business
        self.model.show_business(business)
        self.form.tree.expandAll()
        self.form.nothing.setVisible(not business.firms)
        self.form.tree.setVisible(bool(business.firms))
        index = self.model.index_of(chosen) if chosen is not None else QModelIndex()
        self.form.tree.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self._enable()

    def _chosen(self) -> Record | None:
        return self.model.record(self.form.tree.currentIndex())

    def _enable(self, *_indexes: QModelIndex) -> None:
        chosen = self._chosen()
        for kind, action in self._adders.items():
            action.setEnabled(blank(kind, chosen, self._business) is not None)
        for action in (self._edit, self._remove):
            action.setEnabled(chosen is not None)

    def _ask(self, title: str, start: Record) -> None:
        fields = fields_of(start, self._business)
        dialog = RecordDialog(title, fields, lambda values: filled(start, values), self)
        dialog.kept_by(self._desk.jobs, self._desk.shadow.catalogue.keep, lambda _kept: self.load())
        self.dialog = dialog
        dialog.open()

    def _drop(self, record: Record) -> None:
        catalogue = self._desk.shadow.catalogue
        self._desk.jobs.write(lambda: catalogue.drop(record), lambda _: self.load())

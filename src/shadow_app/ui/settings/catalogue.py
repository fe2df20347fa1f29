"""Settings: the catalogue of services."""

from __future__ import annotations

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QWidget

from shadow_app.domain.action_names import IMPORTED
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.ui._compiled.ui_settings_catalogue import Ui_SettingsCatalogue
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.import_preview import ImportFlow
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import Values
from shadow_app.ui.record_dialog import RecordDialog
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines


class SettingsCatalogue(QWidget):
    """List, find, add, edit, retire, import. A service is never removed: notes hang on it."""

    icon = "layers"
    concerns: tuple[type[Record], ...] = (Service,)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Catalogue")
        self.about = self.tr("Services and what people call them")
        self._desk = desk
        self._services: dict[object, Service] = {}
        self.dialog: RecordDialog | None = None
        self.form = Ui_SettingsCatalogue()
        self.form.setupUi(self)
        self.flow = ImportFlow(desk, self)
        self.model = TwoLineModel(self)
        self.shown_services = QSortFilterProxyModel(self)
        self.shown_services.setSourceModel(self.model)
        self.shown_services.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.shown_services.setFilterRole(Qt.ItemDataRole.AccessibleTextRole)
        self.form.services.setModel(self.shown_services)
        self.form.services.setItemDelegate(TwoLineDelegate(desk.theme, self.form.services))
        self.form.nothing.hide()
        self._connect()

    def load(self) -> None:
        """Read the catalogue."""
        catalogue = self._desk.shadow.catalogue
        self._desk.jobs.read(lambda: catalogue.all(Service, "code", "name"), self._show, supersedes="catalogue")

    def add(self) -> None:
        """Add a service."""
        self._ask(self.tr("Add a service"), None)

    def edit(self) -> None:
        """Edit the chosen service."""
        chosen = self._chosen()
        if chosen is not None:
            self._ask(self.tr("Edit a service"), chosen)

    def retire(self) -> None:
        """Take the chosen service off the list that quick entry offers, or bring it back."""
        chosen = self._chosen()
        if chosen is not None:
            live = chosen.status is ServiceStatus.LIVE
            changed = chosen.edited(status=ServiceStatus.RETIRED if live else ServiceStatus.LIVE)
            self._keep(changed, "Service retired" if live else "Service brought back")

    def take(self) -> None:
        """Import a catalogue."""
        plan = self._desk.shadow.importing.catalogue
        self.flow.run(self.tr("Import a catalogue"), plan, IMPORTED["catalogue"], self.load)

    def _connect(self) -> None:
        form, actions = self.form, self._desk.actions
        in_a_row(form.doing, form.add, form.edit, form.retire, form.take)
        form.find.textChanged.connect(self.shown_services.setFilterFixedString)
        form.retired.toggled.connect(lambda _on: self._fill())
        form.services.activated.connect(lambda _index: self.edit())
        form.services.selectionModel().currentChanged.connect(lambda _now, _before: self._enable())
        actions.add(self, self.tr("Find a service"), form.find.setFocus, "Ctrl+F")
        actions.add(self, self.tr("Add a service"), self.add, "Ctrl+N", form.add)
        self._edit = actions.add(self, self.tr("Edit the service"), self.edit, "F2", form.edit)
        self._retire = actions.add(self, self.tr("Retire the service or bring it back"), self.retire, "", form.retire)
        actions.add(self, self.tr("Import a catalogue…"), self.take, "Ctrl+Shift+I", form.take)
        form.nothingImport.clicked.connect(self.take)
        self._enable()

    def _show(self, services: list[Service]) -> None:
        self._services = {service.id: service for service in services}
        self.form.nothing.setVisible(not services)
        self.form.services.setVisible(bool(services))
        self._fill()

    def _fill(self) -> None:
        with_retired = self.form.retired.isChecked()
        self.model.show_entries(
            [
                TwoLines(each.id, " ".join(filter(None, (each.code, each.name))), self._about(each), _retired(each))
                for each in self._services.values()
                if with_retired or not _retired(each)
            ]
        )
        if not self.form.services.currentIndex().isValid():
            self.form.services.setCurrentIndex(self.shown_services.index(0, 0))
        self._enable()

    def _about(self, service: Service) -> str:
        parts = (self.tr("retired") if _retired(service) else "", ", ".join(service.aliases), service.owner)
        return " · ".join(part for part in parts if part)

    def _chosen(self) -> Service | None:
        index = self.shown_services.mapToSource(self.form.services.currentIndex())
        return self._services.get(self.model.entry(index).key) if index.isValid() else None

    def _enable(self) -> None:
        chosen = self._chosen()
        for action in (self._edit, self._retire):
            action.setEnabled(chosen is not None)
        back = chosen is not None and _retired(chosen)
        self.form.retire.setText(self.tr("Bring back") if back else self.tr("Retire"))

    def _ask(self, title: str, known: Service | None) -> None:
        start = known or Service.model_construct(name="")
        fields = (
            Ask("name", self.tr("Name"), start.name),
            Ask("code", self.tr("Code"), start.code),
            Ask(
                "aliases",
                self.tr("What people call it"),
                start.aliases,
                "names",
                hint=self.tr("the gun, scanner, handheld"),
            ),
            Ask("description", self.tr("Description"), start.description, "words"),
            Ask("category", self.tr("Category"), start.category),
            Ask("owner", self.tr("Owner"), start.owner),
            Ask("support_team", self.tr("Support team"), start.support_team),
            Ask("criticality", self.tr("Criticality"), start.criticality),
        )

        def make(values: Values) -> Service:
            return known.edited(**values) if known else Service(**values)

        words = self.tr("Write commas between the words that people use. Two services may share a word.")
        dialog = RecordDialog(title, fields, make, self, words)
        catalogue = self._desk.shadow.catalogue
        dialog.kept_by(self._desk.jobs, lambda kept: catalogue.keep(kept, "Service kept"), lambda _kept: self.load())
        self.dialog = dialog
        dialog.open()

    def _keep(self, record: Record | None, label: str) -> None:
        if record is not None:
            catalogue = self._desk.shadow.catalogue
            self._desk.jobs.write(lambda: catalogue.keep(record, label), lambda _: self.load())


def _retired(service: Service) -> bool:
    return service.status is ServiceStatus.RETIRED

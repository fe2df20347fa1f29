"""Settings: business steps and the services that each needs."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from shadow_app.domain.organisation import BusinessStep, BusinessUnit
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_settings_steps import Ui_SettingsSteps
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import Values
from shadow_app.ui.record_dialog import RecordDialog
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines


class SettingsSteps(QWidget):
    """Add, edit and remove steps."""

    icon = "route"
    concerns: tuple[type[Record], ...] = (BusinessStep, BusinessUnit, Service)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Business steps")
        self.about = self.tr("Which services a step needs together")
        self._desk = desk
        self._steps: dict[object, BusinessStep] = {}
        self._units: list[BusinessUnit] = []
        self._services: list[Service] = []
        self.dialog: RecordDialog | None = None
        self.form = Ui_SettingsSteps()
        self.form.setupUi(self)
        form = self.form
        in_a_row(form.doing, form.add, form.edit, form.remove)
        self.model = TwoLineModel(self)
        self.form.steps.setModel(self.model)
        self.form.steps.setItemDelegate(TwoLineDelegate(desk.theme, self.form.steps))
        self.form.steps.activated.connect(lambda _index: self.edit())
        self.form.nothing.hide()
        actions = desk.actions
        self._add = actions.add(self, self.tr("Add a business step"), self.add, "Ctrl+N", self.form.add)
        self._edit = actions.add(self, self.tr("Edit the business step"), self.edit, "F2", self.form.edit)
        self._remove = actions.add(self, self.tr("Remove the business step"), self.remove, "Del", self.form.remove)
        self.form.nothingAdd.clicked.connect(self.add)

    def load(self) -> None:
        """Read steps, units and services."""
        catalogue = self._desk.shadow.catalogue
        self._desk.jobs.read(
            lambda: (catalogue.steps(), catalogue.units(), catalogue.all(Service, "name")),
            self._show,
            supersedes="steps",
        )

    def add(self) -> None:
        """Add a step."""
        if not self._units:
            self._desk.guide.complain(self.tr("A step belongs to a business unit; add a firm and a unit first."))
            return
        self._ask(self.tr("Add a business step"), BusinessStep.model_construct(unit_id=self._units[0].id, name=""))

    def edit(self) -> None:
        """Edit the chosen step."""
        chosen = self._chosen()
        if chosen is not None:
            self._ask(self.tr("Edit a business step"), chosen)

    def remove(self) -> None:
        """Remove the chosen step; adding it again takes a moment, so nobody is asked."""
        chosen, catalogue = self._chosen(), self._desk.shadow.catalogue
        if chosen is not None:
            self._desk.jobs.write(lambda: catalogue.drop(chosen), lambda _: self._removed(chosen.name))

    def _removed(self, name: str) -> None:
        self._desk.guide.say(self.tr("{step} was removed; its services and notes stay.").format(step=name))
        self.load()

    def _show(self, read: tuple[list[BusinessStep], list[BusinessUnit], list[Service]]) -> None:
        steps, self._units, self._services = read
        self._steps = {step.id: step for step in steps}
        units = {unit.id: unit.name for unit in self._units}
        names = {service.id: service.name for service in self._services}
        self.form.nothing.setVisible(not steps)
        self.form.steps.setVisible(bool(steps))
        self.model.show_entries([TwoLines(step.id, step.name, _about(step, units, names)) for step in steps])
        if not self.form.steps.currentIndex().isValid():
            self.form.steps.setCurrentIndex(self.model.index(0, 0))
        for action in (self._edit, self._remove):
            action.setEnabled(bool(steps))

    def _chosen(self) -> BusinessStep | None:
        index = self.form.steps.currentIndex()
        return self._steps.get(self.model.entry(index).key) if index.isValid() else None

    def _ask(self, title: str, start: BusinessStep) -> None:
        units = tuple((unit.id, unit.name) for unit in self._units)
        services = tuple((service.id, service.name) for service in self._services)
        fields = (
            Ask("name", self.tr("Name"), start.name),
            Ask("unit_id", self.tr("Business unit"), start.unit_id, "pick", units),
            Ask("service_ids", self.tr("Services it needs"), start.service_ids, "ticks", services),
            Ask("value_at_stake", self.tr("What is at stake"), start.value_at_stake, "words"),
        )

        def make(values: Values) -> BusinessStep:
            return start.edited(**values)

        dialog = RecordDialog(title, fields, make, self)
        catalogue = self._desk.shadow.catalogue
        dialog.kept_by(
            self._desk.jobs, lambda record: catalogue.keep(record, "Business step kept"), lambda _kept: self.load()
        )
        self.dialog = dialog
        dialog.open()


def _about(step: BusinessStep, units: dict[UUID, str], names: dict[UUID, str]) -> str:
    needs = amounts.joined([names[service] for service in step.service_ids if service in names])
    return " · ".join(part for part in (units.get(step.unit_id, ""), needs) if part)

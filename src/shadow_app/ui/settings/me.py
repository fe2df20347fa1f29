"""Settings: who am I, and who else goes out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shadow_app.domain.people import Shadower
from shadow_app.domain.record import Record
from shadow_app.settings import Settings
from shadow_app.ui._compiled.ui_settings_me import Ui_SettingsMe
from shadow_app.ui.desk import Desk
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import Values
from shadow_app.ui.record_dialog import RecordDialog
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.own_settings import OwnSettings


class SettingsMe(QWidget):
    """My name and team; below, everybody of the programme."""

    icon = "user-round"
    concerns: tuple[type[Record], ...] = (Shadower,)

    def __init__(self, desk: Desk, own: OwnSettings) -> None:
        super().__init__()
        self.title = self.tr("Me")
        self.about = self.tr("My name, my team, the IT people")
        self._desk = desk
        self._own = own
        self._people: dict[object, Shadower] = {}
        self.dialog: RecordDialog | None = None
        self.form = Ui_SettingsMe()
        self.form.setupUi(self)
        self.model = TwoLineModel(self)
        self.form.people.setModel(self.model)
        self.form.people.setItemDelegate(TwoLineDelegate(desk.theme, self.form.people))
        self.form.people.activated.connect(lambda _index: self.edit())
        for line in (self.form.name, self.form.team):
            line.returnPressed.connect(self.save)
        actions = desk.actions
        actions.add(self, self.tr("Save my name and team"), self.save, "Ctrl+S", self.form.save)
        actions.add(self, self.tr("Add a person"), self.add, "Ctrl+N", self.form.add)
        self._edit = actions.add(self, self.tr("Edit the person"), self.edit, "F2", self.form.edit)
        self.form.nothing.hide()
        self.form.nothingAdd.clicked.connect(self.add)
        self.form.people.selectionModel().currentChanged.connect(self._enable)
        self._enable()

    def load(self) -> None:
        """Read who I am and who there is."""
        own, catalogue = self._own, self._desk.shadow.catalogue
        self._desk.jobs.read(lambda: (own.current(), own.me(), catalogue.shadowers()), self._show, supersedes="me")

    def save(self) -> None:
        """Say who I am."""
        name, team, own = self.form.name.text(), self.form.team.text(), self._own
        self._desk.jobs.write(lambda: own.introduce(name, team), self._saved)

    def add(self) -> None:
        """Add somebody of IT."""
        self._ask(self.tr("Add a person"), None)

    def edit(self) -> None:
        """Edit the chosen person."""
        index = self.form.people.currentIndex()
        if index.isValid():
            self._ask(self.tr("Edit a person"), self._people[self.model.entry(index).key])

    def _show(self, read: tuple[Settings, Shadower | None, list[Shadower]]) -> None:
        settings, me, people = read
        # Whoever is just writing is not overwritten.
        if not (self.form.name.isModified() or self.form.team.isModified()):
            self.form.name.setText(me.name if me else settings.name)
            self.form.team.setText(me.team if me else settings.team)
        self._people = {person.id: person for person in people}
        index = self.form.people.currentIndex()
        kept = self.model.entry(index).key if index.isValid() else None
        self.model.show_entries([TwoLines(person.id, person.name, self._about(person, me)) for person in people])
        place = self.model.index_of(kept)
        self.form.people.setCurrentIndex(place if place.isValid() else self.model.index(0, 0))
        self.form.people.setVisible(bool(people))
        self.form.nothing.setVisible(not people)
        self._enable()

    def _enable(self, *_indexes: object) -> None:
        self._edit.setEnabled(self.form.people.currentIndex().isValid())

    def _about(self, person: Shadower, me: Shadower | None) -> str:
        parts = [person.team, self.tr("team lead") if person.lead else ""]
        parts.append(self.tr("that is me") if me is not None and person.id == me.id else "")
        return " · ".join(part for part in parts if part)

    def _saved(self, me: Shadower) -> None:
        self.form.name.setModified(False)
        self.form.team.setModified(False)
        self._desk.guide.say(self.tr("From now on your notes carry the name {name}.").format(name=me.name))
        self.load()

    def _ask(self, title: str, known: Shadower | None) -> None:
        start = known or Shadower.model_construct(name="", team="", lead=False)
        fields = (
            Ask("name", self.tr("Name"), start.name),
            Ask("team", self.tr("Team"), start.team),
            Ask("lead", self.tr("Leads a team"), start.lead, "yes"),
        )

        def make(values: Values) -> Shadower:
            return known.edited(**values) if known else Shadower(**values)

        dialog = RecordDialog(title, fields, make, self)
        catalogue = self._desk.shadow.catalogue
        dialog.kept_by(self._desk.jobs, lambda record: catalogue.keep(record, "Person kept"), lambda _kept: self.load())
        self.dialog = dialog
        dialog.open()

"""Programme: why IT goes out, how far it has come, where nobody has been, where to go next, who should be told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from shadow_app.domain.action_names import IMPORTED
from shadow_app.domain.programme import Programme, Target
from shadow_app.domain.telling import Update
from shadow_app.insight.outings import TeamProgress
from shadow_app.ui._compiled.ui_programme_page import Ui_ProgrammePage
from shadow_app.ui.desk import Desk
from shadow_app.ui.fresh_page import FreshPage
from shadow_app.ui.import_preview import ImportFlow
from shadow_app.ui.jobs import Job
from shadow_app.ui.programme.ask import ask_goal, ask_programme, ask_told
from shadow_app.ui.programme.contacts_tab import ContactsTab
from shadow_app.ui.programme.desk import ProgrammeDesk
from shadow_app.ui.programme.head import ProgrammeHead
from shadow_app.ui.programme.heard import ProgrammeHeard
from shadow_app.ui.programme.map import ProgrammeMap
from shadow_app.ui.programme.next import ProgrammeNext
from shadow_app.ui.programme.people import ProgrammePeople
from shadow_app.ui.programme.shifts import ProgrammeShifts
from shadow_app.ui.record_dialog import RecordDialog
from shadow_app.ui.taking_back import TakingBack
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.programme_scene import CoverageScene, FieldScene

_COVERAGE, _FIELD = "programme", "programme field"


class ProgrammePage(FreshPage):
    """The head and seven views, each a widget of its own; this page reads, asks and writes for them."""

    name = "programme"
    icon = "target"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Programme")
        self.widget = self
        self._desk = desk
        self.form = Ui_ProgrammePage()
        self.form.setupUi(self)
        self._unit: UUID | None = None
        self._seen: CoverageScene | None = None
        self._ranking: Job | None = None
        """What needs a ranking takes longest and is given up when nobody looks."""
        self._wanted: UUID | None = None
        """What the page was opened at, while it is still being read."""
        self.dialog: RecordDialog | None = None
        self.flow = ImportFlow(desk, self)
        self._build()
        self._connect()

    def hideEvent(self, event: QHideEvent) -> None:
        """A ranking that nobody waits for is given up."""
        if self._ranking is not None:
            self._ranking.stop()
            self._ranking, self._stale = None, True
        super().hideEvent(event)

    def load(self) -> None:
        """Who has been out where at once; what needs a ranking follows."""
        self._loading()
        shadow, unit_id, jobs = self._desk.shadow, self._unit, self._desk.jobs

        def rank(seen: CoverageScene) -> None:
            self._show_coverage(seen)
            programme = shadow.programme
            self._ranking = jobs.read(lambda: programme.field(seen, unit_id), self._show_field, supersedes=_FIELD)

        def read(_: None) -> None:
            today = datetime.now().astimezone().date()
            jobs.read(lambda: shadow.programme.coverage(today, unit_id), rank, supersedes=_COVERAGE)

        # Adding up writes, so it goes to the writing thread.
        self._add_up(self._desk, read)
        self.contacts.load(unit_id)

    def go_to(self, at: UUID) -> None:
        """Show a site on the map, a unit, or a contact."""
        if self._seen is None:
            self._wanted = at
            return
        if at in self._seen.unit_names:
            self.choose_unit(at)
        elif self.map.show_site(at):
            self.form.tabs.setCurrentWidget(self.map)
        elif self.contacts.go_to(at):
            self.form.tabs.setCurrentWidget(self.contacts)
        else:
            self._desk.guide.complain(self.tr("What this page was opened at is not there any more."))

    def choose_unit(self, unit_id: UUID | None) -> None:
        """Show one business unit; None shows all."""
        self._unit = unit_id
        self.load()

    def _build(self) -> None:
        desk = self._desk
        self.next, self.people, self.map = ProgrammeNext(desk), ProgrammePeople(desk), ProgrammeMap(desk)
        self.shifts, self.desk, self.heard = ProgrammeShifts(desk), ProgrammeDesk(desk), ProgrammeHeard(desk)
        self.contacts = ContactsTab(desk)
        self.views = (self.next, self.people, self.map, self.shifts, self.desk, self.heard, self.contacts)
        self.head = ProgrammeHead(self.form)
        self.form.tabs.tabBar().setDrawBase(False)
        for view in self.views:
            self.form.tabs.addTab(view, view.title)

    def _connect(self) -> None:
        form, actions = self.form, self._desk.actions
        form.unit.activated.connect(lambda place: self.choose_unit(form.unit.itemData(place)))
        form.begin.clicked.connect(self.ask_goals)
        for planner in (self.next, self.map, self.heard):
            planner.plan_wanted.connect(self.plan)
        self.people.goal_wanted.connect(self._ask_goal)
        self.people.import_wanted.connect(self.take_targets)
        self.desk.import_wanted.connect(self.take_tickets)
        self.heard.tell_wanted.connect(self._ask_told)
        actions.add(self, self.tr("Choose the business unit"), self._to_units, "Ctrl+U")
        actions.add(self, self.tr("Goals of the programme"), self.ask_goals, "G", form.goals)
        actions.add(self, self.tr("Import ticket counts"), self.take_tickets, "Ctrl+Shift+I", form.tickets)
        actions.add(self, self.tr("Next view of the programme"), lambda: self._turn(1), "Ctrl+PgDown")
        actions.add(self, self.tr("Previous view of the programme"), lambda: self._turn(-1), "Ctrl+PgUp")
        TakingBack(self._desk, self, self.load).add_actions()
        for view in self.views:
            words = self.tr("Programme: {view}").format(view=view.title)
            actions.add(self, words, self._opener(view))

    def ask_goals(self) -> None:
        """Ask for the programme's name, time, goals and rules."""
        known = self._seen.programme if self._seen else None
        dialog = ask_programme(known, datetime.now().astimezone().date(), self)
        self._open(dialog)

    def take_tickets(self) -> None:
        """Import what the service desk counted."""
        plan = self._desk.shadow.importing.tickets
        self.flow.run(self.tr("Import ticket counts"), plan, IMPORTED["tickets"], self.load)

    def take_targets(self) -> None:
        """Import the goals of teams."""
        plan = self._desk.shadow.importing.targets
        self.flow.run(self.tr("Import the goals of teams"), plan, IMPORTED["targets"], self.load)

    def plan(self, site_id: UUID, role_id: UUID, shadower_id: UUID | None, focus: str) -> None:
        """Plan a visit and open it where it is prepared."""
        shadow, guide = self._desk.shadow, self._desk.guide
        now = datetime.now().astimezone()
        self._desk.jobs.write(
            lambda: shadow.programme.plan(site_id, role_id, shadower_id or shadow.me(), now, focus),
            lambda visit: guide.open_visit(visit.id, "prepare"),
            self._failed,
        )

    def _show_coverage(self, seen: CoverageScene) -> None:
        self._seen = seen
        self._fill_units(seen)
        self.head.show_coverage(seen)
        for view in (self.people, self.map, self.shifts, self.heard):
            view.show_coverage(seen)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.go_to(wanted)

    def _show_field(self, field: FieldScene) -> None:
        self._ranking = None
        self.next.show_field(field)
        self.desk.show_field(field)

    def _fill_units(self, seen: CoverageScene) -> None:
        units = self.form.unit
        units.clear()
        units.addItem(self.tr("All units"), None)
        for unit_id, name in sorted(seen.unit_names.items(), key=lambda item: item[1].casefold()):
            units.addItem(name, unit_id)
        places = (place for place in range(units.count()) if units.itemData(place) == self._unit)
        units.setCurrentIndex(next(places, 0))

    def _ask_goal(self, team: TeamProgress) -> None:
        programme = self._seen.programme if self._seen else None
        if programme is None:
            self.ask_goals()
            return
        dialog = ask_goal(team, programme, self)
        self._open(dialog)

    def _ask_told(self, site_id: UUID, site: str) -> None:
        dialog = ask_told(site_id, site, datetime.now().astimezone().date(), self)
        self._open(dialog)

    def _open(self, dialog: RecordDialog) -> None:
        dialog.kept_by(self._desk.jobs, self._keep, lambda _kept: self.load())
        self.dialog = dialog
        dialog.open()

    def _keep(self, record: object) -> None:
        """On the writing thread."""
        shadow = self._desk.shadow
        match record:
            case Programme():
                shadow.programme.keep(record)
            case Target(visits_per_person=None, hours_per_person=None):
                shadow.programme.unaim(record.team)
            case Target():
                shadow.programme.aim(record.team, record.visits_per_person, record.hours_per_person)
            case Update():
                shadow.telling.tell_site(record.site_id, record.text, record.channel, on=record.told_on)

    def _failed(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))

    def _turn(self, by: int) -> None:
        tabs = self.form.tabs
        tabs.setCurrentIndex((tabs.currentIndex() + by) % tabs.count())

    def _opener(self, view: QWidget) -> Callable[[], None]:
        return lambda: self.form.tabs.setCurrentWidget(view)

    def _to_units(self) -> None:
        self.form.unit.setFocus()
        self.form.unit.showPopup()

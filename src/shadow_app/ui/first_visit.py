"""The first two minutes after the store was made: three names, a list of services, and one is out or prepared."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.domain.action_names import IMPORTED
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import VisitState
from shadow_app.ui._compiled.ui_first_visit_dialog import Ui_FirstVisitDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.dialog_room import in_reach
from shadow_app.ui.import_preview import ImportFlow
from shadow_app.ui.trouble import words_for

if TYPE_CHECKING:
    from shadow_app.usecases.beginning import FirstPlace

translate = QCoreApplication.translate

_NOW, _DAYS = 0, (0, 1, 7)
_STARTER, _FILE = 0, 1
_HOUR = 9
"""When a visit of another day begins until somebody says otherwise."""
_LONGEST = 200


class FirstVisitDialog(QDialog):
    """Asks; whoever opens it does what was asked. Enter in a field goes on, Esc is Later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = self.form = Ui_FirstVisitDialog()
        form.setupUi(self)
        for line in (form.organisation, form.site, form.role):
            line.setMaxLength(_LONGEST)
            line.textChanged.connect(self._check)
        form.begin.clicked.connect(self.accept)
        form.later.clicked.connect(self.reject)
        self._check()
        in_reach(self)

    @property
    def at(self) -> datetime:
        """When it is, in this computer's zone."""
        now = datetime.now().astimezone()
        if self.now:
            return now
        day = now + timedelta(days=_DAYS[self.form.when.currentIndex()])
        return datetime(day.year, day.month, day.day, _HOUR).astimezone()

    @property
    def now(self) -> bool:
        """Whether one is there already."""
        return self.form.when.currentIndex() == _NOW

    @property
    def starter(self) -> bool:
        """Whether the small list is wanted."""
        return self.form.services.currentIndex() == _STARTER

    @property
    def own_list(self) -> bool:
        """Whether a file is to be chosen."""
        return self.form.services.currentIndex() == _FILE

    def _check(self) -> None:
        form = self.form
        form.begin.setEnabled(all(each.text().strip() for each in (form.organisation, form.site, form.role)))


class FirstVisit:
    """Opens the dialog and carries out what was said in it, step by step, each of them saved."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._flow = ImportFlow(desk, parent)
        self.dialog: FirstVisitDialog | None = None

    def ask(self) -> None:
        """Ask; Later leaves everything as it is, and Today says how to come back."""
        dialog = self.dialog = FirstVisitDialog(self._parent.window())
        dialog.accepted.connect(lambda: self._begin(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.form.organisation.setFocus()

    def _begin(self, dialog: FirstVisitDialog) -> None:
        shadow, form = self._desk.shadow, dialog.form
        names = (form.organisation.text(), form.site.text(), form.role.text())
        at, now, starter, own_list = dialog.at, dialog.now, dialog.starter, dialog.own_list

        def work() -> Visit:
            me = shadow.me()
            if starter:
                shadow.beginning.bring_starter()
            return shadow.beginning.first_visit(_place(*names), me, at, now=now)

        def then(visit: Visit) -> None:
            self._desk.guide.open_visit(visit.id, "live" if visit.state is VisitState.LIVE else "prepare")
            if own_list:
                title, plan = translate("FirstVisitDialog", "Import a catalogue"), shadow.importing.catalogue
                self._flow.run(title, plan, IMPORTED["catalogue"], _nothing)

        self._desk.jobs.write(work, then, lambda error: self._desk.guide.complain(words_for(error)))


def _place(organisation: str, site: str, role: str) -> FirstPlace:
    from shadow_app.usecases.beginning import FirstPlace

    return FirstPlace(organisation, site, role)


def _nothing() -> None:
    """The lists hear of it by the news."""

"""Plan a visit: where, whom, who, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.bootstrap import Shadow
from shadow_app.domain.organisation import Role, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import VisitType
from shadow_app.ui._compiled.ui_new_visit_dialog import Ui_NewVisitDialog
from shadow_app.ui.dates import BRIEF, local_pattern
from shadow_app.ui.dialog_room import fitted, in_reach

_ROUND_TO_MINUTES = 15
_LONGEST_FOCUS = 2_000
"""What a visit's focus has room for."""


@dataclass(frozen=True)
class Choices:
    """What can be chosen; read off the screen's thread."""

    sites: Sequence[Site]
    roles_at: dict[UUID, list[Role]]
    """site → the roles of its firm, those with people there first."""
    people: Sequence[Shadower]
    me: UUID | None


def read_choices(shadow: Shadow) -> Choices:
    """Everything that the dialog offers."""
    catalogue = shadow.catalogue
    sites, roles = catalogue.sites(), catalogue.roles()
    firm_of = {unit.id: unit.organisation_id for unit in catalogue.units()}
    there = {(each.site_id, each.role_id) for each in catalogue.populations() if each.headcount}
    roles_at = {}
    # A site whose unit was removed belongs to no firm: nobody can go there.
    sites = [site for site in sites if site.unit_id in firm_of]
    for site in sites:
        of_firm = [role for role in roles if role.organisation_id == firm_of[site.unit_id]]
        here = [role for role in of_firm if (site.id, role.id) in there]
        roles_at[site.id] = here + [role for role in of_firm if role not in here]
    return Choices(sites, roles_at, catalogue.shadowers(), shadow.me())


class NewVisitDialog(QDialog):
    """Asks for a visit. `visit` is what was asked for, once accepted."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.form = Ui_NewVisitDialog()
        self.form.setupUi(self)
        for site in choices.sites:
            self.form.site.addItem(site.name, site.id)
        for person in choices.people:
            self.form.person.addItem(f"{person.name}  ·  {person.team}" if person.team else person.name, person.id)
        # findData compares Python objects by identity.
        mine = [place for place, person in enumerate(choices.people) if person.id == choices.me]
        self.form.person.setCurrentIndex(mine[0] if mine else 0)
        self.form.kind.addItem(self.tr("A first look"), VisitType.IMMERSION)
        self.form.kind.addItem(self.tr("Did the release help?"), VisitType.POST_RELEASE)
        self.form.focus.setMaxLength(_LONGEST_FOCUS)
        self.form.when.setDisplayFormat(f"{local_pattern(BRIEF)}  HH:mm")
        self.form.when.setDateTime(_next_quarter())
        in_reach(self)
        self.form.site.currentIndexChanged.connect(self._roles)
        self.form.plan.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        self._roles()

    @property
    def visit(self) -> Visit:
        """The visit as it was filled in; its time is this computer's."""
        at = datetime.fromtimestamp(self.form.when.dateTime().toSecsSinceEpoch()).astimezone()
        offset = at.utcoffset()
        return Visit(
            site_id=self.form.site.currentData(),
            role_id=self.form.role.currentData(),
            shadower_id=self.form.person.currentData(),
            visit_type=self.form.kind.currentData(),
            starts_at=at,
            utc_offset=round(offset.total_seconds() / 60) if offset else 0,
            focus=self.form.focus.text().strip(),
        )

    def _roles(self) -> None:
        self.form.role.clear()
        for role in self._choices.roles_at.get(self.form.site.currentData(), ()):
            self.form.role.addItem(role.name, role.id)
        missing = self._missing()
        self.form.hint.setText(missing)
        self.form.plan.setEnabled(not missing)
        fitted(self)

    def _missing(self) -> str:
        if not self._choices.sites:
            return self.tr("There is no site yet. Bring your sites under Settings first.")
        if not self.form.role.count():
            return self.tr("There is no role at this site yet. Bring roles under Settings first.")
        if not self._choices.people:
            return self.tr("Nobody can go yet. Say who you are under Settings first.")
        return ""


def _next_quarter() -> QDateTime:
    now = QDateTime.currentDateTime()
    late = now.time().minute() % _ROUND_TO_MINUTES
    return now.addSecs((_ROUND_TO_MINUTES - late) % _ROUND_TO_MINUTES * 60 - now.time().second())

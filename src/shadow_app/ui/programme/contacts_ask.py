"""The questions about contacts: whom one talks to, for whom they speak, what was asked and said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from shadow_app.bootstrap import Shadow
from shadow_app.domain.telling import Contact, Conversation
from shadow_app.domain.vocabulary import ContactLevel
from shadow_app.ui.letters import within
from shadow_app.ui.programme.ask import PlainDialog
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import Values
from shadow_app.ui.record_dialog import RecordDialog

translate = QCoreApplication.translate


@dataclass(frozen=True)
class SpeaksFor:
    """A firm, a unit, or a role at a site: the three levels at which one talks."""

    level: ContactLevel
    organisation_id: UUID
    unit_id: UUID | None = None
    site_id: UUID | None = None
    role_id: UUID | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """As a contact keeps them."""
        return dict(vars(self))


Choices = tuple[tuple[SpeaksFor, str], ...]


def read_choices(shadow: Shadow) -> Choices:
    """Everybody for whom somebody may speak: firms, then units, then roles at sites."""
    catalogue = shadow.catalogue
    firms, units, roles = catalogue.firms(), catalogue.units(), {role.id: role for role in catalogue.roles()}
    sites = catalogue.sites()
    firm_of = {unit.id: unit.organisation_id for unit in units}
    names = {firm.id: firm.name for firm in firms}
    there = {(each.site_id, each.role_id) for each in catalogue.populations() if each.headcount}
    whole = translate("Contacts", "the whole of {name}")
    return (
        *((SpeaksFor(ContactLevel.ORGANISATION, firm.id), whole.format(name=firm.name)) for firm in firms),
        *(
            (SpeaksFor(ContactLevel.UNIT, unit.organisation_id, unit.id), f"{unit.name}, {names[unit.organisation_id]}")
            for unit in units
            if unit.organisation_id in names
        ),
        *(
            (
                SpeaksFor(ContactLevel.ROLE, firm_of[site.unit_id], site.unit_id, site.id, role_id),
                f"{site.name}, {within(roles[role_id].name)}",
            )
            for site in sites
            if site.unit_id in firm_of
            for site_id, role_id in sorted(there, key=lambda place: roles[place[1]].name if place[1] in roles else "")
            if site_id == site.id and role_id in roles
        ),
    )


def ask_contact(known: Contact | None, choices: Choices, parent: QWidget) -> RecordDialog:
    """Ask whom one talks to and for whom they speak."""
    now = next((choice for choice, _ in choices if known is not None and _same(choice, known)), None)
    fields = (
        Ask("name", translate("Contacts", "Name"), known.name if known else ""),
        Ask("speaks_for", translate("Contacts", "Speaks for"), now, "pick", options=choices),
        Ask("position", translate("Contacts", "Position"), known.position if known else ""),
        Ask("reach", translate("Contacts", "How to reach them"), known.reach if known else ""),
    )

    def make(values: Values) -> Contact:
        speaks_for: SpeaksFor = values.pop("speaks_for")
        values |= speaks_for.fields
        return known.edited(**values) if known else Contact(**values)

    title = translate("Contacts", "Edit a contact") if known else translate("Contacts", "Add a contact")
    return PlainDialog(title, fields, make, parent)


def ask_conversation(contact: Contact, known: Conversation | None, today: date, parent: QWidget) -> RecordDialog:
    """Ask what was asked and said."""
    asked = translate("Contacts", "What do you need from IT?")
    start = known or Conversation.model_construct(contact_id=contact.id, held_on=today, asked=asked)
    fields = (
        Ask("said", translate("Contacts", "What they said"), start.said, "words"),
        Ask("asked", translate("Contacts", "What we asked"), start.asked, "words"),
        Ask("next_step", translate("Contacts", "What follows from it"), start.next_step),
        Ask("held_on", translate("Contacts", "When"), start.held_on, "date"),
    )

    def make(values: Values) -> Conversation:
        return known.edited(**values) if known else Conversation(contact_id=contact.id, **values)

    title = translate("Contacts", "Conversation with {name}").format(name=contact.name)
    return PlainDialog(title, fields, make, parent)


def _same(choice: SpeaksFor, contact: Contact) -> bool:
    if choice.level is not contact.level:
        return False
    match contact.level:
        case ContactLevel.ORGANISATION:
            return choice.organisation_id == contact.organisation_id
        case ContactLevel.UNIT:
            return choice.unit_id == contact.unit_id
        case ContactLevel.ROLE:
            return (choice.site_id, choice.role_id) == (contact.site_id, contact.role_id)

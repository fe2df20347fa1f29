"""Whom to talk to in the business, at three levels, and what they said they need (`domain.md` §1 R10, R11)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.organisation import BusinessUnit, Organisation, Site
from shadow_app.domain.telling import Contact, Conversation
from shadow_app.domain.vocabulary import ContactLevel
from shadow_app.insight.last_contact import ContactRow
from shadow_app.storage.programme_listings import contact_rows
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store


class Contacts:
    """The verbs of the contacts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, unit_id: UUID | None = None) -> list[ContactRow]:
        """Everybody to talk to, by firm, unit and site; of one unit: also who speaks for its firm."""
        with self._store.reading() as read:
            rows = contact_rows(read)
            if unit_id is None:
                return rows
            unit = read.get(BusinessUnit, unit_id)
            sites = {site.id for site in read.where(Site, unit_id=unit_id)}
        return [row for row in rows if _speaks_for(row.contact, unit, sites)]

    def keep(self, contact: Contact) -> Contact:
        """Write a contact, new or changed. What its level does not need is left out.

        Raises:
            Refused: it does not say for whom it speaks.
            NotFound: the firm, unit or site does not exist.
        """
        with self._store.work("Contact kept") as work:
            kept = _placed(work, contact)
            work.put(kept)
            work.commit()
        return kept

    def drop(self, contact_id: UUID) -> None:
        """Take a contact off the list, with the log of what they said.

        Raises:
            NotFound: there is none.
        """
        with self._store.work("Contact removed") as work:
            contact = work.get(Contact, contact_id)
            for conversation in work.where(Conversation, contact_id=contact_id):
                work.remove(conversation)
            work.remove(contact)
            work.commit()

    def log(self, contact_id: UUID) -> list[Conversation]:
        """What they were asked and said, newest first."""
        with self._store.reading() as read:
            read.get(Contact, contact_id)
            return read.where(Conversation, "held_on", contact_id=contact_id)[::-1]

    def note(self, conversation: Conversation) -> Conversation:
        """Write a conversation, new or changed.

        Raises:
            Refused: nothing was asked and nothing was said.
            NotFound: there is no such contact.
        """
        if not conversation.asked.strip() and not conversation.said.strip():
            raise Refused(
                say("Write down what you asked or what they said; a conversation without either helps nobody.")
            )
        with self._store.work("Conversation noted") as work:
            work.get(Contact, conversation.contact_id)
            held_by = conversation.held_by or self._store.author
            kept = conversation.edited(held_by=held_by)
            work.put(kept)
            work.commit()
        return kept

    def unnote(self, conversation_id: UUID) -> None:
        """Remove a conversation.

        Raises:
            NotFound: there is none.
        """
        with self._store.work("Conversation removed") as work:
            work.remove(work.get(Conversation, conversation_id))
            work.commit()


def _placed(read: Reader, contact: Contact) -> Contact:
    """The contact with just the references of its level, each of which must be there."""
    places: dict[str, Any] = {"unit_id": None, "site_id": None, "role_id": None}
    match contact.level:
        case ContactLevel.UNIT:
            if contact.unit_id is None:
                raise Refused(say("Say for which business unit {name} speaks.", name=contact.name))
            unit = read.get(BusinessUnit, contact.unit_id)
            places["unit_id"], organisation_id = unit.id, unit.organisation_id
        case ContactLevel.ROLE:
            if contact.site_id is None or contact.role_id is None:
                raise Refused(say("Say at which site and in which role {name} works.", name=contact.name))
            site = read.get(Site, contact.site_id)
            unit = read.get(BusinessUnit, site.unit_id)
            places |= {"unit_id": unit.id, "site_id": site.id, "role_id": contact.role_id}
            organisation_id = unit.organisation_id
        case _:
            organisation_id = read.get(Organisation, contact.organisation_id).id
    return contact.edited(organisation_id=organisation_id, **places)


def _speaks_for(contact: Contact, unit: BusinessUnit, sites: set[UUID]) -> bool:
    if contact.level is ContactLevel.ORGANISATION:
        return contact.organisation_id == unit.organisation_id
    return contact.unit_id == unit.id or contact.site_id in sites

"""Contacts at three levels, and what they said."""

from __future__ import annotations

from datetime import date

import pytest

from factories import Firm, put
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.organisation import BusinessUnit, Organisation, Site
from shadow_app.domain.record import new_id
from shadow_app.domain.telling import Contact, Conversation
from shadow_app.domain.vocabulary import ContactLevel
from shadow_app.storage.store import Store
from shadow_app.usecases.contacts import Contacts
from shadow_app.usecases.importing import Importing


@pytest.fixture
def contacts(store: Store, firm: Firm) -> Contacts:
    return Contacts(store)


def chief(firm: Firm, **fields: object) -> Contact:
    return Contact.model_validate({"organisation_id": firm.firm.id, "name": "Helen", **fields})


def talk(contact: Contact, day: int, said: str = "faster scanners") -> Conversation:
    return Conversation(contact_id=contact.id, held_on=date(2026, 11, day), asked="What do you need?", said=said)


def test_three_levels_keep_just_what_they_need(contacts: Contacts, firm: Firm) -> None:
    everything = {"unit_id": firm.unit.id, "site_id": firm.site.id, "role_id": firm.driver.id}
    whole = contacts.keep(chief(firm, **everything))
    assert (whole.unit_id, whole.site_id, whole.role_id) == (None, None, None)
    unit = contacts.keep(chief(firm, level=ContactLevel.UNIT, name="Una", **everything))
    assert (unit.unit_id, unit.site_id, unit.role_id) == (firm.unit.id, None, None)
    driver = contacts.keep(chief(firm, level=ContactLevel.ROLE, name="Kerry", **{**everything, "unit_id": None}))
    assert (driver.unit_id, driver.site_id, driver.role_id) == (firm.unit.id, firm.site.id, firm.driver.id)
    rows = [(row.contact.name, row.organisation, row.unit, row.site, row.role) for row in contacts.all()]
    assert rows == [
        ("Helen", "Larkfield Parcels", "", "", ""),
        ("Una", "Larkfield Parcels", "Depots", "", ""),
        ("Kerry", "Larkfield Parcels", "Depots", "Harbour depot", "driver"),
    ]


def test_a_contact_must_say_for_whom_they_speak(contacts: Contacts, firm: Firm) -> None:
    with pytest.raises(Refused, match="Say for which business unit Helen speaks"):
        contacts.keep(chief(firm, level=ContactLevel.UNIT))
    with pytest.raises(Refused, match="Say at which site and in which role Helen works"):
        contacts.keep(chief(firm, level=ContactLevel.ROLE, site_id=firm.site.id))
    with pytest.raises(NotFound):
        contacts.keep(chief(firm, organisation_id=new_id()))
    assert contacts.all() == []


def test_a_units_contacts_are_its_own_and_its_firms(contacts: Contacts, store: Store, firm: Firm) -> None:
    other_firm = Organisation(name="Penrose")
    other = BusinessUnit(organisation_id=firm.firm.id, name="Offices")
    office = Site(unit_id=other.id, name="City office")
    put(store, other_firm, other, office)
    contacts.keep(chief(firm))
    contacts.keep(chief(firm, level=ContactLevel.UNIT, unit_id=firm.unit.id, name="Una"))
    contacts.keep(chief(firm, level=ContactLevel.ROLE, site_id=office.id, role_id=firm.loader.id, name="Otto"))
    contacts.keep(chief(firm, organisation_id=other_firm.id, name="Paula"))
    assert [row.contact.name for row in contacts.all(firm.unit.id)] == ["Helen", "Una"]
    assert [row.contact.name for row in contacts.all(other.id)] == ["Helen", "Otto"]
    assert len(contacts.all()) == 4


def test_the_log_is_newest_first_and_says_who_asked(contacts: Contacts, firm: Firm) -> None:
    helen = contacts.keep(chief(firm))
    first = contacts.note(talk(helen, 2))
    contacts.note(talk(helen, 9, "wifi").edited(held_by="Bob"))
    assert [(each.held_on.day, each.held_by) for each in contacts.log(helen.id)] == [(9, "Bob"), (2, "Ann")]
    (row,) = contacts.all()
    assert (row.conversations, row.last_on) == (2, date(2026, 11, 9))
    contacts.note(first.edited(next_step="order two"))
    assert contacts.log(helen.id)[1].next_step == "order two"
    contacts.unnote(first.id)
    assert len(contacts.log(helen.id)) == 1


def test_a_conversation_without_a_word_is_none(contacts: Contacts, firm: Firm) -> None:
    helen = contacts.keep(chief(firm))
    with pytest.raises(Refused, match="Write down what you asked or what they said"):
        contacts.note(Conversation(contact_id=helen.id, held_on=date(2026, 11, 2), asked=" "))
    with pytest.raises(NotFound):
        contacts.note(talk(chief(firm), 2))
    with pytest.raises(NotFound):
        contacts.unnote(new_id())


def test_a_contact_goes_with_its_log_in_one_step(contacts: Contacts, store: Store, firm: Firm) -> None:
    helen = contacts.keep(chief(firm))
    contacts.note(talk(helen, 2))
    heard: list[int] = []
    store.listen(lambda news: heard.append(len(news.records)))
    contacts.drop(helen.id)
    assert heard == [2]
    assert contacts.all() == []
    with pytest.raises(NotFound):
        contacts.log(helen.id)


def test_targets_wait_for_a_programme(store: Store, firm: Firm) -> None:
    with pytest.raises(Refused, match="There is no programme yet"):
        Importing(store).targets(b"team,visits\nService desk,2\n")

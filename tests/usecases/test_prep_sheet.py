"""What is settled before a visit: facts, host, consent, IT's lists."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from factories import Firm, kept, put
from shadow_app.domain.decision import Commitment
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import link_id, new_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject, Participation
from shadow_app.storage.store import Store
from shadow_app.usecases.planning import Planning


def test_two_facts_changed_one_after_the_other_both_stay(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    planning.change(firm.visit.id, focus="the last hour")
    planning.change(firm.visit.id, participation=Participation.HELPED)
    visit = planning.card(firm.visit.id).visit
    assert (visit.focus, visit.participation) == ("the last hour", Participation.HELPED)
    with pytest.raises(ValidationError):
        planning.change(firm.visit.id, shift="x" * 81)
    with pytest.raises(NotFound):
        planning.change(new_id(), focus="nowhere")


def test_a_host_is_named_once_and_can_be_taken_off(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    assert planning.name_host(firm.visit.id, "", "") is None
    with pytest.raises(Refused, match="pseudonym"):
        planning.name_host(firm.visit.id, "", "Kerry Blunt")
    first = planning.name_host(firm.visit.id, "Driver 1", "Kerry Blunt")
    second = planning.name_host(firm.visit.id, "Driver 2", "Kerry Blunt")
    assert first is not None
    assert second is not None
    assert (second.id, second.role_id) == (first.id, firm.driver.id)
    assert [host.pseudonym for host in planning.sheet(firm.visit.id).hosts] == ["Driver 2"]
    assert planning.sheet(firm.visit.id).name == "Kerry Blunt"
    assert planning.name_host(firm.visit.id, "", "") is None
    assert planning.sheet(firm.visit.id).hosts == ()


def test_a_consent_nobody_asked_for_holds_for_nobody(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    planning.unask(firm.visit.id, ConsentSubject.PHOTOS)
    planning.agree(firm.visit.id, ConsentSubject.PHOTOS, True)
    planning.unask(firm.visit.id, ConsentSubject.PHOTOS)
    assert planning.consents(firm.visit.id) == {}
    with store.reading() as read:
        kept = read.find(ConsentRecord, link_id(firm.visit.id, ConsentSubject.PHOTOS))
    assert kept is not None
    assert not kept.holds, "even where somebody looks at the removed record"
    planning.agree(firm.visit.id, ConsentSubject.PHOTOS, True)
    assert planning.consents(firm.visit.id)[ConsentSubject.PHOTOS].holds


def test_the_sheet_gathers_what_is_known(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    empty = planning.sheet(firm.visit.id)
    assert (empty.locked, empty.draft, empty.services, empty.promises) == (None, None, (), ())
    put(store, Commitment(visit_id=firm.visit.id, text="spare cradles", due_on=date(2026, 12, 1)))
    planning.answer(firm.visit.id, "during.often", "every hour")
    draft = planning.assume(AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.email.id, firm.labels.id)))
    sheet = planning.sheet(firm.visit.id)
    assert (sheet.locked, sheet.draft, sheet.services) == (None, draft, ("Email", "Label printing"))
    assert [promise.text for promise in sheet.promises] == ["spare cradles"]
    assert sheet.answers == {"during.often": "every hour"}
    locked = planning.lock(draft)
    again = planning.assume(AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.labels.id,)))
    sheet = planning.sheet(firm.visit.id)
    assert (sheet.locked, sheet.draft, sheet.services) == (locked, again, ("Email", "Label printing"))
    with pytest.raises(NotFound):
        planning.sheet(new_id())


def test_the_list_at_hand_is_the_units_own_then_the_firms_then_a_fresh_one(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    fresh = planning.list_at_hand(firm.firm.id, firm.unit.id)
    assert (fresh.unit_id, fresh.service_ids) == (firm.unit.id, ())
    assert kept(store, AssumedRanking) == [], "nobody has kept it yet"
    of_firm = planning.lock(AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.email.id,)))
    assert planning.list_at_hand(firm.firm.id, firm.unit.id) == of_firm
    newer = planning.assume(AssumedRanking(organisation_id=firm.firm.id))
    assert planning.list_at_hand(firm.firm.id, firm.unit.id) == newer, "an open one before a locked one"
    own = AssumedRanking(organisation_id=firm.firm.id, unit_id=firm.unit.id, service_ids=(firm.labels.id,))
    own = planning.lock(own)
    assert planning.list_at_hand(firm.firm.id, firm.unit.id) == own
    assert planning.list_at_hand(firm.firm.id) == newer
    other = BusinessUnit(organisation_id=firm.firm.id, name="Contact centre")
    put(store, other)
    assert planning.list_at_hand(firm.firm.id, other.id) == newer, "another unit's list is none of ours"
    with pytest.raises(NotFound):
        planning.list_at_hand(new_id())

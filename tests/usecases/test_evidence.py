from __future__ import annotations

import pytest

from factories import Firm, put, tag
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import BusinessDamage, ConsentSubject, ReadBack, ReviewState
from shadow_app.storage.store import Store
from shadow_app.usecases.evidence import evidence_of


def consent(firm: Firm, subject: ConsentSubject, given: bool) -> ConsentRecord:
    return ConsentRecord(id=link_id(firm.visit.id, subject), visit_id=firm.visit.id, subject=subject, given=given)


@pytest.fixture
def note(store: Store, firm: Firm) -> Observation:
    made = firm.note("logs out", quote="it eats my morning", lost_minutes=4.0)
    put(store, made, tag(made, firm.scanning))
    return made


def test_the_worst_comes_first_with_its_visit(store: Store, firm: Firm, note: Observation) -> None:
    worse = firm.note("van left late", 5, business_damage=BusinessDamage.BUSINESS_LOST)
    put(store, worse, tag(worse, firm.scanning))
    found = evidence_of(store, firm.scanning.id, firm.unit.id)
    assert [each.note.note.text for each in found] == ["van left late", "logs out"]
    assert {each.visit.site for each in found} == {"Harbour depot"}
    assert evidence_of(store, firm.email.id) == ()


def test_a_quote_needs_a_yes(store: Store, firm: Firm, note: Observation) -> None:
    assert evidence_of(store, firm.scanning.id)[0].quote == ""
    put(store, consent(firm, ConsentSubject.QUOTES, True))
    assert evidence_of(store, firm.scanning.id)[0].quote == "it eats my morning"
    put(store, consent(firm, ConsentSubject.QUOTES, False))
    assert evidence_of(store, firm.scanning.id)[0].quote == ""


@pytest.mark.parametrize(
    "fields", [{"read_back": ReadBack.WITHDRAWN}, {"state": ReviewState.SET_ASIDE}, {"not_scored": True}]
)
def test_what_the_score_leaves_out_is_no_evidence(
    store: Store, firm: Firm, note: Observation, fields: dict[str, object]
) -> None:
    put(store, note.edited(**fields))
    assert evidence_of(store, firm.scanning.id) == ()


def test_a_no_to_notes_hides_the_visit(store: Store, firm: Firm, note: Observation) -> None:
    put(store, consent(firm, ConsentSubject.NOTES, False))
    assert evidence_of(store, firm.scanning.id) == ()


def test_a_photo_needs_a_yes(store: Store, firm: Firm, note: Observation) -> None:
    with store.work("photo") as work:
        work.put_blob("f" * 64, b"jpeg")
        work.put(Attachment(visit_id=firm.visit.id, observation_id=note.id, sha256="f" * 64))
        work.commit()
    assert evidence_of(store, firm.scanning.id)[0].note.pictures == ()
    put(store, consent(firm, ConsentSubject.PHOTOS, True))
    assert len(evidence_of(store, firm.scanning.id)[0].note.pictures) == 1

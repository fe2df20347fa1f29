"""What is shown behind a figure is what was added up for it, note for note."""

from __future__ import annotations

from itertools import product
from random import Random
from uuid import UUID

import pytest

from factories import Firm, put, tag
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessUnit, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import Record, link_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject, Kind, ReadBack, ReviewState, SiteType
from shadow_app.storage.listings import evidence_of_service
from shadow_app.storage.store import Store
from shadow_app.storage.tallies import refresh, tallies

_STATES: tuple[dict[str, object], ...] = (
    {},
    {"kind": Kind.WAIT},
    {"kind": Kind.WORKAROUND},
    {"kind": Kind.POSITIVE},
    {"kind": Kind.NEED},
    {"not_scored": True},
    {"state": ReviewState.SET_ASIDE},
    {"state": ReviewState.ACCEPTED},
    {"read_back": ReadBack.WITHDRAWN},
    {"read_back": ReadBack.AGREED},
    {"removed": True},
)
"""Every way in which a note does or does not count."""


def member(pain: PainPoint, note: Observation, **fields: object) -> PainPointMember:
    made = PainPointMember(id=link_id(pain.id, note.id), pain_point_id=pain.id, observation_id=note.id)
    return made.edited(**fields)


@pytest.fixture
def crowd(store: Store, firm: Firm) -> dict[str, Service]:
    """Each note on a visit of its own, so that a visit's sums name the note: all states by all ways to be filed."""
    elsewhere = BusinessUnit(organisation_id=firm.firm.id, name="Shops")
    shop = Site(unit_id=elsewhere.id, name="Shop", site_type=SiteType.OFFICE)
    jams = PainPoint(service_id=firm.labels.id, title="jams")
    slow = PainPoint(service_id=firm.labels.id, title="slow")
    dead = PainPoint(service_id=firm.email.id, title="dropped", removed=True)
    ways = ("tag", "two tags", "primary", "tag removed", "grouped", "grouped twice", "left a group", "dead group")
    random, records = Random(11), list[Record]([elsewhere, shop, jams, slow, dead])
    for number, (state, way) in enumerate(product(_STATES, ways)):
        visit = firm.visit.edited(
            id=link_id("visit", str(number)),
            number=f"V{number}",
            site_id=random.choice((firm.site.id, shop.id)),
            removed=number % 17 == 0,
        )
        note = Observation(
            **{**dict(firm.note(f"note {number}", number)), "visit_id": visit.id, "lost_minutes": 2.0, **state}
        )
        records += [visit, note, *_filed(firm, note, way, jams, slow, dead)]
        if number % 13 == 0:
            records.append(_consent(visit.id, given=False))
        elif number % 7 == 0:
            records.append(_consent(visit.id, given=True))
    put(store, *records)
    return {"scanning": firm.scanning, "labels": firm.labels, "email": firm.email}


def _filed(firm: Firm, note: Observation, way: str, jams: PainPoint, slow: PainPoint, dead: PainPoint) -> list[Record]:
    match way:
        case "tag":
            return [tag(note, firm.scanning)]
        case "two tags":
            return [tag(note, firm.scanning), tag(note, firm.labels)]
        case "primary":
            return [tag(note, firm.scanning, primary=True), tag(note, firm.email)]
        case "tag removed":
            return [tag(note, firm.scanning).edited(removed=True), tag(note, firm.email)]
        case "grouped":
            return [tag(note, firm.scanning), member(jams, note)]
        case "grouped twice":
            return [member(jams, note), member(slow, note)]
        case "left a group":
            return [tag(note, firm.scanning), member(jams, note, removed=True)]
    return [tag(note, firm.scanning), member(dead, note)]


def _consent(visit_id: UUID, *, given: bool) -> ConsentRecord:
    return ConsentRecord(
        id=link_id(visit_id, ConsentSubject.NOTES), visit_id=visit_id, subject=ConsentSubject.NOTES, given=given
    )


@pytest.mark.parametrize("everywhere", [True, False])
def test_the_notes_behind_are_the_notes_that_were_added_up(
    store: Store, firm: Firm, crowd: dict[str, Service], everywhere: bool
) -> None:
    unit_id = None if everywhere else firm.unit.id
    refresh(store)
    with store.reading() as read:
        rows = tallies(read, unit_id)
        visit_of = {note.id: note.visit_id for note in read.where(Observation, removed=True)}
        for name, service in crowd.items():
            shown = evidence_of_service(read, service.id, unit_id, limit=1_000)
            added_up = {row.visit_id for row in rows if row.service_id == service.id}
            assert {visit_of[note_id] for note_id in shown} == added_up, name
            assert len(shown) == len(added_up) > 1, "each note once"


def test_a_note_of_a_pain_point_counts_for_its_service_without_a_tag(store: Store, firm: Firm) -> None:
    note, other = firm.note("jam", lost_minutes=1.0), firm.note("slow", 1, lost_minutes=5.0)
    pain = PainPoint(service_id=firm.labels.id, title="jams")
    put(store, note, other, tag(note, firm.scanning), tag(other, firm.labels), pain, member(pain, note))
    with store.reading() as read:
        assert evidence_of_service(read, firm.labels.id) == [other.id, note.id], "the dearest first"
        assert evidence_of_service(read, firm.labels.id, limit=1) == [other.id]
        assert evidence_of_service(read, firm.scanning.id) == []

"""The sums that SQL makes, against sums made by hand."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from factories import Firm, put, tag
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import (
    ConsentSubject,
    Evidence,
    Kind,
    MinutesSource,
    RatePer,
    ReadBack,
    ReviewState,
    Scope,
    Workaround,
)
from shadow_app.insight.tally import Tally
from shadow_app.storage.store import Store
from shadow_app.storage.tallies import exposures, refresh, tallies


def tallied(store: Store, unit_id: UUID | None = None, visit_id: UUID | None = None) -> list[Tally]:
    refresh(store)
    with store.reading() as read:
        return tallies(read, unit_id, visit_id)


def test_counts_and_minutes_are_summed_by_how_they_became_known(store: Store, firm: Firm) -> None:
    notes = [
        firm.note("a", lost_minutes=2.0, count=3),
        firm.note("b", lost_minutes=4.0, minutes_source=MinutesSource.TIMED, business_damage=2, time_to_damage=3),
        firm.note("c", evidence=Evidence.TOLD, lost_minutes=10.0, rate=2.0, rate_per=RatePer.WEEK),
        firm.note("d", workaround=Workaround.CLUMSY, surprise=True),
    ]
    put(store, *notes, *(tag(note, firm.scanning) for note in notes))
    (row,) = tallied(store)
    assert row.service_id == firm.scanning.id
    assert row.pain_point_id is None
    assert (row.site_id, row.role_id, row.scope) == (firm.site.id, firm.driver.id, "person")
    assert (row.notes, row.seen, row.told) == (4, 5, 1)
    assert (row.timed_count, row.timed_minutes) == (1, 4.0)
    assert (row.estimated_count, row.estimated_minutes) == (3, 6.0)
    assert (row.told_count, row.told_minutes) == (1, 10.0)
    assert (row.rate_week, row.rate_notes, row.rate_day) == (2.0, 1, 0)
    assert (row.d2, row.t3, row.w_clumsy, row.surprises) == (1, 1, 1, 1)


def test_shared_events_are_kept_apart_with_the_people_they_stop(store: Store, firm: Firm) -> None:
    alone = firm.note("a", lost_minutes=1.0)
    shared = firm.note("b", lost_minutes=18.0, count=2, people_stopped=6, note_scope=Scope.SHARED)
    put(store, alone, shared, tag(alone, firm.labels), tag(shared, firm.labels))
    by_scope = {row.scope: row for row in tallied(store)}
    assert set(by_scope) == {"person", "shared"}
    assert (by_scope["shared"].people_sum, by_scope["shared"].people_notes) == (12, 2)


def test_a_note_about_two_services_is_split_unless_one_is_primary(store: Store, firm: Firm) -> None:
    split, primary = firm.note("a", lost_minutes=6.0), firm.note("b", lost_minutes=6.0)
    put(store, split, primary)
    put(store, tag(split, firm.scanning), tag(split, firm.email))
    put(store, tag(primary, firm.scanning, primary=True), tag(primary, firm.email))
    rows = {row.service_id: row for row in tallied(store)}
    assert rows[firm.scanning.id].notes == 1.5
    assert rows[firm.scanning.id].estimated_minutes == 9.0
    assert rows[firm.email.id].notes == 0.5


def test_a_grouped_note_counts_in_its_pain_point_alone(store: Store, firm: Firm) -> None:
    note, loose = firm.note("a"), firm.note("b")
    pain_point = PainPoint(service_id=firm.labels.id, title="jams")
    member = PainPointMember(id=link_id(pain_point.id, note.id), pain_point_id=pain_point.id, observation_id=note.id)
    put(store, note, loose, tag(note, firm.scanning), tag(loose, firm.scanning), pain_point, member)
    assert {(row.pain_point_id, row.service_id) for row in tallied(store)} == {
        (pain_point.id, firm.labels.id),
        (None, firm.scanning.id),
    }
    put(store, pain_point.edited(service_id=firm.email.id))
    assert {row.service_id for row in tallied(store)} == {firm.email.id, firm.scanning.id}
    put(store, member.edited(removed=True))
    assert {(row.pain_point_id, row.notes) for row in tallied(store)} == {(None, 2.0)}


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": Kind.POSITIVE},
        {"kind": Kind.QUESTION},
        {"not_scored": True},
        {"state": ReviewState.SET_ASIDE},
        {"read_back": ReadBack.WITHDRAWN},
        {"removed": True},
    ],
)
def test_what_does_not_count_is_not_counted(store: Store, firm: Firm, fields: dict[str, object]) -> None:
    note = firm.note("a", lost_minutes=5.0)
    put(store, note, tag(note, firm.email))
    assert len(tallied(store)) == 1
    put(store, note.edited(**fields))
    assert tallied(store) == []


def test_withdrawn_consent_takes_a_visit_out(store: Store, firm: Firm) -> None:
    note = firm.note("a")
    put(store, note, tag(note, firm.email))
    consent = ConsentRecord(visit_id=firm.visit.id, subject=ConsentSubject.NOTES, given=True)
    put(store, consent)
    assert len(tallied(store)) == 1
    put(store, consent.edited(given=False))
    assert tallied(store) == []


def test_hours_of_which_nothing_may_be_told_are_none_without_pain(store: Store, firm: Firm) -> None:
    """Or a host who takes the agreement back would make a service look half as bad."""
    other = firm.visit.edited(id=link_id("other"), number="X")
    notes = [firm.note("a"), firm.note("b").edited(visit_id=other.id)]
    put(store, other, *notes, *(tag(note, firm.email) for note in notes))
    assert len(tallied(store)) == 2
    place = firm.site.id, firm.driver.id
    consent = ConsentRecord(visit_id=other.id, subject=ConsentSubject.NOTES, given=True)
    for answer, hours in (
        (consent, 16.0),
        (consent.edited(withdrawn_on=date(2026, 11, 20)), 8.0),
        (consent.edited(given=False), 8.0),
        (consent.edited(given=False, removed=True), 16.0),
    ):
        put(store, answer)
        assert sum(row.seen for row in tallied(store)) == hours / 8
        with store.reading() as read:
            assert exposures(read) == exposures(read, firm.unit.id) == {place: hours}


def test_the_role_of_the_note_wins_over_that_of_the_visit(store: Store, firm: Firm) -> None:
    note = firm.note("clerk keys it twice", role_id=firm.loader.id)
    put(store, note, tag(note, firm.email))
    (row,) = tallied(store)
    assert row.role_id == firm.loader.id
    with store.reading() as read:
        assert exposures(read) == {(firm.site.id, firm.driver.id): 8.0, (firm.site.id, firm.loader.id): 8.0}


def test_only_what_was_touched_is_added_up_again(store: Store, firm: Firm) -> None:
    other = firm.visit.edited(id=link_id("other"), number="X")
    here = firm.note("a")
    there = Observation(**{**dict(firm.note("b")), "visit_id": other.id})
    put(store, other, here, there, tag(here, firm.email), tag(there, firm.email))
    assert len(tallied(store)) == 2
    assert [row.visit_id for row in tallied(store, visit_id=other.id)] == [other.id]
    assert tallied(store, unit_id=link_id("no unit")) == []
    with store.work("untag") as work:
        work.remove(tag(here, firm.email))
        work.commit()
    assert [row.visit_id for row in tallied(store)] == [other.id]

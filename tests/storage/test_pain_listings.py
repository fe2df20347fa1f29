"""What the lists of pain points count, against the sums of the score: two ways through the same notes."""

from __future__ import annotations

from uuid import UUID

import pytest

from shadow_app.bootstrap import Shadow
from shadow_app.insight.tally import Tally
from shadow_app.storage import pain_listings
from shadow_app.storage.pain_days import stratum_days, tallies_of
from shadow_app.storage.tallies import exposures, refresh, tallies


@pytest.fixture(scope="module")
def shadow(demo: Shadow) -> Shadow:
    refresh(demo.store)
    return demo


def by_key(rows: list[Tally]) -> dict[tuple[UUID, UUID | None], list[Tally]]:
    found: dict[tuple[UUID, UUID | None], list[Tally]] = {}
    for row in rows:
        found.setdefault((row.service_id, row.pain_point_id), []).append(row)
    return found


def test_the_lists_and_the_score_see_the_same_pains_visits_and_sites(shadow: Shadow) -> None:
    units = [None, *(unit.id for unit in shadow.catalogue.units())]
    with shadow.store.reading() as read:
        for unit_id in units:
            scored = by_key(tallies(read, unit_id))
            found = pain_listings.gathered(read, unit_id)
            assert found.keys() == scored.keys()
            for key, rows in scored.items():
                assert found[key].visits == len({row.visit_id for row in rows})
                assert found[key].sites == len({row.site_id for row in rows})
                shares = sum(row.notes for row in rows)
                assert found[key].notes >= shares - 1e-9, "a note of two services is half a note in the score"


def test_the_notes_that_are_listed_are_the_notes_that_are_counted(shadow: Shadow) -> None:
    with shadow.store.reading() as read:
        for (service_id, pain_point_id), found in pain_listings.gathered(read).items():
            if pain_point_id is None:
                listed = pain_listings.unsorted_notes(read, service_id, 1_000)
            else:
                listed = pain_listings.evidence_of_pain_point(read, pain_point_id, 1_000)
            assert len(listed) == len(set(listed)) == found.notes


def test_the_sums_of_one_pain_point_are_those_among_all(shadow: Shadow) -> None:
    with shadow.store.reading() as read:
        for (_, pain_point_id), rows in by_key(tallies(read)).items():
            if pain_point_id is not None:
                assert set(tallies_of(read, pain_point_id)) == set(rows)


def test_sightings_and_hours_of_the_days_are_those_of_the_score(shadow: Shadow) -> None:
    with shadow.store.reading() as read:
        shadowed = exposures(read)
        for (_, pain_point_id), rows in by_key(tallies(read)).items():
            if pain_point_id is None:
                continue
            days = stratum_days(read, pain_point_id)
            assert sum(day.seen for day in days) == pytest.approx(sum(row.seen for row in rows))
            minutes = sum(row.timed_minutes + row.estimated_minutes for row in rows)
            assert sum(day.minutes for day in days) == pytest.approx(minutes)
            for place in {(row.site_id, row.role_id) for row in rows}:
                hours = sum(day.hours for day in days if (day.site_id, day.role_id) == place)
                assert hours == pytest.approx(shadowed[place])


def test_a_place_narrows_the_silence(shadow: Shadow) -> None:
    places = [{"site_id": site.id} for site in shadow.catalogue.sites()]
    units = [{"unit_id": unit.id} for unit in shadow.catalogue.units()]
    with shadow.store.reading() as read:
        pains = {row.pain_point_id for row in tallies(read) if row.pain_point_id}
        asked = ((pain, pain_listings.silence_of(read, pain)) for pain in pains)
        pain, whole = max(asked, key=lambda each: each[1].times)
        assert whole.asked
        for narrower in (places, units):
            parts = [pain_listings.silence_of(read, pain, **where) for where in narrower]
            assert sum(part.times for part in parts) == whole.times
            assert sum(part.silent for part in parts) == whole.silent

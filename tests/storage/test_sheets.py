"""What a ranking reads is what `tallies` reads, laid out differently."""

from __future__ import annotations

from uuid import UUID

import pytest

from factories import Firm, put, tag
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import Evidence, RatePer, Scope
from shadow_app.domain.weights import Weights
from shadow_app.insight.service_cost import rank_services, rank_sheet
from shadow_app.storage.ground import ground
from shadow_app.storage.sheets import sheet
from shadow_app.storage.store import Store
from shadow_app.storage.tallies import refresh, tallies


@pytest.fixture
def noted(store: Store, firm: Firm) -> list[Observation]:
    notes = [
        firm.note("seen", lost_minutes=2.0, count=3, business_damage=2),
        firm.note("seen by another role", lost_minutes=4.0, role_id=firm.loader.id, surprise=True),
        firm.note("told", evidence=Evidence.TOLD, lost_minutes=10.0, rate=2.0, rate_per=RatePer.WEEK),
        firm.note("shared", lost_minutes=18.0, count=2, people_stopped=6, note_scope=Scope.SHARED),
    ]
    put(store, *notes, *(tag(note, firm.scanning) for note in notes), tag(notes[0], firm.labels))
    refresh(store)
    return notes


@pytest.mark.parametrize("only", ["all", "unit", "visit", "nowhere"])
def test_both_rank_alike_to_the_last_digit(store: Store, firm: Firm, noted: list[Observation], only: str) -> None:
    unit: UUID | None = {"unit": firm.unit.id, "nowhere": firm.firm.id}.get(only)
    visit = firm.visit.id if only == "visit" else None
    with store.reading() as read:
        stands_on, weights = ground(read), Weights()
        ranked = rank_sheet(sheet(read, unit, visit), stands_on, weights)
        assert ranked == rank_services(tallies(read, unit, visit), stands_on, weights)
    assert len(ranked) == (0 if only == "nowhere" else 2)

from __future__ import annotations

from datetime import date, timedelta

from factories import NOON, Firm, put
from shadow_app.domain.decision import Commitment
from shadow_app.domain.people import Shadower
from shadow_app.domain.record import new_id
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import CommitmentState, VisitState
from shadow_app.storage.store import Store
from shadow_app.usecases.today import Day


def test_everything_that_waits_is_there_and_nothing_else(store: Store, firm: Firm) -> None:
    visit = firm.visit
    soon = visit.edited(id=new_id(), state=VisitState.PLANNED, starts_at=NOON + timedelta(days=1))
    later = visit.edited(id=new_id(), state=VisitState.PLANNED, starts_at=NOON + timedelta(days=9))
    old = visit.edited(id=new_id(), state=VisitState.DEBRIEF, starts_at=NOON - timedelta(days=3))
    fresh = visit.edited(id=new_id(), state=VisitState.DEBRIEF, starts_at=NOON - timedelta(hours=6))
    done = visit.edited(id=new_id(), state=VisitState.REVIEWED)
    put(store, soon, later, old, fresh, done, Shadower(name="Bob"))
    put(
        store,
        Commitment(visit_id=done.id, text="no date"),
        Commitment(visit_id=done.id, text="later", due_on=date(2027, 1, 1)),
        Commitment(visit_id=done.id, text="sooner", due_on=date(2026, 12, 1)),
        Commitment(visit_id=done.id, text="kept", state=CommitmentState.KEPT),
    )
    today = Day(store).today(NOON)
    assert [card.visit.id for card in today.live] == [visit.id]
    assert [card.visit.id for card in today.planned] == [soon.id, later.id]
    assert [card.visit.id for card in today.debriefs] == [old.id, fresh.id]
    assert [today.overdue(card) for card in today.debriefs] == [True, False]
    assert [each.commitment.text for each in today.promises] == ["sooner", "later", "no date"]
    assert [each.name for each in today.never_out] == ["Bob"]


def test_the_promises_of_a_removed_visit_are_gone(store: Store, firm: Firm) -> None:
    put(store, Commitment(visit_id=firm.visit.id, text="x"))
    put(store, firm.visit.edited(removed=True))
    today = Day(store).today(NOON)
    assert today.promises == ()
    assert today.live == ()


def test_the_most_pressing_come_first_however_many_wait(store: Store, firm: Firm) -> None:
    def visits(state: VisitState, days: list[int]) -> list[Visit]:
        return [firm.visit.edited(id=new_id(), state=state, starts_at=NOON + timedelta(days=each)) for each in days]

    ahead = visits(VisitState.PLANNED, list(range(1, 140)))
    behind = visits(VisitState.DEBRIEF, list(range(-139, 0)))
    put(store, *ahead, *behind)
    today = Day(store).today(NOON)
    assert today.planned[0].visit.id == ahead[0].id
    assert today.debriefs[0].visit.id == behind[0].id

from __future__ import annotations

from datetime import date, timedelta

from factories import NOON, Firm, put
from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.people import Shadower
from shadow_app.domain.record import TEAM, link_id, new_id
from shadow_app.domain.released import Edition
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import Choice, CommitmentState, ReportKind, ReviewState, VisitState
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


def test_what_waits_at_the_desk(store: Store, firm: Firm) -> None:
    pains = [PainPoint(service_id=firm.email.id, title=title) for title in ("Old", "Older", "Ahead", "Closed", "Open")]
    pains[3] = pains[3].edited(closed_on=NOON.date())
    put(store, *pains, firm.note(state=ReviewState.READY), firm.note(state=ReviewState.ACCEPTED))
    for pain, days in zip(pains[:4], (-1, -9, 1, -1), strict=True):
        review = NOON.date() + timedelta(days=days)
        put(
            store,
            Decision(
                id=link_id(pain.id, "decision"),
                pain_point_id=pain.id,
                choice=Choice.DEFER,
                decided_on=NOON.date(),
                review_on=review,
            ),
        )
    gone = Edition(
        report_kind=ReportKind.PROGRAMME,
        subject_id=TEAM,
        title="Programme",
        released_at=NOON,
        content_sha256="",
        pdf_sha256="",
        withdrawn_at=NOON,
    )
    put(store, gone)
    duties = Day(store).today(NOON).duties
    assert duties.ready == 1
    assert [each.title for each in duties.decisions] == ["Older", "Old"]
    assert duties.editions == (gone,)
    put(store, gone.edited(id=new_id(), number=2, released_at=NOON + timedelta(hours=1), withdrawn_at=None))
    assert Day(store).today(NOON).duties.editions == ()

"""A visit from its plan to its end: planning, timers, debrief."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from factories import NOON, Firm, kept, put, tag
from shadow_app.domain.decision import Commitment
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.people import Host
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import new_id
from shadow_app.domain.visit import ConsentRecord, Visit
from shadow_app.domain.vocabulary import (
    ActivityKind,
    CommitmentState,
    ConsentSubject,
    Kind,
    MinutesSource,
    ReadBack,
    ReviewState,
    VisitState,
)
from shadow_app.insight.quick_entry import parse
from shadow_app.storage.store import Store
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.catalogue import Catalogue
from shadow_app.usecases.debriefing import Debriefing
from shadow_app.usecases.planning import Planning
from shadow_app.usecases.prep_sheet import open_promises_at
from shadow_app.usecases.timing import Timing


def planned(firm: Firm) -> Visit:
    return Visit(site_id=firm.site.id, role_id=firm.loader.id, shadower_id=firm.ann.id, starts_at=NOON)


def test_a_visit_is_planned_started_and_finished(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    visit = planning.plan(planned(firm), [Host(visit_id=planned(firm).id, pseudonym="x")][:0])
    assert visit.number.endswith("-1")
    assert planning.plan(planned(firm)).number.endswith("-2")
    started = planning.start(visit.id, NOON + timedelta(hours=1))
    assert (started.state, started.starts_at) == (VisitState.LIVE, NOON + timedelta(hours=1))
    done = planning.finish(visit.id, NOON + timedelta(hours=7, minutes=30))
    assert (done.state, done.exposure_hours) == (VisitState.DEBRIEF, 6.5)
    again = planning.start(visit.id)
    assert again.starts_at == started.starts_at, "opening it again does not move the start"
    assert planning.finish(visit.id).exposure_hours == 6.5, "stated hours stay"
    card = planning.card(visit.id)
    assert (card.site, card.role, card.shadower, card.unit) == ("Harbour depot", "loader", "Ann", "Depots")


def test_finishing_stops_the_timers_and_writes_their_minutes(store: Store, firm: Firm) -> None:
    planning, timing = Planning(store), Timing(store)
    visit = planning.start(planning.plan(planned(firm)).id, NOON)
    timing.begin(visit.id, ActivityKind.WAITING, NOON + timedelta(hours=1))
    timing.begin(visit.id, ActivityKind.ROUTINE, NOON + timedelta(hours=1))
    planning.finish(visit.id, NOON + timedelta(hours=1, minutes=20))
    assert timing.running(visit.id) == []
    (note,) = Capture(store).timeline(visit.id)
    assert (note.note.lost_minutes, note.note.minutes_source) == (20, MinutesSource.TIMED)


def test_a_visit_that_was_finished_too_early_goes_on(store: Store, firm: Firm) -> None:
    """Or the notes of eight hours would be divided by four."""
    planning = Planning(store)
    visit = planning.plan(planned(firm))
    planning.start(visit.id, NOON)
    early = planning.finish(visit.id, NOON + timedelta(hours=4))
    planning.start(visit.id)
    again = planning.finish(visit.id, NOON + timedelta(hours=5))
    assert (again.exposure_hours, again.ends_at) == (4, early.ends_at), "nothing was noted since"
    planning.start(visit.id)
    put(store, firm.note("the gun is dead", 7 * 60).edited(visit_id=visit.id))
    done = planning.finish(visit.id, NOON + timedelta(hours=8))
    assert (done.exposure_hours, done.ends_at) == (8, NOON + timedelta(hours=8))
    assert planning.finish(visit.id, NOON + timedelta(hours=30)) == done, "it is over"
    put(store, done.edited(state=VisitState.LIVE, exposure_hours=6.5))
    put(store, firm.note("the belt stops", 9 * 60).edited(visit_id=visit.id))
    assert planning.finish(visit.id, NOON + timedelta(hours=10)).exposure_hours == 6.5, "somebody stated them"


def test_whoever_forgets_to_finish_left_with_the_last_note(store: Store, firm: Firm) -> None:
    planning, capture = Planning(store), Capture(store)
    visit = planning.start(planning.plan(planned(firm)).id, NOON)
    for text, at in (("gun hangs", NOON + timedelta(hours=6)), ("of yesterday", NOON - timedelta(days=1))):
        capture.note(visit.id, parse(text), at)
    done = planning.finish(visit.id, NOON + timedelta(hours=22))
    assert (done.exposure_hours, done.ends_at) == (6, NOON + timedelta(hours=6))
    silent = planning.start(planning.plan(planned(firm)).id, NOON)
    assert planning.finish(silent.id, NOON + timedelta(hours=22)).exposure_hours == 22, "nothing says otherwise"


@pytest.mark.parametrize(("hours", "timed"), [(12, True), (12.1, False), (23, False)])
def test_a_timer_that_was_forgotten_measures_nothing(store: Store, firm: Firm, hours: float, timed: bool) -> None:
    timing = Timing(store)
    timer = timing.begin(firm.visit.id, ActivityKind.WAITING, NOON)
    about = timing.begin(firm.visit.id, ActivityKind.WORKING_AROUND, NOON, note_id=noted(store, firm).id)
    for each in (timer, about):
        timing.end(each.id, NOON + timedelta(hours=hours))
    notes = [each.note for each in Capture(store).timeline(firm.visit.id)]
    assert [note.lost_minutes for note in notes] == ([hours * 60] * 2 if timed else [None] * 2)
    assert any("how long was it?" in note.text for note in notes) is not timed


def noted(store: Store, firm: Firm) -> Observation:
    note = firm.note("the way round the printer")
    put(store, note)
    return note


def test_a_clock_set_back_never_makes_a_visit_end_before_it_began(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    visit = planning.plan(planned(firm))
    planning.start(visit.id, NOON)
    assert planning.finish(visit.id, NOON - timedelta(days=1)).exposure_hours == 0


def test_consent_can_be_given_refused_and_taken_back(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    assert planning.consents(firm.visit.id) == {}
    planning.agree(firm.visit.id, ConsentSubject.QUOTES, True)
    planning.agree(firm.visit.id, ConsentSubject.PHOTOS, False)
    consents = planning.consents(firm.visit.id)
    assert consents[ConsentSubject.QUOTES].holds
    assert not consents[ConsentSubject.PHOTOS].holds
    assert consents[ConsentSubject.PHOTOS].withdrawn_on is None
    planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
    withdrawn = planning.consents(firm.visit.id)[ConsentSubject.QUOTES]
    assert (withdrawn.given, withdrawn.holds) == (True, False)
    assert withdrawn.withdrawn_on == datetime.now(timezone.utc).date()


def test_what_nobody_asked_leaves_nothing_to_take_off(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    planning.unask(firm.visit.id, ConsentSubject.PHOTOS)
    assert planning.consents(firm.visit.id) == {}
    assert kept(store, ConsentRecord) == []


def test_its_list_locks_once(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    ranking = AssumedRanking(organisation_id=firm.firm.id)
    with pytest.raises(Refused, match="empty"):
        planning.lock(ranking)
    ordered = planning.assume(ranking.edited(service_ids=(firm.email.id, firm.labels.id)))
    locked = planning.lock(ordered)
    assert locked.locked_by == "Ann"
    with pytest.raises(Refused, match="locked since"):
        planning.assume(locked.edited(service_ids=(firm.labels.id,)))
    assert kept(store, AssumedRanking)[0].service_ids == (firm.email.id, firm.labels.id)


def _promised(store: Store, firm: Firm) -> list[Commitment]:
    with store.reading() as read:
        return open_promises_at(read, firm.site.id)


def test_guide_answers_and_promises(store: Store, firm: Firm) -> None:
    planning, debriefing = Planning(store), Debriefing(store)
    planning.answer(firm.visit.id, "good day", "nobody waits")
    planning.answer(firm.visit.id, "good day", "nobody waits long")
    assert planning.answers(firm.visit.id) == {"good day": "nobody waits long"}
    late = debriefing.promise(Commitment(visit_id=firm.visit.id, text="spare cradles", due_on=date(2026, 12, 1)))
    debriefing.promise(Commitment(visit_id=firm.visit.id, text="no date"))
    done = Commitment(visit_id=firm.visit.id, text="done", state=CommitmentState.KEPT)
    debriefing.promise(done)
    assert [each.text for each in _promised(store, firm)] == [late.text, "no date"]


def test_a_waiting_timer_writes_a_timed_note(store: Store, firm: Firm) -> None:
    timing = Timing(store)
    waiting = timing.begin(firm.visit.id, ActivityKind.WAITING, NOON, "belt stands")
    routine = timing.begin(firm.visit.id, ActivityKind.ROUTINE, NOON, "loading")
    assert {each.id for each in timing.running(firm.visit.id)} == {waiting.id, routine.id}
    timing.end(waiting.id, NOON + timedelta(minutes=6))
    timing.end(routine.id, NOON + timedelta(minutes=30))
    (shown,) = Capture(store).timeline(firm.visit.id)
    note = shown.note
    assert (note.kind, note.text, note.lost_minutes, note.minutes_source) == (
        Kind.WAIT,
        "belt stands",
        6.0,
        MinutesSource.TIMED,
    )
    assert timing.running(firm.visit.id) == []


def test_a_timer_for_a_note_gives_it_its_minutes(store: Store, firm: Firm) -> None:
    note = firm.note("jam")
    put(store, note)
    timing = Timing(store)
    timer = timing.begin(firm.visit.id, ActivityKind.WORKING_AROUND, NOON, note_id=note.id)
    stopped = timing.end(timer.id, NOON - timedelta(minutes=3))
    assert stopped.minutes == 0, "a clock set back counts as nothing"
    assert Capture(store).shown(note.id).note.lost_minutes == 0


def test_off_the_record_stops_every_timer_and_keeps_only_its_length(store: Store, firm: Firm) -> None:
    timing = Timing(store)
    timing.begin(firm.visit.id, ActivityKind.WAITING, NOON)
    timing.go_off_record(firm.visit.id, NOON + timedelta(minutes=2))
    (pause,) = timing.running(firm.visit.id)
    assert pause.activity_kind is ActivityKind.OFF_RECORD
    timing.go_on(firm.visit.id, NOON + timedelta(minutes=8))
    assert timing.running(firm.visit.id) == []
    ended = next(each for each in timing.activities(firm.visit.id) if each.id == pause.id)
    assert (ended.minutes, ended.name) == (6.0, "")


def test_undo_steps_over_a_pause_and_takes_back_what_came_before_it(store: Store, firm: Firm) -> None:
    timing, capture, lexicon = Timing(store), Capture(store), Catalogue(store).lexicon()
    capture.note(firm.visit.id, parse("a", lexicon), NOON)
    waited = timing.begin(firm.visit.id, ActivityKind.WAITING, NOON)
    timing.go_off_record(firm.visit.id, NOON + timedelta(minutes=2))
    timing.go_on(firm.visit.id, NOON + timedelta(minutes=8))
    step = capture.undo(firm.visit.id)
    assert step is not None
    assert step.label == "Waiting: started"
    (pause,) = timing.activities(firm.visit.id)
    assert (pause.activity_kind, pause.minutes) == (ActivityKind.OFF_RECORD, 6.0), "no pause runs unseen"
    assert capture.redo(firm.visit.id) is not None
    back = next(each for each in timing.activities(firm.visit.id) if each.id == waited.id)
    assert back.minutes == 2.0, "and no timer counts the pause"
    capture.undo(firm.visit.id)
    capture.undo(firm.visit.id)
    assert capture.can(firm.visit.id).undo is None


def test_what_needs_a_person_comes_first(store: Store, firm: Firm) -> None:
    fine, untagged = firm.note("fine", 0), firm.note("untagged", 1)
    ambiguous = firm.note("zebra", 2, unresolved_tags=("#zebra",))
    offered = firm.note("offered", 3, offers_open=True)
    hazard = firm.note("hazard", 4, not_scored=True)
    put(store, fine, tag(fine, firm.email), untagged, ambiguous, offered, hazard)
    assert [each.note.text for each in Debriefing(store).waiting(firm.visit.id)] == ["offered", "zebra", "untagged"]


def test_offers_are_settled_from_the_line_itself(store: Store, firm: Firm) -> None:
    capture, debriefing, lexicon = Capture(store), Debriefing(store), Catalogue(store).lexicon()
    note = capture.note(firm.visit.id, parse("gun logs out 2m while the outlook waits", lexicon), NOON)
    assert note.offers_open
    offered = {chip.source: chip.key for chip in parse(note.line, lexicon).offered}
    settled = debriefing.settle_offers(note.id, {offered["2m"], offered["gun"]}, lexicon)
    assert (settled.lost_minutes, settled.offers_open, settled.kind) == (2.0, False, Kind.PAIN)
    assert capture.shown(note.id).services == ("Handheld scanning",)


def test_what_somebody_filled_in_is_not_overwritten_by_an_offer(store: Store, firm: Firm) -> None:
    capture, debriefing, lexicon = Capture(store), Debriefing(store), Catalogue(store).lexicon()
    note = capture.note(firm.visit.id, parse("gun logs out 2m", lexicon), NOON)
    capture.edit(note.id, lost_minutes=5.0, kind=Kind.WORKAROUND)
    keys = {chip.key for chip in parse(note.line, lexicon).offered}
    settled = debriefing.settle_offers(note.id, keys, lexicon)
    assert (settled.lost_minutes, settled.kind) == (5.0, Kind.WORKAROUND)


def test_the_debrief_closes_the_visit_and_hands_its_notes_in(store: Store, firm: Firm) -> None:
    debriefing = Debriefing(store)

    def states() -> list[ReviewState]:
        return [each.note.state for each in Capture(store).timeline(firm.visit.id)]

    note = firm.note("a")
    put(store, note)
    edited = Capture(store).edit(note.id, read_back=ReadBack.CORRECTED, read_back_note="it was six")
    assert edited.read_back_note == "it was six"
    debriefing.rate(firm.visit.id, "Driver 1", firm.email.id, 9, 3)
    debriefing.rate(firm.visit.id, "Driver 1", firm.email.id, 8, 3)
    assert [each.importance for each in debriefing.ratings(firm.visit.id)] == [8]
    debriefing.describe(firm.visit.id, headline="h", summary="s", learning="l")
    assert debriefing.thank(firm.visit.id, date(2026, 11, 13)).thanked_on == date(2026, 11, 13)
    accepted, gone = firm.note("b", state=ReviewState.ACCEPTED), firm.note("c", removed=True)
    put(store, accepted, gone)
    closed = debriefing.close(firm.visit.id)
    assert (closed.visit.state, closed.handed_in) == (VisitState.REVIEWED, 1), "what is beyond a draft stays"
    assert states() == [ReviewState.READY, ReviewState.ACCEPTED]
    step = Capture(store).undo(firm.visit.id)
    assert step is not None
    assert step.label == "Debrief done"
    assert states() == [ReviewState.DRAFT, ReviewState.ACCEPTED]
    with store.reading() as read:
        assert read.get(Visit, firm.visit.id).state is firm.visit.state, "it is one action"
    assert debriefing.promises(firm.visit.id) == []


def test_a_list_with_an_unknown_service_or_one_twice_is_refused(store: Store, firm: Firm) -> None:
    planning = Planning(store)
    twice = (firm.email.id, firm.scanning.id, firm.email.id)
    with pytest.raises(Refused, match="“Email” stands in IT's list twice"):
        planning.lock(AssumedRanking(organisation_id=firm.firm.id, service_ids=twice))
    with pytest.raises(NotFound, match="does not know"):
        planning.assume(AssumedRanking(organisation_id=firm.firm.id, service_ids=(new_id(),)))
    assert kept(store, AssumedRanking) == []
    put(store, firm.email.edited(removed=True))
    assert planning.assume(AssumedRanking(organisation_id=firm.firm.id, service_ids=twice[:2]))


def test_a_rating_of_what_is_not_there_is_refused_in_a_sentence(store: Store, firm: Firm) -> None:
    debriefing = Debriefing(store)
    with pytest.raises(NotFound, match="no service"):
        debriefing.rate(firm.visit.id, "Driver 2", new_id(), 5, 5)
    with pytest.raises(NotFound, match="no visit"):
        debriefing.rate(new_id(), "Driver 2", firm.email.id, 5, 5)

"""What the people of a site are told: their hours, their words, our answers; nothing of anybody else."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from factories import NOON, Firm, put, tag
from report_scenes import consent, decided, note_on, pain, reporting, second_depot, visit_to
from shadow_app.domain.decision import Commitment, FollowUp
from shadow_app.domain.errors import NotFound
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.people import Host
from shadow_app.domain.record import new_id
from shadow_app.domain.service import Service
from shadow_app.domain.telling import Update
from shadow_app.domain.vocabulary import Choice, CommitmentState, ConsentSubject, EvidenceGrade, Kind, ReadBack
from shadow_app.reports.you_said import Became, Given, Said, TalkTo, YouSaidReport
from shadow_app.reports.you_said_words import more
from shadow_app.storage.store import Store
from shadow_app.usecases.everyday_words import Everyday
from shadow_app.usecases.report_promises import Answered

LONG_AGO, FAR_OFF = date(2020, 1, 1), date(2999, 1, 1)


def told(store: Store, firm: Firm) -> YouSaidReport:
    return reporting(store).you_said(firm.site.id)


def only(report: YouSaidReport) -> Said:
    (said,) = report.said
    return said


@pytest.fixture
def logs_out(store: Store, firm: Firm) -> PainPoint:
    """Three times four minutes in eight hours: 4 · 3 · 42 · 254 / 60 = 2,133.6 hours a year."""
    note = note_on(
        firm.visit,
        "Gun logs out: take the gloves off again",
        lost_minutes=4.0,
        count=3,
        quote="take the gloves off again",
        consequence="The round leaves late.",
    )
    return pain(store, firm.scanning, "The scanner logs out", [note], value_at_stake="The first drop of the day")


def test_hours_are_those_of_everybody_at_this_site_alone(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    site, people = second_depot(firm)
    away = visit_to(firm, site, firm.driver)
    put(store, site, people, away)
    loader = note_on(firm.visit, "jam", lost_minutes=18.0, people_stopped=6, note_scope="shared")
    pain(store, firm.labels, "Printer jams", [loader])
    pain(store, firm.email, "Mail is slow there", [note_on(away, "slow", lost_minutes=5.0)])
    report = told(store, firm)
    # 18 · 1 · 6 · 254 / 60 = 457.2; what the other depot said is not on this page.
    assert [(said.words, round(said.hours.value, 1)) for said in report.said] == [
        ("The scanner logs out", 2133.6),
        ("Printer jams", 457.2),
    ]
    assert all(said.hours.low is not None and said.hours.low < said.hours.value for said in report.said)
    assert (report.visits, report.hours, report.site, report.organisation) == (1, 8.0, "Harbour depot", firm.firm.name)
    assert report.headline.startswith("You showed us two things that take about 2,590 hours of your time a year.")


def test_every_thing_said_carries_what_stands_behind_it(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    said = only(told(store, firm))
    assert (said.evidence.grade, said.evidence.notes, said.evidence.visits) == (EvidenceGrade.ANECDOTE, 1, 1)
    assert (said.evidence.seen, said.evidence.told) == (3, 0)
    assert (said.consequence, said.stake) == ("The round leaves late.", "The first drop of the day")
    assert said.pain_point_id == logs_out.id
    assert len(said.note_ids) == 1


def promise(point: PainPoint, **fields: object) -> Commitment:
    return Commitment.model_validate({"pain_point_id": point.id, "text": "A new lock", "owner": "Mara", **fields})


POINT = PainPoint(service_id=new_id(), title="The scanner logs out")
SEEN = date(2026, 11, 12)
OPEN, KEPT, DROPPED = CommitmentState.OPEN, CommitmentState.KEPT, CommitmentState.DROPPED


@pytest.mark.parametrize(
    ("choice", "promises", "closed_on", "became"),
    [
        (None, [], None, Became.OPEN),
        (Choice.DO, [], None, Became.DECIDED),
        (Choice.DEFER, [], None, Became.WAITS),
        (Choice.DECLINE, [], None, Became.DECLINED),
        (Choice.DO, [Given("A new lock", state=OPEN)], None, Became.PROMISED),
        (None, [Given("A new lock", state=KEPT, kept_on=SEEN)], None, Became.DONE),
        (None, [Given("A new lock", state=KEPT)], None, Became.DONE),
        (None, [Given("A new lock", state=KEPT, kept_on=LONG_AGO)], None, Became.BACK),
        (None, [Given("A", state=KEPT, kept_on=LONG_AGO), Given("B", state=OPEN)], None, Became.PROMISED),
        (None, [Given("A", state=KEPT, kept_on=LONG_AGO), Given("B", state=KEPT, kept_on=SEEN)], None, Became.DONE),
        (None, [Given("A new lock", state=DROPPED)], None, Became.NOT_KEPT),
        (Choice.DECLINE, [Given("A new lock", state=DROPPED)], None, Became.DECLINED),
        (None, [], SEEN, Became.DONE),
        (None, [], LONG_AGO, Became.BACK),
    ],
)
def test_what_became_of_it(
    choice: Choice | None, promises: list[Given], closed_on: date | None, became: Became
) -> None:
    point = POINT.edited(closed_on=closed_on)
    decision = decided(point, choice) if choice else None
    assert Answered(point, decision, tuple(promises), SEEN).became is became


def test_what_was_never_seen_cannot_be_back() -> None:
    assert Answered(POINT.edited(closed_on=LONG_AGO), None, (), None).became is Became.DONE


def test_the_store_knows_when_it_was_seen_last(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    put(store, logs_out.edited(closed_on=NOON.date(), closed_why="replaced"))
    assert (only(told(store, firm)).became, only(told(store, firm)).reason) == (Became.DONE, "replaced")
    put(store, logs_out.edited(closed_on=NOON.date() - timedelta(days=1)))
    assert only(told(store, firm)).became is Became.BACK


def test_the_reason_and_the_day_stand_beside_a_deferral(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    put(store, decided(logs_out, Choice.DEFER, "Label printing comes first", date(2027, 3, 1)))
    said = only(told(store, firm))
    assert (said.reason, said.until) == ("Label printer comes first", date(2027, 3, 1))


def test_a_quote_needs_consent_that_holds_today(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    assert only(told(store, firm)).quote == ""
    put(store, consent(firm.visit, ConsentSubject.QUOTES))
    said = only(told(store, firm))
    assert (said.quote, said.quote_by) == ("take the gloves off again", "driver")
    put(store, consent(firm.visit, ConsentSubject.QUOTES, withdrawn=True))
    assert only(told(store, firm)).quote == ""


def test_without_consent_to_notes_nothing_of_the_visit_is_told(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    put(store, consent(firm.visit, ConsentSubject.NOTES, withdrawn=True))
    report = told(store, firm)
    assert (report.said, report.works) == ((), ())


def test_a_note_that_the_host_took_back_is_no_evidence(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    with store.reading() as read:
        (note,) = read.where(Observation)
    put(store, note.edited(read_back=ReadBack.WITHDRAWN))
    assert told(store, firm).said == ()


def test_where_few_hold_the_role_no_role_and_no_day_is_told(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    put(store, consent(firm.visit, ConsentSubject.QUOTES), firm.drivers.edited(headcount=3))
    report = told(store, firm)
    assert only(report).quote_by == "one of you"
    assert report.month_only
    put(store, firm.drivers)
    assert not told(store, firm).month_only


def test_names_are_masked_and_services_are_called_what_people_call_them(store: Store, firm: Firm) -> None:
    note = note_on(firm.visit, "it jams", lost_minutes=1.0, consequence="Label printing stops; Sam Whitlock waits")
    host = Host(visit_id=firm.visit.id, pseudonym="Driver 1", name="Sam Whitlock")
    put(store, host)
    point = pain(store, firm.labels, "Label printing jams, says Carla Jones", [note])
    put(store, promise(point, text="Carla Jones mends label printing"))
    said = only(told(store, firm))
    assert said.words == "Label printer jams, says [name]"
    assert said.consequence == "Label printer stops; Driver 1 waits"
    assert said.promises[0].text == "[name] mends label printer"


def test_a_promise_to_another_site_is_not_told_here(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    site, people = second_depot(firm)
    there = promise(logs_out, site_id=site.id)
    here = Commitment(site_id=firm.site.id, text="Gate codes", owner="Ngozi", due_on=LONG_AGO)
    put(store, site, people, there, here)
    report = told(store, firm)
    assert only(report).promises == ()
    (other,) = report.promises
    assert (other.text, other.late, other.due) == ("Gate codes", True, LONG_AGO)
    assert report.headline.endswith("We have promised you one thing.")


def test_minutes_before_and_after_as_measured_else_as_noted(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    put(store, FollowUp(pain_point_id=logs_out.id, changed_on=NOON.date() + timedelta(days=1)))
    assert only(told(store, firm)).minutes_after is None
    later = visit_to(firm, firm.site, firm.driver, NOON + timedelta(days=3))
    put(store, later)
    after = note_on(later, "still", lost_minutes=1.0, count=2)
    with store.reading() as read:
        (before,) = read.where(Observation)
    pain(store, firm.labels, "other", [after])
    assert only_of(told(store, firm), logs_out).minutes_after is None
    grouped = pain(store, firm.scanning, "Logs out, both visits", [before.edited(), after])
    put(store, FollowUp(pain_point_id=grouped.id, changed_on=NOON.date() + timedelta(days=1)))
    said = only_of(told(store, firm), grouped)
    assert (said.minutes_before, said.minutes_after) == (4.0, 1.0)
    put(
        store,
        FollowUp(
            pain_point_id=grouped.id,
            changed_on=NOON.date() + timedelta(days=2),
            minutes_before=9.0,
            minutes_after=2.0,
        ),
    )
    said = only_of(told(store, firm), grouped)
    assert (said.minutes_before, said.minutes_after) == (9.0, 2.0)


def only_of(report: YouSaidReport, point: PainPoint) -> Said:
    (said,) = [said for said in report.said if said.pain_point_id == point.id]
    return said


def test_who_talks_to_them_and_when_next(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    assert told(store, firm).talk_to == ()
    put(store, logs_out.edited(engagement_owner="Asha", next_contact_on=LONG_AGO))
    assert told(store, firm).talk_to == (TalkTo("Asha", None),)
    put(store, logs_out.edited(engagement_owner="Asha", next_contact_on=FAR_OFF))
    assert told(store, firm).talk_to == (TalkTo("Asha", FAR_OFF),)


def test_what_they_were_told_last(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    put(store, Update(site_id=firm.site.id, told_on=date(2026, 11, 14)))
    put(store, Update(site_id=firm.site.id, told_on=date(2026, 11, 13), pain_point_id=logs_out.id))
    report = told(store, firm)
    assert (report.last_told, only(report).told_on) == (date(2026, 11, 14), date(2026, 11, 13))


def test_what_works_and_what_is_not_sorted_yet(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    loose = note_on(firm.visit, "outlook hangs", lost_minutes=2.0, state="draft")
    good = note_on(firm.visit, "belt card is brilliant", kind=Kind.POSITIVE)
    put(store, loose, tag(loose, firm.email), good)
    report = told(store, firm)
    assert report.unsorted == 1
    assert report.works == ("Belt card is brilliant",)
    assert report.unreviewed == 0


def test_words_that_nobody_has_reviewed_are_counted(store: Store, firm: Firm) -> None:
    pain(store, firm.scanning, "Logs out", [note_on(firm.visit, "logs out", state="ready")])
    report = told(store, firm)
    assert report.unreviewed == 1
    assert not only(report).minutes_known


def test_words_of_our_own_trade_are_found(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    put(store, decided(logs_out, Choice.DEFER, "The CAB raised an RFC; the cab of the van is cold", date(2027, 3, 1)))
    assert told(store, firm).trade_words == ("CAB", "RFC")


def test_services_in_everyday_words() -> None:
    wifi = Service(name="Site Wi-Fi", aliases=("WLAN", "signal"))
    gun = Service(name="Handheld scanning", aliases=("zebra", "gun"))
    labels = Service(name="Label printing", aliases=("zebra",))
    email, bare = Service(name="Email", aliases=("outlook",)), Service(name="Route planning")
    everyday = Everyday([wifi, gun, labels, email, bare])
    # Of its own, and a word rather than letters; one that it shares only where it has no other.
    assert [everyday.of(each.id) for each in (wifi, gun, labels, email, bare)] == [
        "signal",
        "gun",
        "zebra",
        "outlook",
        "Route planning",
    ]
    assert everyday.spoken("Site Wi-Fi drops, so handheld scanning hangs") == "Signal drops, so gun hangs"
    assert everyday.spoken("An email about route planning") == "An email about route planning"
    assert Everyday([email]).spoken("Email stays") == "Email stays"


def test_a_site_where_nobody_has_been(store: Store, firm: Firm) -> None:
    site, people = second_depot(firm)
    put(store, site, people)
    report = reporting(store).you_said(site.id)
    assert (report.visits, report.said, report.thanks, report.since) == (0, (), "", None)
    assert report.headline == "We have not been to Fellside depot yet."
    assert told(store, firm).headline == "We have been to Harbour depot; what we saw there is not sorted yet."


def test_a_site_that_is_not_there_is_a_sentence(store: Store, firm: Firm) -> None:
    with pytest.raises(NotFound, match="no site"):
        reporting(store).you_said(new_id())


def test_the_page_is_dated_by_the_last_change(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    first, again = told(store, firm), told(store, firm)
    assert first == again
    assert first.made_on > datetime(2020, 1, 1, tzinfo=timezone.utc)


def test_a_dropped_promise_keeps_its_words(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    put(store, promise(logs_out, state=CommitmentState.DROPPED, outcome="The supplier went away"))
    (given,) = only(told(store, firm)).promises
    assert (given.state, given.outcome, given.owner) == (CommitmentState.DROPPED, "The supplier went away", "Mara")


def test_what_is_only_decided_is_not_called_promised(store: Store, firm: Firm, logs_out: PainPoint) -> None:
    jam = pain(store, firm.labels, "Printer jams", [note_on(firm.visit, "jam", lost_minutes=9.0)])
    put(store, decided(logs_out, Choice.DO, "the gloves"))
    assert told(store, firm).headline.endswith("One is decided on.")
    put(store, Commitment(visit_id=firm.visit.id, text="A second printer", pain_point_id=jam.id, due_on=FAR_OFF))
    report = told(store, firm)
    assert report.headline.endswith("One is promised and one is decided on.")
    assert more(report.said) == (
        "And two more things you told us, of these one promised and one decided on: ask for the list."
    )

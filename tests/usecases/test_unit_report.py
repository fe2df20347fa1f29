"""The business unit report from a small store, worked out by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest

from factories import NOON, Firm, put, tag
from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.errors import NotFound
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Role, RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.people import Host
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import link_id, new_id
from shadow_app.domain.released import Snapshot, SnapshotLine
from shadow_app.domain.visit import ConsentRecord, Visit
from shadow_app.domain.vocabulary import (
    Choice,
    CommitmentState,
    ConsentSubject,
    DayTypicality,
    HostSelection,
    Kind,
    ReadBack,
    ReviewState,
    VisitState,
)
from shadow_app.domain.weights import Weights
from shadow_app.reports import markdown
from shadow_app.reports.pdf import render
from shadow_app.reports.unit import UnitReport
from shadow_app.storage import listings
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.prioritising import Prioritising
from shadow_app.usecases.unit_report import unit_report

ACCEPTED = ReviewState.ACCEPTED


def report_of(store: Store, unit_id: UUID) -> UnitReport:
    Prioritising(store).refresh()
    with store.reading() as read:
        return unit_report(read, unit_id)


def seen(firm: Firm, text: str, visit: Visit | None = None, **fields: Any) -> Observation:
    """A note of four minutes, accepted; the last words win."""
    given = {"state": ACCEPTED, "lost_minutes": 4.0, **fields}
    note = firm.note(text, **given)
    return note if visit is None else note.edited(visit_id=visit.id, at=visit.starts_at + timedelta(hours=1))


def grouped(firm: Firm, note: Observation, **fields: Any) -> tuple[PainPoint, PainPointMember]:
    point = PainPoint(service_id=firm.scanning.id, title="Password again after every lock", **fields)
    return point, PainPointMember(id=link_id(point.id, note.id), pain_point_id=point.id, observation_id=note.id)


def test_one_visit_gives_the_figures_of_the_worked_example(store: Store, firm: Firm) -> None:
    note = seen(firm, "gun logs out", count=3)
    put(store, note, tag(note, firm.scanning))
    report = report_of(store, firm.unit.id)
    # 4 min · 3 a day · 42 drivers · 254 days ÷ 60 = 2,133.6 h; · £22.50 = £48,006 (`domain.md` §3.2, example 1).
    assert report.hours.value == pytest.approx(2133.6)
    assert report.money is not None
    assert report.money.value == pytest.approx(48_006)
    assert report.money.low is not None
    assert report.money.low < 48_006
    assert report.headline == (
        "IT trouble costs Depots 2,130 working hours a year; 100\u00a0% of them go to Handheld scanning."
    )
    (claim,) = report.claims
    assert claim.pain.id is None
    assert claim.sources == ("V1-1",)
    (visit,) = report.visits
    assert (visit.site, visit.who, visit.on, visit.notes, visit.accepted) == (
        "Harbour depot",
        "driver",
        date(2026, 11, 12),
        1,
        1,
    )


def test_figures_count_every_note_and_words_only_accepted_ones(store: Store, firm: Firm) -> None:
    said = seen(firm, "gun logs out", consequence="the trunk waited")
    fresh = seen(firm, "belt stands still", state=ReviewState.READY, consequence="nobody knew")
    aside = seen(firm, "coffee machine broken", state=ReviewState.SET_ASIDE)
    back = seen(firm, "taken back words", read_back=ReadBack.WITHDRAWN)
    hazard = seen(firm, "loose cable on the floor", not_scored=True)
    notes = (said, fresh, aside, back, hazard)
    put(store, *notes, *(tag(note, firm.scanning) for note in notes))
    report = report_of(store, firm.unit.id)
    text = markdown.render(report)
    assert report.claims[0].pain.evidence.notes == 2
    assert "gun logs out" in text
    assert "the trunk waited" in text
    for hidden in ("belt stands still", "nobody knew", "coffee machine", "taken back"):
        assert hidden not in text
    assert "1 note that costs time is not reviewed yet" in text
    # A hazard is kept among the notes, and is evidence for nothing.
    assert report.claims[0].sources == ("V1-1",)


def test_a_host_who_takes_back_the_notes_is_in_no_word_and_no_figure(store: Store, firm: Firm) -> None:
    note = seen(firm, "gun logs out")
    refusal = ConsentRecord(visit_id=firm.visit.id, subject=ConsentSubject.NOTES, given=False)
    put(store, note, tag(note, firm.scanning), refusal)
    report = report_of(store, firm.unit.id)
    assert report.claims == ()
    assert report.log == ()
    assert report.visits[0].notes == 0
    assert "gun logs out" not in markdown.render(report)


def test_quotes_need_consent_and_names_never_leave(store: Store, firm: Firm) -> None:
    note = seen(firm, "Maria shouts at the gun", quote="I could throw it, says Maria")
    host = Host(visit_id=firm.visit.id, pseudonym="Driver 2", name="Maria Okafor")
    put(store, note, tag(note, firm.scanning), host)
    silent = markdown.render(report_of(store, firm.unit.id))
    assert "throw it" not in silent
    assert "Maria" not in silent
    assert "Driver 2 shouts at the gun" in silent
    put(store, ConsentRecord(visit_id=firm.visit.id, subject=ConsentSubject.QUOTES, given=True))
    quoted = report_of(store, firm.unit.id)
    assert quoted.claims[0].pain.quote == "I could throw it, says Driver 2"
    assert quoted.claims[0].pain.quote_by == "Driver 2, Harbour depot"


@pytest.fixture
def manager_visit(store: Store, firm: Firm) -> Visit:
    """A day with one of two shift managers, whose office has twelve people."""
    manager = Role(organisation_id=firm.firm.id, name="Shift manager", group="Depot office")
    clerk = Role(organisation_id=firm.firm.id, name="Clerk", group="Depot office")
    visit = firm.visit.edited(id=new_id(), role_id=manager.id, starts_at=NOON.replace(day=3))
    people = {"site_id": firm.site.id, "hourly_rate": 20.0}
    put(
        store,
        manager,
        clerk,
        RolePopulation(role_id=manager.id, headcount=2, **people),
        RolePopulation(role_id=clerk.id, headcount=10, **people),
        visit,
        Host(visit_id=visit.id, pseudonym="Shift manager 1", name="Zoltan"),
        ConsentRecord(visit_id=visit.id, subject=ConsentSubject.QUOTES, given=True),
    )
    return visit


def test_a_small_role_is_told_as_its_group_and_its_day_as_a_month(
    store: Store, firm: Firm, manager_visit: Visit
) -> None:
    note = seen(firm, "list does not print", manager_visit, quote="every single morning", surprise=True)
    put(store, note, tag(note, firm.labels))
    report = report_of(store, firm.unit.id)
    made = next(visit for visit in report.visits if visit.month_only)
    assert (made.who, made.on) == ("Depot office", date(2026, 11, 1))
    text = markdown.render(report)
    assert "every single morning" in text
    for told in ("Shift manager", "shift manager", "3 November", "Zoltan", "13:00"):
        assert told not in text.replace("\u00a0", " ")
    assert "depot office" in text
    # Made in the month of a visit whose day is hidden: then the day of making is hidden as well.
    assert report.month_only == ((report.made_on.year, report.made_on.month) == (2026, 11))


def test_what_was_decided_and_promised_stands_beside_the_pain(store: Store, firm: Firm) -> None:
    note = seen(firm, "gun logs out")
    point, member = grouped(
        firm, note, value_at_stake="The trunk leaves on time", engagement_owner="Beth", business_damage=2
    )
    decision = Decision(
        id=link_id(point.id, "decision"),
        pain_point_id=point.id,
        choice=Choice.DEFER,
        reason="the supplier changes it",
        review_on=date(2027, 3, 3),
        decided_on=date(2026, 11, 13),
    )
    late = Commitment(
        text="A longer lock", owner="Owen", due_on=date(2020, 1, 1), pain_point_id=point.id, site_id=firm.site.id
    )
    kept = Commitment(text="A spare gun", owner="Owen", state=CommitmentState.KEPT, visit_id=firm.visit.id)
    put(store, note, tag(note, firm.scanning), point, member, decision, late, kept)
    report = report_of(store, firm.unit.id)
    (claim,) = report.claims
    assert claim.at_stake == "The trunk leaves on time"
    assert claim.engaged == "Beth"
    assert claim.decided is not None
    assert claim.decided.choice is Choice.DEFER
    assert [pledge.promise.text for pledge in claim.pledges] == ["A longer lock"]
    assert [(each.promise.text, each.overdue, each.site) for each in report.pledges] == [
        ("A longer lock", True, "Harbour depot"),
        ("A spare gun", False, "Harbour depot"),
    ]
    (answers,) = report.answers
    assert answers.engagement.startswith("Beth")
    assert "3 March 2027" in answers.deferrable.replace("\u00a0", " ")
    text = markdown.render(report).replace("\u00a0", " ")
    assert "It has to wait: the supplier changes it. We look at it again on 3 March 2027." in text
    assert "overdue" in text


def test_closed_pain_that_is_seen_again_says_so(store: Store, firm: Firm) -> None:
    note = seen(firm, "gun logs out")
    point, member = grouped(firm, note, closed_on=date(2026, 11, 1))
    put(store, note, tag(note, firm.scanning), point, member)
    assert report_of(store, firm.unit.id).claims[0].seen_again
    put(store, point.edited(closed_on=date(2026, 11, 20)))
    claim = report_of(store, firm.unit.id).claims[0]
    assert claim.closed_on == date(2026, 11, 20)
    assert not claim.seen_again


def test_a_unit_nobody_has_been_to_is_told_honestly(store: Store, firm: Firm) -> None:
    unit = BusinessUnit(organisation_id=firm.firm.id, name="Head office")
    put(store, unit, Site(unit_id=unit.id, name="Tower"))
    report = report_of(store, unit.id)
    assert report.headline == "Nobody from IT has been out with Head office yet."
    assert report.visits == ()
    assert report.sureness.visits == 0
    assert report.money is None
    assert report.month_only is False
    text = markdown.render(report)
    assert "There is nothing to report before somebody has been there." in text
    assert render(report).warnings == ()


def test_a_visit_without_pain_is_told_honestly(store: Store, firm: Firm) -> None:
    put(store, seen(firm, "the belt is a joy", kind=Kind.POSITIVE, lost_minutes=None))
    report = report_of(store, firm.unit.id)
    assert report.headline == "Nothing that costs Depots time has been noted yet."
    assert [thing.text for thing in report.works.things] == ["The belt is a joy"]
    assert "note V1-1" in report.works.things[0].by


def test_an_unknown_unit_is_not_found(store: Store, firm: Firm) -> None:
    with pytest.raises(NotFound):
        report_of(store, new_id())


def test_only_the_newest_works_are_shown_and_the_rest_is_counted(store: Store, firm: Firm) -> None:
    notes = [seen(firm, f"good thing {n}", kind=Kind.POSITIVE, lost_minutes=None, minutes_later=n) for n in range(11)]
    put(store, *notes)
    works = report_of(store, firm.unit.id).works
    assert (len(works.things), works.more) == (8, 3)
    assert works.things[0].text == "Good thing 10"


def test_days_that_were_not_like_others_are_said(store: Store, firm: Firm) -> None:
    odd = firm.visit.edited(
        typicality=DayTypicality.ABNORMAL, host_selection=HostSelection.MANAGERS_PICK, state=VisitState.REVIEWED
    )
    put(store, odd)
    remarks = " ".join(report_of(store, firm.unit.id).sureness.remarks).replace("\u00a0", " ")
    assert "1 of 1 visit went on a day that the host did not call typical." in remarks
    assert "1 of 1 visit went with somebody whom a manager had picked." in remarks


def test_references_follow_the_score(store: Store, firm: Firm) -> None:
    """A note on two services is cited for its primary one alone; a grouped note only for its pain point."""
    both = seen(firm, "gun and mail", minutes_later=1)
    member_note = seen(firm, "gun logs out", minutes_later=2)
    point, member = grouped(firm, member_note)
    gone = PainPoint(service_id=firm.labels.id, title="Taken apart again", removed=True)
    loose = PainPointMember(id=link_id(gone.id, both.id), pain_point_id=gone.id, observation_id=both.id)
    put(
        store,
        both,
        tag(both, firm.email, primary=True),
        tag(both, firm.scanning),
        member_note,
        tag(member_note, firm.scanning),
        point,
        member,
        gone,
        loose,
    )
    sources = {(claim.pain.service, claim.pain.id): claim.sources for claim in report_of(store, firm.unit.id).claims}
    assert sources == {("Email", None): ("V1-1",), ("Handheld scanning", point.id): ("V1-2",)}


def test_what_changed_since_the_last_locked_ranking(store: Store, firm: Firm) -> None:
    note = seen(firm, "gun logs out", count=3)
    put(store, note, tag(note, firm.scanning))
    assert report_of(store, firm.unit.id).since is None
    line = {"low": 1.0, "high": 9.0, "cost": 10.0, "wlh": 5.0, "in_top_three": 1.0, "notes": 3}
    snapshot = Snapshot(
        name="Spring",
        unit_id=firm.unit.id,
        made_at=datetime(2026, 3, 12, tzinfo=timezone.utc),
        visits=4,
        lines=(
            SnapshotLine(service_id=firm.email.id, rank=1, hours=7.0, **line),
            SnapshotLine(service_id=firm.scanning.id, rank=2, hours=5.0, **line),
        ),
    )
    put(store, snapshot)
    since = report_of(store, firm.unit.id).since
    assert since is not None
    assert (since.name, since.on) == ("Spring", date(2026, 3, 12))
    assert [(each.service, each.place_then, each.place_now, each.certain) for each in since.moved] == [
        ("Handheld scanning", 2, 1, True),
        ("Email", 1, None, None),
    ]
    assert since.remark == "3\u00a0visits fewer than then: some were withdrawn."
    later = snapshot.edited(id=new_id(), name="Summer", made_at=datetime(2026, 6, 1, tzinfo=timezone.utc), visits=0)
    put(store, later, Weights(name="Ours", made_at=NOON, payback_years=1.0, unrecovered_share=0.5))
    newer = report_of(store, firm.unit.id).since
    assert newer is not None
    assert newer.name == "Summer"
    assert newer.remark.startswith("1\u00a0visit more than then. The weights are not the same as then")


def test_its_list_steps_and_what_people_said_are_there(store: Store, firm: Firm) -> None:
    note = seen(firm, "gun logs out")
    list_ = AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.email.id, firm.scanning.id), locked_at=NOON)
    step = BusinessStep(
        unit_id=firm.unit.id, name="Van away", service_ids=(firm.scanning.id, firm.email.id), value_at_stake="a slot"
    )
    put(store, note, tag(note, firm.scanning), list_, step)
    report = report_of(store, firm.unit.id)
    places = {place.service: (place.assumed, place.observed) for place in report.ranks}
    assert places == {"Handheld scanning": (2, 1), "Email": (1, None)}
    assert report.blind is not None
    assert report.blind.share == 1.0
    assert [step.step for step in report.steps] == ["Van away"]


def test_every_visit_is_read_once_and_equal_data_give_equal_bytes(
    store: Store, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    visits = [firm.visit.edited(id=new_id(), starts_at=NOON - timedelta(days=n)) for n in range(12)]
    notes = [seen(firm, f"note {n}", visit) for n, visit in enumerate(visits)]
    put(store, *visits, *notes, *(tag(note, firm.scanning) for note in notes))
    read: list[UUID] = []
    plain = listings.timeline

    def noticed(reader: Reader, visit_id: UUID) -> list[TimelineNote]:
        read.append(visit_id)
        return plain(reader, visit_id)

    monkeypatch.setattr(listings, "timeline", noticed)
    first = report_of(store, firm.unit.id)
    assert sorted(read) == sorted([firm.visit.id, *(visit.id for visit in visits)])
    again = report_of(store, firm.unit.id)
    assert markdown.render(again) == markdown.render(first)
    assert render(again).pdf == render(first).pdf
    assert len({visit.ref for visit in first.visits}) == 13

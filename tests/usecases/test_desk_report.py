"""What the service desk is told: open pains only, in callers' words, with what helps and what was promised."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories import NOON, Firm, put
from report_scenes import consent, decided, note_on, pain, reporting, second_depot, visit_to
from shadow_app.domain.decision import Commitment
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id, new_id
from shadow_app.domain.telling import FeedbackRecord
from shadow_app.domain.vocabulary import Choice, CommitmentState, ConsentSubject, Kind, Lane, Workaround
from shadow_app.reports.desk_briefing import DeskBriefing, DeskEntry, Quote, Silent
from shadow_app.storage.store import Store


@pytest.fixture
def jams(store: Store, firm: Firm) -> PainPoint:
    """Once in eight hours, six stand for 18 minutes: 18 · 1 · 6 · 254 / 60 = 457.2 hours a year."""
    jam = note_on(
        firm.visit,
        "jammed mid load",
        lost_minutes=18.0,
        people_stopped=6,
        note_scope="shared",
        business_damage=3,
        time_to_damage=3,
        consequence="The trunk was held",
        quote="it always does that",
        reported_to_desk=False,
        why_not_reported="nobody answers",
    )
    marker = note_on(
        firm.visit, "written on the box", kind=Kind.WORKAROUND, workaround="clumsy", lost_minutes=2.0, count=2
    )
    better = note_on(firm.visit, "uses the printer of bay 4", kind=Kind.WORKAROUND, workaround="good")
    return pain(store, firm.labels, "Printer jams", [jam, marker, better], value_at_stake="The last trunk")


def only(report: DeskBriefing) -> DeskEntry:
    (entry,) = report.entries
    return entry


def test_an_entry_has_what_a_person_at_the_desk_needs(store: Store, firm: Firm, jams: PainPoint) -> None:
    put(
        store,
        consent(firm.visit, ConsentSubject.QUOTES),
        jams.edited(engagement_owner="Asha", next_contact_on=date(2026, 12, 4), fixing_team="Printing"),
        decided(jams, Choice.DO, "the trunk must leave"),
        Commitment(pain_point_id=jams.id, text="A second printer", owner="Owen", due_on=date(2020, 1, 1)),
    )
    entry = only(reporting(store).desk(site_id=firm.site.id))
    assert (entry.pain, entry.service, entry.places) == ("Printer jams", "Label printing", ("Harbour depot",))
    assert entry.rings_as == ("label printer", "labels", "zebra")
    assert entry.quotes == (Quote("it always does that", "driver"),)
    assert (entry.consequence, entry.stake) == ("The trunk was held", "The last trunk")
    assert (entry.workaround, entry.workaround_grade) == ("Uses the printer of bay 4", Workaround.GOOD)
    assert entry.silent == Silent(1.0, 1.0, ("nobody answers",), telling=False)
    assert (entry.engagement, entry.next_contact, entry.fixing_team) == ("Asha", date(2026, 12, 4), "Printing")
    (promise,) = entry.promises
    assert (promise.text, promise.owner, promise.late) == ("A second printer", "Owen", True)
    assert (entry.choice, entry.reason, entry.lane) == (Choice.DO, "the trunk must leave", Lane.DAMAGING)
    assert (entry.evidence.notes, len(entry.note_ids)) == (3, 3)


def test_hours_of_a_site_are_its_own_and_add_up_to_the_unit(store: Store, firm: Firm) -> None:
    site, people = second_depot(firm)
    away = visit_to(firm, site, firm.driver)
    put(store, site, people, away)
    here, there = (note_on(visit, "logs out", lost_minutes=4.0, count=3) for visit in (firm.visit, away))
    pain(store, firm.scanning, "Logs out", [here, there])
    desk = reporting(store)
    # 4 · 3 · 42 · 254 / 60 = 2,133.6 and 4 · 3 · 10 · 254 / 60 = 508.
    assert only(desk.desk(site_id=firm.site.id)).hours.value == pytest.approx(2133.6)
    assert only(desk.desk(site_id=site.id)).hours.value == pytest.approx(508.0)
    whole = only(desk.desk(unit_id=firm.unit.id))
    assert whole.hours.value == pytest.approx(2641.6)
    assert whole.places == ("Fellside depot", "Harbour depot")
    assert desk.desk().place == ""
    assert desk.desk(firm.unit.id, site.id).place == "Fellside depot"


def test_silence_is_that_of_the_place_that_was_asked_for(store: Store, firm: Firm, jams: PainPoint) -> None:
    site, people = second_depot(firm)
    away = visit_to(firm, site, firm.driver)
    put(store, site, people, away)
    with store.reading() as read:
        notes = read.where(Observation)
    there = note_on(away, "jam", reported_to_desk=True, count=4, lost_minutes=1.0)
    both = pain(store, firm.labels, "Jams everywhere", [*notes, there])
    assert {entry.pain_point_id for entry in reporting(store).desk().entries} == {jams.id, both.id}
    silent = {entry.pain: entry.silent for entry in reporting(store).desk(site_id=firm.site.id).entries}
    assert silent["Jams everywhere"] == Silent(1.0, 1.0, ("nobody answers",), telling=False)
    at_unit = {entry.pain: entry.silent for entry in reporting(store).desk(unit_id=firm.unit.id).entries}
    assert (at_unit["Jams everywhere"].asked, at_unit["Jams everywhere"].never) == (5.0, 1.0)


def test_what_is_closed_is_left_out_until_it_is_seen_again(store: Store, firm: Firm, jams: PainPoint) -> None:
    put(store, jams.edited(closed_on=NOON.date()))
    report = reporting(store).desk()
    assert report.entries == ()
    assert report.headline == "No open pain waits for the service desk."
    put(store, jams.edited(closed_on=NOON.date() - timedelta(days=1)))
    assert only(reporting(store).desk()).back


def test_telling_and_acknowledging(store: Store, firm: Firm, jams: PainPoint) -> None:
    assert only(reporting(store).desk()).told == ()
    told = FeedbackRecord(pain_point_id=jams.id, told_on=date(2026, 11, 13), told_by="Asha", channel="mail")
    put(store, told)
    assert only(reporting(store).desk()).acknowledged is None
    put(store, told.edited(acknowledged_on=date(2026, 11, 14), acknowledged_by="Tom"))
    signed = only(reporting(store).desk()).acknowledged
    assert signed is not None
    assert (signed.acknowledged_by, signed.channel) == ("Tom", "mail")
    # Told anew: what was acknowledged before is not what was said now.
    put(store, FeedbackRecord(pain_point_id=jams.id, told_on=date(2026, 11, 15)))
    assert only(reporting(store).desk()).acknowledged is None


def test_settled_promises_are_told_only_where_none_is_open(store: Store, firm: Firm, jams: PainPoint) -> None:
    dropped = Commitment(pain_point_id=jams.id, text="Old", owner="Owen", state=CommitmentState.DROPPED)
    put(store, dropped)
    assert [each.text for each in only(reporting(store).desk()).promises] == ["Old"]
    put(store, Commitment(pain_point_id=jams.id, text="New", owner="Owen"))
    assert [each.text for each in only(reporting(store).desk()).promises] == ["New"]


def ask_more(store: Store, firm: Firm, pain_point: PainPoint) -> list[Observation]:
    """Three more notes that nobody reported: with a fourth they are enough to tell."""
    notes = [note_on(firm.visit, f"again {n}", reported_to_desk=False) for n in range(3)]
    members = [
        PainPointMember(id=link_id(pain_point.id, each.id), pain_point_id=pain_point.id, observation_id=each.id)
        for each in notes
    ]
    put(store, *notes, *members)
    return notes


def test_the_headline_is_what_the_desk_should_do(store: Store, firm: Firm, jams: PainPoint) -> None:
    desk = reporting(store)
    assert desk.desk().headline == "The desk has not been told of the only open pain.", "one note tells nothing yet"
    more = ask_more(store, firm, jams)
    assert desk.desk(site_id=firm.site.id).headline == (
        "The only open pain of Harbour depot mostly goes unreported: ask callers about it."
    )
    put(store, *(each.edited(reported_to_desk=True) for each in more))
    assert desk.desk().headline == "The desk has not been told of the only open pain."
    told = FeedbackRecord(pain_point_id=jams.id, told_on=date(2026, 11, 13))
    slow = pain(store, firm.email, "Slow", [note_on(firm.visit, "slow", lost_minutes=1.0)])
    assert desk.desk().headline == "The desk has been told of none of the open pains, two in all."
    put(store, told)
    assert desk.desk().headline == "The desk has not been told of one of two open pains."
    put(store, slow.edited(closed_on=NOON.date()))
    assert desk.desk().headline == "The only open pain waits for the desk’s word that it has read of it."
    put(store, told.edited(acknowledged_on=date(2026, 11, 13)))
    assert desk.desk().headline == "The desk knows of every open pain."
    assert desk.desk().lead.startswith("Nobody talks to the business yet about 1 of them")
    put(store, jams.edited(engagement_owner="Asha"))
    assert desk.desk().lead == ""


def test_the_headline_counts_in_words(store: Store, firm: Firm, jams: PainPoint) -> None:
    other = note_on(firm.visit, "slow", lost_minutes=1.0)
    slow = pain(store, firm.email, "Slow", [other])
    desk = reporting(store)
    ask_more(store, firm, jams)
    assert desk.desk().headline == "One of two open pains mostly goes unreported: ask callers about it."
    put(store, other.edited(reported_to_desk=False))
    ask_more(store, firm, slow)
    assert desk.desk().headline == "Both open pains mostly go unreported: ask callers about them."
    third = pain(store, firm.scanning, "Out", [note_on(firm.visit, "out", lost_minutes=1.0, reported_to_desk=False)])
    ask_more(store, firm, third)
    assert desk.desk().headline == "All three open pains mostly go unreported: ask callers about them."
    put(store, jams.edited(closed_on=NOON.date()), slow.edited(closed_on=NOON.date()))
    assert desk.desk().headline.startswith("The only open pain mostly goes unreported")
    assert only(desk.desk()).pain_point_id == third.id


def test_private_words_are_masked_and_small_places_tell_no_role(store: Store, firm: Firm) -> None:
    note = note_on(firm.visit, "rings on 07700 900123", kind=Kind.WORKAROUND, quote="Carla Jones knows it")
    put(store, consent(firm.visit, ConsentSubject.QUOTES), firm.drivers.edited(headcount=2), firm.loaders)
    pain(store, firm.scanning, "Carla Jones has the code", [note])
    report = reporting(store).desk()
    entry = only(report)
    assert entry.pain == "[name] has the code"
    assert entry.workaround == "Rings on [phone]"
    assert entry.quotes == (Quote("[name] knows it", "operations"),)
    assert report.month_only


def test_the_way_round_is_not_quoted_a_second_time(store: Store, firm: Firm) -> None:
    marker = note_on(firm.visit, "“we write it on the box”", kind=Kind.WORKAROUND, quote="We write it on the box")
    put(store, consent(firm.visit, ConsentSubject.QUOTES))
    pain(store, firm.labels, "Printer jams", [marker])
    entry = only(reporting(store).desk())
    assert (entry.workaround, entry.quotes) == ("“we write it on the box”", ())


def test_what_is_not_sorted_or_not_reviewed_is_counted(store: Store, firm: Firm) -> None:
    pain(store, firm.scanning, "Logs out", [note_on(firm.visit, "logs out", state="draft")])
    report = reporting(store).desk()
    assert (report.unreviewed, report.unsorted, report.visits, report.hours) == (1, 0, 1, 8.0)
    assert not only(report).minutes_known
    assert not only(report).graded


def test_what_is_not_there_or_does_not_fit_is_a_sentence(store: Store, firm: Firm) -> None:
    desk = reporting(store)
    with pytest.raises(NotFound):
        desk.desk(site_id=new_id())
    with pytest.raises(NotFound):
        desk.desk(unit_id=new_id())
    other = BusinessUnit(organisation_id=firm.firm.id, name="Offices")
    put(store, other)
    with pytest.raises(Refused, match="Harbour depot does not belong to that unit"):
        desk.desk(other.id, firm.site.id)

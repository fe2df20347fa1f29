"""What leaves the store: only what was accepted, masked and agreed to, with figures that are the screen's."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from factories import NOON, Firm, put, tag
from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.errors import NotFound, Refused, Trouble
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessUnit, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.people import Host
from shadow_app.domain.record import Record, link_id, new_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import (
    BusinessDamage,
    Choice,
    ConsentSubject,
    Evidence,
    Kind,
    ReadBack,
    ReviewState,
    Workaround,
)
from shadow_app.interchange.export_rows import Addressee, Subject
from shadow_app.storage.store import Store
from shadow_app.usecases.export_formats import FORMATS
from shadow_app.usecases.export_wanted import Wanted
from shadow_app.usecases.exporting import Asked, Exporting, known_ids
from shadow_app.usecases.prioritising import Prioritising

TO = Addressee(requester="desk@firm.example")


@pytest.fixture
def exporting(store: Store) -> Exporting:
    return Exporting(store, Prioritising(store))


@pytest.fixture
def jam(store: Store, firm: Firm) -> PainPoint:
    """Example 1a of `domain.md` §3.2 in small: 3 sightings of 4 minutes in 8 hours by 42 drivers."""
    point = PainPoint(service_id=firm.scanning.id, title="Gun logs out", effort_days=60.0, value_at_stake="a late van")
    note = firm.note(
        "gun logs out when Dave Miller rings",
        lost_minutes=4.0,
        count=3,
        state=ReviewState.ACCEPTED,
        quote="it eats my morning",
        consequence="the van left late",
        business_damage=BusinessDamage.CUSTOMER_NOTICES,
    )
    put(store, note, tag(note, firm.scanning), point, member(point, note))
    return point


def member(point: PainPoint, note: Observation) -> PainPointMember:
    return PainPointMember(id=link_id(point.id, note.id), pain_point_id=point.id, observation_id=note.id)


def consent(firm: Firm, subject: ConsentSubject, given: bool) -> ConsentRecord:
    return ConsentRecord(id=link_id(firm.visit.id, subject), visit_id=firm.visit.id, subject=subject, given=given)


def rows(exporting: Exporting, subject: Subject = Subject.PAINS, **wanted: Any) -> list[dict[str, str]]:
    looked = exporting.look(Asked("csv", Wanted(subject, **wanted)))
    assert looked.count == len(looked.preview.rows)
    return [dict(zip(looked.preview.headings, row, strict=True)) for row in looked.preview.rows]


def left_out(exporting: Exporting, subject: Subject = Subject.PAINS) -> str:
    return " ".join(exporting.look(Asked("csv", Wanted(subject))).left_out).replace("\u00a0", " ")


def test_a_pain_point_leaves_with_the_figures_of_the_screen(
    store: Store, firm: Firm, exporting: Exporting, jam: PainPoint
) -> None:
    (row,) = rows(exporting)
    (cost,) = Prioritising(store).ranking().costs
    # 4 minutes · 3 a day · 42 drivers · 254 days ÷ 60
    assert row["hours_a_year"] == "2133.6"
    assert row["money_a_year"] == "48006"
    assert float(row["weighted_hours"]) == round(cost.wlh, 1)
    assert float(row["hours_low"]) < 2133.6 < float(row["hours_high"])
    assert (row["impact"], row["urgency"], row["priority"]) == ("2", "3", "4")
    assert (row["notes"], row["visits"], row["sites"], row["evidence"]) == ("1", "1", "1", "anecdote")
    assert (row["id"], row["pain_point"], row["service_code"]) == (str(jam.id), "Gun logs out", "01")
    assert row["organisation"] == "Larkfield Parcels"
    assert row["decision"] == row["promise"] == ""


def test_the_story_is_masked_and_says_where_and_when(exporting: Exporting, jam: PainPoint) -> None:
    (row,) = rows(exporting)
    assert "• gun logs out when [name] rings (Harbour depot, November 2026)" in row["description"].replace(
        "[name] [name]", "[name]"
    )
    assert "Miller" not in row["description"]
    assert "• the van left late" in row["description"]
    assert "• About 2,134 hours a year (80 % range" in row["description"]
    assert "Thin evidence: 1 note from 1 visit; 12 minutes were observed" in row["description"]
    assert "• a late van" in row["description"]
    assert f"• Shadow, pain point {jam.id}" in row["description"]


def test_a_quote_leaves_only_with_a_yes(store: Store, firm: Firm, exporting: Exporting, jam: PainPoint) -> None:
    assert "morning" not in rows(exporting)[0]["description"]
    put(store, consent(firm, ConsentSubject.QUOTES, True))
    assert "• “it eats my morning”" in rows(exporting)[0]["description"]
    put(store, consent(firm, ConsentSubject.QUOTES, False))
    assert "morning" not in rows(exporting)[0]["description"]


def test_decision_and_promises_are_told(store: Store, firm: Firm, exporting: Exporting, jam: PainPoint) -> None:
    decision = Decision(
        id=link_id(jam.id, "decision"), pain_point_id=jam.id, choice=Choice.DEFER, reason="new guns come in spring",
        review_on=date(2027, 3, 1), decided_on=date(2026, 11, 20),
    )  # fmt: skip
    early = Commitment(text="a longer time-out", pain_point_id=jam.id, due_on=date(2026, 12, 1), owner="Bob")
    late = Commitment(text="new guns", pain_point_id=jam.id, due_on=date(2027, 4, 1))
    put(store, decision, late, early)
    (row,) = rows(exporting)
    assert (row["decision"], row["reason"], row["review_on"]) == ("defer", "new guns come in spring", "2027-03-01")
    assert (row["promise"], row["due_on"]) == ("a longer time-out; new guns", "2026-12-01")
    assert "• It has to wait: new guns come in spring" in row["description"]
    assert "• It is to be looked at again on 1 March 2027." in row["description"]
    assert "• a longer time-out (by 1 December 2026, open)" in row["description"]


@pytest.mark.parametrize("state", [ReviewState.DRAFT, ReviewState.READY, ReviewState.HAS_QUESTIONS])
def test_what_nobody_has_accepted_stays(
    store: Store, firm: Firm, exporting: Exporting, jam: PainPoint, state: ReviewState
) -> None:
    secret = firm.note("unread words", 5, state=state, lost_minutes=2.0)
    lonely = PainPoint(service_id=firm.labels.id, title="Unread title")
    alone = firm.note("unread alone", 6, state=state, lost_minutes=2.0)
    put(store, secret, member(jam, secret), lonely, alone, member(lonely, alone), tag(alone, firm.labels))
    (row,) = rows(exporting)
    assert "unread" not in str(row).lower()
    # Its hours are the screen's all the same: a number is no text.
    assert float(row["hours_a_year"]) > 2133.6
    said = left_out(exporting)
    assert "1 pain point left out: none of its notes has been accepted in Review." in said
    assert "The words of 2 notes left out: not accepted in Review yet." in said


@pytest.mark.parametrize(
    "fields",
    [{"read_back": ReadBack.WITHDRAWN}, {"not_scored": True}, {"state": ReviewState.SET_ASIDE}, {"removed": True}],
)
def test_what_is_out_of_the_score_is_out_of_the_export(
    store: Store, firm: Firm, exporting: Exporting, jam: PainPoint, fields: dict[str, Any]
) -> None:
    other = firm.note("taken back words", 5, **{"state": ReviewState.ACCEPTED, **fields})
    put(store, other, member(jam, other), tag(other, firm.scanning))
    assert "taken back" not in str(rows(exporting))
    assert "taken back" not in str(rows(exporting, Subject.NOTES))


def test_a_no_to_notes_keeps_everything_here(store: Store, firm: Firm, exporting: Exporting, jam: PainPoint) -> None:
    promise = Commitment(text="a charger", visit_id=firm.visit.id)
    put(store, promise)
    assert len(rows(exporting, Subject.PROMISES)) == 1
    put(store, consent(firm, ConsentSubject.NOTES, False))
    for subject in (Subject.PAINS, Subject.NOTES, Subject.PROMISES):
        assert rows(exporting, subject) == []
    assert "1 note left out: taken back by the host, or without their agreement." in left_out(exporting, Subject.NOTES)
    assert "1 promise left out: the host does not agree to notes." in left_out(exporting, Subject.PROMISES)


def test_a_hosts_name_in_a_leads_words_is_a_pseudonym(
    store: Store, firm: Firm, exporting: Exporting, jam: PainPoint
) -> None:
    host = Host(visit_id=firm.visit.id, name="maureen o'neil", pseudonym="Driver 2")
    put(store, host, jam.edited(title="what maureen said", value_at_stake="o'neil waits"))
    (row,) = rows(exporting)
    assert row["pain_point"] == "what Driver 2 said"
    assert row["value_at_stake"] == "Driver 2 waits"
    assert "maureen" not in str(row).lower()
    (note,) = rows(exporting, Subject.NOTES)
    assert note["pain_point"] == "what Driver 2 said"


def test_closed_pain_stays_until_it_is_seen_again(
    store: Store, firm: Firm, exporting: Exporting, jam: PainPoint
) -> None:
    put(store, jam.edited(closed_on=NOON.date()))
    assert rows(exporting) == []
    assert "1 closed pain point left out." in left_out(exporting)
    again = firm.note("again", 24 * 60, state=ReviewState.ACCEPTED)
    put(store, again, member(jam, again))
    assert len(rows(exporting)) == 1


def test_many_notes_are_counted_instead_of_told(store: Store, firm: Firm, exporting: Exporting, jam: PainPoint) -> None:
    more = [firm.note(f"sighting {place}", place, state=ReviewState.ACCEPTED) for place in range(1, 10)]
    put(store, *more, *(member(jam, each) for each in more))
    description = rows(exporting)[0]["description"]
    assert "gun logs out" in description
    assert description.count("sighting") == 5
    assert "… and 4 more notes of the same." in description


def test_told_and_unknown_minutes_are_said(store: Store, firm: Firm, exporting: Exporting) -> None:
    point = PainPoint(service_id=firm.email.id, title="Mail is slow")
    note = firm.note("mail is slow", state=ReviewState.ACCEPTED, evidence=Evidence.TOLD)
    put(store, point, note, member(point, note), tag(note, firm.email))
    description = rows(exporting)[0]["description"]
    assert "mail is slow (told, Harbour depot, November 2026)" in description
    assert "Nobody has noted how long it takes" in description


def test_what_stands_for_other_places_and_how_people_get_by_is_said(
    store: Store, firm: Firm, exporting: Exporting, jam: PainPoint
) -> None:
    unvisited = Site(unit_id=firm.unit.id, name="Fellside depot", site_type=firm.site.site_type)
    people = firm.drivers.edited(id=new_id(), site_id=unvisited.id, headcount=42)
    loose = firm.note("nobody has sorted this", 5, lost_minutes=1.0)
    put(store, unvisited, people, jam.edited(workaround=Workaround.CLUMSY), loose, tag(loose, firm.email))
    (row,) = rows(exporting)
    # As many drivers at a depot of the same type where nobody has been: half of the hours.
    assert (row["hours_a_year"], row["hours_where_nobody_has_been"]) == ("4267.2", "2133.6")
    assert "• 50 % of the hours stand for places where nobody has been yet." in row["description"]
    assert "• People get by in a clumsy way." in row["description"]
    assert "Notes of 1 service that nobody has put into a pain point left out." in left_out(exporting)


def test_services_leave_in_their_order_with_the_three_ranks(
    store: Store, firm: Firm, exporting: Exporting, jam: PainPoint
) -> None:
    other = firm.note("jams", 5, lost_minutes=1.0)
    put(store, other, tag(other, firm.labels))
    first, second = rows(exporting, Subject.SERVICES)
    assert (first["rank"], first["service"], first["hours_a_year"]) == ("1", "Handheld scanning", "2133.6")
    assert second["service"] == "Label printing"
    assert first["assumed_rank"] == first["stated_rank"] == ""
    assert 0 <= float(first["chance_in_first_three"]) <= 1


def test_notes_leave_with_their_place_and_day(store: Store, firm: Firm, exporting: Exporting, jam: PainPoint) -> None:
    good = firm.note("gun was fine", 5, kind=Kind.POSITIVE, state=ReviewState.ACCEPTED, reported_to_desk=False)
    put(store, good, tag(good, firm.scanning), tag(good, firm.email))
    first, second = rows(exporting, Subject.NOTES)
    assert (first["seen"], first["site"], first["role"], first["unit"]) == (
        "2026-11-12",
        "Harbour depot",
        "driver",
        "Depots",
    )
    assert (first["pain_point"], first["pain_point_id"]) == ("Gun logs out", str(jam.id))
    assert (first["minutes"], first["count"], first["business_damage"]) == ("4", "3", "2")
    assert second["services"] == "Handheld scanning | Email"
    assert (second["kind"], second["reported_to_desk"], second["pain_point_id"]) == ("positive", "no", "")


def test_few_people_are_told_as_their_group_and_month(
    store: Store, firm: Firm, exporting: Exporting, jam: PainPoint
) -> None:
    put(store, firm.drivers.edited(headcount=3))
    (note,) = rows(exporting, Subject.NOTES)
    assert (note["seen"], note["role"]) == ("2026-11", "operations")


def test_nothing_in_an_exported_note_holds_the_moment_at_which_it_was_written(
    store: Store, firm: Firm, exporting: Exporting, jam: PainPoint, tmp_path: Path
) -> None:
    late = firm.note("loader waits", role_id=firm.loader.id, lost_minutes=2.0, state=ReviewState.ACCEPTED)
    first = firm.note("gun logs out", lost_minutes=2.0, state=ReviewState.ACCEPTED)
    put(store, late, first, firm.loaders.edited(headcount=2))
    told = rows(exporting, Subject.NOTES)
    assert {UUID(each["id"]).version for each in told} == {5}
    # Its place among notes with a day would give its own day away.
    assert [each["text"] for each in told][-1] == "loader waits"
    assert rows(exporting, Subject.NOTES) == told, "a second export calls it the same"
    for known in ({UUID(each["id"]) for each in told}, {late.id, first.id}):
        looked = exporting.look(Asked("csv", Wanted(Subject.NOTES, known=frozenset(known))))
        assert not {each[0] for each in looked.preview.rows} & {str(each) for each in known}
        assert "loader waits" not in str(looked.preview.rows)
    one = frozenset({late.id})
    assert (
        "1 left out: the receiving tool has it already."
        in exporting.look(Asked("csv", Wanted(Subject.NOTES, known=one))).left_out
    )


def test_notes_that_stay_are_counted_by_reason(store: Store, firm: Firm, exporting: Exporting, jam: PainPoint) -> None:
    put(
        store,
        firm.note("a", 1),
        firm.note("b", 2, state=ReviewState.READY),
        firm.note("c", 3, state=ReviewState.SET_ASIDE),
        firm.note("d", 4, state=ReviewState.ACCEPTED, read_back=ReadBack.WITHDRAWN),
        firm.note("e", 5, state=ReviewState.ACCEPTED, not_scored=True),
        firm.note("f", 6, removed=True),
    )
    assert left_out(exporting, Subject.NOTES).split(". ") == [
        "2 notes left out: not accepted in Review yet",
        "1 note left out: set aside",
        "1 note left out: taken back by the host, or without their agreement",
        "1 note left out: for another channel, such as a hazard.",
    ]


def test_a_unit_sees_its_own(store: Store, firm: Firm, exporting: Exporting, jam: PainPoint) -> None:
    elsewhere = BusinessUnit(organisation_id=firm.firm.id, name="Offices")
    site = Site(unit_id=elsewhere.id, name="City office")
    near = Commitment(text="here", visit_id=firm.visit.id)
    far = Commitment(text="there", site_id=site.id, pain_point_id=jam.id)
    put(store, elsewhere, site, near, far, Commitment(text="nowhere"))
    for subject in (Subject.PAINS, Subject.NOTES, Subject.SERVICES):
        assert len(rows(exporting, subject, unit_id=firm.unit.id)) == 1
        assert rows(exporting, subject, unit_id=elsewhere.id) == []
    assert [row["promise"] for row in rows(exporting, Subject.PROMISES, unit_id=firm.unit.id)] == ["here"]
    (there,) = rows(exporting, Subject.PROMISES, unit_id=elsewhere.id)
    assert (there["promise"], there["site"], there["pain_point"]) == ("there", "City office", "Gun logs out")
    assert len(rows(exporting, Subject.PROMISES)) == 3
    with pytest.raises(NotFound):
        exporting.look(Asked("csv", Wanted(unit_id=new_id())))


def test_every_format_carries_every_subject_it_names(exporting: Exporting, jam: PainPoint, tmp_path: Path) -> None:
    for chosen in FORMATS:
        assert chosen.again
        assert chosen.needs <= set(chosen.takes)
        for subject in set(chosen.subjects) - {Subject.PROMISES}:
            saved = exporting.save(Asked(chosen.name, Wanted(subject), TO), tmp_path / f"out{chosen.suffix}")
            assert saved.count == 1, chosen.name
            assert saved.files[0].read_bytes()


def test_a_wiki_page_says_it_in_plain_words(store: Store, exporting: Exporting, jam: PainPoint, tmp_path: Path) -> None:
    put(store, jam.edited(title="*Gun* [logs](out)"))
    told = exporting.save(Asked("markdown"), tmp_path / "wiki").files[0]
    assert told.name == "wiki.md"
    assert exporting.look(Asked("markdown")).preview == exporting.look(Asked("csv")).preview
    assert "\n## \\*Gun\\* \\[logs\\](out)\n" in told.read_text(encoding="utf-8")
    listed = exporting.save(Asked("markdown", Wanted(Subject.NOTES)), tmp_path / "notes.md").files[0]
    heading, rule, row = listed.read_text(encoding="utf-8").splitlines()[2:5]
    assert heading.count("|") == rule.count("|") == row.count(" | ") + 2


def test_what_the_tool_has_already_is_left_out(exporting: Exporting, jam: PainPoint, tmp_path: Path) -> None:
    listed = tmp_path / "theirs.csv"
    listed.write_text(f"#,Subject,Shadow ID\n7,Gun logs out,{str(jam.id).upper()}\n", encoding="utf-16")
    looked = exporting.look(Asked("redmine", Wanted(known=known_ids(listed))))
    assert looked.count == looked.files == 0
    assert looked.left_out[-1] == "1 left out: the receiving tool has it already."
    with pytest.raises(Refused, match=r"nothing to export, so no file was written\. 1 left out"):
        exporting.save(Asked("redmine", Wanted(known=known_ids(listed))), tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_a_list_without_our_ids_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "theirs.csv"
    listed.write_text("#,Subject\n7,Gun\n")
    with pytest.raises(Refused, match="No id of Shadow’s"):
        known_ids(listed)
    with pytest.raises(Trouble, match="cannot be read"):
        known_ids(tmp_path / "gone.csv")
    monkeypatch.setattr("shadow_app.usecases.exporting._LARGEST_LIST", 3)
    with pytest.raises(Refused, match="larger than 256 MB"):
        known_ids(listed)


def test_nothing_to_export_says_why(store: Store, firm: Firm, exporting: Exporting, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is nothing to export, so no file was written"):
        exporting.save(Asked("xlsx"), tmp_path / "out.xlsx")
    assert list(tmp_path.glob("out*")) == []


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Asked("xml"), "There is no format “xml”; there are: csv, xlsx, markdown"),
        (
            Asked("jira-csv", Wanted(Subject.NOTES)),
            "Jira, CSV import takes pains and no notes; these do: csv, xlsx, markdown",
        ),
        (Asked("freshservice-rest"), "needs the mail address of a requester"),
        (Asked("itop", to=Addressee(requester="Bob")), "“Bob” is no mail address"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    exporting: Exporting, jam: PainPoint, tmp_path: Path, asked: Asked, sentence: str
) -> None:
    for verb in (exporting.look, lambda each: exporting.save(each, tmp_path / "out")):
        with pytest.raises(Refused, match=r"^[^\n]+$") as said:
            verb(asked)
        assert sentence in str(said.value)


def test_the_wrong_ending_is_refused(exporting: Exporting, jam: PainPoint, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"is written as \.xlsx, not as “\.csv”"):
        exporting.save(Asked("XLSX "), tmp_path / "out.csv")


def test_it_can_be_stopped(exporting: Exporting, jam: PainPoint, tmp_path: Path) -> None:
    for subject in (Subject.PAINS, Subject.NOTES):
        with pytest.raises(Refused, match="cancelled; no file was written"):
            exporting.save(Asked("csv", Wanted(subject)), tmp_path / "out.csv", lambda: False)
    assert not list(tmp_path.glob("*out*"))


def test_the_folder_is_remembered(exporting: Exporting, jam: PainPoint, tmp_path: Path) -> None:
    assert exporting.folder() is None
    saved = exporting.save(Asked("csv"), tmp_path / "deep" / "out.csv")
    exporting.remember(saved.files[0])
    assert exporting.folder() == tmp_path / "deep"


def test_pages_of_notes_are_joined(
    store: Store, firm: Firm, exporting: Exporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shadow_app.storage import exportable

    notes: list[Record] = [firm.note(f"note {place}", place, state=ReviewState.ACCEPTED) for place in range(7)]
    put(store, *notes)
    with store.reading() as read:
        paged = [each.note.text for each in exportable.exportable_notes(read, page=3)]
        assert paged == [f"note {place}" for place in range(7)]
        assert len(list(exportable.exportable_ids(read))) == 7


def test_a_preview_stops_where_a_person_stops_reading(store: Store, firm: Firm, exporting: Exporting) -> None:
    put(store, *(firm.note(f"note {place}", place, state=ReviewState.ACCEPTED) for place in range(60)))
    looked = exporting.look(Asked("csv", Wanted(Subject.NOTES)))
    assert (looked.count, len(looked.preview.rows), looked.files) == (60, 50, 1)


def test_a_workbook_of_notes_is_whole(
    store: Store, firm: Firm, exporting: Exporting, jam: PainPoint, tmp_path: Path
) -> None:
    saved = exporting.save(Asked("xlsx", Wanted(Subject.NOTES)), tmp_path / "notes.xlsx")
    with zipfile.ZipFile(saved.files[0]) as package:
        assert b"Harbour depot" in package.read("xl/worksheets/sheet1.xml")
    table = exporting.save(Asked("csv", Wanted(Subject.NOTES)), tmp_path / "notes.csv").files[0]
    assert len(list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))))) == 2

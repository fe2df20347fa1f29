"""Everything held about a host, and nothing about anybody else."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pypdf import PdfReader

from factories import NOON, Firm, put, tag
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.decision import Commitment
from shadow_app.domain.errors import NotFound, Refused, Trouble
from shadow_app.domain.people import Host
from shadow_app.domain.ranking import StatedImportance
from shadow_app.domain.record import new_id
from shadow_app.domain.telling import Contact, Conversation
from shadow_app.domain.vocabulary import ConsentSubject, ReportKind, ReviewState, VisitState
from shadow_app.settings import Settings
from shadow_app.storage.store import Store
from two_desks import photo

NOW = datetime(2026, 11, 22, 9, tzinfo=timezone.utc)


@pytest.fixture
def shadow(store: Store, firm: Firm) -> Shadow:
    """Maria hosted one visit together with a clerk, and is a contact; Jo hosted another."""
    made = wire(store, Settings(name="Ann"))
    visit = firm.visit.edited(state=VisitState.REVIEWED, number="A1-1", headline="Guns log out")
    other = visit.edited(id=new_id(), number="A1-2", starts_at=NOON - timedelta(days=9), headline="Jo’s day")
    put(store, visit, other)
    for subject in ConsentSubject:
        made.planning.agree(visit.id, subject, True)
    note = firm.note("gun logs out, Dave rings", quote="not again", state=ReviewState.ACCEPTED, consequence="late")
    theirs = firm.note("belt of Jo stands", state=ReviewState.ACCEPTED).edited(visit_id=other.id)
    put(store, note, theirs, tag(note, firm.scanning))
    made.capture.attach(note.id, photo())
    made.planning.name_host(visit.id, "Driver 2", "Maria Kowalska")
    made.planning.name_host(other.id, "Driver 7", "Jo Smith")
    put(store, Host(visit_id=visit.id, pseudonym="Clerk 1"))
    for who, grade in (("Driver 2", 9), ("Clerk 1", 3), ("Payroll 1", 2)):
        put(
            store,
            StatedImportance(visit_id=visit.id, respondent=who, service_id=firm.scanning.id, importance=grade),
        )
    put(store, Commitment(visit_id=visit.id, text="A new gun"))
    made.planning.answer(visit.id, "during.often", "every hour")
    contact = Contact(organisation_id=firm.firm.id, name="maria kowalska", reach="extension 7")
    jo = Contact(organisation_id=firm.firm.id, name="Jo Smith", reach="extension 8")
    put(store, contact, jo, Conversation(contact_id=contact.id, held_on=date(2026, 11, 1), asked="how?", said="badly"))
    return made


def of(shadow: Shadow, pseudonym: str) -> Host:
    with shadow.store.reading() as read:
        return next(each for each in read.where(Host) if each.pseudonym == pseudonym)


def test_all_of_one_person_and_none_of_another(shadow: Shadow, firm: Firm, tmp_path: Path) -> None:
    path = tmp_path / "held.zip"
    found = shadow.privacy.export_held(of(shadow, "Driver 2").id, path, NOW)
    with zipfile.ZipFile(path) as file:
        assert file.namelist() == ["held.pdf", "held.md", "held.json", "photos/001.jpg"]
        words, data = file.read("held.md").decode(), json.loads(file.read("held.json"))
        assert file.read("photos/001.jpg").startswith(b"\xff\xd8")
    for there in (
        "Maria Kowalska",
        "gun logs out",
        "not again",
        "late",
        "A new gun",
        "every hour",
        "badly",
        "Guns log",
    ):
        assert there in words, there
    told = words + json.dumps(data, ensure_ascii=False)
    for foreign in ("Jo Smith", "belt of Jo", "Clerk 1", "Payroll 1", "Jo’s day", "extension 8", str(firm.ann.id)):
        assert foreign not in told, foreign
    assert [each["importance"] for each in data["records"]["stated_importance"]] == [9]
    assert data["records"]["attachment"][0]["file"] == "photos/001.jpg"
    assert data["about"] == {"pseudonym": "Driver 2", "name": "Maria Kowalska"}
    assert found.others == 1, "Dave is somebody else, and a person has to look"
    assert "<" not in words.replace("&lt;", "")


def test_it_can_be_printed_and_says_the_same(shadow: Shadow, firm: Firm, tmp_path: Path) -> None:
    long = "the belt stands and everybody waits " * 12
    put(shadow.store, *(firm.note(f"{long} {number}<b>", number) for number in range(60)))
    path = tmp_path / "held.zip"
    shadow.privacy.export_held(of(shadow, "Driver 2").id, path, NOW)
    with zipfile.ZipFile(path) as file:
        printed, words = PdfReader(io.BytesIO(file.read("held.pdf"))), file.read("held.md").decode()
    pages = [" ".join(page.extract_text().split()) for page in printed.pages]
    text = " ".join(pages)
    assert len(pages) > 3
    for there in ("Maria Kowalska", "gun logs out", "not again", "A new gun", "every hour", "badly", "Guns log"):
        assert there in text, there
    assert all(f"{number}<b>" in text for number in range(60))
    for foreign in ("Jo Smith", "belt of Jo", "Clerk 1", "extension 8"):
        assert foreign not in text + words, foreign
    assert sum(len(page.images) for page in printed.pages) == 1
    assert all("For the person whom it is about" in page and "without names" not in page for page in pages)


def test_what_was_taken_back_is_held_until_it_is_erased(shadow: Shadow, firm: Firm, tmp_path: Path) -> None:
    shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
    path = tmp_path / "held.zip"
    shadow.privacy.export_held(of(shadow, "Driver 2").id, path, NOW)
    with zipfile.ZipFile(path) as file:
        words = file.read("held.md").decode()
    assert "not again" in words
    assert "taken back on" in words


def test_released_reports_that_rest_on_it_are_named(shadow: Shadow, firm: Firm, tmp_path: Path) -> None:
    with shadow.store.work("set aside") as work:
        for each in shadow.capture.timeline(firm.visit.id):
            work.put(each.note.edited(state=ReviewState.SET_ASIDE, state_note="names Dave"))
        work.commit()
    edition = shadow.releasing.release(ReportKind.VISIT, firm.visit.id)
    shadow.releasing.withdraw(edition.id, "Peter Brown rang 07700 900123 about it")
    path = tmp_path / "held.zip"
    shadow.privacy.export_held(of(shadow, "Driver 2").id, path, NOW)
    with zipfile.ZipFile(path) as file:
        told = file.read("held.md").decode()
        assert "edition 1 of" in told
        assert "lost its content on" in told
        assert "Brown" not in told, "whoever else was named in the reason is not told to this person"
        assert "900123" not in told
        assert edition.content_sha256 in file.read("held.json").decode()


def test_equal_content_gives_equal_bytes_and_nothing_half_written(shadow: Shadow, tmp_path: Path) -> None:
    host = of(shadow, "Driver 7").id
    for name in ("one.zip", "two.zip"):
        shadow.privacy.export_held(host, tmp_path / name, NOW)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with pytest.raises(Refused, match=r"one \.zip file"):
        shadow.privacy.export_held(host, tmp_path / "one.tar", NOW)
    with pytest.raises(NotFound):
        shadow.privacy.export_held(new_id(), tmp_path / "x.zip", NOW)
    (tmp_path / "folder.zip").mkdir()
    with pytest.raises(Trouble, match="choose another place"):
        shadow.privacy.export_held(host, tmp_path / "folder.zip", NOW)
    assert sorted(each.name for each in tmp_path.glob("*.zip")) == ["folder.zip", "one.zip", "two.zip"]

"""A file from one laptop to another, through the doors that a person uses."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from factories import KEY, Firm, new_store, put, tag
from shadow_app.domain.errors import ImportTrouble, NotFound, Refused, StoreTrouble
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.storage.store import Store
from shadow_app.sync import handover
from shadow_app.usecases.exchange import Exchange
from shadow_app.usecases.handing_over import visit_named


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path, "other.db", author="Ben")
    yield opened
    opened.close()


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "JPEG")
    return out.getvalue()


def notes(store: Store) -> list[Observation]:
    with store.reading() as read:
        return read.where(Observation)


def everything(store: Store) -> dict[str, Any]:
    with store.reading() as read:
        return {kind.kind_name: read.where(kind) for kind in (Visit, Observation, PainPoint, Attachment)}


def photographed(store: Store, firm: Firm) -> tuple[Observation, str]:
    note, data = firm.note("the gun is dead"), jpeg()
    sha = hashlib.sha256(data).hexdigest()
    with store.work("noted") as work:
        work.put(note)
        work.put(tag(note, firm.scanning))
        work.put_blob(sha, data)
        work.put(Attachment(visit_id=firm.visit.id, observation_id=note.id, sha256=sha))
        work.commit()
    return note, sha


def test_a_file_brings_notes_and_pictures_and_only_once(store: Store, firm: Firm, other: Store, tmp_path: Path) -> None:
    note, sha = photographed(store, firm)
    sent = Exchange(store).send(tmp_path / "ann.shadow")
    assert sent.contents == 1
    takes = Exchange(other)
    seen = takes.preview(sent.path)
    assert (seen.sender.person, seen.sender.known, seen.gone) == ("Ann", False, 0)
    assert {record.kind_name for record in seen.new} >= {"observation", "visit", "attachment", "service_tag"}
    assert notes(other) == [], "a preview touches nothing"
    assert takes.devices() == []
    with pytest.raises(Refused, match="unknown here"):
        takes.take(seen)
    taken = takes.take(seen, accept=True)
    assert taken.copy is not None
    assert taken.copy.exists()
    assert everything(other) == everything(store)
    with other.reading() as read:
        assert read.connection.exec_driver_sql("SELECT sha256, thumbnail IS NOT NULL FROM blob").all() == [(sha, 1)]
    assert [each.person for each in takes.devices()] == ["Ann"]
    again = takes.preview(sent.path)
    assert (again.sender.known, again.new, again.changed, again.fresh) == (True, (), (), 0)
    assert takes.take(again).taking is None
    assert notes(other)[0].id == note.id


def test_the_copy_is_the_store_as_it_was(store: Store, firm: Firm, other: Store, tmp_path: Path) -> None:
    sent = Exchange(store).send(tmp_path / "ann.shadow")
    taken = Exchange(other).take(Exchange(other).preview(sent.path), accept=True)
    assert taken.copy is not None
    before = Store(taken.copy, KEY)
    with before.reading() as read:
        assert read.where(Visit) == []
    before.close()
    for turn in range(4):
        put(store, firm.note(f"note {turn}"))
        Exchange(store).send(sent.path)
        Exchange(other).take(Exchange(other).preview(sent.path))
    assert len(list(tmp_path.glob("backups/other.*.arrival.db"))) == 5


def test_one_visit_brings_what_it_needs_and_nothing_else(
    store: Store, firm: Firm, other: Store, tmp_path: Path
) -> None:
    note, _sha = photographed(store, firm)
    elsewhere = Visit(**{**dict(firm.visit), "id": PainPoint(service_id=firm.email.id, title="x").id})
    put(store, elsewhere, PainPoint(service_id=firm.email.id, title="Ann's own thought"))
    visit = visit_named(store, str(firm.visit.id))
    sent = Exchange(store).send(tmp_path / "visit.shadow", visit)
    Exchange(other).take(Exchange(other).preview(sent.path), accept=True)
    held = everything(other)
    assert [each.id for each in held["visit"]] == [firm.visit.id]
    assert [each.id for each in held["observation"]] == [note.id]
    assert held["pain_point"] == []
    with pytest.raises(NotFound, match="no visit"):
        visit_named(store, "nowhere")


def test_two_who_edit_one_field_are_both_heard(store: Store, firm: Firm, other: Store, tmp_path: Path) -> None:
    note = firm.note("gun logs out")
    put(store, note)
    path = tmp_path / "a.shadow"
    Exchange(store).send(path)
    theirs = Exchange(other)
    theirs.take(theirs.preview(path), accept=True)
    put(store, note.edited(text="gun logs out at eight"))
    put(other, note.edited(text="gun logs out at noon"))
    Exchange(store).send(path)
    seen = theirs.preview(path)
    assert [(each.field, len(each.claims)) for each in seen.conflicts] == [("text", 2)]
    theirs.take(seen)
    [conflict] = theirs.conflicts()
    assert {claim.value for claim in conflict.claims} == {"gun logs out at eight", "gun logs out at noon"}
    assert {claim.author for claim in conflict.claims} == {"Ann", "Ben"}
    assert notes(other)[0].text == conflict.claims[-1].value
    theirs.answer(conflict, conflict.claims[-1].value)
    assert theirs.conflicts() == []
    theirs.send(path)
    ours = Exchange(store)
    ours.take(ours.preview(path), accept=True)
    assert ours.conflicts() == []
    assert notes(store) == notes(other)


def test_all_that_came_in_is_taken_back_as_one(store: Store, firm: Firm, other: Store, tmp_path: Path) -> None:
    note, path = firm.note("gun logs out"), tmp_path / "a.shadow"
    put(store, note)
    Exchange(store).send(path)
    theirs = Exchange(other)
    theirs.take(theirs.preview(path), accept=True)
    own = firm.note("Ben's own note")
    put(other, own)
    put(store, note.edited(text="changed by Ann"), firm.note("new from Ann"))
    Exchange(store).send(path)
    theirs.take(theirs.preview(path))
    assert {each.text for each in notes(other)} == {"changed by Ann", "new from Ann", "Ben's own note"}
    theirs.take_back()
    assert {each.text for each in notes(other)} == {"gun logs out", "Ben's own note"}
    assert theirs.differences() == []
    assert [each.taken_back for each in theirs.takings()] == [True, False]
    with pytest.raises(NotFound):
        theirs.take_back(theirs.takings()[0].id)


def test_taking_back_leaves_what_somebody_has_built_on(store: Store, firm: Firm, other: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.shadow"
    put(store, firm.note("gun logs out"))
    Exchange(store).send(path)
    theirs = Exchange(other)
    theirs.take(theirs.preview(path), accept=True)
    put(other, firm.note("Ben's own note"))
    theirs.take_back()
    held = everything(other)
    assert [each.text for each in held["observation"]] == ["Ben's own note"]
    assert [each.id for each in held["visit"]] == [firm.visit.id], "his note is on this visit"
    with other.reading() as read:
        assert read.where(Service) == []
    theirs.take(theirs.preview(path), accept=True)
    assert [each.text for each in notes(other)] == ["Ben's own note"], "what was taken back does not come again"
    with pytest.raises(NotFound, match="taken back"):
        theirs.take_back()


def test_a_sealed_file_opens_with_its_passphrase_only(store: Store, firm: Firm, other: Store, tmp_path: Path) -> None:
    path = tmp_path / "sealed.shadow"
    put(store, firm.note("a secret of the depot"))
    with pytest.raises(Refused, match="fewer than 8"):
        Exchange(store).send(path, passphrase="short")
    Exchange(store).send(path, passphrase="correct horse")
    assert b"depot" not in path.read_bytes()
    theirs = Exchange(other)
    for wrong in (None, "wrong horse"):
        with pytest.raises(ImportTrouble, match=r"sealed|does not open"):
            theirs.preview(path, wrong)
    data = path.read_bytes()
    for broken in (data[:-1], data[:30], data[:12] + b"\xff" * 8 + data[20:], data[:-1] + b"x"):
        path.write_bytes(broken)
        with pytest.raises(ImportTrouble):
            theirs.preview(path, "correct horse")
    path.write_bytes(data)
    theirs.take(theirs.preview(path, "correct horse"), accept=True)
    assert [each.text for each in notes(other)] == ["a secret of the depot"]


def test_another_team_and_another_key_are_refused(store: Store, firm: Firm, other: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.shadow"
    Exchange(store).send(path)
    theirs = Exchange(other)
    theirs.take(theirs.preview(path), accept=True)
    stranger = new_store(tmp_path, "stranger.db", author="Mallory")
    try:
        Exchange(stranger).send(path)
        with pytest.raises(ImportTrouble, match="another team"):
            theirs.preview(path)
        stranger.device = store.device
        Exchange(stranger).send(path)
        with pytest.raises(ImportTrouble, match="another key"):
            theirs.preview(path)
    finally:
        stranger.close()


def test_two_who_first_write_to_each_other_both_get_through(
    store: Store, firm: Firm, other: Store, tmp_path: Path
) -> None:
    one, two = Exchange(store), Exchange(other)
    one.send(tmp_path / "one.shadow")
    two.send(tmp_path / "two.shadow")
    one.take(one.preview(tmp_path / "two.shadow"), accept=True)
    two.take(two.preview(tmp_path / "one.shadow"), accept=True)
    put(store, firm.note("one"))
    one.send(tmp_path / "one.shadow")
    two.take(two.preview(tmp_path / "one.shadow"))
    two.send(tmp_path / "two.shadow")
    one.take(one.preview(tmp_path / "two.shadow"))
    assert everything(store) == everything(other)


def test_a_visit_that_was_erased_stays_erased_everywhere(
    store: Store, firm: Firm, other: Store, tmp_path: Path
) -> None:
    photographed(store, firm)
    early, late = tmp_path / "early.shadow", tmp_path / "late.shadow"
    Exchange(store).send(early)
    theirs = Exchange(other)
    theirs.take(theirs.preview(early), accept=True)
    Exchange(store).erase(firm.visit, "the host asked for it")
    Exchange(store).send(late)
    seen = theirs.preview(late)
    assert seen.gone >= 4
    theirs.take(seen)
    theirs.take(theirs.preview(early))
    for each in (store, other):
        assert everything(each)["observation"] == everything(each)["visit"] == everything(each)["attachment"] == []
        with each.reading() as read:
            assert read.connection.exec_driver_sql("SELECT count(*) FROM blob").scalar() == 0
            held = read.connection.exec_driver_sql("SELECT group_concat(data) FROM change").scalar()
            assert "the gun is dead" not in str(held)
        with pytest.raises(Refused, match="was erased"), each.work("again") as work:
            work.put(firm.visit)


@pytest.mark.parametrize("data", [b"", b"SHDWFIL1", b"SHDWBOX1", b"PK\x03\x04" + bytes(99), bytes(200)])
def test_what_is_no_file_of_ours_is_refused(data: bytes, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "x.shadow"
    path.write_bytes(data)
    with pytest.raises(ImportTrouble):
        Exchange(store).preview(path, "a passphrase")


def test_places_that_do_not_answer_are_one_sentence(store: Store, firm: Firm, tmp_path: Path) -> None:
    with pytest.raises(ImportTrouble, match="cannot be read"):
        Exchange(store).preview(tmp_path / "nowhere.shadow")
    with pytest.raises(StoreTrouble, match="cannot be written"):
        Exchange(store).send(tmp_path / "nowhere" / "x.shadow")


def test_a_file_that_is_too_large_is_not_read(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handover, "LARGEST_HAND_OVER", 10)
    (tmp_path / "x.shadow").write_bytes(bytes(11))
    with pytest.raises(ImportTrouble, match="larger"):
        Exchange(store).preview(tmp_path / "x.shadow")
    with pytest.raises(ImportTrouble, match="too large"):
        Exchange(store).send(tmp_path / "y.shadow")
    assert not list(tmp_path.glob("*.part")) + list(tmp_path.glob("y*"))


@pytest.mark.parametrize(("notes_made", "copies"), [(300, 0), (400, 1)])
def test_few_changes_of_the_same_team_are_looked_at_without_a_copy(
    notes_made: int,
    copies: int,
    store: Store,
    firm: Firm,
    other: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours, theirs = Exchange(store), Exchange(other)
    theirs.take(theirs.preview(ours.send(tmp_path / "first.shadow").path), accept=True)
    for number in range(2):
        made = [firm.note(f"gun {number}", minute) for minute in range(notes_made)]
        put(other, *made, *(tag(note, firm.scanning) for note in made[: notes_made if number else 0]))
    made_copies: list[Path] = []
    copy_to = Store.copy_to

    def counted(self: Store, target: Path) -> None:
        made_copies.append(target)
        copy_to(self, target)

    monkeypatch.setattr(Store, "copy_to", counted)
    seen = ours.preview(theirs.send(tmp_path / "back.shadow").path)
    assert len(made_copies) == copies
    assert seen.new_count >= 3 * notes_made
    assert len(notes(store)) == 0, "a preview touches nothing"
    assert not list(tmp_path.glob("*looked-at*"))

"""Hand-over files of several parts, and long takings that keep nobody waiting."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from factories import Firm, new_store, put, tag
from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.news import News
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.storage import arrivals, fsck
from shadow_app.storage.arrivals import Arrival, look
from shadow_app.storage.store import Store
from shadow_app.sync import sealed_stream, segment
from shadow_app.usecases import handing_over, sharing
from shadow_app.usecases.exchange import Exchange

SECRET = "correct horse"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path, "other.db", author="Ben")
    yield opened
    opened.close()


@pytest.fixture
def many(store: Store, firm: Firm, monkeypatch: pytest.MonkeyPatch) -> Firm:
    """Twenty notes with a tag, every fifth with a picture; more than a part may hold, and a stream's piece."""
    monkeypatch.setattr(segment, "AT_ONCE", 7)
    monkeypatch.setattr(sealed_stream, "_PIECE", 1_000)
    monkeypatch.setattr(arrivals, "SHOWN", 3)
    monkeypatch.setattr(arrivals, "IN_PLACE", 3)
    monkeypatch.setattr(handing_over, "IN_PLACE", 3)
    for number in range(20):
        note = firm.note(f"note {number}", number)
        put(store, note, tag(note, firm.scanning))
        if number % 5 == 0:
            photograph(store, note, number)
    return firm


def photograph(store: Store, note: Observation, shade: int) -> str:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (shade, 90, 120)).save(out, "JPEG")
    sha = hashlib.sha256(out.getvalue()).hexdigest()
    with store.work("photo") as work:
        work.put_blob(sha, out.getvalue())
        work.put(Attachment(visit_id=note.visit_id, observation_id=note.id, sha256=sha))
        work.commit()
    return sha


def notes(store: Store) -> list[str]:
    with store.reading() as read:
        return sorted(each.text for each in read.where(Observation))


def pictures(store: Store) -> list[Any]:
    with store.reading() as read:
        return list(read.connection.exec_driver_sql("SELECT sha256, data FROM blob ORDER BY sha256").all())


@pytest.mark.parametrize("passphrase", [None, SECRET])
def test_a_file_of_many_parts_is_one_taking(
    store: Store, many: Firm, other: Store, tmp_path: Path, passphrase: str | None
) -> None:
    sent = Exchange(store).send(tmp_path / "a.shadow", passphrase=passphrase)
    assert sent.changes > 7 * 5
    assert sent.contents == 4
    takes = Exchange(other)
    seen = takes.preview(sent.path, passphrase)
    assert seen.new_count == seen.fresh == sent.changes
    assert len(seen.new) == 3
    assert notes(other) == []
    takes.take(seen, accept=True)
    assert notes(other) == notes(store)
    assert pictures(other) == pictures(store)
    assert takes.differences() == []
    assert len(takes.takings()) == 1
    takes.take_back()
    assert notes(other) == []
    again = takes.preview(sent.path, passphrase)
    assert (again.fresh, again.new_count, again.changed_count) == (0, 0, 0)


@pytest.mark.parametrize("passphrase", [None, SECRET])
def test_a_file_that_breaks_off_halfway_brings_nothing(
    store: Store, many: Firm, other: Store, tmp_path: Path, passphrase: str | None
) -> None:
    path = tmp_path / "a.shadow"
    Exchange(store).send(path, passphrase=passphrase)
    whole = path.read_bytes()
    takes = Exchange(other)
    seen = takes.preview(path, passphrase)
    broken = [whole[: len(whole) * part // 8] for part in range(1, 8)] + [whole + b"x", whole[:-1], whole[:-1] + b"x"]
    for data in broken:
        path.write_bytes(data)
        with pytest.raises(ImportTrouble):
            takes.take(seen, accept=True)
        with pytest.raises(ImportTrouble):
            takes.preview(path, passphrase)
    assert notes(other) == []
    assert takes.devices() == []
    path.write_bytes(whole)
    takes.take(seen, accept=True)
    assert notes(other) == notes(store)


def test_what_is_taken_is_what_was_looked_at(store: Store, many: Firm, other: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.shadow"
    Exchange(store).send(path)
    seen = Exchange(other).preview(path)
    put(store, many.note("written after the look"))
    Exchange(store).send(path)
    with pytest.raises(ImportTrouble, match="after you looked"):
        Exchange(other).take(seen, accept=True)
    assert notes(other) == []


def test_whoever_writes_does_not_wait_for_a_preview(store: Store, many: Firm, other: Store, tmp_path: Path) -> None:
    """From within the preview: if it held the writer, this would wait for itself for ever, and fail in the end."""
    path = tmp_path / "a.shadow"
    Exchange(store).send(path)
    Exchange(other).take(Exchange(other).preview(path), accept=True)
    note = many.note("one more")
    put(store, note)
    photograph(store, note, 99)
    Exchange(store).send(path)
    own = many.note("Ben's own, meanwhile")
    looked: list[int] = []

    def thumbnail(data: bytes) -> bytes:
        put(other, own)
        looked.append(len(list(tmp_path.glob("other.db.looked-at-*"))))
        return data

    seen = Exchange(other).preview(path)
    outcome = look(other, seen.parcel.arrivals(""), thumbnail)
    assert looked[0] > 0
    assert [each.kind_name for each in outcome.new] == ["observation", "attachment"]
    assert own.text in notes(other)
    assert note.text not in notes(other)
    assert list(tmp_path.glob("*.looked-at-*")) == []


def test_what_a_crash_leaves_of_a_preview_goes(store: Store, many: Firm, other: Store, tmp_path: Path) -> None:
    left = tmp_path / "other.db.looked-at-0123456789abcdef"
    left.write_bytes(b"half")
    Exchange(store).send(tmp_path / "a.shadow")
    Exchange(other).preview(tmp_path / "a.shadow")
    assert not left.exists()


def test_whoever_writes_does_not_wait_for_a_comparison(
    store: Store, many: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = fsck._of_kind
    written: list[str] = []

    def meanwhile(connection: Any, kind: Any) -> list[str]:
        if not written:
            written.append("meanwhile")
            put(store, many.note("meanwhile"))
        return original(connection, kind)

    monkeypatch.setattr(fsck, "_of_kind", meanwhile)
    assert Exchange(store).differences() == []
    assert "meanwhile" in notes(store)


def test_a_folder_is_taken_in_short_transactions_and_taken_back_as_one(
    store: Store, many: Firm, other: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "FEWEST_AT_ONCE", 3)
    monkeypatch.setattr(sharing, "TAKEN_AT_ONCE", 3)
    shared = tmp_path / "shared"
    shared.mkdir()
    Exchange(store).sync_at(str(shared))
    pieces: list[str] = []
    other.listen(lambda news: pieces.append(news.label))
    taken = Exchange(other).sync_at(str(shared), [store.device])
    assert len(pieces) >= taken.received // 3
    assert notes(other) == notes(store)
    assert len(Exchange(other).takings()) == 1
    assert Exchange(other).unsent_at(str(shared)) == 0
    Exchange(other).take_back()
    assert notes(other) == []


def test_own_work_between_two_transactions_stays_ones_own(
    store: Store, many: Firm, other: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    Exchange(store).sync_at(str(shared))
    Exchange(other).sync_at(str(shared), [store.device])
    put(store, *(many.note(f"later {number}") for number in range(9)))
    Exchange(store).sync_at(str(shared))
    monkeypatch.setattr(sharing, "FEWEST_AT_ONCE", 3)
    monkeypatch.setattr(sharing, "TAKEN_AT_ONCE", 3)

    def write(news: News) -> None:
        if news.action is None and "mine" not in notes(other):
            put(other, many.note("mine"))

    other.listen(write)
    Exchange(other).sync_at(str(shared))
    assert Exchange(other).unsent_at(str(shared)) == 1
    assert len(Exchange(other).takings()) == 3
    Exchange(other).take_back()
    Exchange(other).take_back()
    assert [each for each in notes(other) if not each.startswith("note")] == ["mine"]


def test_a_segment_cut_short_halfway_is_taken_again(
    store: Store, many: Firm, other: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "FEWEST_AT_ONCE", 3)
    monkeypatch.setattr(sharing, "TAKEN_AT_ONCE", 3)
    shared = tmp_path / "shared"
    shared.mkdir()
    Exchange(store).sync_at(str(shared))
    original = arrivals.take
    parts: list[Arrival] = []

    def failing(to: Store, arrival: Arrival, *rest: Any) -> Any:
        parts.append(arrival)
        if len(parts) == 3:
            raise ImportTrouble("The power went.")
        return original(to, arrival, *rest)

    monkeypatch.setattr(sharing, "take", failing)
    with pytest.raises(ImportTrouble):
        Exchange(other).sync_at(str(shared), [store.device])
    Exchange(other).sync_at(str(shared), [store.device])
    assert notes(other) == notes(store)
    assert Exchange(other).differences() == []

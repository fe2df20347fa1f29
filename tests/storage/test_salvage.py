"""Damage is noticed wherever it is, and what is not damaged is had back (`reliability.md` §1.5)."""

from __future__ import annotations

import hashlib
import random
import shutil
import statistics
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factories import KEY, Firm, new_store, put, tag
from shadow_app.bootstrap import open_shadow
from shadow_app.domain.change import Change
from shadow_app.domain.errors import StoreDamaged, StoreTrouble, Trouble
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.settings import Settings
from shadow_app.storage import contents
from shadow_app.storage.backups import make
from shadow_app.storage.fsck import differences
from shadow_app.storage.health import examine
from shadow_app.storage.keyfile import key_path, write
from shadow_app.storage.salvage import Found, read_pages, salvage
from shadow_app.storage.salvage_pages import PAGE, Pages
from shadow_app.storage.salvage_rows import rows_of
from shadow_app.storage.store import Store
from shadow_app.storage.vectors import changes_since
from shadow_app.storage.wraps import KeyFile, OpenWrap
from shadow_app.usecases import withdrawal

NOTES, NOTES_THOROUGH = 200, 4_000
FLIPS, FLIPS_THOROUGH = 20, 200
PHOTO = random.Random(5).randbytes(60_000)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """A closed store with notes long and short, tags, a photo and something erased."""
    folder = tmp_path_factory.mktemp("sound")
    count = NOTES_THOROUGH if pytestconfig.getoption("--thorough") else NOTES
    with closing(new_store(folder)) as store:
        firm = Firm().put_into(store)
        notes = [firm.note(f"{number} " + "word " * (number % 700), number) for number in range(count)]
        for start in range(0, count, 50):
            put(store, *notes[start : start + 50], *(tag(note, firm.email) for note in notes[start : start + 50]))
        sha = hashlib.sha256(PHOTO).hexdigest()
        with store.work("photo") as work:
            work.put_blob(sha, PHOTO, b"small")
            work.put(
                Attachment(
                    visit_id=firm.visit.id,
                    observation_id=notes[0].id,
                    sha256=sha,
                    byte_size=len(PHOTO),
                )
            )
            work.commit()
        with store.work("erased") as work:
            work.erase(notes[1])
            work.commit()
    return folder / "store.db"


def changes_of(path: Path) -> list[Change]:
    with closing(Store(path, KEY)) as store, store.reading() as read:
        return list(changes_since(read.connection, {}))


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    shutil.copy(sound, path)
    return path


def damaged(path: Path, at: int, change: Callable[[int], int] = lambda byte: byte ^ 1) -> None:
    content = bytearray(path.read_bytes())
    content[at] = change(content[at])
    path.write_bytes(content)


def found_in(path: Path) -> Found:
    found = Found()
    read_pages(path, KEY, found)
    return found


def is_noticed(path: Path) -> bool:
    try:
        with closing(Store(path, KEY)) as store:
            return bool(examine(store, full=True).complaints)
    except Trouble:
        return True


# Noticed


def test_one_flipped_bit_is_noticed_wherever_it_is(sound: Path, tmp_path: Path, thorough: bool) -> None:
    whole, chance = sound.read_bytes(), random.Random(11)
    assert not is_noticed(_written(tmp_path / "whole" / "store.db", whole))
    trials = FLIPS_THOROUGH if thorough else FLIPS
    noticed = 0
    for trial in range(trials):
        # The first ones in the file's very beginning, where the salt and the size lie.
        at = chance.randrange(32 if trial < trials // 10 else len(whole))
        path = _written(tmp_path / str(trial) / "store.db", whole)
        damaged(path, at, lambda byte: byte ^ 1 << chance.randrange(8))
        noticed += is_noticed(path)
    assert noticed == trials


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir()
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("cut", [1, 100, PAGE, 10 * PAGE + 7])
def test_a_file_that_was_cut_is_noticed(copy: Path, cut: int) -> None:
    copy.write_bytes(copy.read_bytes()[:-cut])
    assert is_noticed(copy)


def test_a_store_that_was_not_closed_is_looked_at_before_it_is_used(sound: Path, tmp_path: Path) -> None:
    with closing(new_store(tmp_path, "live.db")) as live:
        firm = Firm().put_into(live)
        put(live, *(firm.note("word " * 600, number) for number in range(20)))
        with live.writer.connect() as connection:
            assert connection.connection.driver_connection is not None
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        put(live, firm.note("in the log"))
        for end in ("", "-wal"):
            shutil.copy(tmp_path / f"live.db{end}", tmp_path / f"store.db{end}")
    path = tmp_path / "store.db"
    write(path, KeyFile(store_id=firm.visit.id, wraps=(OpenWrap(key=KEY),)), new=True)
    copied = {each.name: each.read_bytes() for each in tmp_path.glob("store.db*")}
    open_shadow(Settings(), path).close()
    for name, content in copied.items():
        (tmp_path / name).write_bytes(content)
    pages = len(copied["store.db"]) // PAGE
    damaged(path, (pages - 3) * PAGE + 99)
    with pytest.raises(
        StoreDamaged, match=r"was not closed the last time and is damaged: .*`shadow-app backup salvage`"
    ):
        open_shadow(Settings(), path)


def test_a_damaged_beginning_is_not_taken_for_a_wrong_passphrase(copy: Path) -> None:
    write(copy, KeyFile(store_id=Firm().visit.id, wraps=(OpenWrap(key=KEY),)), new=True)
    damaged(copy, 3)
    with pytest.raises(StoreDamaged, match=r"The beginning of .* is damaged, or the key file beside it is another"):
        open_shadow(Settings(), copy)


# Had back


def test_nothing_is_lost_of_a_sound_store(copy: Path, sound: Path) -> None:
    found = found_in(copy)
    expected = changes_of(copy)
    assert sorted(found.changes.values(), key=lambda each: each.cid) == sorted(expected, key=lambda each: each.cid)
    assert list(found.contents.values()) == [(PHOTO, b"small")]
    assert found.facts.keys() >= {"device.key"}
    assert found.bad == 0


def test_of_a_damaged_store_nearly_all_is_had_back(sound: Path, tmp_path: Path, thorough: bool) -> None:
    whole, chance = sound.read_bytes(), random.Random(3)
    count = len(found_in(sound).changes)
    path, shares = tmp_path / "store.db", []
    for _ in range(FLIPS_THOROUGH if thorough else FLIPS):
        path.write_bytes(whole)
        damaged(path, chance.randrange(len(whole)))
        found = found_in(path)
        assert found.bad <= 1
        shares.append(len(found.changes) / count)
    assert statistics.median(shares) >= 0.99
    assert min(shares) >= 0.9, "no page is so high in a tree that much is lost with it"


def test_sixteen_kilobytes_of_nothing_cost_little(copy: Path) -> None:
    count = len(found_in(copy).changes)
    content = bytearray(copy.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 16_384] = bytes(16_384)
    copy.write_bytes(content)
    found = found_in(copy)
    assert 4 <= found.bad <= 5
    assert len(found.changes) >= count * 0.9


def test_a_flipped_bit_in_the_salt_costs_nothing(copy: Path) -> None:
    count = len(found_in(copy).changes)
    damaged(copy, 9)
    found = found_in(copy)
    assert (len(found.changes), found.bad) == (count, 0)


def test_a_lost_first_page_costs_only_itself(copy: Path) -> None:
    """Without its salt no seal can be looked at; what is read is checked row by row."""
    count = len(found_in(copy).changes)
    content = copy.read_bytes()
    copy.write_bytes(bytes(PAGE) + content[PAGE:])
    assert not Pages(copy, KEY).sealed
    assert len(found_in(copy).changes) >= count * 0.99
    # What is damaged beside is left out as well, as no such row makes sense.
    damaged(copy, len(content) // 2)
    assert count * 0.95 <= len(found_in(copy).changes) <= count


def test_of_half_a_file_half_is_had_back(copy: Path) -> None:
    count = len(found_in(copy).changes)
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size * 7 // 10])
    assert len(found_in(copy).changes) >= count * 0.5


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\0" * 1000, bytes(50_000), b"\r" * 50_000])
def test_what_is_no_store_holds_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(content)
    path.with_name("store.db-wal").write_bytes(content)
    assert found_in(path).changes == {}
    with pytest.raises(StoreTrouble, match="there is no good backup in"):
        salvage(path, KEY, folder=tmp_path / "backups", follow=withdrawal.replay, keep=True)
    assert path.read_bytes() == content


def test_any_page_is_read_without_harm() -> None:
    chance = random.Random(1)
    for _ in range(200):
        page = bytearray(chance.randbytes(PAGE - 80))
        page[0] = 0x0D
        page[3:5] = b"\0\x20"
        whole = bytes(page)
        list(rows_of(2, whole, dict.fromkeys(range(1 << 16), whole).get))


# Put together


def test_a_store_is_shown_before_it_is_replaced(copy: Path, sound: Path) -> None:
    damaged(copy, copy.stat().st_size // 2)
    before = copy.read_bytes()
    seen = salvage(copy, KEY, folder=copy.parent / "backups", follow=withdrawal.replay, keep=False)
    assert copy.read_bytes() == before
    assert seen.backup is None
    assert seen.bad <= 1
    assert seen.counts.changes == seen.read == seen.added
    assert {each.name for each in copy.parent.iterdir()} <= {"store.db", "shadow-home", "backups"}
    kept = salvage(copy, KEY, folder=copy.parent / "backups", follow=withdrawal.replay, keep=True)
    assert kept.counts.notes == seen.counts.notes
    with closing(Store(copy, KEY)) as store:
        assert differences(store) == []
        gap = seen.read < len(changes_of(sound))
        assert ("gaps" in " ".join(examine(store, full=True).complaints)) == gap, "what was on the bad page is missed"
        assert store.fact("device.key") is not None
    assert next((copy.parent / "quarantine").glob("*/store.db")).read_bytes() == before


def test_the_backup_and_the_pages_make_up_for_each_other(copy: Path) -> None:
    with closing(Store(copy, KEY)) as store:
        everything = len(changes_of(copy))
        backup = make(copy, KEY, store.backups, "asked")
        newest = make(copy, KEY, store.backups, "asked")
        put(store, *(Firm().firm for _ in range(3)))
    damaged(newest.path, 4 * PAGE + 5)
    content = bytearray(copy.read_bytes())
    # Before the middle, where the older changes lie: the newest stand at the end.
    start, end = len(content) // 10, len(content) // 2
    content[start:end] = bytes(end - start)
    copy.write_bytes(content)
    done = salvage(copy, KEY, folder=backup.path.parent, follow=withdrawal.replay, keep=True)
    assert done.backup is not None
    assert done.backup.path == backup.path, "the newest one is damaged"
    assert done.read < everything
    assert done.added == 3
    assert done.counts.changes == everything + 3


def test_what_was_erased_stays_so(copy: Path) -> None:
    with closing(Store(copy, KEY)) as store:
        folder = store.backups
        make(copy, KEY, folder, "asked")
        with store.reading() as read:
            note = read.where(Observation)[0]
        with store.work("erased") as work:
            work.erase(note)
            work.commit()
    content = bytearray(copy.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    copy.write_bytes(content)
    salvage(copy, KEY, folder=folder, follow=withdrawal.replay, keep=True)
    with closing(Store(copy, KEY)) as store, store.reading() as read:
        assert read.find(Observation, note.id) is None


def test_pictures_come_back_with_their_notes(copy: Path) -> None:
    salvage(copy, KEY, folder=copy.parent / "backups", follow=withdrawal.replay, keep=True)
    with closing(Store(copy, KEY)) as store, store.reading() as read:
        assert contents.read(read.connection, hashlib.sha256(PHOTO).hexdigest()) == PHOTO
    assert not key_path(copy).exists()

"""A backup is put back: all of it or nothing, under a new device id, and without what was erased since."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from factories import KEY, Firm, new_store, put, tag
from shadow_app.domain.errors import StoreBusy, StoreDamaged, WrongKey
from shadow_app.domain.observation import Observation
from shadow_app.domain.visit import Visit
from shadow_app.storage import erasures
from shadow_app.storage.backups import backups, make, verify
from shadow_app.storage.erasures import erasures_path
from shadow_app.storage.fsck import differences
from shadow_app.storage.health import examine
from shadow_app.storage.restoring import clean, list_in, restore
from shadow_app.storage.salvage_pages import Pages
from shadow_app.storage.store import Store
from shadow_app.storage.successor import QUARANTINE, next_path
from shadow_app.usecases import withdrawal
from shadow_app.usecases.backing_up import Backups
from stopped import moments, restore_there, stopped_at

NEEDLE = "zyxwvneedle"


def texts(path: Path) -> set[str]:
    with closing(Store(path, KEY)) as store, store.reading() as read:
        return {note.text for note in read.where(Observation)}


def plain_pages(path: Path) -> bytes:
    """All that is in a file, decrypted."""
    return b"".join(page for _, page in Pages(path, KEY))


def test_what_was_there_is_set_aside_whole(store: Store, firm: Firm) -> None:
    put(store, firm.note("kept"))
    backup = make(store.path, KEY, store.backups, "asked")
    device = store.device
    put(store, firm.note("since"))
    store.close()
    done = restore(store.path, backup.path, KEY, folder=store.backups, follow=withdrawal.replay)
    assert texts(store.path) == {"kept"}
    assert done.counts.notes == 1
    assert done.device != device
    assert done.aside is not None
    assert done.aside.parent == store.path.parent / QUARANTINE
    assert texts(done.aside / store.path.name) == {"kept", "since"}
    with closing(new_store(store.path.parent)) as again:
        assert again.device == done.device
        put(again, firm.note("goes on"))
        assert differences(again) == []
        assert examine(again, full=True).complaints == ()
    verify(backup.path, KEY)


def test_the_log_of_a_store_that_was_not_closed_goes_with_it(store: Store, firm: Firm, tmp_path: Path) -> None:
    backup = make(store.path, KEY, store.backups, "asked")
    put(store, firm.note("only in the log"))
    copy = tmp_path / "killed"
    copy.mkdir()
    for each in (store.path, store.path.with_name("store.db-wal")):
        shutil.copy(each, copy)
    done = restore(copy / "store.db", backup.path, KEY, folder=store.backups, follow=withdrawal.replay)
    assert done.aside is not None
    assert texts(done.aside / "store.db") == {"only in the log"}
    assert texts(copy / "store.db") == set()


def test_a_store_that_is_gone_comes_back(store: Store, firm: Firm) -> None:
    put(store, firm.note("kept"))
    backup = make(store.path, KEY, store.backups, "asked")
    store.close()
    store.path.unlink()
    assert restore(store.path, backup.path, KEY, folder=store.backups, follow=withdrawal.replay).aside is None
    assert texts(store.path) == {"kept"}


def test_a_store_that_is_open_is_left_alone(store: Store, firm: Firm) -> None:
    backup = make(store.path, KEY, store.backups, "asked")
    with pytest.raises(StoreBusy, match="close it there, then try again"):
        restore(store.path, backup.path, KEY, folder=store.backups, follow=withdrawal.replay)
    put(store, firm.note("still works"))


def test_a_damaged_backup_and_a_wrong_key_change_nothing(store: Store, firm: Firm) -> None:
    backup = make(store.path, KEY, store.backups, "asked")
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(WrongKey):
        restore(store.path, backup.path, b"x" * 32, folder=store.backups, follow=withdrawal.replay)
    content = bytearray(backup.path.read_bytes())
    content[3 * 4096 + 99] ^= 4
    backup.path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        restore(store.path, backup.path, KEY, folder=store.backups, follow=withdrawal.replay)
    assert store.path.read_bytes() == before
    assert not (store.path.parent / QUARANTINE).exists()


# Stopped dead


def test_a_restore_that_is_stopped_anywhere_is_old_or_new(tmp_path: Path, thorough: bool) -> None:
    ready = tmp_path / "ready"
    ready.mkdir()
    with closing(new_store(ready)) as store:
        firm = Firm().put_into(store)
        put(store, firm.note("kept"))
        backup = make(store.path, KEY, store.backups, "asked")
        put(store, firm.note("since"))
    seen = set()
    whole = copied(ready, tmp_path / "whole")
    count = stopped_at(1_000, whole, restore_there, whole / "store.db", whole / "backups" / backup.path.name)
    assert count is not None
    for nth in moments(count, thorough):
        place = copied(ready, tmp_path / "place")
        copy = place / "backups" / backup.path.name
        assert stopped_at(nth, place, restore_there, place / "store.db", copy) is None
        found = texts(place / "store.db")
        assert found in ({"kept"}, {"kept", "since"})
        if found == {"kept"}:
            assert texts(next((place / QUARANTINE).glob("*/store.db"))) == {"kept", "since"}
            assert len(list((place / QUARANTINE).iterdir())) == 1
        assert not next_path(place / "store.db").exists()
        seen.add(len(found))
    assert seen == {1, 2}


def copied(ready: Path, place: Path) -> Path:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(ready, place)
    return place


# What was erased


def erase(store: Store, *ids: UUID) -> None:
    with store.work("Erased") as work:
        for each in ids:
            work.erase(work.get(Observation, each))
        work.commit()


def test_erasing_is_told_beside_the_store(store: Store, firm: Firm) -> None:
    note = firm.note(NEEDLE)
    put(store, note, tag(note, firm.email))
    assert erasures.read(erasures_path(store.path)) == set()
    erase(store, note.id)
    told = erasures.read(erasures_path(store.path))
    assert note.id in told
    assert len(told) == 2, "its tag as well"


def test_what_was_erased_does_not_come_back_with_a_backup(store: Store, firm: Firm) -> None:
    note, other = firm.note(f"{NEEDLE} gone"), firm.note("stays")
    put(store, note, tag(note, firm.email), other)
    backup = make(store.path, KEY, store.backups, "asked")
    erase(store, note.id)
    store.close()
    restore(store.path, backup.path, KEY, folder=store.backups, follow=withdrawal.replay)
    assert texts(store.path) == {"stays"}
    assert NEEDLE.encode() not in plain_pages(store.path)


def test_the_list_goes_with_the_backups_to_another_computer(store: Store, firm: Firm, tmp_path: Path) -> None:
    note = firm.note(f"{NEEDLE} gone")
    put(store, note)
    backup = make(store.path, KEY, store.backups, "asked")
    kept = backup.path.read_bytes()
    erase(store, note.id)
    clean(store.path, store.backups, KEY)
    # Somebody had carried the backup of before elsewhere.
    backup.path.write_bytes(kept)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    restore(elsewhere / "store.db", backup.path, KEY, folder=store.backups, follow=withdrawal.replay)
    assert texts(elsewhere / "store.db") == set()


def test_a_list_that_was_cut_short_is_made_whole_when_the_store_opens(store: Store, firm: Firm) -> None:
    notes = [firm.note(f"n{number}") for number in range(5)]
    put(store, *notes)
    erase(store, *(note.id for note in notes))
    place = erasures_path(store.path)
    store.close()
    place.write_bytes(place.read_bytes()[:-20])
    assert len(erasures.read(place)) == 4
    new_store(store.path.parent).close()
    assert erasures.read(place) == {note.id for note in notes}
    place.unlink()
    new_store(store.path.parent).close()
    assert erasures.read(place) == {note.id for note in notes}


def test_a_list_that_cannot_be_written_is_written_later(
    store: Store, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    note, other = firm.note("a"), firm.note("b")
    put(store, note, other)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr("shadow_app.storage.erasures.to_disk", full)
        erase(store, note.id)
    store.remember("anything", "at all")
    assert erasures.read(erasures_path(store.path)) == {note.id}


def test_what_was_erased_leaves_the_backups_too(store: Store, firm: Firm) -> None:
    note = firm.note(f"{NEEDLE} gone")
    put(store, note, firm.note("stays"))
    keeper = Backups(store)
    holding = keeper.make()
    assert NEEDLE.encode() in plain_pages(holding.path)
    erase(store, note.id)
    after = keeper.make()
    untouched = after.path.read_bytes()
    tended = keeper.tend()
    assert [each.path for each in tended.cleaned.anew] == [holding.path]
    assert tended.cleaned.dropped == ()
    assert NEEDLE.encode() not in plain_pages(holding.path)
    assert texts(holding.path) == {"stays"}
    assert after.path.read_bytes() == untouched
    assert erasures.read(list_in(keeper.folder, store.path)) >= {note.id}
    assert keeper.tend().cleaned.anew == (), "once is enough"


def test_a_whole_visit_leaves_the_backups(store: Store, firm: Firm) -> None:
    put(store, firm.note(NEEDLE))
    keeper = Backups(store)
    holding = keeper.make()
    with store.work("Erased") as work:
        work.erase(work.get(Visit, firm.visit.id))
        work.commit()
    assert keeper.tend().cleaned.anew
    assert NEEDLE.encode() not in plain_pages(holding.path)


def test_a_backup_that_cannot_be_cleaned_goes(store: Store, firm: Firm) -> None:
    note = firm.note(NEEDLE)
    put(store, note)
    keeper = Backups(store)
    first, second = keeper.make(), keeper.make()
    content = bytearray(first.path.read_bytes())
    content[6 * 4096 + 99] ^= 4
    first.path.write_bytes(content)
    erase(store, note.id)
    cleaned = keeper.tend().cleaned
    assert [each.path for each in cleaned.dropped] == [first.path]
    assert [each.path for each in cleaned.anew] == [second.path]
    assert [each.path for each in backups(store.path, store.backups)][-1] == second.path

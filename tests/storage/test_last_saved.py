"""What was acknowledged and is not there any more is noticed, told, and can be had back (`reliability.md` §1)."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from factories import KEY, Firm, new_store, put
from laptops import Clock
from shadow_app.domain.errors import StoreBusy
from shadow_app.domain.observation import Observation
from shadow_app.storage.health import examine
from shadow_app.storage.last_saved import LastSaved, Mark, mark_path
from shadow_app.storage.salvage import salvage
from shadow_app.storage.store import Store
from shadow_app.storage.successor import kept_logs, next_path
from shadow_app.usecases import withdrawal
from shadow_app.usecases.backing_up import Backups

FRAME = 24 + 4096


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """The files of a store as a kill would leave them: five notes, the last ones only in SQLite's log."""
    with closing(new_store(tmp_path, "live.db")) as store:
        firm = Firm().put_into(store)
        for number in range(5):
            put(store, firm.note(f"note {number}", number))
        place = tmp_path / "killed"
        place.mkdir()
        for end in ("", "-wal", ".saved"):
            shutil.copy(tmp_path / f"live.db{end}", place / f"store.db{end}")
    return place / "store.db"


def wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def notes_of(store: Store) -> list[str]:
    with store.reading() as read:
        return sorted(note.text for note in read.where(Observation))


def test_a_store_that_was_killed_misses_nothing(killed: Path) -> None:
    with closing(Store(killed, KEY)) as store:
        assert store.stopped_badly
        assert len(notes_of(store)) == 5
        assert Backups(store).warning() == ""
        device = store.device
    with closing(Store(killed, KEY)) as store:
        assert not store.stopped_badly
        assert store.device == device


@pytest.mark.parametrize("damage", ["cut", "flipped", "gone"])
def test_a_damaged_log_is_noticed_and_what_it_held_is_had_back(killed: Path, damage: str) -> None:
    log = wal(killed)
    content = bytearray(log.read_bytes())
    if damage == "cut":
        log.write_bytes(content[: len(content) - FRAME - 100])
    elif damage == "flipped":
        content[len(content) - 3 * FRAME + 500] ^= 0x10
        log.write_bytes(content)
    else:
        log.unlink()
        # A checkpoint had brought nothing of it into the file.
    with closing(Store(killed, KEY)) as store:
        device = store.device
        left = notes_of(store)
        assert len(left) < 5
        assert examine(store).complaints[-1].startswith("At least ")
        assert re.search(r"saved (is|are) not in the store any more", Backups(store).warning())
        put(store, Firm().firm)
    with closing(Store(killed, KEY)) as store:
        assert store.device == device, "it is said once, and not of what came after"
        assert Backups(store).warning() != ""
    assert len(kept_logs(killed)) == 1
    salvage(killed, KEY, folder=killed.parent / "backups", follow=withdrawal.replay, keep=True)
    with closing(Store(killed, KEY)) as store:
        assert Backups(store).warning() == ""
        assert len(notes_of(store)) == (5 if damage == "flipped" else len(left))


def test_whoever_knows_is_not_told_again(killed: Path) -> None:
    log = wal(killed)
    log.write_bytes(log.read_bytes()[:-FRAME])
    with closing(Store(killed, KEY)) as store:
        Backups(store).noted()
        assert Backups(store).warning() == ""
        assert examine(store).complaints == ()


def test_numbers_that_are_lost_are_never_used_again(killed: Path, tmp_path: Path) -> None:
    with closing(new_store(tmp_path, "live.db")) as live:
        before = live.device
    log = wal(killed)
    log.write_bytes(log.read_bytes()[:-FRAME])
    with closing(Store(killed, KEY)) as store:
        assert store.device != before


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 62, b"nonsense", b"00000000000000000009 " + b"f" * 32 + b" 00000000\n", b"x" * 5000]
)
def test_a_mark_that_is_none_raises_no_alarm(killed: Path, content: bytes) -> None:
    mark_path(killed).write_bytes(content)
    with closing(Store(killed, KEY)) as store:
        assert Backups(store).warning() == ""
        put(store, Firm().firm)
    told = LastSaved(killed)
    assert told.read() is not None
    told.close()


def test_a_store_without_its_mark_raises_no_alarm(killed: Path) -> None:
    mark_path(killed).unlink()
    with closing(Store(killed, KEY)) as store:
        assert Backups(store).warning() == ""


def test_what_somebody_else_took_in_since_raises_no_alarm(tmp_path: Path) -> None:
    """Two programs on one store: each tells its own, and the later one is not held against the earlier."""
    with closing(new_store(tmp_path)) as one, closing(new_store(tmp_path)) as two:
        firm = Firm().put_into(one)
        put(two, firm.note("by the other"))
        put(one, firm.note("by the one"))
    with closing(new_store(tmp_path)) as again:
        assert Backups(again).warning() == ""
        assert len(notes_of(again)) == 2


def test_a_clock_that_runs_backwards_raises_no_alarm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("shadow_app.storage.change_log.time", clock)
    with closing(new_store(tmp_path)) as store:
        firm = Firm().put_into(store)
        clock.off = -10_000_000_000
        put(store, firm.note("in the past"))
    with closing(new_store(tmp_path)) as store:
        assert Backups(store).warning() == ""


def test_only_the_first_of_two_is_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    one, two = LastSaved(path), LastSaved(path)
    assert (one.alone, two.alone) == (True, False)
    one.close()
    two.close()
    three = LastSaved(path)
    assert three.alone
    three.close()
    three.tell(Mark(1, "f" * 32))
    three.forget()
    assert three.read() is None


def test_a_folder_that_takes_no_mark_costs_no_note(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    mark_path(tmp_path / "store.db").mkdir()
    with closing(new_store(tmp_path)) as store:
        firm = Firm().put_into(store)
        put(store, firm.note("saved all the same"))
        assert notes_of(store) == ["saved all the same"]
    assert "cannot be kept" in caplog.text


def test_a_disk_that_takes_no_mark_costs_no_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(new_store(tmp_path)) as store:
        firm = Firm().put_into(store)

        def full(*_: object) -> int:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as context:
            context.setattr("shadow_app.storage.last_saved.os.write", full)
            put(store, firm.note("saved all the same"))
        assert notes_of(store) == ["saved all the same"]
    assert "was not kept" in caplog.text


def test_nobody_opens_a_store_while_another_is_put_in_its_place(tmp_path: Path) -> None:
    with closing(new_store(tmp_path)) as store:
        next_path(store.path).mkdir()
        with pytest.raises(StoreBusy, match="try again"):
            new_store(tmp_path)

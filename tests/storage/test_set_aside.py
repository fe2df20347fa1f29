"""What is erased, and a name that is forgotten, leaves the copies too: stores in quarantine, and older backups."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from uuid import uuid4

import pytest

from factories import KEY, NOON, Firm, new_store, put
from shadow_app.bootstrap import Shadow, wire
from shadow_app.cli import run
from shadow_app.domain.observation import Observation
from shadow_app.domain.visit import Visit
from shadow_app.settings import Settings
from shadow_app.storage import host_keys, keys, set_aside
from shadow_app.storage.backups import backups, make
from shadow_app.storage.engine import connect_to_copy
from shadow_app.storage.health import examine
from shadow_app.storage.keyfile import write
from shadow_app.storage.restoring import gone_since, restore
from shadow_app.storage.salvage_pages import Pages
from shadow_app.storage.store import Store
from shadow_app.storage.store_files import stamp
from shadow_app.storage.successor import LOG_KEPT, QUARANTINE
from shadow_app.storage.wraps import KeyFile
from shadow_app.usecases import withdrawal
from stopped import moments, stopped_at

NEEDLE, NAME = "zyxwvneedle", "Quirina Zwetschge"


def plain(path: Path) -> bytes:
    """A closed store's pages and those of its log, decrypted."""
    return b"".join(page for _, page in Pages(path, KEY))


def texts(path: Path) -> set[str]:
    with closing(Store(path, KEY)) as store, store.reading() as read:
        return {note.text for note in read.where(Observation)}


def set_aside_with_log(store: Store, name: str = "") -> Path:
    """A copy of an open store in quarantine, as a restore leaves one that was not closed."""
    folder = store.path.parent / QUARANTINE / (stamp(datetime.now(timezone.utc)) + name)
    folder.mkdir(parents=True)
    for each in (store.path, store.path.with_name(f"{store.path.name}-wal")):
        shutil.copy(each, folder)
    (folder / f"{store.path.name}.key").write_bytes(b"its key file")
    return folder / store.path.name


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Shadow]:
    with closing(new_store(tmp_path)) as store:
        yield wire(store, Settings(name="Ann"))


@pytest.fixture
def firm(desk: Shadow) -> Firm:
    firm = Firm().put_into(desk.store)
    put(desk.store, firm.note(NEEDLE))
    return firm


def erase(desk: Shadow, firm: Firm) -> None:
    with desk.store.work("Erased") as work:
        work.erase(work.get(Visit, firm.visit.id))
        work.commit()


def test_what_is_erased_leaves_a_store_that_was_set_aside_whole(desk: Shadow, firm: Firm) -> None:
    desk.backups.make()
    old = set_aside_with_log(desk.store)
    assert NEEDLE.encode() in plain(old)
    erase(desk, firm)
    assert desk.backups.tend().aside.anew == 1
    assert NEEDLE.encode() not in plain(old)
    assert sorted(each.name for each in old.parent.iterdir()) == [old.name, f"{old.name}.key"]
    assert [each.name for each in old.parent.parent.iterdir()] == [old.parent.name]
    with closing(Store(old, KEY)) as again:
        assert examine(again, full=True).complaints == ()
        with again.reading() as read:
            assert read.where(Visit) == []
    assert desk.backups.aside_words() == ""
    assert desk.backups.tend().aside.anew == 0


def test_one_that_comes_to_lie_there_later_is_looked_into_as_well(desk: Shadow, firm: Firm, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    shutil.copytree(set_aside_with_log(desk.store).parent, kept)
    shutil.rmtree(tmp_path / QUARANTINE)
    erase(desk, firm)
    desk.backups.tend()
    (tmp_path / QUARANTINE).mkdir()
    kept.rename(tmp_path / QUARANTINE / "20261122")
    assert desk.backups.tend().aside.anew == 1
    assert NEEDLE.encode() not in plain(tmp_path / QUARANTINE / "20261122" / "store.db")


def page_of(path: Path, table: str) -> int:
    """Where the first page of a table begins."""
    with closing(connect_to_copy(path, KEY)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    return (int(page) - 1) * 4096


@pytest.mark.parametrize("harm", ["a page", "another key", "its log"])
def test_one_that_cannot_be_cleaned_is_kept_and_named(
    desk: Shadow, firm: Firm, harm: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = set_aside_with_log(desk.store, LOG_KEPT if harm == "its log" else "")
    if harm != "its log":
        old.with_name(f"{old.name}-wal").unlink()
        old.unlink()
        desk.store.copy_to(old)
        content = bytearray(old.read_bytes())
        content[(0 if harm == "another key" else page_of(old, "change")) + 99] ^= 4
        old.write_bytes(content)
    before = old.read_bytes()
    erase(desk, firm)
    assert desk.backups.tend().aside == set_aside.Aside(0, (old.parent,))
    assert old.read_bytes() == before
    page = desk.privacy.receipts_page(NOON)
    assert old.parent.name in page.wide[0].lead
    assert "stands nowhere" not in "".join(page.place)
    file_id = uuid4()
    lock = keys.passphrase_wrap(KEY, "a cold loading bay", file_id, keys.Cost(memory_kib=8, passes=1))
    write(desk.store.path, KeyFile(store_id=file_id, wraps=(lock,)))
    monkeypatch.setenv("SHADOW_PASSPHRASE", "a cold loading bay")
    run(("--store", str(desk.store.path), "doctor"), lambda *_: 0)
    assert old.parent.name in capsys.readouterr().out
    shutil.rmtree(old.parent)
    assert desk.backups.aside_words() == ""


def clean_there(path: Path) -> None:
    """For a process that is stopped."""
    set_aside.clean(path, KEY, gone_since(path, path.parent / "backups"))


@pytest.fixture
def two_visits(tmp_path: Path) -> Path:
    """A folder with a store of two visits, one of them erased, and the store of before in quarantine."""
    ready = tmp_path / "ready"
    ready.mkdir()
    with closing(new_store(ready)) as store:
        firm = Firm().put_into(store)
        other = firm.visit.edited(id=firm.site.id)
        put(store, other, firm.note(NEEDLE), firm.note("stays").edited(visit_id=other.id))
        set_aside_with_log(store)
        erase(wire(store, Settings(name="Ann")), firm)
    return ready


def goes_on(path: Path) -> None:
    """The next attempt comes to the end."""
    clean_there(path)
    (folder,) = (path.parent / QUARANTINE).iterdir()
    assert NEEDLE.encode() not in plain(folder / "store.db")
    assert texts(folder / "store.db") == {"stays"}


@pytest.mark.parametrize("step", [1, 2, 3])
def test_an_exchange_that_is_stopped_loses_no_store(
    two_visits: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stop(BaseException):
        pass

    left = [step]

    def stopping(whole: Callable[..., object]) -> Callable[..., object]:
        def touched(place: Path, *rest: object, **more: object) -> object:
            if QUARANTINE in place.parts and not (place.name.endswith(".part") and whole is rmtree):
                left[0] -= 1
                if left[0] == 0:
                    raise Stop
            return whole(place, *rest, **more)

        return touched

    path, rmtree = two_visits / "store.db", shutil.rmtree
    with monkeypatch.context() as context:
        context.setattr(Path, "rename", stopping(Path.rename))
        context.setattr(shutil, "rmtree", stopping(rmtree))
        with pytest.raises(Stop):
            clean_there(path)
    goes_on(path)


def test_cleaning_that_is_killed_anywhere_loses_no_store(two_visits: Path, tmp_path: Path, thorough: bool) -> None:
    if not thorough:
        pytest.skip("a process for every touch of the folder; the steps that matter are stopped above")

    def copied() -> Path:
        shutil.rmtree(tmp_path / "place", ignore_errors=True)
        return Path(shutil.copytree(two_visits, tmp_path / "place")) / "store.db"

    path = copied()
    count = stopped_at(10_000, path.parent, clean_there, path)
    assert count is not None
    for nth in moments(count, thorough=True):
        path = copied()
        assert stopped_at(nth, path.parent, clean_there, path) is None
        goes_on(path)


def test_a_forgotten_name_leaves_backups_and_does_not_come_back_with_one(desk: Shadow, firm: Firm) -> None:
    host = desk.planning.name_host(firm.visit.id, "Driver 2", NAME)
    assert host is not None
    holding = desk.backups.make()
    old = set_aside_with_log(desk.store)
    assert NAME.encode() in plain(holding.path)
    apart = desk.store.path.parent / "stick.db"
    shutil.copy(holding.path, apart)
    desk.privacy.forget_name(host.id)
    tended = desk.backups.tend()
    assert [each.path for each in tended.cleaned.anew] == [holding.path]
    assert tended.aside.anew == 1
    for each in (holding.path, old):
        assert NAME.encode() not in plain(each)
    assert desk.backups.tend().cleaned.anew == ()
    desk.store.close()
    restore(desk.store.path, apart, KEY, folder=desk.store.backups, follow=withdrawal.replay)
    with closing(Store(desk.store.path, KEY)) as store, store.reading() as read:
        assert host_keys.names(read) == {}
        assert host_keys.forgotten(read) == {host.id}
    assert NAME.encode() not in plain(desk.store.path)


def test_a_name_that_is_given_again_is_forgotten_no_more(desk: Shadow, firm: Firm) -> None:
    for word in (NAME, "", NAME):
        desk.planning.name_host(firm.visit.id, "Driver 2", word)
    backup = make(desk.store.path, KEY, desk.store.backups, "asked")
    desk.backups.tend()
    assert len(backups(desk.store.path, desk.store.backups)) >= 1
    assert NAME.encode() in plain(backup.path)
    with desk.store.reading() as read:
        assert host_keys.forgotten(read) == frozenset()

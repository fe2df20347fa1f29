"""A folder of this computer that others can reach: what OneDrive, Dropbox, iCloud and people leave in it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from factories import Firm, put
from shadow_app.domain.errors import ImportTrouble, Refused, Trouble
from shadow_app.storage.store import Store
from shadow_app.sync import folder
from shadow_app.sync.folder import LocalFolder
from shadow_app.usecases.exchange import Exchange
from weeks import notes

DEVICE = "0123456789abcdef"
NAME = f"{'a' * 16}-{'b' * 8}"
SEGMENT = f"{DEVICE}/{NAME}.seg"
PICTURE = f"content/{'c' * 64}"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "shared" / DEVICE).mkdir(parents=True)
    return tmp_path / "shared"


@pytest.mark.parametrize(
    "left",
    [
        f"{DEVICE}/{NAME}-LAPTOP-7F.seg",
        f"{DEVICE}/{NAME} (1).seg",
        f"{DEVICE}/{NAME} (Ann's conflicted copy 2026-11-22).seg",
        f"{DEVICE}/{NAME}.sync-conflict-20261122-101500-ABCDEFG.seg",
        f"{DEVICE}/{NAME}.seg.part",
        f"{DEVICE}/{NAME}.seg~RF1a2b.TMP",
        f"{DEVICE}/~${NAME}.seg",
        f"{DEVICE}/.{NAME}.seg.x7k2.part",
        f"{DEVICE}/desktop.ini",
        f"{DEVICE} (1)/{NAME}.seg",
        f"{NAME}.seg",
        f"{DEVICE}/deeper/{NAME}.seg",
        "content/desktop.ini",
        "Thumbs.db",
    ],
)
def test_what_is_none_of_ours_is_passed_by(shared: Path, left: str) -> None:
    (shared / left).parent.mkdir(parents=True, exist_ok=True)
    (shared / left).write_bytes(b"x")
    mine = LocalFolder(shared)
    mine.put(SEGMENT, b"whole")
    assert mine.names() == [SEGMENT]
    assert (shared / left).exists(), "nobody else's file is touched"


def test_what_is_still_on_its_way_is_counted(shared: Path, store: Store, firm: Firm) -> None:
    (shared / DEVICE / f".{NAME}.seg.icloud").write_bytes(b"bplist00")
    assert LocalFolder(shared).names() == [SEGMENT]
    with pytest.raises(ImportTrouble, match="does not answer"):
        LocalFolder(shared).get(SEGMENT)
    assert Exchange(store).sync_at(str(shared)).later == 1


def test_what_a_cut_write_left_goes_after_a_day(shared: Path) -> None:
    old, young = shared / DEVICE / ".k3j4h5.part", shared / DEVICE / ".a8s7d6.part"
    foreign = shared / "somebody" / ".old.part"
    foreign.parent.mkdir()
    for each in (old, young, foreign):
        each.write_bytes(b"x")
    for each in (old, foreign):
        os.utime(each, (time.time() - 90_000,) * 2)
    assert LocalFolder(shared).names() == []
    assert (old.exists(), young.exists(), foreign.exists()) == (False, True, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_or_a_folder_in_place_of_a_file_does_not_hold_the_program(shared: Path) -> None:
    os.mkfifo(shared / SEGMENT)
    with pytest.raises(ImportTrouble, match="no file"):
        LocalFolder(shared).get(SEGMENT)
    (shared / PICTURE).mkdir(parents=True)
    with pytest.raises(ImportTrouble, match="no file"):
        LocalFolder(shared).get(PICTURE)


def test_what_is_too_large_is_not_taken(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "LARGEST_FILE", 1 << 20)
    mine = LocalFolder(shared)
    mine.put(SEGMENT, bytes(1 << 20))
    mine.put(PICTURE, bytes((1 << 20) + 1))
    assert len(mine.get(SEGMENT)) == 1 << 20
    with pytest.raises(ImportTrouble, match="larger than 1 MiB"):
        mine.get(PICTURE)


def test_what_cannot_be_written_or_deleted_is_said(shared: Path) -> None:
    mine = LocalFolder(shared)
    (shared / "content").write_text("a file where a folder belongs")
    with pytest.raises(ImportTrouble, match="does not answer"):
        mine.put(PICTURE, b"x")
    (shared / SEGMENT).mkdir()
    with pytest.raises(ImportTrouble, match="does not answer"):
        mine.drop(SEGMENT)


def test_a_folder_that_may_not_be_listed_is_not_an_empty_one(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = os.scandir

    def denied(path: str | Path) -> object:
        if Path(path).name == DEVICE:
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(os, "scandir", denied)
    with pytest.raises(ImportTrouble, match="Permission denied"):
        LocalFolder(shared).names()


def test_a_folder_in_which_the_store_lies_is_never_shared(
    store: Store, firm: Firm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, firm.note("mine"))
    for above in (store.path.parent, store.path.parent.parent):
        with pytest.raises(Refused, match="your own store"):
            Exchange(store).sync_at(str(above))
    monkeypatch.chdir(store.path.parent)
    with pytest.raises(Refused, match="your own store"):
        Exchange(store).sync_at(".")
    (tmp_path / "shared").mkdir()
    assert Exchange(store).sync_at(str(tmp_path / "shared")).sent > 0
    assert notes(store) == {"mine"}


def test_what_the_folder_did_not_keep_is_taken_back(
    store: Store, firm: Firm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, firm.note("mine"))
    (tmp_path / "shared").mkdir()
    mine = LocalFolder(tmp_path / "shared")
    with monkeypatch.context() as patch:
        patch.setattr(mine, "put", lambda name, data: LocalFolder.put(mine, name, data[:-1] + b"x"))
        with pytest.raises(ImportTrouble, match="did not keep"):
            Exchange(store).sync(mine)
    assert mine.names() == [], "nobody waits for it to become whole"
    assert Exchange(store).sync(mine).sent > 0
    assert len(mine.names()) == 1


@pytest.mark.parametrize("address", ["simplecache::s3://key:secret@bucket", "sftp://ann:secret@host:x/", "a\0b"])
def test_an_address_that_is_none_is_not_repeated_with_its_secret(store: Store, address: str) -> None:
    with pytest.raises(Trouble) as caught:
        Exchange(store).sync_at(address)
    assert "secret" not in str(caught.value)

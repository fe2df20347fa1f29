"""A full, read-only, held or vanished disk: one sentence, and what was acknowledged stays (`reliability.md` §6)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from factories import KEY, Firm, new_store, put
from shadow_app.bootstrap import Shadow, create_store
from shadow_app.domain.errors import StoreBusy, StorePlace, StoreTrouble
from shadow_app.domain.observation import Observation
from shadow_app.storage import engine
from shadow_app.storage.health import examine
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.store import Store

Door = Callable[..., tuple[int, str, str]]

CHILD = Path(__file__).with_name("hostile_child.py")
ON_SMALL_DISK = 'mount -t tmpfs -o size="$1" shadow "$2" && exec "$3" "$4" "$5" "$2"'
ON_FIXED_DISK = (
    'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$2" -m shadow_app --store "$1/store.db" note x'
)


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
    """Run a verb of `hostile_child` and return the last line that it told."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))

    def answer(*command: str) -> dict[str, Any]:
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return told

    return answer


@pytest.fixture(scope="module")
def small_disk() -> Callable[[str, Path, str], tuple[str, ...]]:
    """The command that runs a verb on a disk of its own."""
    can = shutil.which("unshare") and subprocess.run(
        ("unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=64k shadow /mnt"), capture_output=True, check=False
    )
    if not can or can.returncode:
        pytest.skip("mounting a small disk needs Linux and rights that this account does not have")

    def command(size: str, folder: Path, verb: str) -> tuple[str, ...]:
        return ("unshare", "-m", "sh", "-c", ON_SMALL_DISK, "sh", size, str(folder), sys.executable, str(CHILD), verb)

    return command


def test_a_disk_that_fills_up_loses_no_acknowledged_note(
    tmp_path: Path, child: Callable[..., dict[str, Any]], small_disk: Callable[..., tuple[str, ...]]
) -> None:
    told = child(*small_disk("6m", tmp_path, "fill_disk"))
    assert told["saved"] > 50
    assert told["kind"] == "StoreTrouble"
    assert "is full. Nothing already saved was lost; free some space" in told["said"]
    assert told["readable"] == told["saved"], "a full disk can still be read"
    assert (told["lost"], told["again"], told["complaints"]) == (0, 1, [])


def test_a_disk_that_is_full_in_the_morning(
    tmp_path: Path, child: Callable[..., dict[str, Any]], small_disk: Callable[..., tuple[str, ...]]
) -> None:
    told = child(*small_disk("6m", tmp_path, "open_on_full_disk"))
    assert told["outcome"][1:] == ["said"] * 3
    assert all(sentence.count("\n") == 0 and sentence.endswith(".") for sentence in told["said"])
    assert set(told["left"]) <= {"ballast", "store.db", "store.db-wal", "store.db-shm", "store.db.saved"}, (
        "nothing half-made stays"
    )
    assert (told["lost"], told["again"], told["complaints"]) == (0, 1, [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no RLIMIT_FSIZE")
def test_a_file_that_may_not_grow_loses_no_acknowledged_note(
    tmp_path: Path, child: Callable[..., dict[str, Any]]
) -> None:
    told = child(sys.executable, str(CHILD), "refuse_large_files", str(tmp_path))
    assert told["kind"] == "StoreTrouble"
    assert "Nothing already saved was lost" in told["said"]
    assert (told["lost"], told["again"], told["complaints"]) == (0, 1, [])


def test_a_store_that_may_not_grow_takes_notes_again_once_it_may(store: Store, firm: Firm) -> None:
    """The same without any rights: SQLite's own limit gives the error of a full disk."""

    def limit(pages: int) -> None:
        with store.writer.connect() as connection:
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))

    with store.writer.connect() as connection:
        limit_at = int(connection.execute(text("PRAGMA page_count")).scalar_one()) + 12
    limit(limit_at)
    saved, refused = [], 0
    for number in range(200):
        note = firm.note(f"{number} " + "x" * 1_000)
        try:
            put(store, note)
            saved.append(note.id)
        except StoreTrouble as told:
            assert "is full" in str(told)  # noqa: PT017
            refused += 1
    assert saved
    assert refused
    limit(1_000_000)
    put(store, firm.note("there is room again"))
    with store.reading() as read:
        assert [note.id for note in read.where(Observation)][:-1] == saved
    assert examine(store, full=True).complaints == ()


def test_a_store_that_somebody_holds_is_said_and_saved_when_tried_again(
    shadow: Shadow, door: Door, firm: Firm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 50)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    here = new_store(tmp_path)
    note = firm.note("while somebody holds it")
    with subprocess.Popen(
        (sys.executable, str(CHILD), "hold", str(tmp_path)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert json.loads(holder.stdout.readline())["held"]
        with pytest.raises(StoreBusy, match=r"Another program is writing to .* Nothing was lost; try again"):
            put(here, note)
        code, _, said = door("note", "x")
        assert (code, len(said.splitlines())) == (1, 1)
        assert "Another program is writing" in said
        # Whoever only reads waits for nobody.
        told = door("visit", "list")
        assert told[0] == 0, told
        assert not here.written_elsewhere()
        new_store(tmp_path).close()
        holder.communicate("go\n")
    put(here, note)
    with here.reading() as read:
        assert [each.text for each in read.where(Observation)] == ["while somebody holds it"]
    here.close()


def test_a_folder_that_vanishes_takes_no_note_with_it(store: Store, firm: Firm, tmp_path: Path) -> None:
    home, away = tmp_path / "home", tmp_path / "away"
    home.mkdir()
    here = new_store(home)
    firm.put_into(here)
    first, second = firm.note("before"), firm.note("after")
    put(here, first)
    home.rename(away)
    with pytest.raises(StoreTrouble, match="is not there any more"):
        put(here, second)
    home.mkdir()
    new_store(home).close()
    with pytest.raises(StoreTrouble, match="another file by now"):
        put(here, second)
    shutil.rmtree(home)
    away.rename(home)
    put(here, second)
    here.close()
    again = new_store(home)
    with again.reading() as read:
        assert [note.text for note in read.where(Observation)] == ["before", "after"]
    again.close()


def test_a_disk_that_may_only_be_read_is_said(
    store: Store, firm: Firm, small_disk: object, child: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    put(store, firm.note())
    store.close()
    done = subprocess.run(
        ("unshare", "-m", "sh", "-c", ON_FIXED_DISK, "sh", str(tmp_path), sys.executable),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Read-only file system" in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize(("mode", "sentence"), [(0o555, "cannot lie at"), (0o000, "cannot be looked at")])
def test_a_folder_of_somebody_else_is_said(
    mode: int, sentence: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    # Not pytest's own folder, into which nobody else may look.
    place = tempfile.TemporaryDirectory()
    request.addfinalizer(place.cleanup)
    folder, home = Path(place.name) / "theirs", Path(place.name) / "mine"
    monkeypatch.setenv("SHADOW_HOME", str(home))
    for each in (folder, home):
        each.mkdir()
    folder.parent.chmod(0o755)
    create_store(folder / "store.db", unprotected=True)
    key_path(folder / "store.db").chmod(0o644)
    folder.chmod(mode)
    done = subprocess.run(
        (sys.executable, str(CHILD), "as_nobody", "--store", str(folder / "store.db"), "visit", "list"),
        capture_output=True,
        text=True,
        check=False,
    )
    folder.chmod(0o755)
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_place_is_looked_at_before_anything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.TemporaryFile", no)
    with pytest.raises(StorePlace, match="Read-only file system"):
        Store(tmp_path / "store.db", KEY, author="Ann")
    assert list(tmp_path.glob("store*")) == []

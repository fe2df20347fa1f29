"""Others on the same computer: a store's files are its owner's alone, whatever the umask and they themselves do."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factories import KEY, Firm, new_store, put
from shadow_app.domain.errors import StoreTrouble
from shadow_app.domain.visit import Visit
from shadow_app.storage import taken_back
from shadow_app.storage.backups import make
from shadow_app.storage.erasures import erasures_path
from shadow_app.storage.private_copy import private_copy
from shadow_app.storage.store import Store
from shadow_app.storage.store_files import copy_whole
from shadow_app.storage.taken_back import TakenBack
from shadow_app.usecases.backing_up import Backups

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")

WORDS = "a cold loading bay"

DAY = """
import os, sys
from contextlib import closing
from unittest.mock import patch
from factories import Firm, put
from shadow_app.bootstrap import open_shadow, create_store
from shadow_app.cli import run
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.settings import Settings
from shadow_app.storage import keys
from pathlib import Path

os.umask(0)
path = Path(sys.argv[1])
keys.create.__kwdefaults__["cost"] = keys.Cost(memory_kib=8, passes=1)
create_store(path, passphrase=os.environ["SHADOW_PASSPHRASE"])
say = ("--store", str(path))
assert run((*say, "init", "--name", "Ann"), lambda *_: 0) == 0
with closing(open_shadow(Settings(name="Ann"), path)) as shadow:
    firm = Firm().put_into(shadow.store)
    put(shadow.store, firm.visit.edited(number="V1"))
    shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, True)
    shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
assert run((*say, "note", "a needle"), lambda *_: 0) == 0
assert run((*say, "backup", "make"), lambda *_: 0) == 0
assert run((*say, "send", str(path.parent / "all.shadow")), lambda *_: 0) == 0
assert run((*say, "backup", "restore"), lambda *_: 0) == 0
assert run((*say, "keys", "rekey"), lambda *_: 0) == 0
assert run((*say, "report", "visit", "V1", "--out", str(path.parent / "visit.pdf")), lambda *_: 0) == 0
with patch("shadow_app.usecases.capture.draft", lambda *_: 1 / 0):
    assert run((*say, "note", "x"), lambda *_: 0) == 70
assert run((*say, "privacy", "erase", "--visit", "V1", "--yes"), lambda *_: 0) == 0
assert run((*say, "doctor"), lambda *_: 0) == 0
shadow = open_shadow(Settings(name="Ann"), path)
put(shadow.store, firm.ann.edited(team="open, with a log beside it"))
os._exit(0)
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store that is no demonstration."""
    with closing(new_store(tmp_path)) as opened:
        yield opened


def open_to_others(folder: Path) -> list[str]:
    """What others may read or write, though it lies in a folder that they may look into."""
    found = []
    for each in sorted(folder.rglob("*")):
        above = [one for one in each.parents if one != folder and one.is_relative_to(folder)]
        closed = any(not one.stat().st_mode & 0o077 for one in above)
        if not closed and stat.S_IMODE(each.lstat().st_mode) & 0o077:
            found.append(f"{each.relative_to(folder)} {stat.S_IMODE(each.lstat().st_mode):o}")
    return found


def test_a_day_under_no_umask_leaves_nothing_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("SHADOW_HOME", str(tmp_path / "home")), ("SHADOW_PASSPHRASE", WORDS)):
        monkeypatch.setenv(name, value)
    (tmp_path / "home").mkdir(mode=0o755)
    (tmp_path / "mine").mkdir(mode=0o755)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    path = tmp_path / "mine" / "shadow.db"
    done = subprocess.run([sys.executable, "-c", DAY, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    there = {each.name for each in tmp_path.rglob("*")}
    assert {"shadow.db", "shadow.db-wal", "shadow.db-shm", "shadow.db.key", "shadow.db.erased", "backups"} <= there
    assert {"settings.json", "log", "quarantine", "all.shadow", "visit.pdf"} <= there
    assert open_to_others(tmp_path / "home") + open_to_others(tmp_path / "mine") == []


def test_a_folder_that_is_made_for_a_store_is_closed_as_well(tmp_path: Path) -> None:
    from shadow_app.bootstrap import create_store

    before = os.umask(0)
    try:
        create_store(tmp_path / "new" / "shadow.db", unprotected=True)
    finally:
        os.umask(before)
    assert open_to_others(tmp_path) == []


def test_a_store_of_an_earlier_version_is_closed_when_it_is_opened(tmp_path: Path, firm: Firm) -> None:
    with closing(new_store(tmp_path)) as store:
        store.path.chmod(0o664)
    with closing(new_store(tmp_path)) as store, store.reading():
        put(store, firm.ann)
        assert not [each for each in open_to_others(tmp_path) if each.startswith("store.db")]
        with closing(store.beside()) as twin:
            put(twin, firm.ann.edited(team="locks still hold"))


def test_a_copy_that_one_question_is_asked_of_is_closed(store: Store) -> None:
    before = os.umask(0)
    try:
        with private_copy(store) as engine, engine.connect():
            assert not [each for each in open_to_others(store.path.parent) if "looked-at" in each]
    finally:
        os.umask(before)


@pytest.mark.parametrize("what", ["a copy", "a list", "a list of erasures"])
def test_a_link_that_somebody_put_there_is_not_followed(tmp_path: Path, store: Store, what: str, firm: Firm) -> None:
    """On a stick or a share others may write into the folder of the backups; temporary names there can be guessed."""
    mine = tmp_path / "mine.txt"
    mine.write_text("dear diary")
    stick = tmp_path / "stick"
    stick.mkdir()
    if what == "a copy":
        (stick / ".all.db.part").symlink_to(mine)
        copy_whole(store.path, stick / "all.db")
    elif what == "a list":
        (stick / ".store.withdrawn.part").symlink_to(mine)
        taken_back.write(stick / "store.withdrawn", TakenBack(notes=frozenset({firm.ann.id})))
    else:
        put(store, firm.ann)
        make(store.path, KEY, stick, "asked")
        with store.work("Erased") as work:
            work.erase(work.get(Visit, firm.visit.id))
            work.commit()
        store.backups = stick
        (stick / "store.erased").symlink_to(mine)
        with pytest.raises(StoreTrouble, match="could not be written"):
            Backups(store).tend()
        assert erasures_path(store.path).exists()
    assert mine.read_text() == "dear diary"
    assert not (stick / "all.db").is_symlink()


def test_copies_that_a_kill_has_left_go_the_next_day(store: Store) -> None:
    left = [store.path.with_name(each) for each in ("store.db.next.part", ".store.db.rebuilt", ".store.db.salvage")]
    for each in left:
        each.mkdir()
        shutil.copy(store.path, each / "copy.db")
    Backups(store).tend()
    assert all(each.exists() for each in left), "they may still be under way"
    for each in left:
        os.utime(each, (time.time() - 90_000,) * 2)
    Backups(store).tend()
    assert not [each for each in left if each.exists()]

"""A lost laptop: one word in everything for a day, a kill, and then every file that is left is looked through.

In the clear it stands nowhere; and once the visit is erased it stands in no decrypted page either.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hostile.needle_child import NAME, NEEDLE, NUMBER, PASSPHRASE
from shadow_app.cli import run
from shadow_app.storage import keys
from shadow_app.storage.keys import Cost
from shadow_app.storage.salvage_pages import Pages
from shadow_app.storage.store import Store
from shadow_app.usecases.typed import Typed

SPELLINGS = tuple(
    each.encode(code) for each in (NEEDLE, NEEDLE.title(), NAME, NAME.split()[0]) for code in ("utf-8", "utf-16-le")
)


def holding(folder: Path) -> list[str]:
    """The files that hold the word in the clear, by content or by name."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    assert files
    return [
        each.relative_to(folder).as_posix()
        for each in files
        if NEEDLE in each.name or any(word in each.read_bytes() for word in SPELLINGS)
    ]


def pages_holding(path: Path, key: bytes) -> list[int]:
    """The decrypted pages of a store and of the log beside it that hold the word, whichever copy of them is newest."""
    found = [number for number, page in Pages(path, key) if any(word in page for word in SPELLINGS)]
    wal = path.with_name(path.name + "-wal")
    assert not wal.exists() or not wal.read_bytes(), "what is in the log is looked at once it is closed"
    return found


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the day ends with a SIGKILL")
def test_no_file_of_a_lost_laptop_holds_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, temporary, home = (tmp_path / name for name in ("store", "temporary", "home"))
    for each in (folder, temporary, home):
        each.mkdir()
    path = folder / "shadow.db"
    key = keys.create(path, passphrase=PASSPHRASE, use_keyring=False, cost=Cost(memory_kib=8, passes=1)).key
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setenv("SHADOW_HOME", str(home))
    monkeypatch.setenv("SHADOW_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    child = [sys.executable, str(Path(__file__).with_name("needle_child.py")), str(path), key.hex()]
    done = subprocess.run(child, capture_output=True, text=True, check=False, cwd=temporary)
    assert done.returncode == -signal.SIGKILL, done.stderr

    names = {each.name for each in folder.rglob("*")}
    assert {"shadow.db", "shadow.db-wal", "shadow.db.key", "sealed.shadow"} <= names
    assert [each.name for each in (home / "log").iterdir() if each.name.startswith("crash-")]
    assert (home / "log" / "shadow.log").exists() or any((home / "log").glob("shadow*.log"))
    assert list(folder.glob("backups/*.db"))
    assert holding(tmp_path) == []
    assert list(temporary.iterdir()) == []

    with closing(Store(path, key)) as store:
        assert NEEDLE in Typed(store).kept(), "and with the visit it goes"
    backed_up = list(folder.glob("backups/*.db"))
    for each in (path, *backed_up):
        assert pages_holding(each, key), "it is there for whoever has the key"
    command = ("--store", str(path))
    assert run((*command, "privacy", "erase", "--visit", NUMBER, "--yes"), lambda *_: 0) == 0
    assert run((*command, "visit", "list"), lambda *_: 0) == 0, "the next command looks after the backups"
    for each in (path, *folder.glob("backups/*.db")):
        assert pages_holding(each, key) == [], each.name
    assert holding(tmp_path) == []
    assert {each.name for each in backed_up} <= {each.name for each in folder.glob("backups/*.db")}, "cleaned, not lost"

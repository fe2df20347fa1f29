"""A store of an earlier version, and a real kill at one step after the other while today's version takes it over."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from frozen_stores import revisions, thawed, told
from shadow_app.storage.backups import backups, verify
from shadow_app.storage.engine import make_engine
from shadow_app.storage.fsck import differences
from shadow_app.storage.health import examine
from shadow_app.storage.migrations import HEAD, current_revision
from shadow_app.storage.store import Store

TESTS = Path(__file__).parents[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in the middle by fork and SIGKILL")
@pytest.mark.parametrize("revision", [each for each in revisions() if each != HEAD])
def test_a_kill_anywhere_leaves_the_old_store_or_the_new_one(revision: str, tmp_path: Path, thorough: bool) -> None:
    _, key = thawed(revision, tmp_path)
    every = 1 if thorough else 71
    command = [sys.executable, str(TESTS / "migration_killed.py"), str(tmp_path), key.hex(), str(every)]
    paths = os.pathsep.join([str(TESTS.parent / "src"), str(TESTS)])
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, check=True)
    places = sorted(tmp_path.glob("step-*"))
    assert int(done.stdout) == len(places) - 1
    assert int(done.stdout) > 50 // every
    left = [opened(place / "store.db", key, revision) for place in places]
    assert left == [revision] * left.count(revision) + [HEAD] * left.count(HEAD), "once new it is new"
    assert set(left) == {revision, HEAD}


def opened(path: Path, key: bytes, revision: str) -> str | None:
    """What a kill left: its revision, looked at in a copy as it lies; then it is opened like any store."""
    found = as_it_lies(path, key)
    then = told(revision)
    with closing(Store(path, key)) as store:
        with store.reading() as read:
            assert current_revision(read.connection) == HEAD
            kept = read.connection.execute(text("SELECT count(*), count(DISTINCT cid) FROM change")).one()
            notes = read.connection.execute(text("SELECT count(*) FROM observation WHERE removed = 0")).scalar_one()
        assert tuple(kept) == (len(then.log), len(then.log))
        assert notes == sum(kind == "observation" for kind, _ in then.records)
        assert differences(store) == []
        assert examine(store, full=True).complaints == ()
        copies = backups(path, store.backups)
    assert copies or found == HEAD
    assert {verify(each.path, key).changes for each in copies} <= {len(then.log)}
    return found


def as_it_lies(path: Path, key: bytes) -> str | None:
    place = path.parent / "looked at"
    place.mkdir()
    for end in ("", "-wal"):
        if (each := path.with_name(path.name + end)).exists():
            shutil.copy(each, place)
    engine = make_engine(place / path.name, key, begin="BEGIN")
    with engine.connect() as connection:
        found = current_revision(connection)
    engine.dispose()
    return found

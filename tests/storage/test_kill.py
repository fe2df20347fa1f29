"""kill -9 at random moments: whatever was acknowledged is there, and the store is whole (`reliability.md` §1.2)."""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from factories import Firm, new_store
from kill_writer import write_until_killed
from shadow_app.domain.observation import Observation
from shadow_app.storage.health import examine

KILLS, KILLS_THOROUGH = 25, 250

# Starting from a process that has imported everything makes a kill cost its own time only.
PROCESSES: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
PROCESSES.set_forkserver_preload(["kill_writer"])


def killed(path: Path, visit_id: UUID, wait: float) -> set[UUID]:
    """Let the writer work for `wait` seconds, kill it, and return the notes that it had acknowledged."""
    ours, theirs = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=write_until_killed, args=(path, visit_id, theirs))
    process.start()
    theirs.close()
    assert ours.recv_bytes() == b""
    time.sleep(wait)
    process.kill()
    acknowledged = set()
    try:
        while True:
            acknowledged.add(UUID(bytes=ours.recv_bytes()))
    except (EOFError, OSError):
        # The last message may have been cut short: only whole ones were acknowledged.
        ours.close()
    process.join()
    return acknowledged


def test_no_acknowledged_note_is_lost(tmp_path: Path, thorough: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    # The server that forks the writers starts with this environment and must find what it preloads.
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    store = new_store(tmp_path)
    firm = Firm().put_into(store)
    store.close()
    chance = random.Random(3)
    acknowledged: set[UUID] = set()
    for kill in range(KILLS_THOROUGH if thorough else KILLS):
        acknowledged |= killed(tmp_path / "store.db", firm.visit.id, chance.random() * 0.25)
        if kill % 10 == 9:
            check(tmp_path, acknowledged)
    check(tmp_path, acknowledged)
    assert len(acknowledged) > 25, "the writer must have got somewhere"


def check(folder: Path, acknowledged: set[UUID]) -> None:
    store = new_store(folder)
    with store.reading() as read:
        kept = {note.id for note in read.where(Observation)}
    assert acknowledged - kept == set()
    assert examine(store, full=True).complaints == ()
    with store.maintaining() as write:
        write.connection.execute(text("INSERT INTO note_search(note_search) VALUES ('integrity-check')"))
    store.close()

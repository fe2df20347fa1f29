"""kill -9 at random moments: whatever was acknowledged is there, and the store is whole (`reliability.md` §1.2)."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from uuid import UUID

from sqlalchemy import text

from factories import Firm, new_store
from kill_writer import write_until_killed
from processes import say_whether_ready, started
from shadow_app.domain.observation import Observation
from shadow_app.storage.health import examine

KILLS, KILLS_THOROUGH = 25, 250


def killed(path: Path, visit_id: UUID, wait: float) -> set[UUID]:
    """Let the writer work for `wait` seconds, kill it, and return the notes that it had acknowledged."""
    process, ours = started(write_until_killed, path, visit_id)
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


def test_a_process_that_may_die_costs_its_own_time_only() -> None:
    process, ours = started(say_whether_ready)
    ready = ours.recv()
    process.join()
    assert ready or sys.platform == "win32"


def test_no_acknowledged_note_is_lost(tmp_path: Path, thorough: bool) -> None:
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

"""Writes notes as fast as it can and says which ones are saved; meant to be killed."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from factories import KEY, NOON
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import Kind
from shadow_app.storage.store import Store


def write_until_killed(path: Path, visit_id: UUID, report: Connection) -> None:
    """Report an empty message when ready, then the id of each note once it is on the disk."""
    store = Store(path, KEY)
    report.send_bytes(b"")
    while True:
        note = Observation(visit_id=visit_id, at=NOON, text="queue of 7 at the charger wall " * 5, kind=Kind.PAIN)
        with store.work("Note saved") as work:
            work.put(note)
            work.commit()
        report.send_bytes(note.id.bytes)

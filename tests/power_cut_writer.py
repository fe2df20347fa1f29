"""Writes notes through the real store and says which are saved, under the recorder of `power_cut/recorder.c`."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

from factories import KEY, Firm, put
from shadow_app.storage.store import Store

CHECKPOINT_PAGES = 30
"""So that a short run holds many checkpoints: it is between them that files depend on each other."""


def write_notes(folder: Path, weaker: bool, count: int) -> None:
    """Acknowledge each note in `notes.told` once it is saved; end as a power cut would, without closing anything.

    Args:
        weaker: with synchronous NORMAL instead of what the store sets itself.
    """
    told = os.open(folder / "notes.told", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    # Made by itself and not copied: of a copy nobody has told the disk to keep it.
    store = Store(folder / "store.db", KEY, author="Ann")
    firm = Firm().put_into(store)
    with closing(store.writer.raw_connection()) as connection:
        raw = connection.driver_connection
        assert raw is not None
        raw.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        if weaker:
            raw.execute("PRAGMA synchronous = NORMAL")
    os.write(told, b"ready")
    for number in range(count):
        note = firm.note(f"{number} queue of 7 at the charger wall " * 4, number)
        put(store, note)
        os.write(told, str(note.id).encode())
    os._exit(0)


if __name__ == "__main__":
    write_notes(Path(sys.argv[1]), sys.argv[2] == "NORMAL", int(sys.argv[3]))

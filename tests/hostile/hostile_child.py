"""What a test must do in a process of its own: fill a disk, hold a store, be killed. Answers in lines of JSON."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event

from factories import KEY, Firm, new_store, put
from shadow_app import settings as own_settings
from shadow_app.bootstrap import create_store, wire
from shadow_app.cli import run
from shadow_app.domain.errors import Trouble
from shadow_app.domain.observation import Observation
from shadow_app.settings import Settings
from shadow_app.storage.engine import connect
from shadow_app.storage.health import examine
from shadow_app.storage.store import Store
from shadow_app.usecases.writing import write_whole

LONG = "queue of 7 at the charger wall " * 40
BALLAST = "ballast"


def tell(**facts: Any) -> None:
    """One line for the test."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def write_until_refused(store: Store, firm: Firm, most: int = 20_000) -> tuple[list[str], str, str]:
    """(acknowledged notes, kind of refusal, its sentence)."""
    saved: list[str] = []
    for number in range(most):
        note = firm.note(f"{number} {LONG}")
        try:
            put(store, note)
        except Exception as error:  # noqa: BLE001  whatever it is, the test looks at it
            return saved, type(error).__name__, str(error)
        saved.append(str(note.id))
    return saved, "", ""


def kept(store: Store) -> set[str]:
    """The notes that are there."""
    with store.reading() as read:
        return {str(note.id) for note in read.where(Observation)}


def state(store: Store, firm: Firm, saved: list[str]) -> dict[str, Any]:
    """What became of the acknowledged notes, and whether another can be saved now."""
    lost = len(set(saved) - kept(store))
    again, _, why = write_until_refused(store, firm, most=1)
    return {"lost": lost, "again": len(again), "why": why, "complaints": examine(store, full=True).complaints}


def fill_disk(folder: Path) -> None:
    """Fill the disk with notes, free a little, go on."""
    (folder / BALLAST).write_bytes(bytes(1_000_000))
    store = new_store(folder)
    firm = Firm().put_into(store)
    saved, kind, why = write_until_refused(store, firm)
    with store.reading() as read:
        readable = len(read.where(Observation))
    (folder / BALLAST).unlink()
    after = state(store, firm, saved)
    store.close()
    tell(saved=len(saved), kind=kind, said=why, readable=readable, **after)


def open_on_full_disk(folder: Path) -> None:
    """A full disk at the start of the day: the store opens or says why, and nothing is lost."""
    store = new_store(folder)
    firm = Firm().put_into(store)
    saved, _, _ = write_until_refused(store, firm, most=40)
    store.close()
    with suppress(OSError), (folder / BALLAST).open("wb", buffering=0) as ballast:
        while True:
            ballast.write(bytes(4096))
    said, outcome = [], []
    attempts: tuple[Callable[[], object], ...] = (
        lambda: new_store(folder).close(),
        lambda: create_store(folder / "other.db", unprotected=True),
        lambda: own_settings.save(folder / "settings.json", Settings(name="Ann")),
        lambda: write_whole(folder / "report.pdf", bytes(100_000)),
    )
    for attempt in attempts:
        try:
            attempt()
            outcome.append("done")
        except Trouble as trouble:
            outcome.append("said")
            said.append(str(trouble))
    left = sorted(each.name for each in folder.iterdir())
    (folder / BALLAST).unlink()
    store = new_store(folder)
    tell(outcome=outcome, said=said, left=left, **state(store, firm, saved))
    store.close()


def refuse_large_files(folder: Path) -> None:
    """The system refuses to let any file grow, then lets it again."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store = new_store(folder)
    firm = Firm().put_into(store)
    saved, _, _ = write_until_refused(store, firm, most=20)
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    wal = folder / "store.db-wal"
    resource.setrlimit(resource.RLIMIT_FSIZE, (wal.stat().st_size + 20_000, most[1]))
    more, kind, why = write_until_refused(store, firm)
    resource.setrlimit(resource.RLIMIT_FSIZE, most)
    tell(saved=len(saved + more), kind=kind, said=why, **state(store, firm, saved + more))
    store.close()


def hold(folder: Path) -> None:
    """Keep the store locked until somebody sends a line."""
    raw = connect(folder / "store.db", KEY)
    raw.execute("BEGIN IMMEDIATE")
    tell(held=True)
    sys.stdin.readline()
    raw.execute("ROLLBACK")
    raw.close()


def take_import(folder: Path) -> None:
    """Import a file of notes; meant to be killed, at the latest when all is written and nothing committed."""
    store = new_store(folder)
    shadow = wire(store, Settings())
    plan = shadow.importing.notes((folder / "notes.csv").read_bytes())
    tell(planned=len(plan.records))

    @event.listens_for(Engine, "commit")
    def wait_for_the_end(connection: Connection) -> None:
        tell(written=connection.exec_driver_sql("SELECT count(*) FROM observation").scalar_one())
        sys.stdin.readline()

    shadow.importing.take(plan)
    tell(taken=True)


def as_nobody(*words: str) -> None:
    """A command as somebody who owns nothing here; everything is loaded before the rights are gone."""
    with tempfile.TemporaryDirectory() as folder:
        create_store(Path(folder) / "store.db", unprotected=True)
        run(("--store", f"{folder}/store.db", "visit", "list"), lambda *_: 0)
    os.setgid(65534)
    os.setuid(65534)
    tell(code=run(words, lambda *_: 0))


if __name__ == "__main__":
    verb, *rest = sys.argv[1:]
    if verb == "as_nobody":
        as_nobody(*rest)
    else:
        globals()[verb](Path(rest[0]))

"""The power goes at any moment: whatever was acknowledged is there, and the store is whole (`reliability.md` §1.2)."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text

from crash_states import Call, Crash, Model, crashes, recorded
from factories import KEY
from shadow_app.domain.errors import StoreTrouble
from shadow_app.domain.observation import Observation
from shadow_app.storage.health import examine
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES

STATES, STATES_THOROUGH = 600, 6_000
NOTES = 100

SOURCE = Path(__file__).parent.parent / "power_cut" / "recorder.c"
WRITER = Path(__file__).parent.parent / "power_cut_writer.py"


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that records what a program does to its files."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("simulating a power cut needs Linux and a C compiler")
    library = tmp_path_factory.mktemp("recorder") / "recorder.so"
    command = (compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl", "-lpthread")
    subprocess.run(command, check=True)
    return library


def calls_of(recorder: Path, folder: Path, synchronous: str) -> list[Call]:
    """What the real store does to its files while it takes a hundred notes."""
    store = folder / "store"
    store.mkdir()
    log = folder / "calls.log"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LD_PRELOAD": str(recorder),
        "SHADOW_RECORD_FOLDER": str(store),
        "SHADOW_RECORD_LOG": str(log),
    }
    command = (sys.executable, str(WRITER), str(store), synchronous, str(NOTES))
    subprocess.run(command, env=environment, check=True, timeout=120)
    return recorded(log)


def drawn(calls: list[Call], count: int, seed: int) -> Iterator[Crash]:
    """States at random moments after the store was set up, half of them on each kind of disk."""
    chance = random.Random(seed)
    ready = next(number for number, call in enumerate(calls) if call.what == "A")
    models: tuple[Model, ...] = ("strict", "journal")
    for model in models:
        for _ in range(-(-count // (2 * len(calls)))):
            moments = chance.sample(range(ready + 1, len(calls)), min(count // 2, len(calls) - ready - 1))
            yield from crashes(calls, moments, model, chance)


def opened(crash: Crash, folder: Path) -> tuple[set[str], tuple[str, ...]]:
    """The notes that the real store finds in a state, and what it complains of."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in crash.files.items():
        (folder / name).write_bytes(content)
    store = Store(folder / "store.db", KEY)
    try:
        with store.reading() as read:
            kept = {str(each) for each in read.connection.scalars(select(TABLES[Observation].c.id))}
        complaints = examine(store, full=True).complaints
        with store.maintaining() as write:
            write.connection.execute(text("INSERT INTO note_search(note_search) VALUES ('integrity-check')"))
    finally:
        store.close()
    return kept, complaints


def test_no_acknowledged_note_is_lost_when_the_power_goes(recorder: Path, tmp_path: Path, thorough: bool) -> None:
    calls = calls_of(recorder, tmp_path, "FULL")
    states = 0
    for crash in drawn(calls, STATES_THOROUGH if thorough else STATES, seed=7):
        kept, complaints = opened(crash, tmp_path / "after")
        assert set(crash.told[1:]) - kept == set()
        assert complaints == ()
        states += 1
    assert states >= (STATES_THOROUGH if thorough else STATES) * 9 // 10
    assert sum(call.what == "A" for call in calls) == NOTES + 1
    assert UUID(calls[-1].data.decode()), "the last call acknowledges the last note"


def test_the_simulator_sees_what_a_weaker_setting_loses(recorder: Path, tmp_path: Path) -> None:
    """Or it would prove nothing: synchronous NORMAL, which SQLite's manual calls fine, loses acknowledged notes."""
    losing = 0
    for crash in drawn(calls_of(recorder, tmp_path, "NORMAL"), 60, seed=7):
        try:
            kept, _ = opened(crash, tmp_path / "after")
        except StoreTrouble:
            losing += 1
        else:
            losing += not set(crash.told[1:]) <= kept
    assert losing >= 10

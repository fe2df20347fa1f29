"""A migration that is killed at any step leaves the old store or the new one, never one between."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, text

from factories import KEY, Firm, new_store, put, tag
from older_schema import go_back_to
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.record import Record
from shadow_app.storage.backups import backups, verify
from shadow_app.storage.engine import make_engine
from shadow_app.storage.fsck import differences
from shadow_app.storage.health import examine
from shadow_app.storage.migrations import HEAD, current_revision, upgrade
from shadow_app.storage.store import Store


def frozen(folder: Path, revision: str) -> tuple[Path, list[Record]]:
    """A store that only ever knew an older schema, and what it holds."""
    folder.mkdir()
    with closing(new_store(folder)) as store:
        firm = Firm().put_into(store)
        notes = [firm.note(f"gun {number}", number) for number in range(12)]
        put(store, *notes, *(tag(note, firm.scanning) for note in notes))
        held = everything(store)
    go_back_to(revision, folder / "store.db")
    for left in folder.glob("store.db.*"):
        left.unlink()
    return folder / "store.db", held


def everything(store: Store) -> list[Record]:
    with store.reading() as read:
        return [record for kind in KINDS for record in read.where(kind)]


@pytest.mark.parametrize("old", ["0001", "0002"])
def test_a_migration_that_is_killed_anywhere(old: str, tmp_path: Path, thorough: bool) -> None:
    path, held = frozen(tmp_path / "frozen", old)
    states = tmp_path / "states"
    states.mkdir()
    count = 0

    def as_killed(*_: Any) -> None:
        # What a kill leaves are the files as they stand, the log among them.
        nonlocal count
        count += 1
        if thorough or count % 10 == 0:
            keep(str(count))

    def keep(name: str) -> None:
        place = states / name
        place.mkdir()
        for end in ("", "-wal"):
            each = path.with_name(path.name + end)
            if each.exists():
                shutil.copy(each, place)

    engine = make_engine(path, KEY, begin="BEGIN IMMEDIATE")
    keep("before")
    event.listen(engine, "after_cursor_execute", as_killed)
    event.listen(engine, "commit", as_killed)
    upgrade(engine)
    keep("after")
    engine.dispose()
    revisions = {opened(place / "store.db", old, held) for place in sorted(states.iterdir())}
    assert revisions == {old, HEAD}
    assert count > 10


def opened(path: Path, old: str, held: list[Record]) -> str:
    """Which revision a killed store has; what it says and holds is looked at once it is opened as always."""
    engine = make_engine(path, KEY, begin="BEGIN")
    with engine.connect() as connection:
        found = current_revision(connection)
        assert found is not None
    engine.dispose()
    with closing(Store(path, KEY)) as store:
        assert everything(store) == held
        assert examine(store, full=True).complaints == ()
        assert differences(store) == []
        copies = backups(path, store.backups)
    assert [each.why for each in copies] == (["migration"] if found == old else [])
    for each in copies:
        assert verify(each.path, KEY).changes == len(held)
    return found


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path, held = frozen(tmp_path / "frozen", "0001")

    def fail(connection: Connection, *_: Any) -> None:
        raise RuntimeError("the disk went away")

    event.listen(Engine, "commit", fail)
    try:
        with pytest.raises(RuntimeError):
            Store(path, KEY)
    finally:
        event.remove(Engine, "commit", fail)
    engine = make_engine(path, KEY, begin="BEGIN")
    with engine.connect() as connection:
        assert current_revision(connection) == "0001"
        assert connection.execute(text("SELECT count(*) FROM observation")).scalar_one() == 12
    engine.dispose()
    with closing(Store(path, KEY)) as store:
        assert everything(store) == held

"""Stores and files that earlier versions wrote themselves, opened by today's: no note and no hash may be missing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from factories import KEY
from frozen_stores import Told, from_text, frozen, revisions, thawed, told
from shadow_app.domain.kinds import BY_NAME, KINDS
from shadow_app.storage.backups import backups, verify
from shadow_app.storage.engine import make_engine
from shadow_app.storage.fsck import differences
from shadow_app.storage.health import examine
from shadow_app.storage.host_keys import keys as host_keys
from shadow_app.storage.migrations import HEAD, current_revision
from shadow_app.storage.search import find_notes
from shadow_app.storage.store import Store
from shadow_app.usecases.exchange import Exchange

VERSIONS = Path(__file__).parents[2] / "src" / "shadow_app" / "storage" / "migrations" / "versions"
LOG = """
    SELECT scope, device, seq, cid, op, kind, record_id, data, replaces, author, action, label
    FROM change WHERE device = :device ORDER BY cid
"""
JSON_PLACES = (7, 8)
"""Data and what it replaces: how JSON is spaced is not what was said."""
NAMES_LEFT_THE_LOG = "0004"
"""Names of hosts are in a list of their own since."""


def test_every_schema_that_was_left_behind_is_frozen() -> None:
    known = {path.name.split("_")[0] for path in VERSIONS.glob("0*.py")}
    assert known - {HEAD} <= set(revisions()), "python tests/frozen/freeze.py COMMIT REVISION"


@pytest.mark.parametrize("revision", revisions())
def test_a_frozen_store_keeps_every_note_and_every_hash(revision: str, tmp_path: Path) -> None:
    path, key = thawed(revision, tmp_path)
    then = told(revision)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == then.sha256, "the very bytes that version wrote"
    with closing(Store(path, key)) as store:
        assert missing_records(store, then) == []
        assert differences(store) == []
        with store.reading() as read:
            assert current_revision(read.connection) == HEAD
            assert log_of(read.connection, then.log[0][1]) == log_then(then, revision)
            assert hashes(read.connection) == [tuple(each) for each in then.blobs]
            assert len(find_notes(read, "gun", limit=100)) == then.found
            named = [each.name for each in host_keys(read)]
        assert examine(store, full=True).complaints == ()
        copies = backups(path, store.backups)
    names = {data["name"] for kind, data in then.records if kind == "host" and data.get("name")}
    assert set(named) == (names if revision < NAMES_LEFT_THE_LOG else set())
    assert [each.why for each in copies] == (["migration"] if revision != HEAD else [])
    for each in copies:
        assert verify(each.path, key).changes == len(then.log)
        assert revision_of(each.path, key) == revision


@pytest.mark.parametrize("revision", [each for each in revisions() if frozen(each).hand_over.exists()])
def test_a_frozen_file_is_taken_with_every_note_and_every_hash(revision: str, tmp_path: Path) -> None:
    path = tmp_path / "given.shadow"
    path.write_bytes(from_text(frozen(revision).hand_over.read_bytes()))
    then = told(revision)
    with closing(Store(tmp_path / "mine.db", KEY, author="Ben")) as store:
        takes = Exchange(store)
        takes.take(takes.preview(path), accept=True)
        assert takes.refusals() == []
        assert missing_records(store, then) == []
        assert differences(store) == []
        with store.reading() as read:
            taken = log_of(read.connection, then.log[0][1])
            assert taken == log_then(then, "")
            assert hashes(read.connection) == [tuple(each) for each in then.blobs]
            assert host_keys(read) == [], "a name is known where it was written down, and nowhere else"
        again = takes.preview(path)
        assert (again.new, again.changed, again.fresh) == ((), (), 0)


def missing_records(store: Store, then: Told) -> list[Any]:
    """What that version held and today's does not hold in the same words; names of hosts are asked elsewhere."""
    with store.reading() as read:
        now = {
            (kind.kind_name, str(record.id)): json.loads(record.model_dump_json())
            for kind in KINDS
            for record in read.where(kind)
        }
    return [
        (kind, data, found)
        for kind, data in then.records
        if (found := now.get((kind, data["id"]))) is None
        or any(found.get(name, data[name]) != data[name] for name in data if (kind, name) != ("host", "name"))
        or not set(data) - {"name"} <= set(BY_NAME[kind].model_fields)
    ]


def log_then(then: Told, revision: str) -> list[list[Any]]:
    return sorted((without_names(line, revision) for line in then.log), key=lambda line: str(line[3]))


def without_names(line: list[Any], revision: str) -> list[Any]:
    """A line of the log as it may stay: without whose name stands behind a pseudonym."""
    line = list(line)
    line[8] = json.loads(line[8])
    if revision < NAMES_LEFT_THE_LOG and line[5] == "host":
        line[7] = {name: value for name, value in json.loads(line[7]).items() if name != "name"}
        return line
    line[7] = json.loads(line[7])
    return line


def log_of(connection: Connection, device: str) -> list[list[Any]]:
    return [list(_plain(row)) for row in connection.execute(text(LOG), {"device": device})]


def _plain(row: Any) -> Iterator[Any]:
    for place, value in enumerate(row):
        plain = value.hex() if isinstance(value, bytes) else value
        yield json.loads(plain) if place in JSON_PLACES else plain


def hashes(connection: Connection) -> list[tuple[str, str]]:
    rows = connection.execute(text("SELECT sha256, data FROM blob ORDER BY sha256"))
    return [(sha, hashlib.sha256(data).hexdigest()) for sha, data in rows]


def revision_of(path: Path, key: bytes) -> str | None:
    engine = make_engine(path, key, begin="BEGIN")
    with engine.connect() as connection:
        found = current_revision(connection)
    engine.dispose()
    return found

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from factories import KEY, Firm, new_store, put
from older_schema import go_back_to
from shadow_app.domain.decision import Commitment
from shadow_app.domain.errors import StoreDamaged, StoreTooNew, StoreTrouble, WrongKey
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.people import Host
from shadow_app.domain.record import Record
from shadow_app.storage.engine import make_engine
from shadow_app.storage.fsck import differences
from shadow_app.storage.host_keys import keys
from shadow_app.storage.migrations import HEAD, current_revision, upgrade
from shadow_app.storage.search import find_notes
from shadow_app.storage.store import Store
from shadow_app.storage.tables import metadata

_OUTSIDE = ("note_search", "note_words", "alembic_version")


def test_migrated_schema_is_the_declared_one(tmp_path: Path) -> None:
    migrated = make_engine(tmp_path / "migrated.db", KEY, begin="BEGIN IMMEDIATE")
    declared = make_engine(tmp_path / "declared.db", KEY, begin="BEGIN IMMEDIATE")
    upgrade(migrated)
    metadata.create_all(declared)
    with migrated.connect() as left, declared.connect() as right:
        context = MigrationContext.configure(
            left, opts={"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith(_OUTSIDE)}
        )
        assert compare_metadata(context, metadata) == []
        sql = "SELECT name, replace(replace(sql, char(10), ''), ' ', '') FROM sqlite_master WHERE sql IS NOT NULL"

        def schema(rows: list[tuple[str, str]]) -> dict[str, str]:
            return {
                name: words.replace("\t", "").replace('"', "") for name, words in rows if not name.startswith(_OUTSIDE)
            }

        assert schema([tuple(row) for row in left.execute(text(sql))]) == schema(
            [tuple(row) for row in right.execute(text(sql))]
        )
    migrated.dispose()
    declared.dispose()


def test_a_new_store_stands_at_the_head(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    with store.writer.connect() as connection:
        assert current_revision(connection) == HEAD
        assert inspect(connection).has_table("note_search")
    store.close()


def test_a_newer_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    with store.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    before = (tmp_path / "store.db").read_bytes()
    with pytest.raises(StoreTooNew, match="newer version"):
        new_store(tmp_path)
    assert (tmp_path / "store.db").read_bytes() == before


def test_a_wrong_key_is_one_clear_sentence(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    Firm().put_into(store)
    store.close()
    with pytest.raises(WrongKey, match="does not open"):
        Store(tmp_path / "store.db", b"x" * 32)


def test_a_plain_database_and_a_picture_are_no_stores(tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE t (x)")
    plain.commit()
    plain.close()
    (tmp_path / "picture.db").write_bytes(b"\xff\xd8\xff" + bytes(9_000))
    for name in ("plain.db", "picture.db"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises((WrongKey, StoreDamaged)):
            Store(tmp_path / name, KEY)
        assert (tmp_path / name).read_bytes() == before


def test_a_missing_folder_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble):
        Store(tmp_path / "nowhere" / "store.db", KEY)


@pytest.mark.parametrize("old", ["0001", "0002", "0003", "0004"])
def test_a_store_of_an_older_schema_keeps_every_row_and_its_copy(old: str, tmp_path: Path) -> None:
    """Rows written by an older schema, in every table that a later one rebuilds."""
    path = tmp_path / "store.db"
    store = new_store(tmp_path)
    firm = Firm().put_into(store)
    note = firm.note("the gun is dead")
    pain = PainPoint(service_id=firm.scanning.id, title="Guns die")
    promise = Commitment(visit_id=firm.visit.id, text="New batteries")
    put(store, note, pain, promise)
    kept = everything(store)
    store.close()
    go_back_to(old, path)

    store = new_store(tmp_path)
    assert everything(store) == kept
    with store.reading() as read:
        assert read.connection.execute(text("PRAGMA foreign_key_check")).all() == []
        assert read.connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        assert find_notes(read, "gun"), "the index still finds the row"
    with store.work("after") as work:
        work.put(note.edited(state_answer="it was the charger"))
        work.put(Commitment(text="A promise of no visit", pain_point_id=pain.id))
        work.commit()
    assert differences(store) == [], "the log of then still tells the tables of now"
    with store.work("erased") as work:
        work.erase(note)
        work.commit()
    store.close()
    copies = list(tmp_path.glob("backups/store.*.migration.db"))
    assert len(copies) == 1
    engine = make_engine(copies[0], KEY, begin="BEGIN")
    with engine.connect() as connection:
        assert current_revision(connection) == old
    engine.dispose()


def test_names_of_an_older_store_leave_its_log(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    firm = Firm().put_into(store)
    host = Host(visit_id=firm.visit.id, pseudonym="Driver 2", name="Somebody Else")
    put(store, host)
    put(store, host.edited(name="Quirina Zwetschge"), label="Host named")
    put(store, host.edited(name="Quirina Zwetschge", pseudonym="Driver 3"))
    gone = Host(visit_id=firm.visit.id, pseudonym="Driver 4", name="Quirina Zwetschge", removed=True)
    put(store, gone)
    store.close()
    go_back_to("0003", tmp_path / "store.db")
    store = new_store(tmp_path)
    with store.reading() as read:
        assert [(each.pseudonym, each.name) for each in read.where(Host)] == [("Driver 3", "")]
        assert [(each.host_id, each.name) for each in keys(read)] == [(host.id, "Quirina Zwetschge")]
        logged = read.connection.execute(text("SELECT data FROM change")).scalars().all()
    assert not [each for each in logged if "Zwetschge" in str(each) or "Somebody Else" in str(each)]
    assert differences(store) == [], "the log still tells the tables"
    store.close()


def everything(store: Store) -> list[Record]:
    with store.reading() as read:
        return [record for kind in KINDS for record in read.where(kind)]

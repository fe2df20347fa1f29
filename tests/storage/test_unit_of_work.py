from __future__ import annotations

from pathlib import Path
from threading import Thread
from uuid import UUID

import pytest
from sqlalchemy import select, text

from factories import Firm, new_store, put, tag
from shadow_app.domain.change import Change
from shadow_app.domain.errors import NotFound
from shadow_app.domain.news import News
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import TEAM
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import Kind
from shadow_app.storage.store import Store
from shadow_app.storage.tables import change


def changes(store: Store, scope: UUID | None = None) -> list[Change]:
    with store.reading() as read:
        rows = read.connection.execute(select(change).order_by(change.c.row)).mappings().all()
    found = [Change.model_validate({name: row[name] for name in Change.model_fields}) for row in rows]
    return [each for each in found if scope in (None, each.scope)]


def test_a_record_comes_back_as_it_was_written(store: Store, firm: Firm) -> None:
    note = firm.note("wifi drops", lost_minutes=3.5, business_damage=2, unresolved_tags=("#dock", "@x"))
    put(store, note)
    with store.reading() as read:
        assert read.get(Observation, note.id) == note
        assert read.get(Service, firm.scanning.id) == firm.scanning
        assert read.get(Visit, firm.visit.id) == firm.visit


def test_without_commit_nothing_happened(store: Store, firm: Firm) -> None:
    note = firm.note()
    with store.work("half") as work:
        work.put(note)
    with pytest.raises(ZeroDivisionError), store.work("broken") as work:  # noqa: PT012
        work.put(note)
        raise ZeroDivisionError
    with store.reading() as read, pytest.raises(NotFound):
        read.get(Observation, note.id)
    assert changes(store, firm.visit.id) == [each for each in changes(store) if each.kind == "visit"]


def test_every_write_is_in_the_log_with_the_heads_it_replaces(store: Store, firm: Firm) -> None:
    note = firm.note("gun logs out", lost_minutes=2.0)
    put(store, note)
    put(store, note.edited(text="gun logs out again", kind=Kind.WAIT))
    put(store, note.edited(text="gun logs out thrice", kind=Kind.WAIT))
    made, first, second = changes(store, firm.visit.id)[1:]
    assert made.data["text"] == "gun logs out"
    assert made.replaces == {}
    assert "count" not in made.data, "defaults are not written out"
    assert first.data == {"text": "gun logs out again", "kind": "wait"}
    assert first.replaces == {"text": [made.cid], "kind": [made.cid]}
    assert second.replaces == {"text": [first.cid]}
    assert {made.author, first.author} == {"Ann"}


def test_numbers_are_gapless_per_scope_and_ids_ascend(store: Store, firm: Firm) -> None:
    for number in range(5):
        put(store, firm.note(str(number)), firm.note("b"), Service(name=f"s{number}"))
    log = changes(store)
    for scope in (TEAM, firm.visit.id):
        numbers = [each.seq for each in log if each.scope == scope]
        assert numbers == list(range(1, len(numbers) + 1))
    assert [each.cid for each in log] == sorted({each.cid for each in log})


def test_a_clock_set_back_does_not_stop_ids_from_ascending(
    store: Store, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shadow_app.storage.change_log.time.time_ns", lambda: 0)
    put(store, firm.note("in 1970"))
    put(store, firm.note("still in 1970"))
    ids = [each.cid for each in changes(store)]
    assert ids == sorted(ids)


def test_writing_what_is_there_changes_nothing(store: Store, firm: Firm) -> None:
    before = len(changes(store))
    with store.work("again") as work:
        work.put(firm.visit)
        news = work.commit()
    assert news.records == ()
    assert len(changes(store)) == before


def test_listeners_hear_once_per_commit_with_before_and_after(store: Store, firm: Firm) -> None:
    heard: list[News] = []
    store.listen(heard.append)
    note = firm.note("a")
    with store.work("Note saved") as work:
        work.put(note)
        work.put(note.edited(text="b"))
        work.put(tag(note, firm.email))
        work.commit()
    (news,) = heard
    assert news.label == "Note saved"
    assert [(written.before, written.after.id) for written in news.records] == [
        (None, note.id),
        (None, tag(note, firm.email).id),
    ]
    assert news.records[0].after == note.edited(text="b")
    assert news.touches(Observation)
    assert not news.touches(Service)


def test_removing_keeps_the_row_and_hides_it(store: Store, firm: Firm) -> None:
    note = firm.note("gone soon")
    put(store, note)
    with store.work("removed") as work:
        work.remove(work.get(Observation, note.id))
        work.commit()
    with store.reading() as read:
        assert read.where(Observation) == []
        assert [kept.id for kept in read.where(Observation, removed=True)] == [note.id]
        with pytest.raises(NotFound):
            read.get(Observation, note.id)
        assert read.connection.scalar(text("SELECT count(*) FROM note_search WHERE note_search MATCH 'gone'")) == 0


def test_two_writers_never_take_the_same_number(tmp_path: Path) -> None:
    here = new_store(tmp_path)
    firm = Firm().put_into(here)
    there = new_store(tmp_path)
    assert there.device == here.device

    def write(store: Store) -> None:
        for number in range(20):
            put(store, firm.note(f"note {number}"))

    threads = [Thread(target=write, args=(store,)) for store in (here, there)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = [each.seq for each in changes(here, firm.visit.id)]
    assert sorted(numbers) == list(range(1, 42))
    assert here.written_elsewhere()
    assert not here.written_elsewhere()
    here.close()
    there.close()


def test_blobs_are_kept_once(store: Store, firm: Firm) -> None:
    for _ in range(2):
        with store.work("photo") as work:
            work.put_blob("a" * 64, b"jpeg", b"small")
            work.commit()
    with store.reading() as read:
        assert read.connection.execute(text("SELECT data, thumbnail FROM blob")).all() == [(b"jpeg", b"small")]

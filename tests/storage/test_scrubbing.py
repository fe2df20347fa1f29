"""After an erasure nothing of it is left in the file, not even where SQLite would look no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import text

from factories import KEY, Firm, new_store, put
from shadow_app.storage.absorb import absorb
from shadow_app.storage.fsck import catch_up
from shadow_app.storage.scrubbing import LOOKED_AT, is_due
from shadow_app.storage.store import Store
from shadow_app.storage.vectors import changes_since
from shadow_app.usecases.backing_up import Backups
from shadow_app.usecases.exchange import Exchange

NEEDLE = "quetzalcoatlus"
_PAGE, _RESERVED, _IV, _SALT, _FRAME = 4096, 80, 16, 16, 24


def pages(path: Path) -> Iterator[bytes]:
    """What SQLCipher would read, page by page: the file's, then those of the write-ahead log."""
    data = path.read_bytes()
    for at in range(0, len(data), _PAGE):
        yield _opened(data[at : at + _PAGE], first=at == 0)
    wal = path.with_name(f"{path.name}-wal")
    written = wal.read_bytes() if wal.exists() else b""
    for at in range(32, len(written), _FRAME + _PAGE):
        number = int.from_bytes(written[at : at + 4], "big")
        yield _opened(written[at + _FRAME : at + _FRAME + _PAGE], first=number == 1)


def _opened(page: bytes, *, first: bool) -> bytes:
    start, end = (_SALT if first else 0), _PAGE - _RESERVED
    cipher = Cipher(algorithms.AES(KEY), modes.CBC(page[end : end + _IV])).decryptor()
    return cipher.update(page[start:end]) + cipher.finalize()


def traces(path: Path) -> int:
    """How often the needle, or a piece of it that no other word has, stands in the pages."""
    return sum(page.count(piece) for page in pages(path) for piece in (NEEDLE.encode(), b"zalcoatl"))


@pytest.fixture
def many(store: Store, firm: Firm) -> Firm:
    put(store, *(firm.note(f"note {number} about gun {number % 7}") for number in range(300)))
    return firm


def test_the_search_finds_what_is_there(store: Store, many: Firm) -> None:
    put(store, many.note(f"the host said {NEEDLE}"))
    assert traces(store.path) > 0


def test_nothing_of_an_erased_note_is_left(store: Store, many: Firm) -> None:
    notes = [many.note(f"{NEEDLE} {number} said so", quote=f"{NEEDLE}!") for number in range(20)]
    put(store, *notes)
    put(store, *(note.edited(text=f"{NEEDLE} once more") for note in notes))
    kept = store.path.with_name(f"{store.path.name}{LOOKED_AT}x")
    store.copy_to(kept)
    assert traces(kept) > 0
    for note in notes:
        Exchange(store).erase(note, "asked for")
    assert traces(store.path) == 0
    assert not kept.exists()
    with store.reading() as read:
        assert not is_due(read.connection)
        assert read.connection.scalar(text("SELECT count(*) FROM note_search")) == 300


def test_nothing_is_left_where_the_erasure_came_from_elsewhere(store: Store, many: Firm, tmp_path: Path) -> None:
    note = many.note(f"{NEEDLE} said so")
    put(store, note)
    other, path = new_store(tmp_path, "other.db", author="Ben"), tmp_path / "a.shadow"
    try:
        Exchange(store).send(path)
        Exchange(other).take(Exchange(other).preview(path), accept=True)
        assert traces(other.path) > 0
        Exchange(store).erase(note, "asked for")
        Exchange(store).send(path)
        taken = Exchange(other).take(Exchange(other).preview(path))
        assert traces(other.path) == 0
        assert taken.copy is not None
        assert traces(taken.copy) > 0, "the backup from before holds it until backups are looked after"
        Backups(other).tend()
        assert traces(taken.copy) == 0
    finally:
        other.close()


def test_whoever_reads_meanwhile_only_puts_it_off(store: Store, many: Firm, tmp_path: Path) -> None:
    note = many.note(f"{NEEDLE} said so")
    put(store, note)
    with store.writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        connection.commit()
    with store.reading() as read:
        read.connection.scalar(text("SELECT count(*) FROM observation"))
        Exchange(store).erase(note, "asked for")
    with store.reading() as read:
        assert is_due(read.connection)
    catch_up(store)
    assert store.fact("scrubbing.due") is None
    assert traces(store.path) == 0


def test_an_erasure_that_came_before_what_it_erases_needs_no_more(store: Store, many: Firm, tmp_path: Path) -> None:
    note = many.note(f"{NEEDLE} said so")
    put(store, note)
    with store.reading() as read:
        early = list(changes_since(read.connection, {}))
    Exchange(store).erase(note, "asked for")
    with store.maintaining() as write:
        absorbed = absorb(write.connection, early, own_device=store.device, sender="f" * 16)
    assert absorbed.fresh == 0
    assert traces(store.path) == 0

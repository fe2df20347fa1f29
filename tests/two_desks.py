"""Two stores of one team that pass each other whole hand-over files."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from PIL import Image

from factories import KEY, Firm, new_store, put
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.vocabulary import ConsentSubject, VisitState
from shadow_app.settings import Settings
from shadow_app.storage.store import Store

PAGE, RESERVED, SALT = 4096, 80, 16


@contextmanager
def desk(folder: Path, name: str) -> Iterator[Shadow]:
    """A store of somebody, with its use cases."""
    opened = wire(new_store(folder, f"{name}.db", author=name), Settings(name=name))
    try:
        yield opened
    finally:
        opened.close()


def agreed_visit(shadow: Shadow) -> Firm:
    """A small firm with a finished visit, whose host has agreed to notes, quotes and photos."""
    firm = Firm().put_into(shadow.store)
    put(shadow.store, firm.visit.edited(state=VisitState.REVIEWED, number="A1-1"))
    for subject in ConsentSubject:
        shadow.planning.agree(firm.visit.id, subject, True)
    return firm


def hand_over(giver: Shadow, taker: Shadow, folder: Path) -> Path:
    """Everything that one has, to the other; returns the file."""
    path = folder / f"{giver.store.author}-to-{taker.store.author}.shadow"
    path.unlink(missing_ok=True)
    giver.exchange.send(path)
    taker.exchange.take(taker.exchange.preview(path), accept=True)
    return path


def photo(colour: str = "red") -> bytes:
    """A small picture of one colour, as a PNG file."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "PNG")
    return out.getvalue()


def pages_of(store: Store) -> bytes:
    """Every page of the store's files as it lies on the disk, decrypted: what a thief with the key would read.

    SQLCipher 4 with a raw key: AES-256-CBC per page, its initialisation vector and seal in the last 80 bytes.
    """
    store.writer.dispose()
    store.reader.dispose()
    found = b""
    for path in (store.path, store.path.with_name(store.path.name + "-wal")):
        if path.exists():
            found += b"".join(_decrypted(path.read_bytes(), wal=path.name.endswith("-wal")))
    return found


def _decrypted(data: bytes, *, wal: bool) -> Iterator[bytes]:
    start, step = (32 + 24, PAGE + 24) if wal else (0, PAGE)
    for number, at in enumerate(range(start, len(data), step)):
        page = data[at : at + PAGE]
        if len(page) < PAGE:
            return
        body = page[SALT if number == 0 and not wal else 0 : -RESERVED]
        vector = page[-RESERVED : -RESERVED + 16]
        opened = Cipher(algorithms.AES(KEY), modes.CBC(vector)).decryptor()
        yield opened.update(body[: len(body) // 16 * 16]) + opened.finalize()

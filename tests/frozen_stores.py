"""A frozen store as text, and back, byte for byte.

Encrypted pages cannot be packed, and there are hundreds of them, most nearly empty. What decides their bytes is little:
the key, what is in them, and one vector of 16 bytes each (SQLCipher 4: AES-256-CBC, sealed by HMAC-SHA-512). So content
and vectors are packed, and encrypting them again gives the very file; its hash is kept beside it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import struct
from pathlib import Path
from typing import Any, NamedTuple

import zstandard
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from shadow_app.storage import keys
from shadow_app.storage.keyfile import key_path

HERE = Path(__file__).resolve().parent / "frozen"
PASSPHRASE = "frozen for tests and protects nothing"
"""Opens every frozen store."""

_PAGE, _USABLE, _VECTOR, _SALT = 4096, 4016, 16, 16


class Frozen(NamedTuple):
    """What was frozen of one schema; the hand-over file only where files were known."""

    revision: str
    store: Path
    key: Path
    told: Path
    hand_over: Path


class Told(NamedTuple):
    """Records with their kinds, the log, pictures by hash, how many notes a search found, the hash of the file."""

    records: list[tuple[str, dict[str, Any]]]
    log: list[list[Any]]
    blobs: list[tuple[str, str]]
    found: int
    sha256: str


def frozen(revision: str) -> Frozen:
    """Where it lies."""
    store, key, told_then = (HERE / f"store-{revision}{end}" for end in (".frozen", ".key.json", ".json"))
    return Frozen(revision, store, key, told_then, HERE / f"hand-over-{revision}.frozen")


def revisions() -> list[str]:
    """Every schema of which a store is frozen."""
    return sorted(path.stem.removeprefix("store-") for path in HERE.glob("store-*.frozen"))


def as_text(data: bytes) -> bytes:
    """Bytes in lines."""
    return base64.encodebytes(zstandard.ZstdCompressor(level=19).compress(data))


def from_text(lines: bytes) -> bytes:
    """And back."""
    return zstandard.ZstdDecompressor().decompress(base64.decodebytes(lines))


def opened_up(store: bytes, key: bytes) -> bytes:
    """Salt, the vectors, and the content of every page of an encrypted store."""
    vectors, plain = [], []
    for number, start in enumerate(range(0, len(store), _PAGE), 1):
        raw = store[start : start + _PAGE]
        vectors.append(raw[_USABLE : _USABLE + _VECTOR])
        decryptor = Cipher(algorithms.AES(key), modes.CBC(vectors[-1])).decryptor()
        plain.append(decryptor.update(raw[_SALT if number == 1 else 0 : _USABLE]) + decryptor.finalize())
    return store[:_SALT] + b"".join(vectors) + b"".join(plain)


def closed_again(content: bytes, key: bytes) -> bytes:
    """The store's file, as it was."""
    salt, rest = content[:_SALT], content[_SALT:]
    seal_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    pages = (len(rest) + _SALT) // (_USABLE + _VECTOR)
    return b"".join(_sealed(rest, number, pages, salt, key, seal_key) for number in range(1, pages + 1))


def _sealed(rest: bytes, number: int, pages: int, salt: bytes, key: bytes, seal_key: bytes) -> bytes:
    vector = rest[(number - 1) * _VECTOR : number * _VECTOR]
    start = pages * _VECTOR + (number - 1) * _USABLE - (_SALT if number > 1 else 0)
    end = pages * _VECTOR + number * _USABLE - _SALT
    encryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
    raw = encryptor.update(rest[start:end]) + encryptor.finalize() + vector
    seal = hmac.digest(seal_key, raw + struct.pack("<I", number), "sha512")
    return (salt if number == 1 else b"") + raw + seal


def thawed(revision: str, folder: Path) -> tuple[Path, bytes]:
    """The store with its key file in a folder, as if that version had just been closed, and its data key."""
    made, path = frozen(revision), folder / "store.db"
    key_path(path).write_bytes(made.key.read_bytes())
    key = keys.unlock(path, passphrase=PASSPHRASE)
    path.write_bytes(closed_again(from_text(made.store.read_bytes()), key))
    return path, key


def told(revision: str) -> Told:
    """What that version itself read from the store before it was frozen."""
    return Told(**json.loads(frozen(revision).told.read_text("utf-8")))

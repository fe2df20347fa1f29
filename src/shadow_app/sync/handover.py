"""The hand-over file: one segment and the contents that it names, all in one file, sealed to a passphrase or not.

"SHDWFIL1", length of the segment (8 bytes), segment, contents one after the other as the envelope lists them
"SHDWBOX1", length of the lock (4 bytes), lock, nonce (12 bytes), the above under AES-256-GCM with the lock as
            associated data; what the lock is, its maker knows (a passphrase's Argon2id settings and a wrapped key)
"""

from __future__ import annotations

import hashlib
import os
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shadow_app.domain.errors import ImportTrouble, StoreTrouble
from shadow_app.sync.segment import Segment, decode

_OPEN, _BOX = b"SHDWFIL1", b"SHDWBOX1"
_START = len(_OPEN) + 8
_NONCE_BYTES = 12
_LARGEST_LOCK = 4_096
LARGEST_FILE = 512 * 1024 * 1024


@dataclass(frozen=True)
class HandOver:
    """What a file holds: a segment whose signature holds, and contents by their hash."""

    segment: Segment
    contents: Mapping[str, bytes]


def pack(segment: bytes, contents: Mapping[str, bytes]) -> bytes:
    """One file of a segment and what its envelope names, in that order."""
    named = decode(segment).envelope.contents
    return b"".join([_OPEN, len(segment).to_bytes(8, "big"), segment, *(contents[each.sha256] for each in named)])


def unpack(data: bytes, what: str) -> HandOver:
    """Take a file apart; every byte of it is covered by the signature or by a hash that is.

    Raises:
        ImportTrouble: it is cut off, changed, of a newer version, or no hand-over file.
    """
    damaged = ImportTrouble(f"{what} is cut off, changed on the way, or no hand-over file. Nothing was taken.")
    length = int.from_bytes(data[len(_OPEN) : _START], "big")
    if not data.startswith(_OPEN) or len(data) < _START or length > len(data) - _START:
        raise damaged
    segment = decode(data[_START : _START + length], what)
    contents = {}
    at = _START + length
    for named in segment.envelope.contents:
        content = data[at : at + named.size]
        at += named.size
        if len(content) != named.size or hashlib.sha256(content).hexdigest() != named.sha256:
            raise damaged
        contents[named.sha256] = content
    if at != len(data):
        raise damaged
    return HandOver(segment, contents)


def seal(data: bytes, key: bytes, lock: bytes) -> bytes:
    """Encrypt a file under a key of 32 bytes that whoever opens `lock` gets."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return b"".join([_BOX, len(lock).to_bytes(4, "big"), lock, nonce, AESGCM(key).encrypt(nonce, data, lock)])


def lock_of(data: bytes) -> bytes | None:
    """The lock of a sealed file, None for an open one; what it says must be doubted."""
    if not data.startswith(_BOX):
        return None
    length = int.from_bytes(data[len(_BOX) : len(_BOX) + 4], "big")
    return data[len(_BOX) + 4 : len(_BOX) + 4 + length] if length <= _LARGEST_LOCK else b""


def opened(data: bytes, key: bytes) -> bytes | None:
    """What is in a sealed file, or None where the key is not the one or a byte was changed."""
    lock = lock_of(data) or b""
    at = len(_BOX) + 4 + len(lock)
    try:
        return AESGCM(key).decrypt(data[at : at + _NONCE_BYTES], data[at + _NONCE_BYTES :], lock)
    except (InvalidTag, ValueError):
        return None


def read_file(path: Path) -> bytes:
    """The bytes of a file that somebody handed over.

    Raises:
        ImportTrouble: it cannot be read, or is larger than such a file may be.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ImportTrouble(f"{path.name} cannot be read ({why}): check that it is there, then try again.") from error
    if len(data) > LARGEST_FILE:
        raise ImportTrouble(f"{path.name} is larger than {LARGEST_FILE >> 20} MiB: ask for single visits instead.")
    return data


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, to the disk before this returns.

    Raises:
        StoreTrouble: the disk says no.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise StoreTrouble(f"{path} cannot be written ({why}): choose another place, then try again.") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)

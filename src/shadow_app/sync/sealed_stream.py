"""A file under AES-256-GCM in pieces, so that it is written and read without ever being whole in memory.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015): the nonce of a piece is a random start (7 bytes),
its number (4 bytes) and whether it is the last one (1 byte). So none can be changed, moved, left out or added.
"""

from __future__ import annotations

import secrets
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shadow_app.domain.errors import ImportTrouble

START_BYTES = 7
_PIECE = 1024 * 1024
_TAG = 16


class Sealing:
    """Takes what is written, and writes it sealed; `finish` writes the last piece."""

    def __init__(self, stream: IO[bytes], key: bytes, lock: bytes) -> None:
        """`lock` is sealed along with every piece; it stands in the file in the open."""
        self._stream = stream
        self._seal = _Pieces(key, lock, secrets.token_bytes(START_BYTES))
        self._waiting = bytearray()
        stream.write(self._seal.start)

    def write(self, data: bytes) -> None:
        """Seal what fills a piece; the rest waits."""
        self._waiting += data
        while len(self._waiting) > _PIECE:
            self._stream.write(self._seal.sealed(bytes(self._waiting[:_PIECE]), last=False))
            del self._waiting[:_PIECE]

    def finish(self) -> None:
        """Seal what is left."""
        self._stream.write(self._seal.sealed(bytes(self._waiting), last=True))


class Opening:
    """Reads what was sealed. Nothing is handed out that was not proven first."""

    def __init__(self, stream: IO[bytes], key: bytes, lock: bytes, damaged: ImportTrouble) -> None:
        """`stream` stands where `Sealing` began; `damaged` is raised where a byte was changed or the key is wrong."""
        self._stream = stream
        self._seal = _Pieces(key, lock, stream.read(START_BYTES))
        self._damaged = damaged
        self._ahead = stream.read(_PIECE + _TAG)
        self._opened = bytearray()
        self._done = False

    def read(self, size: int) -> bytes:
        """So many bytes, fewer only at the end.

        Raises:
            ImportTrouble: a byte was changed, or something is missing.
        """
        while len(self._opened) < size and not self._done:
            piece, self._ahead = self._ahead, self._stream.read(_PIECE + _TAG)
            self._done = not self._ahead
            try:
                self._opened += self._seal.opened(piece, last=self._done)
            except (InvalidTag, ValueError):
                raise self._damaged from None
        found = bytes(self._opened[:size])
        del self._opened[:size]
        return found


class _Pieces:
    def __init__(self, key: bytes, lock: bytes, start: bytes) -> None:
        self.start = start
        self._key = AESGCM(key)
        self._lock = lock
        self._number = 0

    def sealed(self, data: bytes, *, last: bool) -> bytes:
        return self._key.encrypt(self._nonce(last), data, self._lock)

    def opened(self, data: bytes, *, last: bool) -> bytes:
        return self._key.decrypt(self._nonce(last), data, self._lock)

    def _nonce(self, last: bool) -> bytes:
        nonce = self.start + self._number.to_bytes(4, "big") + bytes([last])
        self._number += 1
        return nonce

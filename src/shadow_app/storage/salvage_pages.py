"""The pages of a damaged store, decrypted here and not by SQLCipher, which gives up at the first bad one.

SQLCipher 4: pages of 4,096 bytes, AES-256-CBC, each sealed by HMAC-SHA-512 over its content, its initialisation vector
and its number. The key of the seals comes from the first 16 bytes of the file. Everything stays in memory.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVED = 80
USABLE = PAGE - RESERVED
_SALT = 16
_VECTOR = 16
_MAGIC = b"SQLite format 3\0"
_WAL_HEADER = struct.Struct(">8I")
_FRAME_HEADER = struct.Struct(">6I")


class Pages:
    """What can be read of a store's file and the log beside it.

    Attributes:
        count: how many pages there should be.
        bad: numbers of pages of which no copy had its seal intact.
        sealed: whether seals could be looked at at all; without, damage within a page shows only as odd content.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        """Read both files.

        Raises:
            OSError: the disk does not give them.
        """
        self._key = key
        self._file = path.read_bytes()
        wal = path.with_name(path.name + "-wal")
        self._wal = wal.read_bytes() if wal.exists() else b""
        in_file = -(-len(self._file) // PAGE)
        # What a log adds to a file cannot be more than it holds: a number beyond is no page's.
        self._frames = _committed(self._wal, in_file + len(self._wal) // PAGE)
        self.count = max([in_file, *self._frames])
        self.bad: set[int] = set()
        self._seal_key = self._find_seal_key()
        self.sealed = self._seal_key is not None

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """(number, content without the seal) of every page that can be read."""
        for number in range(1, self.count + 1):
            page = self.page(number)
            if page is not None:
                yield number, page

    def page(self, number: int) -> bytes | None:
        """The newest copy of a page whose seal is intact."""
        for raw in self._copies(number):
            if self._seal_key is None or _sealed(raw, number, self._seal_key):
                return self._decrypted(raw, number)
        self.bad.add(number)
        return None

    def _copies(self, number: int) -> Iterator[bytes]:
        for start in reversed(self._frames.get(number, [])):
            yield self._wal[start : start + PAGE]
        raw = self._file[(number - 1) * PAGE : number * PAGE]
        if len(raw) == PAGE:
            yield raw

    def _decrypted(self, raw: bytes, number: int) -> bytes:
        start = _SALT if number == 1 else 0
        vector = raw[USABLE : USABLE + _VECTOR]
        decryptor = Cipher(algorithms.AES(self._key), modes.CBC(vector)).decryptor()
        plain = decryptor.update(raw[start:USABLE]) + decryptor.finalize()
        return _MAGIC + plain if start else plain

    def _find_seal_key(self) -> bytes | None:
        """The key of the seals, also if one bit of what it is made from was flipped."""
        salt = self._file[:_SALT]
        if len(salt) < _SALT:
            return None
        flipped = (_with_flipped(salt, bit) for bit in range(8 * _SALT))
        for candidate in (salt, *flipped):
            seal_key = hashlib.pbkdf2_hmac("sha512", self._key, bytes(byte ^ 0x3A for byte in candidate), 2, 32)
            for number in range(1, min(self.count, 12) + 1):
                if any(_sealed(raw, number, seal_key) for raw in self._copies(number)):
                    return seal_key
        return None


def _with_flipped(salt: bytes, bit: int) -> bytes:
    changed = bytearray(salt)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def _sealed(raw: bytes, number: int, seal_key: bytes) -> bool:
    start = _SALT if number == 1 else 0
    end = USABLE + _VECTOR
    seal = hmac.digest(seal_key, raw[start:end] + struct.pack("<I", number), "sha512")
    return hmac.compare_digest(seal, raw[end:])


def _committed(wal: bytes, most: int) -> dict[int, list[int]]:
    """Per page, where in SQLite's log its copies start, oldest first: of transactions that were committed.

    The log's own checksums run through all of it, so that SQLite takes nothing behind a flipped bit. Here each copy
    stands for itself, as its seal says whether it is whole.
    """
    found: dict[int, list[int]] = defaultdict(list)
    if len(wal) < _WAL_HEADER.size:
        return found
    salts = _WAL_HEADER.unpack_from(wal)[4:6]
    waiting: list[tuple[int, int]] = []
    for start in range(_WAL_HEADER.size, len(wal) - _FRAME_HEADER.size - PAGE + 1, _FRAME_HEADER.size + PAGE):
        number, size_after, *rest = _FRAME_HEADER.unpack_from(wal, start)
        if tuple(rest[:2]) != salts or not 0 < number <= most:
            continue
        waiting.append((number, start + _FRAME_HEADER.size))
        if size_after:
            for page, at in waiting:
                found[page].append(at)
            waiting.clear()
    return found

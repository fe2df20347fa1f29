"""The hand-over file: segments and the contents that they name, all in one file, sealed or not.

"SHDWFIL1", the segments one after the other, each behind its length (8 bytes, big endian), then the contents one after
            the other as the envelopes list them; each envelope says which file it is part of and which part it is
"SHDWBOX1", length of the lock (4 bytes), lock, the above as `sealed_stream` has it; what the lock is, its maker knows

It is written and read piece by piece: memory holds one segment or one content at a time, however large the file is.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from shadow_app.domain.errors import ImportTrouble, StoreTrouble
from shadow_app.domain.language import say
from shadow_app.domain.system_words import system_words
from shadow_app.sync.sealed_stream import Opening, Sealing
from shadow_app.sync.segment import LARGEST_SEGMENT, Content, Segment, decode

_OPEN, _BOX = b"SHDWFIL1", b"SHDWBOX1"
_LENGTH = 8
_LARGEST_LOCK = 4_096
LARGEST_FILE = 512 * 1024 * 1024
"""Of one thing that is read whole, such as a segment in a shared folder."""

LARGEST_HAND_OVER = 16 * 1024 * 1024 * 1024


class Source(Protocol):
    """Whatever bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """So many bytes, fewer only at the end."""
        ...


class Sink(Protocol):
    """Whatever bytes are written to."""

    def write(self, data: bytes, /) -> object:
        """Take them."""
        ...


def write(sink: Sink, segments: Iterable[bytes], contents: Iterable[bytes]) -> int:
    """Write a file's inside; returns how many bytes it has.

    Raises:
        ImportTrouble: it is more than one file may hold.
    """
    sink.write(_OPEN)
    size = len(_OPEN)
    for segment in segments:
        sink.write(len(segment).to_bytes(_LENGTH, "big"))
        sink.write(segment)
        size += _LENGTH + len(segment)
        _check_size(size)
    for content in contents:
        sink.write(content)
        size += len(content)
        _check_size(size)
    return size


def _check_size(size: int) -> None:
    if size > LARGEST_HAND_OVER:
        raise ImportTrouble(say("This is too large for one file: hand over single visits, or use a shared folder."))


class HandOver:
    """A file's inside on its way in; every byte of it is covered by a signature or by a hash that is.

    First all of `segments`, then all of `contents`; each is proven before it is handed out, and the last one only if
    nothing follows that does not belong there.
    """

    def __init__(self, source: Source, what: str) -> None:
        """`what` is how the sentences call it, such as the file's name.

        Raises:
            ImportTrouble: it is no hand-over file.
        """
        self._source = source
        self._what = what
        self._damaged = damage(what)
        self._named: dict[str, Content] = {}
        self._first: Segment | None = None
        if source.read(len(_OPEN)) != _OPEN:
            raise self._damaged

    def segments(self) -> Iterator[Segment]:
        """One after the other.

        Raises:
            ImportTrouble: it is cut off, changed, of a newer version, or put together of several files.
        """
        number = 0
        while True:
            number += 1
            length = int.from_bytes(self._read(_LENGTH), "big")
            if length > LARGEST_SEGMENT:
                raise self._damaged
            segment = decode(self._read(length), self._what)
            self._check_place(segment, number)
            self._named |= {each.sha256: each for each in segment.envelope.contents}
            if segment.envelope.last and not self._named:
                self._check_end()
            yield segment
            if segment.envelope.last:
                return

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Hash and bytes of each, once the segments are through."""
        for number, named in enumerate(self._named.values(), 1):
            content = self._read(named.size)
            if hashlib.sha256(content).hexdigest() != named.sha256:
                raise self._damaged
            if number == len(self._named):
                self._check_end()
            yield named.sha256, content

    def _check_place(self, segment: Segment, number: int) -> None:
        told = segment.envelope
        self._first = self._first or segment
        first = self._first.envelope
        if told.part != number or (told.file, told.public_key, told.device) != (
            first.file,
            first.public_key,
            first.device,
        ):
            raise self._damaged
        if any(each.sha256 in self._named for each in told.contents):
            raise self._damaged

    def _read(self, size: int) -> bytes:
        data = self._source.read(size)
        if len(data) != size:
            raise self._damaged
        return data

    def _check_end(self) -> None:
        if self._source.read(1):
            raise self._damaged


def damage(what: str) -> ImportTrouble:
    """What is said of a file of which a byte is not as it was packed."""
    return ImportTrouble(
        say("{what} is cut off, changed on the way, or no hand-over file. Nothing was taken.", what=what)
    )


def lock_of(path: Path) -> bytes | None:
    """The lock of a sealed file, None for an open one; what it says must be doubted.

    Raises:
        ImportTrouble: the file cannot be read, or is larger than such a file may be.
    """
    with _reading(path) as stream:
        return _lock(stream)


@contextmanager
def opened(path: Path, key: bytes | None, wrong_key: ImportTrouble) -> Iterator[Hashed]:
    """A file's inside to be read from the start; `key` opens a sealed one.

    Raises:
        ImportTrouble: it cannot be read; `wrong_key` where a sealed one does not open or a byte of it was changed.
    """
    with _reading(path) as stream:
        lock = _lock(stream)
        if lock is None:
            stream.seek(0)
            yield Hashed(stream)
        elif key is None:
            raise wrong_key
        else:
            yield Hashed(Opening(stream, key, lock, wrong_key))


class Hashed:
    """Reads, and says what all that was read has as its hash."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._hash = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """So many bytes, fewer only at the end."""
        data = self._source.read(size)
        self._hash.update(data)
        return data

    @property
    def digest(self) -> str:
        """In hex, of what was read until now."""
        return self._hash.hexdigest()


@contextmanager
def _reading(path: Path) -> Iterator[IO[bytes]]:
    try:
        with path.open("rb") as stream:
            if os.fstat(stream.fileno()).st_size > LARGEST_HAND_OVER:
                raise ImportTrouble(
                    say(
                        "{name} is larger than {largest_hand_over:,} MiB: ask for single visits instead.",
                        name=path.name,
                        largest_hand_over=LARGEST_HAND_OVER >> 20,
                    )
                )
            yield stream
    except OSError as error:
        why = system_words(error)
        raise ImportTrouble(
            say("{name} cannot be read ({why}): check that it is there, then try again.", name=path.name, why=why)
        ) from error


def _lock(stream: IO[bytes]) -> bytes | None:
    if stream.read(len(_BOX)) != _BOX:
        return None
    length = int.from_bytes(stream.read(4), "big")
    return stream.read(length) if length <= _LARGEST_LOCK else b""


def write_sealed(path: Path, inside: Callable[[Sink], int], lock: bytes | None, key: bytes) -> int:
    """Write a file whole or not at all; `inside` writes what is in it. Sealed under `key` if there is a lock.

    Returns:
        How many bytes the inside has.
    """

    def sealed(stream: IO[bytes]) -> int:
        if lock is None:
            return inside(stream)
        stream.write(_BOX + len(lock).to_bytes(4, "big") + lock)
        sealing = Sealing(stream, key, lock)
        size = inside(sealing)
        sealing.finish()
        return size

    return _write(path, sealed)


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, to the disk before this returns.

    Raises:
        StoreTrouble: the disk says no.
    """
    _write(path, lambda stream: stream.write(data))


def _write(path: Path, fill: Callable[[IO[bytes]], int]) -> int:
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            size = fill(stream)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        why = system_words(error)
        raise StoreTrouble(
            say("{path} cannot be written ({why}): choose another place, then try again.", path=path, why=why)
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    return size

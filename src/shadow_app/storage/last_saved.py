"""How far this device had got when it last said "saved", kept in a small file beside the store.

A log of SQLite that was cut or altered ends earlier and looks whole. The number beside the store says what is missing.
It is written after each commit and never synced by itself: it may lag behind the store, and never runs ahead of it.
The same file is locked while the store is open, so that the next one knows whether an earlier one stopped badly.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import zlib
from pathlib import Path
from typing import NamedTuple

_LINE = re.compile(rb"(\d{20} [0-9a-f]{32}) ([0-9a-f]{8})\n")
_BYTES = 62
"""Less than a sector of any disk, so it is never torn."""

MISSING = "saved.missing"
"""The fact that says how many changes are missing, and since which day that is known: `3 2026-11-22`."""

_log = logging.getLogger(__name__)


def mark_path(path: Path) -> Path:
    """Where the number of the store at `path` lies."""
    return path.with_name(path.name + ".saved")


class Mark(NamedTuple):
    """The last row of the log, and the newest change of this device, when something was last saved."""

    row: int
    cid: str


class LastSaved:
    """The file of one open store.

    Attributes:
        alone: nobody else had the store open.
        stopped_badly: nobody has it open, and yet there is a log of SQLite: it was not closed last time.
    """

    def __init__(self, path: Path) -> None:
        """Open it, making it if need be. Where the disk does not allow that, the store opens without it."""
        wal = path.with_name(path.name + "-wal")
        try:
            self._file: int | None = os.open(
                mark_path(path), os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600
            )
            self.alone = _locked(self._file)
            self.stopped_badly = self.alone and wal.exists() and wal.stat().st_size > 0
        except OSError as error:
            _log.warning("the number of what was saved cannot be kept: %s", type(error).__name__)
            self._file, self.alone, self.stopped_badly = None, False, False

    def read(self) -> Mark | None:
        """What was told last; None if nothing was, or what is there is no mark."""
        if self._file is None:
            return None
        os.lseek(self._file, 0, os.SEEK_SET)
        found = _LINE.fullmatch(os.read(self._file, _BYTES + 1))
        if found is None or int(found[2], 16) != zlib.crc32(found[1]):
            return None
        row, cid = found[1].decode().split()
        return Mark(int(row), cid)

    def tell(self, mark: Mark) -> None:
        """This much is on the disk. It must not fail: what it speaks of is saved already."""
        if self._file is None:
            return
        words = f"{mark.row:020d} {mark.cid}".encode()
        try:
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, b"%s %08x\n" % (words, zlib.crc32(words)))
        except OSError as error:
            _log.warning("the number of what was saved was not kept: %s", type(error).__name__)

    def forget(self) -> None:
        """Another store takes this one's place, with numbers of its own."""
        if self._file is not None:
            os.ftruncate(self._file, 0)

    def close(self) -> None:
        """Let go of it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _locked(file: int) -> bool:
    """Whether nobody else holds it; from now on it is held until it is closed."""
    if sys.platform == "win32":
        import msvcrt

        # Far behind the number: Windows keeps others from reading what is locked.
        os.lseek(file, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return False
    fcntl.flock(file, fcntl.LOCK_SH)
    return True

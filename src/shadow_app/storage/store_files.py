"""The files that make a store, and getting files onto the disk whole."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path

from shadow_app.domain.errors import StoreTrouble
from shadow_app.domain.language import say
from shadow_app.domain.system_words import system_words

LIVE_ENDS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file that is open."""

STAMP = "%Y%m%dT%H%M%S%fZ"


def stamp(at: datetime) -> str:
    """A moment as part of a file's name: UTC, to the microsecond."""
    return at.astimezone(timezone.utc).strftime(STAMP)


def to_disk(handle: int) -> None:
    """Have an open file's content on the disk before this returns."""
    os.fsync(handle)
    if sys.platform == "darwin":
        # There fsync stops at the drive's own cache (`reliability.md` §1.3).
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)


def folder_to_disk(folder: Path) -> None:
    """Have a folder's names on the disk before this returns."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # Windows opens no folders, and writes their entries through
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def file_to_disk(path: Path) -> None:
    """Have a closed file's content on the disk before this returns."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        to_disk(handle)
    finally:
        os.close(handle)


def make_private(path: Path) -> None:
    """Have a store's file, and what SQLite keeps beside it, be its owner's alone, before anything is in it.

    SQLite makes a file as the umask says and gives its log the same rights. A file that is there is not opened: closing
    it again would let go of the locks that SQLite has on it (POSIX). Where the disk says no, SQLite says so next.
    """
    with suppress(OSError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if os.name != "posix":
        return
    for each in (path, *(path.with_name(path.name + end) for end in LIVE_ENDS)):
        with suppress(OSError):
            mode = each.stat().st_mode
            if mode & 0o077:
                each.chmod(mode & 0o700)


def fresh(part: Path) -> int:
    """A new file of its owner's alone; what bears its name, such as a link that somebody else put there, goes first.

    Raises:
        OSError: the disk says no.
    """
    part.unlink(missing_ok=True)
    return os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def copy_whole(source: Path, target: Path) -> None:
    """A copy that is whole under its name or not there; only its owner may read it.

    Raises:
        OSError: the disk says no; nothing is left half-written.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with source.open("rb") as read, os.fdopen(fresh(part), "wb") as written:
            shutil.copyfileobj(read, written, 1 << 20)
            written.flush()
            to_disk(written.fileno())
        part.replace(target)
        folder_to_disk(target.parent)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def said(what: str) -> Iterator[None]:
    """Turn what the disk says while `what` (“The backup in …”) is made into one sentence.

    Raises:
        StoreTrouble: the disk says no.
    """
    try:
        yield
    except OSError as error:
        why = system_words(error)
        raise StoreTrouble(
            say(
                "{what} could not be written ({why}). What was there before is untouched; free some space or "
                "choose another place, then try again.",
                what=what,
                why=why,
            )
        ) from error

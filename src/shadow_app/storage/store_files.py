"""The files that make a store, and getting files onto the disk whole."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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


def copy_whole(source: Path, target: Path) -> None:
    """A copy that is whole under its name or not there; only its owner may read it.

    Raises:
        OSError: the disk says no; nothing is left half-written.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with source.open("rb") as read, os.fdopen(os.open(part, _FRESH, 0o600), "wb") as written:
            shutil.copyfileobj(read, written, 1 << 20)
            written.flush()
            to_disk(written.fileno())
        part.replace(target)
        folder_to_disk(target.parent)
    finally:
        part.unlink(missing_ok=True)


_FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


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

"""Backups: encrypted copies of the store, each opened, checked and counted before it counts as one (`design.md` §2).

A backup is one file with its key file beside it, so that the two can be carried anywhere and opened there:
`shadow.20261122T101500000000Z.daily.db` and the same with `.key`. Nothing else in their folder is looked at.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Literal, get_args

from sqlalchemy import func, select

from shadow_app.domain.errors import StoreDamaged
from shadow_app.domain.language import say
from shadow_app.storage.engine import connect, connect_to_copy, translated
from shadow_app.storage.health import Counts, counts, damage
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.repository import Reader
from shadow_app.storage.store_files import STAMP, copy_whole, file_to_disk, folder_to_disk, fresh, said, stamp
from shadow_app.storage.tables import blob, change
from shadow_app.storage.thinning import RETENTION, kept

FOLDER = "backups"
_A_DAY = 24 * 60 * 60

Why = Literal["daily", "asked", "migration", "import", "arrival", "rekey"]
"""What a backup was made for: once a day, by somebody's wish, or before something that changes much at once."""


@dataclass(frozen=True)
class Backup:
    """A backup in its folder; `made_at` is UTC, `size` in bytes."""

    path: Path
    made_at: datetime
    why: Why
    size: int

    @property
    def key(self) -> Path:
        """Its key file."""
        return key_path(self.path)


def default_folder(path: Path) -> Path:
    """Where the backups of the store at `path` lie if nobody chose another place."""
    return path.parent / FOLDER


def backups(path: Path, folder: Path) -> list[Backup]:
    """The backups of the store at `path`, the newest first; empty if there is no such folder.

    Raises:
        StoreTrouble: the folder cannot be looked at.
    """
    name = re.compile(rf"{re.escape(path.stem)}\.(\d{{8}}T\d{{12}}Z)\.({'|'.join(get_args(Why))})\.db")
    found = []
    with said(say("The list of backups in {folder}", folder=folder)):
        for each in sorted(folder.iterdir() if folder.is_dir() else ()):
            if match := name.fullmatch(each.name):
                made_at = datetime.strptime(match[1], STAMP).replace(tzinfo=timezone.utc)
                why: Any = match[2]
                found.append(Backup(each, made_at, why, each.stat().st_size))
    return found[::-1]


def make(path: Path, key: bytes, folder: Path, why: Why, now: datetime | None = None) -> Backup:
    """Make a backup of the store at `path`, which may be open meanwhile; nobody waits for it to save a note.

    Raises:
        StoreDamaged: the store is damaged, or the backup did not hold what the store holds; older ones are untouched.
        StoreTrouble: the disk says no.
    """
    at = now or datetime.now(timezone.utc)
    while (target := folder / f"{path.stem}.{stamp(at)}.{why}.db").exists():
        # A clock that was set back comes to the same moment again.
        at += timedelta(microseconds=1)
    part = folder / f".{target.name}.part"
    with said(say("The backup in {folder}", folder=folder)):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(folder, path)
        try:
            with translated(part):
                _copied(path, key, part)
            file_to_disk(part)
            if key_path(path).exists():
                copy_whole(key_path(path), key_path(target))
            part.replace(target)
            folder_to_disk(folder)
        finally:
            part.unlink(missing_ok=True)
    return Backup(target, at, why, target.stat().st_size)


def _sweep(folder: Path, path: Path) -> None:
    """Delete what backups that were cut short have left; one of today may still be under way."""
    for left in folder.glob(f".{path.stem}.*.part"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _A_DAY:
                left.unlink()


def _copied(path: Path, key: bytes, part: Path) -> None:
    # SQLite writes into it; made by itself it would have the rights that the umask says.
    os.close(fresh(part))
    with closing(connect(path, key)) as raw:
        complaints = damage(raw, full=True)
        if complaints:
            raise StoreDamaged(
                say(
                    "{path} is damaged, so no backup was made of it: {complaints} The older backups are "
                    "untouched; `shadow-app backup salvage` shows what can be read.",
                    path=path,
                    complaints=complaints[0],
                )
            )
        before = counts(raw)
        raw.execute("VACUUM INTO ?", (str(part),))
        after = counts(raw)
    held = verify(part, key)
    # Somebody may have saved a note meanwhile; the log only ever grows.
    if held != before if before == after else not before.changes <= held.changes <= after.changes:
        raise StoreDamaged(
            say(
                "The backup {name} did not hold what {name_2} holds and was thrown away. The older backups "
                "are untouched; try again, and if it happens again look at the disk.",
                name=part.name,
                name_2=path.name,
            )
        )


def verify(backup: Path, key: bytes) -> Counts:
    """Open a backup, read every page of it, and count what it holds.

    Raises:
        WrongKey: the key is not this backup's.
        StoreDamaged: it is damaged; the sentence says how.
        StoreTrouble: it cannot be read.
    """
    with translated(backup), closing(connect_to_copy(backup, key)) as raw:
        complaints = damage(raw, full=True)
        if complaints:
            raise StoreDamaged(
                say(
                    "The backup {name} is damaged: {complaints} Use another one.",
                    name=backup.name,
                    complaints=complaints[0],
                )
            )
        return counts(raw)


def state_of(read: Reader) -> str:
    """What tells two states of a store apart: the log only grows, and pictures may come later than what names them."""
    last = read.connection.scalar(select(func.max(change.c.row))) or 0
    return f"{last} {read.connection.scalar(select(func.count()).select_from(blob))}"


def open_with(backup: Path, key: bytes) -> None:
    """See whether a key is a backup's, without reading all of it.

    Raises:
        WrongKey: it is not, or the first page is damaged.
        StoreTrouble: the file cannot be read.
    """
    with translated(backup), closing(connect_to_copy(backup, key)) as raw:
        raw.execute("SELECT count(*) FROM sqlite_master").fetchall()


def thin(path: Path, folder: Path, now: datetime | None = None, retention: timedelta = RETENTION) -> tuple[Backup, ...]:
    """Delete the backups that are not to be kept any more (`thinning`), and return them."""
    found = backups(path, folder)
    chosen = kept([each.made_at for each in found], now or datetime.now(timezone.utc), retention)
    gone = tuple(each for each in found if each.made_at not in chosen)
    drop(gone)
    return gone


def drop(those: Iterable[Backup]) -> None:
    """Delete backups; one that cannot be deleted is tried again next time."""
    for each in those:
        with suppress(OSError):
            each.path.unlink()
            each.key.unlink(missing_ok=True)

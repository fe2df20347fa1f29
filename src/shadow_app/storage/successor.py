"""Putting another store into the place of one: whole or not at all, and the old one is set aside, never deleted.

The new store is made complete in a folder beside the old one. Renaming that folder to its final name is the moment of
decision: before it nothing has happened, after it the rest is done, by whoever opens the store next if need be.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path

from shadow_app.domain.errors import StoreBusy
from shadow_app.domain.language import say
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.last_saved import LastSaved, mark_path
from shadow_app.storage.store_files import LIVE_ENDS, copy_whole, file_to_disk, folder_to_disk, said, stamp

QUARANTINE = "quarantine"
LOG_KEPT = "-log"
_A_DAY = 24 * 3600
_OUTDATED = "outdated"
"""A file in the folder which says that the old store is the new one under a key that is not to be used any more."""


def next_path(path: Path) -> Path:
    """The folder in which a store waits that is about to take the place of the one at `path`."""
    return path.with_name(path.name + ".next")


def drop_left(path: Path) -> None:
    """Delete copies that were being made when somebody killed the program: what is erased later would stay in them.

    One of today may still be under way, in another process.
    """
    name = path.name
    for each in (path.with_name(left) for left in (f"{name}.next.part", f".{name}.rebuilt", f".{name}.salvage")):
        with suppress(OSError):
            if time.time() - each.stat().st_mtime > _A_DAY:
                shutil.rmtree(each)


@contextmanager
def successor(path: Path, *, outdated: bool = False) -> Iterator[Path]:
    """Make another store, closed and complete, at the path that is handed out, with a key file if it has its own.

    Args:
        path: the store whose place it takes; it need not be there.
        outdated: what is there holds nothing that the new one does not, under an older key, and is not set aside.

    Raises:
        StoreBusy: somebody has the store open.
        StoreTrouble: the disk says no; the old store is untouched.
    """
    made = path.with_name(path.name + ".next.part")
    mark = LastSaved(path)
    try:
        if not mark.alone:
            raise StoreBusy(
                say("Shadow has {path} open; close it there, then try again. Nothing was changed.", path=path)
            )
        with said(say("The store that is to take the place of {name}", name=path.name)):
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir(mode=0o700)
            try:
                yield made / path.name
                _settle_down(made, path, outdated)
            finally:
                shutil.rmtree(made, ignore_errors=True)
            finish(path, mark)
    finally:
        mark.close()


def _settle_down(made: Path, path: Path, outdated: bool) -> None:
    wanted = {path.name, key_path(path).name}
    for each in made.iterdir():
        if each.name not in wanted:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
    if outdated:
        (made / _OUTDATED).touch()
    for each in made.iterdir():
        file_to_disk(each)
    folder_to_disk(made)
    made.rename(next_path(path))
    folder_to_disk(path.parent)


def complete(path: Path) -> None:
    """Finish, before a store is unlocked, what was decided about it: its key file may be about to change as well."""
    if not next_path(path).exists():
        return
    mark = LastSaved(path)
    try:
        if mark.alone:
            with said(say("The store {path}", path=path)):
                finish(path, mark)
    finally:
        mark.close()


def finish(path: Path, mark: LastSaved) -> Path | None:
    """Complete what was decided, if anything was; returns where the old store lies now, if it is kept.

    It may stop anywhere and be begun again.
    """
    ready = next_path(path)
    if not ready.is_dir():
        return None
    store, key = ready / path.name, ready / key_path(path).name
    aside = None
    if store.exists():
        if (ready / _OUTDATED).exists():
            for end in LIVE_ENDS:
                path.with_name(path.name + end).unlink(missing_ok=True)
        else:
            # Named after the decision, so that a second attempt finds the same place.
            aside = _set_aside(path, datetime.fromtimestamp(ready.stat().st_mtime, timezone.utc))
        mark.forget()
        store.replace(path)
        folder_to_disk(path.parent)
    if key.exists():
        key.replace(key_path(path))
    shutil.rmtree(ready)
    folder_to_disk(path.parent)
    return aside


def _set_aside(path: Path, at: datetime) -> Path | None:
    """Move a store with all that belongs to it into quarantine; None if there was nothing.

    Its key file is copied and stays, as it opens whatever takes its place.
    """
    live = [each for each in (path, *(path.with_name(path.name + end) for end in LIVE_ENDS)) if each.exists()]
    aside = path.parent / QUARANTINE / stamp(at)
    if not live:
        return aside if aside.exists() else None
    _make_folder(aside)
    for each in (key_path(path), mark_path(path)):
        if each.exists():
            copy_whole(each, aside / each.name)
    # The log first: found without its store it is waste, but another store's would damage the one beside it.
    for each in reversed(live):
        each.rename(aside / each.name)
    folder_to_disk(aside)
    folder_to_disk(aside.parent)
    return aside


def keep_log(path: Path) -> None:
    """Copy a store and its log into quarantine, for salvage to read what SQLite does not."""
    aside = path.parent / QUARANTINE / (stamp(datetime.now(timezone.utc)) + LOG_KEPT)
    with said(say("A copy of {name} in quarantine", name=path.name)):
        _make_folder(aside)
        for each in (path, path.with_name(path.name + "-wal"), key_path(path)):
            if each.exists():
                copy_whole(each, aside / each.name)


def _make_folder(aside: Path) -> None:
    # One by one: of parents that are made on the way, `mkdir` leaves the rights to the umask.
    for each in (aside.parent, aside):
        each.mkdir(mode=0o700, exist_ok=True)


def kept_logs(path: Path) -> list[Path]:
    """The stores that `keep_log` has copied, the oldest first."""
    return sorted((path.parent / QUARANTINE).glob(f"*{LOG_KEPT}/{path.name}"))

"""A new store out of a damaged one: its newest good backup, and every change and picture that its pages still hold.

The tables are told by the log (`settle`), so the log is all that is needed: what was read goes through the same door as
changes from another laptop, and what is in both the backup and the pages counts once.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from shadow_app.domain.change import Change
from shadow_app.domain.errors import StoreTrouble
from shadow_app.domain.language import say
from shadow_app.storage import contents, devices
from shadow_app.storage.absorb import absorb
from shadow_app.storage.backups import Backup, backups, verify
from shadow_app.storage.columns import Id
from shadow_app.storage.health import Counts
from shadow_app.storage.last_saved import MISSING
from shadow_app.storage.restoring import Follow, erased_since, replay, taken_back_since
from shadow_app.storage.salvage_pages import Pages
from shadow_app.storage.salvage_rows import Value, rows_of
from shadow_app.storage.store import Store
from shadow_app.storage.store_files import copy_whole, said
from shadow_app.storage.successor import kept_logs, successor
from shadow_app.storage.tables import change

_COLUMNS = tuple(change.columns)
_AT_ONCE = 20_000

Stream = tuple[bytes, str, int]


@dataclass
class Found:
    """What pages hold.

    Attributes:
        pages: how many could be read.
        bad: how many could not.
        changes: by scope, device and number.
        contents: pictures and reports by their hash, each with its small picture.
        facts: what the store knew about itself.
    """

    pages: int = 0
    bad: int = 0
    changes: dict[Stream, Change] = field(default_factory=dict)
    contents: dict[str, tuple[bytes, bytes | None]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Salvaged:
    """What could be read, and what the new store holds.

    Attributes:
        pages: pages of the damaged store that could be read.
        bad: pages that could not.
        read: changes that the pages held.
        backup: the backup that it stands on, if there was a good one.
        added: changes that the backup did not have.
        counts: what the new store holds.
        device: the new store's device id, if it was kept.
    """

    pages: int
    bad: int
    read: int
    backup: Backup | None
    added: int
    counts: Counts
    device: str


def salvage(path: Path, key: bytes, *, folder: Path, follow: Follow, keep: bool) -> Salvaged:
    """Make a new store of what can be read, and put it into the place of the damaged one if `keep`.

    The damaged store is only read; if the new one takes its place it is moved to quarantine.

    Args:
        path: the damaged store; it may be gone.
        key: its data key.
        folder: where its backups lie.
        follow: writes what was taken back since the backup; `usecases.withdrawal.replay`.
        keep: whether the new store takes its place, or was only made to be counted.

    Raises:
        StoreTrouble: nothing can be read, somebody has the store open, or the disk says no.
    """
    found = Found()
    for each in (*kept_logs(path), path):
        if each.exists():
            with said(say("What can be read of {each}", each=each)):
                read_pages(each, key, found)
    backup = _newest_good(path, folder, key)
    if backup is None and not found.changes:
        raise StoreTrouble(
            say(
                "Nothing can be read of {path}, and there is no good backup in {folder}. Look for a backup "
                "elsewhere and name its file to `shadow-app backup restore`.",
                path=path,
                folder=folder,
            )
        )
    gone, hidden = erased_since(path, folder), taken_back_since(path, folder)

    def brought_up_to_date(store: Store) -> None:
        replay(store, gone)
        follow(store, hidden)

    if keep:
        with successor(path) as made:
            return _made(made, key, found, backup, brought_up_to_date)
    trial = path.with_name(f".{path.name}.salvage")
    try:
        with said(say("The store that is made of what can be read of {name}", name=path.name)):
            shutil.rmtree(trial, ignore_errors=True)
            trial.mkdir(mode=0o700)
            return _made(trial / path.name, key, found, backup, brought_up_to_date)
    finally:
        shutil.rmtree(trial, ignore_errors=True)


def _newest_good(path: Path, folder: Path, key: bytes) -> Backup | None:
    for each in backups(path, folder):
        try:
            verify(each.path, key)
        except StoreTrouble:
            continue
        return each
    return None


def _made(made: Path, key: bytes, found: Found, backup: Backup | None, finish: Callable[[Store], None]) -> Salvaged:
    if backup is not None:
        copy_whole(backup.path, made)
    with closing(Store(made, key, keep_old=False)) as store:
        if backup is None:
            # A new store has made up an identity; whoever knows this laptop knows it by the old one.
            for name, value in found.facts.items():
                store.remember(name, value)
        added = _absorbed(store, found)
        device = store.renew_device()
        finish(store)
        store.remember(MISSING, "")
    return Salvaged(found.pages, found.bad, len(found.changes), backup, added, verify(made, key), device)


def _absorbed(store: Store, found: Found) -> int:
    """Take in what the pages held; how many changes the store did not have."""
    added = 0
    changes = sorted(found.changes.values(), key=lambda each: (each.cid, each.seq))
    for start in range(0, len(changes), _AT_ONCE):
        with store.maintaining() as write:
            some = changes[start : start + _AT_ONCE]
            added += absorb(write.connection, some, own_device=store.device, sender=store.device).fresh
    with store.maintaining() as write:
        for sha256 in contents.missing(write.connection) & found.contents.keys():
            contents.keep(write.connection, sha256, *found.contents[sha256])
    return added


def read_pages(path: Path, key: bytes, found: Found) -> None:
    """Add to `found` what the pages of a store hold.

    Raises:
        OSError: the disk does not give them.
    """
    pages = Pages(path, key)
    for number, page in pages:
        found.pages += 1
        for _, values in rows_of(number, page, pages.page):
            _sort_in(values, found)
    found.bad += len(pages.bad)


def _sort_in(values: Sequence[Value], found: Found) -> None:
    """A row says by its shape which table it is of: nothing else has these columns."""
    if len(values) == len(_COLUMNS) and values[0] is None:
        told = _change(values)
        if told is not None:
            stream = (told.scope.bytes, told.device, told.seq)
            if stream not in found.changes or told.op == "erase":
                found.changes[stream] = told
    elif len(values) in (2, 3) and isinstance(values[0], str) and isinstance(values[1], bytes):
        small = values[2] if len(values) == 3 else None
        if hashlib.sha256(values[1]).hexdigest() == values[0]:
            found.contents[values[0]] = (values[1], small if isinstance(small, bytes) else None)
    elif len(values) == 2 and values[0] in devices.OWN_FACTS and isinstance(values[1], str):
        found.facts[str(values[0])] = values[1]


def _change(values: Sequence[Value]) -> Change | None:
    """The change that a row of the log is, if it is one and whole."""
    row: dict[str, Any] = {}
    try:
        for column, value in zip(_COLUMNS, values, strict=True):
            if isinstance(column.type, Id) and value is not None:
                row[column.name] = UUID(bytes=value)  # type: ignore[arg-type]
            elif column.name in ("data", "replaces"):
                row[column.name] = json.loads(value)  # type: ignore[arg-type]
            else:
                row[column.name] = value
        return Change.model_validate({name: row[name] for name in Change.model_fields}, strict=True)
    except (ValidationError, ValueError, TypeError):
        return None

"""Putting a backup in the place of the store, and keeping what was erased out of backups (`reliability.md` §5)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, text

from shadow_app.domain.errors import StoreDamaged, StoreTrouble, WrongKey
from shadow_app.domain.language import say
from shadow_app.domain.released import Edition
from shadow_app.storage import erasures, host_keys, learning, taken_back
from shadow_app.storage.backups import Backup, backups, drop, verify
from shadow_app.storage.engine import connect, connect_to_copy, translated
from shadow_app.storage.health import Counts, counts
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.last_saved import MISSING
from shadow_app.storage.repository import Reader
from shadow_app.storage.settle import chunks
from shadow_app.storage.store import Store
from shadow_app.storage.store_files import copy_whole, file_to_disk, make_private, said
from shadow_app.storage.successor import QUARANTINE, successor
from shadow_app.storage.tables import blob
from shadow_app.storage.taken_back import TakenBack


@dataclass(frozen=True)
class Restored:
    """What stands in the store's place now, under which device id, and where the old store was set aside."""

    counts: Counts
    device: str
    aside: Path | None


def erased_since(path: Path, folder: Path) -> set[UUID]:
    """What the lists beside the store and beside its backups say was erased."""
    return erasures.read(erasures.erasures_path(path)) | erasures.read(list_in(folder, path))


def list_in(folder: Path, path: Path) -> Path:
    """Where the list of erasures lies that goes with the backups, wherever they are carried."""
    return folder / f"{path.stem}.erased"


def taken_back_since(path: Path, folder: Path) -> TakenBack:
    """What the list beside the store says was taken back or withdrawn, or the one beside its backups."""
    for place in (taken_back.list_of(path), taken_back.list_in(folder, path)):
        if (told := taken_back.read(place)) is not None:
            return told
    return TakenBack()


@dataclass(frozen=True)
class Gone:
    """What no copy of a store may hold any more: records by id, and the hosts whose names were forgotten."""

    records: frozenset[UUID] = frozenset()
    names: frozenset[UUID] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.records or self.names)


def gone_since(path: Path, folder: Path) -> Gone:
    """What the lists beside the store and beside its backups say is gone."""
    return Gone(frozenset(erased_since(path, folder)), taken_back_since(path, folder).names)


Follow = Callable[[Store, TakenBack], None]
"""Writes into an open store what was taken back since it was copied."""


def restore(path: Path, backup: Path, key: bytes, *, folder: Path, follow: Follow, bring_key: bool = False) -> Restored:
    """Put a backup in the place of the store at `path`, under a new device id and without what was erased since.

    The store that is there is moved to quarantine with its log.

    Args:
        path: the store's file; it need not be there.
        backup: the backup's file.
        key: the backup's data key.
        folder: where the store's backups lie, with their list of erasures.
        follow: writes what was taken back since; `usecases.withdrawal.replay`.
        bring_key: let the backup's key file take the place of the store's, whose key is another one or is not there.

    Raises:
        WrongKey: the key is not this backup's.
        StoreDamaged: the backup is damaged.
        StoreBusy: somebody has the store open.
        StoreTrouble: the disk says no. The store is untouched in every case.
    """
    verify(backup, key)
    gone, hidden = erased_since(path, folder), taken_back_since(path, folder)
    before = set(_quarantined(path))
    with successor(path) as made:
        copy_whole(backup, made)
        with closing(Store(made, key, keep_old=False)) as store:
            device = store.renew_device()
            replay(store, gone)
            follow(store, hidden)
            store.remember(MISSING, "")
        held = verify(made, key)
        if bring_key:
            copy_whole(key_path(backup), key_path(made))
    return Restored(held, device, next(iter(set(_quarantined(path)) - before), None))


def _quarantined(path: Path) -> Iterable[Path]:
    return (path.parent / QUARANTINE).glob("*")


def forget_all(store: Store, gone: Gone) -> None:
    """Take out of an open copy of a store what is gone from the store itself, to the last trace."""
    replay(store, gone.records)
    with store.maintaining() as write:
        host_keys.forget(write, gone.names)


def replay(store: Store, ids: Iterable[UUID]) -> None:
    """Erase in an open copy of a store what was erased elsewhere since, to the last trace."""
    wanted = set(ids)
    if not wanted:
        return
    with store.maintaining() as write:
        erasures.replay(write.connection, wanted)
        _empty_reports(write, wanted)
        # What the suggester has counted holds words as well.
        learning.forget_erased(write)
        # The index keeps what was deleted until its parts are merged.
        write.connection.execute(text("INSERT INTO note_search(note_search) VALUES ('optimize')"))


def _empty_reports(write: Reader, gone: set[UUID]) -> None:
    """Released reports that rest on it; that they lost their content is written where the copy is used as a store."""
    resting = [each for each in write.where(Edition) if not gone.isdisjoint(each.visit_ids)]
    hashes = {sha for each in resting for sha in (each.content_sha256, each.pdf_sha256)}
    write.connection.execute(delete(blob).where(blob.c.sha256.in_(hashes)))


def holds(file: Path, key: bytes, gone: Gone) -> bool:
    """Whether a backup, or another store that nobody writes to, still has something of what is gone.

    Raises:
        WrongKey: the key is not its. StoreTrouble: it cannot be read.
    """
    with translated(file), closing(connect_to_copy(file, key)) as raw:
        for some in chunks([each.bytes for each in sorted(gone.records)]):
            marks = ", ".join("?" * len(some))
            query = f"SELECT 1 FROM change WHERE op = 'put' AND (record_id IN ({marks}) OR scope IN ({marks})) LIMIT 1"
            if raw.execute(query, some + some).fetchone():
                return True
        # Before there was a list, names stood in the log; what is made anew has a list, and none of these in it.
        listed = "SELECT 1 FROM sqlite_master WHERE name = 'host_key'"
        if gone.names and raw.execute(listed).fetchone() is None:
            return True
        for some in chunks([each.bytes for each in sorted(gone.names)]):
            marks = ", ".join("?" * len(some))
            if raw.execute(f"SELECT 1 FROM host_key WHERE host_id IN ({marks}) LIMIT 1", some).fetchone():
                return True
    return False


@dataclass(frozen=True)
class Cleaned:
    """Backups that were made anew without what was erased, and those that had to go because they could not be."""

    anew: tuple[Backup, ...] = ()
    dropped: tuple[Backup, ...] = ()


def clean(path: Path, folder: Path, key: bytes) -> Cleaned:
    """Take what was erased out of every backup of the store at `path`.

    A backup is made anew under its old name: opened as a copy, what was erased is erased in it, and it is verified
    like a new one. One that is damaged or under another key, and so cannot be cleaned, is deleted: a promise to erase
    weighs more than one backup among many.

    Raises:
        StoreTrouble: the disk says no; the backups that are not clean yet stay for the next attempt.
    """
    gone = gone_since(path, folder)
    if not gone or not (found := backups(path, folder)):
        return Cleaned()
    with said(say("The list of erasures in {folder}", folder=folder)):
        erasures.add(list_in(folder, path), gone.records)
    anew, dropped = [], []
    for each in found:
        try:
            if not holds(each.path, key, gone):
                continue
            verify(each.path, key)
        except (StoreDamaged, WrongKey):
            drop([each])
            dropped.append(each)
            continue
        _make_anew(path, each, key, gone)
        anew.append(each)
    return Cleaned(tuple(anew), tuple(dropped))


def _make_anew(path: Path, backup: Backup, key: bytes, gone: Gone) -> None:
    with rebuilt(path, backup.path) as copy:
        with closing(Store(copy, key, keep_old=False)) as store:
            forget_all(store, gone)
        packed = copy.with_name("packed.db")
        pack(copy, key, packed)
        copy_whole(packed, backup.path)


@contextmanager
def rebuilt(path: Path, backup: Path) -> Iterator[Path]:
    """A copy of a backup to work on, beside the store at `path`: backups may be kept where no live store may lie.

    Raises:
        StoreTrouble: the disk says no; the backup is untouched.
    """
    work = path.with_name(f".{path.name}.rebuilt")
    with said(say("The backup {name}, which is made anew,", name=backup.name)):
        try:
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir(mode=0o700)
            copy_whole(backup, work / "copy.db")
            yield work / "copy.db"
        finally:
            shutil.rmtree(work, ignore_errors=True)


def pack(source: Path, key: bytes, target: Path) -> Counts:
    """A closed store as one file without gaps and without traces of what was there before, verified.

    Raises:
        StoreTrouble: it did not hold what the store holds, or the disk says no.
    """
    with translated(source), closing(connect(source, key)) as raw:
        expected = counts(raw)
        make_private(target)
        raw.execute("VACUUM INTO ?", (str(target),))
    held = verify(target, key)
    if held != expected:
        raise StoreTrouble(
            say("{name} did not hold what it was made of; nothing was replaced. Look at the disk.", name=target.name)
        )
    file_to_disk(target)
    return held

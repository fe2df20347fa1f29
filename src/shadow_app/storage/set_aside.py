"""Stores in quarantine, and what was erased after they were set aside.

One that is whole is made anew without it, as a backup is. One that is damaged, or under a key that is gone, cannot be:
it may be all that somebody has left, so it is not deleted but named, and a person decides.
"""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from shadow_app.domain.errors import StoreTrouble
from shadow_app.domain.language import say
from shadow_app.storage.restoring import Gone, forget_all, holds, pack, rebuilt
from shadow_app.storage.store import Store
from shadow_app.storage.store_files import LIVE_ENDS, copy_whole, folder_to_disk, said
from shadow_app.storage.successor import LOG_KEPT, QUARANTINE

_OLD, _NEW = ".old", ".part"


@dataclass(frozen=True)
class Aside:
    """How many stores in quarantine were made anew, and the folders of those that may hold what was erased."""

    anew: int = 0
    left: tuple[Path, ...] = ()


def folders(path: Path) -> list[Path]:
    """The folders in quarantine that hold a store which was once at `path`, the oldest first."""
    found = (path.parent / QUARANTINE).glob(f"*/{path.name}")
    return sorted(each.parent for each in found if not each.parent.name.startswith("."))


def clean(path: Path, key: bytes, gone: Gone) -> Aside:
    """Take what was erased out of every store in quarantine that was once at `path`.

    Raises:
        StoreTrouble: the disk says no; what is there is as it was, and the next attempt goes on.
    """
    anew, left = 0, list[Path]()
    if not gone:
        return Aside()
    with said(say("The stores in quarantine beside {name}", name=path.name)):
        _finish(path.parent / QUARANTINE)
        for folder in folders(path):
            cleaned = _cleaned(folder / path.name, path, key, gone)
            anew += cleaned is True
            left += [folder] if cleaned is None else []
    return Aside(anew, tuple(left))


def _cleaned(store: Path, path: Path, key: bytes, gone: Gone) -> bool | None:
    """Whether one was made anew; None where it cannot be told what it holds."""
    log = store.with_name(f"{store.name}-wal")
    logged = log.exists() and log.stat().st_size > 0
    if store.parent.name.endswith(LOG_KEPT):
        # Kept for what lies behind the damage in its log, which whoever opens it would throw away.
        return None
    with rebuilt(path, store) as copy:
        if logged:
            copy_whole(log, copy.with_name(f"{copy.name}-wal"))
        packed = copy.with_name("packed.db")
        try:
            if not logged and not holds(copy, key, gone):
                return False
            with closing(Store(copy, key, keep_old=False)) as opened:
                forget_all(opened, gone)
            pack(copy, key, packed)
        except StoreTrouble:
            return None
        _take_place(packed, store)
    return True


def _take_place(packed: Path, store: Path) -> None:
    """Exchange the whole folder: the old log beside the new file would bring everything back."""
    folder = store.parent
    fresh, old = (folder.with_name(f".{folder.name}{end}") for end in (_NEW, _OLD))
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    copy_whole(packed, fresh / store.name)
    live = {store.name, *(store.name + end for end in LIVE_ENDS)}
    for each in folder.iterdir():
        if each.name not in live and each.is_file():
            copy_whole(each, fresh / each.name)
    folder.rename(old)
    fresh.rename(folder)
    folder_to_disk(folder.parent)
    shutil.rmtree(old)


def _finish(quarantine: Path) -> None:
    """What an exchange that was stopped has left."""
    for old in quarantine.glob(f".*{_OLD}"):
        folder = old.with_name(old.name[1 : -len(_OLD)])
        if folder.exists():
            shutil.rmtree(old)
        else:
            old.rename(folder)
    for fresh in quarantine.glob(f".*{_NEW}"):
        with suppress(OSError):
            shutil.rmtree(fresh)

"""Backups of the store: made by themselves, made when asked, thinned, cleaned of what was erased, and put back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from shadow_app.domain.errors import WrongKey
from shadow_app.domain.language import say
from shadow_app.storage import backups as shelf
from shadow_app.storage import keys, restoring, set_aside, taken_back
from shadow_app.storage.backups import Backup, Why
from shadow_app.storage.health import Counts, missing_words
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.last_saved import MISSING
from shadow_app.storage.restoring import Cleaned
from shadow_app.storage.set_aside import Aside
from shadow_app.storage.store import Store
from shadow_app.storage.store_files import copy_whole, said
from shadow_app.storage.successor import drop_left
from shadow_app.storage.thinning import RETENTION
from shadow_app.storage.wraps import OpenWrap

_HELD, _CLEANED, _LEFT = "backup.held", "backup.cleaned", "backup.left"
REST = timedelta(hours=4)
"""So much of a day in the field may be on the live file alone, if it lasts: half a shift."""


@dataclass(frozen=True)
class Tended:
    """What looking after the backups came to."""

    made: Backup | None = None
    gone: tuple[Backup, ...] = ()
    cleaned: Cleaned = field(default_factory=Cleaned)
    aside: Aside = field(default_factory=Aside)


class Backups:
    """The verbs about backups of an open store."""

    def __init__(self, store: Store, retention: timedelta = RETENTION) -> None:
        self._store = store
        self._retention = retention

    @property
    def folder(self) -> Path:
        """Where they lie."""
        return self._store.backups

    def all(self) -> list[Backup]:
        """Every backup, the newest first."""
        return shelf.backups(self._store.path, self.folder)

    def make(self, why: Why = "asked", now: datetime | None = None) -> Backup:
        """Make one now and let older ones go that are not to be kept.

        Raises:
            StoreDamaged: the store is damaged. StoreTrouble: the disk says no. Older backups are untouched.
        """
        held = self._holds()
        made = shelf.make(self._store.path, self._store.key, self.folder, why, now)
        self._store.remember(_HELD, held)
        self._list_taken_back()
        shelf.thin(self._store.path, self.folder, now, self._retention)
        return made

    def due(self, now: datetime | None = None) -> bool:
        """Whether something was written since the last backup, and that is of another day or no fresh one.

        A demonstration needs none.
        """
        if self.is_demo():
            return False
        found = self.all()
        if not found:
            return True
        at = (now or datetime.now(timezone.utc)).astimezone(timezone.utc)
        # One of tomorrow was made while the clock was wrong; it must not stop backups for the days in between.
        fresh = any(each.made_at.date() == at.date() and abs(at - each.made_at) < REST for each in found)
        return not fresh and self._store.fact(_HELD) != self._holds()

    def tend(self, now: datetime | None = None) -> Tended:
        """Look after the backups: make one if it is due, let old ones go, take out what was erased.

        Raises:
            StoreTrouble: the disk says no, or the store is damaged; the older backups are untouched.
        """
        if self.is_demo():
            return Tended()
        made, held = None, self._holds()
        if self.due(now):
            made = shelf.make(self._store.path, self._store.key, self.folder, "daily", now)
            self._store.remember(_HELD, held)
        self._list_taken_back()
        gone = shelf.thin(self._store.path, self.folder, now, self._retention)
        drop_left(self._store.path)
        return Tended(made, gone, *self._clean())

    def verify(self, backup: Backup) -> Counts:
        """Open a backup, read every page, and count what it holds.

        Raises:
            StoreDamaged: it is damaged. WrongKey: it is under another key. StoreTrouble: it cannot be read.
        """
        return shelf.verify(backup.path, self._store.key)

    def warning(self) -> str:
        """A sentence if notes that were once saved are missing; else ""."""
        with self._store.reading() as read:
            return missing_words(read)

    def noted(self) -> None:
        """Somebody knows what is missing, and need not be told again."""
        self._store.remember(MISSING, "")

    def words(self) -> str:
        """How the backups stand, in a sentence."""
        found = self.all()
        if not found:
            return say("None yet; they will lie in {folder}.", folder=self.folder)
        size = sum(each.size for each in found)
        newest = found[0].made_at.astimezone()
        return say(
            "{found} in {folder} ({size:.1f} MB), the newest of {newest:%d %B %Y, %H:%M}.",
            found=len(found),
            folder=self.folder,
            size=size / 1e6,
            newest=newest,
        )

    def _list_taken_back(self) -> None:
        """Beside the store, also what an earlier version did not list, and beside its backups."""
        self._store.taken_back.catch_up()
        told = taken_back.read(taken_back.list_of(self._store.path))
        if told is not None and self.folder.is_dir():
            with said(say("The list of what was taken back in {folder}", folder=self.folder)):
                taken_back.write(taken_back.list_in(self.folder, self._store.path), told)

    def aside_words(self) -> str:
        """A sentence if stores that were set aside may hold what was erased since; else ""."""
        names = set((self._store.fact(_LEFT) or "").split())
        left = [each for each in set_aside.folders(self._store.path) if each.name in names]
        if not left:
            return ""
        return say(
            "What was erased may still stand in {names} in {folder}: set aside before, and damaged or under another "
            "key. Delete it when you need it no more.",
            names=", ".join(each.name for each in left),
            folder=left[0].parent,
        )

    def _clean(self) -> tuple[Cleaned, Aside]:
        """Only when something was erased or set aside since it was last done; looking into every one takes a while."""
        path, key = self._store.path, self._store.key
        gone, aside = restoring.gone_since(path, self.folder), set_aside.folders(path)
        state = f"{len(gone.records)} {len(gone.names)} {len(aside)} {self.folder}"
        if self._store.fact(_CLEANED) == state or not gone:
            return Cleaned(), Aside()
        cleaned, done = restoring.clean(path, self.folder, key), set_aside.clean(path, key, gone)
        self._store.remember(_LEFT, " ".join(each.name for each in done.left))
        self._store.remember(_CLEANED, state)
        return cleaned, done

    def _holds(self) -> str:
        with self._store.reading() as read:
            return shelf.state_of(read)

    def is_demo(self) -> bool:
        """Whether nothing protects the store, and so nothing of it is worth keeping."""
        path = self._store.path
        return key_path(path).exists() and keys.read(path).wrap(OpenWrap) is not None


def back_up(store: Store, why: Why) -> Backup | None:
    """A backup before something that changes much at once; none of a demonstration.

    Raises:
        StoreTrouble: it cannot be made.
    """
    backups = Backups(store)
    return None if backups.is_demo() else backups.make(why)


def renew_keys(path: Path, folder: Path, key: bytes) -> None:
    """Let the backups be opened by what opens the store now, and by nothing that it was opened by before.

    Raises:
        StoreTrouble: the disk says no.
    """
    if not key_path(path).exists():
        return
    with said(say("The key files of the backups in {folder}", folder=folder)):
        for each in shelf.backups(path, folder):
            try:
                shelf.open_with(each.path, key)
            except WrongKey:
                continue  # made before the store was given another key: its own file alone opens it
            copy_whole(key_path(path), each.key)

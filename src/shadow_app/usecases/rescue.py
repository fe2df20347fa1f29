"""Putting a backup, or what can be read of the store, in its place: looked at first, done when a person says so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from shadow_app.domain.errors import NotFound, Refused, StoreTrouble, WrongKey
from shadow_app.domain.language import say
from shadow_app.storage import backups as shelf
from shadow_app.storage import restoring, salvage, since_backup
from shadow_app.storage.backups import Backup
from shadow_app.storage.health import Counts
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.restoring import Restored
from shadow_app.storage.salvage import Salvaged
from shadow_app.storage.since_backup import Since
from shadow_app.usecases import withdrawal
from shadow_app.usecases.ways_in import WayIn

__all__ = ["Backup", "Counts", "PutBack", "Read", "Rescue", "Seen"]


@dataclass(frozen=True)
class Seen:
    """A backup, looked into.

    Attributes:
        backup: which.
        held: what it holds; every page of it was read for that.
        since: what was written after it; None where the store is not open, or cannot be read.
        erased: how many erasures since are carried out again in what is put back.
        other_key: whether the store has been given another key since, so that the backup's key file comes along.
    """

    backup: Backup
    held: Counts
    since: Since | None
    erased: int
    other_key: bool


@dataclass(frozen=True)
class PutBack:
    """What stands in the store's place, and its key (32 bytes)."""

    done: Restored
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class Read:
    """What could be read of a store, and the key (32 bytes) of what was made of it."""

    done: Salvaged
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class Rescue:
    """The verbs over the store at `path` and the backups in `folder`; the store may be damaged or gone."""

    path: Path
    folder: Path

    @classmethod
    def over(cls, path: Path, folder: Path | None) -> Rescue:
        """The verbs over a store whose backups lie in a folder that somebody chose, or beside it."""
        return cls(path, folder or shelf.default_folder(path))

    def backups(self) -> list[Backup]:
        """Every backup, the newest first."""
        return shelf.backups(self.path, self.folder)

    def named(self, name: str | None) -> Path:
        """The backup that somebody means: a file, a name in the folder, how a name's time begins, or the newest.

        Raises:
            NotFound: there is none. Refused: there are several.
        """
        if name and Path(name).is_file():
            return Path(name)
        found, folder = self.backups(), self.folder
        if name is None:
            if not found:
                raise NotFound(
                    say(
                        "There is no backup of {name} in {folder}; name the file of one.",
                        name=self.path.name,
                        folder=folder,
                    )
                )
            return found[0].path
        meant = [each.path for each in found if each.path.name == name or name in each.path.name.split(".")[-3]]
        if not meant:
            raise NotFound(
                say(
                    "There is no backup “{name}” in {folder}; `shadow-app backup list` shows what there is.",
                    name=name,
                    folder=folder,
                )
            )
        if len(meant) > 1:
            raise Refused(
                say(
                    "“{name}” may be any of {meant:|backup|backups}; write more of its time, or the file's name.",
                    name=name,
                    meant=len(meant),
                )
            )
        return meant[0]

    def verify(self, backup: Path, way: WayIn) -> Counts:
        """Open a backup, read every page, and count what it holds; the store may be gone.

        Raises:
            NotFound: there is no such file. WrongKey: `way` opens neither the store nor the backup.
            StoreDamaged: it is damaged. StoreTrouble: it cannot be read.
        """
        return shelf.verify(backup, self._key(backup, way)[0])

    def look(self, backup: Backup, way: WayIn) -> Seen:
        """Read a backup and compare; nothing is changed. The store may be open.

        Raises:
            WrongKey: `way` opens neither the store nor the backup. StoreDamaged, StoreTrouble: the backup is no good.
        """
        key, other = self._key(backup.path, way)
        held = shelf.verify(backup.path, key)
        return Seen(backup, held, self._since(backup, key, way), self._erased(), other)

    def put_back(self, backup: Path, way: WayIn) -> PutBack:
        """Put it in the place of the store, which must not be open; see `restoring.restore`.

        Raises:
            WrongKey, StoreDamaged, StoreBusy, StoreTrouble: as there; the store is untouched.
        """
        key, other = self._key(backup, way)
        done = restoring.restore(self.path, backup, key, folder=self.folder, follow=withdrawal.replay, bring_key=other)
        return PutBack(done, key)

    def salvage(self, way: WayIn, *, keep: bool) -> Read:
        """Read what can be read; with `keep`, put it in the place of the store, which must not be open then.

        Raises:
            WrongKey: `way` opens neither the store's key file nor a backup's. StoreTrouble: as `salvage.salvage`.
        """
        key = self._key_of_any(way)
        return Read(salvage.salvage(self.path, key, folder=self.folder, follow=withdrawal.replay, keep=keep), key)

    def _key(self, backup: Path, way: WayIn) -> tuple[bytes, bool]:
        """The backup's key, and whether it is another one than the store's: that one's file is tried first."""
        if not backup.exists():
            raise NotFound(
                say("There is no backup at {backup}; `shadow-app backup list` shows what there is.", backup=backup)
            )
        try:
            key = way.key_of(self.path)
            shelf.open_with(backup, key)
        except StoreTrouble:
            if not key_path(backup).exists():
                raise
        else:
            return key, False
        if way.key is not None:
            raise WrongKey(
                say(
                    "{name} is under another key than the store has now: give the passphrase of then.",
                    name=backup.name,
                )
            )
        return way.key_of(backup), True

    def _key_of_any(self, way: WayIn) -> bytes:
        try:
            return way.key_of(self.path)
        except WrongKey:
            raise
        except StoreTrouble:
            beside = next((each for each in self.backups() if each.key.exists()), None)
            if beside is None:
                raise
            return replace(way, key=None).key_of(beside.path)

    def _since(self, backup: Backup, key: bytes, way: WayIn) -> Since | None:
        if way.key is None:
            # Not open: to open it only for this would change the log that salvage reads.
            return None
        try:
            return since_backup.since(self.path, way.key_of(self.path), backup.path, key)
        except StoreTrouble:
            return None

    def _erased(self) -> int:
        return len(restoring.erased_since(self.path, self.folder))

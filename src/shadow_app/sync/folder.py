"""A shared folder on a local path: a file share, or what OneDrive or SharePoint keep in step (`reliability.md` §3.6).

    <device>/<first 16 of the hash>-<random>.seg    segments, each written once by the device whose folder it is
    content/<hash>                                  pictures and released reports, by what they are

Everything else that may lie there (conflict copies, half-synced files, what somebody put there) is passed by.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from shadow_app.domain.errors import ImportTrouble, Trouble
from shadow_app.domain.language import say
from shadow_app.domain.system_words import system_words
from shadow_app.sync.handover import LARGEST_FILE, write_file

_SEGMENT = re.compile(r"[0-9a-f]{16}/[0-9a-f]{16}-[0-9a-f]{8}\.seg")
_CONTENT = re.compile(r"content/[0-9a-f]{64}")
_OURS = re.compile(r"[0-9a-f]{16}|content")
_COMING = re.compile(r"\.(.+)\.icloud")
_LEFT_OVER = re.compile(r"\..+\.part")
_A_DAY = 24 * 3600


def is_ours(name: str) -> bool:
    """Whether this is how a segment, a picture or a report is called."""
    return bool(_SEGMENT.fullmatch(name) or _CONTENT.fullmatch(name))


class LocalFolder:
    """A `Transport` over a folder of this computer."""

    def __init__(self, path: Path) -> None:
        """Use a folder that is there.

        Raises:
            ImportTrouble: it is not, or is no folder.
        """
        self._path = path
        self._check()

    @property
    def place(self) -> str:
        """The folder's full path."""
        return self.place_of(self._path)

    @staticmethod
    def place_of(path: Path) -> str:
        """The full path of a folder that need not be there now."""
        return str(path.resolve())

    def names(self) -> list[str]:
        """What is there and has a name of ours, and what iCloud says is still on its way."""
        self._check()
        found: set[str] = set()
        try:
            # Not by glob, which takes a folder that may not be read for an empty one.
            with os.scandir(self._path) as folders:
                for folder in folders:
                    if folder.is_dir():
                        found.update(f"{folder.name}/{name}" for name in self._listed(Path(folder.path)))
        except OSError as error:
            raise self._gone(error) from error
        return sorted(filter(is_ours, found))

    def _listed(self, folder: Path) -> Iterator[str]:
        with os.scandir(folder) as files:
            for file in files:
                if coming := _COMING.fullmatch(file.name):
                    yield coming[1]
                elif _LEFT_OVER.fullmatch(file.name) and _OURS.fullmatch(folder.name):
                    _drop_old(file)
                else:
                    yield file.name

    def get(self, name: str) -> bytes:
        """The bytes of one file."""
        file = self._path / name
        try:
            # A pipe that somebody put there would never end.
            if file.exists() and not file.is_file():
                raise ImportTrouble(say("{name} in the shared folder is no file and was not taken.", name=name))
            with file.open("rb") as stream:
                data = stream.read(LARGEST_FILE + 1)
        except OSError as error:
            raise self._gone(error) from error
        if len(data) > LARGEST_FILE:
            raise ImportTrouble(
                say(
                    "{name} in the shared folder is larger than {largest_file} MiB and not taken.",
                    name=name,
                    largest_file=LARGEST_FILE >> 20,
                )
            )
        return data

    def put(self, name: str, data: bytes) -> None:
        """Write under a temporary name, to the disk, then rename."""
        self._check()
        target = self._path / name
        try:
            target.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise self._gone(error) from error
        write_file(target, data)

    def drop(self, name: str) -> None:
        """Delete a file of one's own; one that is not there is gone already."""
        try:
            (self._path / name).unlink(missing_ok=True)
        except OSError as error:
            raise self._gone(error) from error

    def _check(self) -> None:
        try:
            there = self._path.is_dir()
        except OSError:  # as of a name that is longer than the system takes
            there = False
        if not there:
            raise ImportTrouble(
                say(
                    "The shared folder {path} is not there. Nothing is lost: what is unsent stays here; connect "
                    "it or choose another one, then try again.",
                    path=self._path,
                )
            )

    def _gone(self, error: OSError) -> Trouble:
        why = system_words(error)
        return ImportTrouble(
            say(
                "The shared folder {path} does not answer ({why}). Nothing is lost: what is unsent stays "
                "here; try again when it is back.",
                path=self._path,
                why=why,
            )
        )


def _drop_old(file: os.DirEntry[str]) -> None:
    """Of a write that was cut off. It may hold what was erased since, so it does not stay."""
    with suppress(OSError):
        if time.time() - file.stat(follow_symlinks=False).st_mtime > _A_DAY:
            Path(file.path).unlink()

"""A shared folder on a local path: a file share, or what OneDrive or SharePoint keep in step (`reliability.md` §3.6).

    <device>/<first 16 of the hash>-<random>.seg    segments, each written once by the device whose folder it is
    content/<hash>                                  pictures and released reports, by what they are

Everything else that may lie there (conflict copies, half-synced files, what somebody put there) is passed by.
"""

from __future__ import annotations

import re
from pathlib import Path

from shadow_app.domain.errors import ImportTrouble, Trouble
from shadow_app.sync.handover import LARGEST_FILE, write_file

_SEGMENT = re.compile(r"[0-9a-f]{16}/[0-9a-f]{16}-[0-9a-f]{8}\.seg")
_CONTENT = re.compile(r"content/[0-9a-f]{64}")


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
        return str(self._path.resolve())

    def names(self) -> list[str]:
        """What is there and has a name of ours."""
        self._check()
        try:
            found = [f"{each.parent.name}/{each.name}" for each in self._path.glob("*/*")]
        except OSError as error:
            raise self._gone(error) from error
        return sorted(name for name in found if _SEGMENT.fullmatch(name) or _CONTENT.fullmatch(name))

    def get(self, name: str) -> bytes:
        """The bytes of one file."""
        try:
            with (self._path / name).open("rb") as stream:
                return stream.read(LARGEST_FILE)
        except OSError as error:
            raise self._gone(error) from error

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
                f"The shared folder {self._path} is not there. Nothing is lost: what is unsent stays here; connect it "
                "or choose another one, then try again."
            )

    def _gone(self, error: OSError) -> Trouble:
        why = error.strerror or type(error).__name__
        return ImportTrouble(
            f"The shared folder {self._path} does not answer ({why}). Nothing is lost: what is unsent stays here; try "
            "again when it is back."
        )

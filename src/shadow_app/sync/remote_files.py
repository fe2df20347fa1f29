"""The files of a remote folder over any file system that fsspec knows; each protocol of its own adds what it can.

Names are those of a `Transport`, such as `0123456789abcdef/….seg`. Errors are the libraries' own, for `remote.py` to
put into words.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, BinaryIO, TypeAlias

from shadow_app.domain.errors import ImportTrouble, Refused
from shadow_app.domain.language import say
from shadow_app.sync.handover import LARGEST_FILE
from shadow_app.sync.remote_address import RemoteAddress

Named: TypeAlias = tuple[str, datetime | None]
"""A name, and when it was last written, as far as the server says."""
Password: TypeAlias = Callable[[], str | None]

CONNECT_SECONDS = 15
ANSWER_SECONDS = 60
SLOWEST = 20_000
"""Bytes per second: a mobile connection in a depot. What is slower counts as no answer."""
_PIECE = 8 * 1024 * 1024
_WRITTEN = ("mtime", "modified", "LastModified", "last_write_time", "updated")


def patience(size: int) -> float:
    """Seconds to wait for so many bytes."""
    return ANSWER_SECONDS + size / SLOWEST


def too_large(name: str) -> ImportTrouble:
    """What to say of something that no program of ours has left."""
    return ImportTrouble(
        say(
            "{name} in the shared folder is larger than {largest_file} MiB and was not taken.",
            name=name,
            largest_file=LARGEST_FILE >> 20,
        )
    )


def temporary(name: str) -> str:
    """A name beside another one, under which it is written first."""
    return f"{name.rpartition('/')[0]}/new-{secrets.token_hex(8)}.tmp"


class RemoteFiles:
    """A folder of an fsspec file system.

    Args:
        system: the file system, of which nobody else has this instance.
        root: the folder's path in it.
    """

    def __init__(self, system: Any, root: str) -> None:
        self.system = system
        self.root = root

    def listed(self) -> Iterator[Named]:
        """Everything two levels deep.

        Raises:
            FileNotFoundError: the folder is not there.
        """
        for entry in self._list(self.root):
            if entry["type"] == "directory":
                folder = _last(entry)
                for each in self._list(self._path(folder)):
                    if each["type"] == "file":
                        yield f"{folder}/{_last(each)}", _written(each)

    def read(self, name: str) -> bytes:
        """The whole of a file, whatever its listing said of its size.

        Raises:
            ImportTrouble: it is larger than anything of ours.
        """
        with self.system.open(self._path(name), "rb") as stream:
            return bounded(stream, name)

    def write(self, name: str, data: bytes) -> None:
        """Leave a file; with an unknown protocol readers may see it half, and pass it by until it is whole."""
        self._make_parent(name)
        if not self._renames():
            self.system.pipe_file(self._path(name), data)
            return
        first = temporary(name)
        self.system.pipe_file(self._path(first), data)
        self.system.mv(self._path(first), self._path(name))

    def remove(self, name: str) -> None:
        """Take a file away; one that is not there is gone already."""
        try:
            self.system.rm_file(self._path(name))
        except FileNotFoundError:
            return

    def close(self) -> None:
        """Let go of the connection."""

    def _list(self, path: str) -> list[dict[str, Any]]:
        # What was listed before is never good enough: others write there.
        self.system.invalidate_cache()
        found: list[dict[str, Any]] = self.system.ls(path, detail=True)
        return found

    def _make_parent(self, name: str) -> None:
        """Make a device's folder, and never the shared folder itself: that one may only be away."""
        if not self.system.exists(self.root):
            raise FileNotFoundError(self.root)
        self.system.makedirs(self._path(name.rpartition("/")[0]), exist_ok=True)

    def _renames(self) -> bool:
        from fsspec import AbstractFileSystem

        # The inherited one copies and deletes, which is worse than writing in place.
        return type(self.system).mv is not AbstractFileSystem.mv

    def _path(self, name: str) -> str:
        return f"{self.root}/{name}" if self.root else name


def bounded(stream: BinaryIO, name: str) -> bytes:
    """All of a stream.

    Raises:
        ImportTrouble: it is larger than anything of ours.
    """
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST_FILE:
            raise too_large(name)
    return b"".join(pieces)


def open_files(address: RemoteAddress, password: Password) -> RemoteFiles:
    """Connect.

    Args:
        address: where.
        password: asked where the address has none.

    Raises:
        ImportTrouble: what is needed for such an address is not installed.
        Exception: whatever the library raises.
    """
    match address.scheme:
        case "sftp":
            from shadow_app.sync.remote_sftp import open_sftp as opened
        case "webdav" | "webdavs":
            from shadow_app.sync.remote_webdav import open_webdav as opened
        case "s3":
            from shadow_app.sync.remote_s3 import open_s3 as opened
        case _:
            opened = _open_any
    return opened(address, address.password or password() or "")


def _open_any(address: RemoteAddress, password: str) -> RemoteFiles:
    import fsspec

    try:
        kind = fsspec.get_filesystem_class(address.scheme)
    except ValueError:
        raise Refused(
            say("Nothing here reads {scheme}:// addresses: use sftp://, webdavs:// or s3://.", scheme=address.scheme)
        ) from None
    url = f"{address.scheme}://{address.authority}{address.path}"
    options = kind._get_kwargs_from_urls(url)
    if address.user:
        options |= {"username": address.user}
    if password:
        options |= {"password": password}
    return RemoteFiles(kind(**options, skip_instance_cache=True), kind._strip_protocol(url).rstrip("/"))


def _last(entry: dict[str, Any]) -> str:
    return str(entry["name"]).rstrip("/").rpartition("/")[2]


def _written(entry: dict[str, Any]) -> datetime | None:
    found = next((entry[key] for key in _WRITTEN if isinstance(entry.get(key), datetime)), None)
    return found if found is not None and found.tzinfo is not None else None

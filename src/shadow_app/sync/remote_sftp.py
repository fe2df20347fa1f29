"""A remote folder over SFTP: sshfs for the connection, listings and deletions, its channel for writing and renaming.

Writing is temporary name, flush to the server's disk where it can, atomic rename. Every wait has an end: the
connection asks its server for a sign of life, and each transfer has a time that its size allows.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import asyncssh
from fsspec.asyn import sync
from sshfs import SSHFileSystem

from shadow_app.sync.handover import LARGEST_FILE
from shadow_app.sync.known_hosts import known_hosts, unknown_host
from shadow_app.sync.remote_address import RemoteAddress
from shadow_app.sync.remote_files import ANSWER_SECONDS, CONNECT_SECONDS, RemoteFiles, patience, temporary, too_large

_SIGN_OF_LIFE = 10
_SIGNS_MISSED = 3
_CLOSE_SECONDS = 5


def open_sftp(address: RemoteAddress, password: str) -> RemoteFiles:
    """Connect with the keys of this user, his agent, and a password if there is one.

    Raises:
        Unreachable: the server's key is not known here, or is another one than is known.
        Exception: as asyncssh.
    """
    options: dict[str, Any] = {
        "known_hosts": known_hosts(),
        "connect_timeout": CONNECT_SECONDS,
        "login_timeout": CONNECT_SECONDS,
        "keepalive_interval": _SIGN_OF_LIFE,
        "keepalive_count_max": _SIGNS_MISSED,
    }
    if address.port is not None:
        options["port"] = address.port
    if address.user:
        options["username"] = address.user
    if password:
        options["password"] = password
    try:
        system = SSHFileSystem(address.host, timeout=4 * CONNECT_SECONDS, skip_instance_cache=True, **options)
    except (asyncssh.HostKeyNotVerifiable, asyncssh.KeyExchangeFailed, asyncssh.ConnectionLost) as error:
        # A server that has no key of the kind that is known here may just hang up.
        raise unknown_host(address, error) from error
    # `/~/shadow` is below the home of whoever logs in, as with rsync and git.
    at_home = f"{address.path}/".startswith("/~/")
    root = address.path.removeprefix("/~").lstrip("/") if at_home else address.path or "/"
    try:
        return SftpFiles(system, root or ".")
    except BaseException:
        _hang_up(system)
        raise


class SftpFiles(RemoteFiles):
    """A folder of an SFTP server."""

    def __init__(self, system: Any, root: str) -> None:
        super().__init__(system, root)
        self._channel: asyncssh.SFTPClient = self._do(self._start)
        self._made: set[str] = set()

    def read(self, name: str) -> bytes:
        """Ask for the size first, so that the time to wait is known; then trust it no further."""
        size = int(self._do(self._size, self._path(name)))
        if size > LARGEST_FILE:
            raise too_large(name)
        data: bytes = self._do(self._read, self._path(name), seconds=patience(size))
        if len(data) > LARGEST_FILE:
            raise too_large(name)
        return data

    def write(self, name: str, data: bytes) -> None:
        """Temporary name, to the disk, rename."""
        self._make_parent(name)
        first = self._path(temporary(name))
        self._do(self._write, first, self._path(name), data, seconds=patience(len(data)))

    def remove(self, name: str) -> None:
        """Take a file away."""
        with suppress(asyncssh.SFTPNoSuchFile):
            self._do(self._channel.remove, self._path(name))

    def close(self) -> None:
        """Say goodbye, or hang up."""
        _hang_up(self.system)

    def _list(self, path: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.system.ls(path, detail=True, timeout=4 * ANSWER_SECONDS)
        return found

    def _make_parent(self, name: str) -> None:
        parent = name.partition("/")[0]
        if parent not in self._made:
            # One level only: the shared folder itself is never made, for it may only be away.
            self._do(self._make, self._path(parent))
            self._made.add(parent)

    def _do(self, what: Any, *args: Any, seconds: float = ANSWER_SECONDS) -> Any:
        return sync(self.system.loop, what, *args, timeout=seconds)

    async def _start(self) -> asyncssh.SFTPClient:
        channel: asyncssh.SFTPClient = await self.system.client.start_sftp_client()
        return channel

    async def _size(self, path: str) -> int:
        return (await self._channel.stat(path)).size or 0

    async def _read(self, path: str) -> bytes:
        async with self._channel.open(path, "rb") as file:
            return await file.read(LARGEST_FILE + 1)

    async def _write(self, first: str, path: str, data: bytes) -> None:
        try:
            async with self._channel.open(first, "wb") as file:
                await file.write(data)
                with suppress(asyncssh.SFTPOpUnsupported):
                    await file.fsync()
            await self._rename(first, path)
        except asyncssh.SFTPError:
            with suppress(asyncssh.Error):
                await self._channel.remove(first)
            raise

    async def _rename(self, first: str, path: str) -> None:
        try:
            await self._channel.posix_rename(first, path)
        except asyncssh.SFTPOpUnsupported:
            # The plain rename of SFTP 3 does not replace; a picture that is there whole was not written again.
            with suppress(asyncssh.SFTPNoSuchFile):
                await self._channel.remove(path)
            await self._channel.rename(first, path)

    async def _make(self, path: str) -> None:
        try:
            await self._channel.mkdir(path)
        except asyncssh.SFTPError:
            # SFTP 3 has one word for every failure, so whether it is there already has to be asked.
            if not await self._channel.isdir(path):
                raise


def _hang_up(system: Any) -> None:
    async def close() -> None:
        system.client.close()
        await system.client.wait_closed()

    # Whatever it answers, it is left.
    with suppress(Exception):
        sync(system.loop, close, timeout=_CLOSE_SECONDS)

"""Real servers on loopback for remote folders: SFTP by asyncssh, and those of `http_servers`.

Each can be told to do what servers and networks were seen to do (`faults.Faults`).
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import asyncssh
import pytest

from faults import Faults
from http_servers import PASSWORD, USER, DavServer, S3Server
from shadow_app.domain.errors import Trouble, Unreachable
from shadow_app.sync.remote import RemoteFolder


class Served(Protocol):
    """What the servers have in common."""

    faults: Faults
    port: int

    @property
    def address(self) -> str:
        """With user and password."""

    def start(self) -> None: ...
    def stop(self) -> None: ...


def through(address: str, port: int) -> str:
    """The same address by way of another port."""
    return re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{port}", address)


class SftpServer:
    """OpenSSH's protocol over a folder, with a user, a password, a key, and a host key of its own."""

    def __init__(self, root: Path, faults: Faults | None = None, *, renames: bool = True) -> None:
        self.root = root
        self.faults = faults or Faults()
        self.renames = renames
        self.refuses: Exception | None = None
        """What everybody hears who wants to write."""
        self.host_key = asyncssh.generate_private_key("ssh-ed25519")
        self.user_key = asyncssh.generate_private_key("ssh-ed25519")
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="sftp server")
        self._connections: list[asyncssh.SSHServerConnection] = []
        self._listening: asyncssh.SSHAcceptor | None = None

    @property
    def address(self) -> str:
        return f"sftp://{USER}:{quote(PASSWORD, safe='')}@127.0.0.1:{self.port}/"

    def __enter__(self) -> SftpServer:
        self._thread.start()
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    def known(self, home: Path) -> None:
        """Let this user's known_hosts have the server's key."""
        file = home / ".ssh" / "known_hosts"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"[127.0.0.1]:{self.port} {self.host_key.export_public_key().decode()}")

    def start(self) -> None:
        self._listening = self._run(self._listen())
        self.port = self._listening.get_port()

    def stop(self) -> None:
        """Pull the plug."""
        self._run(self._stop())

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)

    async def _listen(self) -> asyncssh.SSHAcceptor:
        server = self

        class Door(asyncssh.SSHServer):
            def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
                server._connections.append(conn)

            def begin_auth(self, username: str) -> bool:
                return True

            def password_auth_supported(self) -> bool:
                return True

            def validate_password(self, username: str, password: str) -> bool:
                return (username, password) == (USER, PASSWORD)

        return await asyncssh.listen(
            "127.0.0.1",
            self.port,
            reuse_address=True,
            server_factory=Door,
            server_host_keys=[self.host_key],
            authorized_client_keys=asyncssh.import_authorized_keys(self.user_key.export_public_key().decode()),
            sftp_factory=lambda channel: _FaultySftp(channel, self),
        )

    async def _stop(self) -> None:
        if self._listening is not None:
            self._listening.close()
            await self._listening.wait_closed()
            self._listening = None
        for connection in self._connections:
            connection.abort()
        for connection in self._connections:
            await connection.wait_closed()
        self._connections.clear()


class _FaultySftp(asyncssh.SFTPServer):
    def __init__(self, channel: Any, server: SftpServer) -> None:
        super().__init__(channel, chroot=str(server.root).encode())
        self._faults = server.faults
        self._server = server

    def open(self, path: bytes, pflags: int, attrs: asyncssh.SFTPAttrs) -> Any:
        if pflags & asyncssh.FXF_WRITE:
            if self._server.refuses is not None:
                raise self._server.refuses
            if self._faults.happens(0.12, "nothing written"):
                raise asyncssh.SFTPFailure("Failure")
        elif self._faults.happens(0.2, "read fails"):
            raise asyncssh.SFTPFailure("Failure")
        return super().open(path, pflags, attrs)

    def read(self, file_obj: Any, offset: int, size: int) -> Any:
        data = super().read(file_obj, offset, size)
        assert isinstance(data, bytes)
        return data[: len(data) // 2] if data and self._faults.happens(0.15, "short read") else data

    def write(self, file_obj: Any, offset: int, data: bytes) -> Any:
        if self._faults.happens(0.1, "a flipped bit"):
            data = self._faults.flipped(data)
        if self._faults.happens(0.15, "torn"):
            super().write(file_obj, offset, self._faults.cut(data))
            raise asyncssh.SFTPFailure("Failure")
        return super().write(file_obj, offset, data)

    def posix_rename(self, oldpath: bytes, newpath: bytes) -> Any:
        if not self._server.renames:
            raise asyncssh.SFTPOpUnsupported("posix-rename@openssh.com is not here")
        return self._renamed(oldpath, newpath, super().posix_rename)

    def rename(self, oldpath: bytes, newpath: bytes) -> Any:
        return self._renamed(oldpath, newpath, super().rename)

    def _renamed(self, old: bytes, new: bytes, rename: Callable[[bytes, bytes], Any]) -> Any:
        local = Path(self.map_path(old).decode())
        if self._faults.happens(0.15, "conflict copy"):
            target = Path(self.map_path(new).decode())
            target.with_name(f"{target.stem} (conflicted copy){target.suffix}").write_bytes(local.read_bytes())
        done = rename(old, new)
        if self._faults.happens(0.1, "written, but an error"):
            raise asyncssh.SFTPFailure("Failure")
        return done

    async def scandir(self, path: bytes) -> AsyncIterator[asyncssh.SFTPName]:
        now = [each async for each in super().scandir(path)]
        told = self._faults.stale(path.decode(), now)
        if self._faults.happens(0.04, "listing fails"):
            raise asyncssh.SFTPFailure("Failure")
        for each in told:
            yield each


DEVICE = "0123456789abcdef"
SEGMENT = f"{DEVICE}/{'a' * 16}-{'b' * 8}.seg"
PICTURE = f"content/{'c' * 64}"
KINDS = ("sftp", "webdav", "s3")


@contextmanager
def serving(kind: str, folder: Path, home: Path, faults: Faults | None = None) -> Iterator[Served]:
    """A server of a kind, which keeps its files below a folder (S3: in memory), known to the user with that home."""
    root = folder / kind
    root.mkdir(exist_ok=True)
    match kind:
        case "sftp":
            with SftpServer(root, faults) as sftp:
                sftp.known(home)
                yield sftp
        case "webdav":
            with DavServer(root, faults) as dav:
                yield dav
        case _:
            with S3Server(faults) as s3:
                yield s3


def refusal(address: str, kind: type[Trouble] = Unreachable) -> str:
    """What is said when a folder is looked at that does not open; it never repeats the password."""
    with pytest.raises(kind) as caught, RemoteFolder(address) as folder:
        folder.names()
    assert PASSWORD not in str(caught.value)
    assert "%3A" not in str(caught.value)
    return str(caught.value)

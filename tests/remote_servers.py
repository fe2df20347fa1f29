"""Real servers on loopback for remote folders: SFTP by asyncssh, WebDAV by wsgidav, S3 by moto, and a cable to pull.

Each can be told to do what servers and networks were seen to do (`Faults`). What it keeps is looked at in `held()`.
"""

from __future__ import annotations

import asyncio
import io
import logging
import random
import re
import select
import socket
import threading
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeAlias
from urllib.parse import quote

import asyncssh
from cheroot.wsgi import Server as WsgiServer

USER, PASSWORD = "ann", "pass:word/1"
_Wsgi: TypeAlias = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Faults:
    """What goes wrong, how often it did, and whether anything does any more."""

    def __init__(self, seed: int = 0) -> None:
        self.rng = random.Random(seed)
        self.faults: Counter[str] = Counter()
        self.calm = True
        self._before: dict[str, list[Any]] = defaultdict(list)

    def happens(self, chance: float, what: str) -> bool:
        """Throw the dice."""
        does = not self.calm and self.rng.random() < chance
        self.faults[what] += does
        return does

    def stale(self, where: str, now: Any) -> Any:
        """What a listing says: now's, or one of the last four."""
        self._before[where] = [*self._before[where][-3:], now]
        return self.rng.choice(self._before[where]) if self.happens(0.3, "stale listing") else now

    def cut(self, data: bytes) -> bytes:
        """Some of it."""
        return data[: self.rng.randrange(len(data))] if data else data

    def flipped(self, data: bytes) -> bytes:
        """All but one bit of it."""
        at = self.rng.randrange(len(data))
        return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


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


class _FaultyWsgi:
    """Between the network and a WebDAV or S3 application."""

    def __init__(self, app: _Wsgi, faults: Faults) -> None:
        self.app = app
        self.faults = faults
        self.seen: list[str] = []
        self.credentials = ""
        self.answer: str | None = None
        """A status to give to everybody, such as "507 Insufficient Storage"."""

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        self.seen.append(f"{method} {path}")
        self.credentials = environ.get("HTTP_AUTHORIZATION", "")
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if self.answer is not None:
            return _respond(start, self.answer)
        if method == "PUT":
            return self._put(environ, body, start)
        is_list = method == "PROPFIND" or (method == "GET" and "list-type" in environ.get("QUERY_STRING", ""))
        if is_list and self.faults.happens(0.04, "listing fails"):
            return _respond(start, "500 Internal Server Error")
        if method == "GET" and not is_list and self.faults.happens(0.2, "read fails"):
            return _respond(start, "500 Internal Server Error")
        status, headers, answer = self._pass_on(environ, body)
        if is_list:
            status, headers, answer = self.faults.stale(f"{path}?{environ['QUERY_STRING']}", (status, headers, answer))
        elif method == "GET" and answer and self.faults.happens(0.15, "short read"):
            answer = answer[: len(answer) // 2]
        elif method == "MOVE" and self.faults.happens(0.1, "written, but an error"):
            status, answer = "500 Internal Server Error", b""
        kept = [each for each in headers if each[0].lower() not in ("content-length", "server", "connection", "date")]
        if method == "HEAD":
            kept += [each for each in headers if each[0].lower() == "content-length"]
        else:
            kept += [("Content-Length", str(len(answer)))]
        start(status, kept)
        return [answer]

    def _put(self, environ: dict[str, Any], body: bytes, start: Callable[..., Any]) -> Iterable[bytes]:
        if self.faults.happens(0.12, "nothing written"):
            return _respond(start, "503 Service Unavailable" if self.faults.rng.random() < 0.5 else "500 Error")
        if self.faults.happens(0.15, "torn"):
            self._pass_on(environ, self.faults.cut(body))
            return _respond(start, "500 Internal Server Error")
        if self.faults.happens(0.15, "conflict copy"):
            path = environ["PATH_INFO"].replace(".seg", " (conflicted copy).seg")
            self._pass_on({**environ, "PATH_INFO": path, "REQUEST_URI": quote(path)}, body)
        if body and self.faults.happens(0.1, "a flipped bit"):
            body = self.faults.flipped(body)
        status, headers, answer = self._pass_on(environ, body)
        if self.faults.happens(0.1, "written, but an error"):
            return _respond(start, "500 Internal Server Error")
        start(status, [each for each in headers if each[0].lower() not in ("server", "connection", "date")])
        return [answer]

    def _pass_on(self, environ: dict[str, Any], body: bytes) -> tuple[str, list[tuple[str, str]], bytes]:
        told: list[Any] = []
        asked = {**environ, "wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}
        answer = self.app(asked, lambda status, headers, *_more: told.append((status, headers)))
        try:
            data = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        return told[0][0], list(told[0][1]), data


def _respond(start: Callable[..., Any], status: str) -> Iterable[bytes]:
    start(status, [("Content-Length", "0")])
    return [b""]


class _HttpServer:
    def __init__(self, app: _Wsgi, faults: Faults | None, tls: tuple[Path, Path] | None = None) -> None:
        self.faults = faults or Faults()
        self.door = _FaultyWsgi(app, self.faults)
        # Not by asking cheroot for any port: it would not let that one be taken again after a stop.
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._tls = tls
        self._server: WsgiServer | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Any:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def start(self) -> None:
        self._server = WsgiServer(("127.0.0.1", self.port), self.door, numthreads=2, shutdown_timeout=1)
        if self._tls is not None:
            from cheroot.ssl.builtin import BuiltinSSLAdapter

            self._server.ssl_adapter = BuiltinSSLAdapter(str(self._tls[0]), str(self._tls[1]))
        setattr(self._server, "error_log", lambda *_args, **_more: None)  # noqa: B010  it is meant to be replaced
        self._server.prepare()
        self._thread = threading.Thread(target=self._server.serve, name="http server")
        self._thread.start()

    def stop(self) -> None:
        if self._server is not None and self._thread is not None:
            self._server.stop()
            self._thread.join()
            self._server = self._thread = None


class DavServer(_HttpServer):
    """WebDAV over a folder, at /dav, with a user and a password."""

    def __init__(self, root: Path, faults: Faults | None = None, tls: tuple[Path, Path] | None = None) -> None:
        from wsgidav.wsgidav_app import WsgiDAVApp

        logging.getLogger("wsgidav").setLevel(logging.CRITICAL)
        app = WsgiDAVApp(
            {
                "provider_mapping": {"/dav": str(root)},
                "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
                "http_authenticator": {"accept_digest": False, "default_to_digest": False},
                "property_manager": None,
                "verbose": 0,
                "logging": {"enable": False},
            }
        )
        super().__init__(app, faults, tls)

    @property
    def address(self) -> str:
        scheme = "webdavs" if self._tls else "webdav"
        return f"{scheme}://{USER}:{quote(PASSWORD, safe='')}@127.0.0.1:{self.port}/dav"


class S3Server(_HttpServer):
    """One bucket called `team`."""

    def __init__(self, faults: Faults | None = None) -> None:
        from moto.backends import get_backend
        from moto.moto_server.werkzeug_app import create_backend_app

        super().__init__(create_backend_app("s3"), faults)
        get_backend("s3").reset()  # moto keeps what was there for the whole process

    def __enter__(self) -> S3Server:
        self.start()
        self.door._pass_on(_request("PUT", "/team"), b"")
        return self

    @property
    def address(self) -> str:
        return f"s3://key:secret@team/shadow?endpoint_url=http://127.0.0.1:{self.port}"


def _request(method: str, path: str) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "HTTP_HOST": "127.0.0.1",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.errors": io.StringIO(),
    }


class Cable:
    """A port that passes everything on to a server, until it is cut after so many bytes."""

    def __init__(self, port: int) -> None:
        self._to = port
        self.cut_after: int | None = None
        self.dead = False
        """Take every connection and every byte, and never answer."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._ended = threading.Event()
        self._pairs: list[tuple[socket.socket, socket.socket | None]] = []
        self._threads = [threading.Thread(target=self._accept, name="cable")]
        self._threads[0].start()

    def __enter__(self) -> Cable:
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _accept(self) -> None:
        while not self._ended.is_set():
            ready, _, _ = select.select([self._listener], [], [], 0.05)
            if ready:
                here, _ = self._listener.accept()
                try:
                    there = None if self.dead else socket.create_connection(("127.0.0.1", self._to))
                except OSError:
                    here.close()
                    continue
                thread = threading.Thread(target=self._carry, args=(here, there), name="cable")
                self._threads.append(thread)
                thread.start()

    def _carry(self, here: socket.socket, there: socket.socket | None) -> None:
        both = {here: there} if there is None else {here: there, there: here}
        try:
            while not self._ended.is_set():
                ready, _, _ = select.select(list(both), [], [], 0.05)
                for each in ready:
                    data = each.recv(65536)
                    if not data:
                        return
                    if self.dead or both[each] is None:
                        continue
                    if each is here and self.cut_after is not None:
                        self.cut_after -= len(data)
                        if self.cut_after < 0:
                            return
                    other = both[each]
                    assert other is not None
                    other.sendall(data)
        except OSError:
            return
        finally:
            for each in both:
                each.close()


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

"""Real WebDAV (wsgidav) and S3 (moto) on loopback, served by cheroot, with faults between them and the network."""

from __future__ import annotations

import io
import logging
import socket
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from cheroot.wsgi import Server as WsgiServer

from faults import Faults

USER, PASSWORD = "ann", "pass:word/1"
_Wsgi: TypeAlias = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


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

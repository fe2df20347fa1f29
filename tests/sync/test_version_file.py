"""News of a newer version: one line from where the administrator keeps it, by https or from a file, and no more."""

from __future__ import annotations

import datetime as dt
import http.server
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import HTTPSHandler

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from shadow_app.domain.errors import ImportTrouble, Unreachable
from shadow_app.sync.version_file import LARGEST_FILE, read_version

Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this computer, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


class Server:
    """An https server on loopback that answers as it is told and remembers what it was told."""

    def __init__(self, certificate: Path) -> None:
        self.answer: Answer = saying("9.0.1\n")
        self.seen: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.seen.append((self.path, dict(self.headers.items())))
                outer.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                """Silent."""

        self._server = http.server.ThreadingHTTPServer(("localhost", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.trusting = (HTTPSHandler(context=ssl.create_default_context(cafile=str(certificate))),)
        self.address = f"https://localhost:{self._server.server_port}/version.txt"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def saying(text: str, status: int = 200, **headers: str) -> Answer:
    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(text.encode())

    return answer


@pytest.fixture
def server(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    running = Server(certificate)
    yield running
    running.close()


def test_one_line_is_read_and_nothing_is_told(server: Server) -> None:
    assert read_version(server.address, handlers=server.trusting) == "9.0.1"
    (path, headers) = server.seen[0]
    assert path == "/version.txt"
    assert headers["User-Agent"] == "Shadow"
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)
    assert len(server.seen) == 1


def test_a_server_that_nobody_vouches_for_is_not_believed(server: Server) -> None:
    with pytest.raises(Unreachable, match="cannot be reached"):
        read_version(server.address)
    assert server.seen == []


@pytest.mark.parametrize("text", ["", "<html>9.0</html>", "9.0; rm -rf /", "version 9", "9.0.1.2.3.4", "9" * 40])
def test_what_is_no_version_is_refused(server: Server, text: str) -> None:
    server.answer = saying(text)
    with pytest.raises(ImportTrouble, match="no version such as"):
        read_version(server.address, handlers=server.trusting)


def test_an_endless_answer_is_cut_off(server: Server) -> None:
    sent = []

    def pour(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(100_000):
                handler.wfile.write(b"9.0\n" + b"x" * 1020)
                sent.append(1)
        except OSError:
            """The reader has gone."""

    server.answer = pour
    with pytest.raises(ImportTrouble, match="no version"):
        read_version(server.address, handlers=server.trusting)
    assert len(sent) < 100_000


def test_a_slow_server_is_given_up(server: Server) -> None:
    gone = threading.Event()

    def drip(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while not gone.wait(0.05):
                handler.wfile.write(b"9")
        except OSError:
            """The reader has gone."""

    server.answer = drip
    try:
        with pytest.raises(Unreachable, match="try again later"):
            read_version(server.address, seconds=0.5, handlers=server.trusting)
    finally:
        gone.set()


@pytest.mark.parametrize("place", ["http://localhost/x", "file:///etc/hostname", "ftp://localhost/x"])
def test_it_follows_only_to_places_as_safe(server: Server, place: str) -> None:
    server.answer = saying("", 302, Location=place)
    with pytest.raises(Unreachable):
        read_version(server.address, handlers=server.trusting)


def test_it_follows_to_another_https_place(server: Server) -> None:
    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        here = handler.path == "/version.txt"
        saying("" if here else "8.1", 302 if here else 200, Location="/newest.txt")(handler)

    server.answer = answer
    assert read_version(server.address, handlers=server.trusting) == "8.1"


def test_a_server_that_says_no(server: Server) -> None:
    server.answer = saying("", 404)
    with pytest.raises(Unreachable, match="answers 404"):
        read_version(server.address, handlers=server.trusting)


@pytest.mark.parametrize("address", ["http://example.org/v", "ftp://x/y", "version.txt", "file:///etc/hostname", ""])
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(ImportTrouble, match="neither https"):
        read_version(address)


def test_a_file_will_do(tmp_path: Path) -> None:
    path = tmp_path / "version.txt"
    path.write_bytes(b"\xef\xbb\xbf0.9rc1\r\nsecond line\r\n")
    assert read_version(str(path)) == "0.9rc1"
    path.write_bytes(b"1.0\n" + b"x" * LARGEST_FILE)
    with pytest.raises(ImportTrouble):
        read_version(str(path))
    with pytest.raises(Unreachable, match="cannot be read"):
        read_version(str(tmp_path / "gone.txt"))
    with pytest.raises(Unreachable):
        read_version(str(tmp_path))

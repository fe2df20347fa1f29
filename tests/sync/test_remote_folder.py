"""What a remote folder takes, gives, lists and passes by, and what is said when it does not: on real servers."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import asyncssh
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from remote_servers import KINDS, PASSWORD, USER, Cable, DavServer, S3Server, Served, SftpServer, serving, through
from shadow_app.domain.errors import ImportTrouble, Refused, Trouble, Unreachable
from shadow_app.sync import remote, remote_files, remote_s3, remote_sftp, remote_webdav
from shadow_app.sync.remote import RemoteFolder
from shadow_app.sync.remote_address import RemoteAddress

DEVICE = "0123456789abcdef"
SEGMENT = f"{DEVICE}/{'a' * 16}-{'b' * 8}.seg"
PICTURE = f"content/{'c' * 64}"


@pytest.fixture(params=KINDS)
def server(request: pytest.FixtureRequest, tmp_path: Path, user: Path) -> Iterator[Served]:
    with serving(request.param, tmp_path, user) as served:
        yield served


@pytest.fixture
def sftp(tmp_path: Path, user: Path) -> Iterator[SftpServer]:
    with serving("sftp", tmp_path, user) as served:
        assert isinstance(served, SftpServer)
        yield served


@pytest.fixture
def dav(tmp_path: Path, user: Path) -> Iterator[DavServer]:
    with serving("webdav", tmp_path, user) as served:
        assert isinstance(served, DavServer)
        yield served


@pytest.fixture
def s3(tmp_path: Path, user: Path) -> Iterator[S3Server]:
    with serving("s3", tmp_path, user) as served:
        assert isinstance(served, S3Server)
        yield served


def sentence(address: str, kind: type[Trouble] = Unreachable) -> str:
    """What is said when the folder is looked at."""
    with pytest.raises(kind) as caught, RemoteFolder(address) as folder:
        folder.names()
    assert PASSWORD not in str(caught.value)
    assert "%3A" not in str(caught.value)
    return str(caught.value)


def test_what_is_put_is_listed_and_given_until_it_is_dropped(server: Served) -> None:
    data = os.urandom(300_000)
    with RemoteFolder(server.address) as folder:
        assert folder.names() == []
        for name in (SEGMENT, PICTURE):
            folder.put(name, b"torn")
            folder.put(name, data)
        assert folder.names() == [SEGMENT, PICTURE]
        assert folder.get(SEGMENT) == folder.get(PICTURE) == data
        folder.put(PICTURE, b"")
        assert folder.get(PICTURE) == b""
        folder.put(f"{DEVICE}/desktop.ini", b"x")
        folder.put(SEGMENT.replace(".seg", " (1).seg"), data)
        assert folder.names() == [SEGMENT, PICTURE], "what others leave is passed by"
        folder.drop(SEGMENT)
        folder.drop(SEGMENT)
        assert folder.names() == [PICTURE]
        with pytest.raises(ImportTrouble, match="is not there") as caught:
            folder.get(SEGMENT)
        assert not isinstance(caught.value, Unreachable), "the next thing may well be there"
        assert PASSWORD not in folder.place


def test_no_listing_is_kept(server: Served) -> None:
    with RemoteFolder(server.address) as one, RemoteFolder(server.address) as other:
        assert one.names() == other.names() == []
        one.put(SEGMENT, b"1")
        assert other.names() == [SEGMENT]
        other.drop(SEGMENT)
        assert one.names() == []


def test_nobody_sees_a_file_before_it_is_whole(dav: DavServer, sftp: SftpServer) -> None:
    with RemoteFolder(dav.address) as folder:
        folder.names()
        folder.put(SEGMENT, b"whole")
    puts = [each for each in dav.door.seen if each.startswith(("PUT", "MOVE"))]
    assert [each.partition(" ")[0] for each in puts] == ["PUT", "MOVE"]
    assert all(each.endswith(".tmp") for each in puts)
    with RemoteFolder(sftp.address) as folder:
        folder.names()
        sftp.refuses = asyncssh.SFTPFailure("Failure")
        with pytest.raises(ImportTrouble, match="does not answer as it should"):
            folder.put(SEGMENT, b"whole")
        sftp.refuses = None
        folder.put(SEGMENT, b"whole")
    assert [each.name for each in (sftp.root / DEVICE).iterdir()] == [SEGMENT.partition("/")[2]]


def test_a_server_without_the_newer_rename(tmp_path: Path, user: Path) -> None:
    (tmp_path / "old").mkdir()
    with SftpServer(tmp_path / "old", renames=False) as old:
        old.known(user)
        with RemoteFolder(old.address) as folder:
            folder.put(PICTURE, b"torn")
            folder.put(PICTURE, b"whole")
            assert folder.get(PICTURE) == b"whole"


def test_a_folder_that_is_not_there_is_never_made(server: Served, tmp_path: Path) -> None:
    if isinstance(server, S3Server):
        address = server.address.replace("@team/", "@nobody/")
    else:
        address = f"{server.address.rstrip('/')}/nowhere"
    assert "is not there" in sentence(address, ImportTrouble)
    with RemoteFolder(address) as folder, pytest.raises(ImportTrouble, match="is not there"):
        folder.put(SEGMENT, b"x")
    assert not list(tmp_path.glob("*/nowhere"))


def test_what_a_cut_write_left_goes_after_a_day(sftp: SftpServer, dav: DavServer, tmp_path: Path) -> None:
    for served, root in ((sftp, sftp.root), (dav, tmp_path / "webdav")):
        (root / DEVICE).mkdir()
        old, young, other = (root / DEVICE / each for each in (f"new-{'1' * 16}.tmp", f"new-{'2' * 16}.tmp", "a.tmp"))
        for each in (old, young, other):
            each.write_bytes(b"x")
        for each in (old, other):
            os.utime(each, (1_700_000_000, 1_700_000_000))
        with RemoteFolder(served.address) as folder:
            assert folder.names() == []
        assert (old.exists(), young.exists(), other.exists()) == (False, True, True)


def test_what_is_too_large_is_not_taken(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (remote_files, remote_sftp, remote_webdav, remote_s3):
        monkeypatch.setattr(room, "LARGEST_FILE", 1 << 20)
    with RemoteFolder(server.address) as folder:
        folder.put(SEGMENT, bytes(1 << 20))
        folder.put(PICTURE, bytes((1 << 20) + 1))
        assert len(folder.get(SEGMENT)) == 1 << 20
        with pytest.raises(ImportTrouble, match="larger than 1 MiB"):
            folder.get(PICTURE)
        monkeypatch.setattr(remote, "MOST_NAMES", 1)
        with pytest.raises(ImportTrouble, match="holds too much"):
            folder.names()


def test_a_lost_server_is_asked_no_more_until_the_next_look(server: Served) -> None:
    with RemoteFolder(server.address) as folder:
        folder.put(SEGMENT, b"x")
        server.stop()
        with pytest.raises(Unreachable) as first:
            folder.get(SEGMENT)
        server.start()
        with pytest.raises(Unreachable) as second:
            folder.get(SEGMENT)
        assert second.value is first.value
        assert folder.names() == [SEGMENT]
        assert folder.get(SEGMENT) == b"x"


def test_a_server_that_never_answers_does_not_hold_the_program(
    server: Served, user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (remote_files, remote_sftp, remote_webdav, remote_s3):
        monkeypatch.setattr(room, "CONNECT_SECONDS", 0.5)
        monkeypatch.setattr(room, "ANSWER_SECONDS", 0.5)
    with Cable(server.port) as cable:
        cable.dead = True
        assert "did not answer in time" in sentence(through(server.address, cable.port))


def test_where_nothing_listens_or_nobody_lives(server: Served) -> None:
    server.stop()
    assert "takes no connection" in sentence(server.address)
    server.start()


@pytest.mark.parametrize("kind", ["sftp", "webdavs", "s3"])
def test_a_name_that_nobody_knows(kind: str, user: Path) -> None:
    addresses = {"s3": "s3://k:s@team/x?endpoint_url=https://nowhere.invalid"}
    assert "that nobody knows" in sentence(addresses.get(kind, f"{kind}://{USER}:x@nowhere.invalid/x"))


def test_who_may_not_come_in(sftp: SftpServer, dav: DavServer, s3: S3Server) -> None:
    for served in (sftp, dav):
        assert "does not let you in" in sentence(served.address.replace(f"{USER}:", "bob:"))
    assert "does not let you in" in sentence(s3.address.replace("key:secret@", ""))


def test_a_place_that_is_full_or_only_to_be_read(sftp: SftpServer, dav: DavServer) -> None:
    with RemoteFolder(sftp.address) as folder:
        sftp.refuses = asyncssh.SFTPFailure("No space left on device")
        with pytest.raises(ImportTrouble, match="is full"):
            folder.put(SEGMENT, b"x")
        sftp.refuses = asyncssh.SFTPPermissionDenied("Permission denied")
        with pytest.raises(ImportTrouble, match="does not allow this"):
            folder.put(SEGMENT, b"x")
    with RemoteFolder(dav.address) as folder:
        folder.names()
        for status, what in (("507 Insufficient Storage", "is full"), ("403 Forbidden", "does not allow this")):
            dav.door.answer = status
            with pytest.raises(ImportTrouble, match=what):
                folder.put(SEGMENT, b"x")
        dav.door.answer = "301 Moved Permanently"
        with pytest.raises(Unreachable, match="has moved"):
            folder.get(SEGMENT)


def test_keys_and_homes(sftp: SftpServer, user: Path) -> None:
    sftp.user_key.write_private_key(str(user / ".ssh" / "id_ed25519"))
    (sftp.root / "shadow").mkdir()
    for address in ("/~/shadow", "/shadow", "/~"):
        with RemoteFolder(f"ssh://{USER}@127.0.0.1:{sftp.port}{address}") as folder:
            folder.put(SEGMENT, b"x")
            assert folder.names() == [SEGMENT]
    assert {each.parent.parent for each in sftp.root.rglob("*.seg")} == {sftp.root, sftp.root / "shadow"}


def test_a_password_from_elsewhere_and_a_token(dav: DavServer, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"webdav://{USER}@127.0.0.1:{dav.port}/dav"
    with RemoteFolder(address, lambda: PASSWORD) as folder:
        assert folder.names() == []
    assert dav.door.credentials.startswith("Basic ")
    monkeypatch.setenv("SHADOW_FOLDER_TOKEN", "token-of-a-robot")
    assert "token" not in sentence(address)
    assert dav.door.credentials == "Bearer token-of-a-robot"


def test_a_server_that_cannot_show_who_it_is(tmp_path: Path, user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(timezone.utc)
    import ipaddress

    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    shown, kept = tmp_path / "server.pem", tmp_path / "server.key"
    shown.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    kept.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    (tmp_path / "tls").mkdir()
    with DavServer(tmp_path / "tls", tls=(shown, kept)) as dav:
        assert dav.address.startswith("webdavs://")
        assert "TLS certificate is not trusted" in sentence(dav.address)
        assert dav.door.seen == [], "nothing was asked, and no password shown"
        monkeypatch.setenv("SSL_CERT_FILE", str(shown))
        with RemoteFolder(dav.address) as folder:
            assert folder.names() == []


def test_s3_goes_by_the_configuration_of_every_aws_tool(
    s3: S3Server, user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (user / ".aws").mkdir()
    (user / ".aws" / "credentials").write_text("[depot]\naws_access_key_id = k\naws_secret_access_key = s\n")
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{s3.port}")
    with RemoteFolder("s3://team/shadow?profile=depot&region=eu-central-1") as folder:
        folder.put(SEGMENT, b"x")
        assert folder.names() == [SEGMENT]
    assert "/eu-central-1/s3/" in s3.door.credentials
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://minio.example:9000")
    assert "for anybody on the network to read" in sentence("s3://team/shadow?profile=depot", Refused)
    assert "does not let you in" in sentence("s3://team/shadow?profile=nobody")


@pytest.mark.parametrize("scheme", ["sftp", "webdavs", "s3", "smb"])
def test_what_is_not_installed_is_said(scheme: str, user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("sshfs", "webdav4.client", "s3fs", "smbprotocol", "smbclient"):
        monkeypatch.setitem(sys.modules, name, None)
    for name in ("remote_sftp", "remote_webdav", "remote_s3"):
        monkeypatch.delitem(sys.modules, f"shadow_app.sync.{name}", raising=False)
    assert "pip install shadow-app[remote]" in sentence(f"{scheme}://ann:pw@host/x", ImportTrouble)


def test_any_other_file_system_of_fsspec(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    memory = RemoteAddress(scheme="memory", host="", path="/team")
    for address in (memory, RemoteAddress(scheme="file", host="", path=str(shared))):
        with RemoteFolder(address) as folder:
            if address is memory:
                with pytest.raises(ImportTrouble, match="is not there"):
                    folder.names()
                with pytest.raises(ImportTrouble, match="is not there"):
                    folder.put(SEGMENT, b"x")
                import fsspec

                fsspec.filesystem("memory").mkdir("/team")
            folder.put(SEGMENT, b"x" * 1000)
            folder.put(PICTURE, b"")
            assert folder.names() == [SEGMENT, PICTURE]
            assert folder.get(SEGMENT) == b"x" * 1000
            folder.drop(SEGMENT)
            folder.drop(SEGMENT)
            assert folder.names() == [PICTURE]
    assert [each.name for each in (shared / "content").iterdir()] == ["c" * 64]
    assert "Nothing here reads gopher://" in sentence("gopher://ann:pw@host/x", Refused)
    assert "as it should" in sentence("github://ann:pw@host/x", ImportTrouble)


def test_a_size_that_was_asked_for_is_not_believed(
    sftp: SftpServer, dav: DavServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_sftp, "LARGEST_FILE", 1000)
    with RemoteFolder(sftp.address) as folder:
        folder.put(SEGMENT, bytes(2000))
        # It grows between the question and the reading.
        monkeypatch.setattr(remote_sftp.SftpFiles, "_size", lambda _self, _path: _ten())
        with pytest.raises(ImportTrouble, match="larger than"):
            folder.get(SEGMENT)
    with RemoteFolder(dav.address) as folder:
        folder.put(SEGMENT, bytes(2000))
        monkeypatch.setattr(remote_webdav, "patience", lambda _size: -1.0)
        with pytest.raises(Unreachable, match="in time"):
            folder.get(SEGMENT)
    monkeypatch.setattr(remote_files, "LARGEST_FILE", 1000)
    with pytest.raises(ImportTrouble, match="larger than"):
        remote_files.bounded(io.BytesIO(bytes(2000)), SEGMENT)


async def _ten() -> int:
    return 10


def test_a_server_that_lets_one_in_and_serves_no_files(sftp: SftpServer, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refused(_self: object) -> None:
        raise asyncssh.ChannelOpenError(asyncssh.OPEN_CONNECT_FAILED, "no sftp here")

    monkeypatch.setattr(remote_sftp.SftpFiles, "_start", refused)
    assert "lost the connection" in sentence(sftp.address)


def test_nothing_is_left_running_and_nothing_is_said_at_the_end(
    sftp: SftpServer, dav: DavServer, s3: S3Server, user: Path, thorough: bool
) -> None:
    addresses = [each.address for each in ((sftp, dav, s3) if thorough else (sftp, dav))]
    script = (
        "import sys, threading\n"
        "from contextlib import ExitStack\n"
        "from shadow_app.sync.remote import RemoteFolder\n"
        "with ExitStack() as stack:\n"
        "    folders = [stack.enter_context(RemoteFolder(each)) for each in sys.argv[1:]]\n"
        "    assert [each.names() for each in folders] == [[]] * len(folders)\n"
        "print(sorted({each.name.split('_')[0] for each in threading.enumerate()}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *addresses], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    # One thread for all the libraries that want a loop, and its helpers for names; it ends with the program.
    assert done.stdout.strip() == "['MainThread', 'asyncio', 'fsspecIO']"

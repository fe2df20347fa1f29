"""What is said when a remote folder does not open, on real servers: each time what is wrong and what to do."""

from __future__ import annotations

import ipaddress
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import asyncssh
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from faults import Cable
from http_servers import USER, DavServer, S3Server
from remote_servers import SEGMENT, Served, SftpServer, refusal, through
from shadow_app.domain.errors import ImportTrouble, Refused, Unreachable
from shadow_app.sync import remote_files, remote_s3, remote_sftp, remote_webdav
from shadow_app.sync.remote import RemoteFolder


def test_a_server_that_never_answers_does_not_hold_the_program(
    server: Served, user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (remote_files, remote_sftp, remote_webdav, remote_s3):
        monkeypatch.setattr(room, "CONNECT_SECONDS", 0.5)
        monkeypatch.setattr(room, "ANSWER_SECONDS", 0.5)
    with Cable(server.port) as cable:
        cable.dead = True
        assert "did not answer in time" in refusal(through(server.address, cable.port))


def test_where_nothing_listens_or_nobody_lives(server: Served) -> None:
    server.stop()
    assert "takes no connection" in refusal(server.address)
    server.start()


@pytest.mark.parametrize("kind", ["sftp", "webdavs", "s3"])
def test_a_name_that_nobody_knows(kind: str, user: Path) -> None:
    addresses = {"s3": "s3://k:s@team/x?endpoint_url=https://nowhere.invalid"}
    assert "that nobody knows" in refusal(addresses.get(kind, f"{kind}://{USER}:x@nowhere.invalid/x"))


def test_who_may_not_come_in(sftp: SftpServer, dav: DavServer, s3: S3Server) -> None:
    for served in (sftp, dav):
        assert "does not let you in" in refusal(served.address.replace(f"{USER}:", "bob:"))
    assert "does not let you in" in refusal(s3.address.replace("key:secret@", ""))


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


def test_a_server_that_cannot_show_who_it_is(tmp_path: Path, user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(timezone.utc)
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
        assert "TLS certificate is not trusted" in refusal(dav.address)
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
    assert "for anybody on the network to read" in refusal("s3://team/shadow?profile=depot", Refused)
    assert "does not let you in" in refusal("s3://team/shadow?profile=nobody")


@pytest.mark.parametrize("scheme", ["sftp", "webdavs", "s3", "smb"])
def test_what_is_not_installed_is_said(scheme: str, user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("sshfs", "webdav4.client", "s3fs", "smbprotocol", "smbclient"):
        monkeypatch.setitem(sys.modules, name, None)
    for name in ("remote_sftp", "remote_webdav", "remote_s3"):
        monkeypatch.delitem(sys.modules, f"shadow_app.sync.{name}", raising=False)
    assert "pip install shadow-app[remote]" in refusal(f"{scheme}://ann:pw@host/x", ImportTrouble)


def test_a_server_that_lets_one_in_and_serves_no_files(sftp: SftpServer, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refused(_self: object) -> None:
        raise asyncssh.ChannelOpenError(asyncssh.OPEN_CONNECT_FAILED, "no sftp here")

    monkeypatch.setattr(remote_sftp.SftpFiles, "_start", refused)
    assert "lost the connection" in refusal(sftp.address)

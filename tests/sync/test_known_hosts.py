"""Which SSH servers are let near: those whose key a person has compared, and no others."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import asyncssh
import pytest

from remote_servers import SftpServer
from shadow_app.domain.errors import ImportTrouble, Refused, Unreachable
from shadow_app.sync import known_hosts
from shadow_app.sync.remote import RemoteFolder
from shadow_app.usecases.remote_folders import trust_host


@pytest.fixture
def stranger(tmp_path: Path, user: Path) -> Iterator[SftpServer]:
    (tmp_path / "served").mkdir()
    with SftpServer(tmp_path / "served") as server:
        yield server


def refused(server: SftpServer) -> str:
    with pytest.raises(Unreachable) as caught, RemoteFolder(server.address) as folder:
        folder.names()
    return str(caught.value)


def test_a_stranger_is_refused_and_taken_once_its_key_was_said_back(stranger: SftpServer, user: Path) -> None:
    said = refused(stranger)
    assert "is not known here" in said
    mark = stranger.host_key.get_fingerprint()
    assert said.endswith(f"shadow-app folder trust sftp://ann@127.0.0.1:{stranger.port} {mark}")
    with pytest.raises(Refused, match="Nothing was accepted"):
        trust_host(stranger.address, mark[:-1] + "x")
    assert not (user / ".ssh" / "known_hosts").exists()
    (user / ".ssh").mkdir()
    (user / ".ssh" / "known_hosts").write_text("files.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ4")
    assert trust_host(stranger.address, f" {mark} ") == "127.0.0.1"
    lines = (user / ".ssh" / "known_hosts").read_text().splitlines()
    assert lines[0].startswith("files.example ssh-ed25519 ")
    assert lines[1].startswith(f"[127.0.0.1]:{stranger.port} ssh-ed25519 ")
    with RemoteFolder(stranger.address) as folder:
        assert folder.names() == []


def test_another_key_than_before_is_an_alarm(stranger: SftpServer, user: Path) -> None:
    stranger.known(user)
    stranger.stop()
    old, stranger.host_key = stranger.host_key, asyncssh.generate_private_key("ssh-ed25519")
    stranger.start()
    said = refused(stranger)
    assert "shows another key" in said
    assert stranger.host_key.get_fingerprint() in said
    assert old.get_fingerprint() not in said
    assert "folder trust" not in said, "that would be too easy a way past it"
    stranger.stop()
    stranger.host_key = asyncssh.generate_private_key("ecdsa-sha2-nistp256")
    stranger.start()
    assert "shows another key" in refused(stranger)


def test_settings_of_ssh_that_switch_the_check_off_do_not_count(stranger: SftpServer, user: Path) -> None:
    (user / ".ssh").mkdir()
    (user / ".ssh" / "config").write_text("Host *\n  UserKnownHostsFile none\n  StrictHostKeyChecking no\n")
    assert "is not known here" in refused(stranger)


def test_what_cannot_be_trusted_is_said(
    stranger: SftpServer, user: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="TLS certificate"):
        trust_host("webdavs://ann@cloud.example/dav", "SHA256:x")
    mark = stranger.host_key.get_fingerprint()
    (tmp_path / "file").write_text("x")
    with monkeypatch.context() as patch:
        patch.setattr(known_hosts, "own_file", lambda: tmp_path / "file" / "known_hosts")
        with pytest.raises(Refused, match=r"cannot be written.*add this line: \[127"):
            trust_host(stranger.address, mark)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "shadow_app.sync.known_hosts", None)
        with pytest.raises(ImportTrouble, match="not installed here"):
            trust_host(stranger.address, mark)
    with monkeypatch.context() as patch:
        patch.setattr(known_hosts, "_shown", lambda _address: None)
        with pytest.raises(Unreachable, match="shows no key"):
            trust_host(stranger.address, mark)
    stranger.stop()
    with pytest.raises(Unreachable, match="takes no connection"):
        trust_host(stranger.address, mark)
    stranger.start()


def test_the_computers_own_list_counts_as_well(
    stranger: SftpServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "etc" / "ssh").mkdir(parents=True)
    key = stranger.host_key.export_public_key().decode()
    (tmp_path / "etc" / "ssh" / "ssh_known_hosts").write_text(f"[127.0.0.1]:{stranger.port} {key}")
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path / "etc"))
    with RemoteFolder(stranger.address) as folder:
        assert folder.names() == []

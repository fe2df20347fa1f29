"""A shared folder from a terminal: how things stand, a remote one's password, an SSH server's key."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from factories import Firm, put
from http_servers import PASSWORD, USER
from remote_servers import SftpServer
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.cli import folder as folder_words
from shadow_app.cli.run import run
from shadow_app.settings import Settings
from shadow_app.storage import passwords
from shadow_app.usecases import remote_folders


class Chain:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        del self.kept[service, username]


class Terminal:
    """A store with a note, and what a command printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = folder / "ann.db"
        self.capsys = capsys
        create_store(self.path, unprotected=True)
        shadow = open_shadow(Settings(name="Ann"), self.path)
        firm = Firm().put_into(shadow.store)
        put(shadow.store, firm.note("gun logs out"))
        self.device = shadow.store.device
        shadow.close()

    def say(self, *words: str) -> tuple[int, str, str]:
        code = run(["--store", str(self.path), "folder", *words], lambda *_: 0)
        printed = self.capsys.readouterr()
        return code, printed.out, printed.err


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    for name in list(os.environ):
        if name.startswith(("SHADOW_FOLDER_", "SSH_")):
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return Terminal(tmp_path, capsys)


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Chain:
    found = Chain()
    monkeypatch.setattr(passwords, "real_keyring", lambda: found)
    return found


def test_how_things_stand(terminal: Terminal, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    code, out, err = terminal.say("status", str(shared))
    assert code == 1
    assert "last exchanged never, " in out
    assert "is not there" in err
    shared.mkdir()
    before = json.loads(terminal.say("status", str(shared), "--json")[1])
    assert before["unsent"] > 0
    assert (before["last_time"], before["devices"], before["trouble"]) == (None, [], "")
    terminal.say("sync", str(shared))
    stranger = shared / ("f" * 16) / f"{'0' * 16}-{'0' * 8}.seg"
    stranger.parent.mkdir()
    stranger.write_bytes(b"x")
    after = json.loads(terminal.say("status", str(shared), "--json")[1])
    assert (after["unsent"], after["place"]) == (0, str(shared))
    assert after["last_time"] > "2020"
    assert sorted(after["devices"], key=lambda each: each["own"]) == [
        {"device": "f" * 16, "person": "", "segments": 1, "own": False},
        {"device": terminal.device, "person": "", "segments": 1, "own": True},
    ]
    code, out, _ = terminal.say("status", str(shared))
    assert code == 0
    assert "0 changes unsent" in out
    assert f"{terminal.device}  1 segment  this laptop" in out
    assert "unknown, see `folder sync`" in out


def test_progress_is_for_who_watches(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shared").mkdir()
    assert terminal.say("sync", str(tmp_path / "shared"))[2] == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    (tmp_path / "other").mkdir()
    err = terminal.say("sync", str(tmp_path / "other"))[2]
    assert err.startswith("\r\x1b[K0 of ")
    assert err.endswith("\r\x1b[K")


def test_a_remote_folder_from_its_key_to_its_password(
    terminal: Terminal, chain: Chain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "served").mkdir()
    with SftpServer(tmp_path / "served") as server:
        address = f"sftp://{USER}@127.0.0.1:{server.port}/"
        code, _, err = terminal.say("sync", address)
        assert code == 1
        assert "is not known here" in err
        words = err.split("shadow-app folder ")[1].split()
        assert words[0] == "trust"
        assert terminal.say(*words) == (0, "127.0.0.1 is known by that key from now on.\n", "")
        assert "does not let you in" in terminal.say("sync", address)[2]
        assert "There is no password" in terminal.say("login", address)[2]
        monkeypatch.setenv(remote_folders.PASSWORD, "wrong")
        assert "does not let you in" in terminal.say("login", address)[2]
        assert chain.kept == {}
        monkeypatch.setenv(remote_folders.PASSWORD, PASSWORD)
        code, out, err = terminal.say("login", address)
        assert (code, err) == (0, "")
        assert PASSWORD not in out
        monkeypatch.delenv(remote_folders.PASSWORD)
        assert "changes left there" in terminal.say("sync", address)[1]
        there: Any = json.loads(terminal.say("status", address, "--json")[1])
        assert [each["own"] for each in there["devices"]] == [True]
        assert "no longer kept" in terminal.say("logout", address)[1]
        assert "does not let you in" in terminal.say("sync", address)[2]
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(folder_words.getpass, "getpass", lambda _question: "typed")  # type: ignore[attr-defined]
    assert "takes no connection" in terminal.say("login", address)[2]


def test_whose_password_and_where_it_would_be_kept(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(remote_folders.PASSWORD, PASSWORD)
    assert "Whose password" in terminal.say("login", "webdavs://cloud.example/dav")[2]
    assert "aws configure" in terminal.say("login", "s3://bucket/team")[2]
    (tmp_path / "served").mkdir()
    with SftpServer(tmp_path / "served") as server:
        server.known(Path.home())
        address = f"sftp://{USER}@127.0.0.1:{server.port}/"
        code, _, err = terminal.say("login", address)
        assert code == 1
        assert "no keyring that keeps the password in secret" in err
        assert "changes left there" in terminal.say("sync", address)[1]
    assert terminal.say("logout", address)[0] == 0


def test_a_keyring_that_fails_keeps_and_gives_nothing(chain: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    passwords.remember("sftp://x", "p")
    assert passwords.remembered("sftp://x") == "p"
    assert passwords.remembered("sftp://y") is None

    def locked(*_what: str) -> str:
        raise RuntimeError

    monkeypatch.setattr(chain, "get_password", locked)
    assert passwords.remembered("sftp://x") is None
    monkeypatch.setattr(chain, "delete_password", locked)
    passwords.forget("sftp://x")

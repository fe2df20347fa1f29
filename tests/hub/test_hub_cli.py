"""The hub from a terminal: made by an administrator, kept by a lead, used by everybody."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from factories import Firm, put
from hub_server import PASSWORD, Server
from shadow_app import settings as own_settings
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.cli.run import run
from shadow_app.domain.errors import Refused
from shadow_app.settings import Settings
from shadow_app.storage.hub.schema import NewMember
from shadow_app.usecases.hub_desk import member

_NUMBERS = count(1)


class Terminal:
    """A database without a hub, two stores, and what a command printed."""

    def __init__(self, server: Server, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.server, self.folder, self.capsys = server, folder, capsys
        self.database = f"cli{next(_NUMBERS)}"
        with psycopg.connect(server.address(), autocommit=True) as admin:
            admin.execute(f"CREATE DATABASE {self.database}".encode())

    def address(self, login: str = "admin") -> str:
        return self.server.address(self.database, login)

    def store(self, name: str) -> Any:
        path = self.folder / f"{name}.db"
        if not path.exists():
            create_store(path, unprotected=True)
        return open_shadow(Settings(name=name.title()), path)

    def say(self, *words: str, store: str = "nobody") -> tuple[int, str, str]:
        own_settings.save(own_settings.settings_path(), Settings(name=store.title()))
        code = run(["--store", str(self.folder / f"{store}.db"), *words], lambda *_: 0)
        printed = self.capsys.readouterr()
        return code, printed.out, printed.err

    def may_log_in(self, *logins: str) -> None:
        with psycopg.connect(self.server.address(), autocommit=True) as admin:
            for each in logins:
                admin.execute(f"ALTER ROLE {each} PASSWORD '{PASSWORD}'".encode())


@pytest.fixture
def terminal(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(server, tmp_path, capsys)


def test_from_an_empty_database_to_a_day_together(terminal: Terminal) -> None:
    people = ("--member", "Lena O'Hara:lo:lead", "--member", "Cem {role}:cem:shadower", "--member", "BI:bi2:reader")
    for _ in range(2):
        code, out, err = terminal.say("hub", "init", terminal.address(), *people)
        assert (code, err) == (0, "")
        assert "shadow_bi.notes" in out
        assert f"hub add-device postgresql://lo@127.0.0.1:{terminal.server.port}/{terminal.database} lo" in out
    assert not (terminal.folder / "nobody.db").exists()
    terminal.may_log_in("lo", "cem")
    firm, lena = Firm(), terminal.store("lena")
    put(lena.store, *firm.records, firm.note("gun logs out"))
    device = lena.store.device
    lena.close()
    lead, cem = terminal.address("lo"), terminal.address("cem")
    assert "does not know this laptop" in terminal.say("hub", "sync", lead, store="lena")[2]
    code, out, _ = terminal.say("hub", "add-device", lead, "lo", "--label", "the lead's", store="lena")
    assert (code, out) == (0, f"Device {device} may write for lo.\n")
    assert "13 changes left there" in terminal.say("hub", "sync", lead, store="lena")[1]
    others = terminal.store("cem")
    told = json.loads(terminal.say("hub", "add-device", lead, "cem", others.store.device, "--json", store="lena")[1])
    assert told == {"device": others.store.device, "login": "cem"}
    others.close()
    assert json.loads(terminal.say("hub", "sync", cem, "--json", store="cem")[1])["received"] == 11
    for how, many in (((), 2), (("--off",), 0), (("--own",), 0)):
        code, out, _ = terminal.say("hub", "share", lead, str(firm.visit.id), "cem", *how, store="lena")
        assert (code, "cem" in out) == (0, True)
        assert json.loads(terminal.say("hub", "sync", cem, "--json", store="cem")[1])["received"] == many
    assert "everybody" in terminal.say("hub", "share", lead, str(firm.visit.id), "*", store="lena")[1]
    listed = terminal.say("hub", "people", lead)[1]
    assert "lo  Lena O'Hara, lead" in listed
    assert f"{device}  the lead's" in listed
    assert "Cem {role}" in listed
    assert "does not allow you this" in terminal.say("hub", "people", cem)[2]
    assert "writes no more" in terminal.say("hub", "revoke", lead, "--device", others.store.device)[1]
    assert "neither reads nor writes" in terminal.say("hub", "revoke", lead, "--member", "cem")[1]
    (gone,) = [each for each in json.loads(terminal.say("hub", "people", lead, "--json")[1]) if each["login"] == "cem"]
    assert gone["gone"]
    assert gone["laptops"] == [{"device": others.store.device, "label": "", "revoked": True}]
    assert "no member" in terminal.say("hub", "sync", cem, store="cem")[2]
    assert json.loads(terminal.say("hub", "init", terminal.address(), *people, "--json")[1])["version"] == 1
    assert "does not know this laptop" in terminal.say("hub", "sync", cem, store="cem")[2]


def test_the_printed_sql_makes_the_same_hub(terminal: Terminal) -> None:
    code, out, _ = terminal.say("hub", "init", "--print", "--member", "Dee:dee:lead")
    assert code == 0
    for _ in range(2):
        with psycopg.connect(terminal.address(), autocommit=True) as admin:
            admin.execute(out.encode())
    terminal.may_log_in("dee")
    assert "dee  Dee, lead" in terminal.say("hub", "people", terminal.address("dee"))[1]


def test_what_is_in_the_way_is_said(terminal: Terminal) -> None:
    terminal.say("hub", "init", terminal.address(), "--member", "Dee:dee:lead", "--member", "Eve:eve:shadower")
    terminal.may_log_in("dee", "eve")
    dee, eve = terminal.address("dee"), terminal.address("eve")
    terminal.store("dee").close()
    for words, said in (
        (("init",), "Say which database"),
        (("init", terminal.address(), "--member", "Dee:dee"), "NAME:LOGIN:ROLE"),
        (("init", "sftp://x/y"), "no address of a team hub"),
        (("init", eve), "does not allow you this"),
        (("add-device", dee, "nobody"), "no such member"),
        (("add-device", dee, "dee", "x"), "no device id"),
        (("add-device", eve, "eve"), "does not allow you this"),
        (("revoke", dee, "--device", "f" * 16), "knows no device"),
        (("revoke", dee, "--member", "nobody"), "knows no member"),
        (("share", dee, "no visit", "eve"), "no visit"),
    ):
        code, out, err = terminal.say("hub", *words, store="dee")
        assert (code, out) == (1, ""), words
        assert said in err, words
        assert PASSWORD + "@" not in err
    with psycopg.connect(terminal.address(), autocommit=True) as admin:
        admin.execute("UPDATE shadow.about SET version = 7")
    assert "newer version" in terminal.say("hub", "init", terminal.address())[2]
    assert "newer version" in terminal.say("hub", "people", dee)[2]


@pytest.mark.parametrize(
    "words",
    ["", "a:b", "a:b:c", ":b:lead", "a::lead", "a:b:lead:x", "a$$:b:lead", "a:pg_x:lead", "a:" + "b" * 64 + ":lead"],
)
def test_a_member_is_written_so(words: str) -> None:
    with pytest.raises(Refused):
        member(words)
    assert member(" Ann : ann : lead ") == NewMember("Ann", "ann", "lead")

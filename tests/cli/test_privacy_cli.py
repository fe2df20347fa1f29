"""Privacy from a terminal: everything is shown first, and goes only when it is said."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from factories import Firm, put
from shadow_app import settings as own_settings
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.cli.run import run
from shadow_app.domain.people import Host
from shadow_app.domain.vocabulary import ConsentSubject, VisitState
from shadow_app.settings import Settings

LONG_AGO = datetime.now(timezone.utc) - timedelta(days=500)


class Terminal:
    """One store, and what a command printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self.capsys = folder / "own.db", capsys
        create_store(self.path, unprotected=True)
        own_settings.save(own_settings.settings_path(), Settings(name="Ann"))

    def say(self, *words: str) -> tuple[int, str, str]:
        code = run(["--store", str(self.path), *words], lambda *_: 0)
        printed = self.capsys.readouterr()
        return code, printed.out, printed.err

    def json(self, *words: str) -> Any:
        code, out, _ = self.say(*words, "--json")
        assert code == 0
        return json.loads(out)


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    made = Terminal(tmp_path, capsys)
    shadow = open_shadow(Settings(name="Ann"), made.path)
    firm = Firm().put_into(shadow.store)
    put(shadow.store, firm.visit.edited(state=VisitState.REVIEWED, number="A1-1", starts_at=LONG_AGO))
    put(shadow.store, firm.note("gun logs out", quote="not again"))
    shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, True)
    shadow.planning.name_host(firm.visit.id, "Driver 2", "Maria Kowalska")
    shadow.close()
    return made


def test_retention_shows_first_and_erases_when_told(terminal: Terminal) -> None:
    assert "not" not in terminal.say("retention", "--months", "24")[1].split("kept for")[0]
    assert "Nothing is past its time." in terminal.say("retention")[1]
    seen = terminal.json("retention", "--months", "12")
    assert (seen["applied"], [each["number"] for each in seen["visits"]]) == (False, ["A1-1"])
    assert "Nothing was touched" in terminal.say("retention", "--dry-run")[1]
    done = terminal.json("retention", "--apply")
    assert (done["applied"], len(done["receipts"]), done["records"]["observation"]) == (True, 1, 1)
    assert terminal.json("visit", "list") == []
    assert "1 note" in terminal.say("privacy", "receipts")[1].replace("\u00a0", " ")
    assert "Nothing is past" in terminal.say("retention", "--apply")[1]


def test_applying_says_where_the_receipts_are(terminal: Terminal) -> None:
    assert "privacy receipts" in terminal.say("retention", "--apply")[1]


def test_names_are_told_only_when_asked(terminal: Terminal) -> None:
    assert "Maria" not in terminal.say("privacy", "hosts")[1]
    assert "Driver 2" in terminal.say("privacy", "hosts")[1]
    assert "Maria Kowalska" in terminal.say("privacy", "hosts", "--names")[1]
    (line,) = terminal.json("privacy", "hosts")
    assert "name" not in line
    assert terminal.json("privacy", "hosts", "--names")[0]["name"] == "Maria Kowalska"


def test_a_host_is_erased_by_visit_and_pseudonym(terminal: Terminal) -> None:
    code, out, _ = terminal.say("privacy", "erase", "--host", "a1-1:driver 2")
    assert code == 0
    assert "Nothing was touched" in out
    assert len(terminal.json("visit", "list")) == 1
    done = terminal.json("privacy", "erase", "--host", "A1-1", "--yes")
    assert done["erased"] is True
    assert done["receipts"][0]["visit"] == "A1-1"
    assert terminal.json("visit", "list") == []
    assert "Nobody was visited yet." in terminal.say("privacy", "hosts")[1]
    assert terminal.say("privacy", "erase", "--host", "A1-1")[0] == 1


def test_a_visit_is_erased_by_number(terminal: Terminal) -> None:
    assert terminal.json("privacy", "erase", "--visit", "A1-1")["erased"] is False
    code, out, _ = terminal.say("privacy", "erase", "--visit", "A1-1", "--yes")
    assert code == 0
    assert "Erased on 1 of 1" in out
    code, _, trouble = terminal.say("privacy", "erase", "--visit", "A1-1")
    assert code == 1
    assert "visit list" in trouble


def test_several_hosts_of_one_visit_are_told_apart(terminal: Terminal) -> None:
    shadow = open_shadow(Settings(name="Ann"), terminal.path)
    (host,) = shadow.privacy.hosts()
    put(shadow.store, Host(visit_id=host.visit_id, pseudonym="Clerk 1"))
    shadow.close()
    code, _, trouble = terminal.say("privacy", "erase", "--host", "A1-1")
    assert code == 1
    assert "A1-1:Clerk 1" in trouble
    code, out, _ = terminal.say("privacy", "erase", "--host", str(host.host_id))
    assert code == 0
    assert "1 other host shares" in out
    code, _, trouble = terminal.say("privacy", "held", "A9-9", "--out", "x.zip")
    assert code == 1
    assert "privacy hosts" in trouble


def test_what_was_taken_back_is_erased_when_told(terminal: Terminal) -> None:
    assert terminal.say("privacy", "erase", "--withdrawn", "A1-1", "--yes")[0] == 1
    shadow = open_shadow(Settings(name="Ann"), terminal.path)
    shadow.planning.agree(shadow.privacy.visit_named("A1-1"), ConsentSubject.QUOTES, False)
    shadow.close()
    assert "Nothing was touched" in terminal.say("privacy", "erase", "--withdrawn", "A1-1")[1]
    assert terminal.json("privacy", "erase", "--withdrawn", "A1-1", "--yes") == {"erased": True, "records": 1}
    shadow = open_shadow(Settings(name="Ann"), terminal.path)
    shadow.planning.agree(shadow.privacy.visit_named("A1-1"), ConsentSubject.QUOTES, True)
    shadow.close()
    assert "1 notes" not in terminal.say("privacy", "erase", "--withdrawn", "A1-1")[1]


def test_what_is_held_goes_into_one_file(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "held.zip"
    told = terminal.json("privacy", "held", "A1-1", "--out", str(path))
    assert told["records"]["observation"] == 1
    assert zipfile.is_zipfile(path)
    assert "not encrypted" in terminal.say("privacy", "held", "A1-1", "--out", str(path))[1]


def test_the_pages_are_printed(terminal: Terminal, tmp_path: Path) -> None:
    code, out, _ = terminal.say("privacy", "statement")
    assert code == 0
    assert "What it never does" in out
    assert terminal.json("privacy", "receipts") == []
    assert "Nothing was erased" in terminal.say("privacy", "receipts")[1]
    terminal.say("retention", "--apply")
    assert terminal.json("privacy", "receipts")[0]["spread"] == "Erased on 1 of 1"
    for what in ("statement", "receipts"):
        assert terminal.say("privacy", what, "--out", str(tmp_path / f"{what}.pdf"))[0] == 0
        assert (tmp_path / f"{what}.pdf").read_bytes().startswith(b"%PDF")
    assert terminal.say("privacy", "statement", "--out", str(tmp_path / "s.doc"))[0] == 1

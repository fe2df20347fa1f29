"""Passing on and taking in from a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factories import Firm, put
from shadow_app import settings as own_settings
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.cli.run import run
from shadow_app.domain.observation import Observation
from shadow_app.settings import Settings


class Terminal:
    """Two stores and what a command printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.firm = Firm()
        for name in ("ann", "ben"):
            create_store(self.path(name), unprotected=True)
        shadow = self.opened("ann")
        self.firm.put_into(shadow.store)
        shadow.close()

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.db"

    def opened(self, name: str) -> Any:
        return open_shadow(Settings(name=name.title()), self.path(name))

    def put(self, name: str, *records: Any) -> None:
        shadow = self.opened(name)
        put(shadow.store, *records)
        shadow.close()

    def notes(self, name: str) -> list[str]:
        shadow = self.opened(name)
        with shadow.store.reading() as read:
            found = sorted(each.text for each in read.where(Observation))
        shadow.close()
        return found

    def say(self, name: str, *words: str) -> tuple[int, str, str]:
        own_settings.save(own_settings.settings_path(), Settings(name=name.title()))
        code = run(["--store", str(self.path(name)), *words], lambda *_: 0)
        printed = self.capsys.readouterr()
        return code, printed.out, printed.err


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


def test_a_file_goes_from_one_terminal_to_another(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    note = terminal.firm.note("gun logs out")
    terminal.put("ann", note)
    file = str(terminal.folder / "x.shadow")
    assert "changes" in terminal.say("ann", "send", file)[1]
    code, out, _ = terminal.say("ben", "receive", file, "--dry-run")
    assert code == 0
    assert "Unknown device" in out
    assert terminal.notes("ben") == []
    code, _, err = terminal.say("ben", "receive", file)
    assert code == 1
    assert "unknown here" in err
    code, out, _ = terminal.say("ben", "receive", file, "--accept")
    assert code == 0
    assert "Taken" in out
    assert terminal.notes("ben") == ["gun logs out"]
    told = json.loads(terminal.say("ben", "receive", file, "--json")[1])
    assert (told["new"], told["known"], told["dry_run"], told["person"]) == (0, True, False, "Ann")
    assert "Nothing was new" in terminal.say("ben", "receive", file)[1]
    said = terminal.say("ben", "receive", "--undo")[1]
    assert "Taken back" in said
    assert "`shadow-app review undo` brings it again" in said
    assert terminal.notes("ben") == []
    assert terminal.say("ben", "receive", "--undo")[0] == 1
    assert terminal.say("ben", "receive")[0] == 1
    assert terminal.say("ben", "receive", file, "--undo")[0] == 1
    monkeypatch.setenv("SHADOW_FILE_PASSPHRASE", "correct horse")
    visit = str(terminal.firm.visit.id)
    sent = json.loads(terminal.say("ann", "send", file, "--visit", visit, "--passphrase", "--json")[1])
    assert sent["bytes"] > 0
    assert terminal.say("ben", "receive", file)[0] == 1
    code, _, err = terminal.say("ben", "receive", file, "--passphrase")
    assert code == 1, "its sender is a stranger again"
    assert "unknown here" in err
    assert terminal.say("ben", "receive", file, "--passphrase", "--accept")[0] == 0
    monkeypatch.delenv("SHADOW_FILE_PASSPHRASE")
    assert "SHADOW_FILE_PASSPHRASE" in terminal.say("ben", "receive", file, "--passphrase")[2]


def test_a_folder_a_conflict_and_the_log(terminal: Terminal) -> None:
    note = terminal.firm.note("gun logs out")
    terminal.put("ann", note)
    shared = terminal.folder / "shared"
    assert "is not there" in terminal.say("ann", "folder", "sync", str(shared))[2]
    shared.mkdir()
    assert "left there" in terminal.say("ann", "folder", "sync", str(shared))[1]
    out = terminal.say("ben", "folder", "sync", str(shared))[1]
    assert "Unknown device" in out
    device = out.split("--accept ")[1].split()[0]
    told = json.loads(terminal.say("ben", "folder", "sync", str(shared), "--accept", device, "--json")[1])
    assert told["received"] > 0
    (shared / device / ("0" * 16 + "-00000000.seg")).write_bytes(b"half")
    terminal.put("ann", note.edited(text="at eight"))
    terminal.put("ben", note.edited(text="at noon"))
    terminal.say("ann", "folder", "sync", str(shared))
    assert "not arrived whole" in terminal.say("ben", "folder", "sync", str(shared))[1]
    out = terminal.say("ben", "conflicts")[1]
    assert "at eight" in out
    assert "at noon" in out
    assert "1 to be answered" in out
    [conflict] = json.loads(terminal.say("ben", "conflicts", "--json")[1])
    assert [each["author"] for each in conflict["claims"]] == ["Ann", "Ben"]
    code, out, _ = terminal.say("ben", "fsck")
    assert (code, "hold what" in out) == (0, True)
    shadow = terminal.opened("ben")
    with shadow.store.maintaining() as write:
        write.connection.exec_driver_sql("UPDATE observation SET text = 'tampered'")
    shadow.close()
    code, _, err = terminal.say("ben", "fsck")
    assert code == 1
    assert "differs" in err
    assert terminal.say("ben", "fsck", "--json")[0] == 1
    assert terminal.say("ben", "rebuild")[0] == 0
    assert terminal.say("ben", "fsck")[0] == 0


def test_a_team_is_founded_joined_led_and_left(terminal: Terminal) -> None:
    file = terminal.folder / "a.shadow"
    code, out, _ = terminal.say("ann", "team", "found", "--json")
    told = json.loads(out)
    assert (code, told["lead"], told["founded"], told["leads"]) == (0, "Ann", True, True)
    terminal.say("ann", "send", str(file))
    code, _, err = terminal.say("ben", "receive", str(file), "--accept")
    assert code == 0
    assert "You would join the team of Ann" in err
    code, out, _ = terminal.say("ben", "team")
    assert (code, "in the team of Ann" in out, "acts as a shadower's" in out) == (0, True, True)
    terminal.say("ben", "send", str(file))
    terminal.say("ann", "receive", str(file), "--accept")
    ben = next(
        each for each in json.loads(terminal.say("ann", "team", "--json")[1])["people"] if each["person"] == "Ben"
    )
    code, out, _ = terminal.say("ann", "team", "introduce", ben["device"], "--role", "lead", "--until", "2999-01-31")
    assert (code, "Ben  lead  introduced until 31 January 2999" in out) == (0, True)
    code, _, err = terminal.say("ann", "team", "introduce", ben["device"], "--role", "lead", "--until", "tomorrow")
    assert (code, "tomorrow is no day" in err) == (1, True)
    code, out, _ = terminal.say("ann", "team", "rename", ben["device"], "Benjamin")
    assert (code, "Benjamin  lead" in out) == (0, True)
    code, _, _ = terminal.say("ann", "send", str(file), "--to", ben["device"])
    assert (code, b"Harbour" in file.read_bytes()) == (0, False)
    code, out, _ = terminal.say("ann", "team", "revoke", ben["device"], "--why", "left on a train")
    assert (code, "revoked" in out, "(left on a train)" in out) == (0, True, True)
    terminal.say("ben", "send", str(file))
    code, _, err = terminal.say("ann", "receive", str(file))
    assert (code, "which was revoked on" in err) == (1, True)


def test_a_sender_may_be_taken_into_ones_own_team(terminal: Terminal) -> None:
    file = terminal.folder / "a.shadow"
    terminal.say("ann", "send", str(file))
    code, out, _ = terminal.say("ben", "receive", str(file), "--accept", "--own-team", "--json")
    assert (code, json.loads(out)["joins"] is not None) == (0, True)
    told = json.loads(terminal.say("ben", "team", "--json")[1])
    assert (told["founded"], told["leads"]) == (True, True)

"""Backups and keys from a terminal, and the drills: a lost passphrase, a lost laptop, a damaged store."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factories import Firm, put
from shadow_app.bootstrap import open_shadow
from shadow_app.cli import run
from shadow_app.domain.observation import Observation
from shadow_app.settings import Settings, save, settings_path
from shadow_app.storage import keys
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.salvage_pages import Pages
from shadow_app.storage.store import Store

WORDS, NEW_WORDS, TEAM_WORDS = "a long walk home", "another long walk", "the keys of the house"

Door = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "laptop" / "shadow.db"


@pytest.fixture
def door(path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Door:
    """The command line on a protected store."""
    monkeypatch.setenv("SHADOW_PASSPHRASE", WORDS)

    def say(*words: str, **environ: str) -> tuple[int, str, str]:
        with monkeypatch.context() as context:
            for name, value in environ.items():
                context.setenv(f"SHADOW_{name}", value)
            code = run(("--store", str(path), *words), lambda *_: 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return say


@pytest.fixture
def code(path: Path) -> str:
    """A store with a firm and one note; its recovery code."""
    path.parent.mkdir()
    made = keys.create(path, passphrase=WORDS, use_keyring=False)
    Store(path, made.key).close()
    assert made.recovery_code is not None
    with closing(open_shadow(Settings(name="Ann"), path, passphrase=WORDS)) as shadow:
        firm = Firm().put_into(shadow.store)
        put(shadow.store, firm.note("the gun is dead"))
    return made.recovery_code


def notes_of(path: Path, **given: Any) -> list[str]:
    shadow = open_shadow(Settings(), path, **{"passphrase": WORDS, **given})
    with closing(shadow), shadow.store.reading() as read:
        return [note.text for note in read.where(Observation)]


def the_json(outcome: tuple[int, str, str]) -> Any:
    assert outcome[0] == 0, outcome[2]
    return json.loads(outcome[1])


def test_make_list_verify_restore(door: Door, code: str, path: Path) -> None:
    assert door("backup", "list")[1].startswith("0 backups in ")
    made = the_json(door("backup", "make", "--json"))
    assert (made["notes"], made["visits"], made["why"]) == (1, 1, "asked")
    assert "It was opened and holds 1\u00a0visit, 1\u00a0note" in door("backup", "make")[1]
    listed = the_json(door("backup", "list", "--json"))
    assert [each["file"] for each in listed][-1] == made["file"]
    assert "made by hand" in door("backup", "list")[1]
    assert door("backup", "verify")[1].endswith("Well: 2 of 2 backups.\n")
    assert door("visit", "list")[0] == 0
    put_back = the_json(door("backup", "restore", Path(made["file"]).name, "--json"))
    assert put_back["restored"] == made["file"]
    assert Path(put_back["aside"]).is_dir()
    told = door("backup", "restore")
    assert "1\u00a0note" in told[1]
    assert "nothing of it was deleted" in told[1]
    assert notes_of(path) == ["the gun is dead"]


def test_what_is_not_there_is_said(door: Door, code: str, path: Path) -> None:
    for words in (("restore",), ("restore", "20200101"), ("verify", "20200101")):
        status, _, told = door("backup", *words)
        assert status == 1
        assert "There is no backup" in told
    door("backup", "make")
    door("backup", "make")
    assert "may be any of 2 backups" in door("backup", "restore", "20")[2]


def test_a_damaged_backup_is_found_by_verifying(door: Door, code: str, path: Path) -> None:
    made = Path(the_json(door("backup", "make", "--json"))["file"])
    content = bytearray(made.read_bytes())
    content[5 * 4096] ^= 1
    made.write_bytes(content)
    status, told, _ = door("backup", "verify")
    assert status == 1
    assert "is damaged" in told
    assert told.endswith("Well: 0 of 1 backup.\n")
    status, told, _ = door("backup", "verify", str(made), "--json")
    assert (status, json.loads(told)[0]["well"]) == (1, False)


def test_every_command_looks_after_the_backups(door: Door, code: str, path: Path) -> None:
    assert door("visit", "list")[0] == 0
    assert "by itself" in door("backup", "list")[1]
    folder = path.parent / "backups"
    shutil.rmtree(folder)
    folder.write_text("in the way")
    status, _, told = door("visit", "list")
    assert status == 0, "what was asked for is done"
    assert "could not be written" in told or "in the way" in told or "cannot" in told


def test_backups_lie_where_the_settings_say(door: Door, code: str, tmp_path: Path, shadow_home: Path) -> None:
    save(settings_path(), Settings(backup_folder=tmp_path / "stick"))
    made = the_json(door("backup", "make", "--json"))
    assert Path(made["file"]).parent == tmp_path / "stick"
    assert str(tmp_path / "stick") in door("doctor")[1]


def test_doctor_says_what_protects_the_store(door: Door, code: str) -> None:
    told = door("doctor")[1]
    assert "Key       A passphrase opens it" in told
    assert "Key       A recovery code opens it" in told
    assert "Backups   " in told
    assert the_json(door("doctor", "--json"))["backups"].startswith("None yet")
    assert door("doctor", "--noted")[0] == 0


# The drills of the guide


def test_drill_the_store_is_damaged(door: Door, code: str, path: Path) -> None:
    door("backup", "make")
    with closing(open_shadow(Settings(), path, passphrase=WORDS)) as shadow:
        with shadow.store.reading() as read:
            note = read.where(Observation)[0]
        put(shadow.store, note.edited(id=Firm().firm.id, text="since the backup"))
    content = bytearray(path.read_bytes())
    key = keys.unlock(path, passphrase=WORDS, find=lambda: None)
    # Four pages of indexes, without which the store cannot be used.
    for number in [number for number, page in Pages(path, key) if page[0] == 0x0A][:4]:
        content[(number - 1) * 4096 : number * 4096] = bytes(4096)
    path.write_bytes(content)
    status, _, told = door("doctor", "--full")
    assert status == 1
    assert "shadow-app backup salvage" in told
    seen = the_json(door("backup", "salvage", "--json"))
    assert (seen["kept"], seen["bad_pages"]) == (False, 4)
    assert path.read_bytes() == content, "only looked"
    assert "puts this in the place of the store" in door("backup", "salvage")[1]
    status, told, _ = door("backup", "salvage", "--keep")
    assert status == 0
    assert "nothing was deleted" in told
    assert set(notes_of(path)) == {"the gun is dead", "since the backup"}
    assert door("doctor", "--full")[0] == 0


def test_drill_the_passphrase_is_forgotten(door: Door, code: str, path: Path) -> None:
    door("backup", "make")
    status, _, told = door("keys", "passphrase", PASSPHRASE="forgotten it", NEW_PASSPHRASE=NEW_WORDS)
    assert status == 1
    assert "use its recovery code" in told
    assert door("keys", "passphrase", PASSPHRASE="", RECOVERY_CODE=code, NEW_PASSPHRASE=NEW_WORDS)[0] == 0
    assert notes_of(path, passphrase=NEW_WORDS) == ["the gun is dead"]
    for each in (path.parent / "backups").glob("*.db"):
        assert keys.unlock(each, passphrase=NEW_WORDS, find=lambda: None), "the backups go along"
        with pytest.raises(Exception, match="not its passphrase"):
            keys.unlock(each, passphrase=WORDS, find=lambda: None)


def test_drill_passphrase_and_code_are_lost_and_the_lead_helps(
    door: Door, code: str, path: Path, tmp_path: Path
) -> None:
    lead = tmp_path / "team.key"
    told = door("keys", "make-team-key", str(lead), NEW_PASSPHRASE=TEAM_WORDS)[1]
    word = next(each for each in told.split() if each.startswith("shadow-team-"))
    mark = told.strip().splitlines()[-1].rpartition(": ")[2]
    assert mark in door("keys", "team-key", word)[1]
    assert mark in door("keys", "list")[1]
    status, told, err = door(
        "keys", "passphrase", "--team-key", str(lead), TEAM_PASSPHRASE=TEAM_WORDS, NEW_PASSPHRASE=NEW_WORDS
    )
    assert status == 0, err
    assert notes_of(path, passphrase=NEW_WORDS) == ["the gun is dead"]
    assert door("keys", "team-key", "--remove", PASSPHRASE=NEW_WORDS)[0] == 0
    assert mark not in door("keys", "list")[1]
    assert "a word that your lead gives you" in door("keys", "team-key")[2]


def test_drill_the_laptop_is_lost(door: Door, code: str, path: Path, tmp_path: Path) -> None:
    """Another laptop, and the folder of backups that was kept elsewhere."""
    door("backup", "make")
    stick = tmp_path / "stick"
    (path.parent / "backups").rename(stick)
    shutil.rmtree(path.parent)
    path.parent.mkdir()
    backup = next(stick.glob("*.db"))
    status, _, told = door("backup", "restore", str(backup), PASSPHRASE="a thief's guess")
    assert status == 1
    assert "is not its passphrase" in told
    assert list(path.parent.iterdir()) == []
    assert door("backup", "restore", str(backup))[0] == 0
    assert key_path(path).exists()
    assert notes_of(path) == ["the gun is dead"]
    # Whoever has the old one may know its key.
    status, told, err = door("keys", "rekey")
    assert status == 0, err
    assert "The store has another key" in told
    new_code = told.strip().splitlines()[-1].rpartition(": ")[2]
    assert notes_of(path) == ["the gun is dead"]
    key = keys.unlock(path, recovery_code=new_code, environ={}, find=lambda: None)
    Store(path, key).close()


def test_a_recovery_code_is_renewed_and_taken_away(door: Door, code: str, path: Path) -> None:
    told = door("keys", "recovery-code")[1]
    fresh = told.strip().rpartition(": ")[2]
    assert keys.unlock(path, recovery_code=fresh, environ={}, find=lambda: None)
    assert door("keys", "recovery-code", "--remove")[0] == 0
    assert the_json(door("keys", "list", "--json")) == list(keys.describe(path))
    assert len(keys.describe(path)) == 1


def test_what_is_missing_is_asked_for_or_said(
    door: Door, code: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SHADOW_PASSPHRASE")
    for words in (("passphrase",), ("rekey",), ("recovery-code",)):
        status, _, told = door("keys", *words)
        assert status == 1
        assert "passphrase" in told
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    answers = iter((WORDS, NEW_WORDS, "not the same", WORDS, NEW_WORDS, NEW_WORDS, NEW_WORDS))
    monkeypatch.setattr("getpass.getpass", lambda _: next(answers))
    assert "The two passphrases differ" in door("keys", "passphrase")[2]
    assert door("keys", "passphrase")[0] == 0
    assert door("keys", "recovery-code")[0] == 0
    assert "There is no key file" in run_elsewhere(path, door)


def run_elsewhere(path: Path, door: Door) -> str:
    key_path(path).unlink()
    return door("keys", "list")[2]

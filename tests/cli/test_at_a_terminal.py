"""What a command asks where somebody sits at the terminal: the first command, a passphrase, one typed wrong."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path

import pytest

from shadow_app.bootstrap import store_path
from shadow_app.cli import run
from shadow_app.settings import Settings, load, settings_path
from shadow_app.storage import keys

CHOSEN = "a cold loading bay"
Types = Callable[..., list[str]]


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Types:
    """Somebody who types these answers, one after the other; gives back the list of what is left of them."""
    monkeypatch.delenv("SHADOW_PASSPHRASE", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setitem(keys.create.__kwdefaults__ or {}, "cost", keys.Cost(memory_kib=8, passes=1))

    def typing(*answers: str) -> list[str]:
        left = list(answers)
        monkeypatch.setattr(getpass, "getpass", lambda _question: left.pop(0))
        return left

    return typing


def window(_settings: Settings, _store: Path | None, _demo: bool, _file: Path | None) -> int:
    raise AssertionError("no window was asked for")


def test_the_first_command_of_all_goes_through(types: Types, capsys: pytest.CaptureFixture[str]) -> None:
    left = types(CHOSEN, CHOSEN)
    assert run(("init", "--name", "Ann"), window) == 0
    assert left == [], "asked twice, and not again to open what was made just now"
    said = capsys.readouterr()
    assert "you are Ann" in said.out
    assert "Recovery code" in said.err
    assert load(settings_path()).settings.name == "Ann"


def test_a_passphrase_mistyped_once_makes_no_store(types: Types, capsys: pytest.CaptureFixture[str]) -> None:
    types(CHOSEN, CHOSEN + "y")
    assert run(("init", "--name", "Ann"), window) == 1
    assert "differ" in capsys.readouterr().err
    assert not store_path(Settings(), None).exists()


@pytest.mark.parametrize("command", [("doctor",), ("visit", "list"), ("init", "--team", "Service desk")])
def test_every_command_asks_for_the_passphrase(
    types: Types, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    types(CHOSEN, CHOSEN)
    run(("init", "--name", "Ann"), window)
    left = types(CHOSEN)
    assert run(command, window) == 0, capsys.readouterr().err
    assert left == []


def test_where_nobody_sits_a_sentence_says_what_to_set(
    types: Types, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(CHOSEN, CHOSEN)
    run(("init", "--name", "Ann"), window)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert run(("doctor",), window) == 1
    assert "SHADOW_PASSPHRASE" in capsys.readouterr().err


def test_a_note_before_the_first_visit_says_how_to_plan_one(types: Types, capsys: pytest.CaptureFixture[str]) -> None:
    types(CHOSEN, CHOSEN)
    assert run(("note", "the gun is dead"), window) == 1
    assert "visit new --site" in capsys.readouterr().err


def test_what_only_looks_makes_no_store_at_a_mistyped_path(
    types: Types, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = types(CHOSEN, CHOSEN)
    for words in (("visit", "list"), ("review", "list"), ("priorities",), ("privacy", "hosts"), ("doctor",)):
        assert run(("--store", str(tmp_path / "mistyped.db"), *words), window) == 1, words
        assert "There is no store at" in capsys.readouterr().err
    assert not list(tmp_path.glob("mistyped*"))
    assert len(left) == 2, "and nobody is asked for a passphrase"

"""The command line in another language: asked for, wished for in the environment, or set."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from shadow_app import settings as own_settings
from shadow_app.cli import run
from shadow_app.domain.language import VARIABLE, current
from shadow_app.settings import Settings


def no_window(settings: Settings, store: Path | None, demo: bool, file: Path | None) -> int:
    raise AssertionError("no window is asked for")


@pytest.fixture
def unset(shadow_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, and no language in the environment."""
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("LC_ALL", "C")
    return shadow_home


@pytest.mark.parametrize("words", [["--language", "de"], ["--language=de"]])
def test_a_language_is_asked_for(unset: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, "note", "x"], no_window) == 1
    assert "Der neue Datenspeicher braucht eine Passphrase, denn auf diesem Rechner" in capsys.readouterr().err
    assert VARIABLE not in os.environ, "the wish ends with the command"


def test_the_environment_and_the_settings_wish(
    unset: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own_settings.save(own_settings.settings_path(), Settings(language="de"))
    assert run(["note", "x"], no_window) == 1
    assert "Der neue Datenspeicher braucht eine Passphrase, denn auf diesem Rechner" in capsys.readouterr().err
    monkeypatch.setenv(VARIABLE, "en")
    assert run(["note", "x"], no_window) == 1
    assert "The new store needs a passphrase" in capsys.readouterr().err


def test_the_help_is_in_the_language(unset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["--language", "de", "--help"], no_window)
    shown = " ".join(capsys.readouterr().out.split())
    assert "Vom Geschäft lernen, indem man einen Tag dort verbringt" in shown
    with pytest.raises(SystemExit):
        run(["--language", "de", "report", "--help"], no_window)
    assert "der Bericht über einen Besuchstag" in capsys.readouterr().out


def test_a_language_that_is_not_there_is_refused(unset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["--language", "klingon", "visit", "list"], no_window)
    assert stopped.value.code == 2
    assert "klingon" in capsys.readouterr().err


def test_the_window_opens_in_the_language(unset: Path) -> None:
    seen: list[str] = []

    def window(settings: Settings, store: Path | None, demo: bool, file: Path | None) -> int:
        seen.append(f"{current().code} {settings.language} {demo}")
        return 0

    assert run(["--language", "de"], window) == 0
    assert run([], window) == 0
    assert seen == ["de system False", "en system False"]


def test_a_bad_language_in_the_settings_file_is_said(unset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own_settings.settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"language": "klingon", "name": "Ann"}', encoding="utf-8")
    loaded = own_settings.load(path)
    assert loaded.settings == Settings(name="Ann")
    assert "language" in str(loaded.warning)

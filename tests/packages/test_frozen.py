"""The frozen program, started and used: a note by the command line, a note by the window, a PDF."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(thorough: bool, monkeypatch: pytest.MonkeyPatch, qt_free: None) -> Path:
    """What was frozen last, or what is frozen now."""
    if not thorough:
        pytest.skip("freezing takes minutes: --thorough")
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    freezing: Any = importlib.import_module("pack_freeze")
    built = [path for path in map(freezing.frozen_folder, ("depend", "bundle")) if path.is_dir()]
    if built:
        return Path(max(built, key=lambda path: path.stat().st_mtime))
    if importlib.util.find_spec("PyInstaller") is None:
        pytest.skip("nothing is frozen and PyInstaller is not installed")
    return Path(freezing.freeze("bundle"))


@pytest.fixture
def qt_free(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own platform must not reach the program."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)


@pytest.mark.skipif(sys.platform == "darwin", reason="the app of a Mac is tried by hand")
def test_a_note_by_each_door_and_a_pdf(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    freezing: Any = importlib.import_module("pack_freeze")
    trying: Any = importlib.import_module("try_frozen")
    freezing.look_over(folder)
    trying.try_frozen(folder)
    assert "notes and a PDF" in capsys.readouterr().out

"""dev.py: passes exit codes on, names what is missing, and takes uv or pip, whichever this machine has."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from scripts import loaded

SCRIPT = Path(__file__).resolve().parent.parent / "dev.py"


@pytest.fixture
def dev() -> ModuleType:
    module = loaded(SCRIPT)
    assert isinstance(module, ModuleType)
    return module


@pytest.fixture
def calls(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What would have been run, each with success."""
    found: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "call", _recorder(found, 0))
    monkeypatch.setattr(dev, "beside", lambda *command: partial(_recorder(found, 0), *command))
    monkeypatch.setattr(dev, "need_environment", lambda: 0)
    monkeypatch.setattr(dev, "need_libraries", lambda verb: 0)
    return found


def _recorder(found: list[tuple[str, ...]], code: int) -> Callable[..., int]:
    def call(*command: str) -> int:
        found.append(command[1:])
        return code

    return call


def test_an_unknown_verb_shows_the_verbs(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["teste"]) == 2
    assert "forms" in capsys.readouterr().out


def test_arguments_are_passed_on(dev: ModuleType, calls: list[tuple[str, ...]]) -> None:
    assert dev.main(["run", "note", "~6m; rm -rf"]) == 0
    assert calls[-1] == ("-m", "shadow_app", "note", "~6m; rm -rf")


def test_the_pictures_of_the_guide_are_taken_by_their_script(dev: ModuleType, calls: list[tuple[str, ...]]) -> None:
    assert dev.main(["docs", "--check", "pains"]) == 0
    assert calls[-1] == ("docs/scenes/render.py", "--check", "pains")


def test_the_catalogues_are_brought_up_to_date_by_their_own_script(
    dev: ModuleType, calls: list[tuple[str, ...]]
) -> None:
    assert dev.main(["words"]) == 0
    assert calls[-1] == ("packaging/words.py",)


def test_the_demo_needs_no_screen(
    dev: ModuleType, calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda: False)
    dev.main(["demo"])
    monkeypatch.setattr(dev, "has_screen", lambda: True)
    dev.main(["demo"])
    shown = [command for command in calls if command[0] == "-m"]
    assert shown == [("-m", "shadow_app", "demo", "--headless", "--out", "out/demo"), ("-m", "shadow_app", "demo")]


def test_the_whole_run_checks_style_and_types_and_looks_deeper(dev: ModuleType, calls: list[tuple[str, ...]]) -> None:
    dev.main(["test", "--thorough"])
    forms, tests, checks = calls
    assert forms[0].endswith("compile_ui.py")
    assert tests[:2] == ("-m", "pytest")
    assert tests[-2:] == ("--only-deeper", "--thorough")
    assert checks == (str(SCRIPT), "lint")
    dev.main(["lint"])
    assert [command[1] for command in calls[3:] if command[0] == "-m"] == ["ruff", "ruff", "mypy"]
    dev.main(["test", "--coverage"])
    assert "--cov" in calls[-1]
    dev.main(["test"])
    assert "--cov" not in calls[-2], "the quick run is waited for"
    assert "--thorough" not in calls[-2]


def test_named_tests_run_alone(dev: ModuleType, calls: list[tuple[str, ...]]) -> None:
    dev.main(["test", "tests/test_dev.py"])
    assert [command for command in calls if command[0] == "-m"] == [("-m", "pytest", "tests/test_dev.py")]


def test_a_failing_check_fails_the_run_but_lets_the_others_speak(
    dev: ModuleType, calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "call", _recorder(calls, 3))
    assert dev.main(["lint"]) == 3
    assert len(calls) == 4


@pytest.mark.parametrize(("tests", "checks", "code"), [(0, 0, 0), (5, 0, 5), (0, 1, 1), (5, 1, 1)])
def test_the_tests_and_the_checks_beside_them_must_both_be_well(
    dev: ModuleType, calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, tests: int, checks: int, code: int
) -> None:
    monkeypatch.setattr(dev, "python", lambda *command: tests if "pytest" in command else 0)
    monkeypatch.setattr(dev, "beside", lambda *command: lambda: checks)
    assert dev.main(["test"]) == code


def test_what_runs_beside_is_heard_at_the_end(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    ended = dev.beside(sys.executable, "-c", "import sys; print('one'); print('two', file=sys.stderr); sys.exit(3)")
    assert capsys.readouterr().out == ""
    assert ended() == 3
    assert sorted(capsys.readouterr().out.split()) == ["one", "two"]


def test_exit_codes_come_from_the_command(dev: ModuleType) -> None:
    assert dev.call(sys.executable, "-c", "raise SystemExit(7)") == 7
    assert dev.call("/no/such/command") == 1
    assert not dev.works("/no/such/command")


def test_modules_are_compiled_once_and_nothing_lies_beside_them(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path / "venv")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "own"))
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "compiled_once.py").write_text("")
    assert dev.call(sys.executable, "-c", "import compiled_once") == 0
    assert [each.name for each in (tmp_path / "own").iterdir()] == ["compiled_once.py"]
    assert [each.name for each in (tmp_path / "venv" / "bytecode").rglob("compiled_once*.pyc")] != []


@pytest.mark.parametrize("with_uv", [True, False])
def test_both_ways_of_installing_ask_for_hashes(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_uv: bool
) -> None:
    found: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "call", _recorder(found, 0))
    monkeypatch.setattr(dev, "works", lambda *command: with_uv and command[0] == "uv")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    assert dev.need_environment() == 0
    assert dev.need_environment() == 0
    venv, locked, project = found
    assert "venv" in venv
    assert "--require-hashes" in locked
    assert {"--no-deps", "--no-build-isolation", "--editable"} <= set(project)


def test_an_install_that_fails_is_tried_again_next_time(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "call", _recorder(found, 1))
    monkeypatch.setattr(dev, "works", lambda *command: True)
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    assert dev.need_environment() == 1
    assert not (tmp_path / "stamp").exists()


def test_a_python_without_venv_is_told_what_to_install(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "works", lambda *command: False)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    assert dev.by_pip() == 1
    assert "python3-venv" in capsys.readouterr().err


def test_an_ordinary_user_is_given_the_command(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev, "loads", lambda name: name != "libEGL.so.1")
    monkeypatch.setattr(dev.shutil, "which", lambda name: "apt-get")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    assert dev.need_libraries("lint") == 1
    said = capsys.readouterr().err
    assert "sudo apt-get install --yes --no-install-recommends libegl1" in said


def test_a_window_on_x11_asks_for_more_than_a_test(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "call", _recorder(found, 0))
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev, "loads", lambda name: not name.startswith("libxcb"))
    monkeypatch.setattr(dev.shutil, "which", lambda name: "apt-get")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.need_libraries("test") == 0
    assert found == []
    assert dev.need_libraries("run") == 0
    assert "libxcb-cursor0" in found[-1]


def test_another_linux_is_told_the_names(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev, "loads", lambda name: False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    assert dev.need_libraries("lint") == 1
    assert "libfontconfig.so.1" in capsys.readouterr().err


def test_the_loader_is_asked(dev: ModuleType) -> None:
    assert not dev.loads("libno-such-thing.so.9")

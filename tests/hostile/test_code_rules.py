"""What our own code must never do, read from its source: no unpickling, no shell, no eval, no content in a log."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy.exc import DBAPIError

import shadow_app
from shadow_app.storage.engine import make_engine

PACKAGE = Path(shadow_app.__file__).parent
ROOT = PACKAGE.parent.parent
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if "_compiled" not in path.parts]
SOURCES = [*MODULES, ROOT / "dev.py", ROOT / "packaging" / "compile_ui.py"]

NEVER_IMPORTED = {"pickle", "_pickle", "dill", "marshal", "shelve", "copyreg", "code", "codeop", "pty", "tarfile"}
"""They run what they read, or (tarfile) write where an archive says."""
NEVER_CALLED = {"eval", "exec", "__import__", "os.system", "os.popen", "input", "breakpoint"}
STARTS_PROGRAMS = {
    "dev.py",
    "packaging/compile_ui.py",  # developers' tools
    "src/shadow_app/storage/places.py",  # asks macOS what kind of disk a folder is on: a fixed program, no shell
}
LOGGERS = {"_log", "log", "logger", "logging", "self._log"}
LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


class Call(NamedTuple):
    """What is called with which keywords, whether what is handed over first is a text of ours, and where it stands."""

    name: str
    told: frozenset[str]
    literal: bool
    where: str


class Source(NamedTuple):
    """What of a module the rules look at; its tree would be half a million objects for all modules."""

    imports: frozenset[str]
    calls: tuple[Call, ...]


@cache
def source(path: Path) -> Source:
    found: set[str] = set()
    calls = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
        elif isinstance(node, ast.Call):
            told = frozenset(f"{each.arg}={_plain(each.value)}" for each in node.keywords)
            first = node.args[0] if node.args else None
            literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
            calls.append(Call(_dotted(node.func), told, literal, f"{named(path)}:{node.lineno}"))
    return Source(frozenset(found), tuple(calls))


def _plain(value: ast.expr) -> str:
    return str(value.value) if isinstance(value, ast.Constant) else ""


def _dotted(function: ast.expr) -> str:
    """As `ast.unparse` writes it, which takes ten times as long over what most calls are: names with dots."""
    match function:
        case ast.Name():
            return function.id
        case ast.Attribute():
            return f"{_dotted(function.value)}.{function.attr}"
        case _:
            return ast.unparse(function)


def test_nothing_is_unpickled_or_packed_out() -> None:
    assert {named(path): bad for path in SOURCES if (bad := source(path).imports & NEVER_IMPORTED)} == {}


def test_nothing_is_evaluated_or_given_to_a_shell() -> None:
    called = [call for path in SOURCES for call in source(path).calls]
    bad = (each for each in called if each.name in NEVER_CALLED or any(told.startswith("shell=") for told in each.told))
    assert [f"{each.where} {each.name}" for each in bad] == []


def test_programs_are_started_where_it_is_known() -> None:
    assert {named(path) for path in SOURCES if "subprocess" in source(path).imports} <= STARTS_PROGRAMS


def test_what_is_logged_is_a_literal_of_ours() -> None:
    """The log lets a message stand as the code has written it, so the code must have written it."""
    found = []
    for path in MODULES:
        for call in source(path).calls:
            logger, _, level = call.name.rpartition(".")
            if logger in LOGGERS and level in LEVELS and not call.literal:
                found.append(call.where)
    assert found == []


def test_every_engine_hides_its_parameters() -> None:
    made = [each for path in MODULES for each in source(path).calls if each.name.endswith("create_engine")]
    assert made
    assert [each.where for each in made if "hide_parameters=True" not in each.told] == []


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("import pickle\npickle.loads(b'')\n", "S301"),
        ("import subprocess\nsubprocess.run('x', shell=True)\n", "S602"),
        ("import os\nos.system('x')\n", "S605"),
        ("eval('1')\n", "S307"),
        ("exec('1')\n", "S102"),
        ("import yaml\nyaml.load('')\n", "S506"),
        ("import logging\nlogging.info(f'{1}')\n", "G004"),
    ],
)
def test_the_linter_refuses_it_before_this_does(line: str, rule: str, tmp_path: Path) -> None:
    source = tmp_path / "bad.py"
    source.write_text(line)
    command = (sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=concise")
    config = ("--config", str(ROOT / "pyproject.toml"))
    done = subprocess.run((*command, *config, str(source)), capture_output=True, text=True, check=False)
    assert rule in done.stdout, done.stdout + done.stderr


def test_no_engine_quotes_its_parameters(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "x.db", bytes(32), begin="BEGIN")
    with pytest.raises(DBAPIError) as told, engine.connect() as connection:
        connection.exec_driver_sql("SELECT nothing FROM nowhere WHERE x = ?", ("zyxwvneedle",))
    engine.dispose()
    assert "zyxwvneedle" not in str(told.value)

"""The floors of the house, held by test: who may import whom, which room owns which library, how large a thing may be.

Source: `design.md` §1. A new room is put into FLOORS, or the first test fails.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_archon import archrule

import shadow_app

PACKAGE = Path(shadow_app.__file__).parent
ROOT = PACKAGE.parent.parent

FLOORS = (
    {"domain"},
    {"insight", "figures"},
    {"storage", "sync", "interchange", "reports", "settings", "sound", "policy"},
    {"usecases", "diagnosis"},
    {"bootstrap"},
    {"ui", "cli"},
    {"__main__"},
)
OWNERS = {
    "babel": "domain",
    "PySide6": "ui",
    "shiboken6": "ui",
    "sqlalchemy": "storage",
    "alembic": "storage",
    "sqlcipher3": "storage",
    "psycopg": "storage",
    "keyring": "storage",
    "reportlab": "reports",
    "PIL": "interchange",
    "sounddevice": "sound",
    "fsspec": "sync",
    "sshfs": "sync",
    "asyncssh": "sync",
    "webdav4": "sync",
    "httpx": "sync",
    "s3fs": "sync",
    "zstandard": "sync",
}
PURE = {"domain": {"babel", "pydantic", "uuid6"}, "insight": {"pydantic"}, "figures": set[str]()}

LONGEST_MODULE = 350
LONGEST_FUNCTION = 40


def _rooms() -> set[str]:
    return {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in _modules()} - {"__init__"}


def _patterns(*rooms: str) -> list[str]:
    return [pattern for room in rooms for pattern in (f"shadow_app.{room}", f"shadow_app.{room}.*")]


def _modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if "_compiled" not in path.parts]


def _pure() -> list[Path]:
    return [path for path in _modules() if path.relative_to(PACKAGE).parts[0] in PURE]


def _named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


PRESENT = [(height, room) for height, floor in enumerate(FLOORS) for room in sorted(floor & _rooms())]


def test_every_room_has_a_floor() -> None:
    assert _rooms() <= set().union(*FLOORS)


def test_every_folder_of_modules_is_a_package() -> None:
    # Without __init__.py a folder can be imported, yet tools that walk the package pass it by.
    # Alembic reads its versions by path.
    folders = {path.parent for path in _modules() if path.parent.name != "versions"}
    assert {folder for folder in folders if not (folder / "__init__.py").is_file()} == set()


@pytest.mark.parametrize(("height", "room"), PRESENT, ids=[room for _, room in PRESENT])
def test_arrows_run_down(height: int, room: str) -> None:
    closed = set().union(*FLOORS[height:]) - {room}
    if closed:
        rule = archrule(f"{room} knows nothing above or beside it").match(*_patterns(room))
        rule.should_not_import(*_patterns(*sorted(closed))).check(shadow_app)


@pytest.mark.parametrize(("library", "owner"), OWNERS.items(), ids=list(OWNERS))
def test_one_room_owns_each_library(library: str, owner: str) -> None:
    rule = archrule(f"only {owner} knows {library}").match("shadow_app", "shadow_app.*")
    rule = rule.exclude(*_patterns(owner), *(["shadow_app.__main__"] if owner == "ui" else []))
    rule.should_not_import(library, f"{library}.*").check(shadow_app, only_direct_imports=True)


def test_a_screen_asks_use_cases_and_never_the_store() -> None:
    rule = archrule("ui asks use cases").match(*_patterns("ui"))
    rule.should_not_import(*_patterns("storage", "sync")).check(shadow_app, only_direct_imports=True)


PAGES = sorted(each.parent.name for each in (PACKAGE / "ui").glob("*/*.py") if each.name in ("page.py", "tab.py"))


@pytest.mark.parametrize("page", PAGES)
def test_pages_never_import_pages(page: str) -> None:
    others = [f"shadow_app.ui.{other}.*" for other in PAGES if other != page]
    rule = archrule(f"{page} stands alone").match(f"shadow_app.ui.{page}.*")
    rule.should_not_import(*others).check(shadow_app, only_direct_imports=True)


@pytest.mark.parametrize("path", _pure(), ids=_named)
def test_the_lower_floors_need_little(path: Path) -> None:
    allowed = PURE[path.relative_to(PACKAGE).parts[0]] | set(sys.stdlib_module_names) | {"shadow_app"}
    assert set(_imported(path)) <= allowed


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("path", _modules(), ids=_named)
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    long = {
        node.name: lines
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (lines := _lines(node)) > LONGEST_FUNCTION
    }
    assert not long


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring: a good explanation is not punished."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def test_the_lock_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--hash=sha256:" in lock


def test_packaging_is_no_package() -> None:
    # An __init__.py there would hide the library `packaging` from every build run in the project's folder.
    assert not (ROOT / "packaging" / "__init__.py").exists()

"""What every test stands on: compiled forms, no screen, no store but its own, no keyring, two depths of search."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from scripts import loaded

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from factories import Firm
    from shadow_app.bootstrap import Shadow
    from shadow_app.storage.keys import Cost
    from shadow_app.storage.store import Store

ROOT = Path(__file__).resolve().parent.parent

# Before anything imports Qt or keyring. A developer who wants to watch sets the platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The golden values are English, whatever the developer's own machine speaks.
os.environ["SHADOW_LANGUAGE"] = "en_GB"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

settings.register_profile("quick", deadline=None, derandomize=True, max_examples=20)
settings.register_profile("thorough", deadline=None, derandomize=True, max_examples=200, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--thorough` asks more of the same tests."""
    parser.addoption("--thorough", action="store_true", help="more examples, more seeds, the large and slow cases")
    parser.addoption("--only-deeper", action="store_true", help="only the tests of which --thorough asks more")
    parser.addoption("--runs", type=int, help="of the convergence test, whatever else is asked")


def pytest_configure(config: pytest.Config) -> None:
    """Compile before a test module imports a form; choose how hard hypothesis tries."""
    config.stash[_TROUBLE] = _compile()
    if not config.getoption("--hypothesis-profile"):
        settings.load_profile("thorough" if config.getoption("--thorough") else "quick")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep the cycle collector from walking, again and again, the million objects that are there to the end.

    It took a sixth of the time: while the tests are looked for nothing but grows, and afterwards that stays.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Those that look deeper when asked: by the fixture that says so, or by hypothesis."""
    if config.getoption("--only-deeper"):
        deeper = [item for item in items if _looks_deeper(item)]
        config.hook.pytest_deselected(items=[item for item in items if not _looks_deeper(item)])
        items[:] = deeper


def _looks_deeper(item: pytest.Item) -> bool:
    return "thorough" in getattr(item, "fixturenames", ()) or hasattr(getattr(item, "obj", None), "hypothesis")


def pytest_report_header(config: pytest.Config) -> list[str]:
    """A form that does not compile is named at the top; the tests that need it fail by its absence."""
    return config.stash[_TROUBLE]


_TROUBLE = pytest.StashKey[list[str]]()


def _compile() -> list[str]:
    compile_ui = loaded(ROOT / "packaging" / "compile_ui.py")
    try:
        compile_ui.compile_all(ROOT)
    except compile_ui.CompileError as error:
        return str(error).splitlines()
    return []


@pytest.fixture(scope="session")
def thorough(pytestconfig: pytest.Config) -> bool:
    """Whether the large and slow cases are asked for."""
    return bool(pytestconfig.getoption("--thorough"))


@pytest.fixture(autouse=True, scope="session")
def shipped_cost() -> Iterator[Cost]:
    """What a guess at a passphrase costs in the program; in the tests next to nothing.

    It takes half a second of a core on purpose, and hundreds of tests open a store by its passphrase.
    """
    from shadow_app.storage import keys

    shipped, keys.USUAL = keys.USUAL, keys.Cost(memory_kib=8, passes=1)
    yield shipped
    keys.USUAL = shipped


@pytest.fixture(autouse=True, scope="session")
def _learnt_once() -> Iterator[None]:
    """What every store and every command of one process would work out anew: SQL from statements, and the parser."""
    import importlib

    from factories import SharedStatements
    from shadow_app.domain.language import current
    from shadow_app.storage import engine

    run = importlib.import_module("shadow_app.cli.run")
    parser_in = cache(lambda _locale, _catalogue: make_parser())
    make_parser = run.make_parser
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "create_engine", SharedStatements())
        patch.setattr(run, "make_parser", lambda: parser_in(current().locale, current().catalogue))
        yield


@pytest.fixture(autouse=True)
def shadow_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test, so that none ever sees the user's store, settings or passphrase."""
    home = tmp_path / "shadow-home"
    monkeypatch.setenv("SHADOW_HOME", str(home))
    monkeypatch.delenv("SHADOW_PASSPHRASE", raising=False)
    return home


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """pytest-qt's application with the shipped fonts, or texts are measured in whatever this machine has."""
    from PySide6.QtGui import QFont, QFontDatabase

    for font in sorted(Path(str(files("shadow_app") / "assets" / "fonts")).glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(font)) >= 0, f"{font.name} is no font that Qt can read"
    qapp.setFont(QFont("Inter", qapp.font().pointSize()))
    return qapp


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    from factories import new_store

    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def firm(store: Store) -> Firm:
    """A small firm in the empty store."""
    from factories import Firm

    return Firm().put_into(store)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Shadow]:
    """The lead's laptop: a store that is Lea's, with its use cases."""
    from two_desks import desk

    with desk(tmp_path, "Lea") as opened:
        yield opened


@pytest.fixture
def ann(tmp_path: Path) -> Iterator[Shadow]:
    """The laptop of Ann, who goes out, to hand files between it and the lead's."""
    from two_desks import desk

    with desk(tmp_path, "Ann") as opened:
        yield opened


@pytest.fixture(scope="session")
def another_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Shadow]]:
    """Opens a copy of the demo for whoever writes into it; it is typed once, which takes seconds."""
    from shadow_app.bootstrap import open_demo, open_shadow

    folder = tmp_path_factory.mktemp("demo") / "typed"
    folder.mkdir()
    with closing(open_demo(folder)) as typed:
        path, settings = typed.store.path, typed.settings
    opened: list[Shadow] = []

    def copied() -> Shadow:
        place = tmp_path_factory.mktemp("demo") / "copied"
        shutil.copytree(folder, place)
        opened.append(open_shadow(settings, place / path.name))
        opened[-1].suggesting.reload()
        return opened[-1]

    yield copied
    for each in opened:
        each.close()


@pytest.fixture(scope="session")
def demo(another_demo: Callable[[], Shadow]) -> Shadow:
    """The demo, opened once, to look at: a test that writes takes one of its own."""
    return another_demo()


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shadow]:
    """The demo of people who write in a language that nobody speaks (`odd_language`), to look at."""
    from odd_language import odd_demo

    shadow = odd_demo(tmp_path_factory.mktemp("odd"))
    yield shadow
    shadow.close()

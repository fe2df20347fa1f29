"""A store that the command line can open beside the test, and the command line itself."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from factories import KEY, Firm, new_store
from shadow_app.bootstrap import Shadow, wire
from shadow_app.cli import run
from shadow_app.settings import Settings
from shadow_app.storage.keyfile import write
from shadow_app.storage.store import Store
from shadow_app.storage.wraps import KeyFile, OpenWrap

Door = Callable[..., tuple[int, str, str]]
"""(words, what comes in) → exit code, what was said, what was said beside it."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store with a key file that asks for nothing."""
    opened = new_store(tmp_path)
    write(opened.path, KeyFile(store_id=UUID(int=1), wraps=(OpenWrap(key=KEY),)), new=True)
    yield opened
    opened.close()


@pytest.fixture
def shadow(store: Store, firm: Firm) -> Shadow:
    """The use cases over a store that holds the firm."""
    return wire(store, Settings(name="Ann"))


@pytest.fixture
def door(store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Door:
    """The command line on the same store; whatever leaves it raw fails the test."""

    def say(*words: str, typed: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8"))
        code = run(("--store", str(store.path), *words), lambda *_: 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return say

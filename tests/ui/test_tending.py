"""The window looks after backups by itself, and says once what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factories import Firm, put
from shadow_app.bootstrap import Shadow, create_store, open_shadow
from shadow_app.settings import Settings
from shadow_app.storage import keys
from shadow_app.storage.last_saved import MISSING
from shadow_app.ui.application import Session

PASSPHRASE = "a cold loading bay"


@pytest.fixture
def session(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Session, Shadow]]:
    """The window's session over a protected store that holds a note."""
    monkeypatch.setitem(keys.create.__kwdefaults__ or {}, "cost", keys.Cost(memory_kib=8, passes=1))
    path = tmp_path / "shadow.db"
    create_store(path, passphrase=PASSPHRASE)
    shadow = open_shadow(Settings(), path, passphrase=PASSPHRASE)
    firm = Firm().put_into(shadow.store)
    put(shadow.store, firm.note("the gun is dead"))
    shadow.store.remember(MISSING, "3 2026-11-22")
    made = Session(qapp, Settings())
    yield made, shadow
    made.end()
    made.window.close()
    made.window.deleteLater()


def test_the_window_makes_the_daily_backup(session: tuple[Session, Shadow], qtbot: QtBot) -> None:
    window, shadow = session
    window._opened(shadow)
    qtbot.waitUntil(lambda: "At least 3 changes" in window.window.strip.label.text(), timeout=20_000)
    window._look_after()
    qtbot.waitUntil(lambda: len(shadow.backups.all()) == 1, timeout=20_000)


def test_what_stands_in_the_way_is_said_once(session: tuple[Session, Shadow], qtbot: QtBot) -> None:
    window, shadow = session
    shadow.store.backups.write_text("in the way")
    window._look_after()
    window._opened(shadow)
    window._look_after()
    qtbot.waitUntil(lambda: not window._tend.isActive(), timeout=20_000)
    assert "could not be written" in window.window.strip.label.text()

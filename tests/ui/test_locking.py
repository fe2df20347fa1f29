"""Locked by key, after idleness and before sleep: nothing is shown, nothing is lost, no key is left."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factories import Firm, put
from hands import CTRL, SHIFT, Hands
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.settings import Settings
from shadow_app.storage import keys
from shadow_app.ui.application import Session
from shadow_app.ui.trust.keeping import Keeping
from shadow_app.ui.visit_page import VisitPage

PASSPHRASE = "a cold loading bay"


@pytest.fixture
def firm() -> Firm:
    return Firm()


@pytest.fixture
def hands(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    """The real window over a protected store, unlocked."""
    monkeypatch.setitem(keys.create.__kwdefaults__ or {}, "cost", keys.Cost(memory_kib=8, passes=1))
    path = tmp_path / "mine.db"
    create_store(path, passphrase=PASSPHRASE)
    shadow = open_shadow(Settings(name="Ann"), path, passphrase=PASSPHRASE)
    firm.put_into(shadow.store)
    put(shadow.store, firm.note("the gun is dead"))
    shadow.close()
    monkeypatch.setenv("SHADOW_PASSPHRASE", PASSPHRASE)
    session = Session(qapp, Settings(name="Ann", team="Service desk", shadower_id=firm.ann.id, look="light"))
    session.begin(path, False)
    qtbot.addWidget(session.window, before_close_func=lambda window: setattr(window, "may_close", lambda: True))
    qtbot.waitUntil(lambda: session.shadow is not None, timeout=20_000)
    monkeypatch.delenv("SHADOW_PASSPHRASE")
    session.window.activateWindow()
    qtbot.waitUntil(lambda: session.keeping is not None and session.keeping._ways is not None)
    yield Hands(session, qtbot)
    session.window.may_close = lambda: True
    session.window.close()
    session.end()


def keeping(hands: Hands) -> Keeping:
    assert hands.session.keeping is not None
    return hands.session.keeping


def visits(hands: Hands) -> VisitPage:
    page = hands.window.page("visits")
    assert isinstance(page, VisitPage)
    return page


def unlock(hands: Hands, passphrase: str = PASSPHRASE) -> None:
    form = keeping(hands).page.form
    form.passphrase.setFocus()
    hands.write(passphrase)
    hands.press(Qt.Key.Key_Return)


def at_the_line(hands: Hands, firm: Firm) -> VisitPage:
    hands.window.open_visit(firm.visit.id, "live")
    page = visits(hands)
    hands.until(lambda: page.card is not None and page.live.bar.line.hasFocus())
    hands.until(lambda: page.live.model.rowCount() == 1)
    return page


def test_the_line_that_was_being_typed_comes_back_after_unlocking(hands: Hands, firm: Firm) -> None:
    page = at_the_line(hands, firm)
    hands.write("! the belt stops when")
    begun = page.live.bar.note.typed_at
    hands.press(Qt.Key.Key_L, CTRL | SHIFT)
    hands.until(lambda: keeping(hands).locked)
    assert hands.session.shadow is None
    unlock(hands, "something else")
    hands.until(lambda: "not its passphrase" in keeping(hands).page.form.trouble.text())
    unlock(hands)
    hands.until(lambda: hands.session.shadow is not None)
    hands.until(lambda: visits(hands).live.bar.line.text() == "! the belt stops when")
    assert visits(hands).live.bar.note.typed_at == begun
    assert visits(hands).live.isVisible()


def test_nothing_of_the_store_is_left_while_it_is_locked(hands: Hands, firm: Firm) -> None:
    at_the_line(hands, firm)
    shadow = hands.session.shadow
    assert shadow is not None
    store = weakref.ref(shadow.store)
    del shadow
    QGuiApplication.clipboard().setText("the gun is dead")
    hands.write("/the gun is not dead yet")
    hands.press(Qt.Key.Key_L, CTRL | SHIFT)
    hands.until(lambda: keeping(hands).locked)
    hands.until(lambda: (gc.collect(), store() is None)[1])
    assert not QGuiApplication.clipboard().text()
    assert "gun" not in words_on_the_screen()


def words_on_the_screen() -> str:
    """Every word that any widget of the program holds, shown or not."""
    found = []
    for widget in QApplication.allWidgets():
        for name in ("text", "toPlainText", "title", "windowTitle", "toolTip", "accessibleName"):
            read = getattr(widget, name, None)
            if read is not None:
                found.append(str(read()))
    return "\n".join(found)

"""Locked by key, after idleness and before sleep: nothing is shown, nothing is lost, no key is left."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from factories import Firm, put
from hands import CTRL, SHIFT, Hands, at_the_line, visits
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.domain.errors import StoreTrouble
from shadow_app.settings import Settings
from shadow_app.storage import keys
from shadow_app.storage.store import Store
from shadow_app.ui.application import Session
from shadow_app.ui.crash_dialog import KeptLineDialog
from shadow_app.ui.trust.keeping import Keeping
from shadow_app.usecases.typed import Typed

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


def unlock(hands: Hands, passphrase: str = PASSPHRASE) -> None:
    form = keeping(hands).page.form
    hands.window.activateWindow()
    hands.until(hands.window.isActiveWindow)
    form.passphrase.setFocus()
    hands.write(passphrase)
    hands.press(Qt.Key.Key_Return)


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


def test_photos_of_a_line_come_back_with_it(hands: Hands, firm: Firm) -> None:
    at_the_line(hands, firm)
    picture = (Path(__file__).parents[2] / "resources/demo/photos/label_printer.jpg").read_bytes()
    hands.write("! the belt stops")
    visits(hands).live.bar.add_pictures((picture,))
    hands.window.open_page("settings")
    hands.press(Qt.Key.Key_L, CTRL | SHIFT)
    hands.until(lambda: keeping(hands).locked)
    unlock(hands)
    hands.until(lambda: hands.session.shadow is not None)
    hands.until(lambda: visits(hands).live.bar.note.pictures == (picture,))
    assert visits(hands).live.bar.line.text() == "! the belt stops"
    shadow = hands.session.shadow
    assert shadow is not None
    hands.until(lambda: not hands.session.jobs.writing)
    assert Typed(shadow.store).pictures() == (), "kept once, and given back once"


def test_nothing_of_the_store_is_left_while_it_is_locked(
    hands: Hands, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without a screen Qt does not know whose the clipboard is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
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
            if callable(read):
                found.append(str(read()))
    return "\n".join(found)


def test_it_locks_by_itself_and_words_in_a_dialog_come_back(hands: Hands, firm: Firm) -> None:
    at_the_line(hands, firm)
    held = keeping(hands)
    now = [0.0]
    held.idleness._now = lambda: now[0]
    held.idle_after(20)
    dialog = QDialog(hands.window)
    words = QLineEdit(dialog)
    secret = QLineEdit(dialog, echoMode=QLineEdit.EchoMode.Password)
    dialog.open()
    for field, typed in ((words, "half a promise"), (secret, "not to be kept")):
        field.setFocus()
        QTest.keyClicks(field, typed)
    now[0] = 20 * 60 - 1
    held.idleness.look()
    assert hands.session.shadow is not None
    window = hands.window.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Shift)
    now[0] = 20 * 60 + 30
    held.idleness.look()
    assert hands.session.shadow is not None, "somebody touched a key meanwhile"
    now[0] = 2 * 20 * 60
    held.idleness.look()
    hands.until(lambda: held.locked)
    assert not isValid(dialog)
    held.lock()
    unlock(hands)
    hands.until(lambda: any(isinstance(each, KeptLineDialog) for each in QApplication.topLevelWidgets()))
    kept = next(each for each in QApplication.topLevelWidgets() if isinstance(each, KeptLineDialog))
    assert kept.form.line.toPlainText() == "half a promise"
    kept.form.forget.click()


def test_it_locks_before_the_laptop_sleeps(hands: Hands) -> None:
    held = keeping(hands)
    held.sleeping._prepare(True)
    hands.until(lambda: held.locked)
    held.sleeping._prepare(False)
    unlock(hands)
    hands.until(lambda: hands.session.shadow is not None)
    clocks = [held.sleeping._last]
    held.sleeping._clocks = lambda: clocks[0]
    held.sleeping.tick()
    clocks[0] = (clocks[0][0] + 4_000, clocks[0][1] + 5)
    held.sleeping.tick()
    hands.until(lambda: held.locked)


def test_a_line_that_the_disk_does_not_take_waits_in_memory(
    hands: Hands, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_line(hands, firm)
    hands.write("! the belt stops")

    def full(*_: object) -> None:
        raise StoreTrouble("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(Store, "remember", full)
        hands.press(Qt.Key.Key_L, CTRL | SHIFT)
        hands.until(lambda: keeping(hands).locked)
    assert "waits in memory" in keeping(hands).page.form.words.text()
    unlock(hands)
    hands.until(lambda: hands.session.shadow is not None)
    hands.until(lambda: visits(hands).live.bar.line.text() == "! the belt stops")


def test_the_demo_has_nothing_to_lock_it_with(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    create_store(tmp_path / "open.db", unprotected=True)
    session = Session(qapp, Settings(look="light"))
    qtbot.addWidget(session.window)
    session.begin(tmp_path / "open.db", False)
    qtbot.waitUntil(lambda: session.keeping is not None and session.keeping._ways is not None, timeout=20_000)
    assert session.keeping is not None
    session.keeping.lock()
    assert "nothing to lock it with" in session.window.strip.label.text()
    assert session.shadow is not None
    session.window.close()
    session.end()

"""Put back, salvaged: by the window, over real stores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factories import Firm, put
from hands import CTRL, Hands
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.domain.observation import Observation
from shadow_app.settings import Settings
from shadow_app.storage import keys
from shadow_app.ui.application import Session
from shadow_app.ui.settings.page import SettingsPage
from shadow_app.ui.trust.backups_section import SettingsBackups
from shadow_app.ui.trust.damaged_page import DamagedPage
from shadow_app.ui.trust.rescue_dialog import RescueDialog
from shadow_app.ui.visit_page import VisitPage
from shadow_app.usecases.typed import Typed
from shadow_app.usecases.unsaved import Unsaved

PASSPHRASE = "a cold loading bay"


@pytest.fixture
def firm() -> Firm:
    return Firm()


@pytest.fixture
def path(tmp_path: Path, firm: Firm, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A protected store with a note, a backup of it, and a note that is in no backup."""
    monkeypatch.setitem(keys.create.__kwdefaults__ or {}, "cost", keys.Cost(memory_kib=8, passes=1))
    path = tmp_path / "mine.db"
    create_store(path, passphrase=PASSPHRASE)
    shadow = open_shadow(Settings(name="Ann"), path, passphrase=PASSPHRASE)
    firm.put_into(shadow.store)
    put(shadow.store, firm.note("the gun is dead"))
    shadow.backups.make()
    put(shadow.store, firm.note("the belt stops", 5))
    shadow.close()
    monkeypatch.setenv("SHADOW_PASSPHRASE", PASSPHRASE)
    return path


@pytest.fixture
def hands(path: Path, qapp: QApplication, qtbot: QtBot, firm: Firm) -> Iterator[Hands]:
    session = Session(qapp, Settings(name="Ann", team="Service desk", shadower_id=firm.ann.id, look="light"))
    qtbot.addWidget(session.window, before_close_func=lambda window: setattr(window, "may_close", lambda: True))
    yield Hands(session, qtbot)
    session.window.may_close = lambda: True
    session.window.close()
    session.end()


def opened(hands: Hands, path: Path) -> None:
    hands.session.begin(path, False)
    hands.until(lambda: hands.session.shadow is not None and hands.session.keeping is not None)
    hands.window.activateWindow()


def section(hands: Hands) -> SettingsBackups:
    hands.window.open_page("settings")
    page = hands.window.page("settings")
    assert isinstance(page, SettingsPage)
    page.open_section(page.backups.title)
    return page.backups


def texts(hands: Hands) -> list[str]:
    shadow = hands.session.shadow
    assert shadow is not None
    with shadow.store.reading() as read:
        return sorted(each.text for each in read.where(Observation))


def rows(dialog: RescueDialog) -> str:
    return "\n".join(f"{each.title}. {each.about}" for each in map(dialog.model.entry, indexes(dialog)))


def indexes(dialog: RescueDialog) -> list:  # type: ignore[type-arg]
    return [dialog.model.index(row, 0) for row in range(dialog.model.rowCount())]


def test_a_backup_is_put_back_and_the_window_goes_on_with_it(hands: Hands, path: Path) -> None:
    opened(hands, path)
    shadow = hands.session.shadow
    assert shadow is not None
    device = shadow.store.device
    part = section(hands)
    hands.until(lambda: part.model.rowCount() == 1)
    hands.until(lambda: "1 note" in part.model.entry(part.model.index(0, 0)).about)
    hands.press(Qt.Key.Key_R, CTRL)
    hands.until(lambda: isinstance(part.dialog, RescueDialog) and part.dialog.isVisible())
    dialog = part.dialog
    assert isinstance(dialog, RescueDialog)
    assert "undone: 0 visits, 1 note" in rows(dialog)
    del shadow
    dialog.form.go.click()
    hands.until(lambda: hands.session.shadow is None)
    hands.until(lambda: hands.session.shadow is not None)
    assert texts(hands) == ["the gun is dead"]
    assert hands.session.shadow is not None
    assert hands.session.shadow.store.device != device
    hands.until(lambda: "The backup is back" in hands.window.strip.label.text())
    assert list((path.parent / "quarantine").glob("*/mine.db"))
    assert section(hands).isVisible()


def test_the_line_that_is_being_typed_outlives_the_store_in_whose_place_a_backup_comes(
    hands: Hands, path: Path, firm: Firm
) -> None:
    opened(hands, path)
    hands.window.open_visit(firm.visit.id, "live")
    page = hands.window.page("visits")
    assert isinstance(page, VisitPage)
    hands.until(lambda: page.card is not None and page.live.bar.line.hasFocus())
    hands.write("! half a line")
    part = section(hands)
    hands.until(lambda: part.model.rowCount() == 1)
    hands.press(Qt.Key.Key_R, CTRL)
    hands.until(lambda: isinstance(part.dialog, RescueDialog) and part.dialog.isVisible())
    assert isinstance(part.dialog, RescueDialog)
    part.dialog.form.go.click()
    hands.until(lambda: hands.session.shadow is None)
    hands.until(lambda: hands.session.shadow is not None)
    again = hands.window.page("visits")
    assert isinstance(again, VisitPage)
    hands.until(lambda: again.card is not None and again.live.bar.line.text() == "! half a line")
    shadow = hands.session.shadow
    assert shadow is not None
    hands.until(lambda: Typed(shadow.store).kept() == "" and Unsaved(shadow.store).kept().line == "! half a line")


def test_a_damaged_store_is_put_back_from_where_it_cannot_be_opened(hands: Hands, path: Path) -> None:
    path.write_bytes(b"\0" * 8192)
    hands.session.begin(path, False)
    page = damaged(hands)
    assert "damaged" in page.form.words.text()
    hands.until(lambda: page.model.rowCount() == 1)
    page.form.restore.click()
    hands.until(lambda: isinstance(page.dialog, RescueDialog) and page.dialog.isVisible())
    assert isinstance(page.dialog, RescueDialog)
    assert "cannot be read" in rows(page.dialog)
    page.dialog.form.go.click()
    hands.until(lambda: hands.session.shadow is not None)
    assert texts(hands) == ["the gun is dead"]


def test_salvage_shows_what_it_could_read_before_anything_is_replaced(hands: Hands, path: Path) -> None:
    spoilt = bytearray(path.read_bytes())
    spoilt[100:200] = bytes(100)
    path.write_bytes(spoilt)
    hands.session.begin(path, False)
    page = damaged(hands)
    page.form.salvage.click()
    hands.until(lambda: isinstance(page.dialog, RescueDialog) and page.dialog.isVisible())
    assert isinstance(page.dialog, RescueDialog)
    assert "1 could not" in rows(page.dialog)
    assert "2 notes" in rows(page.dialog)
    assert path.read_bytes() == spoilt
    page.dialog.form.go.click()
    hands.until(lambda: hands.session.shadow is not None)
    assert texts(hands) == ["the belt stops", "the gun is dead"]
    assert next((path.parent / "quarantine").glob("*/mine.db")).read_bytes() == spoilt


def damaged(hands: Hands) -> DamagedPage:
    hands.until(lambda: isinstance(hands.window.stack.currentWidget(), DamagedPage))
    page = hands.window.stack.currentWidget()
    assert isinstance(page, DamagedPage)
    return page

"""A hand-over file opened by the desktop: kept until the pages are there, and given to the one that knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factories import Firm
from shadow_app.bootstrap import Shadow
from shadow_app.policy import Policy
from shadow_app.settings import Settings
from shadow_app.ui.application import Session
from shadow_app.ui.desk import Desk
from shadow_app.ui.exchange.page import ExchangePage
from shadow_app.ui.settings.about import SettingsAbout
from shadow_app.ui.single_instance import SingleInstance
from shadow_app.usecases.updates import Updates


@pytest.fixture
def session(
    shadow: Shadow, firm: Firm, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Path | None], Session]]:
    """The window on the small firm's store, with the page that knows hand-over files."""
    monkeypatch.setattr("shadow_app.ui.pages.PAGES", (ExchangePage,))
    made: list[Session] = []

    def begin(file: Path | None) -> Session:
        one = Session(qapp, Settings(name="Ann", shadower_id=firm.ann.id, look="light"))
        made.append(one)
        if file is not None:
            one.files.give(file)
        one.window.show()
        one.opening.opened.emit(shadow)
        qtbot.waitUntil(lambda: bool(one.window.pages()), timeout=60_000)
        return one

    yield begin
    for each in made:
        qapp.removeEventFilter(each.files)
        each.shadow = None  # the fixture's own to close
        each.end()
        each.window.close()
        each.window.deleteLater()


def test_a_file_that_came_first_waits_for_the_pages(
    session: Callable[[Path | None], Session], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "broken.shadow").write_bytes(b"nothing of ours")
    one = session(tmp_path / "broken.shadow")
    qtbot.waitUntil(lambda: one.window.strip.property("look") == "trouble", timeout=60_000)
    assert one.files.waiting == ()


def test_a_mac_says_it_by_an_event_and_strangers_are_told_apart(
    session: Callable[[Path | None], Session], qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    one = session(None)
    # Only a Mac's application is listened to; elsewhere the event is handed over by hand.
    assert one.files.eventFilter(qapp, QFileOpenEvent(str(tmp_path / "holiday.jpg")))
    qtbot.waitUntil(lambda: "holiday.jpg" in one.window.strip.label.text(), timeout=60_000)


def test_a_second_window_hands_its_file_to_the_first(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path / "a.db"), SingleInstance(tmp_path / "a.db")
    assert first.first()
    heard: list[Path] = []
    first.asked_to_open.connect(heard.append)
    files = (tmp_path / "one ü.shadow", tmp_path / "two.shadow")
    assert not second.first(files)
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=60_000)
    assert tuple(heard) == files
    first.release()


@pytest.fixture
def announced(desk: Desk, tmp_path: Path) -> Path:
    path = tmp_path / "version.txt"
    path.write_text("999.1", encoding="utf-8")
    own = desk.shadow.own
    object.__setattr__(desk.shadow, "updates", Updates(own.current, lambda: Policy(str(path))))
    return path


def test_the_page_about_looks_when_asked(desk: Desk, qtbot: QtBot, announced: Path) -> None:
    page = SettingsAbout(desk)
    qtbot.addWidget(page)
    page.load()
    qtbot.waitUntil(lambda: str(announced) in page.form.updatesWords.text(), timeout=60_000)
    assert not page.form.updates.isChecked()
    page.form.look.click()
    qtbot.waitUntil(lambda: "999.1 is there" in page.form.updatesWords.text(), timeout=60_000)
    page.form.updates.click()
    qtbot.waitUntil(lambda: desk.shadow.own.current().updates, timeout=60_000)
    announced.unlink()
    page.look()
    qtbot.waitUntil(lambda: "cannot be read" in page.form.updatesWords.text(), timeout=60_000)


def test_without_an_address_there_is_nothing_to_switch(desk: Desk, qtbot: QtBot) -> None:
    object.__setattr__(desk.shadow, "updates", Updates(desk.shadow.own.current, Policy))
    page = SettingsAbout(desk)
    qtbot.addWidget(page)
    page.load()
    qtbot.waitUntil(lambda: "names no place" in page.form.updatesWords.text(), timeout=60_000)
    assert not page.form.look.isEnabled()
    assert not page.form.updates.isEnabled()

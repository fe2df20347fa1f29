"""A forgotten passphrase, the team's recovery key and another key: by the window, over a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from factories import Firm
from hands import Hands
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.settings import Settings
from shadow_app.storage import keys
from shadow_app.ui.application import Session
from shadow_app.ui.ask_dialog import AskDialog
from shadow_app.ui.key_dialogs import RecoveryDialog, UnlockDialog, print_code
from shadow_app.ui.settings.page import SettingsPage
from shadow_app.ui.trust.keys_section import SettingsKeys
from shadow_app.ui.trust.new_passphrase import NewPassphrase

PASSPHRASE = "a cold loading bay"
TEAM = "the keys of the house"
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A protected store; its recovery code."""
    cheap = keys.Cost(memory_kib=8, passes=1)
    monkeypatch.setitem(keys.create.__kwdefaults__ or {}, "cost", cheap)
    monkeypatch.setattr(keys.passphrase_wrap, "__defaults__", (cheap,))
    path = tmp_path / "mine.db"
    code = create_store(path, passphrase=PASSPHRASE)
    shadow = open_shadow(Settings(name="Ann"), path, passphrase=PASSPHRASE)
    Firm().put_into(shadow.store)
    shadow.backups.make()
    shadow.close()
    assert code
    return code


@pytest.fixture
def hands(code: str, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Hands]:
    session = Session(qapp, Settings(name="Ann", look="light"))
    qtbot.addWidget(session.window, before_close_func=lambda window: setattr(window, "may_close", lambda: True))
    yield Hands(session, qtbot)
    session.window.may_close = lambda: True
    session.window.close()
    session.end()


def shown(hands: Hands, kind: type[D]) -> D:
    """The dialog of this kind, as soon as it is there."""

    def found() -> list[D]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]

    hands.until(found)
    return found()[0]


def section(hands: Hands) -> SettingsKeys:
    hands.window.open_page("settings")
    page = hands.window.page("settings")
    assert isinstance(page, SettingsPage)
    page.open_section(page.keys.title)
    hands.until(lambda: page.keys._ways is not None)
    return page.keys


def is_open(hands: Hands) -> Callable[[], bool]:
    return lambda: hands.session.shadow is not None and hands.session.keeping is not None


def locked(hands: Hands) -> None:
    keeping = hands.session.keeping
    assert keeping is not None
    hands.until(lambda: keeping._ways is not None)
    keeping.lock()
    hands.until(lambda: keeping.locked)


def written_down(hands: Hands) -> str:
    dialog = shown(hands, RecoveryDialog)
    code = dialog.form.code.text()
    dialog.form.written.click()
    dialog.form.done.click()
    return code


def test_a_forgotten_passphrase(hands: Hands, code: str, tmp_path: Path) -> None:
    def with_code(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.form.use_code.click()
        dialog.form.secret.setText(code)
        dialog.form.open.click()

    hands.when(UnlockDialog, with_code)
    hands.session.begin(tmp_path / "mine.db", False)
    hands.until(is_open(hands))
    asking = shown(hands, NewPassphrase)
    asking.form.first.setText("another, longer one")
    asking.form.again.setText("another, longer one")
    asking.form.keep.click()
    hands.until(lambda: "The new passphrase opens" in hands.window.strip.label.text())
    locked(hands)
    assert hands.session.keeping is not None
    form = hands.session.keeping.page.form
    for typed, opens in ((PASSPHRASE, False), ("another, longer one", True)):
        form.passphrase.setText(typed)
        form.unlock.click()
        hands.until(is_open(hands) if opens else form.trouble.isVisible)


def test_the_team_key_opens_what_its_word_was_let_into_and_another_key_is_given(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHADOW_PASSPHRASE", PASSPHRASE)
    hands.session.begin(tmp_path / "mine.db", False)
    hands.until(is_open(hands))
    monkeypatch.delenv("SHADOW_PASSPHRASE")
    part = section(hands)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "team.key"), ""))
    part.form.makeTeam.click()
    made = shown(hands, AskDialog)
    made.editor("new").setText(TEAM)
    made.editor("again").setText(TEAM + "!")
    made.keep()
    hands.until(lambda: "differ" in made.form.wrong.text())
    made.editor("again").setText(TEAM)
    made.keep()
    word = written_down(hands)
    assert word.startswith("shadow-team-")
    part.form.addTeam.click()
    adding = shown(hands, AskDialog)
    adding.editor("word").setText(word)
    adding.editor("old").setText("not it")
    adding.keep()
    hands.until(lambda: "not its passphrase" in adding.form.wrong.text())
    adding.editor("old").setText(PASSPHRASE)
    adding.keep()
    hands.until(lambda: "opens this store" in part.form.teamState.text() and "not" not in part.form.teamState.text())
    assert hands.session.shadow is not None
    key = hands.session.shadow.store.key
    part.form.rekey.click()
    proving = shown(hands, AskDialog)
    proving.editor("old").setText(PASSPHRASE)
    proving.keep()
    hands.until(lambda: hands.session.shadow is None)
    hands.until(is_open(hands))
    assert hands.session.shadow.store.key != key
    written_down(hands)
    assert "so have 2 backups" in hands.window.strip.label.text()
    locked(hands)
    assert hands.session.keeping is not None
    hands.session.keeping.page.form.other.click()
    by_team = shown(hands, UnlockDialog)
    by_team.form.use_team.click()
    assert not by_team.form.use_code.isChecked()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "team.key"), ""))
    by_team.form.choose.click()
    by_team.form.secret.setText(TEAM)
    by_team.form.open.click()
    hands.until(is_open(hands))
    shown(hands, NewPassphrase).reject()
    part = section(hands)
    part.form.removeTeam.click()
    taking = shown(hands, AskDialog)
    taking.editor("old").setText(PASSPHRASE)
    taking.keep()
    hands.until(lambda: "does not open" in part.form.teamState.text())


def test_the_minutes_are_kept_and_the_code_is_printed(
    hands: Hands, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHADOW_PASSPHRASE", PASSPHRASE)
    hands.session.begin(tmp_path / "mine.db", False)
    hands.until(is_open(hands))
    part = section(hands)
    part.form.after.setValue(1)
    part.form.after.editingFinished.emit()
    assert hands.session.keeping is not None
    assert hands.session.keeping.idleness.minutes == 1
    assert part.form.after.suffix() == " minute"
    shadow = hands.session.shadow
    assert shadow is not None
    hands.until(lambda: shadow.own.current().lock_minutes == 1)
    paper = QPdfWriter(str(tmp_path / "code.pdf"))
    paper.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    print_code(paper, code)
    assert len(PdfReader(tmp_path / "code.pdf").pages) == 1

"""First run, passphrase, demo: the window's way to an open store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from shadow_app import settings as own_settings
from shadow_app.bootstrap import Shadow, create_store
from shadow_app.settings import Settings
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.key_dialogs import FirstRunDialog, RecoveryDialog, UnlockDialog
from shadow_app.ui.opening import Opening

PASSPHRASE = "a cold loading bay"


def answer(kind: type[QDialog], how: Callable[[QDialog], None]) -> None:
    """Answer the next dialog of a kind when it appears, as a person would."""

    def look() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, kind) and widget.isVisible():
                how(widget)
                return
        QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)


def type_into(qtbot: QtBot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    qtbot.keyClicks(widget, text)


@pytest.fixture
def opening(qtbot: QtBot) -> Opening:
    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs()
    made = Opening(jobs, Settings(), window)
    qtbot.add_widget(window, before_close_func=lambda _: jobs.close())
    return made


def test_the_first_run_makes_a_store_and_shows_the_code_once(opening: Opening, qtbot: QtBot, tmp_path: Path) -> None:
    codes: list[str] = []

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, FirstRunDialog)
        type_into(qtbot, dialog.form.name, "Ann")
        type_into(qtbot, dialog.form.team, "Service desk")
        type_into(qtbot, dialog.form.passphrase, PASSPHRASE)
        assert not dialog.form.make.isEnabled()
        type_into(qtbot, dialog.form.again, PASSPHRASE)
        dialog.form.make.click()

    def note(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        codes.append(dialog.form.code.text())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "it does not close before somebody says that it is written down"
        dialog.form.written.click()
        dialog.form.done.click()

    answer(FirstRunDialog, fill)
    answer(RecoveryDialog, note)
    with qtbot.waitSignal(opening.opened, timeout=20_000) as opened:
        opening.start(tmp_path / "mine.db", False)
    shadow: Shadow = opened.args[0]
    assert [each.name for each in shadow.catalogue.shadowers()] == ["Ann"]
    assert own_settings.load(own_settings.settings_path()).settings.shadower_id == shadow.catalogue.shadowers()[0].id
    assert len(codes) == 1
    shadow.close()


def test_a_wrong_passphrase_asks_again_and_the_recovery_code_opens(
    opening: Opening, qtbot: QtBot, tmp_path: Path
) -> None:
    code = create_store(tmp_path / "mine.db", passphrase=PASSPHRASE)
    assert code
    asked: list[str] = []

    def wrong(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        asked.append(dialog.form.why.text())
        type_into(qtbot, dialog.form.secret, "something else")
        QTimer.singleShot(0, lambda: answer(UnlockDialog, right))
        dialog.form.open.click()

    def right(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        asked.append(dialog.form.why.text())
        dialog.form.use_code.click()
        type_into(qtbot, dialog.form.secret, code or "")
        dialog.form.open.click()

    answer(UnlockDialog, wrong)
    with qtbot.waitSignal(opening.opened, timeout=20_000) as opened:
        opening.start(tmp_path / "mine.db", False)
    assert "SHADOW_PASSPHRASE" not in asked[0], "a window needs no word about commands"
    assert "Your passphrase opens them" in asked[0]
    assert "not its passphrase" in asked[1]
    opened.args[0].close()


def test_giving_up_is_possible_everywhere(opening: Opening, qtbot: QtBot, tmp_path: Path) -> None:
    answer(FirstRunDialog, lambda dialog: dialog.reject())
    with qtbot.waitSignal(opening.given_up, timeout=10_000):
        opening.start(tmp_path / "none.db", False)
    assert not (tmp_path / "none.db").exists()
    create_store(tmp_path / "mine.db", passphrase=PASSPHRASE)
    answer(UnlockDialog, lambda dialog: dialog.reject())
    with qtbot.waitSignal(opening.given_up, timeout=10_000):
        opening.start(tmp_path / "mine.db", False)


def test_a_store_that_cannot_be_opened_says_why(opening: Opening, qtbot: QtBot, tmp_path: Path) -> None:
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.text())
        assert dialog.textFormat() is Qt.TextFormat.PlainText
        dialog.accept()

    create_store(tmp_path / "mine.db", passphrase=PASSPHRASE)
    (tmp_path / "mine.db.key").write_text("{")
    answer(QMessageBox, read)
    with qtbot.waitSignal(opening.given_up, timeout=10_000):
        opening.start(tmp_path / "mine.db", False)
    assert "cut off or changed" in said[0]


def test_the_demo_can_be_chosen_first(opening: Opening, qtbot: QtBot, tmp_path: Path) -> None:
    answer(FirstRunDialog, lambda dialog: dialog.done(FirstRunDialog.DEMO))
    with qtbot.waitSignal(opening.opened, timeout=60_000) as opened:
        opening.start(tmp_path / "none.db", False)
    assert len(opened.args[0].planning.visits()) == 12
    opened.args[0].close()
    assert opening.demo_folder is not None
    opening.demo_folder.cleanup()

"""A dialog that asks: it stays open until what was typed is on disk, and is not missed once it is closed."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shadow_app.domain.errors import Refused
from shadow_app.domain.people import Shadower
from shadow_app.ui.ask_dialog import AskDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.questions import Ask
from shadow_app.ui.record_dialog import RecordDialog


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def asking(page: QWidget) -> RecordDialog:
    fields = (Ask("name", "Name"), Ask("team", "Team", "Workplace"))
    dialog = RecordDialog("A person", fields, lambda values: Shadower(**values), page)
    dialog.open()
    return dialog


def gone(dialog: object) -> bool:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    try:
        return not dialog.isVisible()  # type: ignore[attr-defined]
    except RuntimeError:
        return True


def test_what_is_refused_stays_in_its_fields(page: QWidget, desk: Desk, qtbot: QtBot) -> None:
    wrong = ["There is somebody of that name already."]
    told: list[object] = []

    def keep(person: Shadower) -> str:
        if wrong:
            raise Refused(wrong.pop())
        return person.name

    dialog = asking(page)
    dialog.kept_by(desk.jobs, keep, told.append)
    dialog.keep()
    assert dialog.form.wrong.text() == "“Name” is empty; fill it in before keeping it."
    dialog.editor("name").setText("Bea")
    dialog.keep()
    dialog.keep()  # Enter twice keeps once
    qtbot.waitUntil(lambda: "already" in dialog.form.wrong.text())
    assert (dialog.editor("name").text(), dialog.editor("team").text(), told) == ("Bea", "Workplace", [])
    dialog.keep()
    qtbot.waitUntil(lambda: bool(told))
    assert (told, gone(dialog)) == (["Bea"], True)


@pytest.mark.parametrize("refused", [False, True])
def test_a_dialog_that_was_closed_meanwhile_is_not_missed(
    page: QWidget, desk: Desk, qtbot: QtBot, refused: bool
) -> None:
    begun = Event()
    told: list[object] = []

    def keep(person: Shadower) -> str:
        begun.wait(20)
        if refused:
            raise Refused("No.")
        return person.name

    dialog = asking(page)
    dialog.kept_by(desk.jobs, keep, told.append)
    dialog.editor("name").setText("Bea")
    dialog.keep()
    dialog.reject()
    assert gone(dialog)
    begun.set()
    qtbot.waitUntil(lambda: not desk.jobs.writing)
    assert told == ([] if refused else ["Bea"])


def test_an_answer_is_told_to_a_dialog_that_is_there(page: QWidget, desk: Desk, qtbot: QtBot) -> None:
    begun = Event()
    kept: list[object] = []
    for leaves in (False, True):
        begun.clear()
        dialog = AskDialog("A name", (Ask("name", "Name"),), lambda _values: begun.wait(20), desk, page)
        dialog.kept.connect(kept.append)
        dialog.open()
        dialog.keep()
        if leaves:
            dialog.reject()
            assert gone(dialog)
        begun.set()
        qtbot.waitUntil(lambda: not desk.jobs.writing)
    assert kept == [True]

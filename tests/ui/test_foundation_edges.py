"""Where the foundation could give way: a read that ends as it is interrupted, pages that are gone, storms of errors."""

from __future__ import annotations

import threading
import time
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from shadow_app.ui.actions import Actions
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.palette import Palette
from shadow_app.ui.trouble import show_trouble


def test_the_interruption_never_hits_the_read_after(qtbot: QtBot) -> None:
    inside: list[str] = []
    hit: list[str | None] = []

    def interrupt() -> None:
        time.sleep(0.05)  # as slow as it may be: whoever runs now is the one who is hit
        hit.append(inside[-1] if inside else None)

    jobs = Jobs(interrupt)
    answers: list[str] = []
    began, go = threading.Event(), threading.Event()

    def old() -> str:
        inside.append("old")
        began.set()
        go.wait(5)
        inside.pop()
        return "old"

    def bystander() -> str:
        inside.append("bystander")
        time.sleep(0.2)
        inside.pop()
        return "bystander"

    jobs.read(old, answers.append, supersedes="search")
    jobs.read(bystander, answers.append)
    assert began.wait(5)
    threading.Timer(0.01, go.set).start()
    jobs.read(lambda: "new", answers.append, supersedes="search")
    qtbot.waitUntil(lambda: answers == ["bystander", "new"])
    assert "bystander" not in hit
    jobs.close()


def test_a_read_that_nobody_waits_for_is_not_begun(qtbot: QtBot) -> None:
    jobs, gate = Jobs(), threading.Event()
    ran: list[int] = []
    answers: list[int] = []

    def search(number: int) -> int:
        ran.append(number)
        return number

    jobs.read(lambda: gate.wait(5))
    for number in range(20):
        jobs.read(partial(search, number), answers.append, supersedes="search")
    gate.set()
    qtbot.waitUntil(lambda: answers == [19])
    assert ran == [19]
    jobs.close()


def test_actions_of_a_page_that_is_gone_are_gone(qtbot: QtBot) -> None:
    actions, kept, gone = Actions(), QWidget(), QWidget()
    qtbot.addWidget(kept)
    actions.add(kept, "Stay", lambda: None)
    actions.add(gone, "Go", lambda: None)
    kept.show()
    gone.show()
    assert {action.text() for action in actions.usable()} == {"Stay", "Go"}
    Shiboken.delete(gone)
    assert [action.text() for action in actions.usable()] == ["Stay"]
    assert [action.text() for action in actions.all()] == ["Stay"]


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(700, 500)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_likeliest_command_comes_first(page: QWidget) -> None:
    actions = Actions()
    for text in ("Add a visit to the programme", "Show evidence", "Save as PDF…", "Ask for an answer: vote early"):
        actions.add(page, text, lambda: None)
    palette = Palette(page, actions.usable())
    palette.line.setText("save")
    shown = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert shown[0] == "Save as PDF…"
    palette.line.setText("ev")
    assert palette.list.item(0).text() == "Show evidence", "the beginning of a word comes before letters strewn about"


def test_a_closed_palette_leaves_nothing_behind(page: QWidget, qtbot: QtBot) -> None:
    actions = Actions()
    actions.add(page, "Save", lambda: None)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        palette = Palette(page, actions.usable())
        palette.open()
        qtbot.keyClick(palette.line, key)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert page.findChildren(Palette) == []


def test_a_sentence_that_must_be_read_waits_for_it(qtbot: QtBot, page: QWidget) -> None:
    said: list[str] = []

    def read() -> None:
        box = next(box for box in page.findChildren(QMessageBox) if box.isVisible())
        said.append(box.text())
        box.accept()

    QTimer.singleShot(0, read)
    show_trouble(page, "The store <b>is busy</b>.")
    assert said == ["The store <b>is busy</b>."]

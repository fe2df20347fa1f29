"""Something goes wrong inside: the line being typed is kept, one dialog says so, a report goes where a person wants."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qWarning
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from factories import Firm
from shadow_app.bootstrap import Shadow
from shadow_app.diagnosis import LogFile, start_log
from shadow_app.domain.errors import Refused
from shadow_app.settings import Settings
from shadow_app.storage.store import Store
from shadow_app.ui.application import Session
from shadow_app.ui.crash import Crashes
from shadow_app.ui.crash_dialog import CrashDialog, KeptLineDialog, save_report
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.today_page import TodayPage
from shadow_app.usecases.typed import Typed

NEEDLE = "zyxwvneedle"


@pytest.fixture
def log(tmp_path: Path) -> LogFile:
    return start_log(tmp_path / "log")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def crashes(log: LogFile, window: QWidget, qapp: QApplication) -> Iterator[Crashes]:
    made = Crashes(log, lambda done: done(True), window)
    made.watch()
    yield made
    made.unwatch()


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as caught:  # noqa: BLE001
        return caught


def everything_said(widget: QWidget) -> str:
    labels = (label.text() for label in widget.findChildren(QLabel) if label.isVisible())
    return "\n".join((*labels, *(each.toPlainText() for each in widget.findChildren(QPlainTextEdit))))


def test_a_storm_of_errors_is_told_once_and_blocks_nothing(crashes: Crashes, window: QWidget, qtbot: QtBot) -> None:
    for number in range(5):
        error = raised(KeyError(f"{NEEDLE} {number}"))
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)))
    QApplication.processEvents()
    (dialog,) = window.findChildren(CrashDialog)
    said = everything_said(dialog)
    assert "KeyError in test_crash.py, line" in said
    assert "What you saved is safe." in said
    assert "is still there" in said
    assert NEEDLE not in said
    assert "Traceback" not in said
    dialog.form.go.click()
    qtbot.waitUntil(lambda: not window.findChildren(CrashDialog))


def test_an_error_on_any_thread_is_told_on_the_screens(crashes: Crashes, window: QWidget, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ValueError(NEEDLE)

    thread = threading.Thread(target=fail, name="reader_0")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    report = crashes.report()
    assert "on the thread reader_0" in report
    assert "builtins.ValueError" in report
    assert NEEDLE not in report


def test_what_fails_in_a_job_is_a_mistake_and_what_is_refused_is_not(
    crashes: Crashes, window: QWidget, qtbot: QtBot
) -> None:
    heard: list[BaseException] = []
    jobs = Jobs(failed=heard.append)
    jobs.broke.connect(crashes.told)

    def refuse() -> None:
        raise Refused("Not now.")

    def fail() -> None:
        raise LookupError(NEEDLE)

    jobs.read(refuse)
    jobs.write(refuse)
    qtbot.waitUntil(lambda: len(heard) == 2)
    QApplication.processEvents()
    assert crashes.dialog is None
    jobs.write(fail)
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    assert len(heard) == 3
    jobs.close()


def test_stopping_the_program_from_a_terminal_is_no_mistake(crashes: Crashes, monkeypatch: pytest.MonkeyPatch) -> None:
    passed_on: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, error, trace: passed_on.append(kind))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert passed_on == [KeyboardInterrupt]
    assert crashes.dialog is None


def test_what_qt_complains_of_is_counted_and_not_quoted(crashes: Crashes, log: LogFile) -> None:
    qWarning(f"cannot draw {NEEDLE}")
    assert log.recent[-1].endswith("Qt says QtWarningMsg about default")
    assert QtMsgType.QtWarningMsg.name == "QtWarningMsg"


def test_the_hooks_are_given_back(log: LogFile, qapp: QApplication) -> None:
    before = sys.excepthook, threading.excepthook
    crashes = Crashes(log, lambda done: done(None))
    crashes.watch()
    assert sys.excepthook is not before[0]
    crashes.unwatch()
    crashes.unwatch()
    assert (sys.excepthook, threading.excepthook) == before


@pytest.mark.parametrize(("kept", "said"), [(True, "is still there"), (False, "copy it before"), (None, "")])
def test_the_dialog_says_what_became_of_the_line(window: QWidget, qtbot: QtBot, kept: bool | None, said: str) -> None:
    dialog = CrashDialog(ValueError(), lambda: "", window)
    dialog.open()
    dialog.show_kept(kept)
    assert dialog.form.kept.isVisible() == (kept is not None)
    assert said in dialog.form.kept.text()


def test_the_report_goes_where_a_person_wants_it(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([("", ""), (str(tmp_path / "report.txt"), ""), (str(tmp_path / "report.txt" / "x"), "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: next(answers))
    dialog = CrashDialog(ValueError(), lambda: "without content", window)
    dialog.open()
    dialog.form.report.click()
    assert not dialog.form.saved.isVisible()
    dialog.form.report.click()
    assert (tmp_path / "report.txt").read_text() == "without content"
    assert str(tmp_path / "report.txt") in dialog.form.saved.text()
    assert "could not be written" in save_report(window, "x")


def test_closing_from_the_dialog_asks_what_closing_asks(window: QWidget, qtbot: QtBot) -> None:
    dialog = CrashDialog(ValueError(), lambda: "", window)
    dialog.open()
    dialog.form.stop.click()
    assert not window.isVisible()
    assert not dialog.isVisible()


@pytest.fixture
def session(
    shadow: Shadow, firm: Firm, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Session]]:
    """Start the window on the small firm's store, as often as wanted; with one page, for it is about the window."""
    monkeypatch.setattr("shadow_app.ui.pages.PAGES", (TodayPage,))
    made: list[Session] = []

    def start() -> Session:
        session = Session(qapp, Settings(name="Ann", shadower_id=firm.ann.id, look="light"))
        made.append(session)
        session.window.show()
        session.opening.opened.emit(shadow)
        qtbot.waitUntil(lambda: bool(session.window._places))
        return session

    yield start
    for each in made:
        each.jobs.close()
        if each._instance is not None:
            each._instance.release()
        each._watch.stop()
    # What was answered before that is still on its way to the windows.
    qapp.processEvents()
    for each in made:
        # Too late for pytest-qt to do it; a dialog that stays takes the focus of every later test.
        each.window.deleteLater()
        # Or Python lets its timers go on whichever thread comes by.
        each.deleteLater()


def test_a_half_typed_line_survives_the_mistake_and_the_next_start(
    session: Callable[[], Session], shadow: Shadow, log: LogFile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = session()
    monkeypatch.setattr(first.window, "unfinished", lambda: f"! half a {NEEDLE}")
    crashes = Crashes(log, first.line.keep_after_failure, first.window)
    crashes.told(raised(ValueError("x")))
    qtbot.waitUntil(lambda: crashes.dialog is not None and crashes.dialog.form.kept.isVisible())
    assert Typed(shadow.store).kept() == f"! half a {NEEDLE}"
    # The computer dies here: nothing is closed in order.
    assert first._instance is not None
    first._instance.release()

    second = session()
    qtbot.waitUntil(lambda: bool(second.window.findChildren(KeptLineDialog)))
    (dialog,) = second.window.findChildren(KeptLineDialog)
    assert NEEDLE in everything_said(dialog)
    dialog.form.later.click()
    assert Typed(shadow.store).kept()
    dialog.form.copy.click()
    assert QApplication.clipboard().text() == f"! half a {NEEDLE}"
    qtbot.waitUntil(lambda: not Typed(shadow.store).kept())


def test_closing_in_order_forgets_what_was_kept(
    session: Callable[[], Session], shadow: Shadow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = session()
    told: list[bool | None] = []
    one.line.keep_after_failure(told.append)
    assert told == [None]
    monkeypatch.setattr(one.window, "unfinished", lambda: "half")
    one.line.keep_after_failure(told.append)
    qtbot.waitUntil(lambda: told == [None, True])
    monkeypatch.setattr(one.window, "unfinished", lambda: "")
    one.window.close()
    qtbot.waitUntil(lambda: not Typed(shadow.store).kept())


def test_the_palette_offers_the_report(
    session: Callable[[], Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = session()
    one.offer_report(lambda: "without content")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "r.txt"), ""))
    (action,) = (each for each in one.actions.usable() if each.text().startswith("Save a report"))
    action.trigger()
    assert (tmp_path / "r.txt").read_text() == "without content"


def test_a_line_that_no_database_could_hold_is_kept_all_the_same(store: Store) -> None:
    typed = Typed(store)
    typed.forget()
    typed.keep("a\0b \ud800" + "x" * 30_000)
    assert typed.kept().startswith("ab ?x")
    typed.forget()
    assert typed.kept() == ""

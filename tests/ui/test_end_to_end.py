"""A visit from its plan to the saved PDF in the real window, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from factories import Firm
from hands import ALT, CTRL, SHIFT, Hands, visits
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.vocabulary import Kind, VisitState
from shadow_app.insight.quick_entry import parse
from shadow_app.settings import Settings
from shadow_app.ui.application import Session
from shadow_app.ui.new_visit_dialog import NewVisitDialog
from shadow_app.ui.reports.page import ReportsPage


@pytest.fixture
def hands(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Hands]:
    path = tmp_path / "store.db"
    create_store(path, unprotected=True)
    firm = Firm()
    shadow = open_shadow(Settings(name="Ann"), path)
    shadow.catalogue.keep_all([record for record in firm.records if record is not firm.visit], "set up")
    shadow.planning.lock(
        AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.email.id, firm.labels.id, firm.scanning.id))
    )
    shadow.close()
    session = Session(qapp, Settings(name="Ann", team="Service desk", shadower_id=firm.ann.id, look="light"))
    session.begin(path, False)
    # However a test ends, closing must not ask anybody.
    qtbot.addWidget(session.window, before_close_func=lambda window: setattr(window, "may_close", lambda: True))
    qtbot.waitUntil(lambda: session.shadow is not None, timeout=20_000)
    session.window.activateWindow()
    yield Hands(session, qtbot)
    session.window.may_close = lambda: True
    session.window.close()
    session.end()


def plan(hands: Hands) -> None:
    hands.press(Qt.Key.Key_2, ALT)
    hands.until(lambda: visits(hands).isVisible())

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NewVisitDialog)
        dialog.form.focus.setFocus()
        hands.write("What stops a van from leaving?")
        hands.press(Qt.Key.Key_Return)

    hands.when(NewVisitDialog, fill)
    hands.press(Qt.Key.Key_N, CTRL)
    hands.until(lambda: visits(hands).prepare.isVisible() and visits(hands).prepare.isEnabled())
    # A real screen gives the focus back when a dialog closes; the offscreen one has to be asked.
    hands.window.activateWindow()
    hands.until(hands.window.isActiveWindow)


def write(hands: Hands, lines: list[str]) -> None:
    page = visits(hands)
    hands.until(lambda: page.live.isVisible() and page.live.bar.line.hasFocus())
    for number, line in enumerate(lines, start=1):
        hands.write(line)
        hands.press(Qt.Key.Key_Return)
        hands.until(partial(_kept, hands, number))


def _kept(hands: Hands, count: int) -> bool:
    return len(notes(hands)) == count and not visits(hands).live.bar.line.text()


def notes(hands: Hands) -> list[str]:
    page, shadow = visits(hands), hands.session.shadow
    assert page.card is not None
    assert shadow is not None
    return [each.note.text for each in shadow.capture.timeline(page.card.visit.id)]


def test_from_the_plan_to_the_saved_pdf_without_a_mouse(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shadow = hands.session.shadow
    assert shadow is not None
    plan(hands)
    page = visits(hands)
    assert page.card is not None
    visit_id = page.card.visit.id
    hands.press(Qt.Key.Key_Return, CTRL)
    write(
        hands,
        [
            '! gun logs out when the screen locks "I take the gloves off" #scanner ~4m x9 !2',
            "! label printer jams #labels ~18m 6p !3",
            "+ belt card works #email",
        ],
    )
    hands.write("a slip")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: len(notes(hands)) == 4 and not page.live.bar.line.text())
    hands.press(Qt.Key.Key_Z, CTRL)
    hands.until(lambda: len(notes(hands)) == 3)
    assert [each.note.kind for each in shadow.capture.timeline(visit_id)] == [Kind.PAIN, Kind.PAIN, Kind.POSITIVE]

    hands.press(Qt.Key.Key_F, CTRL | SHIFT)
    hands.until(lambda: shadow.planning.card(visit_id).visit.state is VisitState.DEBRIEF)
    shadow.debriefing.describe(visit_id, exposure_hours=8.0)
    hands.press(Qt.Key.Key_D, ALT | SHIFT)
    hands.until(lambda: page.debrief.isVisible() and page.debrief.isEnabled())
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: shadow.planning.card(visit_id).visit.state is VisitState.REVIEWED)

    target = tmp_path / "report.pdf"
    hands.press(Qt.Key.Key_7, ALT)
    reports = hands.window.page("reports")
    assert isinstance(reports, ReportsPage)
    hands.until(reports.isVisible)
    hands.until(reports.form.pdf.isEnabled)

    # The dialog that asks for a place is the system's own; everything before and after it is ours.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    hands.press(Qt.Key.Key_S, CTRL)
    hands.until(target.exists)
    text = " ".join(page.extract_text() for page in PdfReader(target).pages)
    assert "Handheld scanning" in text
    assert "Label printing" in text


def test_closing_asks_before_a_typed_line_is_lost(hands: Hands) -> None:
    plan(hands)
    hands.press(Qt.Key.Key_Return, CTRL)
    page = visits(hands)
    hands.until(lambda: page.live.isVisible() and page.live.bar.line.hasFocus())
    hands.write("not saved <img src='/etc/hostname'>")
    asked: list[str] = []

    def cancel(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        asked.append(dialog.text())
        assert dialog.textFormat() is Qt.TextFormat.PlainText
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    hands.when(QMessageBox, cancel)
    hands.until(lambda: not hands.session.jobs.writing)
    hands.window.close()
    assert hands.window.isVisible()
    assert "not saved" in asked[0]


def test_what_the_command_line_writes_appears_in_the_window(hands: Hands, tmp_path: Path) -> None:
    plan(hands)
    hands.press(Qt.Key.Key_Return, CTRL)
    write(hands, ["first"])
    page = visits(hands)
    assert page.card is not None
    other = open_shadow(Settings(name="Ann"), tmp_path / "store.db")
    other.capture.note(page.card.visit.id, parse("from the terminal"), datetime.now().astimezone())
    other.close()
    model = page.live.timeline.model()
    hands.until(lambda: model.rowCount() == 2)

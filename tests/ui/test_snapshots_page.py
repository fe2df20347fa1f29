"""Locking a ranking on the page, and what it shows since."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm, put, tag
from priorities_pages import names, note_two_services, shown
from shadow_app.bootstrap import Shadow
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import new_id
from shadow_app.domain.released import Snapshot
from shadow_app.domain.weights import Weights
from shadow_app.insight.since import Since, SinceLine, Standing
from shadow_app.insight.uncertainty import Range
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.priorities.page import PrioritiesPage
from shadow_app.ui.priorities.words import line_about, line_title, since_title, since_words
from shadow_app.ui.record_dialog import RecordDialog

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk: Desk, store: Store, firm: Firm, shadow: Shadow, news: NewsDesk, qtbot: QtBot) -> PrioritiesPage:
    note_two_services(store, firm)
    shadow.prioritising.waive(firm.unit.id)
    made = shown(desk, qtbot)
    news.heard.connect(made.hear)
    return made


def lock(page: PrioritiesPage, name: str, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_L)
    dialog = page.findChild(RecordDialog)
    assert dialog is not None
    editor = dialog.editors["name"]
    assert isinstance(editor, QLineEdit)
    assert editor.selectedText() == editor.text(), "a name is offered and typed over"
    editor.setText(name)
    qtbot.keyClick(editor, Key.Key_Return)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def lines(page: PrioritiesPage) -> list[str]:
    model = page.since.lines
    return [model.entry(model.index(row, 0)).title for row in range(model.rowCount())]


def mail_stops(store: Store, firm: Firm) -> None:
    mail = firm.note("mail bounced", 20, lost_minutes=60.0, count=40)
    put(store, mail, tag(mail, firm.email))


def test_before_anything_is_locked_it_says_what_to_do(page: PrioritiesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_D, CTRL | SHIFT)
    assert page.form.sinceTab.isVisible()
    assert page.form.sinceTitle.text() == "No ranking is locked here yet"
    assert page.form.sinceLock.isVisible()
    assert not page.form.snapshot.isVisible()
    page.form.sinceLock.click()
    dialog = page.findChild(RecordDialog)
    assert dialog is not None
    dialog.reject()


def test_one_key_locks_and_what_changes_then_is_said(
    page: PrioritiesPage, store: Store, firm: Firm, shadow: Shadow, guide: Guide, qtbot: QtBot
) -> None:
    lock(page, "Spring", qtbot)
    qtbot.waitUntil(lambda: guide.said == ["Locked as “Spring”."], timeout=10_000)
    (taken,) = shadow.snapshots.all()
    assert (taken.name, taken.unit_id) == ("Spring", firm.unit.id)
    qtbot.waitUntil(lambda: page.view.since is not None, timeout=10_000)
    page.board.turn_to(page.form.sinceTab)
    qtbot.waitUntil(lambda: "the order is the same" in page.form.sinceTitle.text())
    assert "Spring" in page.form.snapshot.currentText()
    assert "since" not in page.form.order.text()

    mail_stops(store, firm)
    qtbot.waitUntil(lambda: names(page)[0] == "Email" and page._drawn is not None, timeout=10_000)
    assert lines(page) == [
        "Email: new, at place 1",
        "Handheld scanning: down 1, from place 1 to 2",
        "Label printing: down 1, from place 2 to 3",
    ]
    assert page.board.services.row(page.board.services.index(0, 0)).since == "new"
    assert page.board.services.row(page.board.services.index(1, 0)).since == "down 1"
    assert "“down” and “new” are since" in page.form.order.text()
    page.form.sinceList.setFocus()
    qtbot.keyClick(page.form.sinceList, Key.Key_Down)
    qtbot.keyClick(page.form.sinceList, Key.Key_Return)
    assert page.evidence.form.name.text() == "Handheld scanning"


def test_a_name_that_is_taken_is_refused_in_a_sentence(
    page: PrioritiesPage, shadow: Shadow, guide: Guide, qtbot: QtBot
) -> None:
    shadow.snapshots.take("Spring", page._unit)
    lock(page, "spring", qtbot)
    dialog = page.findChild(RecordDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.form.wrong.isVisible, timeout=10_000)
    assert "locked as “Spring” already" in dialog.form.wrong.text()
    assert guide.complaints == []
    assert len(shadow.snapshots.all()) == 1
    editor = dialog.editors["name"]
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "spring", "what was typed stands there, to be changed"
    editor.setText("Summer")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: guide.said == ["Locked as “Summer”."], timeout=10_000)
    qtbot.waitUntil(lambda: page.findChild(RecordDialog) is None)


def test_another_locked_ranking_can_be_chosen(
    page: PrioritiesPage, store: Store, firm: Firm, shadow: Shadow, qtbot: QtBot
) -> None:
    shadow.snapshots.take("First", firm.unit.id)
    mail_stops(store, firm)
    shadow.snapshots.take("Second", firm.unit.id)
    shadow.snapshots.take("Everywhere")
    page.load()
    qtbot.waitUntil(lambda: page.view.since is not None and page._drawn is not None, timeout=10_000)
    page.board.turn_to(page.form.sinceTab)
    chooser = page.form.snapshot
    assert [chooser.itemText(place).partition(" · ")[2] for place in range(chooser.count())] == ["Second", "First"]
    assert lines(page)[0] == "Email: still at place 1"
    chooser.setFocus()
    qtbot.keyClick(chooser, Key.Key_Down)
    qtbot.waitUntil(lambda: lines(page)[0] == "Email: new, at place 1", timeout=10_000)
    assert "First" in chooser.currentText()
    page.load()
    qtbot.waitUntil(lambda: page._drawn is not None, timeout=10_000)
    assert "First" in chooser.currentText(), "a reading keeps what was chosen"


def test_moves_since_are_not_mixed_with_weights_that_are_tried(
    page: PrioritiesPage, store: Store, firm: Firm, shadow: Shadow, qtbot: QtBot
) -> None:
    shadow.snapshots.take("First", firm.unit.id)
    mail_stops(store, firm)
    qtbot.waitUntil(lambda: names(page)[0] == "Email" and page.view.since is not None, timeout=10_000)
    page.toggle_weights()
    for grade in (4, 3):
        page.weights.damage[grade].number.setValue(1000)
    qtbot.waitUntil(lambda: names(page)[0] == "Label printing", timeout=10_000)
    rows = [page.board.services.row(page.board.services.index(row, 0)) for row in range(3)]
    assert not any(row.since for row in rows)
    assert rows[0].move == "▲ 2"
    page.close_side()
    assert page.board.services.row(page.board.services.index(0, 0)).since == "new"


def test_the_order_stands_beside_the_weights(page: PrioritiesPage, firm: Firm, shadow: Shadow, qtbot: QtBot) -> None:
    """What a locked ranking was worked out with does not move, so what moves with a weight is turned to."""
    shadow.snapshots.take("First", firm.unit.id)
    qtbot.waitUntil(lambda: page.view.since is not None, timeout=10_000)
    page.show_since()
    assert page.form.sinceTab.isVisible()
    page.toggle_weights()
    qtbot.waitUntil(page.form.services.isVisible)
    page.close_side()
    page.board.turn_to(page.form.compareTab)
    page.toggle_weights()
    assert page.form.compareTab.isVisible(), "the other views move with the weights"


def test_it_can_be_opened_at_what_it_shows(
    page: PrioritiesPage, store: Store, firm: Firm, shadow: Shadow, guide: Guide, qtbot: QtBot
) -> None:
    taken = shadow.snapshots.take("First", firm.unit.id)
    whole = shadow.snapshots.take("Everywhere")
    pain = PainPoint(service_id=firm.labels.id, title="jams")
    put(store, pain)
    shadow.prioritising.waive(None)
    page.load()
    qtbot.waitUntil(lambda: page.view.since is not None and page._drawn is not None, timeout=10_000)
    page.go_to(pain.id)
    qtbot.waitUntil(lambda: page.evidence.form.name.text() == "Label printing", timeout=10_000)
    page.go_to(firm.scanning.id)
    qtbot.waitUntil(lambda: page.evidence.form.name.text() == "Handheld scanning", timeout=10_000)
    page.go_to(taken.id)
    qtbot.waitUntil(page.form.sinceTab.isVisible)
    page.go_to(whole.id)
    qtbot.waitUntil(lambda: page.form.unit.currentText() == "All units", timeout=10_000)
    qtbot.waitUntil(lambda: page.view.since is not None and page.view.since.snapshot.id == whole.id, timeout=10_000)
    page.go_to(firm.unit.id)
    qtbot.waitUntil(lambda: page.form.unit.currentText() == "Depots", timeout=10_000)
    page.go_to(firm.email.id)
    qtbot.waitUntil(lambda: bool(guide.said), timeout=10_000)
    assert guide.said == ["What you were going to is not among the priorities any more."]
    page.go_to(new_id())
    qtbot.waitUntil(lambda: len(guide.said) == 2, timeout=10_000)


def test_it_goes_where_it_was_sent_before_it_was_ever_shown(
    desk: Desk, store: Store, firm: Firm, shadow: Shadow, qtbot: QtBot
) -> None:
    note_two_services(store, firm)
    shadow.prioritising.waive(firm.unit.id)
    page = PrioritiesPage(desk)
    qtbot.addWidget(page)
    page.go_to(firm.labels.id)
    page.shown()
    qtbot.waitUntil(lambda: page.evidence.form.name.text() == "Label printing", timeout=10_000)


def test_the_report_is_of_the_unit_that_is_shown(page: PrioritiesPage, firm: Firm, guide: Guide, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_R, CTRL | SHIFT)
    assert guide.pages == ["reports"]
    assert guide.places == [("reports", firm.unit.id)]


def test_what_is_gone_is_said_when_it_is_picked(
    page: PrioritiesPage, store: Store, firm: Firm, shadow: Shadow, guide: Guide, qtbot: QtBot
) -> None:
    mail = firm.note("mail bounced", 20, lost_minutes=60.0, count=40)
    put(store, mail, tag(mail, firm.email))
    shadow.snapshots.take("First", firm.unit.id)
    put(store, mail.edited(removed=True))
    page.load()
    qtbot.waitUntil(lambda: lines(page)[-1:] == ["Email: gone, it was at place 1"], timeout=10_000)
    page.since.picked.emit(firm.email.id)
    assert "Nothing that counts names this service any more" in guide.said[0]
    QAbstractItemModelTester(page.since.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert isinstance(page.since.lines, QAbstractItemModel)


def standing(rank: int, hours: float, low: float, high: float) -> Standing:
    return Standing(rank, hours, Range(low, high), 0.0, 0.5, 3)


def test_moves_in_words() -> None:
    service = new_id()
    up = SinceLine(service, standing(4, 100, 80, 120), standing(2, 300, 250, 350))
    assert line_title(up, "Labels") == "Labels: up 2, from place 4 to 2"
    assert line_about(up) == "100 h a year then, 300 h now, more than chance explains"
    vague = SinceLine(service, standing(4, 100, 80, 120), standing(5, 110, 90, 130))
    assert line_title(vague, "Labels") == "Labels: down 1, from place 4 to 5"
    assert "may be chance" in line_about(vague)
    undrawn = SinceLine(service, standing(4, 100, 80, 120), Standing(4, 110, None, 0.0, None, 3))
    assert line_title(undrawn, "Labels") == "Labels: still at place 4"
    assert line_about(undrawn) == "100 h a year then, 110 h now"
    same = SinceLine(service, standing(1, 100, 80, 120), standing(1, 100, 80, 120))
    assert line_about(same) == "100 h a year, as then"
    gone = SinceLine(service, standing(4, 100, 80, 120), None)
    assert (line_title(gone, "Labels"), line_about(gone)) == ("Labels: gone, it was at place 4", "100 h a year")


@pytest.mark.parametrize(("visits", "words"), [(6, "2 visits more"), (3, "1 visit fewer"), (4, "No visit has been")])
def test_what_else_is_different_is_said(visits: int, words: str) -> None:
    from factories import NOON

    snapshot = Snapshot(name="Spring", made_at=NOON, visits=4, currency="GBP")
    line = SinceLine(new_id(), standing(2, 1, 0, 2), standing(1, 1, 0, 2))
    since = Since(snapshot, (line,), Weights(), Weights(damage=(0, 0.5, 1, 3, 9), phantom_hours=4), visits, "EUR")
    said = since_words(since)
    assert words in said
    assert "another currency" in said
    assert "Damage: safety or legal 7 → 9 and Hours that steady a short visit 8 h → 4 h" in said

    def name(_: UUID) -> str:
        return "Labels"

    assert since_title(since, name) == "Since 12 November 2026: Labels up 1."

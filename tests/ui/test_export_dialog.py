"""The export dialog: choose, look, save; nothing is written before somebody has seen the rows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.interchange.export_rows import Subject
from shadow_app.ui.desk import Desk
from shadow_app.ui.reports.export_dialog import ExportDialog
from shadow_app.ui.reports.page import ReportsPage

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def jam(shadow: Shadow, firm: Firm) -> PainPoint:
    point = PainPoint(service_id=firm.scanning.id, title="<b>Gun</b> logs out")
    note = firm.note("gun logs out", lost_minutes=4.0, count=3, state=ReviewState.ACCEPTED)
    link = PainPointMember(id=link_id(point.id, note.id), pain_point_id=point.id, observation_id=note.id)
    put(shadow.store, point, note, tag(note, firm.scanning), link, firm.note("unread", 5))
    return point


@pytest.fixture
def dialog(jam: PainPoint, desk: Desk, qtbot: QtBot) -> ExportDialog:
    return opened(desk, qtbot)


def opened(desk: Desk, qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    looked(made, qtbot)
    return made


def looked(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Until what is chosen is what is shown."""
    qtbot.waitUntil(
        lambda: (
            not dialog._settle.isActive()
            and dialog.form.state.text() == ""
            and (bool(dialog.form.count.text()) or not dialog.form.wrong.isHidden())
        ),
        timeout=20_000,
    )


def choose(dialog: ExportDialog, qtbot: QtBot, name: str) -> None:
    box = dialog.form.format
    box.setCurrentIndex(next(place for place in range(box.count()) if box.itemData(place).name == name))
    looked(dialog, qtbot)


def heading(dialog: ExportDialog, column: int) -> str:
    return str(dialog.model.headerData(column, Qt.Orientation.Horizontal))


def cell(dialog: ExportDialog, column: int) -> str:
    return dialog.model.item(0, column).text()


def test_the_rows_are_shown_before_they_are_saved(dialog: ExportDialog) -> None:
    assert dialog.form.count.text() == "1 row"
    assert (heading(dialog, 1), cell(dialog, 1)) == ("pain_point", "<b>Gun</b> logs out")
    assert "\n" not in cell(dialog, 5)
    assert dialog.form.save.isEnabled()
    assert dialog.form.leftOut.isHidden()
    assert dialog.form.review.isHidden()
    assert [dialog.form.unit.itemText(place) for place in range(dialog.form.unit.count())] == ["All units", "Depots"]


def test_what_is_left_out_is_said(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.form.subject.setCurrentIndex(dialog.form.subject.findData(Subject.NOTES))
    assert not dialog.form.save.isEnabled()
    looked(dialog, qtbot)
    assert dialog.form.leftOut.text().replace("\u00a0", " ") == "1 note left out: not accepted in Review yet."
    assert heading(dialog, 1) == "seen"


def test_only_formats_that_carry_it_are_offered(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "xlsx")
    assert dialog.form.format.count() == 12
    dialog.form.subject.setCurrentIndex(dialog.form.subject.findData(Subject.SERVICES))
    looked(dialog, qtbot)
    assert [dialog.form.format.itemData(place).name for place in range(3)] == ["csv", "xlsx", "markdown"]
    assert dialog.form.format.count() == 3
    assert dialog.form.format.currentData().name == "xlsx"


def test_a_tool_asks_in_its_own_words(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert dialog.form.place.isHidden()
    choose(dialog, qtbot, "itop")
    assert (dialog.form.placeWords.text(), dialog.form.requesterWords.text()) == ("Organisation", "Caller")
    assert dialog.form.place.accessibleName() == "Organisation"
    dialog.form.place.setText(" Parcels ")
    dialog.form.requester.setText("desk@firm.example")
    looked(dialog, qtbot)
    assert (cell(dialog, 2), cell(dialog, 3)) == ("Parcels", "desk@firm.example")
    choose(dialog, qtbot, "redmine")
    assert dialog.form.requester.isHidden()
    assert dialog.asked().to.requester == ""


def test_what_is_missing_is_said_and_mended(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "freshservice-rest")
    assert "needs the mail address of a requester" in dialog.form.wrong.text()
    assert not dialog.form.wrong.isHidden()
    assert not dialog.form.save.isEnabled()
    assert (dialog.form.count.text(), dialog.model.rowCount()) == ("", 0)
    dialog.save()
    dialog.form.requester.setText("desk@firm.example")
    looked(dialog, qtbot)
    assert dialog.form.wrong.isHidden()
    assert dialog.form.save.isEnabled()


def test_saved_by_key_and_said(
    dialog: ExportDialog, guide: Guide, shadow: Shadow, tmp_path: Path, qtbot: QtBot
) -> None:
    asked: list[tuple[str, str]] = []

    def answer(suggested: str, kinds: str) -> str:
        asked.append((suggested, kinds))
        return str(tmp_path / "pains")

    dialog.ask_path = answer
    qtbot.keyClick(dialog, Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(guide.said))
    assert asked[0][0].endswith("shadow-csv-pains.csv")
    assert asked[0][1] == "Spreadsheet CSV (*.csv)"
    assert guide.said == ["Exported 1 row to pains.csv."]
    assert dialog.isHidden()
    with (tmp_path / "pains.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 1
    qtbot.waitUntil(lambda: shadow.exporting.folder() == tmp_path)


def test_no_place_no_file(dialog: ExportDialog, guide: Guide, qtbot: QtBot) -> None:
    asked: list[str] = []
    dialog.ask_path = lambda suggested, kinds: asked.append(suggested) or ""  # type: ignore[func-returns-value]
    dialog.save()
    qtbot.waitUntil(lambda: bool(asked))
    assert dialog.isVisible()
    assert guide.said == []


def test_a_place_that_cannot_be_written_can_be_changed(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("")
    dialog.ask_path = lambda suggested, kinds: str(tmp_path / "file" / "out.csv")
    dialog.save()
    qtbot.waitUntil(lambda: "could not be written" in dialog.form.wrong.text())
    assert dialog.form.save.isEnabled()
    assert dialog.isVisible()


def test_what_the_tool_has_is_left_out_and_brought_back(
    dialog: ExportDialog, jam: PainPoint, tmp_path: Path, guide: Guide, qtbot: QtBot
) -> None:
    (tmp_path / "theirs.csv").write_text(f"id\n{jam.id}\n")
    dialog.ask_list = lambda: str(tmp_path / "theirs.csv")
    qtbot.keyClick(dialog, Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: dialog.form.knownName.text() == "1 id in theirs.csv")
    looked(dialog, qtbot)
    assert dialog.form.count.text().startswith("There is nothing to export")
    assert "already" in dialog.form.leftOut.text()
    assert not dialog.form.save.isEnabled()
    qtbot.keyClick(dialog, Key.Key_L, CTRL | SHIFT)
    assert dialog.form.knownName.text() == "Nothing is left out"
    looked(dialog, qtbot)
    assert dialog.form.count.text() == "1 row"


def test_a_list_that_is_none_is_said(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.ask_list = lambda: ""
    dialog.leave_out()
    (tmp_path / "theirs.csv").write_text("nothing of ours")
    dialog.ask_list = lambda: str(tmp_path / "theirs.csv")
    dialog.leave_out()
    qtbot.waitUntil(lambda: "No id of Shadow’s" in dialog.form.wrong.text())


def test_an_empty_export_leads_to_review(desk: Desk, guide: Guide, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    assert "accept notes in Review" in dialog.form.count.text()
    assert not dialog.form.save.isEnabled()
    qtbot.mouseClick(dialog.form.review, Qt.MouseButton.LeftButton)
    assert guide.pages == ["review"]
    assert dialog.isHidden()


def test_many_rows_say_how_many_are_shown(shadow: Shadow, firm: Firm, desk: Desk, qtbot: QtBot) -> None:
    put(shadow.store, *(firm.note(f"n {place}", place, state=ReviewState.ACCEPTED) for place in range(60)))
    dialog = opened(desk, qtbot)
    dialog.form.subject.setCurrentIndex(dialog.form.subject.findData(Subject.NOTES))
    looked(dialog, qtbot)
    assert dialog.form.count.text() == "60 rows; the first 50:"
    assert dialog.model.rowCount() == 50


def test_late_answers_change_nothing(dialog: ExportDialog, tmp_path: Path, guide: Guide, qtbot: QtBot) -> None:
    asked: list[str] = []
    dialog.ask_path = lambda suggested, kinds: asked.append(suggested) or ""  # type: ignore[func-returns-value]
    before = dialog.asked()
    choose(dialog, qtbot, "redmine")
    dialog._save_into(before, None)
    assert asked == []
    looked_at = dialog._desk.shadow.exporting.look(before)
    dialog._show(before, looked_at)
    assert heading(dialog, 0) == "unique_id"


def test_closed_it_asks_and_shows_nothing_more(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    asked: list[str] = []
    dialog.ask_path = lambda suggested, kinds: asked.append(suggested) or ""  # type: ignore[func-returns-value]
    dialog.save()
    dialog._look()
    dialog.reject()
    jobs = dialog._desk.jobs
    settled: list[bool] = []
    jobs.write(lambda: None, lambda _: settled.append(True))
    jobs.read(lambda: None, lambda _: settled.append(True))
    qtbot.waitUntil(lambda: len(settled) == 2)
    assert asked == []
    assert dialog.form.state.text() == "Reading …"


def test_the_file_dialogs_are_the_systems(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("there.csv", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("list.csv", ""))
    assert dialog.ask_path("x.csv", "CSV (*.csv)") == "there.csv"
    assert dialog.ask_list() == "list.csv"


def test_every_field_can_be_reached_by_tab(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "itop")
    form = dialog.form
    form.subject.setFocus()
    for expected in (
        form.unit,
        form.format,
        form.place,
        form.known,
        form.requester,
        form.preview,
        form.cancel,
        form.save,
    ):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        assert QApplication.focusWidget() is expected
        assert expected.accessibleName() or expected in (form.known, form.cancel, form.save)


def test_the_reports_page_opens_it_by_key(jam: PainPoint, desk: Desk, qtbot: QtBot) -> None:
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert "Export data…" in {action.text() for action in desk.actions.usable()}
    qtbot.keyClick(page, Key.Key_E, CTRL)
    dialog = page.findChild(ExportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    looked(dialog, qtbot)
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert dialog.isHidden()

"""IT's list: put in order by keys and by dragging, kept, locked, and begun anew."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm, kept, put
from shadow_app.bootstrap import Shadow
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.ranking_editor import RankingEditor
from shadow_app.ui.ranking_lists import ServicesModel
from shadow_app.ui.ranking_panel import RankingPanel

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def opened(desk: Desk, firm: Firm, qtbot: QtBot) -> RankingEditor:
    dialog = RankingEditor(desk, firm.firm.id, firm.unit.id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: bool(dialog.panel.form.heading.text()))
    return dialog


def names(model: ServicesModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def put_list(shadow: Shadow, firm: Firm, *, lock: bool = False) -> AssumedRanking:
    ids = (firm.scanning.id, firm.labels.id, firm.email.id)
    ranking = shadow.planning.assume(AssumedRanking(organisation_id=firm.firm.id, service_ids=ids))
    return shadow.planning.lock(ranking) if lock else ranking


def press_when_asked(qtbot: QtBot, word: str) -> list[str]:
    """Press this button of the question that is about to come up; returns what it will have said."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return
        said.append(box.text())
        button = next(each for each in box.findChildren(QPushButton) if each.text().replace("&", "") == word)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(50, press)
    return said


def test_a_list_is_made_with_keys_alone(desk: Desk, store: Store, firm: Firm, qtbot: QtBot) -> None:
    dialog = opened(desk, firm, qtbot)
    panel, form = dialog.panel, dialog.panel.form
    assert form.find.hasFocus(), "an empty list begins with a search"
    assert form.state.property("look") == "danger"
    assert "Nothing in order" in form.state.text()
    assert not form.lock.isEnabled()
    qtbot.keyClicks(form.find, "gun")
    assert names(panel.others) == ["Handheld scanning"], "found by what people call it"
    qtbot.keyClick(form.find, Key.Key_Return)
    assert (names(panel.order), form.find.text()) == (["Handheld scanning"], "")
    qtbot.keyClick(form.find, Key.Key_Tab)
    assert form.others.hasFocus()
    qtbot.keyClick(form.others, Key.Key_Down)
    qtbot.keyClick(form.others, Key.Key_Return)
    qtbot.keyClick(form.others, Key.Key_Return)
    assert names(panel.order) == ["Handheld scanning", "Label printing", "Email"]
    assert dialog.isVisible(), "Enter in the list never closes the window"
    form.order.setFocus()
    qtbot.keyClick(form.order, Key.Key_Up, CTRL)
    assert names(panel.order) == ["Handheld scanning", "Email", "Label printing"]
    qtbot.keyClick(form.order, Key.Key_Up, CTRL)
    qtbot.keyClick(form.order, Key.Key_Up, CTRL)
    assert names(panel.order) == ["Email", "Handheld scanning", "Label printing"]
    assert form.order.currentIndex().row() == 0
    qtbot.keyClick(form.order, Key.Key_Down, CTRL)
    qtbot.keyClick(form.order, Key.Key_Delete)
    assert (names(panel.order), names(panel.others)) == (["Handheld scanning", "Label printing"], ["Email"])
    qtbot.keyClick(dialog, Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    (ranking,) = kept(store, AssumedRanking)
    assert ranking.service_ids == (firm.scanning.id, firm.labels.id)
    assert (ranking.unit_id, ranking.locked_at) == (firm.unit.id, None)


def test_locking_says_what_it_means_and_holds(
    desk: Desk, shadow: Shadow, store: Store, firm: Firm, qtbot: QtBot
) -> None:
    put_list(shadow, firm)
    dialog = opened(desk, firm, qtbot)
    panel, form = dialog.panel, dialog.panel.form
    said = press_when_asked(qtbot, "Cancel")
    qtbot.keyClick(dialog, Key.Key_L, CTRL)
    (_, meaning) = said[0].split("\n\n")
    assert meaning == "From here on the field may speak. The list cannot be changed any more; a new one can be made."
    assert not panel.locked
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    press_when_asked(qtbot, "Lock")
    qtbot.keyClick(dialog, Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: panel.locked)
    assert "Ann" in form.state.text()
    assert form.state.property("look") == "good"
    assert not form.rest.isVisible()
    assert not form.keep.isVisible()
    before = names(panel.order)
    form.order.setFocus()
    for key, modifier in ((Key.Key_Down, CTRL), (Key.Key_Delete, Qt.KeyboardModifier.NoModifier)):
        qtbot.keyClick(form.order, key, modifier)
    panel.keep()
    panel.lock()
    panel.add()
    assert names(panel.order) == before
    assert kept(store, AssumedRanking)[0].locked_by == "Ann"


def test_a_new_list_begins_with_the_locked_order(
    desk: Desk, shadow: Shadow, store: Store, firm: Firm, qtbot: QtBot
) -> None:
    old = put_list(shadow, firm, lock=True)
    gone = firm.labels.edited(status=ServiceStatus.RETIRED)
    shadow.catalogue.keep(gone)
    dialog = opened(desk, firm, qtbot)
    panel = dialog.panel
    assert names(panel.order) == ["Handheld scanning", "Label printing", "Email"], "locked lists stay as they were"
    qtbot.keyClick(dialog, Key.Key_N, CTRL)
    assert not panel.locked
    assert names(panel.order) == ["Handheld scanning", "Email"], "what is no longer offered is left out"
    assert names(panel.others) == []
    assert kept(store, AssumedRanking) == [old], "it is there once it is kept"
    qtbot.keyClick(dialog, Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert kept(store, AssumedRanking)[0] == old


def test_escape_asks_before_it_throws_an_order_away(
    desk: Desk, shadow: Shadow, store: Store, firm: Firm, qtbot: QtBot
) -> None:
    put_list(shadow, firm)
    dialog = opened(desk, firm, qtbot)
    qtbot.keyClick(dialog.panel.form.order, Key.Key_Down, CTRL)
    press_when_asked(qtbot, "Cancel")
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()
    press_when_asked(qtbot, "Throw away")
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert kept(store, AssumedRanking)[0].service_ids[0] == firm.scanning.id


def test_escape_closes_at_once_when_nothing_was_changed(desk: Desk, shadow: Shadow, firm: Firm, qtbot: QtBot) -> None:
    put_list(shadow, firm)
    dialog = opened(desk, firm, qtbot)
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


def dropped(model: ServicesModel, carried: QMimeData, row: int, on: QModelIndex | None = None) -> bool:
    return model.dropMimeData(carried, Qt.DropAction.MoveAction, row, 0, on or QModelIndex())


def test_dragging_puts_in_order_adds_and_takes_out(desk: Desk, shadow: Shadow, firm: Firm, qtbot: QtBot) -> None:
    put_list(shadow, firm)
    put(shadow.store, Service(code="30", name="Fleet cards"))
    dialog = opened(desk, firm, qtbot)
    panel = dialog.panel
    order, others = panel.order, panel.others
    assert not dropped(order, order.mimeData([order.index(0, 0)]), 3), "the view must not take the row away itself"
    assert names(order) == ["Label printing", "Email", "Handheld scanning"]
    dropped(order, order.mimeData([order.index(2, 0)]), -1, order.index(0, 0))
    assert names(order) == ["Handheld scanning", "Label printing", "Email"]
    dropped(order, others.mimeData([others.index(0, 0)]), 1)
    assert names(order) == ["Handheld scanning", "Fleet cards", "Label printing", "Email"]
    dropped(others, order.mimeData([order.index(3, 0)]), -1)
    assert (names(order)[-1], names(others)) == ("Label printing", ["Email"])
    strange = QMimeData()
    strange.setText("Email")
    assert not dropped(order, strange, 0)
    assert len(names(order)) == 3


def test_buttons_do_what_the_keys_do(desk: Desk, shadow: Shadow, firm: Firm, qtbot: QtBot) -> None:
    put_list(shadow, firm)
    dialog = opened(desk, firm, qtbot)
    panel, form = dialog.panel, dialog.panel.form
    for button in (form.down, form.down, form.up, form.take_out, form.add):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert names(panel.order) == ["Label printing", "Email", "Handheld scanning"]
    assert not form.down.isEnabled()


def test_a_list_that_somebody_locked_meanwhile_is_not_overwritten(
    desk: Desk, guide: Guide, shadow: Shadow, store: Store, firm: Firm, qtbot: QtBot
) -> None:
    ranking = put_list(shadow, firm)
    dialog = opened(desk, firm, qtbot)
    shadow.planning.lock(ranking)
    qtbot.keyClick(dialog.panel.form.order, Key.Key_Down, CTRL)
    qtbot.keyClick(dialog, Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(guide.complaints))
    assert "locked since" in guide.complaints[0]
    assert kept(store, AssumedRanking)[0].service_ids == ranking.service_ids


def test_the_model_keeps_its_promises_and_speaks(store: Store, firm: Firm, qtbot: QtBot, desk: Desk) -> None:
    model = ServicesModel(numbered=True)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_services([firm.email, firm.labels])
    model.insert(1, firm.scanning)
    assert model.move(0, 9)
    assert not model.move(2, 2)
    assert model.take(0) == firm.scanning
    first = model.index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "1. Label printing"
    assert model.data(QModelIndex()) is None
    assert ServicesModel().mimeTypes() == model.mimeTypes()
    model.locked = True
    assert not model.flags(first) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    del tester


def test_it_can_be_part_of_a_page(desk: Desk, shadow: Shadow, firm: Firm, qtbot: QtBot) -> None:
    put_list(shadow, firm)
    panel = RankingPanel(desk, firm.firm.id)
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    qtbot.waitUntil(lambda: panel.order.rowCount() == 3)
    with qtbot.waitSignals([panel.kept, panel.put_away]):
        qtbot.keyClick(panel, Key.Key_S, CTRL)
    assert panel.form.saved.text() == "saved"
    picture = QImage(panel.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    panel.render(painter, QPoint())
    painter.end()
    for widget in (panel.form.order, panel.form.others, panel.form.find):
        assert widget.accessibleName()


def wait_for_rows(qtbot: QtBot, panel: RankingPanel) -> None:
    qtbot.waitUntil(lambda: panel.order.rowCount() == 3)


def test_an_answer_that_comes_after_the_window_is_gone_does_no_harm(
    desk: Desk, shadow: Shadow, store: Store, firm: Firm, qtbot: QtBot
) -> None:
    ranking = put_list(shadow, firm)
    for finish in (RankingPanel.reload, RankingPanel.keep, RankingPanel.lock):
        panel = RankingPanel(desk, firm.firm.id)
        wait_for_rows(qtbot, panel)
        panel.confirm = lambda *_: True
        panel.shift(1)
        finish(panel)
        panel.deleteLater()
        del panel
        qtbot.waitUntil(lambda: not desk.jobs.writing)
        qtbot.wait(50)
    (locked,) = kept(store, AssumedRanking)
    assert (locked.id, locked.locked_by) == (ranking.id, "Ann")


def test_a_double_click_adds(desk: Desk, shadow: Shadow, firm: Firm, qtbot: QtBot) -> None:
    dialog = opened(desk, firm, qtbot)
    others = dialog.panel.form.others
    place = others.visualRect(dialog.panel.others.index(1, 0)).center()
    qtbot.mouseClick(others.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(others.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(dialog.panel.order) == ["Label printing"]
    dialog.panel.keep()
    qtbot.waitUntil(lambda: not dialog.isVisible())

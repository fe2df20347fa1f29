from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desks import Guide, in_front
from factories import Firm, put, tag
from priorities_pages import note_two_services
from shadow_app.bootstrap import Shadow
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.weights import Weights
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.priorities.page import PrioritiesPage
from shadow_app.ui.ranking_editor import RankingEditor
from shadow_app.ui.theme import Theme

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(page: PrioritiesPage, qtbot: QtBot, *, wide: int = 1300) -> PrioritiesPage:
    in_front(page, qtbot, wide=wide)
    qtbot.waitUntil(lambda: page._look is not None, timeout=20_000)
    return page


@pytest.fixture
def page(demo_desk: Desk, qtbot: QtBot) -> PrioritiesPage:
    """Over the demo, whose lists are locked."""
    made = shown(PrioritiesPage(demo_desk), qtbot)
    qtbot.waitUntil(lambda: made._drawn is not None, timeout=20_000)
    return made


@pytest.fixture
def small(store: Store, firm: Firm) -> Firm:
    """Two services: one often and long, one that loses business."""
    note_two_services(store, firm)
    return firm


@pytest.fixture
def lone(desk: Desk, small: Firm, store: Store, news: NewsDesk, qtbot: QtBot) -> PrioritiesPage:
    """Over the small firm, which has no list."""
    made = PrioritiesPage(desk)
    news.heard.connect(made.hear)
    return shown(made, qtbot)


def open_gate(page: PrioritiesPage, qtbot: QtBot) -> None:
    page.form.gateSkip.click()
    qtbot.waitUntil(lambda: page._drawn is not None, timeout=10_000)


def names(page: PrioritiesPage) -> list[str]:
    services = page.board.services
    return [services.row(services.index(row, 0)).name for row in range(services.rowCount())]


def words_in_sight(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_it_opens_on_the_first_unit_by_name(page: PrioritiesPage) -> None:
    units = page.form.unit
    assert units.currentIndex() == 0
    assert [units.itemText(place).partition(" · ")[0] for place in range(units.count())] == [
        "Contact centre",
        "Hub and depots",
        "Recruitment desks",
        "All units",
    ]
    assert page.form.body.isVisible()
    assert not page.form.gate.isVisible()
    assert names(page)


def test_the_first_view_speaks_plainly(page: PrioritiesPage) -> None:
    said = words_in_sight(page) + "".join(
        str(page.board.services.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(3)
    )
    for strange in ("WLH", "τ", "φ", "λ", "ITIL", "impact", "urgency", "×", "÷"):
        assert strange not in said, strange
    assert "visits" in said
    assert "likely" in said


def test_all_units_is_the_other_choice(page: PrioritiesPage, qtbot: QtBot) -> None:
    few = len(names(page))
    page.form.unit.setFocus()
    qtbot.keyClick(page.form.unit, Key.Key_End)
    qtbot.waitUntil(lambda: len(names(page)) > few, timeout=10_000)
    assert page.form.unit.currentText() == "All units"
    assert page.form.unit.hasFocus(), "walking through the units must not lose the keyboard"


def test_enter_on_a_service_shows_its_notes_and_escape_goes_back(page: PrioritiesPage, qtbot: QtBot) -> None:
    services = page.form.services
    services.setFocus()
    qtbot.keyClick(services, Key.Key_Home)
    qtbot.keyClick(services, Key.Key_Down)
    qtbot.keyClick(services, Key.Key_Return)
    qtbot.waitUntil(lambda: page.evidence.model.rowCount() > 0)
    panel = page.evidence.form
    assert panel.name.text() == names(page)[1]
    assert "a year, likely" in panel.facts.text()
    assert "NOTES" in panel.notesTitle.text() or "NOTE" in panel.notesTitle.text()
    told = page.evidence.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Contact centre" in told
    assert panel.notes.hasFocus()
    qtbot.keyClick(panel.notes, Key.Key_Escape)
    assert not page.form.side.isVisible()
    assert services.hasFocus()


def test_a_note_leads_to_its_visit(page: PrioritiesPage, guide: Guide, qtbot: QtBot) -> None:
    page.open_service(page.board.services.row(page.board.services.index(0, 0)).id)
    qtbot.waitUntil(lambda: page.evidence.model.rowCount() > 0)
    witness = page.evidence.model.witness(page.evidence.model.index(0, 0))
    page.evidence.form.notes.setFocus()
    qtbot.keyClick(page.evidence.form.notes, Key.Key_Return)
    assert guide.visits == [(witness.visit.visit.id, "")]


def test_the_sum_and_the_codes_are_one_key_away(page: PrioritiesPage, qtbot: QtBot) -> None:
    page._open_index(page.board.services.index(0, 0))
    assert not page.evidence.form.sumScroll.isVisible()
    qtbot.keyClick(page, Key.Key_I, CTRL)
    assert page.evidence.form.sumScroll.isVisible()
    told = page.evidence.form.sum.text()
    for part in ("min ×", "÷ 60 =", "ITIL: impact", "Weight:", "Together:"):
        assert part in told
    qtbot.keyClick(page, Key.Key_I, CTRL)
    assert not page.evidence.form.sumScroll.isVisible()


def test_the_views_turn_by_key_and_the_chart_leads_to_a_service(page: PrioritiesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_PageDown, CTRL)
    assert page.form.compareTab.isVisible()
    assert "lower half of IT’s list" in page.form.compareTitle.text()
    slope = page.board.slope
    assert slope.figure is not None
    assert slope.figure.alt
    slope.setFocus()
    qtbot.keyClick(slope, Key.Key_Down)
    qtbot.keyClick(slope, Key.Key_Return)
    assert page.form.side.isVisible()
    qtbot.keyClick(page, Key.Key_PageDown, CTRL)
    assert page.form.stepsTab.isVisible()
    assert "needs" in page.form.stepsNeeds.text()
    assert page.board.steps.figure is not None
    qtbot.keyClick(page, Key.Key_PageUp, CTRL)
    qtbot.keyClick(page, Key.Key_PageUp, CTRL)
    assert page.form.servicesTab.isVisible()


def test_no_figure_before_its_list(lone: PrioritiesPage) -> None:
    assert lone.form.gate.isVisible()
    assert not lone.form.body.isVisible()
    assert lone._ranked is None
    assert "Depots" in lone.form.gateWords.text()
    assert lone.form.gateList.hasFocus()
    assert not lone.form.report.isEnabled()


def test_the_gate_leads_to_the_list_and_opens_when_it_is_locked(
    lone: PrioritiesPage, small: Firm, shadow: Shadow, qtbot: QtBot
) -> None:
    qtbot.keyClick(lone.form.gateList, Key.Key_Space)
    editor = lone.findChild(RankingEditor)
    assert editor is not None
    ranking = AssumedRanking(organisation_id=small.firm.id, service_ids=(small.email.id, small.labels.id))
    shadow.planning.lock(ranking)
    editor.done(0)
    qtbot.waitUntil(lone.form.body.isVisible, timeout=10_000)
    assert names(lone)[0] == "Handheld scanning"


def test_where_it_has_no_list_the_field_can_be_shown(lone: PrioritiesPage, qtbot: QtBot) -> None:
    open_gate(lone, qtbot)
    assert names(lone) == ["Handheld scanning", "Label printing"]
    assert lone.form.compareTitle.text() == "IT has no list to compare with."
    assert not lone.form.blindTile.isVisible()
    assert not lone.form.tabs.isTabVisible(2)


def test_weights_show_their_effect_at_once_and_back_forgets_them(lone: PrioritiesPage, qtbot: QtBot) -> None:
    open_gate(lone, qtbot)
    qtbot.keyClick(lone, Key.Key_W, CTRL | SHIFT)
    assert lone.weights.isVisible()
    assert lone.weights.damage[0].slider.hasFocus()
    for dial in lone.weights.damage:
        margins, box = dial.number.lineEdit().textMargins(), dial.number.lineEdit()
        assert margins.left() > 0, "the number does not stick to the edge"
        widest = box.fontMetrics().horizontalAdvance(f"{dial.number.maximum():.2f}")
        assert widest + margins.left() + margins.right() <= box.width(), "and is not cut off"
    assert not lone.weights.form.keep.isEnabled()
    for grade in (4, 3):
        lone.weights.damage[grade].number.setValue(1000)
    qtbot.waitUntil(lambda: names(lone)[0] == "Label printing", timeout=10_000)
    assert "Label printing ▲ 1" in lone.weights.form.effect.text()
    assert lone.weights.form.keep.isEnabled()
    qtbot.keyClick(lone, Key.Key_Escape)
    assert names(lone)[0] == "Handheld scanning"
    assert lone._desk.shadow.prioritising.weights().damage == Weights().damage


def test_kept_weights_are_in_force_and_the_old_ones_stay(lone: PrioritiesPage, guide: Guide, qtbot: QtBot) -> None:
    open_gate(lone, qtbot)
    lone.form.weights.click()
    lone.weights.damage[4].number.setValue(1000)
    lone.weights.damage[3].number.setValue(1000)
    lone.weights.form.keep.click()
    qtbot.waitUntil(lambda: bool(guide.said), timeout=10_000)
    qtbot.waitUntil(lambda: names(lone)[0] == "Label printing", timeout=10_000)
    assert lone._desk.shadow.prioritising.weights().damage[3] == 1000
    lone.toggle_weights()
    qtbot.waitUntil(lambda: lone.weights.form.version.count() == 2)
    assert lone.weights.form.version.itemText(0).startswith("Kept on ")
    lone.weights.form.version.setCurrentIndex(1)
    lone.weights.form.version.activated.emit(1)
    assert lone.weights.damage[3].value == 3.0
    qtbot.waitUntil(lambda: names(lone)[0] == "Handheld scanning", timeout=10_000)


def test_weights_that_make_no_sense_are_explained_and_not_kept(lone: PrioritiesPage, qtbot: QtBot) -> None:
    open_gate(lone, qtbot)
    lone.toggle_weights()
    lone.weights.damage[1].number.setValue(9)
    qtbot.waitUntil(lone.weights.form.wrong.isVisible)
    assert "must not count less" in lone.weights.form.wrong.text()
    assert not lone.weights.form.keep.isEnabled()
    before = names(lone)
    lone.weights.form.keep.click()
    assert names(lone) == before


def test_a_slider_and_its_number_are_one(lone: PrioritiesPage, qtbot: QtBot) -> None:
    dial = lone.weights.unrecovered
    dial.show_value(100)
    dial.slider.setFocus()
    qtbot.keyClick(dial.slider, Key.Key_Left)
    assert dial.value == 95
    dial.number.setValue(40)
    assert dial.slider.value() == 8


def test_what_is_written_meanwhile_moves_the_ranking(
    lone: PrioritiesPage, small: Firm, store: Store, qtbot: QtBot
) -> None:
    open_gate(lone, qtbot)
    mail = small.note("mail bounced", 20, lost_minutes=60.0, count=40)
    put(store, mail, tag(mail, small.email))
    qtbot.waitUntil(lambda: names(lone)[0] == "Email", timeout=10_000)


def test_nothing_noted_yet_says_what_to_do_next(desk: Desk, guide: Guide, firm: Firm, qtbot: QtBot) -> None:
    page = shown(PrioritiesPage(desk), qtbot)
    page.form.gateSkip.click()
    qtbot.waitUntil(page.form.nothing.isVisible, timeout=10_000)
    page.form.nothingDo.click()
    assert guide.pages == ["visits"]


def test_the_report_is_one_key_away(page: PrioritiesPage, guide: Guide, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_R, CTRL | SHIFT)
    assert guide.pages == ["reports"]


def test_a_narrow_window_gives_the_panel_the_page(page: PrioritiesPage, theme: Theme, qtbot: QtBot) -> None:
    page.resize(710, 800)
    page.open_service(page.board.services.row(page.board.services.index(0, 0)).id)
    assert not page.form.centre.isVisible()
    page.grab()
    page.close_side()
    assert page.form.centre.isVisible()
    assert page.form.tiles.itemAtPosition(1, 1) is not None
    theme.use(scale=2.0)
    page.grab()
    theme.use(scale=1.0, look="dark")
    page.resize(1300, 800)
    page.grab()


def test_everything_that_takes_the_keyboard_has_a_name(page: PrioritiesPage) -> None:
    page.toggle_weights()
    page._open_index(page.board.services.index(0, 0))
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and type(widget).__name__ not in {"QTabBar", "QLineEdit"}:
            text = getattr(widget, "text", lambda: "")()
            inside = widget.window() is not page.window() or isinstance(widget.parent(), QComboBox)
            assert widget.accessibleName() or text or inside, widget


def test_a_click_opens_what_a_key_opens(page: PrioritiesPage, qtbot: QtBot) -> None:
    services = page.form.services
    place = services.visualRect(page.board.services.index(2, 0)).center()
    qtbot.mouseClick(services.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert page.evidence.form.name.text() == names(page)[2]
    assert QApplication.focusWidget() is page.evidence.form.notes

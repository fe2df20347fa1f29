from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from uuid import UUID

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import NOON, Firm, put
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import StoreBusy
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.news import News, Written
from shadow_app.domain.organisation import Organisation, Role, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.record import new_id
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import VisitState, VisitType
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.new_visit_dialog import Choices, NewVisitDialog, read_choices
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.visit_page import VisitPage

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Shown = Callable[[], VisitPage]


@pytest.fixture
def planned(firm: Firm, store: Store) -> Visit:
    """A second visit, by a loader, in three days."""
    visit = firm.visit.edited(
        id=new_id(),
        number="AB-2",
        role_id=firm.loader.id,
        state=VisitState.PLANNED,
        starts_at=NOON + timedelta(days=3),
        exposure_hours=0.0,
    )
    put(store, visit)
    return visit


@pytest.fixture
def shown(desk: Desk, news: NewsDesk, qtbot: QtBot) -> Shown:
    """Shows the page and waits for its list."""

    def show() -> VisitPage:
        page = VisitPage(desk)
        qtbot.addWidget(page)
        news.heard.connect(page.hear)
        page.resize(1_200, 800)
        page.show()
        page.activateWindow()
        page.shown()
        qtbot.waitUntil(lambda: page.model.rowCount() > 0)
        return page

    return show


def titles(page: VisitPage) -> list[str]:
    rows = range(page.model.rowCount())
    return [str(page.model.data(page.model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def front(page: VisitPage) -> QWidget | None:
    return page.form.parts.currentWidget()


def settle(page: VisitPage, qtbot: QtBot, visit: Visit) -> None:
    """Wait until the visit is open and nothing is on its way any more."""
    qtbot.waitUntil(lambda: page.card is not None and page.card.visit.id == visit.id)
    answered(page, qtbot)


def answered(page: VisitPage, qtbot: QtBot) -> None:
    """Wait until everything that was asked for has been answered."""
    heard: list[bool] = []
    page._desk.jobs.read(lambda: True, heard.append)
    qtbot.waitUntil(lambda: bool(heard))


def test_the_list_says_where_when_whom_and_how_far(shown: Shown, planned: Visit) -> None:
    page = shown()
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    latest, earlier = titles(page)
    for word in ("Harbour depot", "Depots", "AB-2", "loader", "Ann", "to prepare", "0 notes"):
        assert word in latest
    assert "live now" in earlier
    assert not page.form.empty.isVisible()


def test_typing_narrows_the_list_and_enter_opens_the_first(shown: Shown, planned: Visit, qtbot: QtBot) -> None:
    page = shown()
    qtbot.keyClicks(page.form.find, "LOADER harbour")
    assert len(titles(page)) == 1
    qtbot.keyClick(page.form.find, Qt.Key.Key_Return)
    settle(page, qtbot, planned)
    assert page.form.stack.currentWidget() is page.form.opened
    for word in ("AB-2", "Harbour depot", "loader", "to prepare"):
        assert word in page.form.about.text()


def test_words_that_nothing_has_say_so_and_enter_does_nothing(shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    qtbot.keyClicks(page.form.find, "zeppelin")
    assert page.form.empty.isVisible()
    assert "No visit has all of these words" in page.form.empty.text()
    assert not page.form.visits.isVisible()
    qtbot.keyClick(page.form.find, Qt.Key.Key_Return)
    assert page.card is None
    page.form.find.clear()
    assert len(titles(page)) == 1
    assert not page.form.empty.isVisible()


def test_a_store_without_visits_says_what_to_do(desk: Desk, store: Store, firm: Firm, qtbot: QtBot) -> None:
    put(store, firm.visit.edited(removed=True))
    page = VisitPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(page.form.empty.isVisible)
    assert "Plan the first one" in page.form.empty.text()
    assert page.form.plan_button.isVisible()


def test_enter_in_the_list_opens_a_visit(shown: Shown, planned: Visit, qtbot: QtBot) -> None:
    page = shown()
    page.form.visits.setFocus()
    page.form.visits.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.form.visits, Qt.Key.Key_Return)
    settle(page, qtbot, planned)
    assert front(page) is page.prepare


@pytest.mark.parametrize(
    ("state", "tab"),
    [
        (VisitState.PLANNED, "prepare"),
        (VisitState.LIVE, "live"),
        (VisitState.DEBRIEF, "debrief"),
        (VisitState.REVIEWED, "debrief"),
    ],
)
def test_a_visit_opens_where_its_state_says(
    shown: Shown, firm: Firm, store: Store, qtbot: QtBot, state: VisitState, tab: str
) -> None:
    put(store, firm.visit.edited(state=state))
    page = shown()
    page.open_visit(firm.visit.id)
    settle(page, qtbot, firm.visit)
    assert front(page) is getattr(page, tab)


def test_a_named_tab_wins_over_the_state(shown: Shown, firm: Firm, qtbot: QtBot) -> None:
    page = shown()
    page.open_visit(firm.visit.id, "prepare")
    settle(page, qtbot, firm.visit)
    assert front(page) is page.prepare
    assert page.form.tabs.currentIndex() == 0


def test_keys_turn_the_parts_round_and_lead_back(shown: Shown, firm: Firm, qtbot: QtBot) -> None:
    page = shown()
    page.open_visit(firm.visit.id)
    settle(page, qtbot, firm.visit)
    for key, modifier, part in (
        (Qt.Key.Key_P, ALT | SHIFT, page.prepare),
        (Qt.Key.Key_D, ALT | SHIFT, page.debrief),
        (Qt.Key.Key_L, ALT | SHIFT, page.live),
        (Qt.Key.Key_PageDown, CTRL, page.debrief),
        (Qt.Key.Key_PageDown, CTRL, page.prepare),
        (Qt.Key.Key_PageUp, CTRL, page.debrief),
    ):
        qtbot.keyClick(page, key, modifier)
        assert front(page) is part
        assert page.form.parts.currentIndex() == page.form.tabs.currentIndex()
    qtbot.keyClick(page, Qt.Key.Key_Left, ALT)
    assert page.form.stack.currentWidget() is page.form.chooser
    assert page.card is None
    assert page.form.visits.hasFocus()


def test_starting_a_visit_turns_to_the_live_tab(shown: Shown, planned: Visit, shadow: Shadow, qtbot: QtBot) -> None:
    page = shown()
    page.open_visit(planned.id)
    settle(page, qtbot, planned)
    qtbot.waitUntil(page.prepare.isEnabled)
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: front(page) is page.live)
    assert shadow.planning.card(planned.id).visit.state is VisitState.LIVE


def test_a_visit_that_is_gone_leads_back_to_the_list(shown: Shown, firm: Firm, store: Store, qtbot: QtBot) -> None:
    page = shown()
    page.open_visit(firm.visit.id)
    settle(page, qtbot, firm.visit)
    put(store, firm.visit.edited(removed=True))
    qtbot.waitUntil(lambda: page.card is None)
    assert page.form.stack.currentWidget() is page.form.chooser


def test_a_late_answer_about_one_visit_does_not_replace_another(
    shown: Shown, planned: Visit, firm: Firm, qtbot: QtBot
) -> None:
    page = shown()
    page.open_visit(firm.visit.id, "prepare")
    settle(page, qtbot, firm.visit)
    page.open_visit(planned.id)
    page.hear(News(None, "a field of the first visit was left", (Written(None, firm.visit),)))
    settle(page, qtbot, planned)
    answered(page, qtbot)
    assert page.card is not None
    assert page.card.visit.id == planned.id
    assert "AB-2" in page.form.about.text()


def test_news_that_comes_while_a_visit_is_closed_does_not_open_it_again(shown: Shown, firm: Firm, qtbot: QtBot) -> None:
    page = shown()
    page.open_visit(firm.visit.id, "prepare")
    settle(page, qtbot, firm.visit)
    page.hear(News(None, "a field was left", (Written(None, firm.visit),)))
    page.close_visit()
    answered(page, qtbot)
    assert page.card is None


def test_the_last_visit_taken_back_leaves_the_first_advice(
    shown: Shown, firm: Firm, store: Store, qtbot: QtBot
) -> None:
    page = shown()
    qtbot.keyClicks(page.form.find, "zeppelin")
    page.form.find.clear()
    put(store, firm.visit.edited(removed=True))
    qtbot.waitUntil(page.form.empty.isVisible)
    assert "Plan the first one" in page.form.empty.text()


def test_the_arrow_leads_from_the_search_into_the_list(shown: Shown, planned: Visit, qtbot: QtBot) -> None:
    page = shown()
    page.form.find.setFocus()
    qtbot.keyClicks(page.form.find, "zeppelin")
    qtbot.keyClick(page.form.find, Qt.Key.Key_Down)
    assert page.form.find.hasFocus(), "there is nothing to go to"
    page.form.find.clear()
    qtbot.keyClick(page.form.find, Qt.Key.Key_Down)
    assert page.form.visits.hasFocus()
    assert page.form.visits.currentIndex().row() == 0


def test_a_visit_that_cannot_be_read_is_said_and_the_open_one_stays(
    shown: Shown,
    planned: Visit,
    firm: Firm,
    shadow: Shadow,
    guide: Guide,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = shown()
    page.open_visit(firm.visit.id, "prepare")
    settle(page, qtbot, firm.visit)

    def busy(_visit_id: UUID) -> VisitCard:
        raise StoreBusy("The store is in use elsewhere; try again.")

    monkeypatch.setattr(shadow.planning, "card", busy)
    page.open_visit(planned.id)
    qtbot.waitUntil(lambda: guide.complaints == ["The store is in use elsewhere; try again."])
    assert page.form.stack.currentWidget() is page.form.opened


def test_the_list_follows_what_is_written(shown: Shown, firm: Firm, shadow: Shadow, qtbot: QtBot) -> None:
    page = shown()
    shadow.planning.finish(firm.visit.id)
    qtbot.waitUntil(lambda: "to debrief" in titles(page)[0])


def test_a_typed_line_is_known_as_unfinished(shown: Shown, firm: Firm, qtbot: QtBot) -> None:
    page = shown()
    assert page.unfinished() == ""
    page.open_visit(firm.visit.id)
    settle(page, qtbot, firm.visit)
    qtbot.keyClicks(page.live.bar.line, "gun dead")
    assert page.unfinished() == "gun dead"
    qtbot.wait(300)  # what the words call to mind is asked for after a pause


def test_every_key_of_the_page_is_in_the_palette(shown: Shown, desk: Desk) -> None:
    shown()
    usable = {action.text() for action in desk.actions.usable()}
    assert "Plan a visit…" in usable
    assert "Back to all visits" not in usable, "no visit is open"


def test_a_visit_is_planned_by_keys_and_opened(shown: Shown, shadow: Shadow, firm: Firm, qtbot: QtBot) -> None:
    page = shown()

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, NewVisitDialog):
            qtbot.keyClicks(dialog.form.focus, "doors")
            qtbot.keyClick(dialog.form.focus, Qt.Key.Key_Return)
        else:
            QTimer.singleShot(20, fill)

    QTimer.singleShot(20, fill)
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: page.card is not None)
    assert page.card is not None
    assert page.card.visit.focus == "doors"
    assert page.card.visit.number
    assert front(page) is page.prepare
    assert len(shadow.planning.visits()) == 2
    answered(page, qtbot)


def dialog_for(shadow: Shadow, qtbot: QtBot) -> NewVisitDialog:
    dialog = NewVisitDialog(read_choices(shadow))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_every_field_of_the_dialog_has_a_letter_of_its_own(shadow: Shadow, qtbot: QtBot) -> None:
    dialog = dialog_for(shadow, qtbot)
    texts = [each.text() for each in dialog.findChildren(QLabel)]
    texts += [each.text() for each in dialog.findChildren(QPushButton)]
    letters = [QKeySequence.mnemonic(text).toString() for text in texts if "&" in text]
    assert len(letters) == 8
    assert len(set(letters)) == len(letters)


def test_a_new_visit_is_what_was_filled_in(shadow: Shadow, firm: Firm, store: Store, qtbot: QtBot) -> None:
    put(store, Shadower(name="Aaron"))
    dialog = dialog_for(shadow, qtbot)
    assert dialog.form.person.currentText() == "Ann  ·  Service desk", "whoever sits here goes, not the first by name"
    dialog.form.role.setCurrentIndex(dialog.form.role.findText("loader"))
    dialog.form.kind.setCurrentIndex(1)
    dialog.form.when.setDateTime(QDateTime(QDate(2026, 7, 1), QTime(6, 30)))
    qtbot.keyClicks(dialog.form.focus, "  doors  ")
    qtbot.keyClick(dialog.form.focus, Qt.Key.Key_Return)
    visit = dialog.visit
    assert dialog.result() == NewVisitDialog.DialogCode.Accepted
    assert (visit.site_id, visit.role_id, visit.shadower_id) == (firm.site.id, firm.loader.id, firm.ann.id)
    assert (visit.visit_type, visit.focus, visit.state) == (VisitType.POST_RELEASE, "doors", VisitState.PLANNED)
    assert visit.local_start.replace(tzinfo=None) == datetime(2026, 7, 1, 6, 30)  # noqa: DTZ001
    assert visit.starts_at.tzinfo is timezone.utc


def test_a_focus_is_no_longer_than_a_visit_holds(shadow: Shadow, qtbot: QtBot) -> None:
    dialog = dialog_for(shadow, qtbot)
    dialog.form.focus.setText("x" * 2_500)
    assert len(dialog.visit.focus) == 2_000


def test_a_site_whose_unit_was_removed_is_not_offered(shadow: Shadow, firm: Firm, store: Store, qtbot: QtBot) -> None:
    put(store, firm.unit.edited(removed=True))
    assert "no site yet" in dialog_for(shadow, qtbot).form.hint.text()


def test_the_roles_are_those_of_the_site_with_people_first(
    shadow: Shadow, firm: Firm, store: Store, qtbot: QtBot
) -> None:
    clerk = Role(organisation_id=firm.firm.id, name="clerk")
    other = Organisation(name="Penrose Recruitment")
    put(store, other, clerk, Role(organisation_id=other.id, name="consultant"))
    dialog = dialog_for(shadow, qtbot)
    offered = [dialog.form.role.itemText(place) for place in range(dialog.form.role.count())]
    assert offered == ["driver", "loader", "clerk"], "the clerk comes first by name, but nobody is one here"


@pytest.mark.parametrize(
    ("choices", "missing"),
    [
        (Choices((), {}, (), None), "no site yet"),
        (Choices((Site(unit_id=new_id(), name="Quay"),), {}, (), None), "no role"),
    ],
    ids=["site", "role"],
)
def test_what_is_missing_is_said_and_nothing_can_be_planned(choices: Choices, missing: str, qtbot: QtBot) -> None:
    dialog = NewVisitDialog(choices)
    qtbot.addWidget(dialog)
    assert missing in dialog.form.hint.text()
    assert "under Settings" in dialog.form.hint.text()
    assert not dialog.form.plan.isEnabled()


def test_nobody_to_go_is_said(firm: Firm, qtbot: QtBot) -> None:
    dialog = NewVisitDialog(Choices((firm.site,), {firm.site.id: [firm.driver]}, (), None))
    qtbot.addWidget(dialog)
    assert "Nobody can go yet" in dialog.form.hint.text()
    assert not dialog.form.plan.isEnabled()


def test_every_field_says_its_name(shown: Shown, shadow: Shadow, qtbot: QtBot) -> None:
    page, dialog = shown(), dialog_for(shadow, qtbot)
    named = (page.form.find, page.form.visits, page.form.tabs)
    asked = (dialog.form.site, dialog.form.role, dialog.form.person, dialog.form.when, dialog.form.kind)
    for field in (*named, *asked, dialog.form.focus):
        assert field.accessibleName(), field.objectName()

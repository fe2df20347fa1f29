"""The Programme page, by its keys, over the demo and over a small firm."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QDate, QModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desks import Guide, in_front
from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.organisation import RolePopulation, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.programme import Programme, Target, TicketCount
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import new_id
from shadow_app.domain.telling import Contact, Conversation, Update
from shadow_app.domain.vocabulary import SiteType, VisitState
from shadow_app.storage.store import Store
from shadow_app.ui.day_field import DayField
from shadow_app.ui.desk import Desk
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.programme.page import ProgrammePage
from shadow_app.ui.record_dialog import RecordDialog
from shadow_app.usecases.programme import Programmes
from shadow_app.usecases.programme_scene import FieldScene

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOON = datetime.now(timezone.utc).replace(hour=12, minute=0, second=0, microsecond=0)


def shown(page: ProgrammePage, qtbot: QtBot) -> ProgrammePage:
    in_front(page, qtbot)
    qtbot.waitUntil(lambda: page._seen is not None and page.next._field is not None, timeout=20_000)
    settle(page, qtbot)
    return page


def settle(page: ProgrammePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._desk.jobs._count == 0, timeout=20_000)


@pytest.fixture
def demo_page(demo_desk: Desk, qtbot: QtBot) -> ProgrammePage:
    """Over the demo, to look at."""
    return shown(ProgrammePage(demo_desk), qtbot)


@pytest.fixture
def small(store: Store, firm: Firm) -> Firm:
    """Ann was at harbour; nobody was at hill; Bob has never been out."""
    hill = Site(unit_id=firm.unit.id, name="Hill depot", site_type=SiteType.DEPOT)
    drivers = RolePopulation(site_id=hill.id, role_id=firm.driver.id, headcount=30, hourly_rate=22.5)
    note = firm.note(lost_minutes=10.0, count=4)
    visit = firm.visit.edited(starts_at=NOON - timedelta(days=10), state=VisitState.REVIEWED)
    put(store, visit, hill, drivers, Shadower(name="Bob", team="Networks"), note, tag(note, firm.scanning))
    return firm


@pytest.fixture
def page(desk: Desk, small: Firm, news: NewsDesk, qtbot: QtBot) -> ProgrammePage:
    made = ProgrammePage(desk)
    news.heard.connect(made.hear)
    return shown(made, qtbot)


def begun(shadow: Shadow) -> Programme:
    return shadow.programme.keep(Programme(name="A day in their shoes", starts_on=(NOON - timedelta(days=60)).date()))


def press(widget: QWidget, key: Qt.Key, qtbot: QtBot, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifier)


def back(page: ProgrammePage, qtbot: QtBot) -> None:
    """After a dialog."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle(page, qtbot)


def fill(dialog: RecordDialog, **values: Any) -> None:
    for name, value in values.items():
        editor = dialog.editors[name]
        if isinstance(editor, QLineEdit):
            editor.setText(value)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(value)
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(value))
        elif isinstance(editor, DayField):
            editor.show_day(value)
        elif isinstance(editor, QDateEdit):
            editor.setDate(QDate(value.year, value.month, value.day))
        else:
            assert isinstance(editor, QSpinBox | QDoubleSpinBox)
            editor.setValue(value)


def opened(page: ProgrammePage, qtbot: QtBot) -> RecordDialog:
    settle(page, qtbot)
    dialog = page.dialog if page.dialog is not None and _there(page.dialog) else page.contacts.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def _there(dialog: RecordDialog) -> bool:
    try:
        return dialog.isVisible()
    except RuntimeError:
        return False


def keep(page: ProgrammePage, qtbot: QtBot, **values: Any) -> None:
    dialog = opened(page, qtbot)
    fill(dialog, **values)
    dialog.form.keep.click()
    settle(page, qtbot)
    back(page, qtbot)


def titles(view: QListView) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount(QModelIndex()))]


def heard(view: QListView) -> list[str]:
    model = view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount(QModelIndex()))]


def test_the_demo_in_plain_words(demo_page: ProgrammePage, qtbot: QtBot) -> None:
    page = demo_page
    assert page.form.outValue.text() == "7 of 10"
    assert page.form.outNote.text() == "3 have never been out"
    assert "Never out: Rafael Duarte, Ian Marsh and Beth Lomax" in page.people.form.finding.text()
    assert page.map.form.finding.text().endswith("more than 31 people at Midlands hub, Fellside depot and City office.")
    assert page.shifts.form.finding.text().startswith("Every service was met at least once. 5 of 12 days")
    assert titles(page.next.form.places)[0] == "Midlands hub, clerk"
    assert "Rafael Duarte would go." in page.next.form.goer.text()
    assert page.desk.form.silentTitle.text().startswith("The service desk hears of less than")
    assert page.desk.silent.figure is not None
    assert "Handheld scanning: in the field, a year" in page.desk.silent.figure.alt
    assert page.desk.effort.figure is not None
    assert page.desk.form.effortWords.text().startswith("Effort is the hours")
    assert "no longer needed" in page.desk.form.waitTitle.text()
    words = " ".join(widget.text() for widget in page.findChildren(type(page.form.heading)))
    for jargon in ("WLH", "λ", "φ", "ITIL", "uplift"):
        assert jargon not in words


def test_arrows_walk_the_map_and_every_place_has_a_sentence(demo_page: ProgrammePage, qtbot: QtBot) -> None:
    page = demo_page
    page.form.tabs.setCurrentWidget(page.map)
    grid = page.map.form.grid
    grid.setFocus()
    assert page.map.form.chosen.text().startswith("Midlands hub, clerk: nobody has been there. 14 people")
    press(grid, Key.Key_Right, qtbot)
    assert page.map.form.chosen.text().startswith("Midlands hub, shift manager: 7.5 h watched, less than one shift")
    press(grid, Key.Key_Right, qtbot)
    assert page.map.form.chosen.text() == "Nobody works there in that role."
    assert not page.map.form.plan.isEnabled()
    role = Qt.ItemDataRole.AccessibleTextRole
    model = page.map.model
    spoken = [model.index(row, column).data(role) for row in range(6) for column in range(model.columnCount())]
    assert all(spoken)
    assert "City office, Loader: nobody works there." in spoken
    assert any("fewer than 4 people" in each.lower() for each in spoken)


def test_views_turn_by_key_and_a_unit_is_shown_alone(demo_page: ProgrammePage, qtbot: QtBot) -> None:
    page = demo_page
    press(page, Key.Key_PageDown, qtbot, CTRL)
    assert page.form.tabs.currentWidget() is page.people
    press(page, Key.Key_PageUp, qtbot, CTRL)
    press(page, Key.Key_PageUp, qtbot, CTRL)
    assert page.form.tabs.currentWidget() is page.contacts
    unit = next(id for id, name in page._seen.unit_names.items() if name == "Contact centre")  # type: ignore[union-attr]
    page.go_to(unit)
    settle(page, qtbot)
    assert page.form.unit.currentText() == "Contact centre"
    assert page.map.model.rowCount() == 1
    assert page.desk.form.nothing.isVisibleTo(page.desk)
    assert page.desk.form.nothingTitle.text() == "The desk counts for all units together"
    press(page, Key.Key_U, qtbot, CTRL)
    assert page.form.unit.view().isVisible()
    page.form.unit.hidePopup()


def test_it_opens_at_a_site_and_at_a_contact(demo_page: ProgrammePage, guide: Guide) -> None:
    page = demo_page
    site = next(id for id, name in page._seen.site_names.items() if name == "Fellside depot")  # type: ignore[union-attr]
    page.go_to(site)
    assert page.form.tabs.currentWidget() is page.map
    assert page.map.form.chosen.text().startswith("Fellside depot, loader")
    contact = next(iter(page.contacts._rows))
    page.go_to(contact)  # type: ignore[arg-type]
    assert page.form.tabs.currentWidget() is page.contacts
    page.go_to(new_id())
    assert guide.complaints == ["What this page was opened at is not there any more."]


def test_opened_at_a_site_before_it_was_read(desk: Desk, small: Firm, qtbot: QtBot) -> None:
    page = ProgrammePage(desk)
    page.go_to(small.site.id)
    shown(page, qtbot)
    assert page.form.tabs.currentWidget() is page.map


def test_an_empty_store_says_what_to_do_next(desk: Desk, store: Store, firm: Firm, qtbot: QtBot, guide: Guide) -> None:
    put(store, *(each.edited(removed=True) for each in (firm.ann, firm.visit, firm.drivers, firm.loaders, firm.site)))
    page = shown(ProgrammePage(desk), qtbot)
    assert page.form.nothing.isVisible()
    for view, button, where in (
        (page.next, page.next.form.sites, "settings"),
        (page.people, page.people.form.settings, "settings"),
        (page.map, page.map.form.settings, "settings"),
        (page.shifts, page.shifts.form.visits, "visits"),
        (page.heard, page.heard.form.settings, "settings"),
        (page.desk, page.desk.form.gateOpen, "priorities"),
    ):
        page.form.tabs.setCurrentWidget(view)
        assert button.isVisible()
        button.click()
        assert guide.pages[-1] == where
    page.form.tabs.setCurrentWidget(page.contacts)
    assert page.contacts.form.nothing.isVisible()


def test_goals_are_set_by_keyboard(page: ProgrammePage, shadow: Shadow, qtbot: QtBot) -> None:
    assert page.form.nothing.isVisible()
    press(page, Key.Key_G, qtbot)
    dialog = opened(page, qtbot)
    dialog.form.keep.click()
    assert dialog.form.wrong.text() == "“Name” is empty; fill it in before keeping it."
    fill(dialog, name="A day in their shoes", goals="Everybody once a year")
    fill(dialog, starts_on=date(2026, 9, 1), ends_on=date(2026, 8, 1))
    dialog.form.keep.click()
    assert "would end on 2026-08-01, before it starts on 2026-09-01" in dialog.form.wrong.text()
    fill(dialog, ends_on=None, visits_per_person=2, hours_per_person=16, tell_within_days=30, rules="No fixing")
    dialog.form.keep.click()
    back(page, qtbot)
    kept = shadow.programme.current()
    assert kept is not None
    assert (kept.name, kept.ends_on, kept.visits_per_person, kept.hours_per_person) == (
        "A day in their shoes",
        None,
        2,
        16,
    )
    assert page.form.heading.text() == "A day in their shoes"
    assert page.form.about.text() == "Since 1 September 2026 · Everybody once a year"
    assert not page.form.nothing.isVisible()
    press(page, Key.Key_G, qtbot)
    keep(page, qtbot, name="Walk the walk", ends_on=date(2027, 8, 31), hours_per_person=0)
    changed = shadow.programme.current()
    assert changed is not None
    assert (changed.id, changed.name, changed.hours_per_person) == (kept.id, "Walk the walk", None)
    assert page.form.about.text().startswith("1 September 2026 to 31 August 2027")


def test_a_team_gets_a_goal_of_its_own_and_gives_it_back(page: ProgrammePage, shadow: Shadow, qtbot: QtBot) -> None:
    page.form.tabs.setCurrentWidget(page.people)
    press(page, Key.Key_F2, qtbot)
    assert "Goals of the programme" in opened(page, qtbot).windowTitle(), "first the programme, then the teams"
    opened(page, qtbot).reject()
    back(page, qtbot)
    begun(shadow)
    page.load()
    settle(page, qtbot)
    assert heard(page.people.form.teams)[0].startswith("Networks: 0 of 1 out. behind its goal · 1 never out")
    assert heard(page.people.form.people) == ["Bob. never been out"]
    press(page, Key.Key_F2, qtbot)
    keep(page, qtbot, visits_per_person=3, hours_per_person=0)
    assert [(each.team, each.visits_per_person, each.hours_per_person) for each in shadow.programme.targets()] == [
        ("Networks", 3, None)
    ]
    assert "own goal: 3 visits a person and year" in heard(page.people.form.teams)[0]
    press(page, Key.Key_Z, qtbot, CTRL)
    settle(page, qtbot)
    assert shadow.programme.targets() == ()
    press(page, Key.Key_Z, qtbot, CTRL | SHIFT)
    settle(page, qtbot)
    assert len(shadow.programme.targets()) == 1
    press(page, Key.Key_F2, qtbot)
    keep(page, qtbot, visits_per_person=0, hours_per_person=0)
    assert shadow.programme.targets() == ()


def test_people_of_a_team(page: ProgrammePage, store: Store, small: Firm, qtbot: QtBot) -> None:
    put(store, small.visit.edited(starts_at=NOON - timedelta(days=800), state=VisitState.REVIEWED))
    put(store, Shadower(name="Cleo", team=""))
    page.load()
    settle(page, qtbot)
    page.form.tabs.setCurrentWidget(page.people)
    teams = page.people.form.teams
    assert titles(teams) == ["Without a team: 0 of 1 out", "Networks: 0 of 1 out", "Service desk: 0 of 1 out"]
    teams.setCurrentIndex(teams.model().index(0, 0))
    assert not page.people.form.goal.isEnabled(), "those without a team have no goal of their own"
    teams.setCurrentIndex(teams.model().index(2, 0))
    assert heard(page.people.form.people)[0].startswith("Ann. not this year; last out ")
    assert page.people.form.peopleTitle.text() == "SERVICE DESK"


def test_a_suggested_visit_is_planned_by_one_key(
    page: ProgrammePage, shadow: Shadow, guide: Guide, qtbot: QtBot
) -> None:
    assert titles(page.next.form.places) == ["Hill depot, driver", "Harbour depot, loader"]
    assert "Nobody from IT has ever been to Hill depot. 30 people work" in page.next.form.why.text()
    assert "£" not in page.next.form.why.text(), "IT's list is not locked, so the field says nothing"
    press(page, Key.Key_P, qtbot)
    settle(page, qtbot)
    ((visit_id, tab),) = guide.visits
    planned = shadow.planning.card(visit_id)
    assert (tab, planned.site, planned.role, planned.shadower) == ("prepare", "Hill depot", "driver", "Bob")
    assert planned.visit.focus.startswith("Nobody from IT has ever been to Hill depot.")
    page.load()
    settle(page, qtbot)
    assert titles(page.next.form.places) == ["Harbour depot, loader"]


def test_with_the_field_open_a_reason_has_a_price(page: ProgrammePage, store: Store, small: Firm, qtbot: QtBot) -> None:
    locked = AssumedRanking(organisation_id=small.firm.id, service_ids=(small.email.id,), locked_at=NOON)
    put(store, locked, Programme(name="x", starts_on=NOON.date(), tell_within_days=9))
    page.load()
    settle(page, qtbot)
    first = page.next.form.why.text()
    assert "What is not sorted yet about Handheld scanning rests on little so far and may cost £" in first
    assert "If it goes there as elsewhere, about £" in first
    assert "thin evidence of a dear pain · £" in heard(page.next.form.places)[0]
    page.next.form.places.setCurrentIndex(page.next.model.index(1, 0))
    assert "Harbour depot has not heard from IT for 10 days." in page.next.form.why.text()
    page.form.tabs.setCurrentWidget(page.desk)
    assert page.desk.form.nothing.isVisible(), "the desk has counted nothing"


def test_a_visit_is_planned_from_the_map_and_from_who_has_heard(
    page: ProgrammePage, shadow: Shadow, guide: Guide, qtbot: QtBot
) -> None:
    page.form.tabs.setCurrentWidget(page.map)
    press(page, Key.Key_P, qtbot)
    settle(page, qtbot)
    page.form.tabs.setCurrentWidget(page.heard)
    assert titles(page.heard.form.sites)[0] == "Hill depot: never any contact"
    assert page.heard.form.finding.text() == "1 of 2 sites had no contact with us for more than 90 days, or never."
    press(page, Key.Key_P, qtbot)
    settle(page, qtbot)
    cards = [shadow.planning.card(visit_id) for visit_id, _ in guide.visits]
    assert [(card.site, card.role, card.shadower) for card in cards] == [("Hill depot", "driver", "Ann")] * 2
    assert "never visited, never told, never asked" in cards[1].visit.focus


def test_what_a_site_was_told_is_written_down(
    page: ProgrammePage, store: Store, small: Firm, guide: Guide, qtbot: QtBot
) -> None:
    put(store, Programme(name="x", starts_on=NOON.date(), tell_within_days=9))
    page.load()
    settle(page, qtbot)
    page.form.tabs.setCurrentWidget(page.heard)
    assert page.heard.form.finding.text().endswith("Visited, and not told in time what became of it: Harbour depot.")
    sites = page.heard.form.sites
    sites.setCurrentIndex(page.heard.sites.index_of(small.site.id))
    press(page, Key.Key_T, qtbot)
    dialog = opened(page, qtbot)
    fill(dialog, text="  ", channel="shift meeting")
    dialog.form.keep.click()
    settle(page, qtbot)
    assert dialog.form.wrong.text(), "an empty word is none, and that is said in a sentence"
    assert guide.complaints == []
    keep(page, qtbot, text="New chargers are up")
    with store.reading() as read:
        (told,) = read.where(Update)
    assert (told.site_id, told.text, told.channel) == (small.site.id, "New chargers are up", "shift meeting")
    assert "Harbour depot: contact today" in titles(sites)
    assert "in time" not in page.heard.form.finding.text()


def test_ticket_counts_come_in_after_a_preview(
    page: ProgrammePage, store: Store, small: Firm, tmp_path: Path, qtbot: QtBot
) -> None:
    put(store, AssumedRanking(organisation_id=small.firm.id, service_ids=(small.email.id,), locked_at=NOON))
    file = tmp_path / "tickets.csv"
    file.write_text("service,tickets,period\ngun,365,2025\n02,0,2025\n12,10,2025\nfax,3,2025\n")
    page.flow.ask_file = lambda _title: str(file)
    press(page, Key.Key_I, qtbot, CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.flow.preview is not None and page.flow.preview.isVisible())
    preview = page.flow.preview
    assert preview is not None
    assert preview.form.summary.text() == "3 new, 0 changed, 0 unchanged, 1 refused"
    groups = [preview.model.item(row) for row in range(preview.model.rowCount())]
    assert groups[1].child(0).text() == "Handheld scanning: 365 tickets, 2025"
    preview.form.take.click()
    back(page, qtbot)
    with store.reading() as read:
        assert len(read.where(TicketCount)) == 3
    page.form.tabs.setCurrentWidget(page.desk)
    assert page.desk.form.scroll.isVisible()
    assert page.desk.form.effortWords.text().startswith("Effort is the number of tickets")
    assert "gun" not in page.desk.form.unheard.text()
    assert page.desk.silent.figure is not None
    assert "Handheld scanning: in the field, a year" in page.desk.silent.figure.alt


def test_goals_of_teams_come_from_a_file(page: ProgrammePage, shadow: Shadow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "targets.csv"
    file.write_text("team,visits\nnetworks,4\n")
    page.flow.ask_file = lambda _title: str(file)
    page.form.tabs.setCurrentWidget(page.people)
    press(page, Key.Key_T, qtbot, CTRL | SHIFT)
    settle(page, qtbot)
    guide = page._desk.guide
    assert isinstance(guide, Guide)
    assert guide.complaints[0].startswith("There is no programme yet")
    begun(shadow)
    press(page, Key.Key_T, qtbot, CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.flow.preview is not None and page.flow.preview.isVisible())
    assert page.flow.preview is not None
    page.flow.preview.form.take.click()
    back(page, qtbot)
    with shadow.store.reading() as read:
        assert [target.visits_per_person for target in read.where(Target)] == [4]


def test_what_the_desk_never_hears_of_is_named(page: ProgrammePage, store: Store, small: Firm, qtbot: QtBot) -> None:
    put(store, AssumedRanking(organisation_id=small.firm.id, service_ids=(small.email.id,), locked_at=NOON))
    mail = small.note("mail is slow", 3, lost_minutes=2.0, reported_to_desk=False)
    year = {"from_on": "2025-01-01", "until_on": "2025-12-31"}
    none = TicketCount.model_validate({"service_id": small.scanning.id, "tickets": 0, **year})
    put(store, mail, tag(mail, small.email), none)
    page.load()
    settle(page, qtbot)
    form = page.desk.form
    assert form.silentTitle.text() == "The service desk hears of nothing of it"
    assert form.unheard.text().splitlines() == [
        "The desk hears nothing at all of Handheld scanning.",
        "The desk’s count says nothing of Email.",
    ]
    assert not form.effortCard.isVisibleTo(page.desk)
    assert form.waitWords.text() == "Asked about in 1 note, never reported in 1: too few to tell."


def test_nothing_to_take_back_is_said(page: ProgrammePage, guide: Guide, qtbot: QtBot) -> None:
    for _ in range(4):
        press(page, Key.Key_Z, qtbot, CTRL)
        settle(page, qtbot)
    assert guide.said[-1] == "There is nothing to take back."


def test_news_are_looked_at_only_in_sight(page: ProgrammePage, store: Store, qtbot: QtBot) -> None:
    put(store, Shadower(name="Zoe", team="Networks"))
    qtbot.waitUntil(page._quiet.isActive)
    page.hide()
    assert not page._quiet.isActive()
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.form.outValue.text() == "1 of 3", timeout=5_000)


def test_a_ranking_is_given_up_when_nobody_looks(
    page: ProgrammePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = Event()
    field = Programmes.field

    def after_hiding(*asked: Any) -> FieldScene:
        # Held, or on a quick machine the ranking is over before anybody can look whether it has begun.
        hidden.wait(20)
        return field(*asked)

    monkeypatch.setattr(Programmes, "field", after_hiding)
    page.load()
    qtbot.waitUntil(lambda: page._ranking is not None, timeout=20_000)
    page.hide()
    hidden.set()
    assert (page._ranking, page._stale) == (None, True)
    page.show()
    page.shown()
    settle(page, qtbot)
    assert not page._stale


class TestContacts:
    """The last view."""

    @pytest.fixture
    def page(self, page: ProgrammePage) -> ProgrammePage:
        page.form.tabs.setCurrentWidget(page.contacts)
        return page

    def add(self, page: ProgrammePage, qtbot: QtBot, name: str, speaks_for: str) -> None:
        press(page, Key.Key_N, qtbot)
        keep(page, qtbot, name=name, speaks_for=speaks_for, position="lead", reach="4711")

    def test_a_contact_and_what_they_said(self, page: ProgrammePage, store: Store, guide: Guide, qtbot: QtBot) -> None:
        page.contacts.form.begin.click()
        keep(page, qtbot, name="Una", speaks_for="Depots, Larkfield Parcels", position="Head", reach="4711")
        self.add(page, qtbot, "Kerry", "Harbour depot, driver")
        self.add(page, qtbot, "Helen", "the whole of Larkfield Parcels")
        assert heard(page.contacts.form.people) == [
            "Helen, lead. the whole of Larkfield Parcels · never asked yet",
            "Una, Head. Depots · never asked yet",
            "Kerry, lead. Harbour depot, driver · never asked yet",
        ]
        page.contacts.form.people.setCurrentIndex(page.contacts.people.index(1, 0))
        settle(page, qtbot)
        assert page.contacts.form.talksTitle.text() == "Una · 4711"
        press(page, Key.Key_C, qtbot)
        dialog = opened(page, qtbot)
        fill(dialog, asked="", said="", next_step="ask for chargers", held_on=date(2026, 11, 2))
        dialog.form.keep.click()
        settle(page, qtbot)
        assert guide.complaints == []
        assert dialog.form.wrong.text() == (
            "Write down what you asked or what they said; a conversation without either helps nobody."
        )
        # Nothing of it is lost: the dialog waits for the words.
        fill(dialog, asked="What do you need from IT?", said="Scanners that stay on")
        dialog.form.keep.click()
        settle(page, qtbot)
        back(page, qtbot)
        assert page.contacts.form.said.text() == (
            "What do you need from IT?\n“Scanners that stay on”\nWhat follows: ask for chargers"
        )
        assert heard(page.contacts.form.people)[1].endswith("last asked 2 November 2026")
        press(page, Key.Key_C, qtbot, SHIFT)
        keep(page, qtbot, said="Chargers")
        with store.reading() as read:
            (talk,) = read.where(Conversation)
        assert (talk.said, talk.held_by) == ("Chargers", "Ann")
        press(page, Key.Key_Delete, qtbot, SHIFT)
        settle(page, qtbot)
        assert page.contacts.form.said.text() == "Nobody has asked them yet what they need."
        assert not page.contacts._unnote.isEnabled()

    def test_a_contact_is_edited_and_removed(self, page: ProgrammePage, store: Store, qtbot: QtBot) -> None:
        self.add(page, qtbot, "Kerry", "Harbour depot, driver")
        press(page, Key.Key_F2, qtbot)
        dialog = opened(page, qtbot)
        assert dialog.values()["speaks_for"].role_id is not None
        dialog.reject()
        back(page, qtbot)
        press(page, Key.Key_F2, qtbot)
        keep(page, qtbot, name="Kerry B", speaks_for="Depots, Larkfield Parcels")
        with store.reading() as read:
            (contact,) = read.where(Contact)
        assert (contact.name, contact.site_id) == ("Kerry B", None)
        press(page, Key.Key_F2, qtbot)
        keep(page, qtbot, speaks_for="the whole of Larkfield Parcels")
        press(page, Key.Key_F2, qtbot)
        assert opened(page, qtbot).values()["speaks_for"].unit_id is None
        opened(page, qtbot).reject()
        back(page, qtbot)
        press(page, Key.Key_Delete, qtbot)
        assert page.contacts.box is not None
        assert page.contacts.box.text() == "Remove Kerry B from the contacts?"
        page.contacts.box.buttons()[0].click()
        back(page, qtbot)
        assert page.contacts.form.nothing.isVisible()
        assert not page.contacts._remove.isEnabled()


def test_contacts_wait_for_a_firm(desk: Desk, store: Store, firm: Firm, guide: Guide, qtbot: QtBot) -> None:
    put(store, *(each.edited(removed=True) for each in (firm.firm, firm.unit)))
    page = shown(ProgrammePage(desk), qtbot)
    page.form.tabs.setCurrentWidget(page.contacts)
    press(page, Key.Key_N, qtbot)
    settle(page, qtbot)
    assert guide.complaints == ["There is no firm yet; bring in the business under Settings first."]

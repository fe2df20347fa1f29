"""Privacy in the window: everything is shown before it goes, every verb has a way by keys, and Today reminds."""

from __future__ import annotations

import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm, put
from shadow_app.bootstrap import Shadow
from shadow_app.domain.people import Host
from shadow_app.domain.vocabulary import ConsentSubject, ReportKind, ReviewState, VisitState
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.privacy.erase_dialog import EraseDialog
from shadow_app.ui.privacy.going_words import entries_of
from shadow_app.ui.settings.page import SettingsPage
from shadow_app.ui.settings.privacy import SettingsPrivacy
from shadow_app.ui.today_page import TodayPage

Key = Qt.Key
LONG_AGO = datetime.now(timezone.utc) - timedelta(days=500)


@pytest.fixture
def visited(shadow: Shadow, store: Store, firm: Firm) -> Firm:
    """One visit of long ago, to somebody who is known by name and takes the quotes back."""
    put(store, firm.visit.edited(state=VisitState.REVIEWED, number="A1-1", starts_at=LONG_AGO))
    put(store, firm.note("gun logs out", quote="not again", state=ReviewState.ACCEPTED))
    shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, True)
    shadow.planning.name_host(firm.visit.id, "Driver 2", "Maria Kowalska")
    return firm


def shown(desk: Desk, news: NewsDesk, qtbot: QtBot) -> SettingsPrivacy:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open_section("Privacy")
    page.shown()
    news.heard.connect(page.hear)
    section = page.privacy
    section.page = page  # type: ignore[attr-defined]  # or nobody would hold the page
    qtbot.waitUntil(lambda: section.model.rowCount() > 0 or section.form.nothing.isVisible())
    return section


@pytest.fixture
def section(desk: Desk, news: NewsDesk, visited: Firm, qtbot: QtBot) -> SettingsPrivacy:
    return shown(desk, news, qtbot)


def confirm(section: SettingsPrivacy, qtbot: QtBot) -> EraseDialog:
    """Tick and erase in the dialog, by keys."""
    qtbot.waitUntil(lambda: section.dialog is not None and section.dialog.isVisible())
    dialog = section.dialog
    assert dialog is not None
    assert not dialog.form.erase.isEnabled(), "nothing goes by one stray key"
    QTest.keyClick(dialog.form.sure, Key.Key_Space)
    assert dialog.form.erase.isEnabled()
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        QTest.keyClick(dialog.form.erase, Key.Key_Space)
    return dialog


def test_where_nobody_was_visited_the_way_on_is_shown(desk: Desk, news: NewsDesk, guide: Guide, qtbot: QtBot) -> None:
    section = shown(desk, news, qtbot)
    assert section.form.nothing.isVisible()
    assert not section.form.doing.isVisible()
    section.form.plan.click()
    assert guide.pages == ["visits"]
    for verb in (section.erase_person, section.erase_visit, section.export_held, section.forget_name):
        verb()
    section.erase_withdrawn()
    assert section.dialog is None


def test_a_host_stands_by_pseudonym_with_all_verbs(section: SettingsPrivacy) -> None:
    entry = section.model.entry(section.model.index(0, 0))
    assert entry.title == "Driver 2  ·  Harbour depot"
    assert "Maria Kowalska" in entry.about
    assert not section._withdrawn.isEnabled()
    for button in section.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
    assert section.form.hosts.accessibleName()


def test_a_person_is_erased_after_a_look(section: SettingsPrivacy, shadow: Shadow, guide: Guide, qtbot: QtBot) -> None:
    section.erase_person()
    dialog = confirm(section, qtbot)
    titles = [dialog.model.entry(dialog.model.index(row, 0)).title for row in range(dialog.model.rowCount())]
    assert titles[:2] == ["Visit A1-1", "A name"]
    qtbot.waitUntil(section.form.nothing.isVisible)
    assert guide.said[-1] == "Erased. Erased on 1 of 1."
    assert shadow.planning.visits() == []
    assert section.receipts.rowCount() == 1
    assert "1\u00a0note" in section.receipts.entry(section.receipts.index(0, 0)).title


def test_a_visit_is_erased_after_a_look_and_cancelling_touches_nothing(
    section: SettingsPrivacy, shadow: Shadow, qtbot: QtBot
) -> None:
    section.erase_visit()
    qtbot.waitUntil(lambda: section.dialog is not None and section.dialog.isVisible())
    assert section.dialog is not None
    section.dialog.reject()
    assert len(shadow.planning.visits()) == 1
    section.dialog = None
    section.window().activateWindow()
    section.erase_visit()
    confirm(section, qtbot)
    assert shadow.planning.visits() == []


def test_what_stands_in_the_way_is_said_in_the_dialog(
    section: SettingsPrivacy, shadow: Shadow, visited: Firm, qtbot: QtBot
) -> None:
    section.erase_visit()
    qtbot.waitUntil(lambda: section.dialog is not None and section.dialog.isVisible())
    dialog = section.dialog
    assert dialog is not None
    shadow.privacy.erase_visit(visited.visit.id)
    dialog.form.sure.setChecked(True)
    dialog.form.erase.click()
    qtbot.waitUntil(dialog.form.trouble.isVisible)
    assert "There is no visit" in dialog.form.trouble.text()
    assert dialog.form.cancel.isEnabled()
    dialog.reject()


def test_what_was_taken_back_is_erased(
    section: SettingsPrivacy, shadow: Shadow, visited: Firm, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shadow.planning.agree(visited.visit.id, ConsentSubject.QUOTES, False)
    qtbot.waitUntil(section._withdrawn.isEnabled)
    assert "took something back" in section.model.entry(section.model.index(0, 0)).about
    answers = [False, True]
    monkeypatch.setattr("shadow_app.ui.settings.privacy.ask", lambda *_: answers.pop(0))
    section.erase_withdrawn()
    assert section._withdrawn.isEnabled()
    section.erase_withdrawn()
    qtbot.waitUntil(lambda: not section._withdrawn.isEnabled())


def test_a_name_is_forgotten(section: SettingsPrivacy, shadow: Shadow, qtbot: QtBot) -> None:
    section.forget_name()
    qtbot.waitUntil(lambda: "no name" in section.model.entry(section.model.index(0, 0)).about)
    assert not section._forget.isEnabled()
    assert shadow.privacy.hosts()[0].pseudonym == "Driver 2"


def test_a_name_that_notes_still_say_is_asked_about(
    section: SettingsPrivacy, shadow: Shadow, visited: Firm, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    name = shadow.privacy.hosts()[0].name
    put(shadow.store, visited.note(f"asked {name} about it"))
    asked: list[str] = []
    answers = [False, True]

    def ask(*words: object) -> bool:
        asked.append(str(words[2]))
        return answers.pop(0)

    monkeypatch.setattr("shadow_app.ui.settings.privacy.ask", ask)
    section.forget_name()
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert "still stands in 1 text of the visit" in asked[0]
    assert shadow.privacy.hosts()[0].name == name
    section.forget_name()
    qtbot.waitUntil(lambda: "no name" in section.model.entry(section.model.index(0, 0)).about)
    assert shadow.privacy.hosts()[0].name == ""


def test_what_is_held_and_the_pages_are_saved(
    section: SettingsPrivacy,
    shadow: Shadow,
    visited: Firm,
    store: Store,
    guide: Guide,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def chosen(name: str) -> None:
        path = str(tmp_path / name) if name else ""
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))

    chosen("")
    section.export_held()
    section.save_statement()
    assert guide.said == []
    chosen("held.zip")
    section.export_held()
    qtbot.waitUntil(lambda: bool(guide.said))
    assert zipfile.is_zipfile(tmp_path / "held.zip")
    assert "not encrypted" in guide.said[-1]
    put(store, visited.note("Dave rings", 9))
    section.export_held()
    qtbot.waitUntil(lambda: len(guide.said) == 2)
    assert "1 note may name" in guide.said[-1]
    chosen("statement.md")
    section.save_statement()
    qtbot.waitUntil(lambda: len(guide.said) == 3)
    assert "What it never does" in (tmp_path / "statement.md").read_text(encoding="utf-8")
    shadow.privacy.erase_visit(visited.visit.id)
    qtbot.waitUntil(section._paper.isEnabled)
    chosen("receipts.pdf")
    section.save_receipts()
    qtbot.waitUntil(lambda: len(guide.said) == 4)
    assert (tmp_path / "receipts.pdf").read_bytes().startswith(b"%PDF")
    chosen("receipts.odt")
    section.save_receipts()
    qtbot.waitUntil(lambda: bool(guide.complaints))
    assert ".pdf or .md" in guide.complaints[0]


def test_the_time_of_retention_is_kept(section: SettingsPrivacy, shadow: Shadow, qtbot: QtBot) -> None:
    assert section.form.months.value() == 12
    section.form.months.setFocus()
    section.form.months.setValue(1)
    assert section.form.months.suffix() == " month"
    section.form.months.setValue(7)
    assert section.form.months.suffix() == " months"
    QTest.keyClick(section.form.months, Key.Key_Return)
    qtbot.waitUntil(lambda: shadow.privacy.months_kept() == 7)


def past_time(desk: Desk, qtbot: QtBot, page: TodayPage | SettingsPrivacy) -> EraseDialog:
    def there() -> list[EraseDialog]:
        return [each for each in page.window().findChildren(EraseDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(there()), timeout=5_000)
    return there()[0]


def test_today_reminds_and_leads_to_the_look(
    desk: Desk, shadow: Shadow, visited: Firm, guide: Guide, qtbot: QtBot
) -> None:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: "At the desk" in page._shown)
    card = page._shown["At the desk"]
    row = next(
        at for at in range(card.model.rowCount()) if card.model.entry(card.model.index(at, 0)).key == "past_time"
    )
    assert card.model.entry(card.model.index(row, 0)).title == "1 visit past the time it is kept"
    card.list.setCurrentIndex(card.model.index(row, 0))
    QTest.keyClick(card.list, Key.Key_Return)
    dialog = past_time(desk, qtbot, page)
    assert dialog.form.title.text() == "Past their time of 12 months"
    dialog.form.sure.setChecked(True)
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.form.erase.click()
    assert shadow.planning.visits() == []
    assert guide.said == ["1 visit erased; the receipts are in Settings → Privacy."]


def test_where_nothing_is_past_its_time_it_is_said(
    section: SettingsPrivacy, shadow: Shadow, guide: Guide, qtbot: QtBot
) -> None:
    shadow.privacy.keep_for(120)
    section.look_at_past_time()
    qtbot.waitUntil(lambda: bool(guide.said))
    assert guide.said == ["Nothing is past its time: visits are kept for 120 months."]


def test_everything_that_goes_or_stays_is_in_words(shadow: Shadow, store: Store, visited: Firm) -> None:
    put(store, Host(visit_id=visited.visit.id, pseudonym="Clerk 1"))
    note = shadow.capture.timeline(visited.visit.id)[0].note
    with store.reading() as read:
        driver = next(each for each in read.where(Host) if each.pseudonym == "Driver 2")
    shadow.planning.agree(visited.visit.id, ConsentSubject.NOTES, True)
    shadow.grouping.make(visited.scanning.id, "Guns", [note.id])
    shadow.snapshots.take("2026")
    released = shadow.releasing.release(ReportKind.PRIORITIES)
    titles = [each.title for each in entries_of(shadow.privacy.person_going(driver.id), 3)]
    assert titles == [
        "Visit A1-1",
        "A name",
        "3 names",
        "Another host",
        f"{released.title} (1)",
        "A pain point",
        "A locked ranking",
    ]

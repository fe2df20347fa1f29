"""Parts of working together: words for any value, where one meets, the first start, Today, the history, the strip."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm
from shadow_app.bootstrap import Shadow, introduce
from shadow_app.domain.field_words import field_word
from shadow_app.domain.history import HistoryLine
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.domain.team import Standing, TeamRole
from shadow_app.domain.visit import Visit
from shadow_app.settings import Settings
from shadow_app.ui import amounts
from shadow_app.ui.desk import Desk
from shadow_app.ui.exchange.receive_preview import new_words
from shadow_app.ui.exchange.team_words import about_member, team_words
from shadow_app.ui.exchange.values import editor, kind_words, value_of
from shadow_app.ui.field_words import NOTHING
from shadow_app.ui.history_dialog import HistoryDialog
from shadow_app.ui.key_dialogs import FirstRunDialog
from shadow_app.ui.message_strip import MessageStrip
from shadow_app.ui.names import Names
from shadow_app.ui.place_dialog import PlaceDialog, often_words
from shadow_app.ui.reach import Reach
from shadow_app.ui.settings.team import SettingsTeam
from shadow_app.ui.today_sections import sections
from shadow_app.usecases.meeting import Arrangement
from shadow_app.usecases.team import Member, TeamState
from shadow_app.usecases.today import Today

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=timezone.utc)
HERE = UUID("01a202d3-c1ff-7c21-8a03-3dc38d089750")
PASSPHRASE = "a cold loading bay"


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        (Observation, "text", "<b>gun</b>", "<b>gun</b>"),
        (Observation, "lost_minutes", 6.0, "6 min"),
        (Observation, "lost_minutes", None, NOTHING),
        (Observation, "kind", "pain", "Pain point"),
        (Observation, "surprise", False, "no"),
        (Observation, "role_id", str(HERE), "driver"),
        (Observation, "step_id", "01a202d3-0000-7c21-8a03-3dc38d089750", "something that is not here"),
        (Observation, "requested_on", "2026-05-03", "3 May 2026"),
        (Visit, "participation", "some_new_word", "Some new word"),
        (Visit, "starts_at", "no moment", "no moment"),
        (Service, "aliases", ["gun", "zebra"], "gun, zebra"),
        (PainPoint, "effort_days", 2.5, "2.5"),
        (Site, "name", "", NOTHING),
        (Site, "of_a_newer_version", {"a_b": 1}, "A b: 1"),
    ],
)
def test_a_value_is_told_in_words(kind: type[Record], field: str, value: Any, words: str) -> None:
    assert value_of(kind, field, value, {HERE: "driver"}) == words


def test_a_moment_is_told_on_this_computers_clock() -> None:
    said = value_of(Visit, "starts_at", "2026-11-12T06:00:00Z", {})
    assert said == amounts.clock(datetime(2026, 11, 12, 6, 0, tzinfo=timezone.utc))


def test_every_field_of_every_kind_has_a_name_and_no_underscore() -> None:
    for kind in KINDS:
        assert "_" not in kind_words(kind)
        for field in kind.model_fields:
            assert "_" not in field_word(field), (kind, field)


@pytest.mark.parametrize(
    ("kind", "field", "value", "asked"),
    [
        (Observation, "text", "short", "line"),
        (Observation, "text", "long " * 30, "words"),
        (Observation, "lost_minutes", 6.0, "number"),
        (Observation, "surprise", True, "yes"),
        (Observation, "kind", "pain", "pick"),
        (Observation, "business_damage", 2, "pick"),
        (Observation, "requested_on", "2026-05-03", "day"),
        (Observation, "requested_on", None, "day"),
    ],
)
def test_another_value_is_asked_for_in_its_own_manner(kind: type[Record], field: str, value: Any, asked: str) -> None:
    ask = editor(kind, field, value)
    assert ask is not None
    assert ask.kind == asked
    if field == "business_damage":
        assert ask.options[0] == (None, NOTHING)
    if field == "kind":
        assert ask.options[0][0] is not None
    if value == "2026-05-03":
        assert ask.value == date(2026, 5, 3)


@pytest.mark.parametrize("field", ["role_id", "at", "unresolved_tags"])
def test_what_cannot_be_typed_can_only_be_chosen(field: str) -> None:
    assert editor(Observation, field, None) is None


@pytest.mark.parametrize(
    ("choice", "address", "wrong"),
    [
        ("folder", "", "Write where you meet"),
        ("folder", "postgresql://hub/x", "address of a hub"),
        ("hub", "Z:/shadow", "begins with postgresql"),
        ("folder", "sftp://ann:secret@share/x", "holds a password"),
        ("folder", "Z:/shadow", ""),
        ("hub", "postgresql://hub.example/shadow", ""),
        ("alone", "Z:/shadow", ""),
    ],
)
def test_where_we_meet_is_refused_in_a_sentence_or_kept(choice: str, address: str, wrong: str, qtbot: QtBot) -> None:
    dialog = PlaceDialog(Arrangement("", 30, paused=True))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.form.meeting.isVisible()
    getattr(dialog.form, choice).setChecked(True)
    dialog.form.address.setText(address)
    dialog.keep()
    assert wrong in dialog.form.wrong.text()
    assert dialog.isVisible() is bool(wrong)
    if not wrong:
        assert dialog.arrangement == Arrangement("" if choice == "alone" else address, 30)


def test_the_dialog_is_as_large_as_what_it_asks(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    dialog = PlaceDialog(Arrangement("", 30), window)
    dialog.open()
    alone = dialog.height()
    dialog.form.folder.setChecked(True)
    reach = dialog.findChild(Reach)
    assert reach is not None
    qtbot.waitUntil(lambda: dialog.height() > alone)
    assert reach.verticalScrollBar().maximum() == 0, "its buttons are in sight"
    dialog.form.alone.setChecked(True)
    qtbot.waitUntil(lambda: dialog.height() == alone)
    dialog.reject()


def test_a_folder_is_chosen_from_the_disk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = PlaceDialog(Arrangement("Z:/old", 7))
    qtbot.addWidget(dialog)
    assert dialog.form.folder.isChecked()
    assert dialog.form.often.currentText() == "every 7 minutes"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog.form.browse.click()
    assert dialog.form.address.text() == "Z:/old"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "Z:/new")
    dialog.form.browse.click()
    assert dialog.form.address.text() == "Z:/new"


@pytest.mark.parametrize(
    ("arrangement", "words"),
    [
        (Arrangement("x", 15), "every 15 minutes"),
        (Arrangement("x", 60), "every hour"),
        (Arrangement("x", 240), "every 4 hours"),
        (Arrangement("x", 0), "only when you ask for it"),
        (Arrangement("x", 15, paused=True), "paused"),
    ],
)
def test_how_often_is_told(arrangement: Arrangement, words: str) -> None:
    assert often_words(arrangement) == words


def test_the_settings_say_where_we_meet_and_change_it(desk: Desk, shadow: Shadow, guide: Guide, qtbot: QtBot) -> None:
    section = SettingsTeam(desk)
    qtbot.addWidget(section)
    section.show()
    section.load()
    qtbot.waitUntil(lambda: section.form.place.text().startswith("Nowhere"))
    assert shadow.team.state().own_fingerprint in section.form.device.text()
    assert not section.form.pause.isEnabled()
    section.change()
    assert section.dialog is not None
    section.dialog.form.folder.setChecked(True)
    section.dialog.form.address.setText("Z:/shadow")
    section.dialog.form.keep.click()
    qtbot.waitUntil(lambda: section.form.place.text() == "Z:/shadow")
    assert section.form.often.text() == "Every 15 minutes."
    section.form.pause.click()
    qtbot.waitUntil(lambda: section.form.pause.text() == "Go on")
    assert shadow.meeting.arrangement() == Arrangement("Z:/shadow", 15, paused=True)
    section.form.page.click()
    assert guide.pages == ["exchange"]


def test_the_first_start_asks_how_one_works_with_others(qtbot: QtBot) -> None:
    dialog = FirstRunDialog(None, name="Ann")
    qtbot.addWidget(dialog)
    dialog.show()
    for line in (dialog.form.passphrase, dialog.form.again):
        line.setText(PASSPHRASE)
    assert dialog.form.make.isEnabled()
    assert not dialog.form.address.isVisible()
    assert dialog.address == ""
    dialog.form.together.setCurrentIndex(2)
    assert dialog.form.address.isVisible()
    assert not dialog.form.make.isEnabled()
    dialog.form.address.setText("Z:/shadow")
    assert "begins with postgresql" in dialog.form.hint.text()
    assert not dialog.form.make.isEnabled()
    dialog.form.together.setCurrentIndex(1)
    assert dialog.form.make.isEnabled()
    assert dialog.address == "Z:/shadow"
    dialog.form.together.setCurrentIndex(0)
    assert dialog.address == ""


def test_whoever_leads_says_so_at_the_first_start(shadow: Shadow) -> None:
    kept = introduce(shadow, Settings(name="Ann", team="Service desk"), lead=True)
    me = next(each for each in shadow.catalogue.shadowers() if each.id == kept.shadower_id)
    assert me.lead
    assert shadow.team.state().founded


def test_today_names_what_was_written_twice() -> None:
    empty: dict[str, Any] = dict.fromkeys(("live", "planned", "debriefs", "promises", "never_out"), ())
    today = Today(now=NOW, people=1, services=1, visits=1, written_twice=2, **empty)
    (section,) = sections(today)
    assert section.entries[0].title == "2 fields to be answered"
    assert section.goals["twice"].page == "exchange"
    assert sections(Today(now=NOW, people=1, services=1, visits=1, **empty)) == []


def test_the_history_names_the_other_laptop(qtbot: QtBot) -> None:
    lines = [
        HistoryLine(NOW, "Ann", "saved", "text", None, "gun hangs", undone=False),
        HistoryLine(NOW, "Ben", "edited", "text", "gun hangs", "gun", undone=False, device="7a03" * 4),
    ]
    dialog = HistoryDialog(lines, Names())
    qtbot.addWidget(dialog)
    assert [dialog.model.item(row, 1).text() for row in range(2)] == ["Ben, laptop 7a03", "Ann"]


def test_what_is_offered_stays_until_it_is_taken_or_something_else_is_said(qtbot: QtBot) -> None:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    taken: list[int] = []
    strip.offer("34 notes received", "Take it back", lambda: taken.append(1))
    assert strip.offer_button.isVisible()
    assert not strip._timer.isActive()
    strip.say("Something else.")
    assert not strip.offer_button.isVisible()
    strip.offer("34 notes received", "Take it back", lambda: taken.append(2))
    qtbot.mouseClick(strip.offer_button, Qt.MouseButton.LeftButton)
    assert taken == [2]
    assert not strip.isVisible()


@pytest.mark.parametrize(
    ("standing", "until", "words"),
    [
        (Standing.ROOT, None, "founded the team"),
        (Standing.ACCEPTED, None, "accepted here, not introduced by a lead"),
        (Standing.INTRODUCED, None, "introduced"),
        (Standing.INTRODUCED, NOW, "introduced, until "),
        (Standing.EXPIRED, NOW, "introduction ended on "),
        (Standing.REVOKED, NOW, "revoked: lost"),
    ],
)
def test_where_a_laptop_stands_is_told_in_words(standing: Standing, until: datetime | None, words: str) -> None:
    member = Member("7a03" * 4, "Ben", "0123", TeamRole.SHADOWER, NOW, until, NOW, standing, why="lost")
    said = about_member(member, NOW).split("  ·  ")
    assert said[0] == "shadower"
    assert said[1].startswith(words)
    assert said[2:] == ["last seen just now", "laptop 7a03"]


@pytest.mark.parametrize(
    ("leads", "lead", "words"),
    [
        (False, "Ann", "the team of Ann (key 0123)."),
        (True, "", "somebody without a name (key 0123), and act as a lead"),
    ],
)
def test_whose_team_it_is_is_told_in_words(leads: bool, lead: str, words: str) -> None:
    state = TeamState(HERE, "0123", lead, founded=False, leads=leads, alone=False, own_device="a", own_fingerprint="4")
    assert words in team_words(state)


def test_what_is_new_is_counted_in_notes_as_far_as_it_stands_there() -> None:
    firm = Firm()
    notes = (firm.note(), firm.note("two"))
    assert new_words(notes, 2) == "2 notes new"
    assert new_words((*notes, firm.site), 3) == "2 notes and 1 other record new"
    assert new_words((firm.site,), 1) == "1 new"
    assert new_words(notes, 20_000) == "20,000 records new"

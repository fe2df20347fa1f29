"""Voice notes on the Live tab: by key, never unseen, and never off the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desks import Guide
from factories import Firm, put
from pretend_card import Card, plugged_in
from shadow_app.bootstrap import Shadow
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.live.tab import LiveTab
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.timeline_model import NOTE_ROLE

Key, BOTH = Qt.Key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SETTLED = 10_000


class Live:
    def __init__(self, desk: Desk, news: NewsDesk, qtbot: QtBot, firm: Firm, card: Card) -> None:
        self.qtbot, self.desk, self.firm, self.card = qtbot, desk, firm, card
        self.window, self.tab = QMainWindow(), LiveTab(desk)
        self.window.setCentralWidget(self.tab)
        self.window.resize(1300, 860)
        self.window.show()
        news.heard.connect(self.tab.hear)
        with qtbot.waitSignal(self.tab.visit.loaded, timeout=SETTLED):
            self.tab.open(desk.shadow.planning.card(firm.visit.id))

    def look(self) -> None:
        with self.qtbot.waitSignal(self.tab.voice.found, timeout=SETTLED):
            self.tab.shown()

    def hit(self, key: Qt.Key, held: Qt.KeyboardModifier = BOTH) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, held)

    def begin(self) -> None:
        self.hit(Key.Key_M)
        self.wait(lambda: self.tab.voice.recording)

    def wait(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=SETTLED)

    @property
    def rows(self) -> int:
        return self.tab.model.rowCount()


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Card:
    return plugged_in(monkeypatch)


@pytest.fixture
def live(desk: Desk, news: NewsDesk, qtbot: QtBot, firm: Firm, store: Store, card: Card) -> Iterator[Live]:
    consent = ConsentRecord(
        id=link_id(firm.visit.id, ConsentSubject.QUOTES),
        visit_id=firm.visit.id,
        subject=ConsentSubject.QUOTES,
        given=True,
    )
    put(store, consent)
    made = Live(desk, news, qtbot, firm, card)
    yield made
    delete(made.window)


def test_one_key_begins_and_the_same_key_keeps(live: Live, shadow: Shadow, guide: Guide) -> None:
    live.look()
    assert live.tab.form.voice.isVisible()
    assert live.tab.voice_strip.isHidden()
    QTest.keyClicks(live.tab.bar.line, "half a line")
    live.begin()
    assert live.tab.voice_strip.isVisible()
    assert QApplication.focusWidget() is live.tab.bar.line
    live.card.say(3)
    live.wait(lambda: live.tab.voice_strip.words.text() == "Recording 0:03 of 2:00")
    live.hit(Key.Key_M)
    live.wait(lambda: live.rows == 1 and guide.said == ["Kept: Voice note, 0:03."])
    assert not live.card.open
    assert live.tab.voice_strip.isHidden()
    note = live.tab.model.index(0).data(NOTE_ROLE)
    assert (note.text, note.voice_count, note.photo_count) == ("Voice note, 0:03", 1, 0)
    assert "recordings: 1" in note.spoken
    assert live.tab.bar.line.text() == "half a line"


def test_it_is_played_from_the_details_and_taken_off(live: Live, guide: Guide) -> None:
    live.look()
    live.begin()
    live.card.say(1)
    live.hit(Key.Key_M)
    live.wait(lambda: live.rows == 1)
    live.tab.timeline.setFocus()
    live.tab.timeline.go_to_last()
    box = live.tab.details.voices
    live.wait(box.play.isVisible)
    assert box.play.accessibleName() == "Play recording 1 of 1, 0:01"
    live.hit(Key.Key_Y)
    live.wait(lambda: live.tab.voice.playing is not None)
    assert box.play.text().strip() == "Stop 0:01"
    live.card.listen()
    live.wait(lambda: live.tab.voice.playing is None)
    assert live.card.heard[:32_000] == b"\x10\x20" * 16_000
    live.hit(Key.Key_Y)
    live.wait(lambda: live.tab.voice.playing is not None)
    live.hit(Key.Key_Y)
    assert live.tab.voice.playing is None
    box.off.click()
    live.wait(lambda: not box.play.isVisible())
    live.wait(lambda: guide.said[-1] == "Recording taken off. Ctrl+Z brings it back.")


def test_a_second_recording_goes_to_the_note_that_is_shown(live: Live, shadow: Shadow) -> None:
    live.look()
    for seconds in (1, 2):
        if seconds == 1:
            live.begin()
        else:
            live.tab.details.voices.record.click()
            live.wait(lambda: live.tab.voice.recording)
        live.card.say(seconds)
        live.hit(Key.Key_M)
        live.wait(lambda: not live.desk.jobs.writing)
        live.tab.timeline.go_to_last()
    (row,) = shadow.capture.timeline(live.firm.visit.id)
    assert [each.seconds for each in row.voices] == [1.0, 2.0]
    box = live.tab.details.voices
    live.wait(box.next.isVisible)
    assert box.next.text().strip() == "1 of 2"
    box.next.click()
    assert box.play.text().strip() == "Play 0:02"


def test_off_the_record_stops_at_once_and_keeps_nothing(live: Live, shadow: Shadow, guide: Guide) -> None:
    live.look()
    live.begin()
    live.card.say(5)
    live.hit(Key.Key_O)
    assert not live.card.open
    assert not live.tab.voice.recording
    cover = live.tab.windows.cover
    assert cover is not None
    cover.end()
    live.wait(lambda: not live.desk.jobs.writing)
    assert shadow.capture.timeline(live.firm.visit.id) == []
    assert "The recording was dropped; nothing of it is kept." in guide.said


def test_off_the_record_while_the_card_still_thinks(live: Live, shadow: Shadow) -> None:
    live.look()
    live.hit(Key.Key_M)
    live.tab.voice.drop()
    live.wait(lambda: not live.card.open)
    live.qtbot.wait(50)
    assert not live.tab.voice.recording
    assert not live.card.open


def test_drop_by_key(live: Live, shadow: Shadow) -> None:
    live.look()
    live.begin()
    live.card.say(1)
    live.hit(Key.Key_X)
    assert not live.card.open
    assert shadow.capture.timeline(live.firm.visit.id) == []


def test_leaving_the_tab_keeps_what_was_heard_and_closes_the_microphone(live: Live, shadow: Shadow) -> None:
    live.look()
    live.begin()
    live.card.say(1)
    live.tab.hide()
    assert not live.card.open
    live.wait(lambda: len(shadow.capture.timeline(live.firm.visit.id)) == 1)


def test_two_minutes_or_a_pulled_plug_end_it_and_it_is_kept(live: Live, shadow: Shadow) -> None:
    live.look()
    live.begin()
    live.card.say(2)
    live.card.pull_out()
    live.wait(lambda: live.rows == 1)
    (row,) = shadow.capture.timeline(live.firm.visit.id)
    assert [each.seconds for each in row.voices] == [2.0]


def test_without_a_microphone_nothing_is_offered(live: Live, card: Card) -> None:
    card.microphone = False
    live.look()
    assert live.tab.form.voice.isHidden()
    assert live.tab.details.voices.isHidden()
    live.hit(Key.Key_M)
    live.qtbot.wait(20)
    assert not live.tab.voice.recording


def test_no_agreement_and_no_permission_are_said(live: Live, card: Card, store: Store, guide: Guide) -> None:
    live.look()
    card.allowed = False
    live.hit(Key.Key_M)
    live.wait(lambda: len(guide.complaints) == 1)
    assert "the system lets Shadow use it" in guide.complaints[0]
    card.allowed = True
    with store.work("taken back") as work:
        consent = work.get(ConsentRecord, link_id(live.firm.visit.id, ConsentSubject.QUOTES))
        work.put(consent.edited(given=False))
        work.commit()
    live.hit(Key.Key_M)
    live.wait(lambda: len(guide.complaints) == 2)
    assert "has not agreed to be quoted" in guide.complaints[1]
    assert not card.open

"""The strip of timers by itself: several at once, one key for start and stop, time that stays put."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shadow_app.domain.record import new_id
from shadow_app.domain.visit import Activity
from shadow_app.domain.vocabulary import ActivityKind
from shadow_app.ui.theme import Theme
from shadow_app.ui.timers_strip import TimersStrip

NOW = datetime(2026, 11, 12, 12, 0, tzinfo=timezone.utc)
VISIT = new_id()


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme, clock: Clock) -> TimersStrip:
    made = TimersStrip(theme, clock=clock)
    qtbot.addWidget(made)
    made.resize(800, 60)
    made.show()
    return made


def activity(kind: ActivityKind = ActivityKind.WAITING, minutes_ago: float = 0, name: str = "") -> Activity:
    begun = NOW - timedelta(minutes=minutes_ago)
    return Activity(visit_id=VISIT, activity_kind=kind, started_at=begun, name=name)


def test_several_timers_show_their_time_at_once(strip: TimersStrip, clock: Clock) -> None:
    waiting, around = activity(minutes_ago=7.5), activity(ActivityKind.WORKING_AROUND, 61)
    strip.show_running([waiting, around])
    assert (strip.elapsed(waiting.id), strip.elapsed(around.id)) == ("7:30", "1:01:00")
    clock.now += timedelta(seconds=1)
    strip.tick()
    assert (strip.elapsed(waiting.id), strip.elapsed(around.id)) == ("7:31", "1:01:01")
    clock.now -= timedelta(hours=3)
    strip.tick()
    assert strip.elapsed(waiting.id) == "0:00", "a clock that was set back shows nought"


def test_a_timer_that_ended_goes_and_the_others_stay(strip: TimersStrip) -> None:
    waiting, around = activity(), activity(ActivityKind.WORKING_AROUND)
    strip.show_running([waiting, around])
    strip.show_running([around, activity(ActivityKind.OFF_RECORD)])
    assert list(strip.running) == [around.id]
    strip.show_running([])
    assert not strip.running


def test_the_same_key_starts_and_stops(strip: TimersStrip) -> None:
    started, stopped = QSignalSpy(strip.started), QSignalSpy(strip.stopped)
    strip.toggle(ActivityKind.WAITING)
    assert started.at(0) == [ActivityKind.WAITING, ""]
    older, newer = activity(minutes_ago=9), activity(minutes_ago=2)
    strip.show_running([older, newer, activity(ActivityKind.WORKING_AROUND, 1)])
    strip.toggle(ActivityKind.WAITING)
    assert stopped.at(0) == [newer.id]
    assert started.count() == 1


def test_an_activity_has_a_name_and_a_blank_one_is_none(strip: TimersStrip) -> None:
    started, left = QSignalSpy(strip.started), QSignalSpy(strip.left)
    strip.toggle(ActivityKind.ROUTINE)
    assert QApplication.focusWidget() is strip.name
    QTest.keyClicks(strip.name, "   ")
    QTest.keyClick(strip.name, Qt.Key.Key_Return)
    assert (started.count(), left.count()) == (0, 1)
    strip.ask_name()
    QTest.keyClicks(strip.name, " loading ")
    QTest.keyClick(strip.name, Qt.Key.Key_Return)
    assert started.at(0) == [ActivityKind.ROUTINE, "loading"]
    assert not strip.name.isVisible()
    strip.ask_name()
    QTest.keyClicks(strip.name, "never mind")
    QTest.keyClick(strip.name, Qt.Key.Key_Escape)
    assert (started.count(), strip.name.text()) == (1, "")


def test_the_stop_button_says_what_it_stops(strip: TimersStrip) -> None:
    named = activity(ActivityKind.ROUTINE, name="loading the trunk")
    nameless = activity(ActivityKind.ROUTINE)
    strip.show_running([named, activity(), nameless])
    buttons = {button.accessibleName(): button for button in strip.findChildren(type(strip.waiting))}
    assert {"Stop loading the trunk", "Stop Waiting", "Stop Activity"} <= buttons.keys()
    stopped = QSignalSpy(strip.stopped)
    buttons["Stop loading the trunk"].click()
    assert stopped.at(0) == [named.id]


def test_ticking_lays_nothing_out_again(strip: TimersStrip, clock: Clock) -> None:
    waiting = activity(minutes_ago=59.99)
    strip.show_running([waiting])
    QApplication.processEvents()
    before = [(child.geometry(), type(child)) for child in strip.findChildren(type(strip))]
    width = strip.sizeHint().width()
    clock.now += timedelta(hours=1)
    strip.tick()
    QApplication.processEvents()
    assert strip.elapsed(waiting.id).count(":") == 2
    assert strip.sizeHint().width() == width
    assert [(child.geometry(), type(child)) for child in strip.findChildren(type(strip))] == before


def test_it_follows_the_theme(strip: TimersStrip, theme: Theme) -> None:
    strip.show_running([activity(minutes_ago=3)])
    light = strip.grab().toImage()
    theme.use(look="dark", scale=2.0)
    assert strip.grab().toImage() != light
    theme.use(look="light", scale=1.0)

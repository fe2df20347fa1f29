"""Adding up a large store takes seconds, and the page says so; of a small one nobody hears a word."""

from __future__ import annotations

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from desks import Guide
from shadow_app.domain.errors import StoreTrouble
from shadow_app.ui import fresh_page
from shadow_app.ui.desk import Desk
from shadow_app.ui.fresh_page import FreshPage


@pytest.fixture
def page(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> FreshPage:
    monkeypatch.setattr(fresh_page, "SLOW_MILLISECONDS", 30)
    made = FreshPage()
    qtbot.addWidget(made)
    return made


def test_what_takes_long_is_said_and_goes_on(
    page: FreshPage, desk: Desk, guide: Guide, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, went = Event(), list[None]()
    monkeypatch.setattr(type(desk.shadow.prioritising), "refresh", lambda _: go.wait(30) and None)
    page._add_up(desk, went.append)
    qtbot.waitUntil(lambda: bool(guide.said), timeout=10_000)
    assert guide.said[0].startswith("Adding up what was noted")
    assert went == []
    go.set()
    qtbot.waitUntil(lambda: went == [None], timeout=10_000)


def test_what_is_quick_or_fails_says_nothing_of_waiting(
    page: FreshPage, desk: Desk, guide: Guide, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh_page, "SLOW_MILLISECONDS", 5_000)
    went = list[None]()
    page._add_up(desk, went.append)
    qtbot.waitUntil(lambda: went == [None], timeout=10_000)

    def broken(_: object) -> None:
        raise StoreTrouble("The disk is full.")

    monkeypatch.setattr(type(desk.shadow.prioritising), "refresh", broken)
    page._add_up(desk, went.append)
    qtbot.waitUntil(lambda: guide.complaints == ["The disk is full."], timeout=10_000)
    assert guide.said == []

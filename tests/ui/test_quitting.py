"""Ctrl+Q: the window closes as it does by its own button, and asks what it asks then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shadow_app.ui.actions import Actions
from shadow_app.ui.main_window import MainWindow
from shadow_app.ui.theme import Theme


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(theme, Actions())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.may_close = lambda: True
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("may", [True, False])
def test_the_window_asks_before_it_goes(window: MainWindow, qtbot: QtBot, may: bool) -> None:
    asked: list[bool] = []

    def may_close() -> bool:
        asked.append(may)
        return may

    window.may_close = may_close
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert asked == [may]
    assert window.isVisible() is not may

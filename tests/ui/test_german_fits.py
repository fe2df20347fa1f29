"""German is longer than English: at the smallest usual window nothing is cut off, and mirrored nothing moves out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from shadow_app.bootstrap import Shadow
from shadow_app.ui.elided_label import ElidedLabel
from shadow_app.ui.language import speak
from shadow_app.ui.pages import PAGES
from shadow_app.ui.reach import Reach
from walking import sideways
from whole_window import Whole, whole

GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


@pytest.fixture(scope="module")
def german(qapp: QApplication, demo: Shadow) -> Iterator[Whole]:
    speak(qapp, "de", GERMAN)
    with whole(qapp, demo, 1100, 700) as made:
        yield made
    speak(qapp, "en")


def _cut(root: QWidget) -> Iterator[str]:
    """What has less room than it asks for; what shortens itself says so in a tooltip."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QTabBar):
            yield from (
                f"{widget.objectName()}: tabs beyond {widget.tabText(widget.count() - 1)}"
                for button in widget.findChildren(QToolButton)
                if button.isVisible()
            )
        elif isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                short = widget.height() < widget.heightForWidth(widget.width())
            else:
                short = widget.width() < widget.minimumSizeHint().width()
            if short:
                yield f"{widget.objectName()}: {widget.text()}"
        elif isinstance(widget, QAbstractButton) and widget.text() and widget.width() < widget.sizeHint().width():
            yield f"{widget.objectName()}: {widget.text()}"


def _cut_at_last(qtbot: QtBot, root: QWidget) -> list[str]:
    """What is still cut once the layouts have had their turn, which comes after the words."""
    with suppress(NotInTime):
        qtbot.waitUntil(lambda: not list(_cut(root)), timeout=5_000)
    return list(_cut(root))


@pytest.mark.parametrize("place", range(len(PAGES)), ids=[page.name for page in PAGES])
def test_a_page_shows_all_of_its_german(qtbot: QtBot, german: Whole, place: int) -> None:
    assert _cut_at_last(qtbot, german.page(qtbot, place)) == []


@pytest.mark.parametrize("tab", ["prepare", "live", "debrief"])
def test_a_visit_shows_all_of_its_german(qtbot: QtBot, german: Whole, tab: str) -> None:
    assert _cut_at_last(qtbot, german.visit(qtbot, tab)) == []


@pytest.mark.parametrize("section", range(10))
def test_the_settings_show_all_of_their_german(qtbot: QtBot, german: Whole, section: int) -> None:
    assert _cut_at_last(qtbot, german.section(qtbot, section)) == []


def test_german_letters_of_twice_the_size_need_no_sideways_scrolling(qtbot: QtBot, german: Whole) -> None:
    german.window.resize(1440, 900)
    german.theme.use(scale=2.0)
    wide: list[str] = []
    shown = [
        *(partial(german.page, qtbot, place) for place in range(len(PAGES))),
        *(partial(german.visit, qtbot, tab) for tab in ("prepare", "live", "debrief")),
        *(partial(german.section, qtbot, section) for section in range(12)),
    ]
    for show in shown:
        show()
        QApplication.processEvents()
        reach = german.window.stack.currentWidget()
        assert isinstance(reach, Reach)
        wide += sideways(reach)
    german.theme.use(scale=1.0)
    german.window.resize(1100, 700)
    assert wide == []


def test_what_is_cut_is_seen(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    label, lines, button = QLabel("Schmerzpunkte"), QLabel("Schmerzpunkte und Zusagen"), QPushButton("Zusammenführen")
    lines.setWordWrap(True)
    for each in (label, lines, button):
        each.setFixedSize(40, 12)
        column.addWidget(each)
    root.show()
    assert [words.partition(": ")[2] for words in _cut(root)] == [label.text(), lines.text(), button.text()]

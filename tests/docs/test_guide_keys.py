"""The keys that the guide names are keys of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from guide_pages import headed, pages
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desks import Guide
from shadow_app.bootstrap import wire
from shadow_app.settings import Settings
from shadow_app.storage.store import Store
from shadow_app.ui.actions import Actions
from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.main_window import MainWindow
from shadow_app.ui.pages import PAGES
from shadow_app.ui.theme import Theme

OWN = {
    "Enter",
    "Shift+Enter",
    "Ctrl+Enter",
    "Ctrl+Return",
    "Return",
    "Space",
    "Esc",
    "Tab",
    "↑",
    "↓",
    "Ctrl+A",
    "Ctrl+C",
    "Ctrl+Shift+L",
}
"""Keys that lists, lines and dialogs have by themselves, and the lock's, which comes with an open store."""
PLACES = {
    ("a-visit.md", "2. Live: one line is a note"): "visits",
    ("the-leads-monday.md", "1. Review"): "review",
    ("the-leads-monday.md", "2. Pain points"): "pain_points",
    ("together.md", "What was written twice"): "exchange",
    ("together.md", "People and laptops"): "exchange",
}
"""On which page of the window the keys of a table must work; elsewhere it may be any page."""

_PRESSED = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z]\w*|[0-9]|Up|Down)\b|\bF[1-9][0-9]?\b")
_KEY = re.compile(
    r"^(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9]|F\d+|Del|Esc|Enter|Return|Space|Tab|Up|Down|PgUp|PgDown|[↑↓])$"
)


@pytest.fixture
def window(store: Store, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with all its pages, and every action in the registry."""
    shadow = wire(store, Settings(name="Ann"))
    guide, actions, theme = Guide(), Actions(), Theme(qapp, "light")
    jobs = Jobs(store.interrupt_reading, lambda error: guide.complain(str(error)))
    made = MainWindow(theme, actions)
    qtbot.addWidget(made)
    made.fill(PAGES, Desk(shadow, jobs, theme, actions, made))
    yield made
    jobs.close()


def keys(window: MainWindow, page: str = "") -> set[str]:
    """Keys of all actions, or of those that work while one page is in front."""
    inside = window.page(page).widget if page else None
    found = set()
    for action in window._actions.all():
        owner = action.parent()
        assert isinstance(owner, QWidget)
        if inside is None or owner in (window, inside) or inside.isAncestorOf(owner):
            found |= {key.toString(QKeySequence.SequenceFormat.PortableText) for key in action.shortcuts()}
    return found


def tables() -> Iterator[tuple[Path, int, str, str]]:
    """(page, number, heading, first cell) of every row of every table of keys."""
    for page in pages():
        if page.parent != Path("docs/guide"):
            continue
        inside = False
        for number, line, heading in headed(page):
            inside = (inside and line.startswith("|")) or line.startswith("| key |")
            cell = line.split("|")[1].strip() if inside else ""
            if cell and cell != "key" and not set(cell) <= {"-", ":"}:
                yield page, number, heading, cell


def named(cell: str) -> Iterator[str]:
    """The keys of a cell such as "Ctrl+1 … Ctrl+7, or ↑ ↓"."""
    for part in re.split(r"\s*·\s*|,\s*|\bor\b|\s+", re.sub(r"`([^`]*)`", r"\1", cell)):
        if part and part != "…":
            yield part


def test_every_key_of_a_table_works_where_the_guide_says(window: MainWindow) -> None:
    wrong, seen = [], 0
    for page, number, heading, cell in tables():
        place = PLACES.get((page.name, heading), "")
        known = keys(window, place) | OWN
        for key in named(cell):
            seen += 1
            assert _KEY.match(key), f"{page}:{number}: {key} is no key"
            if key not in known:
                wrong.append(f"{page}:{number}: {key} does nothing on {place or 'any page'}")
    assert wrong == []
    assert seen > 50


def test_every_combination_in_a_sentence_is_a_key_of_some_action(window: MainWindow) -> None:
    known, wrong, seen = keys(window) | OWN, [], 0
    for page in pages():
        if page.parent == Path("docs/decisions") or page.name == "CHANGELOG.md":
            continue
        for number, line, _ in headed(page):
            for key in _PRESSED.findall(line):
                seen += 1
                if key not in known:
                    wrong.append(f"{page}:{number}: {key}")
    assert wrong == []
    assert seen > 50


def test_tables_of_keys_stand_where_this_test_looks() -> None:
    assert set(PLACES) <= {(page.name, heading) for page, _, heading, _ in tables()}

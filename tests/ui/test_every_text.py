"""A walk over the window in a language that nobody speaks: every text is looked up.

The language puts brackets around whatever is looked up. What stands outside of brackets is either what people wrote, or
a text that no translator would ever see.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from looked_up import OPEN, in_brackets, known_words, loose_texts
from odd_language import speaking_odd
from shadow_app.bootstrap import Shadow
from shadow_app.ui.pages import PAGES
from whole_window import Whole, whole


@pytest.fixture(scope="module")
def bracketed(qapp: QApplication, demo: Shadow) -> Iterator[Whole]:
    # What the floors below say comes in other letters, which no reader of Latin letters takes for a loose text.
    with in_brackets(), speaking_odd(), whole(qapp, demo, 1440, 900) as made:
        yield made


@pytest.fixture(scope="module")
def peoples_words(demo: Shadow) -> frozenset[str]:
    return known_words(demo)


PLACES = [page.name for page in PAGES]


@pytest.mark.parametrize("place", range(len(PAGES)), ids=PLACES)
def test_every_text_of_a_page_is_looked_up(
    qtbot: QtBot, bracketed: Whole, peoples_words: frozenset[str], place: int
) -> None:
    _hold_to_it(bracketed.page(qtbot, place), peoples_words)


@pytest.mark.parametrize("tab", ["prepare", "live", "debrief"])
def test_every_text_of_a_visit_is_looked_up(
    qtbot: QtBot, bracketed: Whole, peoples_words: frozenset[str], tab: str
) -> None:
    _hold_to_it(bracketed.visit(qtbot, tab), peoples_words)


@pytest.mark.parametrize("section", range(12))
def test_every_text_of_the_settings_is_looked_up(
    qtbot: QtBot, bracketed: Whole, peoples_words: frozenset[str], section: int
) -> None:
    _hold_to_it(bracketed.section(qtbot, section), peoples_words)


def test_every_command_is_looked_up(bracketed: Whole) -> None:
    loose = {action.text() for action in bracketed.actions.all() if not action.text().startswith(OPEN)}
    assert loose == set()


def _hold_to_it(root: QWidget, peoples_words: frozenset[str]) -> None:
    loose = loose_texts(root, peoples_words)
    assert not loose, "\n".join(loose)

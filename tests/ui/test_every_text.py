"""A walk over the window in a language that nobody speaks: every text is looked up.

The language puts brackets around whatever is looked up. What stands outside of brackets is either what people wrote, or
a text that no translator would ever see.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QLocale, QModelIndex, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from odd_language import speaking_odd
from shadow_app.bootstrap import Shadow
from shadow_app.domain.kinds import KINDS
from shadow_app.ui.pages import PAGES
from whole_window import Whole, whole

ROOT = Path(__file__).resolve().parents[2]
OPEN, CLOSE = "⟦", "⟧"
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")
_TAG = re.compile(r"</?\w[^>]*>")
_ROWS = 12


class Brackets(QTranslator):
    """Every text of ours in brackets; Qt's own texts stay."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """None, and not "", passes a text on to the next translator."""
        if not source.strip() or (context.startswith("Q") and context[1:2].isupper()):
            return None
        inner = source.strip()
        return source.replace(inner, f"{OPEN}{inner}{CLOSE}")


@pytest.fixture(scope="module")
def bracketed(qapp: QApplication, demo: Shadow) -> Iterator[Whole]:
    words = Brackets()
    QCoreApplication.installTranslator(words)
    # What the floors below say comes in other letters, which no reader of Latin letters takes for a loose text.
    with speaking_odd(), whole(qapp, demo, 1440, 900) as made:
        yield made
    QCoreApplication.removeTranslator(words)


def _texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """What a person can read or have read out, and where."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.objectName() in _AS_IT_IS:
            continue
        where = f"{type(widget).__name__} {widget.objectName()}"
        for text in _own(widget):
            yield where, text
        for text in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()):
            yield where, text


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractSpinBox):
        yield from (getattr(widget, name)() for name in ("prefix", "suffix") if hasattr(widget, name))
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(min(columns, _ROWS)):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(QModelIndex()), _ROWS)):
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.AccessibleTextRole,
                Qt.ItemDataRole.AccessibleDescriptionRole,
            ):
                said = model.index(row, column).data(role)
                if isinstance(said, str):
                    yield said


def _outside(text: str) -> str:
    """What of a text stands in no bracket."""
    left, depth = [], 0
    for letter in _TAG.sub("", text):
        depth += letter == OPEN
        if not depth:
            left.append(letter)
        depth -= letter == CLOSE
    return "".join(left)


@pytest.fixture(scope="module")
def peoples_words(demo: Shadow) -> frozenset[str]:
    """What people have written, the names of days and months, of keys, and of things that are called so everywhere."""
    locale = QLocale()
    days = [locale.dayName(day, form) for day in range(1, 8) for form in QLocale.FormatType]
    months = [locale.monthName(month, form) for month in range(1, 13) for form in QLocale.FormatType]
    with demo.store.reading() as read:
        written = " ".join(
            json.dumps(each.model_dump(mode="json"), ensure_ascii=False) for kind in KINDS for each in read.where(kind)
        )
    # The names of hosts are in no record.
    hosts = (ROOT / "resources" / "demo" / "visits.csv").read_text("utf-8")
    return frozenset(
        _WORD.findall(" ".join([written, hosts, *days, *months, _CALLED_SO]).replace("\\n", " ").casefold())
    )


_CALLED_SO = "Shadow English Deutsch Ctrl Shift Alt Del Ins Esc Enter Return Space PgUp PgDown Left Right Down min rank"

_AS_IT_IS = {"log", "licences", "versions", "place", "ScrollLeftButton", "ScrollRightButton"}
"""Names of libraries and licences, paths, and Qt's own."""

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
    loose = sorted(
        {
            (where, text)
            for where, text in _texts(root)
            if any(word not in peoples_words for word in _WORD.findall(_outside(text.replace("&", "")).casefold()))
        }
    )
    assert not loose, "\n".join(f"{where}: {text}" for where, text in loose)

"""Whether every text of the window was looked up: what was stands between brackets, the rest was written by people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QModelIndex,
    Qt,
    QTranslator,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from shadow_app.bootstrap import Shadow
from shadow_app.domain.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
OPEN, CLOSE = "⟦", "⟧"
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")
_TAG = re.compile(r"</?\w[^>]*>")
_KEY = re.compile(r"\b[0-9a-f]{4}(?: [0-9a-f]{4})+\b")
"""The digits of a key, read out in fours."""
_ROWS = 12

_CALLED_SO = (
    "Shadow English Deutsch Ctrl Shift Alt Del Ins Esc Enter Return Space PgUp PgDown Left Right Down min rank "
    "Strg Umschalt Entf Einfg Eingabe Bild rauf runter PDF CSV zip sftp webdav https postgresql hub example"
)
"""Keys, and what is called so in every language."""

_AS_IT_IS = {"log", "licences", "versions", "place", "ScrollLeftButton", "ScrollRightButton"}
"""Names of libraries and licences, paths, and Qt's own."""


class Brackets(QTranslator):
    """Every text of ours in brackets; with `words` in their language, and Qt's own texts as well."""

    def __init__(self, *words: QTranslator) -> None:
        super().__init__()
        self._words = words

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """None, and not "", passes a text on to the next translator."""
        if self._words:
            # What has no words in the language stays outside, as the reader would see it: in English.
            source = next(
                (said for each in self._words if (said := each.translate(context, source, disambiguation, n))), ""
            )
        elif context.startswith("Q") and context[1:2].isupper():
            return None
        inner = source.strip()
        return source.replace(inner, f"{OPEN}{inner}{CLOSE}") if inner else None


@contextmanager
def in_brackets(language: str = "") -> Iterator[None]:
    """Whatever is looked up inside the block, as the source says it or in a language that the program speaks."""
    words = []
    if language:
        words = [QTranslator(), QTranslator()]
        assert words[0].load(f"shadow_{language}", ":/i18n")
        assert words[1].load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    brackets = Brackets(*words)
    QCoreApplication.installTranslator(brackets)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(brackets)


def known_words(shadow: Shadow) -> frozenset[str]:
    """What people have written, the names of days and months, of keys, and of things that are called so everywhere."""
    locale = QLocale()
    days = [locale.dayName(day, form) for day in range(1, 8) for form in QLocale.FormatType]
    months = [locale.monthName(month, form) for month in range(1, 13) for form in QLocale.FormatType]
    with shadow.store.reading() as read:
        written = " ".join(
            json.dumps(each.model_dump(mode="json"), ensure_ascii=False) for kind in KINDS for each in read.where(kind)
        )
    # The names of hosts are in no record.
    hosts = (ROOT / "resources" / "demo" / "visits.csv").read_text("utf-8")
    return frozenset(
        _WORD.findall(" ".join([written, hosts, *days, *months, _CALLED_SO]).replace("\\n", " ").casefold())
    )


def loose_texts(root: QWidget, known: frozenset[str]) -> list[str]:
    """Every text in a widget that nobody has looked up and nobody has written, and where it stands."""
    return sorted(
        {
            f"{where}: {text}"
            for where, text in _texts(root)
            if any(word not in known for word in _WORD.findall(_outside(text.replace("&", "")).casefold()))
        }
    )


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
    elif isinstance(widget, QMessageBox):
        yield from (widget.windowTitle(), widget.text())
    elif isinstance(widget, QDialog):
        yield widget.windowTitle()
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
    model: QAbstractItemModel | None = view.model()
    if model is None:
        return  # a list that nobody has filled
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(min(columns, _ROWS)):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        yield from _rows(view, QModelIndex(), column)


def _rows(view: QAbstractItemView, under: QModelIndex, column: int) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(under), _ROWS)):
        for role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        ):
            said = model.index(row, column, under).data(role)
            if isinstance(said, str):
                yield said
        if column == 0:
            yield from _rows(view, model.index(row, 0, under), 0)


def _outside(text: str) -> str:
    """What of a text stands in no bracket."""
    left, depth = [], 0
    for letter in _KEY.sub("", _TAG.sub("", text)):
        depth += letter == OPEN
        if not depth:
            left.append(letter)
        depth -= letter == CLOSE
    return "".join(left)

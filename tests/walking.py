"""A walk through what is on the screen: names, the way of the Tab key, and what is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from shadow_app.ui.elided_label import ElidedLabel

_MOST_STOPS = 400
_SLACK = 6
"""Pixels by which neighbours in a row may stand higher or lower."""


def name_of(widget: QWidget) -> str:
    """What a screen reader is told; a placeholder is no name, for it goes with the first letter."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface else ""
    if isinstance(widget, QComboBox) and name == widget.currentText() and not widget.accessibleName():
        return ""  # what is chosen says nothing of what is asked
    placeholder = widget.placeholderText() if hasattr(widget, "placeholderText") else ""
    return "" if placeholder and name == placeholder and not widget.accessibleName() else name.strip()


def nameless(root: QWidget) -> list[str]:
    """What the keys can reach and nobody can name."""
    return [
        f"{type(each).__name__} {each.objectName()} in {type(each.parent()).__name__}"
        for each in root.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and each.focusProxy() is None
        and not each.objectName().startswith("qt_")
        and not name_of(each)
    ]


def speaking_markup(root: QWidget) -> list[str]:
    """Descriptions that would be read out with their brackets: a tip's markup, where nothing else was said."""
    told = ((each, QAccessible.queryAccessibleInterface(each)) for each in root.findChildren(QWidget))
    return [
        described(each)
        for each, heard in told
        if heard and each.isVisible() and "<" in heard.text(QAccessible.Text.Description)
    ]


def tabbed(window: QWidget, *, back: bool = False) -> list[QWidget]:
    """Where Tab goes, pressed for real, until it is where it began; a widget that keeps it ends the walk."""
    begin = QApplication.focusWidget()
    assert begin is not None, "nothing has the focus"
    key, held = (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier) if back else (Qt.Key.Key_Tab, _NONE)
    way = [begin]
    for _ in range(_MOST_STOPS):
        now = _pressed(way[-1], key, held)
        if now is begin:
            return way
        assert now not in way, f"{described(now)} comes twice: the walk never ends"
        way.append(now)
    raise AssertionError("more stops than a page can have")


def _pressed(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> QWidget:
    """Where the focus is after the key; a date and time may take it once for each of its parts."""
    for _ in range(_PARTS if isinstance(widget, QDateTimeEdit) else 1):
        QTest.keyClick(widget, key, held)
        now = QApplication.focusWidget()
        assert now is not None, f"the focus is lost after {described(widget)}"
        if now is not widget:
            return now
    raise AssertionError(f"{described(widget)} keeps the key")


_PARTS = 8
"""Day, month, year, hour, minute, second, half of the day, and out."""
_NONE = Qt.KeyboardModifier.NoModifier


def against_reading(way: list[QWidget], window: QWidget) -> list[str]:
    """Steps that go up, or back within a line, though not to another column on the reading side.

    `way` is a whole round, so the one step from the end of the page to its beginning is left out.
    """
    begin = min(range(len(way)), key=lambda number: _place(way[number], window).topLeft().toTuple()[::-1])
    rail = next((number for number, each in enumerate(way) if each.objectName() == "pages"), begin)
    row = way[rail:] + way[:rail]
    return [
        f"{described(before)} -> {described(after)}"
        for before, after in pairwise(row)
        if not _goes_on(_place(before, window), _place(after, window))
    ]


def cut_off(root: QWidget) -> list[str]:
    """Words that have less room than they need, and controls that stick out of their place without a way to them."""
    return [*_squeezed(root), *_hidden(root)]


def sideways(root: QScrollArea) -> list[str]:
    """What is wider than the place where it scrolls; a table is no such place, for it scrolls by itself."""
    places = [root, *(each for each in root.findChildren(QScrollArea) if each.isVisible())]
    return [
        f"{type(each.parent()).__name__} {each.objectName()}: {held.width()} in {each.viewport().width()}"
        for each in places
        if (held := each.widget()) is not None and held.width() > each.viewport().width()
    ]


def described(widget: QWidget) -> str:
    """For a person who reads what failed."""
    return f"{type(widget).__name__} {widget.objectName()} “{name_of(widget)}”"


def _goes_on(before: QRect, after: QRect) -> bool:
    shared = min(before.bottom(), after.bottom()) - max(before.top(), after.top())
    if shared > min(before.height(), after.height()) / 2:
        return after.left() >= before.left() - _SLACK
    return after.center().y() > before.center().y() or after.left() >= before.right() - _SLACK


def _place(widget: QWidget, window: QWidget) -> QRect:
    """Where it is on a page that is not scrolled; the foot of the window is below all of it."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            place.translate(above.horizontalScrollBar().value(), above.verticalScrollBar().value())
        above = above.parentWidget()
    if type(widget).__name__ == "StatusFoot":
        place.moveTop(1_000_000)
    return place


def _squeezed(root: QWidget) -> Iterator[str]:
    for each in root.findChildren(QWidget):
        if not isinstance(each, QLabel | QAbstractButton) or isinstance(each, ElidedLabel):
            continue
        if not each.isVisible() or not each.text():
            continue
        wraps = isinstance(each, QLabel) and each.wordWrap()
        tall = each.heightForWidth(each.width()) if wraps else each.sizeHint().height()
        if (not wraps and each.width() < each.sizeHint().width() - 2) or each.height() < tall - 3:
            yield f"squeezed: {described(each)} “{each.text()[:40]}”"


def _hidden(root: QWidget) -> Iterator[str]:
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    for each in root.findChildren(QWidget):
        if not isinstance(each, kinds) or not each.isVisible() or each.objectName().startswith("qt_"):
            continue
        seen = each.visibleRegion().boundingRect()
        whole = seen.width() >= each.width() - 2 and seen.height() >= each.height() - 2
        if not whole and not _in_scroll_area(each):
            yield f"cut off: {described(each)}"


def _in_scroll_area(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False

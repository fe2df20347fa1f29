"""A window that runs to the left: rows are painted mirrored, and words keep their own direction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from shadow_app.ui.elided_label import ElidedLabel
from shadow_app.ui.rail import COUNT, RailDelegate
from shadow_app.ui.theme import Theme
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.ui.written import direction_of, write

RIGHT, LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
SIZE = QSize(320, 64)


def _blank(size: QSize = SIZE) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    return image


def _ink(image: QImage) -> tuple[int, int]:
    """The first and the last column with something on it."""
    white = QColor("white").rgb()
    columns = [x for x in range(image.width()) if any(image.pixel(x, y) != white for y in range(image.height()))]
    return columns[0], columns[-1]


def _painted(paint: Callable[[QPainter], None], direction: Qt.LayoutDirection) -> QImage:
    image = _blank()
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    paint(painter)
    painter.end()
    return image


def _row(delegate: QStyledItemDelegate, index: QModelIndex, direction: Qt.LayoutDirection) -> QImage:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, SIZE.width(), SIZE.height())
    option.direction = direction
    return _painted(lambda painter: delegate.paint(painter, option, index), direction)


@pytest.mark.parametrize(
    ("words", "way"),
    [("a note", RIGHT), ("6 min", RIGHT), ("ملاحظة", LEFT), ("12 ملاحظة", LEFT), ("12:30", RIGHT), ("", RIGHT)],
)
def test_words_run_as_their_first_letter_does(words: str, way: Qt.LayoutDirection) -> None:
    assert direction_of(words) is way


@pytest.mark.parametrize("words", ["battery out.", "الماسح تعطل."])
@pytest.mark.parametrize("side", [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight])
def test_words_stand_where_reading_starts_and_end_in_their_full_stop(
    theme: Theme, words: str, side: Qt.AlignmentFlag
) -> None:
    place = QRect(0, 0, SIZE.width(), SIZE.height())
    usual = _painted(lambda painter: write(painter, place, words, side=side), RIGHT)
    turned = _painted(lambda painter: write(painter, place, words, side=side), LEFT)
    leading = side is Qt.AlignmentFlag.AlignLeft
    assert (_ink(usual)[0] < 10) is leading
    assert (_ink(turned)[1] > SIZE.width() - 10) is leading
    to_the_right = direction_of(words) is RIGHT
    for image in (usual, turned):
        first, last = _ink(image)
        start, end = (first, last) if to_the_right else (last, first)
        assert _top(image, start) < _top(image, end) - 3


def _top(image: QImage, end: int) -> int:
    """The upper edge of what stands at one end of the words: a letter is tall, a full stop is not."""
    near = range(max(end - 1, 0), min(end + 2, image.width()))
    white = QColor("white").rgb()
    return min(y for x in near for y in range(image.height()) if image.pixel(x, y) != white)


def test_an_entry_of_two_lines_is_painted_from_the_other_side(theme: Theme) -> None:
    model = TwoLineModel()
    model.show_entries([TwoLines("one", "Harbour depot", "Driver  ·  overdue")])
    delegate = TwoLineDelegate(theme)
    index = model.index(0, 0)
    usual, turned = _row(delegate, index, RIGHT), _row(delegate, index, LEFT)
    assert _ink(usual)[0] == pytest.approx(SIZE.width() - 1 - _ink(turned)[1], abs=3)


def test_the_number_beside_an_icon_of_the_rail_changes_sides(theme: Theme) -> None:
    model = QStandardItemModel()
    item = QStandardItem("")
    item.setData("house", Qt.ItemDataRole.UserRole)
    item.setData(7, COUNT)
    model.appendRow(item)
    delegate = RailDelegate(theme)
    index = model.index(0, 0)
    middle = SIZE.width() // 2
    red = QColor(theme.tokens.danger).rgb()

    def badge(direction: Qt.LayoutDirection) -> int:
        image = _row(delegate, index, direction)
        found = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == red]
        return sum(found) // len(found)

    assert badge(RIGHT) > middle > badge(LEFT)


def test_a_line_that_shortens_itself_starts_at_the_right(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("Midlands hub")
    label.resize(300, 30)
    label.show()
    ground = label.grab().toImage().pixel(0, 0)

    def ink() -> int:
        image = label.grab().toImage()
        return max(x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground)

    usual = ink()
    label.setLayoutDirection(LEFT)
    assert usual < 200 < 280 < ink()

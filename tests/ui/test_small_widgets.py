"""The flow layout, the label that shortens itself, and tooltips that stay text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shadow_app.ui.elided_label import ElidedLabel
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.plain_tip import plain_tip


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """A widget with four items of 100 × 20 in a flow with gaps of 10."""
    made = QWidget()
    qtbot.addWidget(made)
    flow = FlowLayout(made, gap=10)
    for number in range(4):
        item = QPushButton(str(number), made)
        item.setFixedSize(QSize(100, 20))
        flow.addWidget(item)
    return made


def _places(row: QWidget) -> list[tuple[int, int]]:
    return [(item.x(), item.y()) for item in row.findChildren(QPushButton)]


def _show(row: QWidget, width: int) -> None:
    row.resize(width, 200)
    row.show()


def test_items_stand_side_by_side_while_there_is_room(row: QWidget) -> None:
    _show(row, 430)
    assert _places(row) == [(0, 0), (110, 0), (220, 0), (330, 0)]


def test_items_go_on_in_the_next_line(row: QWidget) -> None:
    _show(row, 429)
    assert _places(row) == [(0, 0), (110, 0), (220, 0), (0, 30)]


def test_they_are_mirrored_where_the_writing_is(row: QWidget) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _show(row, 230)
    assert _places(row) == [(130, 0), (20, 0), (130, 30), (20, 30)]


def test_narrower_is_taller_and_hidden_items_take_no_room(row: QWidget) -> None:
    flow = row.layout()
    assert isinstance(flow, FlowLayout)
    _show(row, 430)
    assert [flow.heightForWidth(width) for width in (430, 210, 100)] == [20, 50, 110]
    assert (flow.sizeHint().width(), flow.minimumSize().width()) == (430, 100)
    row.findChildren(QPushButton)[1].hide()
    assert flow.heightForWidth(320) == 20
    assert flow.sizeHint().width() == 320
    for item in row.findChildren(QPushButton):
        item.hide()
    assert flow.heightForWidth(430) == 0
    assert flow.sizeHint() == QSize(0, 0)


def test_an_item_wider_than_the_room_is_cut_to_it(row: QWidget) -> None:
    flow = row.layout()
    assert flow is not None
    for item in row.findChildren(QPushButton):
        item.setMinimumWidth(0)
    flow.setGeometry(QRect(0, 0, 60, 200))
    assert max(item.width() for item in row.findChildren(QPushButton)) <= 100
    assert [y for _, y in _places(row)] == [0, 30, 60, 90]


def test_items_can_be_taken_out_again(row: QWidget) -> None:
    flow = row.layout()
    assert isinstance(flow, FlowLayout)
    taken = flow.takeAt(0)
    assert taken is not None
    assert isinstance(taken.widget(), QPushButton)
    assert flow.count() == 3
    assert flow.takeAt(9) is None
    assert flow.itemAt(-1) is None
    assert flow.hasHeightForWidth()
    assert not flow.expandingDirections()


def _dark_columns(label: QLabel) -> int:
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    columns = range(image.width())
    return sum(any(image.pixelColor(x, y).value() < 128 for y in range(image.height())) for x in columns)


def test_a_long_line_is_cut_and_told_whole_in_the_tip(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setStyleSheet("color: black; background: white")
    label.setText("<b>could not save</b>: " + "the disk is full " * 20)
    label.resize(120, 24)
    label.show()
    assert 0 < _dark_columns(label) <= 120
    assert "&lt;b&gt;could not save&lt;/b&gt;" in label.toolTip(), "a person's words are no HTML"
    assert label.minimumSizeHint().width() < 120, "it does not push its neighbours away"
    label.setText("saved")
    label.grab()
    assert label.toolTip() == ""
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_tips_show_to_the_letter_what_was_typed(qapp: QApplication) -> None:
    typed = '<img src="x"> & co\n  second line'
    shown = QTextDocument()
    shown.setHtml(plain_tip(typed))
    assert shown.toPlainText() == typed
    assert plain_tip("") == ""

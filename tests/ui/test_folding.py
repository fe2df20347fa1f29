"""Rows that break: beside each other where there is room, below each other where there is none, mirrored as well."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.fold_layout import FoldLayout


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _words() -> QLabel:
    words = QLabel("The scanner froze at the last drop of the round, and the driver wrote it down on paper")
    words.setWordWrap(True)
    return words


def _laid_out(row: QWidget, width: int) -> None:
    layout = row.layout()
    assert layout is not None
    row.resize(width, layout.heightForWidth(width))
    layout.activate()


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_words_and_buttons_stand_beside_each_other_until_they_do_not_fit(row: QWidget, way: Qt.LayoutDirection) -> None:
    row.setLayoutDirection(way)
    words, change, drop = _words(), QPushButton("Change…"), QPushButton("Drop…")
    layout = FoldLayout(row)
    for part in (words, change, drop):
        layout.addWidget(part)
    _laid_out(row, 600)
    row.show()
    _laid_out(row, 600)
    assert words.y() == change.y() == drop.y()
    order = [words.x(), change.x(), drop.x()]
    assert order == sorted(order, reverse=way is Qt.LayoutDirection.RightToLeft)
    assert words.width() + change.width() + drop.width() + 12 == 600
    narrow = layout.minimumSize().width()
    _laid_out(row, narrow)
    assert words.width() == narrow
    assert words.height() >= words.heightForWidth(narrow)
    assert words.geometry().bottom() < change.y() <= change.geometry().bottom() < drop.y()
    assert drop.geometry().bottom() < row.height()


def test_what_likes_to_be_wide_takes_what_its_line_has_left(row: QWidget) -> None:
    line, button = QLineEdit(), QPushButton("Keep…")
    layout = FlowLayout(row, 8, fills=True)
    layout.addWidget(line)
    layout.addWidget(button)
    row.show()
    _laid_out(row, 500)
    assert line.width() + 8 + button.width() == 500
    assert abs(line.geometry().center().y() - button.geometry().center().y()) <= 1
    _laid_out(row, line.sizeHint().width())
    assert line.width() == row.width()
    assert button.y() > line.geometry().bottom()


@pytest.mark.parametrize("kind", [FlowLayout, FoldLayout])
def test_an_empty_row_has_no_height(row: QWidget, kind: type[FlowLayout | FoldLayout]) -> None:
    layout = kind(row)
    assert layout.heightForWidth(300) == 0
    assert layout.itemAt(0) is None
    assert layout.takeAt(0) is None

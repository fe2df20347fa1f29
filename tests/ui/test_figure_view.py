from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from shadow_app.figures.bars import Bar, bars
from shadow_app.figures.ink import Ink
from shadow_app.figures.measure import Measure
from shadow_app.figures.primitives import Dot, Figure, Item, Line, Rect, Text
from shadow_app.ui.figure_view import FigureView
from shadow_app.ui.measure import TextMeasure, outline
from shadow_app.ui.theme import Theme

Key = Qt.Key


def ranked(width: float, ink: Ink, measure: Measure) -> Figure:
    rows = [Bar("Email", 6197.0, "6,197 h", key="a"), Bar("Print <b>", 20.0, "20 h", key="b")]
    return bars(rows, width, ink, measure, subject="Hours lost")


def everything(width: float, ink: Ink, measure: Measure) -> Figure:
    items: tuple[Item, ...] = (
        Rect(0, 0, 100, 20, "#112233", 3),
        Line(0, 30, 100, 30, "#445566", 2, (2, 4)),
        Dot(50, 45, 6, "#778899", "#AABBCC"),
        Text(50, 70, "middle", 9, "#010203", align="centre"),
        Text(100, 90, "right", 9, "#010203", align="right"),
    )
    return Figure(320, 100, "All four: one of each", items)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> FigureView:
    made = FigureView(theme)
    qtbot.addWidget(made)
    made.resize(640, 10)
    made.show_figure(everything)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_it_is_as_tall_as_its_figure_and_says_what_it_shows(view: FigureView) -> None:
    view.show_figure(ranked)
    assert view.figure is not None
    assert view.height() == round(view.figure.height * view.scale)
    assert view.accessibleName() == "Hours lost"
    assert view.accessibleDescription() == view.figure.alt


def test_words_that_just_fit_are_not_cut(view: FigureView) -> None:
    for width in range(500, 700, 7):
        view.resize(width, 10)
        view.show_figure(ranked)
        assert view.figure is not None
        assert {"6,197 h", "20 h"} <= {item.words for item in view.figure.items if isinstance(item, Text)}


def test_things_are_walked_and_entered_by_key(view: FigureView, qtbot: QtBot) -> None:
    view.show_figure(ranked, {"a": "Email, the worst", "b": "Print"})
    view.setFocus()
    picked: list[str] = []
    view.picked.connect(picked.append)
    qtbot.keyClick(view, Key.Key_Return)
    assert view.accessibleDescription().startswith("Email, the worst. ")
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Space)
    qtbot.keyClick(view, Key.Key_Up)
    qtbot.keyClick(view, Key.Key_Up)
    qtbot.keyClick(view, Key.Key_Enter)
    qtbot.keyClick(view, Key.Key_X)
    assert picked == ["a", "b", "a"]


def test_a_click_on_a_bar_picks_it_and_elsewhere_nothing(view: FigureView, qtbot: QtBot) -> None:
    view.show_figure(ranked, {"a": "Email", "b": "<img src=x>"})
    picked: list[str] = []
    view.picked.connect(picked.append)
    second = QPoint(view.width() // 4, round(view.height() * 0.75))
    qtbot.mouseMove(view, second)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=second)
    assert picked == ["b"]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(0, 0))
    assert picked == ["b"]


def test_what_means_nothing_takes_neither_click_nor_focus(view: FigureView, qtbot: QtBot) -> None:
    view.show_figure(ranked, pickable=False)
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
    picked: list[str] = []
    view.picked.connect(picked.append)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 4, view.height() // 4))
    assert picked == []


def test_another_theme_is_another_ink(view: FigureView, theme: Theme) -> None:
    view.show_figure(ranked)
    light = view.grab().toImage()
    theme.use(look="dark")
    assert view.figure is not None
    fills = {item.fill for item in view.figure.items if isinstance(item, Rect)}
    assert theme.tokens.track in fills
    assert view.grab().toImage() != light
    view.resize(1300, 10)
    theme.use(look="light", scale=2.0)
    assert view.height() == round(view.figure.height * view.scale)


def test_a_narrow_window_shrinks_a_figure_rather_than_cutting_it(view: FigureView) -> None:
    view.show_figure(ranked)
    view.resize(200, 10)
    assert view.figure is not None
    assert view.figure.width == 320
    assert view.height() == round(view.figure.height * 200 / 320)


def test_every_primitive_is_painted(view: FigureView, theme: Theme) -> None:
    view.show_figure(everything)
    image = view.grab().toImage()
    scale = view.scale

    def at(x: float, y: float) -> str:
        return image.pixelColor(round(x * scale), round(y * scale)).name().upper()

    assert at(50, 10) == "#112233"
    assert at(50, 45) == "#778899"
    assert "#445566" in {at(x, 30) for x in range(100)}
    view.show_figure(None)
    assert view.height() == 0
    view.grab()


def test_letters_whose_strokes_overlap_are_filled(view: FigureView) -> None:
    image = QImage(80, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillPath(outline("4", 100, 700, 5, 100), QColor("black"))
    painter.end()
    stem = [image.pixelColor(x, 80).lightness() for x in range(80)]
    dark = [x for x, light in enumerate(stem) if light < 40]
    assert dark == list(range(dark[0], dark[-1] + 1)), "the bar of the 4 has a hole in it"


def test_measure_grows_with_size_and_weight(view: FigureView) -> None:
    measure = TextMeasure()
    assert measure("Priorities", 20, 400) == pytest.approx(2 * measure("Priorities", 10, 400), abs=0.05)
    assert measure("Priorities", 10, 700) > measure("Priorities", 10, 400)
    assert measure("", 10, 400) == 0

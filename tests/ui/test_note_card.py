"""The painted card: what it shows, how tall it is, which way it runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import QModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from shadow_app.domain.vocabulary import BusinessDamage, Kind
from shadow_app.ui.card_text import CardText, CardTexts
from shadow_app.ui.fonts import font
from shadow_app.ui.note_card import NoteCard
from shadow_app.ui.note_view import NoteView
from shadow_app.ui.round_photo import round_photo
from shadow_app.ui.theme import Theme
from shadow_app.ui.timeline_model import TimelineModel
from shadow_app.ui.timeline_view import TimelineView
from shadow_app.ui.tokens import LIGHT

PLAIN = NoteView(
    id=UUID(int=1), at=datetime(2026, 11, 12, 14, 21, tzinfo=timezone.utc), kind=Kind.PAIN, text="gun hangs"
)
LONG = "the gun hangs on syncing and has to be carried to the desk, " * 20
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def photo(colour: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (320, 240), colour).save(made, "PNG")
    return made.getvalue()


class Easel:
    """A list with one card, and a way to look at its pixels."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.model = TimelineModel()
        self.view = TimelineView(theme, self.model)
        self.view.resize(760, 400)
        self.view.show()

    def tall(self, note: NoteView) -> int:
        self.model.show([note])
        return self.view.sizeHintForIndex(self.model.index(0)).height()

    def row(self, row: int) -> QImage:
        """The clock of a row as it is painted among the others."""
        image = self._painted(row, QStyle.StateFlag.State_None)
        return image.copy(QRect(0, 0, self.theme.px(60), image.height()))

    def clock_alone(self, note: NoteView) -> QImage:
        self.model.show([note])
        return self.row(0)

    def paint(self, note: NoteView, state: QStyle.StateFlag = QStyle.StateFlag.State_None) -> QImage:
        self.model.show([note])
        return self._painted(0, state)

    def _painted(self, row: int, state: QStyle.StateFlag) -> QImage:
        delegate = self.view.itemDelegate()
        option = QStyleOptionViewItem()
        option.initFrom(self.view)
        option.widget = self.view
        option.direction = self.view.layoutDirection()
        option.state = QStyle.StateFlag.State_Enabled | state
        index = self.model.index(row)
        size = QSize(self.view.viewport().width(), self.view.sizeHintForIndex(index).height())
        option.rect = QRect(0, 0, size.width(), size.height())
        image = QImage(size, QImage.Format.Format_ARGB32)
        image.fill(QColor(self.theme.tokens.ground))
        painter = QPainter(image)
        delegate.paint(painter, option, index)
        painter.end()
        return image


@pytest.fixture
def easel(theme: Theme, qtbot: QtBot) -> Iterator[Easel]:
    made = Easel(theme)
    yield made
    delete(made.view)
    theme.use(look="light", scale=1.0)


def count(image: QImage, colour: str, part: QRect | None = None) -> int:
    place = part or image.rect()
    wanted = QColor(colour).rgb()
    columns, rows = range(place.left(), place.right() + 1), range(place.top(), place.bottom() + 1)
    return sum(image.pixel(x, y) == wanted for x in columns for y in rows)


@pytest.mark.parametrize(
    "change",
    [
        {"text": "gun stops"},
        {"services": ("Handheld scanning",)},
        {"role": "driver"},
        {"minutes": 6.0},
        {"damage": BusinessDamage.ANNOYANCE},
        {"damage": BusinessDamage.BUSINESS_LOST},
        {"quote": "we stand here again"},
        {"surprise": True},
        {"offers_open": True},
        {"told": True},
        {"count": 3},
        {"people": 6},
        {"unclear": ("#badgr",)},
        {"photo_count": 1},
        {"photo_count": 3, "thumb": photo("navy")},
        {"kind": Kind.WAIT},
        {"at": datetime(2026, 11, 12, 9, 5, tzinfo=timezone.utc)},
    ],
)
def test_everything_it_knows_can_be_seen(easel: Easel, change: dict[str, Any]) -> None:
    assert easel.paint(replace(PLAIN, **change)) != easel.paint(PLAIN)


def test_a_note_of_another_day_says_so(easel: Easel) -> None:
    alone = easel.paint(PLAIN)
    later = replace(PLAIN, id=UUID(int=2), at=PLAIN.at + timedelta(hours=1))
    assert begins_a_day(easel, PLAIN, later) == [False, False], "one day needs no name"
    yesterday = replace(PLAIN, id=UUID(int=3), at=PLAIN.at - timedelta(days=1))
    assert begins_a_day(easel, yesterday, PLAIN, later) == [True, True, False]
    assert easel.paint(PLAIN) == alone


def begins_a_day(easel: Easel, *notes: NoteView) -> list[bool]:
    """For each row, whether its pixels are others than they are in a list of its own."""
    easel.model.show(notes)
    easel.view.resize(760, 900)
    whole = [easel.row(row) for row in range(len(notes))]
    # The rail of the first row begins at its dot, so rows are told apart by their clocks alone.
    return [clock != easel.clock_alone(note) for clock, note in zip(whole, notes, strict=True)]


def test_not_graded_has_no_ticks_and_grade_nought_has_one(easel: Easel) -> None:
    def filled(damage: BusinessDamage | None) -> int:
        image = easel.paint(replace(PLAIN, damage=damage))
        right = QRect(image.width() // 2, 0, image.width() // 2, image.height() - 12)
        return count(image, LIGHT.kinds[Kind.PAIN].fore, right)

    none, nought, four = filled(None), filled(BusinessDamage.ANNOYANCE), filled(BusinessDamage.SAFETY_OR_LEGAL)
    assert none == 0
    assert nought > 0
    assert four == 5 * nought


def test_words_take_up_to_three_lines_and_no_more(easel: Easel) -> None:
    one, two = easel.tall(PLAIN), easel.tall(replace(PLAIN, text=LONG[:130]))
    three, many = easel.tall(replace(PLAIN, text=LONG[:230])), easel.tall(replace(PLAIN, text=LONG))
    assert one < two < three == many
    assert easel.tall(replace(PLAIN, quote="we stand here again")) > one
    assert easel.tall(replace(PLAIN, text="“we stand”", quote="we  stand")) == one, "a quote is not said twice"


def test_a_photo_needs_its_room_and_the_words_give_way(easel: Easel) -> None:
    assert easel.tall(replace(PLAIN, photo_count=1)) > easel.tall(PLAIN)
    seen = easel.paint(replace(PLAIN, photo_count=1, thumb=photo("#123456")))
    assert count(seen, "#123456") > 60 * 60
    broken = easel.paint(replace(PLAIN, photo_count=1, thumb=b"no picture"))
    assert broken == easel.paint(replace(PLAIN, photo_count=1)), "what cannot be read has a place all the same"


def test_heights_do_not_hang_on_the_scroll_bar(easel: Easel) -> None:
    note = replace(PLAIN, text=LONG[:200])
    easel.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    without = easel.tall(note)
    easel.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    assert easel.tall(note) == without


def test_twice_the_text_size_is_twice_the_card(easel: Easel, theme: Theme) -> None:
    small = easel.tall(PLAIN)
    theme.use(scale=2.0)
    assert easel.tall(PLAIN) == pytest.approx(2 * small, abs=4)


def test_selected_hovered_and_focused_are_told_apart(easel: Easel) -> None:
    flag = QStyle.StateFlag
    seen = [easel.paint(PLAIN, state) for state in (flag.State_None, flag.State_MouseOver, flag.State_Selected)]
    seen.append(easel.paint(PLAIN, flag.State_Selected | flag.State_HasFocus))
    assert all(seen[a] != seen[b] for a in range(4) for b in range(a))


def test_dark_has_its_own_colours(easel: Easel, theme: Theme) -> None:
    light = easel.paint(PLAIN)
    theme.use(look="dark")
    assert easel.paint(PLAIN) != light


def test_right_to_left_the_rail_stands_at_the_right(easel: Easel) -> None:
    def dot(image: QImage) -> float:
        fore = QColor(LIGHT.kinds[Kind.CONTEXT].fore).rgb()
        middle = image.height() // 2 - 5
        return next(x for x in range(image.width()) if image.pixel(x, middle) == fore)

    note = replace(PLAIN, kind=Kind.CONTEXT, text="x")
    left = dot(easel.paint(note))
    easel.view.setLayoutDirection(RIGHT)
    image = easel.paint(note)
    mirrored = image.width() - dot(image)
    assert left < 100
    assert abs(mirrored - left) < 60


def test_it_can_be_used_without_a_list(theme: Theme, qtbot: QtBot) -> None:
    model, option = TimelineModel(), QStyleOptionViewItem()
    model.show([PLAIN])
    option.rect = QRect(0, 0, 600, 10)
    assert NoteCard(theme).sizeHint(option, model.index(0)).height() > 60
    assert isinstance(model.index(0), QModelIndex)
    assert issubclass(TimelineView, QListView)


# -- the words -----------------------------------------------------------------------------------------------


@pytest.fixture
def texts(theme: Theme) -> CardTexts:
    made = CardTexts()
    made.use(font(14), font(13), 4)
    return made


def ink(words: CardText, *, width: int) -> QRect:
    image = QImage(width, max(1, words.height), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    words.draw(painter, QPointF(0, 0), QColor("black"), QColor("black"))
    painter.end()
    dark = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if QColor(image.pixel(x, y)).lightness() < 99
    ]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def test_words_stand_at_the_side_where_the_page_begins(texts: CardTexts, qtbot: QtBot) -> None:
    note = replace(PLAIN, text="gun hangs")
    assert ink(texts.of(note, 400, LEFT), width=400).left() < 10
    assert ink(texts.of(note, 400, RIGHT), width=400).right() > 390


@pytest.mark.parametrize("text", ["😀" * 200, "שלום עולם " * 40, "a" * 500, "zebra 😀 printer " * 30])
def test_any_script_stays_within_its_three_lines(texts: CardTexts, text: str, qtbot: QtBot) -> None:
    words = texts.of(replace(PLAIN, text=text), 300, LEFT)
    single = texts.of(PLAIN, 300, LEFT)
    assert words.height <= 3 * single.height + 30
    assert ink(words, width=400).right() <= 300


def test_the_same_words_are_laid_out_once(texts: CardTexts) -> None:
    assert texts.of(PLAIN, 300, LEFT) is texts.of(replace(PLAIN, surprise=True), 300, LEFT)
    assert texts.of(PLAIN, 300, LEFT) is not texts.of(PLAIN, 301, LEFT)


def test_what_was_not_seen_for_long_is_forgotten(texts: CardTexts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shadow_app.ui.card_text._KEPT", 2)
    first = texts.of(PLAIN, 100, LEFT)
    texts.of(PLAIN, 200, LEFT)
    texts.of(PLAIN, 300, LEFT)
    assert texts.of(PLAIN, 100, LEFT) is not first


def test_a_photo_is_clipped_round_and_kept(qtbot: QtBot) -> None:
    data = photo("#204060")
    clipped = round_photo(data, 78, 70, 7, 2.0)
    assert clipped is not None
    assert clipped is round_photo(data, 78, 70, 7, 2.0)
    image = clipped.toImage()
    assert (image.width(), image.height()) == (156, 140)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(78, 70) == QColor("#204060")

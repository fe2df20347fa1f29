"""Blacking out a photo by mouse and by keys alone, before it is kept and afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desks import Guide
from factories import Firm, put
from pixels import pixel
from shadow_app.bootstrap import Shadow
from shadow_app.domain.cover import Box, Cover, Stroke
from shadow_app.domain.observation import Attachment
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.ui.desk import Desk
from shadow_app.ui.live.tab import LiveTab
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.privacy.cover_dialog import CoverDialog, upright
from shadow_app.ui.privacy.cover_view import CoverView
from shadow_app.ui.privacy.covers import Covers, box_between
from shadow_app.ui.theme import Theme
from two_desks import photo

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def white(wide: int = 300, high: int = 200) -> QImage:
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


class Open:
    """A dialog over an empty window, and what it handed over."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.kept: list[Sequence[Cover]] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.dialog = CoverDialog(theme, white(), self.kept.append, self.window)
        with qtbot.waitExposed(self.dialog):
            self.dialog.show()
        self.view: CoverView = self.dialog.view
        self.dialog.activateWindow()
        self.view.setFocus()

    def hit(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.view, key, held)

    @property
    def state(self) -> str:
        return self.dialog.form.state.text()

    def at(self, x: float, y: float) -> QPoint:
        place = self.view._place()
        return QPoint(round(place.left() + x * place.width()), round(place.top() + y * place.height()))

    def drag(self, *points: tuple[float, float]) -> None:
        first, *rest = (self.at(*each) for each in points)
        QTest.mousePress(self.view, Qt.MouseButton.LeftButton, NONE, first)
        for point in rest:
            QTest.mouseMove(self.view, point)
        QTest.mouseRelease(self.view, Qt.MouseButton.LeftButton, NONE, rest[-1] if rest else first)


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot) -> Open:
    return Open(theme, qtbot)


def near(box: Cover, left: float, top: float, right: float, bottom: float) -> bool:
    assert isinstance(box, Box)
    sides = zip((box.left, box.top, box.right, box.bottom), (left, top, right, bottom), strict=True)
    return all(abs(one - other) < 0.01 for one, other in sides)


def test_keys_alone_draw_move_size_choose_and_take_away(opened: Open) -> None:
    assert opened.state == "Nothing is covered yet."
    assert not opened.dialog.form.keep.isEnabled()
    opened.hit(Key.Key_Insert)
    opened.hit(Key.Key_Right)
    opened.hit(Key.Key_Up)
    opened.hit(Key.Key_Right, SHIFT)
    opened.hit(Key.Key_Down, SHIFT)
    assert near(opened.view.covers.drawn[0], 0.42, 0.38, 0.64, 0.60)
    opened.hit(Key.Key_Left, CTRL)
    assert near(opened.view.covers.drawn[0], 0.418, 0.38, 0.638, 0.60)
    assert opened.state == "Rectangle 1 of 1: 42 % from the left, 38 % from the top, 22 × 22 %"
    assert opened.view.accessibleDescription() == opened.state
    opened.hit(Key.Key_R, CTRL)
    assert opened.state.startswith("Rectangle 2 of 2")
    opened.hit(Key.Key_PageUp)
    assert opened.state.startswith("Rectangle 1 of 2")
    opened.hit(Key.Key_PageDown)
    opened.hit(Key.Key_Delete)
    assert opened.state.startswith("Rectangle 1 of 1")
    opened.hit(Key.Key_Return, CTRL)
    assert len(opened.kept) == 1
    assert len(opened.kept[0]) == 1
    assert not opened.dialog.form.keep.isEnabled(), "once is enough"
    opened.dialog.refuse("The disk is full.")
    assert opened.dialog.form.trouble.isVisible()
    assert opened.dialog.form.keep.isEnabled()
    opened.hit(Key.Key_Z, CTRL)
    assert opened.view.covers.drawn == []
    opened.hit(Key.Key_Return, CTRL)
    assert len(opened.kept) == 1, "nothing is covered, so nothing is kept"


def test_the_mouse_draws_rectangles_and_strokes(opened: Open) -> None:
    opened.drag((0.2, 0.2), (0.4, 0.3), (0.5, 0.6))
    assert near(opened.view.covers.drawn[0], 0.2, 0.2, 0.5, 0.6)
    opened.drag((0.9, 0.9))
    assert len(opened.view.covers.drawn) == 1, "a click is no rectangle"
    opened.hit(Key.Key_B, CTRL)
    assert opened.dialog.form.brush.isChecked()
    opened.drag((0.1, 0.8), (0.5, 0.85), (0.9, 0.8))
    stroke = opened.view.covers.drawn[1]
    assert isinstance(stroke, Stroke)
    assert len(stroke.points) >= 3
    assert opened.state == "Brush stroke 2 of 2"
    picture = opened.view.grab().toImage()
    for x, y in ((0.35, 0.4), (0.5, 0.85)):
        assert picture.pixelColor(opened.at(x, y)).lightness() < 30
    assert picture.pixelColor(opened.at(0.7, 0.3)).lightness() > 220


def test_nothing_leaves_the_photo() -> None:
    covers = Covers()
    covers.add_in_the_middle()
    for _ in range(80):
        covers.move(0.05, -0.05)
    assert near(covers.drawn[0], 0.8, 0.0, 1.0, 0.2)
    covers.size(0.5, -0.5)
    assert near(covers.drawn[0], 0.8, 0.0, 1.0, 0.01)
    covers.add(Stroke(points=((0.1, 0.1), (0.3, 0.2)), thickness=0.1))
    covers.move(-0.5, 0.1)
    covers.size(0.05, 0)
    stroke = covers.chosen
    assert isinstance(stroke, Stroke)
    assert [tuple(round(each, 3) for each in point) for point in stroke.points] == [(0.0, 0.2), (0.2, 0.3)]
    assert round(stroke.thickness, 3) == 0.15
    covers.remove()
    covers.remove()
    covers.remove()
    covers.move(1, 1)
    covers.size(1, 1)
    covers.choose(1)
    assert covers.chosen is None
    assert box_between((0.5, 0.5), (0.505, 0.9)) is None


def test_every_control_has_a_name_and_tab_goes_in_reading_order(opened: Open) -> None:
    form = opened.dialog.form
    assert opened.view.accessibleName()
    stops = []
    for _ in range(6):
        stops.append(QApplication.focusWidget())
        opened.dialog.focusNextChild()
    assert stops[:3] == [opened.view, form.rectangle, form.brush]


def test_a_photo_held_sideways_is_shown_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    out = BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "JPEG", exif=exif)
    image = upright(out.getvalue())
    assert (image.width(), image.height()) == (40, 60)
    assert upright(b"no picture").isNull()


# -- on the live tab -----------------------------------------------------------------------------------------


@pytest.fixture
def tab(desk: Desk, news: NewsDesk, shadow: Shadow, firm: Firm, qtbot: QtBot) -> Iterator[LiveTab]:
    shadow.planning.agree(firm.visit.id, ConsentSubject.PHOTOS, True)
    window = QMainWindow()
    made = LiveTab(desk)
    window.setCentralWidget(made)
    window.resize(1300, 860)
    window.show()
    news.heard.connect(made.hear)
    with qtbot.waitSignal(made.visit.loaded, timeout=5_000):
        made.open(shadow.planning.card(firm.visit.id))
    yield made
    # Before the desk's threads are gone: timers of the tab may still ask them something.
    delete(window)


def dialog_of(tab: LiveTab, qtbot: QtBot) -> CoverDialog:
    def there() -> bool:
        return any(each.isVisible() for each in tab.window().findChildren(CoverDialog))

    qtbot.waitUntil(there, timeout=15_000)
    found = next(each for each in tab.window().findChildren(CoverDialog) if each.isVisible())
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow, timeout=15_000)
    return found


def photos(shadow: Shadow) -> list[Attachment]:
    with shadow.store.reading() as read:
        return read.where(Attachment)


def test_a_kept_photo_is_blacked_out_from_the_details(
    tab: LiveTab, shadow: Shadow, firm: Firm, guide: Guide, qtbot: QtBot
) -> None:
    note = firm.note("screen with a name")
    put(shadow.store, note)
    shadow.capture.attach(note.id, photo())
    before = photos(shadow)[0].sha256
    tab.open(shadow.planning.card(firm.visit.id))
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1 and tab.timeline.go_to(note.id))
    tab.choose_details(True)
    qtbot.waitUntil(lambda: tab.details.photos.attachment_id is not None and not tab.details.photos._image.isNull())
    tab.details.photos.cover.click()
    dialog = dialog_of(tab, qtbot)
    QTest.keyClick(dialog.view, Key.Key_Insert)
    QTest.keyClick(dialog.view, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(guide.said), timeout=15_000)
    assert "pixels" in guide.said[0]
    (after,) = photos(shadow)
    assert after.sha256 != before
    assert shadow.capture.picture(before) is None
    box = tab.details.photos
    qtbot.waitUntil(lambda: box.attachment_id == after.id and not box._image.isNull(), timeout=15_000)


def test_a_photo_is_blacked_out_before_it_is_kept(tab: LiveTab, shadow: Shadow, qtbot: QtBot) -> None:
    tab.bar.add_pictures((photo(), photo("blue")))
    tab.bar.cover_requested.emit()
    dialog = dialog_of(tab, qtbot)
    opened = dialog.view
    opened.covers.add(Box(left=0, top=0, right=1, bottom=1))
    opened._tell()
    dialog.form.keep.click()
    qtbot.waitUntil(lambda: tab.bar.note.pictures[0] != photo(), timeout=15_000)
    dialog_of(tab, qtbot).reject()
    first, untouched = tab.bar.note.pictures
    assert untouched == photo("blue")
    assert max(pixel(Image.open(BytesIO(first)), (30, 20))) < 12
    QTest.keyClicks(tab.bar.line, "screen")
    QTest.keyClick(tab.bar.line, Key.Key_Return)
    qtbot.waitUntil(lambda: len(photos(shadow)) == 2, timeout=15_000)
    kept = [shadow.capture.picture(each.sha256) or b"" for each in photos(shadow)]
    assert max(pixel(Image.open(BytesIO(kept[0])), (30, 20))) < 12


def test_without_photos_there_is_nothing_to_black_out(tab: LiveTab) -> None:
    tab.bar.cover_requested.emit()
    tab.details.photos.ask_cover()
    assert not [each for each in tab.window().findChildren(CoverDialog) if each.isVisible()]

"""Every page, for hands that have no mouse, ears that have no screen, and eyes that need large letters."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QTabBar, QWidget

from shadow_app.bootstrap import Shadow
from shadow_app.ui.actions import Actions
from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.main_window import MainWindow
from shadow_app.ui.pages import PAGES
from shadow_app.ui.reach import Reach
from shadow_app.ui.theme import Theme
from walking import against_reading, cut_off, nameless, sideways, speaking_markup, tabbed

LARGE = 2.0
SETTLED = 60.0


@dataclass
class House:
    """The whole window over the demo."""

    window: MainWindow
    desk: Desk
    jobs: Jobs
    theme: Theme

    def settle(self) -> None:
        """Until nothing is read any more and everything is laid out."""
        busy = [1]
        self.jobs.busy.connect(busy.append)
        self.jobs.read(lambda: None)
        until = time.monotonic() + SETTLED
        while busy[-1]:
            assert time.monotonic() < until, "the pages never came to rest"
            QTest.qWait(5)
        for _ in range(3):
            QApplication.processEvents()


@pytest.fixture(scope="module")
def house(demo: Shadow, qapp: QApplication) -> Iterator[House]:
    theme, actions = Theme(qapp, "light"), Actions()
    window = MainWindow(theme, actions)
    jobs = Jobs(demo.store.interrupt_reading, lambda error: window.complain(str(error)))
    desk = Desk(demo, jobs, theme, actions, window)
    window.fill(PAGES, desk)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    made = House(window, desk, jobs, theme)
    made.settle()
    yield made
    jobs.close()
    window.may_close = lambda: True
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    Theme(qapp, "light")  # letters of the usual size again, now that no page is left to dress for them


def _page(name: str) -> Callable[[House], None]:
    return lambda house: house.window.open_page(name)


def _tab(name: str, number: int) -> Callable[[House], None]:
    def show(house: House) -> None:
        house.window.open_page(name)
        bars = [each for each in house.window.page(name).widget.findChildren(QTabBar) if each.count() > 1]
        bars[0].setCurrentIndex(number)

    return show


def _section(number: int) -> Callable[[House], None]:
    def show(house: House) -> None:
        house.window.open_page("settings")
        _choose(house.window.page("settings").widget, "sections", number)

    return show


def _visit(number: str, tab: str, step: int = -1) -> Callable[[House], None]:
    def show(house: House) -> None:
        cards = house.desk.shadow.planning.visits()
        house.window.open_visit(next(each.visit.id for each in cards if each.visit.number == number), tab)
        if step >= 0:
            house.settle()
            _choose(house.window.page("visits").widget, "steps", step)

    return show


def _choose(widget: QWidget, name: str, number: int) -> None:
    view = widget.findChild(QListView, name) or widget.findChild(QAbstractItemView, name)
    assert isinstance(view, QAbstractItemView)
    view.setCurrentIndex(view.model().index(number, 0))


NAMES = ("today", "review", "pain_points", "priorities", "programme", "reports", "settings", "exchange", "visits")
SCENES: dict[str, Callable[[House], None]] = {
    **{name: _page(name) for name in NAMES},
    **{f"priorities {n}": _tab("priorities", n) for n in range(4)},
    **{f"programme {n}": _tab("programme", n) for n in range(7)},
    **{f"exchange {n}": _tab("exchange", n) for n in range(3)},
    **{f"settings {n}": _section(n) for n in range(12)},
    "prepare": _visit("V01", "prepare"),
    "live": _visit("V01", "live"),
    **{f"debrief {n}": _visit("V12", "debrief", n) for n in range(7)},
}


def _open(house: House, scene: str, scale: float, width: int, height: int) -> None:
    if house.theme.scale != scale:
        house.theme.use(scale=scale)
    house.window.resize(width, height)
    SCENES[scene](house)
    house.settle()


def test_every_page_is_walked(house: House) -> None:
    assert set(NAMES) == {page.name for page in (house.window.page(name) for name in NAMES)}
    assert house.window.stack.count() == len(NAMES)
    for name, bar in (("priorities", 4), ("programme", 7), ("exchange", 3)):
        bars = [each for each in house.window.page(name).widget.findChildren(QTabBar) if each.count() > 1]
        assert bars[0].count() == bar
    sections = house.window.page("settings").widget.findChild(QListView, "sections")
    assert sections is not None
    assert sections.model().rowCount() == 12


@pytest.mark.parametrize("scene", SCENES)
def test_names_and_the_way_of_the_tab_key(house: House, scene: str) -> None:
    _open(house, scene, 1.0, 1440, 900)
    assert nameless(house.window) == []
    assert speaking_markup(house.window) == []
    house.window.rail.setFocus()
    way = tabbed(house.window)
    assert against_reading(way, house.window) == []
    back = tabbed(house.window, back=True)
    assert set(back) == set(way)


@pytest.mark.parametrize("scene", SCENES)
def test_letters_of_twice_the_size_lose_nothing(house: House, scene: str) -> None:
    _open(house, scene, LARGE, 1100, 700)
    assert (house.window.width(), house.window.height()) == (1100, 700)
    assert cut_off(house.window.stack) == []


@pytest.mark.parametrize("scene", SCENES)
def test_letters_of_twice_the_size_need_no_sideways_scrolling(house: House, scene: str) -> None:
    _open(house, scene, LARGE, 1440, 900)
    reach = house.window.stack.currentWidget()
    assert isinstance(reach, Reach)
    assert sideways(reach) == []


@pytest.mark.parametrize("scene", NAMES)
def test_at_the_usual_size_nothing_scrolls_sideways_or_as_a_whole(house: House, scene: str) -> None:
    _open(house, scene, 1.0, 1100, 700)
    reach = house.window.stack.currentWidget()
    assert isinstance(reach, Reach)
    assert reach.horizontalScrollBar().maximum() == 0
    assert reach.verticalScrollBar().maximum() == 0


def test_where_the_keys_go_is_what_one_sees(house: House) -> None:
    _open(house, "live", LARGE, 1100, 700)
    line = QApplication.focusWidget()
    assert line is not None
    reach = house.window.stack.currentWidget()
    assert isinstance(reach, Reach)
    assert reach.verticalScrollBar().maximum() > 0
    assert not line.visibleRegion().isEmpty()

"""The window: a rail of pages, the page in front, and a strip for messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QByteArray, QModelIndex, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QListView, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from shadow_app.domain.news import News
from shadow_app.ui.actions import Actions
from shadow_app.ui.desk import Desk, GoesTo, HasCount, HasFoot, HoldsText, MakePage, Page, TakesFiles
from shadow_app.ui.dropped_files import DroppedFiles
from shadow_app.ui.icons import pixmap
from shadow_app.ui.message_strip import MessageStrip
from shadow_app.ui.page_place import PagePlace
from shadow_app.ui.palette import Palette
from shadow_app.ui.rail import COUNT, RailDelegate, width_for
from shadow_app.ui.status_line import StatusLine
from shadow_app.ui.tab_order import last_of_all
from shadow_app.ui.theme import Theme

RAIL_ROW = 64
VISITS = "visits"

SPARE_MILLISECONDS = 400
"""Between one page and the next that are made while nobody asks for them."""


class MainWindow(QMainWindow):
    """Knows no page by name but Visits, which `open_visit` needs."""

    closing = Signal()

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.setWindowTitle("Shadow")
        self.setMinimumSize(960, 640)
        self._theme = theme
        self._actions = actions
        self._places: list[PagePlace] = []
        self._counts: dict[str, int] = {}
        self._own: list[QObject] = []
        """What the window is made of without pages."""
        self._feet: list[QWidget] = []
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes."""
        self._spare = QTimer(self)
        self._spare.setInterval(SPARE_MILLISECONDS)
        self._spare.timeout.connect(self._make_next)
        self._build()
        actions.add(self, self.tr("Commands…"), self.open_palette, ["Ctrl+K", "Ctrl+Shift+P"])
        # As closing the window does it: what is typed and not saved is asked for first.
        actions.add(self, self.tr("Quit"), self.close, "Ctrl+Q")
        theme.changed.connect(self._draw_rail)
        theme.changed.connect(self._lay_out_anew)

    def wait(self, words: str) -> None:
        """What the window shows until the store is open."""
        self._waiting.setText(words)

    def fill(self, makers: Sequence[MakePage], desk: Desk, *, later: bool = False) -> None:
        """Make the pages and show the first; `later`: the others when they are wanted, or one by one after a while."""
        self._own = self.children()
        self._side.show()
        while (before := self.stack.currentWidget()) is not None:
            self.stack.removeWidget(before)
        for number, maker in enumerate(makers):
            place = PagePlace(maker, desk, self.stack)
            self._places.append(place)
            self.stack.addWidget(place.room)
            if number == 0 or not later:
                self._settle_in(number)
            self._actions.add(
                self, self.tr("Go to {page}").format(page=place.title), _opener(self, place.name), f"Alt+{number + 1}"
            )
        self.status.watch(desk.jobs)
        self._draw_rail()
        self.open_page(self._places[0].name)
        if later:
            self._spare.start()

    def _settle_in(self, number: int) -> Page:
        """The page of that number, in its place; made now if it is not there yet."""
        place = self._places[number]
        if not place.joined:
            place.joined = True
            self._join(place.made())
        return place.made()

    def _make_next(self) -> None:
        waiting = [number for number, place in enumerate(self._places) if not place.joined]
        waiting.sort(key=lambda number: not self._places[number].has_foot)
        if waiting:
            self._settle_in(waiting[0])
        if len(waiting) < 2:
            self._spare.stop()

    @property
    def _made(self) -> list[Page]:
        return [place.page for place in self._places if place.page is not None]

    def _join(self, page: Page) -> None:
        """What a page has outside its own place: a line at the foot, a number in the rail, files dropped anywhere."""
        if isinstance(page, HasFoot):
            page.foot.clicked.connect(lambda: self.open_page(page.name))  # type: ignore[attr-defined]
            self.status.add(page.foot)
            self._feet.append(page.foot)
        if isinstance(page, HasCount):
            page.counted.connect(lambda number: self._count(page.name, number))
        if isinstance(page, TakesFiles):
            DroppedFiles(self, page)

    def _lay_out_anew(self) -> None:
        """What is hidden remembers how much room its letters took before they were made smaller."""
        for layout in self.stack.findChildren(QLayout):
            layout.invalidate()

    def cover(self, instead: QWidget) -> None:
        """Show nothing of the pages, and no word of theirs; they are still there until `empty`."""
        self._spare.stop()
        self.stack.addWidget(instead)
        self.stack.setCurrentWidget(instead)
        self.strip.leave()
        self.strip.hide()
        self._side.hide()
        self.setWindowTitle("Shadow")
        self.status.hide()

    def empty(self) -> None:
        """Let go of the pages and of all that they have put into the window; it is filled again, or closed."""
        for place in [self.stack.widget(number) for number in range(len(self._places))]:
            if place is not None:
                self.stack.removeWidget(place)
                place.deleteLater()
        self.status.empty()
        for child in self.children():
            # What covered it, took files for it, opened it or asked something on its behalf.
            if child not in self._own:
                child.deleteLater()
        self._spare.stop()
        self._places.clear()
        self._feet.clear()
        self._counts.clear()
        self._draw_rail()

    def in_front(self) -> Page:
        """The page that is shown."""
        return self._settle_in(self.stack.currentIndex())

    def pages(self) -> tuple[Page, ...]:
        """All of them, in the order of the rail; those that are not there yet are made."""
        return tuple(self._settle_in(number) for number in range(len(self._places)))

    def page(self, name: str) -> Page:
        """A page by its name."""
        return self._settle_in(self._number(name))

    def _number(self, name: str) -> int:
        return next(number for number, place in enumerate(self._places) if place.name == name)

    def open_page(self, name: str, at: UUID | None = None) -> None:
        """Bring a page to the front, at one of the things it shows."""
        index = self._number(name)
        page = self._settle_in(index)
        self.rail.setCurrentIndex(self._rail_model.index(index, 0))
        if index != self.stack.currentIndex():
            self.strip.leave()
        self.stack.setCurrentIndex(index)
        page.shown()
        if at is not None and isinstance(page, GoesTo):
            page.go_to(at)

    def open_visit(self, visit_id: UUID, tab: str = "") -> None:
        """Show a visit."""
        self.open_page(VISITS)
        opener = getattr(self.page(VISITS), "open_visit")  # noqa: B009
        opener(visit_id, tab)

    def say(self, text: str, *, here: bool = False) -> None:
        """A short word that goes away; with the page in front where it holds only `here`."""
        self.strip.say(text, here=here)

    def complain(self, text: str) -> None:
        """A complaint that stays until it was read."""
        self.strip.complain(text)

    def offer(self, text: str, word: str, run: Callable[[], object]) -> None:
        """What was done, until somebody closes it, with a button that does something about it."""
        self.strip.offer(text, word, run)

    def hear(self, news: News) -> None:
        """Tell every page that is there; the others read what stands when they are made."""
        for page in self._made:
            page.hear(news)

    def open_palette(self) -> None:
        """Every action that would do something now."""
        Palette(self, self._actions.usable()).open()

    def geometry_words(self) -> str:
        """Where the window is, for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def restore(self, words: str) -> None:
        """Go where it was; nonsense is ignored by Qt."""
        if not words or not self.restoreGeometry(QByteArray.fromBase64(words.encode())):
            self.resize(1440, 900)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing is lost by it."""
        if not self.may_close():
            event.ignore()
            return
        self._spare.stop()
        self.closing.emit()
        super().closeEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # as Qt calls it
        """The line at the foot stays the last stop, also of what a page has made since."""
        for foot in self._feet:
            last_of_all(foot, self)
        return super().focusNextPrevChild(next)

    def unfinished(self) -> str:
        """What somebody has typed and not saved; empty when there is nothing."""
        return next((page.unfinished() for page in self._holding()), "")

    def unsaved_pictures(self) -> tuple[bytes, ...]:
        """The pictures of that."""
        return next((page.unsaved_pictures() for page in self._holding()), ())

    def holding(self) -> Page:
        """The page on which something is written and not saved yet, or else the one in front."""
        return next((page for page in self._made if _holds(page)), self.in_front())

    def _holding(self) -> list[HoldsText]:
        return [page for page in self._made if isinstance(page, HoldsText) and _holds(page)]

    def _build(self) -> None:
        self.rail = QListView()
        self.rail.setObjectName("pages")
        self.rail.setAccessibleName(self.tr("Pages"))
        self.rail.setFixedWidth(width_for((), self._theme))
        self.rail.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rail_model = QStandardItemModel(self)
        self.rail.setModel(self._rail_model)
        self.rail.setItemDelegate(RailDelegate(self._theme, self.rail))
        self.rail.clicked.connect(self._open_index)
        self.rail.activated.connect(self._open_index)
        side = self._side = QWidget()
        side.setObjectName("rail")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 14, 0, 8)
        self.mark = _centred()
        self.mark.setAccessibleName("Shadow")
        column.addWidget(self.mark)
        column.addSpacing(10)
        column.addWidget(self.rail, 1)
        self.stack = QStackedWidget()
        self._waiting = _centred()
        self._waiting.setProperty("look", "h2")
        self.stack.addWidget(self._waiting)
        self.strip = MessageStrip()
        self.status = StatusLine()
        centre = QVBoxLayout()
        centre.setContentsMargins(0, 0, 0, 0)
        centre.setSpacing(0)
        centre.addWidget(self.stack, 1)
        centre.addWidget(self.strip)
        centre.addWidget(self.status)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(centre, 1)
        self.setCentralWidget(whole)

    def _open_index(self, index: QModelIndex) -> None:
        self.open_page(self._places[index.row()].name)

    def _count(self, name: str, number: int) -> None:
        if self._counts.get(name, 0) != number:
            self._counts[name] = number
            self._draw_rail()

    def _draw_rail(self) -> None:
        tokens = self._theme.tokens
        self.mark.setPixmap(pixmap("layers", tokens.accent, 28, 2.0))
        width = width_for((place.title for place in self._places), self._theme)
        self.rail.setFixedWidth(width)
        chosen = self.rail.currentIndex().row()
        self._rail_model.clear()
        for page in self._places:
            item = QStandardItem(page.title)
            item.setData(page.icon, Qt.ItemDataRole.UserRole)
            item.setEditable(False)
            item.setData(count := self._counts.get(page.name, 0), COUNT)
            item.setData(f"{page.title}, {count}" if count else page.title, Qt.ItemDataRole.AccessibleTextRole)
            item.setSizeHint(QSize(width, self._theme.px(RAIL_ROW)))
            self._rail_model.appendRow(item)
        if chosen >= 0:
            self.rail.setCurrentIndex(self._rail_model.index(chosen, 0))


def _opener(window: MainWindow, name: str) -> Callable[[], None]:
    return lambda: window.open_page(name)


def _centred() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _holds(page: object) -> bool:
    return isinstance(page, HoldsText) and bool(page.unfinished() or page.unsaved_pictures())

"""A page's place in the window: its name, its word and its icon are there before the page itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from shadow_app.ui.desk import Desk, MakePage, Page
from shadow_app.ui.reach import Reach


@dataclass(frozen=True)
class LatePage:
    """A page that is imported and made when somebody wants it, or has a moment to spare.

    Attributes:
        name, icon: as the page's own.
        title: the same word; asked for when the language is known.
        make: imports the page and makes it.
        has_foot: it brings a line for the foot of the window, which should not move the rest for long.
    """

    name: str
    icon: str
    title: Callable[[], str]
    make: MakePage
    has_foot: bool = False

    def __call__(self, desk: Desk, parent: QWidget) -> Page:
        return self.make(desk, parent)


class PagePlace:
    """Where one page is, or will be: its room in the window is there from the first."""

    def __init__(self, maker: MakePage, desk: Desk, stack: QWidget) -> None:
        """What is no `LatePage` is made at once, as it alone knows its name."""
        self._maker, self._desk = maker, desk
        self.room = Reach(stack)
        self.page: Page | None = None
        self.joined = False
        """Whether what it has outside its room is in the window."""
        if isinstance(maker, LatePage):
            self.name, self.icon, self.title = maker.name, maker.icon, maker.title()
            self.has_foot = maker.has_foot
        else:
            made = self.made()
            self.name, self.icon, self.title, self.has_foot = made.name, made.icon, made.title, False

    def made(self) -> Page:
        """The page, made now if it is not there yet."""
        if self.page is None:
            self.page = self._maker(self._desk, self.room.viewport())
            self.room.hold(self.page.widget)
        return self.page

"""A page under test in front of somebody, and a window that only takes notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar, cast
from uuid import UUID

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


class Shown(Protocol):
    """What the window tells a page."""

    def shown(self) -> None: ...


P = TypeVar("P", bound=Shown)


def in_front(page: P, qtbot: QtBot, *, wide: int = 1300, tall: int = 850) -> P:
    """The page in an active window of this size, told that it is shown."""
    widget = cast(QWidget, page)
    qtbot.addWidget(widget)
    widget.resize(wide, tall)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    page.shown()
    return page


class Guide:
    """Notes where a page wanted to go and what it said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.complaints: list[str] = []
        self.offers: list[tuple[str, str, Callable[[], object]]] = []
        self.pages: list[str] = []
        self.places: list[tuple[str, UUID]] = []
        self.visits: list[tuple[UUID, str]] = []

    def say(self, text: str, *, here: bool = False) -> None:
        self.said.append(text)

    def complain(self, text: str) -> None:
        self.complaints.append(text)

    def offer(self, text: str, word: str, run: Callable[[], object]) -> None:
        self.offers.append((text, word, run))

    def open_page(self, name: str, at: UUID | None = None) -> None:
        self.pages.append(name)
        if at is not None:
            self.places.append((name, at))

    def open_visit(self, visit_id: UUID, tab: str = "") -> None:
        self.visits.append((visit_id, tab))

"""A window that only takes notes, for pages under test."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID


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

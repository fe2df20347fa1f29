"""The actions of the Priorities page: each with a key, each in the palette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from shadow_app.ui.desk import Desk

if TYPE_CHECKING:
    from shadow_app.ui.priorities.page import PrioritiesPage

translate = QCoreApplication.translate


def add_actions(page: PrioritiesPage, desk: Desk) -> tuple[QAction, ...]:
    """Register them; returns those that mean nothing while no ranking is shown."""
    add, form, guide = desk.actions.add, page.form, desk.guide
    add(page, translate("PrioritiesPage", "Choose the business unit"), lambda: _to_units(page), "Ctrl+U")
    add(page, translate("PrioritiesPage", "Close the panel"), page.close_side, "Esc")
    add(page, translate("PrioritiesPage", "Go to the visits"), lambda: guide.open_page("visits"), "", form.nothingDo)
    lock = add(page, translate("PrioritiesPage", "Lock this ranking"), page.lock, "L", form.lock)
    form.sinceLock.clicked.connect(lambda _checked=False: lock.trigger())
    return (
        lock,
        add(page, translate("PrioritiesPage", "Try other weights"), page.toggle_weights, "Ctrl+Shift+W", form.weights),
        add(page, translate("PrioritiesPage", "Make a report"), page.report, "Ctrl+Shift+R", form.report),
        add(
            page,
            translate("PrioritiesPage", "What has changed since a locked ranking"),
            page.show_since,
            "Ctrl+Shift+D",
        ),
        add(page, translate("PrioritiesPage", "How this was worked out"), page.toggle_sum, "Ctrl+I"),
        add(
            page, translate("PrioritiesPage", "Next view of the priorities"), lambda: page.board.turn(1), "Ctrl+PgDown"
        ),
        add(
            page,
            translate("PrioritiesPage", "Previous view of the priorities"),
            lambda: page.board.turn(-1),
            "Ctrl+PgUp",
        ),
        *_add_sums(page, desk),
    )


def _add_sums(page: PrioritiesPage, desk: Desk) -> Iterator[QAction]:
    said = (
        translate("PrioritiesPage", "How the hours were worked out"),
        translate("PrioritiesPage", "How the money was worked out"),
        translate("PrioritiesPage", "What the figures rest on"),
        translate("PrioritiesPage", "How the blind share was worked out"),
    )
    for place, (words, tile) in enumerate(zip(said, page.board.tiles, strict=True), 1):
        yield desk.actions.add(page, words, tile.opened.emit, f"Ctrl+{place}")


def _to_units(page: PrioritiesPage) -> None:
    page.form.unit.setFocus()
    page.form.unit.showPopup()

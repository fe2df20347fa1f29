"""The actions of the Priorities page: each with a key, each in the palette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from shadow_app.ui.desk import Desk

if TYPE_CHECKING:
    from shadow_app.ui.priorities.page import PrioritiesPage


def add_actions(page: PrioritiesPage, desk: Desk) -> tuple[QAction, ...]:
    """Register them; returns those that mean nothing while no ranking is shown."""
    add, form, guide, tr = desk.actions.add, page.form, desk.guide, page.tr
    add(page, tr("Choose the business unit"), lambda: _to_units(page), "Ctrl+U")
    add(page, tr("Close the panel"), page.close_side, "Esc")
    add(page, tr("Go to the visits"), lambda: guide.open_page("visits"), "", form.nothingDo)
    lock = add(page, tr("Lock this ranking"), page.lock, "L", form.lock)
    form.sinceLock.clicked.connect(lambda _checked=False: lock.trigger())
    return (
        lock,
        add(page, tr("Try other weights"), page.toggle_weights, "Ctrl+Shift+W", form.weights),
        add(page, tr("Make a report"), page.report, "Ctrl+Shift+R", form.report),
        add(page, tr("What has changed since a locked ranking"), page.show_since, "Ctrl+Shift+D"),
        add(page, tr("How this was worked out"), page.toggle_sum, "Ctrl+I"),
        add(page, tr("Next view of the priorities"), lambda: page.board.turn(1), "Ctrl+PgDown"),
        add(page, tr("Previous view of the priorities"), lambda: page.board.turn(-1), "Ctrl+PgUp"),
        *_add_sums(page, desk),
    )


def _add_sums(page: PrioritiesPage, desk: Desk) -> Iterator[QAction]:
    said = (
        page.tr("How the hours were worked out"),
        page.tr("How the money was worked out"),
        page.tr("What the figures rest on"),
        page.tr("How the blind share was worked out"),
    )
    for place, (words, tile) in enumerate(zip(said, page.board.tiles, strict=True), 1):
        yield desk.actions.add(page, words, tile.opened.emit, f"Ctrl+{place}")


def _to_units(page: PrioritiesPage) -> None:
    page.form.unit.setFocus()
    page.form.unit.showPopup()

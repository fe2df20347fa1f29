"""The ranking in front of the person: in force or tried, its ranges once they are drawn, and what changed since."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.insight.draws import Draws, ServiceSpread
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.since import Since
from shadow_app.ui.desk import Desk
from shadow_app.ui.priorities.board import PrioritiesBoard
from shadow_app.ui.priorities.look import Look
from shadow_app.ui.priorities.ranges import RangesWork
from shadow_app.ui.priorities.since import SinceTab
from shadow_app.ui.service_rows import ServiceRow
from shadow_app.usecases.prioritising import Priorities


class RankingView(QObject):
    """Draws it on the board and in the tab of what has changed. Order and means at once, ranges when they come."""

    ranges_shown = Signal()
    """The ranges have arrived and stand in the list."""

    def __init__(self, desk: Desk, board: PrioritiesBoard, since_tab: SinceTab, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._board, self._tab = desk, board, since_tab
        self._order_words = board.form.order.text()
        self._ranges = RangesWork(desk, self._show_ranges)
        self.look: Look | None = None
        self.ranked: Priorities | None = None
        """In force, or worked out by weights that are being tried."""
        self.drawn: Draws | None = None
        self.since: Since | None = None

    @property
    def trying(self) -> bool:
        """Whether other weights than those in force made it."""
        return self.look is None or self.ranked is not self.look.ranked

    def take(self, look: Look) -> None:
        """Something was read; nothing is drawn yet."""
        self.look, self.ranked, self.drawn, self.since = look, look.ranked, None, look.since

    def draw(self) -> None:
        """Draw everything, and begin with the ranges."""
        if self.ranked is not None:
            self._board.show_ranking(self.ranked)
            self.draw_rows()
            self._show_since()
            self.start_ranges()

    def try_out(self, ranked: Priorities) -> list[ServiceRow]:
        """Show a ranking by other weights; its ranges are for the caller to begin."""
        self.ranked, self.drawn = ranked, None
        self._board.show_ranking(ranked)
        return self.draw_rows()

    def use_in_force(self) -> None:
        """Forget what was tried."""
        if self.look is not None and self.trying:
            self.ranked, self.drawn = self.look.ranked, None
            self.draw()

    def draw_rows(self) -> list[ServiceRow]:
        """The list, with its moves against the weights in force, or since the locked ranking."""
        if self.ranked is None:
            return []
        in_force = self.look.ranked if self.look else None
        before = None
        if in_force is not None and self.trying:
            before = {cost.service_id: place for place, cost in enumerate(in_force.costs, 1)}
        since = None if self.trying else self.since
        words = self.tr("{order} “Up”, “down” and “new” are since {day}.") if since and since.moved else "{order}"
        self._board.form.order.setText(words.format(order=self._order_words, day=self._tab.day(since)))
        return self._board.show_rows(self.ranked, self.drawn, before, self._tab.moves(since))

    def start_ranges(self) -> None:
        """Draw ranges where they are missing."""
        if self.ranked is not None and self.drawn is None:
            self._ranges.start(self.ranked, None if self.trying or self.since is None else self.since.snapshot.id)

    def stop_ranges(self) -> None:
        """Somebody who clicks comes first."""
        self._ranges.stop()

    def compare(self, snapshot_id: UUID) -> None:
        """Compare with another locked ranking."""
        ranked, drawn, snapshots = self.ranked, self.drawn, self._desk.shadow.snapshots
        if ranked is not None:
            self.stop_ranges()
            self._desk.jobs.read(lambda: snapshots.beside(ranked, drawn, snapshot_id), self._compared)

    def cost(self, service_id: UUID | None) -> ServiceCost | None:
        """A service of the ranking."""
        costs = self.ranked.costs if self.ranked else ()
        return next((cost for cost in costs if cost.service_id == service_id), None)

    def spread(self, service_id: UUID) -> ServiceSpread | None:
        """Its ranges, once they are there."""
        return self.drawn.services.get(service_id) if self.drawn else None

    def _show_ranges(self, ranked: Priorities, drawn: Draws, since: Since | None) -> None:
        if ranked is not self.ranked:
            return
        self.drawn = drawn
        if since is not None:
            self.since = since
            self._show_since()
        self.draw_rows()
        self.ranges_shown.emit()

    def _compared(self, since: Since) -> None:
        self.since = since
        self._show_since()
        self.draw_rows()
        self.start_ranges()

    def _show_since(self) -> None:
        if self.ranked is not None and self.look is not None:
            self._tab.show_since(self.ranked, self.look.chosen_from, self.since)

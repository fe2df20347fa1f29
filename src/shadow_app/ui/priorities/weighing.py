"""Trying other weights: rank by them, say what survives half of each, and put them in force when asked."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.domain.weights import Weights
from shadow_app.insight.sensitivity import Swing
from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Job
from shadow_app.ui.priorities.swings import SwingsDialog
from shadow_app.ui.priorities.weights_panel import WeightsPanel
from shadow_app.usecases.prioritising import Priorities

RANKING = "priorities"
"""Reading the page and trying weights are one job: the newer one is the one that is wanted."""
_SWINGS = "sensitivity"

Swings = tuple[Swing, ...]


class Weighing(QObject):
    """What the weights panel asks for."""

    tried = Signal(object)
    """A ranking by other weights, for the eye only."""
    kept = Signal()
    """Other weights are in force."""

    def __init__(self, desk: Desk, panel: WeightsPanel, unit: Callable[[], UUID | None], page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._panel, self._unit, self._page = desk, panel, unit, page
        self._judged: tuple[Priorities, Swings] | None = None
        self._judging: Job | None = None
        panel.tried.connect(self._try)
        panel.kept.connect(self._keep)
        panel.swings_wanted.connect(self.show_table)

    def judge(self, ranked: Priorities) -> None:
        """Find out, in the background, what of this order survives half of one weight."""
        prioritising = self._desk.shadow.prioritising
        self._judged = None
        self._panel.show_sturdiness(None)
        under_way: list[Job] = []

        def wanted() -> bool:
            return not under_way or under_way[0].keep_going()

        def show(swings: Swings | None) -> None:
            if swings is not None:
                self._judged = ranked, swings
                self._panel.show_sturdiness(swings)

        self._judging = self._desk.jobs.read(lambda: prioritising.sensitivity(ranked, wanted), show, supersedes=_SWINGS)
        under_way.append(self._judging)

    def stop(self) -> None:
        """Nobody looks at the weights any more."""
        if self._judging is not None:
            self._judging.stop()
            self._judging = None

    def show_table(self) -> None:
        """Every weight, one by one."""
        if self._judged is not None:
            ranked, swings = self._judged
            dialog = SwingsDialog(swings, ranked.name, self._desk.theme, self._page)
            dialog.finished.connect(lambda _result: self._page.activateWindow())
            dialog.open()

    def _try(self, weights: Weights) -> None:
        prioritising, unit_id = self._desk.shadow.prioritising, self._unit()
        self.stop()
        self._desk.jobs.read(lambda: prioritising.ranking(unit_id, weights), self.tried.emit, supersedes=RANKING)

    def _keep(self, weights: Weights) -> None:
        def kept(_: Weights) -> None:
            self._desk.guide.say(self.tr("The new weights are in force; the old ones stay on record."))
            self.kept.emit()

        self._desk.jobs.write(lambda: self._desk.shadow.prioritising.weigh(weights), kept)

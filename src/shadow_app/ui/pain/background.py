"""What takes seconds: the ranges of the list, and the sum behind one pain point. Whoever chooses comes first."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Job
from shadow_app.ui.pain.look import read_spans, read_working
from shadow_app.ui.pain.model import Spans
from shadow_app.usecases.pain_desk import PainScene

_SPANS, _WORKING = "pain spans", "pain working"


class PainBackground(QObject):
    """Runs on the reading thread, once per reading of the rows, and stops when told to."""

    arrived = Signal(object)
    """The ranges."""
    worked_out = Signal(str)
    """The sum, in words."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._done = False
        self._drawing: Job | None = None

    def forget(self) -> None:
        """The rows are new, so the ranges are to be drawn again."""
        self.stop()
        self._done = False

    def stop(self) -> None:
        """The reading thread is wanted for something else."""
        if self._drawing is not None:
            self._drawing.stop()
            self._drawing = None

    def draw(self, unit_id: UUID | None) -> None:
        """Draw the ranges of a unit, or of all, unless they are there or on their way."""
        if self._done or self._drawing is not None:
            return
        shadow = self._desk.shadow
        under_way: list[Job] = []

        def wanted() -> bool:
            return not under_way or under_way[0].keep_going()

        def show(spans: Spans) -> None:
            self._drawing, self._done = None, True
            self.arrived.emit(spans)

        self._drawing = self._desk.jobs.read(lambda: read_spans(shadow, unit_id, wanted), show, supersedes=_SPANS)
        under_way.append(self._drawing)

    def work_out(self, scene: PainScene) -> None:
        """The whole sum, for those who ask."""
        shadow = self._desk.shadow
        nothing = self.tr("No note counts for it, so there is nothing to add up.")
        self.stop()
        self._desk.jobs.read(
            lambda: read_working(shadow, scene),
            lambda words: self.worked_out.emit(words or nothing),
            supersedes=_WORKING,
        )

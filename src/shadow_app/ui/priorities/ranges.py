"""Ranges of a ranking, drawn in the background: they take seconds, so they come later and stop when unwanted."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from shadow_app.insight.draws import Draws
from shadow_app.insight.since import Since
from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Job
from shadow_app.usecases.prioritising import Priorities, Prioritising

Drawn = tuple[Draws, Since | None]
Show = Callable[[Priorities, Draws, Since | None], None]
_NAME = "ranges"


class RangesWork:
    """Draws for one ranking at a time, and compares it with a locked one while it is at it."""

    def __init__(self, desk: Desk, show: Show) -> None:
        self._desk, self._show = desk, show
        self._job: Job | None = None

    def start(self, ranked: Priorities, snapshot_id: UUID | None) -> None:
        """Begin; `snapshot_id` is what to compare with."""
        shadow = self._desk.shadow
        under_way: list[Job] = []

        def wanted() -> bool:
            return not under_way or under_way[0].keep_going()

        def draw() -> Drawn | None:
            drawn = Prioritising.ranges(ranked, wanted)
            if drawn is None:
                return None
            return drawn, shadow.snapshots.beside(ranked, drawn, snapshot_id) if snapshot_id else None

        def show(found: Drawn | None) -> None:
            self._job = None
            if found is not None:
                self._show(ranked, *found)

        self._job = self._desk.jobs.read(draw, show, supersedes=_NAME)
        under_way.append(self._job)

    def stop(self) -> None:
        """Somebody who clicks comes first."""
        if self._job is not None:
            self._job.stop()
            self._job = None

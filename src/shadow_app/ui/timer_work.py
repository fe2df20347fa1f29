"""Timers and off the record, done by the use cases; what runs is read anew, so it survives a restart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from shadow_app.domain.visit import Activity
from shadow_app.domain.vocabulary import ActivityKind
from shadow_app.ui.desk import Desk
from shadow_app.ui.timers_strip import TimersStrip


class TimerWork(QObject):
    """Stands behind the timer strips of one visit: the window's and the pad's show the same."""

    pause_found = Signal(object)
    """The visit that was opened is off the record since then: the program was closed during a pause."""

    def __init__(self, desk: Desk, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._strips: list[TimersStrip] = []
        self._visit_id: UUID | None = None
        self._just_opened = False

    def serve(self, strip: TimersStrip) -> None:
        """Answer a strip."""
        self._strips.append(strip)
        strip.started.connect(self.begin)
        strip.stopped.connect(self.end)

    def open(self, visit_id: UUID) -> None:
        """The timers of this visit."""
        if visit_id != self._visit_id:
            self._visit_id = visit_id
            self._show([])
            self._just_opened = True
        self.look_again()

    def look_again(self) -> None:
        """Read what runs."""
        visit_id = self._visit_id
        if visit_id is not None:
            timing = self._desk.shadow.timing
            self._desk.jobs.read(lambda: timing.running(visit_id), self._show, supersedes=f"running-{id(self)}")

    def begin(self, kind: ActivityKind, name: str) -> None:
        """Start a timer now."""
        visit_id, at, timing = self._visit_id, self._clock(), self._desk.shadow.timing
        if visit_id is not None:
            self._desk.jobs.write(lambda: timing.begin(visit_id, kind, at, name))

    def end(self, activity_id: UUID) -> None:
        """Stop a timer now."""
        at, timing = self._clock(), self._desk.shadow.timing
        self._desk.jobs.write(lambda: timing.end(activity_id, at))

    def go_off_record(self, at: datetime) -> None:
        """Stop every timer and note only that there is a pause."""
        visit_id, timing = self._visit_id, self._desk.shadow.timing
        if visit_id is not None:
            self._desk.jobs.write(lambda: timing.go_off_record(visit_id, at))

    def go_on(self, at: datetime) -> None:
        """End the pause."""
        visit_id, timing = self._visit_id, self._desk.shadow.timing
        if visit_id is not None:
            self._desk.jobs.write(lambda: timing.go_on(visit_id, at))

    def _show(self, running: list[Activity]) -> None:
        for strip in self._strips:
            strip.show_running(running)
        if self._just_opened:
            # Later answers may be older than the key that ended the pause.
            self._just_opened = False
            pause = next((each for each in running if each.activity_kind is ActivityKind.OFF_RECORD), None)
            if pause is not None:
                self.pause_found.emit(pause.started_at)

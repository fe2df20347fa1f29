"""The pad and the cover of the Live tab: made when first wanted, for most days need only one of them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.insight.quick_entry import Lexicon
from shadow_app.ui.bar_work import BarWork
from shadow_app.ui.desk import Desk
from shadow_app.ui.names import Names
from shadow_app.ui.off_record import OffRecord
from shadow_app.ui.pad import Pad
from shadow_app.ui.timer_work import TimerWork
from shadow_app.ui.timers_strip import TimersStrip

_PAD_PLACE = "pad.place"
"""The fact of this copy of the store that says where the pad was."""


class LiveWindows(QObject):
    """Shows and hides them, and keeps them in step with the visit that is open."""

    back = Signal()
    """The line wants the focus."""
    off_record = Signal()
    """Whatever listens must stop."""

    def __init__(self, desk: Desk, timers: TimerWork, tab: QWidget) -> None:
        super().__init__(tab)
        self._desk, self._timers, self._tab = desk, timers, tab
        self._visit: tuple[UUID, Lexicon, Names] | None = None
        self._title = ""
        self.pad: Pad | None = None
        self.cover: OffRecord | None = None
        self._pad_work: BarWork | None = None
        timers.pause_found.connect(self._resume_pause)

    def use(self, visit_id: UUID, lexicon: Lexicon, names: Names, title: str) -> None:
        """Another visit, or another catalogue."""
        self._visit, self._title = (visit_id, lexicon, names), title
        if self.pad is not None and self._pad_work is not None:
            self._pad_work.use(visit_id, lexicon, names)
            self.pad.name(title)

    def toggle_pad(self) -> None:
        """Show or hide the pad."""
        if self.pad is not None:
            self.pad.toggle()
        elif self._visit is not None:
            store = self._desk.shadow.store
            self._desk.jobs.read(lambda: store.fact(_PAD_PLACE), self._make_pad, supersedes=_PAD_PLACE)

    def toggle_record(self) -> None:
        """Off the record, or on again. The screen is blank before the disk knows."""
        if self._visit is not None:
            self._covered().toggle()

    def close(self) -> None:
        """The tab goes: the pad, which has no parent, goes with it."""
        if self.pad is not None:
            self.pad.close()

    def _make_pad(self, place: str | None) -> None:
        assert self._visit is not None
        pad = Pad(self._desk.theme, self._visit[1], self._remember)
        strip = TimersStrip(self._desk.theme)
        self._timers.serve(strip)
        pad.put_timers(strip)
        strip.left.connect(pad.bar.setFocus)
        for action in self._tab.actions():
            pad.addAction(action)
        self.pad, self._pad_work = pad, BarWork(self._desk, pad.bar, self)
        self.use(*self._visit, self._title)
        self._timers.look_again()
        if place:
            pad.restore(place)
        pad.summon()

    def _remember(self, place: str) -> None:
        store = self._desk.shadow.store
        self._desk.jobs.write(lambda: store.remember(_PAD_PLACE, place), saves=False)

    def _covered(self) -> OffRecord:
        if self.cover is None:
            self.cover = OffRecord(self._desk.theme, self._tab.window())
            self.cover.paused.connect(lambda _since: self.off_record.emit())
            self.cover.paused.connect(self._timers.go_off_record)
            self.cover.resumed.connect(self._go_on)
        return self.cover

    def _resume_pause(self, since: datetime) -> None:
        self._covered().begin(since)

    def _go_on(self, at: datetime) -> None:
        self._timers.go_on(at)
        self.back.emit()

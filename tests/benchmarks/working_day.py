"""A working day in the real window: notes by key, timers, pages, and an exchange with a second laptop.

    python working_day.py HOURS NOTES_AN_HOUR

runs in a process of its own, offscreen, and prints one line of JSON for every hour. Notes follow each other as fast as
they are saved; what the window does by the clock goes as much faster (`SPEED`), so that a day of timers fits, too.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median
from typing import Any
from uuid import UUID

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.make_store import fill, last_visit
from benchmarks.measure import quantile
from benchmarks.world import World
from shadow_app.bootstrap import Shadow, create_store, open_shadow
from shadow_app.domain.observation import Observation
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ActivityKind, VisitState
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.settings import Settings
from shadow_app.ui.application import Session
from shadow_app.ui.palette import Palette

SPEED = 48
"""Eight hours of timers in ten minutes."""

PATIENCE = 120
NOTES_BEFORE = 1_000
EXCHANGES, TOURS = 12, 6
"""In an hour: every five minutes a look at what the other has left, every ten a walk through all pages."""


class OtherLaptop:
    """Somebody else who writes meanwhile; the store is opened for each exchange, as that laptop's own window would."""

    def __init__(self, home: Path, shared: Path) -> None:
        self._path, self._shared = home / "other.db", shared
        create_store(self._path, unprotected=True)
        with closing(self.opened()) as shadow:
            self.device = shadow.store.device
        self._random = Random(3)
        self._visit: UUID | None = None

    def opened(self) -> Shadow:
        """Its use cases; whoever asks closes them."""
        return open_shadow(Settings(name="Ben"), self._path)

    def write(self, line: str, accept: frozenset[str] = frozenset(), *, notes: int = 3) -> None:
        """Take what is there, note something, correct one note of the first laptop, and leave all of it."""
        with closing(self.opened()) as shadow:
            shadow.exchange.sync_at(str(self._shared), accept)
            visit_id = self._own_visit(shadow)
            for _ in range(notes):
                shadow.capture.note(visit_id, parse(line, Lexicon.empty()), _now())
            if notes:
                with shadow.store.reading() as read:
                    theirs = read.where(Observation, "at")[-40:]
                shadow.capture.edit(self._random.choice(theirs).id, lost_minutes=float(self._random.randint(1, 20)))
            shadow.exchange.sync_at(str(self._shared))

    def _own_visit(self, shadow: Shadow) -> UUID:
        if self._visit is None:
            known = last_visit(shadow.store)
            made = Visit(
                site_id=known.site_id,
                role_id=known.role_id,
                shadower_id=known.shadower_id,
                state=VisitState.LIVE,
                starts_at=_now(),
            )
            self._visit = shadow.planning.plan(made).id
        return self._visit


class WorkingDay:
    """The window, and ten fingers."""

    def __init__(self, application: QApplication, home: Path, speed: int = SPEED) -> None:
        self.shared = home / "shared"
        self.shared.mkdir(parents=True)
        path = home / "shadow.db"
        create_store(path, unprotected=True)
        settings = Settings(name="Ann", look="light", exchange_address=str(self.shared), exchange_minutes=0)
        with closing(open_shadow(settings, path)) as shadow:
            fill(shadow.store, NOTES_BEFORE)
            self._visit = last_visit(shadow.store).id
            shadow.exchange.sync_at(str(self.shared))
            self.device = shadow.store.device
        self.other = OtherLaptop(home, self.shared)
        self._world, self._speed, self._busy = World(seed=12), speed, 0
        self._saved_at: list[float] = []
        self.session = Session(application, settings)
        self.session.jobs.busy.connect(self._count)
        self.session.begin(path, False)
        self.until(lambda: self.session.shadow is not None)
        self.window = self.session.window
        self.window.activateWindow()
        self.page("visits").live.bar_work.saved.connect(lambda _: self._saved_at.append(time.perf_counter()))
        self.other.write("gun logs out", frozenset({self.device}))
        self.exchange(frozenset({self.other.device}))
        self.to_visit()
        self._hurry()

    def page(self, name: str) -> Any:
        """A page of the rail."""
        return self.window.page(name)

    def to_visit(self) -> None:
        """Back to the line."""
        self.window.open_visit(self._visit, "live")
        self.until(lambda: self.page("visits").live.bar.line.hasFocus() and self.quiet)

    def note(self) -> float:
        """Type a line and press Enter; seconds from that key to the word that it is on the disk."""
        bar = self.page("visits").live.bar
        QTest.keyClicks(bar.line, self._world.line().replace("#", " #"))
        known = len(self._saved_at)
        start = time.perf_counter()
        QTest.keyClick(bar.line, Qt.Key.Key_Return)
        self.until(lambda: len(self._saved_at) > known)
        return self._saved_at[-1] - start

    def take_back(self) -> None:
        """Undo the last action, and wait until the window shows it."""
        self.page("visits").live.bar_work.undo()
        self.settle()

    def time_something(self) -> None:
        """Start or stop a timer."""
        self.page("visits").live.timers.toggle(ActivityKind.WAITING)
        self.settle()

    def exchange(self, accept: frozenset[str] = frozenset()) -> None:
        """Meet the other laptop through the folder, as the window does it."""
        exchanging = self.page("exchange").exchanging
        ended: list[object] = []
        connection = exchanging.met.connect(ended.append)
        exchanging.look()
        self.until(lambda: exchanging.standing is not None and not exchanging.running)
        exchanging.meet(accept)
        self.until(lambda: bool(ended) or bool(exchanging.trouble))
        QObject.disconnect(connection)
        if exchanging.trouble:
            raise RuntimeError(exchanging.trouble)
        self.settle()

    def tour(self) -> None:
        """Look at every page, at the palette, and come back to the line."""
        for page in self.window.pages():
            self.window.open_page(page.name)
            self.settle()
        self.window.open_palette()
        self.until(lambda: isinstance(QApplication.activeModalWidget(), Palette))
        palette = QApplication.activeModalWidget()
        assert palette is not None
        QTest.keyClick(palette, Qt.Key.Key_Escape)
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        self.to_visit()

    def settle(self) -> None:
        """Until nothing is read or written, also not by what follows a moment later."""
        rest = time.monotonic()
        while time.monotonic() - rest < 0.05:
            self.until(lambda: self.quiet)
            self.pause(0.02)
            if not self.quiet:
                rest = time.monotonic()

    @property
    def quiet(self) -> bool:
        """Whether no job runs or waits."""
        return self._busy == 0

    def until(self, true: Callable[[], bool]) -> None:
        """Let the window live until something holds. In an event loop, or what it lets go of would stay."""
        end = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > end:
                raise RuntimeError("The window did not do what was waited for.")
            self.pause(0.001)

    @staticmethod
    def pause(seconds: float) -> None:
        """Let the window live for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(max(1, round(seconds * 1_000)), loop.quit)
        loop.exec()

    def close(self) -> None:
        """Go home."""
        self.window.may_close = lambda: True
        self.window.close()
        self.session.end()
        self.window.deleteLater()

    def _count(self, jobs: int) -> None:
        self._busy = jobs

    def _hurry(self) -> None:
        """What repeats every second or slower goes on as much faster as the day does."""
        for owner in (self.session, self.window):
            for timer in owner.findChildren(QTimer):
                if not timer.isSingleShot() and timer.interval() >= 1_000:
                    timer.setInterval(max(1, timer.interval() // self._speed))


def hours(day: WorkingDay, many: int, notes: int) -> Iterator[dict[str, float]]:
    """What stands after each hour: memory, objects, and how long Enter took in it."""
    for hour in range(1, many + 1):
        began, waited = time.monotonic(), []
        for number in range(notes):
            waited.append(day.note())
            if number % max(1, notes // EXCHANGES) == 0:
                day.time_something()
                day.other.write(day._world.line())
                day.exchange()
            if number % max(1, notes // TOURS) == 0:
                day.tour()
        day.settle()
        yield {
            "hour": hour,
            "enter_p50": median(waited),
            "enter_p95": quantile(waited, 0.95),
            "took": time.monotonic() - began,
            **standing(day),
        }


def standing(day: WorkingDay) -> dict[str, float]:
    """Memory and objects, after what nobody needs any more was let go of."""
    gc.collect()
    return {
        "resident": resident(),
        "objects": len(gc.get_objects()),
        "widgets": len(QApplication.allWidgets()),
        "qobjects": len(day.session.findChildren(QObject)) + len(day.window.findChildren(QObject)),
    }


def resident() -> int:
    """Bytes of memory that this process holds, as Linux says it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _now() -> Any:
    from datetime import datetime

    return datetime.now().astimezone()


def main(many: int, notes: int) -> int:
    """Live through the day and print it."""
    application = QApplication([])
    with tempfile.TemporaryDirectory(prefix="shadow-day-") as home:
        os.environ["SHADOW_HOME"] = home
        day = WorkingDay(application, Path(home))
        try:
            for each in hours(day, many, notes):
                print(json.dumps(each), flush=True)
        finally:
            day.close()
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))

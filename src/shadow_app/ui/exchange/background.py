"""Meeting the other laptops by itself: at the start, now and then, after notes were handed in, and when asked to.

It runs apart from both threads of the store, waits until no note waits to be written, and never runs off the record.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from shadow_app.domain.news import News
from shadow_app.domain.observation import Observation
from shadow_app.domain.transport import Watch
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Job
from shadow_app.ui.off_record import OffRecord
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.admitting import Sender
from shadow_app.usecases.meeting import Standing, wait_after
from shadow_app.usecases.sharing import Synced

MINUTE = 60_000
_QUIET, _LOOK_AGAIN, _BLINK = 800, 30_000, 500
_READY_SECONDS = 3
"""How long after notes were handed in: whoever hands in one often hands in the next."""


class Exchanging(QObject):
    """Knows how this laptop stands to the others, and when to look for them next."""

    changed = Signal()
    """The standing, the progress, the trouble or the next time is another."""
    counted = Signal(int)
    """How many fields wait for somebody to say which value holds."""
    met = Signal(object)
    """An exchange has ended well; what it came to."""
    _step = Signal(int, int)

    def __init__(self, desk: Desk, parent: QObject, minute: int = MINUTE) -> None:
        """
        Args:
            desk: whose store.
            parent: the page; it goes with it, or Python would let its timers go on whichever thread comes by.
            minute: how many milliseconds a minute has.
        """
        super().__init__(parent)
        self._desk, self._minute = desk, minute
        self.standing: Standing | None = None
        self.twice = 0
        self.progress = (0, 0)
        self.trouble = ""
        self.next_at: datetime | None = None
        self.unknown: tuple[Sender, ...] = ()
        """Laptops that have left something there and that nobody here knows."""
        self._job: Job | None = None
        self._failures = 0
        self._asked = self._recount = False
        self._next = _once(self, self._due)
        self._quiet = _once(self, self.look)
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_AGAIN)
        self._again.timeout.connect(self.look)
        self._again.start()
        self._covered = QTimer(self)
        self._covered.setInterval(_BLINK)
        self._covered.timeout.connect(self._stop_off_record)
        self._step.connect(self._stepped)

    @property
    def running(self) -> bool:
        """Whether an exchange is under way."""
        return self._job is not None

    def start(self) -> None:
        """Look how things stand, and meet the others if that is wanted."""
        self._count()
        self.look()

    def look(self) -> None:
        """Look again how this laptop stands; the place is not asked."""
        self._quiet.stop()
        if self._recount:
            self._count()
        self._desk.jobs.read(self._desk.shadow.meeting.standing, self._show, supersedes="standing")

    def hear(self, news: News) -> None:
        """What is written is unsent; what was handed in goes out soon."""
        self._recount = self._recount or not news.records or bool(self.twice)
        self._quiet.start(_QUIET)
        if any(_was_handed_in(each.before, each.after) for each in news.records):
            self._soon(timedelta(seconds=_READY_SECONDS))

    def meet(self, accept: frozenset[str] = frozenset()) -> None:
        """Meet the others now, because somebody asks for it."""
        self._asked = True
        self._begin(accept)

    def stop(self) -> None:
        """Stop what is under way; what was exchanged until now is kept."""
        if self._job is not None:
            self._job.stop()
            self._ended()
            self._plan()

    def _show(self, standing: Standing) -> None:
        before, self.standing = self.standing, standing
        if before is None or before.arrangement != standing.arrangement:
            self._arranged(standing)
        self.changed.emit()

    def _arranged(self, standing: Standing) -> None:
        """Where or how often is another: earlier failures say nothing about it."""
        if self._job is not None:
            self._job.stop()
            self._job = None
            self._covered.stop()
        self._failures, self.trouble, self.unknown = 0, "", ()
        self._next.stop()
        self.next_at = None
        if standing.arrangement.by_itself:
            self._begin()

    def _count(self) -> None:
        self._recount = False
        self._desk.jobs.read(self._desk.shadow.meeting.conflicts, self._counted, supersedes="written twice")

    def _counted(self, number: int) -> None:
        self.twice = number
        self.counted.emit(number)
        self.changed.emit()

    def _soon(self, wait: timedelta) -> None:
        arrangement = self.standing.arrangement if self.standing else None
        if arrangement is None or not arrangement.by_itself or self._failures:
            return
        due = datetime.now().astimezone() + wait
        if self.next_at is None or due < self.next_at:
            self._next_in(wait)

    def _next_in(self, wait: timedelta) -> None:
        self.next_at = datetime.now().astimezone() + wait
        self._next.start(round(wait / timedelta(minutes=1) * self._minute))

    def _due(self) -> None:
        self.next_at = None
        standing = self.standing
        if standing is not None and standing.arrangement.by_itself:
            self._begin()

    def _begin(self, accept: frozenset[str] = frozenset()) -> None:
        standing = self.standing
        if self._job is not None or standing is None or not standing.arrangement.address:
            return
        if is_covered() or standing.off_record:
            self._next_in(timedelta(minutes=1))
            self._asked = False
            return
        self._next.stop()
        self.next_at = None
        self.progress = (0, 0)
        meeting, jobs = self._desk.shadow.meeting, self._desk.jobs

        def work(job: Job) -> Synced:
            def keep_going() -> bool:
                # Notes first, and a file that is being taken as well: two who write at once would hold each other up.
                while jobs.writing and job.keep_going():
                    jobs.give_way()
                return job.keep_going()

            return meeting.meet(Watch(keep_going, self._step.emit), accept)

        self._job = jobs.apart(work, self._met, self._failed)
        self._covered.start()
        self.changed.emit()

    def _stepped(self, done: int, of: int) -> None:
        self.progress = (done, of)
        self.changed.emit()

    def _met(self, done: Synced) -> None:
        self._failures, self.trouble, self.unknown = 0, "", tuple(done.unknown)
        self._ended()
        self._plan()
        self.met.emit(done)
        self._asked = False

    def _failed(self, error: BaseException) -> None:
        self._failures += 1
        self.trouble = words_for(error)
        self._ended()
        self._plan()
        self.changed.emit()
        if self._asked:
            self._desk.guide.complain(self.trouble)
        self._asked = False

    def _ended(self) -> None:
        self._job = None
        self._covered.stop()
        self.look()
        self._count()
        self.changed.emit()

    def _plan(self) -> None:
        arrangement = self.standing.arrangement if self.standing else None
        if arrangement is None or not arrangement.by_itself:
            return
        wait = wait_after(self._failures) if self._failures else timedelta(minutes=arrangement.minutes)
        self._next_in(wait)

    def _stop_off_record(self) -> None:
        if is_covered():
            self.stop()


def is_covered() -> bool:
    """Whether some window of the program is off the record."""
    covers = (each for window in QApplication.topLevelWidgets() for each in window.findChildren(OffRecord))
    return any(cover.active for cover in covers)


def _was_handed_in(before: object, after: object) -> bool:
    if not isinstance(after, Observation) or after.state is not ReviewState.READY:
        return False
    return not isinstance(before, Observation) or before.state is not ReviewState.READY


def _once(parent: QObject, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(run)
    return timer

"""Work off the screen's thread: one writer, one reader (`design.md` §2), and beside them what waits for others.

A search or a ranking never stands in the way of Enter, and a read that nobody waits for any more is interrupted.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from threading import Event, Lock, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from shadow_app.diagnosis import timed
from shadow_app.ui.trouble import is_ours

P = TypeVar("P")
T = TypeVar("T")
Failed = Callable[[BaseException], None]

_PATIENCE_SECONDS = 5
"""How long one thread waits for another before it goes on all the same."""


@dataclass(eq=False)
class Job:
    """A piece of work under way. `keep_going` is for long work to ask now and then."""

    future: Future[Any] | None = None
    writes: bool = False
    saves: bool = False
    """Whether somebody waits to hear that it is on disk."""
    _stop: Event = field(default_factory=Event)

    def keep_going(self) -> bool:
        """Whether anybody still wants the answer."""
        return not self._stop.is_set()

    def mute(self) -> None:
        """It goes on to its end, and nobody is told how it went."""
        self._stop.set()

    def stop(self) -> None:
        """Nobody wants the answer any more; neither `then` nor `failed` will be called."""
        self._stop.set()
        if self.future is not None:
            self.future.cancel()


class Jobs(QObject):
    """Runs functions on the writing or the reading thread and answers on the screen's thread, in order."""

    busy = Signal(int)
    """How many jobs are waiting or running."""
    written = Signal()
    """Everything that was to be written has been, and whoever asked has heard how it went."""
    saved = Signal(object)
    """How a saving ended: None where it is on disk, else what went wrong."""
    broke = Signal(object)
    """A mistake of ours came out of a job; whoever asked for it is told as well."""
    _finished = Signal(object)

    def __init__(self, interrupt_reading: Callable[[], None] = lambda: None, failed: Failed | None = None) -> None:
        """
        Args:
            interrupt_reading: stops what the reading thread is asking the store.
            failed: told of errors that the job itself has no answer for.
        """
        super().__init__()
        self._interrupt = interrupt_reading
        self._failed = failed
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self._preparer = ThreadPoolExecutor(1, thread_name_prefix="preparer")
        self._newest: dict[str, Job] = {}
        self._waiting: set[Job] = set()
        self._running_read: Job | None = None
        self._turn = Lock()
        self._count = 0
        self._writes = 0
        self._saves = 0
        self._closed = False
        self._shut = False
        """Nothing new is begun for a while."""
        self._apart: list[tuple[Job, Thread]] = []
        self._unhurried = Event()
        self._unhurried.set()
        self._finished.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def writing(self) -> bool:
        """Whether something is being written, or its answer has not been heard yet."""
        return self._writes > 0

    @property
    def saving(self) -> bool:
        """Whether something that a person wrote is on its way to the disk."""
        return self._saves > 0

    def write(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        saves: bool = True,
    ) -> Job:
        """Run `work` on the writing thread.

        Args:
            work: what to do.
            then: told the answer.
            failed: told what went wrong.
            saves: whether it keeps what a person did; False for housekeeping, of which nobody wants to hear.
        """
        if self._shut:
            return _unwanted()
        return self._start(self._writer, Job(writes=True, saves=saves), work, then, failed)

    def prepare(
        self,
        before: Callable[[], P],
        work: Callable[[P], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        saves: bool = True,
    ) -> Job:
        """Run `before` beside the other threads, then `work` with its answer on the writing thread.

        For what takes longer than the next note may wait, as shrinking a photo does. One after the other, and closing
        waits for all of it: what somebody has handed over is never lost. `saves` as for `write`.
        """

        def both() -> T:
            ready = before()
            return self._writer.submit(timed(partial(work, ready), writes=True)).result()

        return self._start(self._preparer, Job(writes=True, saves=saves), both, then, failed)

    def read(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        supersedes: str | None = None,
    ) -> Job:
        """Run `work` on the reading thread.

        Args:
            work: what to do.
            then: told the answer.
            failed: told what went wrong.
            supersedes: a name; an earlier job of this name is no longer wanted, and is interrupted if it runs.
        """
        if self._shut:
            return _unwanted()
        job = Job()
        if supersedes is not None:
            before = self._newest.get(supersedes)
            if before is not None:
                before.stop()
                # Held until the interruption is out, or the read after could begin meanwhile and be hit instead.
                with self._turn:
                    if before is self._running_read:
                        self._interrupt()
            self._newest[supersedes] = job
        return self._start(self._reader, job, partial(self._noted, job, work), then, failed)

    def apart(
        self, work: Callable[[Job], T], then: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> Job:
        """Run `work` on a thread of its own, for what waits for another computer or packs everything.

        It must not touch the connections of the other two threads, and asks `give_way` between two pieces.
        """
        if self._closed or self._shut:
            return _unwanted()
        job = Job()
        self._count += 1
        self._waiting.add(job)
        self.busy.emit(self._count)
        future = job.future = Future[T]()
        future.add_done_callback(lambda future: self._finished.emit((job, future, then, failed)))
        # A daemon: a place that never answers must not keep the window from closing.
        thread = Thread(target=_carry, args=(future, partial(work, job)), name="apart", daemon=True)
        self._apart = [(each, running) for each, running in self._apart if running.is_alive()]
        self._apart.append((job, thread))
        thread.start()
        return job

    def give_way(self) -> None:
        """Wait until no note waits to be written; for work apart, between two pieces."""
        self._unhurried.wait(_PATIENCE_SECONDS)

    def settle(self, then: Callable[[], object]) -> None:
        """Want no answer any more of what was asked until now, and call `then` once no thread is at any of it.

        What is to be written is written. Until then nothing new is begun: pages that are going away still have timers.
        `then` is called on the screen's thread.
        """
        for job in self._waiting:
            job.mute() if job.writes else job.stop()
        with self._turn:
            self._interrupt()
        apart = [thread for _, thread in self._apart]
        # Finished jobs know who asked, and whoever asked may know the store.
        self._newest.clear()
        self._apart.clear()

        self._shut = True

        def others_gone() -> None:
            for thread in apart:
                thread.join(_PATIENCE_SECONDS)

        def gone(_: None) -> None:
            self._shut = False
            then()

        def readers_gone(_: None) -> None:
            self._start(self._writer, Job(writes=True), others_gone, gone, None)

        self._start(self._reader, Job(), lambda: None, readers_gone, None)

    def close(self) -> None:
        """Finish what is being written, drop what is being read; what is asked for from now on is not begun."""
        self._closed = True
        for job, _ in self._apart:
            job.stop()
        for job in [*self._waiting, *self._newest.values()]:
            # Whatever is interrupted has nobody left to tell of it.
            if not job.writes:
                job.stop()
        self._interrupt()
        self._reader.shutdown(wait=True, cancel_futures=True)
        # What is being prepared is written in the end, so the writing thread is the last to go.
        self._preparer.shutdown(wait=True)
        self._writer.shutdown(wait=True)
        self._unhurried.set()
        for _, thread in self._apart:
            thread.join(_PATIENCE_SECONDS)

    def _noted(self, job: Job, work: Callable[[], T]) -> T:
        with self._turn:
            if not job.keep_going():
                raise CancelledError
            self._running_read = job
        try:
            return work()
        finally:
            with self._turn:
                self._running_read = None

    def _start(
        self,
        executor: ThreadPoolExecutor,
        job: Job,
        work: Callable[[], T],
        then: Callable[[T], None] | None,
        failed: Failed | None,
    ) -> Job:
        if self._closed:
            # A timer that fires while the window goes away.
            job.stop()
            return job
        self._count += 1
        self._waiting.add(job)
        self._writes += job.writes
        self._saves += job.saves
        if job.writes:
            self._unhurried.clear()
        self.busy.emit(self._count)
        job.future = executor.submit(timed(work, writes=job.writes))
        job.future.add_done_callback(lambda future: self._finished.emit((job, future, then, failed)))
        return job

    @Slot(object)
    def _answer(self, outcome: tuple[Job, Future[Any], Callable[[Any], None] | None, Failed | None]) -> None:
        job, future, then, failed = outcome
        self._count -= 1
        self._waiting.discard(job)
        self._saves -= job.saves
        self.busy.emit(self._count)
        if job.saves and not future.cancelled():
            self.saved.emit(future.exception())
        try:
            self._tell(job, future, then, failed)
        finally:
            if job.writes:
                self._writes -= 1
                if not self._writes:
                    self._unhurried.set()
                    self.written.emit()

    def _tell(self, job: Job, future: Future[Any], then: Callable[[Any], None] | None, failed: Failed | None) -> None:
        if not job.keep_going() or future.cancelled():
            return
        error = future.exception()
        if error is None:
            if then is not None:
                then(future.result())
        elif not isinstance(error, CancelledError):
            if is_ours(error):
                self.broke.emit(error)
            (failed or self._failed or _raise)(error)


def _carry(future: Future[T], work: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001
        # Whoever asked for it hears of it on the screen's thread.
        future.set_exception(error)


def _unwanted() -> Job:
    """A job that nobody begins, for there is nobody left to hear the answer."""
    job = Job()
    job.stop()
    return job


def _raise(error: BaseException) -> None:
    raise error

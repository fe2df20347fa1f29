"""Closing the store under the window and opening it again: locked, or for what needs it closed.

Closing takes five steps, each begun when the one before is done: nothing of the pages is shown, what was being saved is
saved, what was being typed is kept in the store, every thread has let go of it, and it is closed with its key.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from shadow_app.domain.errors import WrongKey
from shadow_app.ui.actions import Actions
from shadow_app.ui.desk import HasPlace, Step
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.main_window import MainWindow
from shadow_app.ui.opening import Opening
from shadow_app.ui.trouble import words_for
from shadow_app.ui.trust.idleness import Idleness
from shadow_app.ui.trust.locked_page import LockedPage
from shadow_app.ui.trust.sleeping import Sleeping
from shadow_app.ui.trust.typed_words import close_beside, typed_beside
from shadow_app.usecases.typed import Typed, below
from shadow_app.usecases.unsaved import Unsaved
from shadow_app.usecases.unsaved_pictures import UnsavedPictures
from shadow_app.usecases.ways_in import WayIn, Ways, ways_into

if TYPE_CHECKING:
    from shadow_app.bootstrap import Shadow

T = TypeVar("T")


class Holder(Protocol):
    """The session, as seen from here."""

    window: MainWindow
    jobs: Jobs
    opening: Opening
    shadow: Shadow | None

    def let_go(self) -> None:
        """Know nothing of the store any more."""


class Keeping(QObject):
    """Locks by key, after idleness and before sleep; unlocks; and does what needs the store closed."""

    _stepped = Signal(int, int)

    def __init__(self, holder: Holder, page: LockedPage, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._holder, self.page = holder, page
        self._ways: Ways | None = None
        self._path = Path()
        self._key: bytes | None = None
        self._place: tuple[str, object] | None = None
        self._typed = ""
        """What could not be put on the disk, or only into a store that another one is to replace."""
        self._pictures: tuple[bytes, ...] = ()
        """Its pictures, in the same case."""
        self._for_line = False
        """Whether that stood in the line of a visit, and in nothing else."""
        self._opened: Callable[[], None] = _nothing
        self.closing = self.locked = False
        self.idleness = Idleness(self)
        self.sleeping = Sleeping(self)
        self.idleness.reached.connect(self.lock)
        self.sleeping.going.connect(self.lock)
        self._stepped.connect(page.show_step)
        page.unlock.connect(self._unlock)
        page.other_ways.connect(self._ask_other)
        page.quit.connect(holder.window.close)

    def opened(self, shadow: Shadow) -> bool:
        """The store is open, and the pages are there; whether the line that was being typed goes back to its place."""
        self.closing = self.locked = False
        self._path, self._key = shadow.store.path, None

        def read() -> tuple[Ways, int]:
            return ways_into(shadow.store.path, offered=False), shadow.own.current().lock_minutes

        self._holder.jobs.read(read, self._know)
        given_back = self._come_back(shadow)
        then, self._opened = self._opened, _nothing
        then()
        return given_back

    def idle_after(self, minutes: int) -> None:
        """Lock after so many minutes without a touch; 0 for never."""
        self.idleness.start(0 if self._ways is None or self._ways.demo else minutes)

    def lock(self) -> None:
        """Close the store, drop its key, and show nothing until somebody unlocks it."""
        if self._holder.shadow is None or self.closing:
            return
        if self._ways is None or self._ways.demo:
            self._holder.window.say(self.tr("Nothing protects this store, so there is nothing to lock it with."))
            return
        self._put_away(self.tr("Locking …"), "", self._show_locked)

    def meanwhile(
        self, words: str, work: Callable[[Step], T], key_of: Callable[[T], bytes], then: Callable[[T], None]
    ) -> None:
        """Do what needs the store closed, and go on with the store that is there afterwards; see `Keeper`."""
        shadow = self._holder.shadow
        if shadow is None or self.closing:
            return
        key = shadow.store.key

        def done(result: T) -> None:
            self._opened = partial(then, result)
            self._reopen(key_of(result))

        def failed(error: BaseException) -> None:
            self._opened = partial(self._holder.window.complain, words_for(error))
            self._reopen(key)

        def begin() -> None:
            self._holder.jobs.write(lambda: work(self._stepped.emit), done, failed)

        # A backup that takes the store's place knows nothing of what was just being typed.
        self._put_away(words, "", begin, in_memory=True)

    def _know(self, found: tuple[Ways, int]) -> None:
        self._ways, minutes = found
        self.idle_after(minutes)

    def _put_away(self, title: str, words: str, then: Callable[[], object], *, in_memory: bool = False) -> None:
        self.closing = True
        self.idleness.stop()
        window = self._holder.window
        # Fields that save what is in them when they are left do it now.
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
        beside = typed_beside(window)
        close_beside(window)
        page = window.holding()
        self._place = (page.name, page.place() if isinstance(page, HasPlace) else None)
        self.page.show_busy(title, words)
        window.cover(self.page)
        self._when_written(lambda: self._keep(beside, then, in_memory=in_memory))

    def _when_written(self, then: Callable[[], None]) -> None:
        jobs = self._holder.jobs
        if jobs.writing:
            jobs.written.connect(then, Qt.ConnectionType.SingleShotConnection)
        else:
            then()

    def _keep(self, beside: str, then: Callable[[], object], *, in_memory: bool) -> None:
        """Put on the disk what was being typed; one that fails keeps it in memory, for it is the last copy."""
        holder, shadow = self._holder, self._holder.shadow
        assert shadow is not None
        line, pictures = holder.window.unfinished(), holder.window.unsaved_pictures()
        self._for_line = bool(line) and not beside
        words = "\n".join(filter(None, (line, beside)))
        if not words and not pictures:
            self._close(then)
            return
        if in_memory:
            self._typed, self._pictures = words, pictures
        typed, unsaved = Typed(shadow.store), Unsaved(shadow.store)
        place = self._place[1] if self._place is not None else None
        visit_id: UUID | None = place[0] if isinstance(place, tuple) else None

        def keep() -> None:
            if visit_id is not None:
                typed.about(visit_id)
            if words:
                typed.add(words)
            if pictures:
                typed.keep_pictures(pictures)
            unsaved.forget()
            UnsavedPictures(shadow.store).forget()

        def failed(_: BaseException) -> None:
            self._typed, self._pictures = words, pictures
            self._close(then)

        holder.jobs.write(keep, lambda _: self._close(then), failed, saves=False)

    def _close(self, then: Callable[[], object]) -> None:
        jobs, shadow = self._holder.jobs, self._holder.shadow
        assert shadow is not None
        self._holder.window.empty()
        close = shadow.close

        def closed(_: object) -> None:
            then()

        jobs.settle(lambda: jobs.write(close, closed, closed))
        self._holder.let_go()

    def _show_locked(self) -> None:
        self.locked = True
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        # Pages and store point at each other; what is left of the key goes with them.
        self._actions.forget_the_gone()
        gc.collect()
        self.sleeping.ready()
        words = self.tr("The store is closed and its key is dropped. What is running keeps its start time.")
        if self._typed or self._pictures:
            words += " " + self.tr("The line you were typing could not be put on the disk, so it waits in memory.")
        assert self._ways is not None
        self.page.show_locked(self._ways, words)

    def _ask_other(self) -> None:
        from shadow_app.ui.key_dialogs import UnlockDialog

        dialog = UnlockDialog(self.tr("What else opens your store?"), self._holder.window, other=True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._unlock(dialog.way))
        dialog.open()

    def _unlock(self, way: WayIn) -> None:
        self._holder.opening.open(self._path, way, self._refused)

    def _reopen(self, key: bytes) -> None:
        self.page.show_busy(self.tr("Opening your store …"), "")
        self._holder.opening.open(self._path, WayIn(key=key))

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, WrongKey):
            self.page.refuse(words_for(error))
        else:
            self._holder.opening.fail(self._path, error)

    def _come_back(self, shadow: Shadow) -> bool:
        """To the page, the visit and the line that was being typed."""
        place, self._place = self._place, None
        (held, pictures), self._typed, self._pictures = (self._typed, self._pictures), "", ()
        for_line = self._for_line
        window, jobs, typed = self._holder.window, self._holder.jobs, Typed(shadow.store)
        if held:
            # The disk would not take it before, or another store did; now this one may.
            jobs.write(lambda: typed.add(held), saves=False)
        if place is None:
            return False
        window.open_page(place[0])
        page, at = window.page(place[0]), place[1]
        if not isinstance(page, HasPlace) or at is None:
            return False

        def forget() -> None:
            jobs.write(typed.forget if for_line else typed.forget_pictures, saves=False)

        def put_back(found: tuple[str, tuple[bytes, ...]]) -> None:
            page.come_back(at, below(found[0], held) if for_line else "", found[1] or pictures, forget)

        jobs.read(lambda: (typed.kept() if for_line else "", typed.pictures()), put_back)
        return for_line


def _nothing() -> None:
    """There is nothing to do."""

"""Keeps the line that is being typed on the disk, and puts it back at the next start (`usecases/unsaved.py`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from shadow_app.domain.errors import NotFound
from shadow_app.ui.desk import HasPlace
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from shadow_app.bootstrap import Shadow
    from shadow_app.usecases.typed import Typed
    from shadow_app.usecases.unsaved import Unsaved, UnsavedLine
    from shadow_app.usecases.unsaved_pictures import UnsavedPictures

LOOK_MILLISECONDS = 2_000
"""How much of a line a dead battery may take, at most."""
_LINES = "visits"
"""The page whose visits have the line."""


class LineKeeper(QObject):
    """Looks at the line now and then, and after every saving; writes where it has changed."""

    def __init__(self, window: MainWindow, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._jobs = window, jobs
        self._typed: Typed | None = None
        self._unsaved: Unsaved | None = None
        self._pictures: UnsavedPictures | None = None
        self._known = ""
        """What the disk holds, or is being told."""
        self._known_pictures: tuple[bytes, ...] = ()
        """The photos of which it is."""
        self._failure_kept = False
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MILLISECONDS)
        self._look.timeout.connect(self.look)
        jobs.written.connect(self.look)

    def begin(self, shadow: Shadow, *, again: bool) -> None:
        """The store is open; offer what was kept in it, unless whoever locked it has it back already (`again`)."""
        from shadow_app.usecases.typed import Typed
        from shadow_app.usecases.unsaved import Unsaved
        from shadow_app.usecases.unsaved_pictures import UnsavedPictures

        typed, unsaved = Typed(shadow.store), Unsaved(shadow.store)
        self._typed, self._pictures = typed, UnsavedPictures(shadow.store)
        kept_pictures = self._pictures.kept

        def read() -> tuple[str, UnsavedLine, tuple[bytes, ...]]:
            line, (visit_id, pictures) = unsaved.kept(), kept_pictures()
            line = line.model_copy(update={"visit_id": line.visit_id or visit_id})
            if line.visit_id is not None and (line.line or pictures):
                try:
                    shadow.planning.card(line.visit_id)
                except NotFound:
                    line = line.model_copy(update={"visit_id": None})
            return typed.kept(), line, pictures

        def found(kept: tuple[str, UnsavedLine, tuple[bytes, ...]]) -> None:
            # Locked or closed in the meantime: whoever opens the store next is asked.
            if self._typed is typed:
                self._give_back(unsaved, typed, *kept)

        if again:
            self._watch(unsaved)
        else:
            self._jobs.read(read, found)

    def rest(self) -> None:
        """The store is being closed, and what was being typed is kept in another way."""
        self._look.stop()
        self._typed = self._unsaved = self._pictures = None
        self._known_pictures = ()

    def end(self) -> None:
        """The window closes: what was typed has been saved or given up by now."""
        if self._typed is not None and self._failure_kept:
            self._jobs.write(self._typed.forget, saves=False)
        if self._unsaved is not None and self._known:
            self._jobs.write(self._unsaved.forget, saves=False)
        if self._pictures is not None and self._known_pictures:
            self._jobs.prepare(_nothing_before, self._forget_pictures(self._pictures), saves=False)
        self.rest()

    def keep_after_failure(self, done: Callable[[bool | None], None]) -> None:
        """Keep what is being typed, because something went wrong; see `crash.Keeps`."""
        typed, text = self._typed, self._window.unfinished()
        if typed is None or not text:
            done(None)
        else:
            self._failure_kept = True
            visit_id = self._line(text).visit_id

            def keep() -> None:
                if visit_id is not None:
                    typed.about(visit_id)
                typed.keep(text)

            self._jobs.write(keep, lambda _: done(True), lambda _: done(False), saves=False)

    def look(self) -> None:
        """Write down what is in the line, if that is not what was written last."""
        unsaved, text = self._unsaved, self._window.unfinished()
        if unsaved is None:
            return
        self._look_at_pictures()
        if text == self._known:
            return
        self._known = text
        # A disk that says no is told of at the next Enter; complaining in mid-word would help nobody.
        if text:
            line = self._line(text)
            self._jobs.write(lambda: unsaved.keep(line), failed=_nothing, saves=False)
        else:
            self._jobs.write(unsaved.forget, failed=_nothing, saves=False)

    def _look_at_pictures(self) -> None:
        kept, pictures = self._pictures, self._window.unsaved_pictures()
        if kept is None or pictures == self._known_pictures:
            return
        if not pictures:
            # What was just saved with a note is shrunk first, and is not on the disk yet.
            if not self._jobs.saving:
                self._known_pictures = ()
                self._jobs.prepare(_nothing_before, self._forget_pictures(kept), failed=_nothing, saves=False)
            return
        self._known_pictures = pictures
        visit_id = self._line("").visit_id

        def keep(fresh: dict[str, bytes]) -> None:
            if visit_id is not None:
                kept.keep(visit_id, pictures, fresh)

        self._jobs.prepare(lambda: kept.prepare(pictures), keep, failed=_nothing, saves=False)

    @staticmethod
    def _forget_pictures(kept: UnsavedPictures) -> Callable[[None], None]:
        return lambda _: kept.forget()

    def _watch(self, unsaved: Unsaved, known: str = "", pictures: tuple[bytes, ...] = ()) -> None:
        self._unsaved, self._known, self._known_pictures = unsaved, known, pictures
        self._look.start()
        self.look()

    def _line(self, text: str) -> UnsavedLine:
        from shadow_app.usecases.unsaved import UnsavedLine

        page = self._window.holding()
        place = page.place() if isinstance(page, HasPlace) else None
        visit_id, _, begun = place if isinstance(place, tuple) else (None, None, None)
        return UnsavedLine(line=text, visit_id=visit_id, begun=begun)

    def _give_back(
        self, unsaved: Unsaved, typed: Typed, failed: str, line: UnsavedLine, pictures: tuple[bytes, ...]
    ) -> None:
        held = line.visit_id is not None and (line.line or pictures)
        page: object = self._window.page(_LINES) if held else None
        if isinstance(page, HasPlace):
            self._put_back(page, unsaved, line, pictures)
            if not failed:
                return
            if failed == line.line:
                self._jobs.write(typed.forget, saves=False)
                return
        else:
            # No visit has this line any more: it is offered to be copied, as after a failure.
            failed = "\n".join(dict.fromkeys(filter(None, (failed, line.line))))
            if line.line:
                self._jobs.write(lambda: typed.keep(failed), saves=False)
            self._watch(unsaved, line.line, pictures)
        if failed:
            from shadow_app.ui.crash_dialog import KeptLineDialog

            KeptLineDialog(failed, lambda: self._forget(typed), self._window).open()

    def _put_back(self, page: HasPlace, unsaved: Unsaved, line: UnsavedLine, pictures: tuple[bytes, ...]) -> None:
        place: tuple[UUID | None, str, datetime | None] = (line.visit_id, "live", line.begun)

        def taken() -> None:
            self._watch(unsaved, line.line, pictures)
            self._window.say(
                self.tr("Shadow was stopped while you were writing. The line is here again; Enter saves it.")
            )

        self._window.open_page(_LINES)
        page.come_back(place, line.line, pictures, taken)

    def _forget(self, typed: Typed) -> None:
        self._jobs.write(typed.forget, saves=False)


def _nothing_before() -> None:
    """There is nothing to get ready; in its turn, so that it does not overtake a photo that is being shrunk."""


def _nothing(_: BaseException) -> None:
    """There is nothing to say."""

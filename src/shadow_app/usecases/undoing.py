"""Take back the last thing that was done at the desk, and do it again."""

from __future__ import annotations

from shadow_app.domain.action_names import said
from shadow_app.domain.errors import Refused
from shadow_app.domain.history import Step, Steps
from shadow_app.domain.language import say
from shadow_app.storage.desk_undo import desk_steps
from shadow_app.storage.store import Store
from shadow_app.storage.undo import take_back
from shadow_app.usecases.withdrawal import follow


class Undoing:
    """Undo of the desk: review, pain points, decisions, promises, telling; over all visits, and after a restart.

    A visit's captures have their own undo on the visit. What somebody has changed since is never taken back.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def can(self) -> Steps:
        """What undo and redo would do next, on this device."""
        with self._store.reading() as read:
            return desk_steps(read, self._store.device)

    def undo(self) -> Step | None:
        """Take back the last action; None when there is none.

        Raises:
            Refused: nothing of it stands any more, because somebody has changed it since.
        """
        return self._take_back(self._next().undo)

    def redo(self) -> Step | None:
        """Bring back what was undone last; None when there is none."""
        return self._take_back(self._next().redo)

    def _next(self) -> Steps:
        # On the writer: a read that the screen no longer wants is interrupted, and this one must not be.
        with self._store.maintaining() as read:
            return desk_steps(read, self._store.device)

    def _take_back(self, step: Step | None) -> Step | None:
        if step is not None and not take_back(self._store, step, follow).records:
            raise Refused(
                say(
                    "“{label}” cannot be taken back: everything in it was changed again since. Nothing was "
                    "touched; the next undo takes what was done before it.",
                    label=said(step.label),
                )
            )
        return step

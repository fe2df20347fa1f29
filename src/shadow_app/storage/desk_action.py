"""Actions that somebody does at the desk, over many visits at once, told apart by their ids alone.

A note that is captured and a note that is accepted are changes of the same kinds of record in the same scope. Undo on a
visit must not take back "40 notes accepted", and undo at the desk must not take back a capture. So an action of the
desk has a UUID of version 8 (RFC 9562, "custom"): two fixed bytes, a clock that never goes back, and chance. The fixed
bytes put all of them side by side in the index of actions, the newest last.
"""

from __future__ import annotations

import secrets
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select

from shadow_app.storage.change_log import wall_clock_ms
from shadow_app.storage.store import Store
from shadow_app.storage.tables import change
from shadow_app.storage.unit_of_work import UnitOfWork

_MARK = 0xDE5C
_FIRST, _AFTER = UUID(int=_MARK << 112), UUID(int=(_MARK + 1) << 112)
_VERSION, _VARIANT = 8, 0b10
_CHANCE_BITS = 58


class DeskWork(UnitOfWork):
    """A unit of work that undo at the desk sees, and undo on a visit does not."""

    def call_it(self, label: str) -> None:
        """Give it its name once it is known how much it does; before anything is put."""
        self._label = self._log.label = label


def desk_work(store: Store, label: str, *, undoes: UUID | None = None) -> DeskWork:
    """One action at the desk; see `Store.work`.

    Raises:
        StoreTrouble: the store's file is not where it was opened.
    """
    work = DeskWork(store, label, undoes=undoes)
    # On the writer: a read that the screen no longer wants is interrupted, and this one must not be.
    with store.maintaining() as read:
        newest = read.connection.scalar(select(func.max(change.c.action)).where(at_the_desk(change.c.action)))
    work.action = _action(max(wall_clock_ms(), 0 if newest is None else _clock(newest) + 1))
    return work


def is_of_the_desk(action: UUID) -> bool:
    """Whether an action was done at the desk."""
    return _FIRST <= action < _AFTER


def at_the_desk(action: ColumnElement[Any]) -> ColumnElement[bool]:
    """The same, in SQL."""
    return and_(action >= _FIRST, action < _AFTER)


def _action(clock: int) -> UUID:
    """48 bits of clock, parted by the version: 32 in the first block, 12 after the version, 4 after the variant."""
    high, middle, low = clock >> 16 & 0xFFFFFFFF, clock >> 4 & 0xFFF, clock & 0xF
    return UUID(
        int=_MARK << 112
        | high << 80
        | _VERSION << 76
        | middle << 64
        | _VARIANT << 62
        | low << _CHANCE_BITS
        | secrets.randbits(_CHANCE_BITS)
    )


def _clock(action: UUID) -> int:
    number = action.int
    return (number >> 80 & 0xFFFFFFFF) << 16 | (number >> 64 & 0xFFF) << 4 | number >> _CHANCE_BITS & 0xF

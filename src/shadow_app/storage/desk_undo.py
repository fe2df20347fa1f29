"""What undo and redo would do at the desk: this device's last action there, whichever visits it touched.

Seen are the actions marked as the desk's (`desk_action`), and those that wrote nothing but the team's own records of
deciding and telling. Not seen are captures, catalogues, and what is never taken back: a locked snapshot, a release.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.history import Step, Steps
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.programme import Programme, Target, TicketCount
from shadow_app.domain.record import TEAM, Record
from shadow_app.domain.released import SavedFilter
from shadow_app.domain.telling import Contact, Conversation, FeedbackRecord, Update
from shadow_app.storage.desk_action import at_the_desk, is_of_the_desk
from shadow_app.storage.prepared import Prepared
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import change
from shadow_app.storage.undo import is_spent

TEAMS: tuple[type[Record], ...] = (
    PainPoint,
    PainPointMember,
    Decision,
    Commitment,
    FollowUp,
    Update,
    FeedbackRecord,
    Contact,
    Conversation,
    Programme,
    Target,
    TicketCount,
    SavedFilter,
)
"""What an unmarked action may have written to be the desk's."""

REACH = 5_000
"""How many of the device's last changes of team records are looked through."""

_ELSEWHERE = Prepared(
    select(change.c.row).where(change.c.action == bindparam("action"), change.c.scope != bindparam("scope"))
)
_TEAMS = frozenset(kind.kind_name for kind in TEAMS)


class _Done(NamedTuple):
    cid: str
    action: UUID
    label: str
    undoes: UUID | None


def desk_steps(read: Reader, device: str) -> Steps:
    """Read the device's actions from the newest back, until both answers are known."""
    undo: Step | None = None
    redo: Step | None = None
    redo_open = True
    consumed: set[UUID] = set()
    spent = is_spent(read)
    for done in _newest_first(read, device):
        if spent(done.action):
            continue
        step = Step(done.action, done.label)
        if done.undoes is not None:
            taken_back = done.action in consumed
            consumed.add(done.undoes)
            if not taken_back and _is_undo(read, done):
                redo = step if redo_open and redo is None else redo
            elif not taken_back:
                undo = undo or step
        else:
            # Whatever was undone before a new action was done cannot be done again.
            redo_open = False
            if done.action not in consumed:
                undo = undo or step
        if undo is not None and (redo is not None or not redo_open):
            break
    return Steps(undo, redo)


def _is_undo(read: Reader, done: _Done) -> bool:
    """Whether it takes something back; taking that back again is a redo, and so on."""
    links, undoes = 0, done.undoes
    while undoes is not None:
        links += 1
        undoes = read.connection.scalar(select(change.c.undoes).where(change.c.action == undoes).limit(1))
    return links % 2 == 1


def _newest_first(read: Reader, device: str) -> Iterator[_Done]:
    """Both kinds of the desk's actions as one story; each is read only as far as somebody asks for it."""
    yield from merge(_marked(read, device), _teams(read, device), key=lambda done: done.cid, reverse=True)


def _marked(read: Reader, device: str) -> Iterator[_Done]:
    before: UUID | None = None
    while True:
        query = select(change.c.action).where(at_the_desk(change.c.action))
        if before is not None:
            query = query.where(change.c.action < before)
        before = read.connection.scalar(query.order_by(change.c.action.desc()).limit(1))
        if before is None:
            return
        own = _columns().where(change.c.action == before, change.c.device == device).limit(1)
        for row in read.connection.execute(own):
            yield _Done(row.cid, row.action, row.label, row.undoes)


def _teams(read: Reader, device: str) -> Iterator[_Done]:
    query = _columns().where(change.c.scope == TEAM, change.c.device == device).order_by(change.c.seq.desc())
    with read.connection.execute(query.limit(REACH)) as rows:
        for action, entries in groupby(rows, key=lambda row: row.action):
            own = list(entries)
            if is_of_the_desk(action) or not all(row.kind in _TEAMS for row in own):
                continue
            # Where it wrote into a visit as well, it was done on that visit's page.
            if _ELSEWHERE.run(read.connection, {"action": action, "scope": TEAM}).fetchone() is None:
                yield _Done(own[0].cid, action, own[0].label, own[0].undoes)


def _columns() -> Select[tuple[str, UUID, str, UUID | None, str]]:
    return select(change.c.cid, change.c.action, change.c.label, change.c.undoes, change.c.kind)

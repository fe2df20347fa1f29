"""Undo and redo: new changes that bring back earlier values (`design.md` §2).

What can be taken back is worked out from the log alone, for one visit and this device, so it survives a restart.
Redo is the undoing of an undo. What was done to many visits at once is taken back at the desk (`desk_undo`), not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, not_, select

from shadow_app.domain.decision import Commitment
from shadow_app.domain.history import Step, Steps
from shadow_app.domain.kinds import BY_NAME
from shadow_app.domain.news import News
from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.ranking import StatedImportance
from shadow_app.domain.record import Record
from shadow_app.domain.released import Edition
from shadow_app.domain.visit import Activity
from shadow_app.domain.vocabulary import ActivityKind
from shadow_app.storage.change_log import heads_of
from shadow_app.storage.desk_action import at_the_desk, desk_work, is_of_the_desk
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES, change, fact
from shadow_app.storage.unit_of_work import UnitOfWork

UNDOABLE: tuple[type[Record], ...] = (Observation, ServiceTag, Attachment, Activity, Commitment, StatedImportance)
"""What is captured. Starting a visit or a host's consent is taken back on its own page, not by Ctrl+Z."""

LASTING: tuple[type[Record], ...] = (Edition,)
"""What no undo touches: the content of a withdrawn report is gone for good, so the report stays withdrawn."""

_activity = TABLES[Activity]

_SPENT, _MOST_SPENT = "undo.spent", 200


def steps(read: Reader, scope: UUID, device: str) -> Steps:
    """Replay the device's actions in a visit as a stack."""
    done: list[Step] = []
    undone: list[Step] = []
    spent = is_spent(read)
    for action, label, undoes in _actions(read, scope, device):
        if spent(action):
            continue
        step = Step(action, label)
        if undoes is None:
            done.append(step)
            undone.clear()
        elif done and done[-1].action == undoes:
            done.pop()
            undone.append(step)
        elif undone and undone[-1].action == undoes:
            undone.pop()
            done.append(step)
    return Steps(done[-1] if done else None, undone[-1] if undone else None)


def take_back(store: Store, step: Step, also: Callable[[UnitOfWork, Record, Record], None] | None = None) -> News:
    """Write the values that `step` replaced, except where somebody has changed them since.

    Args:
        store: the store.
        step: what is taken back.
        also: told of every record as it is and as it will be, to write within the same action what follows from it.
    """
    made = desk_work if is_of_the_desk(step.action) else Store.work
    with made(store, step.label, undoes=step.action) as work:
        for entries in _by_record(work, step.action):
            restored = _restored(work, entries)
            if restored is not None:
                known = work.recall(type(restored), restored.id)
                work.put(restored)
                if also is not None:
                    also(work, known, restored)
            _ask_again(work, entries)
        news = work.commit()
    if not news.records:
        # The log keeps nothing of it, so without a mark the same step would be offered for ever.
        spent = [*spent_actions(store), step.action.hex][-_MOST_SPENT:]
        store.remember(_SPENT, ",".join(spent))
    return news


def spent_actions(store: Store) -> list[str]:
    """Actions of which nothing could be taken back any more, in hex, oldest first."""
    with store.maintaining() as read:
        return _spent(read)


def _spent(read: Reader) -> list[str]:
    known = read.connection.scalar(select(fact.c.value).where(fact.c.name == _SPENT))
    return known.split(",") if known else []


def is_spent(read: Reader) -> Callable[[UUID], bool]:
    """Whether an action is one of those."""
    known = frozenset(_spent(read))
    return lambda action: action.hex in known


def _actions(read: Reader, scope: UUID, device: str) -> list[tuple[UUID, str, UUID | None]]:
    kinds = [kind.kind_name for kind in UNDOABLE]
    query = (
        select(change.c.action, change.c.label, change.c.undoes)
        .where(
            change.c.scope == scope,
            change.c.device == device,
            change.c.kind.in_(kinds),
            not_(at_the_desk(change.c.action)),
            change.c.action.not_in(_pauses(scope)),
        )
        .group_by(change.c.action)
        .order_by(change.c.seq)
    )
    return [(row.action, row.label, row.undoes) for row in read.connection.execute(query)]


def _pauses(scope: UUID) -> Select[Any]:
    """Actions that began or ended a pause.

    Nobody asks to be off the record again by Ctrl+Z: a pause that runs anew would go unseen while notes are taken, and
    a timer that it stopped would count it.
    """
    off_record = select(_activity.c.id).where(
        _activity.c.visit_id == scope, _activity.c.activity_kind == ActivityKind.OFF_RECORD
    )
    return select(change.c.action).where(change.c.scope == scope, change.c.record_id.in_(off_record))


def _by_record(read: Reader, action: UUID) -> list[list[Row[Any]]]:
    """An action's changes, those of one record together in their order; what was written last comes first."""
    found: dict[UUID, list[Row[Any]]] = {}
    entries: Iterable[Row[Any]] = read.connection.execute(
        select(change).where(change.c.action == action).order_by(change.c.row)
    )
    for entry in entries:
        found.setdefault(entry.record_id, []).append(entry)
    return sorted(found.values(), key=lambda entries: entries[-1].row, reverse=True)


def _restored(work: UnitOfWork, entries: list[Row[Any]]) -> Record | None:
    """The record as it was before the action, as far as the action's own values still stand in it."""
    first = entries[0]
    kind = BY_NAME[first.kind]
    kept = work._kept(kind, first.record_id)
    if kept is None or kind in LASTING:
        return None
    if not first.replaces:
        here = first.device
        elsewhere = any(cid[16:] != here for cids in kept.heads.values() for cid in cids)
        # Somebody else has worked on what was made here: taking it away would take away what they did.
        return None if elsewhere else kept.record.edited(removed=True)
    earlier = {}
    for name in dict.fromkeys(name for entry in entries for name in entry.data):
        own = [entry for entry in entries if name in entry.data]
        if _stands(work, name, heads_of(kept.heads, name), own) and not _disputed(work, kind, name, own):
            before = _value_before(work, kind, name, own[0].replaces[name])
            # Written away and back, as when an acceptance is renewed: what stood in between is the nearest to before.
            renewed = len(own) > 1 and before == own[-1].data[name]
            earlier[name] = own[0].data[name] if renewed else before
    return kept.record.edited(**earlier) if earlier else None


def _ask_again(work: UnitOfWork, entries: list[Row[Any]]) -> None:
    """Where the action said which of several values holds, let all of them stand again."""
    first = entries[0]
    kind = BY_NAME[first.kind]
    if not first.replaces or kind in LASTING:
        return
    for name in dict.fromkeys(name for entry in entries for name in entry.data):
        kept = work._kept(kind, first.record_id)
        own = [entry for entry in entries if name in entry.data]
        values = _disputed(work, kind, name, own)
        if kept is not None and values and _stands(work, name, heads_of(kept.heads, name), own):
            work.dispute(kept.record, name, values)


def _stands(read: Reader, name: str, heads: list[str], own: list[Row[Any]]) -> bool:
    """Whether nobody has written a field since these changes of one action did."""
    if len(heads) == 1:
        return _origin(read, name, heads[0]) == _origin(read, name, own[-1].cid)
    return set(heads) <= {entry.cid for entry in own}


def _disputed(read: Reader, kind: type[Record], name: str, own: list[Row[Any]]) -> list[Any]:
    """The differing values that stood side by side before these changes, the shown one last; else none."""
    values = [_value_before(read, kind, name, [cid]) for cid in sorted(own[0].replaces.get(name, ()))]
    return values if any(value != values[-1] for value in values) else []


def _origin(read: Reader, name: str, cid: str) -> str:
    """The change that a field's value really stems from: what an undo brings back is not its own."""
    while True:
        here = _change(read, cid)
        if here.undoes is None:
            return cid
        first = read.connection.execute(
            select(change)
            .where(change.c.action == here.undoes, change.c.record_id == here.record_id)
            .order_by(change.c.row)
        )
        replaced = next((each.replaces[name] for each in first if name in each.replaces), None)
        if not replaced:
            return cid
        cid = max(replaced)


def _change(read: Reader, cid: str) -> Row[Any]:
    found = read.connection.execute(select(change).where(change.c.device == cid[16:], change.c.cid == cid)).first()
    # One that was set apart bears another device than the one that wrote it (`absorb.set_apart`).
    return found or read.connection.execute(select(change).where(change.c.cid == cid).limit(1)).one()


def _value_before(read: Reader, kind: type[Record], name: str, heads: list[str]) -> Any:
    """What the shown head of a field held: the change's value, or the default where the change left it out."""
    data = _change(read, max(heads)).data
    return data[name] if name in data else kind.model_fields[name].get_default(call_default_factory=True)

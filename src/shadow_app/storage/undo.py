"""Undo and redo: new changes that bring back earlier values (`design.md` §2).

What can be taken back is worked out from the log alone, for one visit and this device, so it survives a restart.
Redo is the undoing of an undo.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Row, select

from shadow_app.domain.decision import Commitment
from shadow_app.domain.history import Step, Steps
from shadow_app.domain.kinds import BY_NAME
from shadow_app.domain.news import News
from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.ranking import StatedImportance
from shadow_app.domain.record import Record
from shadow_app.domain.visit import Activity
from shadow_app.storage.change_log import heads_of
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.tables import change
from shadow_app.storage.unit_of_work import UnitOfWork

UNDOABLE: tuple[type[Record], ...] = (Observation, ServiceTag, Attachment, Activity, Commitment, StatedImportance)
"""What is captured. Starting a visit or a host's consent is taken back on its own page, not by Ctrl+Z."""


def steps(read: Reader, scope: UUID, device: str) -> Steps:
    """Replay the device's actions in a visit as a stack."""
    done: list[Step] = []
    undone: list[Step] = []
    for action, label, undoes in _actions(read, scope, device):
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


def take_back(store: Store, step: Step) -> News:
    """Write the values that `step` replaced, except where somebody has changed them since."""
    with store.work(step.label, undoes=step.action) as work:
        entries = work.connection.execute(
            select(change).where(change.c.action == step.action).order_by(change.c.row.desc())
        )
        for entry in entries.all():
            restored = _restored(work, entry)
            if restored is not None:
                work.put(restored)
        return work.commit()


def _actions(read: Reader, scope: UUID, device: str) -> list[tuple[UUID, str, UUID | None]]:
    kinds = [kind.kind_name for kind in UNDOABLE]
    query = (
        select(change.c.action, change.c.label, change.c.undoes)
        .where(change.c.scope == scope, change.c.device == device, change.c.kind.in_(kinds))
        .group_by(change.c.action)
        .order_by(change.c.seq)
    )
    return [(row.action, row.label, row.undoes) for row in read.connection.execute(query)]


def _restored(work: UnitOfWork, entry: Row[Any]) -> Record | None:
    kind = BY_NAME[entry.kind]
    kept = work._kept(kind, entry.record_id)
    if kept is None:
        return None
    if not entry.replaces:
        return kept.record.edited(removed=True)
    earlier = {
        name: _value_before(work, kind, name, entry.replaces[name])
        for name in entry.data
        if heads_of(kept.heads, name) == [entry.cid]
    }
    return kept.record.edited(**earlier) if earlier else None


def _value_before(read: Reader, kind: type[Record], name: str, heads: list[str]) -> Any:
    """What the shown head of a field held: the change's value, or the default where the change left it out."""
    shown = max(heads)
    device = shown[16:]
    data = read.connection.execute(
        select(change.c.data).where(change.c.device == device, change.c.cid == shown)
    ).scalar_one()
    return data[name] if name in data else kind.model_fields[name].get_default(call_default_factory=True)

"""The log as people read it: who changed what, when, from what to what."""

from __future__ import annotations

from uuid import UUID

from pydantic import JsonValue
from sqlalchemy import select

from shadow_app.domain.change import moment_of
from shadow_app.domain.history import HistoryLine
from shadow_app.domain.kinds import BY_NAME
from shadow_app.domain.observation import Observation
from shadow_app.insight.withdrawn import history_as_allowed
from shadow_app.storage.identity import DEVICE
from shadow_app.storage.listings import withdrawn_on
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import change, fact


def history_of(read: Reader, record_id: UUID) -> list[HistoryLine]:
    """Every change of one record, oldest first."""
    entries = read.connection.execute(
        select(change).where(change.c.record_id == record_id).order_by(change.c.cid)
    ).all()
    here = read.connection.scalar(select(fact.c.value).where(fact.c.name == DEVICE))
    values: dict[str, JsonValue] = {}
    lines = []
    for entry in entries:
        defaults = BY_NAME[entry.kind].model_fields if entry.kind in BY_NAME else {}
        for field, after in entry.data.items():
            before = values.get(field)
            if before is None and field in defaults and not defaults[field].is_required() and values:
                before = defaults[field].get_default(call_default_factory=True)
            at, undone, wrote = moment_of(entry.cid), bool(entry.undoes), entry.cid[16:]
            device = "" if wrote == here else wrote
            lines.append(HistoryLine(at, entry.author, entry.label, field, before, after, undone, device))
            values[field] = after
    return lines


def history_of_note(read: Reader, note_id: UUID) -> list[HistoryLine]:
    """The same of a note, as it may be shown: earlier versions hold the words that its host may have taken back."""
    note = read.find(Observation, note_id)
    withdrawn = withdrawn_on(read, [note.visit_id]).get(note.visit_id, ()) if note else ()
    return history_as_allowed(history_of(read, note_id), withdrawn)

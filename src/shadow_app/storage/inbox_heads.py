"""Notes with what the log says of them: were their words changed after they were accepted?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from shadow_app.domain.change import Heads
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.storage.change_log import heads_of
from shadow_app.storage.desk_action import is_of_the_desk
from shadow_app.storage.repository import Reader, record_from
from shadow_app.storage.tables import TABLES, change, present

WORDS = ("text", "quote", "consequence", "interpretation", "idea")
"""The fields that a report may print."""

_note = TABLES[Observation]


class Written(NamedTuple):
    """A note, and whether it was accepted in other words than it has now."""

    note: Observation
    changed_since_accepted: bool


def written_notes(read: Reader, visit_id: UUID) -> list[Written]:
    """A visit's notes in the order in which they happened."""
    query = select(_note).where(_note.c.visit_id == visit_id, present(_note)).order_by(_note.c.at, _note.c.row)
    rows = read.connection.execute(query).all()
    found = [(record_from(Observation, row), row._mapping["heads"]) for row in rows]
    return [Written(note, _changed(read, note, heads)) for note, heads in found]


def accepted_by(read: Reader, visit_id: UUID) -> list[str]:
    """Who accepted a visit's notes, by name; those who work without a name are left out."""
    accepted = (_note.c.visit_id == visit_id, present(_note), _note.c.state == ReviewState.ACCEPTED)
    heads = read.connection.scalars(select(_note.c.heads).where(*accepted))
    cids = {max(heads_of(each, "state"), default="") for each in heads}
    devices = {cid[16:] for cid in cids}
    authors = read.connection.scalars(
        select(change.c.author).where(change.c.device.in_(devices), change.c.cid.in_(cids)).distinct()
    )
    return sorted(filter(None, authors))


def changed_since_accepted(read: Reader, note_ids: Sequence[UUID]) -> set[UUID]:
    """Those of these notes that are accepted, but in other words than they have now."""
    rows = read.connection.execute(select(_note).where(_note.c.id.in_(note_ids))).all()
    found = [(record_from(Observation, row), row._mapping["heads"]) for row in rows]
    return {note.id for note, heads in found if _changed(read, note, heads)}


def _changed(read: Reader, note: Observation, heads: Heads) -> bool:
    if note.state is not ReviewState.ACCEPTED:
        return False
    accepted = max(heads_of(heads, "state"), default="")
    later = {cid for name in WORDS for cid in heads_of(heads, name) if cid > accepted}
    if not later:
        return False
    actions = read.connection.scalars(
        select(change.c.action).where(change.c.device.in_({cid[16:] for cid in later}), change.c.cid.in_(later))
    )
    # Whoever masks a note at the review is looking at it.
    return not all(is_of_the_desk(action) for action in actions)

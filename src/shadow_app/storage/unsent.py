"""What a place has not got from here, counted as people count: notes, and not rows of the log."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, distinct, exists, func, select

from shadow_app.domain.observation import Observation
from shadow_app.storage.tables import change, taking


class Unsent(NamedTuple):
    """Notes that are new or were changed here, and other records (visits, tags, decisions …) likewise."""

    notes: int
    others: int


def unsent_after(connection: Connection, row: int, place: str) -> Unsent:
    """What was written after a row of the log, without what came from the place itself.

    Args:
        connection: of a reader.
        row: how much of the log the place has got; 0 for nothing.
        place: the source under which its takings are kept.
    """
    came = exists().where(
        taking.c.source == place, taking.c.first_row <= change.c.row, taking.c.last_row >= change.c.row
    )
    is_note = change.c.kind == Observation.kind_name
    counted = connection.execute(
        select(is_note, func.count(distinct(change.c.record_id)))
        .where(change.c.row > row, change.c.op == "put", ~came)
        .group_by(is_note)
    )
    found = {bool(note): number for note, number in counted}
    return Unsent(found.get(True, 0), found.get(False, 0))

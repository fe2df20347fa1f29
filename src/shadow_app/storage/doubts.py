"""Changes that nothing proves: they have no effect, and are replaced as soon as somebody brings the real thing.

Two sorts. What only a lead may write and bears no good seal: whoever passed it on may have taken the seal off. And a
husk whose record no lead has erased: whoever passed it on may have taken the content away. They keep their number, for
nothing may leave a gap; a cursor names them, so that whoever has better sends it (`vectors`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, delete, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.team import JUDGED, leads_fields
from shadow_app.storage.json_text import from_text
from shadow_app.storage.prepared import among as asked_among
from shadow_app.storage.prepared import change_among
from shadow_app.storage.tables import change, doubtful, erased

_THEIRS = 'WHERE "row" IN (SELECT "row" FROM change WHERE record_id IN ({}))'
_UNPROVEN = """
    SELECT "row", op, kind, data FROM change
    WHERE seal = '' AND record_id NOT IN (SELECT record_id FROM erased) AND scope NOT IN (SELECT record_id FROM erased)
"""


def doubted(connection: Connection) -> set[int]:
    """The rows of the log that are in doubt; nearly always none."""
    return set(connection.scalars(select(doubtful.c.row)))


def doubted_in(connection: Connection) -> dict[tuple[UUID, str], list[int]]:
    """Scope and device → the numbers that are in doubt."""
    found: dict[tuple[UUID, str], list[int]] = {}
    rows = connection.execute(
        select(change.c.scope, change.c.device, change.c.seq)
        .join(doubtful, doubtful.c.row == change.c.row)
        .order_by(change.c.scope, change.c.device, change.c.seq)
    )
    for scope, device, seq in rows:
        found.setdefault((scope, device), []).append(seq)
    return found


def doubt(connection: Connection, among: Iterable[UUID]) -> None:
    """Look anew at which changes of these records are in doubt."""
    ids = sorted(set(among), key=_number)
    change_among(connection, f"DELETE FROM doubtful {_THEIRS}", ids)
    _keep(connection, asked_among(connection, f"{_UNPROVEN} AND record_id IN ({{}})", ids))


def doubt_all(connection: Connection) -> None:
    """Look anew at the whole log."""
    raw: Any = connection.connection.driver_connection
    raw.execute("DELETE FROM doubtful")
    kinds = sorted(JUDGED)
    judged = ", ".join("?" * len(kinds))
    _keep(connection, raw.execute(f"{_UNPROVEN} AND (op = 'erase' OR kind IN ({judged}))", kinds))


def _keep(connection: Connection, rows: Iterable[Any]) -> None:
    found = [{"row": row} for row, op, kind, data in rows if op == "erase" or leads_fields(kind, from_text(data))]
    if found:
        connection.execute(upsert(doubtful).on_conflict_do_nothing(), found)


def _number(record_id: UUID) -> int:
    return record_id.int


def nothing_erased_is_doubtful(connection: Connection) -> None:
    """A husk whose erasure is known is proven."""
    if doubted(connection):
        gone = _erased()
        proven = select(change.c.row).where(or_(change.c.record_id.in_(gone), change.c.scope.in_(gone)))
        connection.execute(delete(doubtful).where(doubtful.c.row.in_(proven)))


def _erased() -> Select[tuple[UUID]]:
    return select(erased.c.record_id)

"""Changes that nothing proves: they have no effect, and are replaced as soon as somebody brings the real thing.

Two sorts. What only a lead may write and bears no good seal: whoever passed it on may have taken the seal off. And a
husk whose record no lead has erased: whoever passed it on may have taken the content away. They keep their number, for
nothing may leave a gap; a cursor names them, so that whoever has better sends it (`vectors`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, delete, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.team import JUDGED, leads_fields
from shadow_app.storage.tables import change, doubtful, erased

_AT_ONCE = 400


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
    ids = sorted(set(among))
    for start in range(0, len(ids), _AT_ONCE):
        _doubt(connection, change.c.record_id.in_(ids[start : start + _AT_ONCE]))


def doubt_all(connection: Connection) -> None:
    """Look anew at the whole log."""
    _doubt(connection, or_(change.c.op == "erase", change.c.kind.in_(sorted(JUDGED))))


def _doubt(connection: Connection, mine: ColumnElement[bool]) -> None:
    rows = select(change.c.row).where(mine)
    connection.execute(delete(doubtful).where(doubtful.c.row.in_(rows)))
    found = [{"row": row} for row in _unproven(connection, mine)]
    if found:
        connection.execute(upsert(doubtful).on_conflict_do_nothing(), found)


def _unproven(connection: Connection, mine: ColumnElement[bool]) -> Iterator[int]:
    columns = (change.c.row, change.c.op, change.c.kind, change.c.data, change.c.record_id, change.c.scope)
    gone = _erased()
    query = select(*columns).where(
        mine, change.c.seal == "", change.c.record_id.not_in(gone), change.c.scope.not_in(gone)
    )
    for row in connection.execute(query).all():
        if row.op == "erase" or leads_fields(row.kind, row.data):
            yield row.row


def nothing_erased_is_doubtful(connection: Connection) -> None:
    """A husk whose erasure is known is proven."""
    if doubted(connection):
        gone = _erased()
        proven = select(change.c.row).where(or_(change.c.record_id.in_(gone), change.c.scope.in_(gone)))
        connection.execute(delete(doubtful).where(doubtful.c.row.in_(proven)))


def _erased() -> Select[tuple[UUID]]:
    return select(erased.c.record_id)

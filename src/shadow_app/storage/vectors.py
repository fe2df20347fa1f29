"""What a store has, as a cursor that others can send after, and the changes that somebody lacks.

A cursor is, per scope and device, how far the numbers run without a gap, with the change found there: a copied laptop
uses numbers twice, and two who mean different changes by one number must notice (`reliability.md` §3.4).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, or_, select

from shadow_app.domain.change import Change
from shadow_app.domain.record import TEAM
from shadow_app.storage.doubts import doubted_in
from shadow_app.storage.settle import chunks, links
from shadow_app.storage.tables import TABLES, change

Stream = tuple[UUID, str]
"""Scope and device: numbers are gapless within."""


class Reached(NamedTuple):
    """The last number of a stream before its first gap, and the change that bears it.

    `doubtful` are numbers whose change is here and in doubt (`doubts`): whoever has the real one is to send it.
    """

    seq: int
    cid: str
    doubtful: tuple[int, ...] = ()


Vector = Mapping[Stream, Reached]

_COLUMNS = tuple(change.c[name] for name in Change.model_fields)


def vector(connection: Connection) -> dict[Stream, Reached]:
    """How far each stream runs without a gap; one whose first change is missing is left out."""
    found: dict[Stream, Reached] = {}
    in_doubt = doubted_in(connection)
    for row in _ends(connection):
        reached = Reached(row.seq, row.cid) if row.seq == row.n else _before_gap(connection, row.scope, row.device)
        if reached is not None:
            numbers = tuple(in_doubt.get((row.scope, row.device), ()))
            found[row.scope, row.device] = reached._replace(doubtful=numbers)
    return found


def _ends(connection: Connection) -> Sequence[Any]:
    """Per stream its last number, the change there, and how many changes there are."""
    streams = select(
        change.c.scope, change.c.device, func.max(change.c.seq).label("last"), func.count().label("n")
    ).group_by(change.c.scope, change.c.device)
    whole = streams.subquery()
    ends = select(change.c.scope, change.c.device, change.c.seq, change.c.cid, whole.c.n).join(
        whole,
        (change.c.scope == whole.c.scope) & (change.c.device == whole.c.device) & (change.c.seq == whole.c.last),
    )
    return connection.execute(ends.order_by(change.c.scope, change.c.device)).all()


def _forked(connection: Connection) -> set[Stream]:
    """Streams in which a copied laptop used numbers twice: of these a cursor says nothing, so all of it is sent.

    They are known by a change that was set apart (`absorb.set_apart`): its id still ends with who wrote it.
    """
    wrote = func.substr(change.c.cid, 17)
    rows = connection.execute(select(change.c.scope, wrote).where(change.c.device != wrote).distinct())
    return {(row[0], row[1]) for row in rows}


def _before_gap(connection: Connection, scope: UUID, device: str) -> Reached | None:
    reached = None
    numbers = select(change.c.seq, change.c.cid).where(change.c.scope == scope, change.c.device == device)
    with connection.execute(numbers.order_by(change.c.seq)) as rows:
        for number, row in enumerate(rows, 1):
            if row.seq != number:
                break
            reached = Reached(row.seq, row.cid)
    return reached


def changes_since(connection: Connection, theirs: Vector) -> Iterator[Change]:
    """What somebody who has `theirs` lacks, stream by stream in order of number."""
    if not theirs:
        yield from map(change_from, connection.execute(_in_order()))
        return
    forked = _forked(connection)
    for scope, device, *end, _count in _ends(connection):
        reached = None if (scope, device) in forked else theirs.get((scope, device))
        if reached == Reached(*end):
            continue
        own = (change.c.scope == scope) & (change.c.device == device)
        after = 0
        if reached is not None:
            cid = connection.scalar(select(change.c.cid).where(own, change.c.seq == reached.seq))
            # Another change under the same number: a copied laptop wrote one of them, and both must meet.
            after = reached.seq if cid in (None, reached.cid) else 0
        wanted = change.c.seq > after
        if reached is not None and reached.doubtful:
            # A husk is no better than what they have.
            content = or_(change.c.op == "put", change.c.seal != "")
            wanted = or_(wanted, change.c.seq.in_(reached.doubtful) & content)
        query = select(*_COLUMNS).where(own, wanted).order_by(change.c.seq)
        yield from map(change_from, connection.execute(query))


def changes_between(connection: Connection, first_row: int, last_row: int) -> Iterator[Change]:
    """A stretch of the log in the order in which it was written here."""
    rows = select(*_COLUMNS).where(change.c.row.between(first_row, last_row)).order_by(change.c.row)
    yield from map(change_from, connection.execute(rows))


def changes_of_visit(connection: Connection, visit_id: UUID) -> Iterator[Change]:
    """A visit's own changes, and those of the team's records without which it cannot be shown elsewhere."""
    needed = sorted(_needed(connection, visit_id))
    parents: Iterator[Row[Any]] = chain.from_iterable(
        connection.execute(_in_order().where(change.c.scope == TEAM, change.c.record_id.in_(some)))
        for some in chunks(needed)
    )
    own = connection.execute(_in_order().where(change.c.scope == visit_id))
    yield from map(change_from, chain(parents, own))


def _in_order() -> Select[Any]:
    return select(*_COLUMNS).order_by(change.c.scope, change.c.device, change.c.seq)


def _needed(connection: Connection, visit_id: UUID) -> set[UUID]:
    """The ids that the visit's records name, and what those name in turn."""
    needed: set[UUID] = set()
    for link in links():
        table = TABLES[link.child]
        own = table.c.id == visit_id if link.child.kind_name == "visit" else None
        if own is None:
            own = table.c.visit_id == visit_id if "visit_id" in table.c else None
        if own is not None:
            needed.update(connection.scalars(select(table.c[link.field]).where(own)))
    frontier = needed - {None, visit_id}
    needed = set(frontier)
    while frontier:
        found: set[UUID] = set()
        for link in links():
            table = TABLES[link.child]
            if "visit_id" not in table.c and link.child.kind_name != "visit":
                found.update(connection.scalars(select(table.c[link.field]).where(table.c.id.in_(list(frontier)))))
        frontier = found - needed - {None}
        needed |= frontier
    return needed


def change_from(row: Row[Any]) -> Change:
    """A change out of the log, which holds nothing that was not checked on the way in."""
    return Change.model_construct(**row._mapping)

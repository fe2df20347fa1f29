"""The tables out of the log: each touched record is folded, checked and written, parents before children.

What cannot be shown stays in the log. A record whose mandatory parent is not here waits in `limbo` and comes when the
parent comes; a link that may be empty is shown empty until then. A value that no field of this version takes is listed
in `unshown`, and the next best one is shown instead. What is derived from records follows (`derived`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from sqlalchemy import Connection, Row, delete, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.change import Heads
from shadow_app.domain.kinds import BY_NAME, KINDS
from shadow_app.domain.pain_point import PainPointMember
from shadow_app.domain.record import Record
from shadow_app.storage.derived import follow
from shadow_app.storage.folding import Entry, Folded, fold, next_best
from shadow_app.storage.judging import Judged, judged
from shadow_app.storage.prepared import insertion
from shadow_app.storage.repository import record_from
from shadow_app.storage.tables import TABLES, change, limbo, unshown
from shadow_app.storage.trust import authority

AT_ONCE = 400

Todo = dict[type[Record], set[UUID]]


class Link(NamedTuple):
    """A field of a kind that names a record of another."""

    child: type[Record]
    field: str
    parent: type[Record]
    optional: bool


@cache
def links() -> tuple[Link, ...]:
    """Every foreign key, as the tables declare it."""
    kinds = {table.name: kind for kind, table in TABLES.items()}
    return tuple(
        Link(kind, column.name, kinds[key.column.table.name], bool(column.nullable))
        for kind in KINDS
        for column in TABLES[kind].columns
        for key in column.foreign_keys
    )


def settle(connection: Connection, touched: Iterable[tuple[str, UUID]]) -> None:
    """Bring the rows of these records (kind name, id) in line with the log; kinds that nobody here knows are left."""
    todo: Todo = defaultdict(set)
    for name, record_id in touched:
        if name in BY_NAME:
            todo[BY_NAME[name]].add(record_id)
    # A parent may go a moment before its children do; the links are checked at the end of the transaction.
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    for kind in KINDS:
        for batch in chunks(sorted(todo.pop(kind, ()))):
            Batch(connection, kind, batch).run(todo)


def chunks(ids: list[Any], size: int = AT_ONCE) -> Iterator[list[Any]]:
    """Pieces short enough for one statement's variables."""
    yield from (ids[start : start + size] for start in range(0, len(ids), size))


def entries_of(connection: Connection, kind: type[Record], ids: list[UUID]) -> dict[UUID, Judged]:
    """What counts of what the log holds of these records, and what was tried without the right to it."""
    columns = (change.c.record_id, change.c.cid, change.c.op, change.c.data, change.c.replaces, change.c.author)
    rows = connection.execute(
        select(*columns, change.c.seal).where(change.c.record_id.in_(ids), change.c.kind == kind.kind_name)
    )
    return judged(kind.kind_name, ids, rows, cache(lambda: authority(connection)))


def understood(
    kind: type[Record], record_id: UUID, folded: Folded, entries: list[Entry]
) -> tuple[Record | None, dict[str, str]]:
    """The record, with the next best value where the best is none, and per field why; None if it cannot be shown."""
    values, troubles = dict(folded.shown), dict[str, str]()
    others: dict[str, list[Any]] = {}
    while True:
        try:
            # Strictly first: a record by itself would take "5" for 5 and 1.0 for true.
            _shape(kind).model_validate_json(json.dumps(values), strict=True)
            return kind.model_validate({"id": record_id, **values}), troubles
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            field = str(first["loc"][0]) if first["loc"] else ""
            troubles.setdefault(field, _why(first))
            if field not in values:
                return None, {"": troubles[field]}
            rest = others.setdefault(field, next_best(entries, field))
            while rest and rest[0] == values[field]:
                del rest[0]
            if rest:
                values[field] = rest.pop(0)
            else:
                del values[field]


@cache
def _shape(kind: type[Record]) -> type[BaseModel]:
    """The kind's fields, each with its limits, none of them mandatory, and without what a record does by itself."""
    fields: dict[str, Any] = {
        name: (Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation, None)
        for name, field in kind.model_fields.items()
    }
    return create_model(f"{kind.__name__}Shape", __config__=ConfigDict(allow_inf_nan=False), **fields)


def _why(error: Any) -> str:
    """What is wrong with a value, without the value."""
    return str(error["msg"])[:200]


class Batch:
    """Some records of one kind on their way from the log into their table."""

    def __init__(self, connection: Connection, kind: type[Record], ids: list[UUID]) -> None:
        self.connection = connection
        self.kind = kind
        self.table = TABLES[kind]
        self.ids = ids
        self.waiting: list[dict[str, Any]] = []

    def run(self, todo: Todo) -> None:
        there = {
            row._mapping["id"]: row
            for row in self.connection.execute(select(self.table).where(self.table.c.id.in_(self.ids)))
        }
        wanted = self.wanted()
        gone = [record_id for record_id in there if record_id not in wanted]
        fresh = [record_id for record_id in wanted if record_id not in there]
        for record_id in gone:
            self._drop(there[record_id])
        for record_id, (record, heads) in wanted.items():
            if record_id in there:
                self._revise(there[record_id], record, heads)
            else:
                self._create(record, heads)
        self._wake(todo, gone, fresh)

    def wanted(self) -> dict[UUID, tuple[Record, Heads]]:
        """The records that the log says are to be shown, with their heads; what waits or does not fit is listed."""
        wanted: dict[UUID, tuple[Record, Heads]] = {}
        unfit: list[dict[str, Any]] = []
        for record_id, (entries, tried) in entries_of(self.connection, self.kind, self.ids).items():
            folded = fold(self.kind, entries)
            record, troubles = None, dict[str, str]()
            if folded is not None:
                record, troubles = understood(self.kind, record_id, folded, entries)
            name, troubles = self.kind.kind_name, {**tried, **troubles}
            unfit += [{"kind": name, "record_id": record_id, "field": f, "reason": why} for f, why in troubles.items()]
            if folded is not None and record is not None:
                wanted[record_id] = (record, folded.heads)
        self._list_anew(unshown, unfit)
        self._hold_back(wanted)
        return wanted

    def _hold_back(self, wanted: dict[UUID, tuple[Record, Heads]]) -> None:
        """Leave out what lacks a mandatory parent, and empty links to what is not here."""
        waiting = []
        for link in (each for each in links() if each.child is self.kind):
            needs = {getattr(record, link.field) for record, _ in wanted.values()} - {None}
            parents = TABLES[link.parent]
            here: set[UUID] = set()
            for some in chunks(sorted(needs)):
                here.update(self.connection.scalars(select(parents.c.id).where(parents.c.id.in_(some))))
            for record_id, (record, heads) in list(wanted.items()):
                need = getattr(record, link.field)
                if need is None or need in here:
                    continue
                waiting.append({"kind": self.kind.kind_name, "record_id": record_id, "need": need})
                if link.optional:
                    wanted[record_id] = (record.model_copy(update={link.field: None}), heads)
                else:
                    del wanted[record_id]
        self._list_anew(limbo, waiting)

    def _list_anew(self, table: Any, rows: list[dict[str, Any]]) -> None:
        mine = (table.c.kind == self.kind.kind_name) & table.c.record_id.in_(self.ids)
        self.connection.execute(delete(table).where(mine))
        if rows:
            self.connection.execute(upsert(table).on_conflict_do_nothing(), rows)

    def _create(self, record: Record, heads: Heads) -> None:
        row = insertion(self.table).run(self.connection, {**vars(record), "heads": heads}).lastrowid
        follow(self.connection, None, record, int(row))

    def _revise(self, row: Row[Any], record: Record, heads: Heads) -> None:
        before = record_from(self.kind, row)
        if before == record and row._mapping["heads"] == heads:
            return
        values = {**vars(record), "heads": heads}
        self.connection.execute(update(self.table).where(self.table.c.id == record.id).values(values))
        if before != record:
            follow(self.connection, before, record, row._mapping["row"])

    def _drop(self, row: Row[Any]) -> None:
        before = record_from(self.kind, row)
        # What is derived from a note that has gone already followed it.
        if not (isinstance(before, PainPointMember) and not self._is_here(before)):
            follow(self.connection, before, before.model_copy(update={"removed": True}), row._mapping["row"])
        self.connection.execute(delete(self.table).where(self.table.c.id == before.id))

    def _is_here(self, member: PainPointMember) -> bool:
        notes = TABLES[next(link.parent for link in links() if link[:2] == (PainPointMember, "observation_id"))]
        found = self.connection.scalar(select(notes.c.row).where(notes.c.id == member.observation_id))
        return found is not None

    def _wake(self, todo: Todo, gone: list[UUID], fresh: list[UUID]) -> None:
        """Children of what went, and whoever waited for what came, are next: their kinds come later."""
        for link in (each for each in links() if each.parent is self.kind and gone):
            children = TABLES[link.child]
            for some in chunks(gone):
                found = self.connection.scalars(select(children.c.id).where(children.c[link.field].in_(some)))
                todo[link.child].update(found)
        for some in chunks(fresh):
            for name, record_id in self.connection.execute(
                select(limbo.c.kind, limbo.c.record_id).where(limbo.c.need.in_(some))
            ):
                todo[BY_NAME[name]].add(record_id)

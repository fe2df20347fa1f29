"""Records from rows. Reading goes through `Reader`; only the unit of work writes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast
from uuid import UUID

from sqlalchemy import Column, Connection, Row, Select, bindparam, select

from shadow_app.domain.change import Heads
from shadow_app.domain.errors import NotFound
from shadow_app.domain.language import say
from shadow_app.domain.record import Record
from shadow_app.domain.record_words import record_noun
from shadow_app.storage.prepared import Prepared
from shadow_app.storage.tables import TABLES, present

R = TypeVar("R", bound=Record)


class Kept(NamedTuple):
    """A record with what the store keeps beside it."""

    record: Record
    row: int
    heads: Heads


@cache
def _fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


@cache
def _known(kind: type[Record]) -> Prepared:
    """Whether there is such a record. Of every new one this is asked in vain, so it is asked cheaply."""
    table = TABLES[kind]
    return Prepared(select(table.c.row).where(table.c.id == bindparam("id")))


def record_from(kind: type[R], row: Row[Any]) -> R:
    """The record that a whole row of its table holds.

    What the store holds was validated on the way in, so it is not validated again on every read.
    """
    mapping = row._mapping
    return made(kind, {name: mapping[name] for name in _fields(kind)})


def columns_of(kind: type[Record]) -> list[Column[Any]]:
    """The columns of a record alone, without what the store keeps beside it."""
    return [TABLES[kind].c[name] for name in _fields(kind)]


def records_from(kind: type[R], rows: Iterable[Row[Any]]) -> list[R]:
    """The records of rows that hold `columns_of` the kind and nothing else."""
    names = _fields(kind)
    return [made(kind, dict(zip(names, row, strict=True))) for row in rows]


def made(kind: type[R], fields: dict[str, Any]) -> R:
    """What `model_construct` makes when it is given every field, in a fifth of the time. Nothing is checked."""
    record = kind.__new__(kind)
    set_on = object.__setattr__
    set_on(record, "__dict__", fields)
    set_on(record, "__pydantic_fields_set__", set(fields))
    set_on(record, "__pydantic_extra__", None)
    set_on(record, "__pydantic_private__", None)
    return record


def _not_found(kind: type[Record], record_id: UUID) -> NotFound:
    return NotFound(
        say(
            "There is no {kind_name} with the id {record_id}.",
            kind_name=record_noun(kind.kind_name),
            record_id=record_id,
        )
    )


class Reader:
    """Records by id or by equal fields, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, kind: type[R], record_id: UUID) -> R | None:
        """The record, also when it is removed; None when there is none."""
        kept = self._kept(kind, record_id)
        return None if kept is None else cast(R, kept.record)

    def get(self, kind: type[R], record_id: UUID) -> R:
        """The record.

        Raises:
            NotFound: nothing of this kind has the id, or it was removed.
        """
        record = self.recall(kind, record_id)
        if record.removed:
            raise _not_found(kind, record_id)
        return record

    def recall(self, kind: type[R], record_id: UUID) -> R:
        """The record, also when it is removed: a visit's site and role stay its own.

        Raises:
            NotFound: nothing of this kind has the id.
        """
        record = self.find(kind, record_id)
        if record is None:
            raise _not_found(kind, record_id)
        return record

    def where(self, kind: type[R], *order: str, removed: bool = False, **equal: Any) -> list[R]:
        """Records whose fields equal what is given, in the order of the named columns, else as they were made."""
        table = TABLES[kind]
        query: Select[Any] = select(*columns_of(kind))
        if not removed:
            query = query.where(present(table))
        for name, value in equal.items():
            query = query.where(table.c[name] == value)
        rows = self.connection.execute(query.order_by(*(table.c[name] for name in order), table.c.row))
        return records_from(kind, rows)

    def _kept(self, kind: type[Record], record_id: UUID) -> Kept | None:
        table = TABLES[kind]
        if _known(kind).run(self.connection, {"id": record_id}).fetchone() is None:
            return None
        row = self.connection.execute(select(table).where(table.c.id == record_id)).one()
        return Kept(record_from(kind, row), row._mapping["row"], row._mapping["heads"])

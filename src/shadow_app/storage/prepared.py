"""Statements that are made into SQL once and then handed to the driver as they are.

SQLAlchemy spends about 0.3 ms on a statement that SQLite answers in 0.02 ms, and Enter needs a dozen (`design.md` §7).
So these few keep SQLAlchemy's words and column types and leave out its machinery. They run on the driver's connection,
inside the transaction that SQLAlchemy has begun; errors are the driver's own, which `engine.translated` knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ClauseElement, Connection, Table, bindparam, insert, update
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from shadow_app.storage.columns import Coded, Flag, Id, Texts
from shadow_app.storage.json_text import as_text

_AT_ONCE = 500
_DIALECT = dialect(paramstyle="qmark", json_serializer=as_text)


class Prepared:
    """One statement; values are bound by name and become what SQLite keeps by the types of their columns."""

    def __init__(self, statement: ClauseElement, names: tuple[str, ...] | None = None) -> None:
        """Compile. `names` are the columns that an INSERT fills, all of them if not said."""
        compiled = statement.compile(dialect=_DIALECT, column_keys=names)
        assert isinstance(compiled, SQLCompiler)
        self._sql = str(compiled)
        asked = compiled.positiontup or []
        bindings = [_binding(compiled.binds[name].type) for name in asked]
        self._values = _getter(asked)
        self._bindings = [(at, bound) for at, bound in enumerate(bindings) if bound is not None]

    def run(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """The driver's cursor, whose rows hold what SQLite keeps. None is NULL, whatever the column's type."""
        return connection.connection.driver_connection.execute(self._sql, self._row(values))  # type: ignore[union-attr]

    def run_many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """The same for each of many, one after the other."""
        connection.connection.driver_connection.executemany(  # type: ignore[union-attr]
            self._sql, map(self._row, rows)
        )

    def _row(self, values: Mapping[str, Any]) -> list[Any]:
        row = list(self._values(values))
        for at, bound in self._bindings:
            if (value := row[at]) is not None:
                row[at] = bound(value)
        return row


def _getter(names: Sequence[str]) -> Callable[[Mapping[str, Any]], Iterable[Any]]:
    return itemgetter(*names) if len(names) > 1 else lambda values: [values[name] for name in names]


def _binding(kind: TypeEngine[Any]) -> Callable[[Any], Any] | None:
    # What is written most takes a look or one call here, where SQLAlchemy takes two or three calls for each value.
    for column, bound in _QUICK.items():
        if isinstance(kind, column):
            return bound
    return kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def _texts(values: tuple[str, ...]) -> str:
    return as_text(list(values)) if values else "[]"


_QUICK: dict[type[TypeEngine[Any]], Callable[[Any], Any]] = {
    Id: attrgetter("bytes"),
    Coded: attrgetter("_value_"),
    Flag: int,
    JSON: as_text,
    Texts: _texts,
}


@cache
def insertion(table: Table) -> Prepared:
    """Insert one row: every column but the private number, which SQLite gives."""
    return Prepared(insert(table), tuple(column.name for column in table.columns if column.name != "row"))


@cache
def numbered(table: Table) -> Prepared:
    """Insert one row with its private number, for many at once."""
    return Prepared(insert(table), tuple(column.name for column in table.columns))


@cache
def revision(table: Table) -> Prepared:
    """Write all columns of the row with the private number `its_row`."""
    names = tuple(column.name for column in table.columns if column.name not in ("row", "id"))
    return Prepared(update(table).where(table.c.row == bindparam("its_row")), (*names, "its_row"))


def among(connection: Connection, statement: str, ids: Sequence[UUID], *before: Any) -> Iterator[Any]:
    """The driver's rows of a statement with `{}` for a list of ids, asked in pieces; `before` are the values before it.

    SQLAlchemy takes longer over a list of some hundred values than SQLite over the answer.
    """
    for cursor in _asked(connection, statement, ids, before):
        yield from cursor


def change_among(connection: Connection, statement: str, ids: Sequence[UUID], *before: Any) -> int:
    """The same for a statement that returns nothing; how many rows it touched."""
    return sum(cursor.rowcount for cursor in _asked(connection, statement, ids, before))


def _asked(connection: Connection, statement: str, ids: Sequence[UUID], before: tuple[Any, ...]) -> Iterator[Any]:
    raw: Any = connection.connection.driver_connection
    for start in range(0, len(ids), _AT_ONCE):
        some = [each.bytes for each in ids[start : start + _AT_ONCE]]
        yield raw.execute(statement.format(", ".join("?" * len(some))), (*before, *some))

"""Statements that are made into SQL once and then handed to the driver as they are.

SQLAlchemy spends about 0.3 ms on a statement that SQLite answers in 0.02 ms, and Enter needs a dozen (`design.md` §7).
So these few keep SQLAlchemy's words and column types and leave out its machinery. They run on the driver's connection,
inside the transaction that SQLAlchemy has begun; errors are the driver's own, which `engine.translated` knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import ClauseElement, Connection, Table, bindparam, insert, update
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from shadow_app.storage.columns import Id

_DIALECT = dialect(paramstyle="qmark")


class Prepared:
    """One statement; values are bound by name and become what SQLite keeps by the types of their columns."""

    def __init__(self, statement: ClauseElement, names: tuple[str, ...] | None = None) -> None:
        """Compile. `names` are the columns that an INSERT fills, all of them if not said."""
        compiled = statement.compile(dialect=_DIALECT, column_keys=names)
        assert isinstance(compiled, SQLCompiler)
        self._sql = str(compiled)
        self._binds: list[tuple[str, Callable[[Any], Any] | None]] = [
            (name, _binding(compiled.binds[name].type)) for name in compiled.positiontup or ()
        ]

    def run(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """The driver's cursor, whose rows hold what SQLite keeps. None is NULL, whatever the column's type."""
        return connection.connection.driver_connection.execute(self._sql, self._row(values))  # type: ignore[union-attr]

    def run_many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """The same for each of many, one after the other."""
        connection.connection.driver_connection.executemany(  # type: ignore[union-attr]
            self._sql, map(self._row, rows)
        )

    def _row(self, values: Mapping[str, Any]) -> list[Any]:
        return [
            value if (value := values[name]) is None or bound is None else bound(value) for name, bound in self._binds
        ]


def _binding(kind: TypeEngine[Any]) -> Callable[[Any], Any] | None:
    # Ids are most of what is written, and SQLAlchemy takes two calls for what is one look.
    return attrgetter("bytes") if isinstance(kind, Id) else kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)


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

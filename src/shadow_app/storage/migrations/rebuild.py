"""Bringing tables to a new shape the way SQLite asks for it: make the new one, carry the rows over, drop the old one.

`ALTER TABLE ADD COLUMN` would leave a schema that reads differently from the declared one, and can neither drop a
NOT NULL nor give a new NOT NULL column a value without a default that stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

_CREATES = re.compile(r'CREATE TABLE "?(\w+)"?')


def apply(connection: Connection, script: Path, fill: Mapping[str, Mapping[str, Any]]) -> None:
    """Run a script of CREATE statements; a table that exists already is rebuilt and keeps its rows.

    Args:
        connection: inside the migration's transaction, with foreign keys off.
        script: statements that each end with a semicolon and a line break.
        fill: table → column → the value that rows written earlier get in a new column that allows no NULL.
    """
    statements = [each for each in script.read_text(encoding="utf-8").split(";\n") if each.strip()]
    there = set(inspect(connection).get_table_names())
    for statement in statements:
        made = _CREATES.match(statement.strip())
        if made and made[1] in there:
            _rebuild(connection, made[1], statement, fill.get(made[1], {}))
        else:
            connection.exec_driver_sql(statement)


def _rebuild(connection: Connection, table: str, statement: str, fill: Mapping[str, Any]) -> None:
    connection.exec_driver_sql("PRAGMA legacy_alter_table = ON")
    connection.exec_driver_sql(f'ALTER TABLE "{table}" RENAME TO "old_{table}"')
    connection.exec_driver_sql("PRAGMA legacy_alter_table = OFF")
    connection.exec_driver_sql(statement)
    columns = [row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("old_{table}")')]
    kept = ", ".join(f'"{column}"' for column in columns)
    names = ", ".join((kept, *(f'"{name}"' for name in fill)))
    values = ", ".join((kept, *(f":{name}" for name in fill)))
    connection.execute(text(f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "old_{table}"'), dict(fill))
    connection.exec_driver_sql(f'DROP TABLE "old_{table}"')

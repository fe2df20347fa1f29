"""Changes of the log here as the hub keeps them: a few columns, and every other field as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import JSON, ColumnElement, Connection, bindparam, func, literal_column, select

from shadow_app.domain.change import Change
from shadow_app.storage.columns import Id
from shadow_app.storage.hub.streams import Stretch
from shadow_app.storage.prepared import Prepared
from shadow_app.storage.tables import change

COLUMNS = ("scope", "device", "seq", "cid", "op", "kind", "record_id")


class Told(NamedTuple):
    """One change: ids in hex, and in `body` what has no column, so that a field of a newer version goes along."""

    scope: str
    device: str
    seq: int
    cid: str
    op: str
    kind: str
    record_id: str
    body: str


def told_rows(connection: Connection, stretches: Iterable[Stretch]) -> list[Told]:
    """These changes. What the log holds as JSON is passed on by the letter, and never read on the way."""
    query = _query()
    return [Told._make(row) for each in stretches for row in query.run(connection, each._asdict()).fetchall()]


@cache
def _query() -> Prepared:
    body = [part for name in Change.model_fields if name not in COLUMNS for part in (_word(name), _json(name))]
    names = {name: bindparam(name, type_=change.c[name].type) for name in ("scope", "device")}
    own = [change.c[name] == names[name] for name in names]
    numbers = change.c.seq > bindparam("after"), change.c.seq <= bindparam("until")
    columns = [*(_plain(name) for name in COLUMNS), func.json_object(*body)]
    return Prepared(select(*columns).where(*own, *numbers).order_by(change.c.seq))


def _plain(name: str) -> ColumnElement[Any]:
    column = change.c[name]
    return func.lower(func.hex(column)) if isinstance(column.type, Id) else column


def _json(name: str) -> ColumnElement[Any]:
    column = change.c[name]
    if isinstance(column.type, JSON):
        return func.json(column)
    # An empty id is null and not an empty word.
    return func.nullif(_plain(name), _word("")) if isinstance(column.type, Id) else column


def _word(word: str) -> ColumnElement[Any]:
    return literal_column(f"'{word}'")

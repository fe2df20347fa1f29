"""Whose team this store is in, and what the log says about who may do what in it."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import Connection, literal_column, select
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.authority import Authority, Statement, authority_of
from shadow_app.domain.kinds import BY_NAME
from shadow_app.domain.team import Introduction, Revocation
from shadow_app.storage.seals import signer_of
from shadow_app.storage.tables import change, fact

ROOT, ROOTS, FOUNDED = "team.root", "team.roots", "team.founded"
JOINED = "team.joined"
"""Which arrival led from a team of one's own into another's."""

_STATEMENTS = select(
    change.c.cid, change.c.kind, change.c.record_id, change.c.data, change.c.replaces, change.c.seal
).where(
    # Written out, so that SQLite sees that the index of what is sealed has all of it.
    literal_column("seal != ''"),
    literal_column("kind IN ('introduction', 'revocation')"),
    change.c.op == "put",
)


class Erasure(NamedTuple):
    """A sealed change that says that a record is erased."""

    record_id: UUID
    cid: str
    seal: str


def fact_of(connection: Connection, name: str) -> str:
    """What the store remembers under a name, within a transaction; nothing is the empty text."""
    return connection.scalar(select(fact.c.value).where(fact.c.name == name)) or ""


def remember(connection: Connection, name: str, value: str) -> None:
    """Keep a fact within a transaction."""
    row = {"name": name, "value": value}
    connection.execute(upsert(fact).on_conflict_do_update(index_elements=["name"], set_=row), row)


def root_of(connection: Connection) -> str:
    """The public key that this store's team goes by: its own device's until it joins another's team."""
    return fact_of(connection, ROOT)


def roots_of(connection: Connection) -> set[str]:
    """That and those it went by before, its own among them."""
    return {root_of(connection), *fact_of(connection, ROOTS).split()}


def follow_root(connection: Connection, root: str) -> None:
    """Belong to another team from now on. What the log then comes to is to be worked out anew (`restating`)."""
    remember(connection, ROOTS, " ".join(sorted(roots_of(connection) - {root})))
    remember(connection, ROOT, root)


def authority(connection: Connection) -> Authority:
    """Who may do what by what the log says today."""
    said = []
    for row in connection.execute(_STATEMENTS):
        if row.replaces:
            # Such a record is written once.
            continue
        kind = BY_NAME[row.kind]
        known = {name: value for name, value in row.data.items() if name in kind.model_fields}
        try:
            record = kind.model_validate({**known, "id": row.record_id})
        except ValidationError:
            # Listed as what cannot be shown; it says nothing that could be understood.
            continue
        assert isinstance(record, Introduction | Revocation)
        said.append(Statement(row.cid, signer_of(row.seal), record))
    return authority_of(root_of(connection), said)


def statement_ids(connection: Connection) -> set[UUID]:
    """The records that say who may do what."""
    return {row.record_id for row in connection.execute(_STATEMENTS)}


def erasures(connection: Connection) -> list[Erasure]:
    """Every sealed erasure of the log, whoever wrote it."""
    rows = connection.execute(
        select(change.c.record_id, change.c.cid, change.c.seal).where(
            literal_column("seal != ''"), change.c.op == "erase"
        )
    )
    return [Erasure(*row) for row in rows]


def sealed_records(connection: Connection) -> set[tuple[str, UUID]]:
    """Kind and id of every record of which a change hangs on who may do what."""
    rows = connection.execute(
        select(change.c.kind, change.c.record_id).where(literal_column("seal != ''"), change.c.op == "put").distinct()
    )
    return {(row.kind, row.record_id) for row in rows}

"""Whether the tables say what the log says, and making them say it."""

from __future__ import annotations

import hashlib
from uuid import UUID

from sqlalchemy import Connection, select, text

from shadow_app.domain.kinds import BY_NAME, KINDS
from shadow_app.domain.language import say
from shadow_app.domain.record import Record
from shadow_app.domain.record_words import record_word
from shadow_app.storage.doubts import doubt_all
from shadow_app.storage.engine import translated
from shadow_app.storage.erasing import all_erased, drop_unused
from shadow_app.storage.repository import Reader, record_from
from shadow_app.storage.restating import restate
from shadow_app.storage.scrubbing import is_due, scrub
from shadow_app.storage.search_index import index_anew, index_visits, visits_with_hidden_words
from shadow_app.storage.settle import Batch, chunks, settle
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES, change, limbo, unshown
from shadow_app.storage.tallies import forget_sums
from shadow_app.storage.tally_check import sums_differ

SHAPE = "settled.shape"
"""The fact that says with which kinds and fields the tables were last told from the log."""

_HIDDEN = "search.hidden"
"""The fact that says that the index holds no word that was taken back."""


def differences(store: Store) -> list[str]:
    """A sentence for everything in which a table differs from the log; nothing is changed."""
    found: list[str] = []
    # On a connection of its own, and of the writer's only a moment: whoever writes meanwhile does not wait for it.
    with store.looking() as read:
        for kind in KINDS:
            found += _of_kind(read.connection, kind)
        if sums_differ(read.connection):
            found.append(say("The sums of the score differ from those of its visits."))
    with translated(store.path), store.writer.connect() as connection:
        transaction = connection.begin()
        try:
            gone = all_erased(connection)
            restate(connection)
            if gone != all_erased(connection):
                found.append(say("The list of what is erased differs from what the log says."))
        finally:
            transaction.rollback()
    return found


def _of_kind(connection: Connection, kind: type[Record]) -> list[str]:
    name = kind.kind_name
    table = TABLES[kind]
    logged = _logged(connection, name)
    found = [
        say("{kind} {id} is in its table and not in the log.", kind=record_word(name), id=record_id)
        for record_id in connection.scalars(select(table.c.id))
        if record_id not in logged
    ]
    for some in chunks(sorted(logged)):
        batch = Batch(connection, kind, some)
        wanted = batch.wanted()
        for row in connection.execute(select(table).where(table.c.id.in_(some))):
            record, heads = record_from(kind, row), row._mapping["heads"]
            if wanted.pop(record.id, None) != (record, heads):
                found.append(say("{kind} {id} differs from what the log says.", kind=record_word(name), id=record.id))
        found += [
            say("{kind} {id} is in the log and not in its table.", kind=record_word(name), id=record_id)
            for record_id in wanted
        ]
        for listed, rows in ((limbo, batch.waiting), (unshown, batch.unfit)):
            if {tuple(each.values()) for each in rows} != _listed(connection, listed, name, some):
                found.append(
                    say(
                        "The list of what waits or cannot be shown differs from the log for the kind “{kind}”.",
                        kind=record_word(name),
                    )
                )
    return found


def _logged(connection: Connection, name: str) -> set[UUID]:
    return set(connection.scalars(select(change.c.record_id).where(change.c.kind == name).distinct()))


def _listed(connection: Connection, table: object, name: str, ids: list[UUID]) -> set[tuple[object, ...]]:
    rows = connection.execute(
        select(table).where(table.c.kind == name, table.c.record_id.in_(ids))  # type: ignore[call-overload, attr-defined]
    )
    return {tuple(row) for row in rows}


def rebuild(store: Store) -> None:
    """Tell all tables from the log again: after an upgrade, or when something wrote past the program."""
    with store.maintaining() as write:
        connection = write.connection
        _touched, contents = restate(connection)
        doubt_all(connection)
        touched = set()
        for kind in KINDS:
            logged = _logged(connection, kind.kind_name)
            rows = set(connection.scalars(select(TABLES[kind].c.id)))
            touched |= {(kind.kind_name, record_id) for record_id in logged | rows}
        settle(connection, touched)
        drop_unused(connection, contents)
        index_anew(connection)
        forget_sums(connection)
        _remember_shape(write)


def catch_up(store: Store) -> bool:
    """Rebuild if this version knows kinds or fields that the last one did not; whether it was needed."""
    with store.reading() as read:
        due = is_due(read.connection)
    if due:
        with translated(store.path), store.writer.connect() as connection:
            connection.rollback()
            scrub(connection, store.path)
    _hide_words(store)
    known = store.fact(SHAPE)
    if known in (None, shape()):
        # Without one nothing was ever taken in, so the tables hold all there is.
        return False
    rebuild(store)
    return True


def _hide_words(store: Store) -> None:
    """Once: an earlier version left words in the index that their host had taken back."""
    if store.fact(_HIDDEN) is not None:
        return
    with store.reading() as read:
        visits = visits_with_hidden_words(read.connection)
    if not visits:
        return
    with store.maintaining() as write:
        index_visits(write.connection, visits)
    store.remember(_HIDDEN, "yes")


def note_shape(connection: Connection) -> None:
    """Something comes from elsewhere: remember, once, which kinds and fields this version told of it."""
    row = {"name": SHAPE, "value": shape()}
    connection.execute(text("INSERT OR IGNORE INTO fact (name, value) VALUES (:name, :value)"), row)


def _remember_shape(write: Reader) -> None:
    row = {"name": SHAPE, "value": shape()}
    write.connection.execute(text("INSERT OR REPLACE INTO fact (name, value) VALUES (:name, :value)"), row)


def shape() -> str:
    """Kinds and fields of this version, as one word."""
    told = ";".join(f"{name}:{','.join(BY_NAME[name].model_fields)}" for name in sorted(BY_NAME))
    return hashlib.sha256(told.encode()).hexdigest()

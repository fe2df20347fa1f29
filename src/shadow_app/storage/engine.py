"""Connections to the encrypted store: the pragmas that make Enter durable (`reliability.md` §1, §2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from shadow_app.domain.errors import Bug, StoreBusy, StoreDamaged, StoreTrouble, WrongKey
from shadow_app.domain.language import mark, say
from shadow_app.storage.json_text import as_text, from_text

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a WAL that two connections write and checkpoint at once (`reliability.md` §1.3)."""

BUSY_MILLISECONDS = 5_000

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = 1",
    "checkpoint_fullfsync = 1",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_size = -65536",
)


def connect(path: Path, key: bytes) -> Any:
    """A keyed driver connection in autocommit mode; transactions are begun by hand.

    Args:
        path: the store's file; made if it does not exist.
        key: the 32 bytes of the data key, handed over raw so that no key is derived per connection.
    """
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise Bug(
            say(
                "SQLite {sqlite_version} is older than {oldest_sqlite} and could damage a store.",
                sqlite_version=sqlcipher.sqlite_version,
                oldest_sqlite=OLDEST_SQLITE,
            )
        )
    raw = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        # Logging is silenced first: a wrong key would otherwise write to the terminal.
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in (f"busy_timeout = {BUSY_MILLISECONDS}", *_PRAGMAS):
            raw.execute(f"PRAGMA {pragma}")
    except sqlcipher.Error:
        raw.close()
        raise
    return raw


def connect_to_copy(path: Path, key: bytes) -> Any:
    """A keyed driver connection to a file that nobody changes and that stays as it is, such as a backup.

    Without locks and without files beside it, so that it works on a network and on a disk that may only be read.
    """
    # as_uri() escapes what would end the path early.
    raw = sqlcipher.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in ("temp_store = MEMORY", "trusted_schema = OFF", "cell_size_check = ON"):
            raw.execute(f"PRAGMA {pragma}")
    except sqlcipher.Error:
        raw.close()
        raise
    return raw


def make_engine(
    path: Path, key: bytes, *, begin: str, opened: Callable[[Any], None] | None = None, kept: bool = True
) -> Engine:
    """An engine of one connection that it keeps, or of one for each time it is asked.

    Args:
        path: the store's file.
        key: the data key.
        begin: `BEGIN IMMEDIATE` for the writer, so that numbers taken inside are ours alone; `BEGIN` for a reader.
        opened: told each new driver connection, for whoever must be able to interrupt it.
        kept: keep the one connection; else whoever asks has one alone, which is closed when it is given back.
    """

    def creator() -> Any:
        raw = connect(path, key)
        if opened is not None:
            opened(raw)
        return raw

    one: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
    engine = create_engine(
        "sqlite://",
        creator=creator,
        module=sqlcipher,
        **(one if kept else {"poolclass": NullPool}),
        hide_parameters=True,
        json_serializer=as_text,
        json_deserializer=from_text,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.connection.driver_connection.execute(begin)  # type: ignore[union-attr]

    return engine


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the driver says into the sentence that a person can act on."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        trouble = _trouble(error, path)
        if trouble is None:
            raise
        raise trouble from error


def _trouble(error: Exception, path: Path) -> StoreTrouble | None:
    words = str(getattr(error, "orig", None) or error).lower()
    for sign, kind, sentence in _SENTENCES:
        if sign in words:
            return kind(say(sentence, path=path))
    return None


_SENTENCES: tuple[tuple[str, type[StoreTrouble], str], ...] = (
    (
        "file is not a database",
        WrongKey,
        (
            mark(
                "The key does not open {path}, or the file is not a Shadow store. Try the passphrase again or use the "
                "recovery code."
            )
        ),
    ),
    (
        "database is locked",
        StoreBusy,
        mark("Another program is writing to {path}. Nothing was lost; try again in a moment."),
    ),
    (
        "database or disk is full",
        StoreTrouble,
        mark("The disk that holds {path} is full. Nothing already saved was lost; free some space and save again."),
    ),
    (
        "readonly database",
        StoreTrouble,
        mark("{path} cannot be written to. Allow writing to the file and its folder, then try again."),
    ),
    (
        "unable to open database file",
        StoreTrouble,
        mark("{path} cannot be opened. Check that its folder exists and that you may write to it."),
    ),
    (
        "disk i/o error",
        StoreTrouble,
        (
            mark(
                "The disk that holds {path} reports an error or is full. Nothing already saved was lost; "
                "check the disk and its free space, then try again."
            )
        ),
    ),
    (
        "malformed",
        StoreDamaged,
        (
            mark(
                "{path} is damaged. Nothing was deleted: `shadow-app backup salvage` shows what can be read of it "
                "and of the newest backup, `shadow-app backup restore` puts a backup back."
            )
        ),
    ),
)

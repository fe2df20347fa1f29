"""What was erased, told beside the store and its backups, so that putting back a backup brings nothing of it back.

Ids only, one per line. The list is written after the erasure is committed, and made complete when a store is opened.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.storage.erasing import all_erased, drop_unused, spread
from shadow_app.storage.settle import settle
from shadow_app.storage.store_files import folder_to_disk, to_disk
from shadow_app.storage.tables import erased, fact

_log = logging.getLogger(__name__)

_REPLAYED = "erased.replayed"
LARGEST_LIST = 64 << 20
"""Bytes: of two million ids. A list beside the backups may be anybody's, who may write there."""
_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def erasures_path(path: Path) -> Path:
    """Where the list of the store at `path` lies."""
    return path.with_name(path.name + ".erased")


class ErasureList:
    """The list of one open store."""

    def __init__(self, path: Path) -> None:
        self._place = erasures_path(path)
        self._seen = self._looked = 0

    def grown(self, connection: Connection) -> set[UUID]:
        """What the store says is erased, if that has grown since it was listed; asked on every write."""
        self._looked = connection.scalar(select(func.count()).select_from(erased)) or 0
        return set() if self._looked == self._seen else all_erased(connection)

    def add(self, ids: set[UUID]) -> None:
        """Write into the list what was committed. If the disk says no, the next write or opening tries again."""
        if not ids:
            return
        try:
            add(self._place, ids)
            self._seen = self._looked
        except OSError as error:
            _log.warning("the list of erasures was not kept: %s", type(error).__name__)

    def follow(self, connection: Connection) -> None:
        """Make the list complete."""
        self.add(self.grown(connection))


def read(place: Path) -> set[UUID]:
    """The ids in a list; a line that was cut short is left out, as whoever wrote it writes it again."""
    try:
        with place.open("rb") as file:
            lines = file.read(LARGEST_LIST).decode("ascii", "replace").splitlines()
    except FileNotFoundError:
        return set()
    return {UUID(line) for line in lines if len(line) == 32 and set(line) <= set("0123456789abcdef")}


def add(place: Path, ids: Iterable[UUID]) -> None:
    """Write what the list does not have yet.

    Raises:
        OSError: the disk says no.
    """
    fresh = sorted(set(ids) - read(place))
    if not fresh:
        return
    # Whoever may write to it could have anything erased.
    with os.fdopen(os.open(place, _APPEND, 0o600), "ab") as file:
        # Behind a line that was cut short a new one would be lost as well.
        file.write(b"\n" + b"".join(each.hex.encode() + b"\n" for each in fresh))
        file.flush()
        to_disk(file.fileno())
    folder_to_disk(place.parent)


def replay(connection: Connection, ids: Iterable[UUID]) -> None:
    """Erase in a copy of a store what was erased since it was made. The caller commits.

    The copy's log knows nothing of it, so that these ids are kept beside it: whatever works out anew from the log what
    is erased asks for them as well, or an old file could bring it all back.
    """
    wanted = set(ids)
    touched, contents = spread(connection, wanted)
    settle(connection, touched)
    drop_unused(connection, contents)
    told = " ".join(sorted(each.hex for each in wanted | replayed(connection)))
    row = {"name": _REPLAYED, "value": told}
    connection.execute(upsert(fact).on_conflict_do_update(index_elements=["name"], set_=row), row)


def replayed(connection: Connection) -> set[UUID]:
    """What was erased in this copy of a store because a list said so."""
    told = connection.scalar(select(fact.c.value).where(fact.c.name == _REPLAYED)) or ""
    return {UUID(each) for each in told.split()}

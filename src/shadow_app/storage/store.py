"""A store: one encrypted file, one writer, one reader, and who listens to what is written."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.news import Listener, News
from shadow_app.storage.engine import make_engine, translated
from shadow_app.storage.migrations import bring_up_to_date
from shadow_app.storage.places import check_place
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import fact
from shadow_app.storage.unit_of_work import UnitOfWork

_DEVICE = "device"


class Store:
    """Opens, hands out units of work and readers, and closes.

    Reading and writing have a connection each: a long ranking never stands in the way of Enter.
    """

    def __init__(self, path: Path, key: bytes, *, author: str = "") -> None:
        """Open the store, making it or bringing its schema up to date if need be.

        Raises:
            WrongKey: the key is not this store's.
            StoreTooNew: a newer version of the program wrote it.
            StorePlace: a live store must not lie there.
            StoreTrouble: the disk says no.
        """
        check_place(path)
        self.path = path
        self.author = author
        self._listeners: list[Listener] = []
        self._reading: list[Any] = []
        self.writer = make_engine(path, key, begin="BEGIN IMMEDIATE")
        self.reader = make_engine(path, key, begin="BEGIN", opened=self._reading.append)
        try:
            with translated(path):
                bring_up_to_date(self.writer, path)
                self.device = self._own_device()
                self._seen_version = self._data_version()
        except BaseException:
            self.close()
            raise

    def work(self, label: str, *, undoes: UUID | None = None) -> UnitOfWork:
        """A transaction that writes; see `UnitOfWork`."""
        return UnitOfWork(self, label, undoes=undoes)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A consistent view of the store for as long as the block lasts."""
        with translated(self.path), self.reader.connect() as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def maintaining(self) -> Iterator[Reader]:
        """A transaction for what is derived from records (tallies, learnt counts): nobody's change, and no news."""
        with translated(self.path), self.writer.begin() as connection:
            yield Reader(connection)

    def interrupt_reading(self) -> None:
        """Stop whatever the reader is doing: its answer is no longer wanted."""
        for raw in self._reading:
            raw.interrupt()

    def listen(self, listener: Listener) -> None:
        """Have `listener` told of every commit, on the thread that committed."""
        self._listeners.append(listener)

    def tell(self, news: News) -> None:
        """Pass news on to everybody who listens."""
        for listener in self._listeners:
            listener(news)

    def written_elsewhere(self) -> bool:
        """Whether another process has written since this was last asked."""
        with translated(self.path):
            version = self._data_version()
        changed, self._seen_version = version != self._seen_version, version
        return changed

    def close(self) -> None:
        """Let go of the file."""
        self.reader.dispose()
        self.writer.dispose()

    def fact(self, name: str) -> str | None:
        """What the store remembers under a name."""
        with self.reading() as read:
            return read.connection.scalar(select(fact.c.value).where(fact.c.name == name))

    def remember(self, name: str, value: str) -> None:
        """Keep a fact about this copy of the store; facts are not changes and never travel."""
        with self.maintaining() as write:
            row = {"name": name, "value": value}
            write.connection.execute(upsert(fact).on_conflict_do_update(index_elements=["name"], set_=row), row)

    def _data_version(self) -> int:
        with self.writer.connect() as connection:
            return int(connection.execute(text("PRAGMA data_version")).scalar_one())

    def _own_device(self) -> str:
        with self.writer.begin() as connection:
            known = connection.scalar(select(fact.c.value).where(fact.c.name == _DEVICE))
            if known is None:
                known = secrets.token_hex(8)
                connection.execute(insert(fact), {"name": _DEVICE, "value": known})
            return known

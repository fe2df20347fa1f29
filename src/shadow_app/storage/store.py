"""A store: one encrypted file, one writer, one reader, and who listens to what is written."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timezone
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.errors import StoreBusy, StoreTrouble
from shadow_app.domain.language import say
from shadow_app.domain.news import Listener, News
from shadow_app.storage.backups import default_folder, make
from shadow_app.storage.engine import make_engine, translated
from shadow_app.storage.erasures import ErasureList
from shadow_app.storage.identity import DEVICE, identity
from shadow_app.storage.last_saved import MISSING, LastSaved, Mark
from shadow_app.storage.migrations import bring_up_to_date
from shadow_app.storage.places import check_place
from shadow_app.storage.repository import Reader
from shadow_app.storage.store_files import make_private
from shadow_app.storage.successor import finish, keep_log, next_path
from shadow_app.storage.tables import change, fact
from shadow_app.storage.taken_back import TakenBackList
from shadow_app.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from shadow_app.storage.change_log import ChangeLog

_log = logging.getLogger(__name__)


class Store:
    """Opens, hands out units of work and readers, and closes.

    Reading and writing have a connection each: a long ranking never stands in the way of Enter.
    """

    def __init__(
        self, path: Path, key: bytes, *, author: str = "", backups: Path | None = None, keep_old: bool = True
    ) -> None:
        """Open the store, making it or bringing its schema up to date if need be.

        Args:
            path: the store's file.
            key: the data key (32 bytes).
            author: whose name every change carries.
            backups: the folder for backups; else one beside the store.
            keep_old: make a backup before the schema is brought up to date; a copy of a backup needs none.

        Raises:
            WrongKey: the key is not this store's.
            StoreTooNew: a newer version of the program wrote it.
            StorePlace: a live store must not lie there.
            StoreTrouble: the disk says no.
        """
        check_place(path)
        self.path = path
        self.key = key
        self.author = author
        self.backups = backups or default_folder(path)
        self.taken_back = TakenBackList(path, self.looking)
        self._listeners: list[Listener] = [self.taken_back]
        self._reading: list[Any] = []
        self.engine_at: Callable[..., Engine] = partial(make_engine, key=key, begin="BEGIN")
        """An engine over this store or a copy of it, for the key they share."""
        self._saved = self._mark()
        self.stopped_badly = self._saved.stopped_badly
        make_private(path)
        self.writer = make_engine(path, key, begin="BEGIN IMMEDIATE")
        self.reader = make_engine(path, key, begin="BEGIN", opened=self._reading.append)
        try:
            with translated(path):
                told = self._saved.read()
                bring_up_to_date(self.writer, path, self.reader, self._back_up if keep_old else None)
                self.device, self.signer = identity(self.reader, self.writer)
                self._seen_version = self._data_version()
                self._identity = _identity(path)
                self._erased = ErasureList(path)
                self._miss(told)
                with self.reader.connect() as connection:
                    self._erased.follow(connection)
        except BaseException:
            self.close()
            raise

    def work(self, label: str, *, undoes: UUID | None = None) -> UnitOfWork:
        """A transaction that writes; see `UnitOfWork`.

        Raises:
            StoreTrouble: the store's file is not where it was opened.
        """
        self._still_there()
        return UnitOfWork(self, label, undoes=undoes)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A consistent view of the store for as long as the block lasts."""
        with translated(self.path), self.reader.connect() as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def looking(self) -> Iterator[Reader]:
        """The same on a connection of its own, for what takes long: neither Enter nor a search waits for it."""
        with translated(self.path), self._looker.connect() as connection, connection.begin():
            yield Reader(connection)

    def copy_to(self, target: Path) -> None:
        """Write a whole copy under the same key, as the store is now; whoever writes meanwhile does not wait for it."""
        make_private(target)
        with translated(self.path), closing(self._looker.raw_connection()) as connection:
            raw: Any = connection.driver_connection
            # Past SQLAlchemy's BEGIN: VACUUM cannot run inside a transaction.
            raw.execute("VACUUM INTO ?", (str(target),))

    @contextmanager
    def maintaining(self) -> Iterator[Reader]:
        """A transaction for what is derived from records (tallies, learnt counts): nobody's change, and no news."""
        self._still_there()
        with translated(self.path), self.writer.begin() as connection:
            yield Reader(connection)
            grown = self._erased.grown(connection)
        self._erased.add(grown)

    def beside(self) -> Store:
        """The same file once more, with connections of its own: for long work that must not stand before Enter.

        What it writes is told to those who listen here, and a device id that it takes on is taken on here as well.
        Whoever asks for it closes it.
        """
        twin = Store(self.path, self.key, author=self.author, backups=self.backups)

        def pass_on(news: News) -> None:
            self.device = twin.device
            self.tell(news)

        twin.listen(pass_on)
        return twin

    def interrupt_reading(self) -> None:
        """Stop whatever the reader is doing: its answer is no longer wanted."""
        for raw in self._reading:
            raw.interrupt()

    def listen(self, listener: Listener) -> None:
        """Have `listener` told of every commit, on the thread that committed."""
        self._listeners.append(listener)

    def tell(self, news: News) -> None:
        """Pass news on to everybody who listens. What fails in one of them takes nothing from the others."""
        for listener in self._listeners:
            try:
                listener(news)
            except Exception as error:  # noqa: BLE001
                # The commit is on the disk: an error passed on from here would make it look unsaved.
                _log.error("a listener failed with %s", type(error).__name__)

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
        self._saved.close()

    def newly_erased(self, connection: Connection) -> set[UUID]:
        """What a transaction that is about to be committed has erased; for `saved`."""
        return self._erased.grown(connection)

    def saved(self, log: ChangeLog, erased: set[UUID]) -> None:
        """Note, beside the store, how far a commit has brought it and what it has erased."""
        if log.last is not None:
            self._saved.tell(Mark(*log.last))
        self._erased.add(erased)

    def fact(self, name: str) -> str | None:
        """What the store remembers under a name."""
        with self.reading() as read:
            return read.connection.scalar(select(fact.c.value).where(fact.c.name == name))

    def remember(self, name: str, value: str) -> None:
        """Keep a fact about this copy of the store; facts are not changes and never travel."""
        with self.maintaining() as write:
            row = {"name": name, "value": value}
            write.connection.execute(upsert(fact).on_conflict_do_update(index_elements=["name"], set_=row), row)

    def renew_device(self) -> str:
        """Go on under a new device id: somebody else has used numbers of this one (`reliability.md` §3.4)."""
        fresh = secrets.token_hex(8)
        self.remember(DEVICE, fresh)
        self.device = fresh
        return fresh

    @cached_property
    def _looker(self) -> Engine:
        # Each of its connections is closed after use; its statements stay compiled, which takes most of a short look.
        return self.engine_at(self.path, kept=False)

    def _data_version(self) -> int:
        # Past SQLAlchemy, whose BEGIN IMMEDIATE would wait for whoever writes just to ask whether somebody has.
        with closing(self.writer.raw_connection()) as connection, closing(connection.cursor()) as cursor:
            cursor.execute("PRAGMA data_version")
            return int(cursor.fetchall()[0][0])

    def _still_there(self) -> None:
        # An open file can be written to after it was moved or deleted, and what is saved there nobody finds again.
        if _identity(self.path) != self._identity:
            raise StoreTrouble(
                say(
                    "{path} is not there any more, or is another file by now. Nothing already saved was changed; "
                    "put it back where it was, or close Shadow and open it where it is now.",
                    path=self.path,
                )
            )

    def _back_up(self) -> None:
        make(self.path, self.key, self.backups, "migration")

    def _mark(self) -> LastSaved:
        mark = LastSaved(self.path)
        try:
            if mark.alone:
                finish(self.path, mark)
            elif next_path(self.path).exists():
                raise StoreBusy(
                    say("Another program is putting a backup in the place of {path}; try again.", path=self.path)
                )
        except BaseException:
            mark.close()
            raise
        return mark

    def _miss(self, told: Mark | None) -> None:
        """See whether all is there that was once saved; if not, say so, and never use those numbers again."""
        if told is None:
            return
        with self.reader.connect() as connection:
            newest = select(func.max(change.c.cid)).where(change.c.device == told.cid[16:])
            if (connection.scalar(newest) or "") >= told.cid:
                return
            last = connection.scalar(select(func.max(change.c.row))) or 0
        if self._saved.alone:
            # What SQLite takes for the end of its log is overwritten by the next note; others can still read it.
            keep_log(self.path)
        self.renew_device()
        self.remember(MISSING, f"{max(1, told.row - last)} {datetime.now(timezone.utc):%Y-%m-%d}")
        self._saved.forget()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino

"""Passing on what was seen and taking what others saw: files, a shared folder, conflicts, and the log behind it all."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any
from uuid import UUID

from shadow_app.domain.errors import NotFound
from shadow_app.domain.language import say
from shadow_app.domain.news import News
from shadow_app.domain.record import Record
from shadow_app.domain.transport import Transport, Watch
from shadow_app.storage import devices, fsck, refusals, takings
from shadow_app.storage.conflicts import Conflict, conflicts
from shadow_app.storage.desk_action import desk_work
from shadow_app.storage.leaving import leave_with
from shadow_app.storage.permission import leads_name
from shadow_app.storage.store import Store
from shadow_app.storage.trust import authority, root_of
from shadow_app.usecases import addresses, handing_over, sharing
from shadow_app.usecases.handing_over import Preview, Sent, Taken
from shadow_app.usecases.sharing import Synced
from shadow_app.usecases.withdrawal import catch_up, void_editions


class Exchange:
    """One store among many laptops (`design.md` §5)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def send(
        self, path: Path, visit_id: UUID | None = None, passphrase: str | None = None, to: Collection[str] = ()
    ) -> Sent:
        """Write a hand-over file; see `handing_over.send`."""
        return handing_over.send(self._store, path, visit_id, passphrase, to)

    def preview(self, path: Path, passphrase: str | None = None) -> Preview:
        """What taking a file would do; nothing is touched. See `handing_over.preview`."""
        return handing_over.preview(self._store, path, passphrase)

    def take(self, seen: Preview, *, accept: bool = False, own_team: bool = False) -> Taken:
        """Take a file as one transaction, after a copy of the store; see `handing_over.take_in`."""
        return handing_over.take_in(self._store, seen, accept=accept, own_team=own_team)

    def takings(self) -> list[takings.Taking]:
        """What came in so far, the newest first."""
        with self._store.reading() as read:
            return takings.takings(read)

    def take_back(self, taking_id: UUID | None = None) -> News:
        """Take back all that came in together; the newest, if not said. Undo at the desk brings it again.

        A team that was joined with it is left, as long as nothing else hangs on it: `stays_in`.

        Raises:
            NotFound: there is nothing to take back.
        """
        if taking_id is None:
            standing = [each for each in self.takings() if not each.taken_back]
            if not standing:
                raise NotFound(say("Nothing was received that could be taken back."))
            taking_id = standing[0].id
        # First the team, so that what only its lead could say goes as well; a power cut in between loses nothing.
        leave_with(self._store, taking_id)
        return takings.take_back(self._store, taking_id)

    def stays_in(self) -> str:
        """One sentence where all that came in is taken back, and the team that was joined with it stays; else empty."""
        with self._store.reading() as read:
            came = takings.takings(read)
            own = root_of(read.connection) == self._store.signer.public_key
            if own or not came or any(not each.taken_back for each in came):
                return ""
            lead = leads_name(read.connection, authority(read.connection)) or say("somebody else")
        return say(
            "This laptop stays in the team of {lead}: it has signed something there, or knows others of that team.",
            lead=lead,
        )

    def sync_at(self, address: str, accept: Collection[str] = (), watch: Watch | None = None) -> Synced:
        """Keep in step through a place; see `addresses.sync_at`."""
        return addresses.sync_at(self._store, address, frozenset(accept), watch or Watch())

    def unsent_at(self, address: str) -> int:
        """How many changes a place has not got from here yet; the place itself is not asked."""
        return addresses.unsent_at(self._store, address)

    def sync(self, transport: Transport, accept: Collection[str] = ()) -> Synced:
        """Keep in step through any transport."""
        done = sharing.sync(self._store, transport, frozenset(accept))
        catch_up(self._store)
        return done

    def devices(self) -> list[devices.Device]:
        """The laptops whose segments are taken."""
        with self._store.reading() as read:
            return devices.devices(read)

    def conflicts(self) -> list[Conflict]:
        """Every field that two people wrote without knowing of each other."""
        with self._store.reading() as read:
            return conflicts(read)

    def answer(self, conflict: Conflict, value: Any) -> None:
        """Say which value holds: one of the claims, or another. Undo at the desk asks again.

        Raises:
            pydantic.ValidationError: the field cannot hold it.
        """
        with desk_work(self._store, "Conflict answered") as work:
            work.answer(work.recall(conflict.kind, conflict.record_id), conflict.field, value)
            work.commit()

    def refusals(self) -> list[refusals.Refusal]:
        """Changes from elsewhere that were not taken as they came, and values that cannot be shown, with reasons."""
        with self._store.reading() as read:
            return refusals.refusals(read)

    def erase(self, record: Record, why: str) -> None:
        """Take the content of a record for good, here and on every laptop; a visit takes all that was noted on it.

        Released reports that rest on the visit lose their content; `why` is a clause for whoever holds a copy.
        """
        with self._store.work("Erased") as work:
            visit_id = getattr(record, "visit_id", None) or record.id
            void_editions(work, visit_id, why)
            work.erase(record)
            work.commit()

    def differences(self) -> list[str]:
        """A sentence for everything in which a table differs from the log."""
        return fsck.differences(self._store)

    def rebuild(self) -> None:
        """Tell all tables from the log again."""
        fsck.rebuild(self._store)
        self._store.tell(News(None, "Rebuilt", ()))

    def catch_up(self) -> bool:
        """Show what an older version of the program only kept; whether there was need."""
        return fsck.catch_up(self._store)

"""Meeting the other laptops: where, how often, what they have not got yet, when who was last seen.

Plain values for a window. Everything here but `arrange` may take long: it works on connections of its own, so that it
never stands before a note.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from shadow_app.domain.errors import Refused
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.record import Record
from shadow_app.domain.transport import Watch
from shadow_app.storage import devices, listings, takings
from shadow_app.storage.called import called, own_words
from shadow_app.storage.conflicts import Claim, Conflict, conflicts, number_of_conflicts
from shadow_app.storage.pauses import off_record_here
from shadow_app.storage.refusals import Attempt
from shadow_app.storage.settle import links
from shadow_app.storage.store import Store
from shadow_app.storage.takings import Taking
from shadow_app.storage.unsent import Unsent, unsent_after
from shadow_app.usecases import addresses, handing_over
from shadow_app.usecases.handing_over import Preview, Sent, Taken
from shadow_app.usecases.own_settings import OwnSettings
from shadow_app.usecases.sharing import Synced
from shadow_app.usecases.team_keys import Recipient, recipients

__all__ = (
    "Arrangement",
    "Attempt",
    "Claim",
    "Conflict",
    "Looked",
    "Meeting",
    "Question",
    "Seen",
    "Standing",
    "Taking",
    "Unsent",
    "wait_after",
)
"""With the values of the store that these verbs hand out: a screen asks use cases and never the store."""

BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 60))
"""How long to wait after the first failure, the second, …; the last one from then on."""


@dataclass(frozen=True)
class Arrangement:
    """Where this laptop meets the others; no address means that it works alone."""

    address: str = ""
    minutes: int = 15
    """How often it looks there by itself; 0 for only when it is asked to."""
    paused: bool = False

    @property
    def by_itself(self) -> bool:
        """Whether it looks there without being asked."""
        return bool(self.address) and self.minutes > 0 and not self.paused


class Seen(NamedTuple):
    """Another laptop, and when it packed the newest of what is here from it."""

    device: str
    person: str
    at: datetime


@dataclass(frozen=True)
class Standing:
    """How this laptop stands to the others; told without asking the place where they meet."""

    arrangement: Arrangement
    unsent: Unsent
    """What the place has not got from here; nothing for whoever works alone."""
    told_at: datetime | None
    """When the place last got everything."""
    others: tuple[Seen, ...]
    """The one that was heard of last comes first."""
    own_device: str
    off_record: bool
    """Somebody has asked this laptop for a pause: nothing is to run meanwhile."""


@dataclass(frozen=True)
class Question:
    """A field that two people wrote without knowing of each other, with words for what it is about."""

    conflict: Conflict
    about: str
    """The record's own words; what it ties together where it has none."""
    where: str
    """The visit to which it belongs; empty for what is the whole team's."""
    names: dict[UUID, str]
    """What the ids in its values are called."""


class Looked(NamedTuple):
    """What a file would do, and what the records in it and around it are called, each as one line of plain text."""

    preview: Preview
    names: dict[UUID, str]


def wait_after(failures: int) -> timedelta:
    """How long to wait before trying again after so many failures in a row."""
    return BACK_OFF[min(max(failures, 1), len(BACK_OFF)) - 1]


class Meeting:
    """The verbs of the page on which laptops meet."""

    def __init__(self, store: Store, own: OwnSettings) -> None:
        self._store = store
        self._own = own

    def arrangement(self) -> Arrangement:
        """Where and how often, as the settings say it now."""
        known = self._own.current()
        return Arrangement(known.exchange_address, known.exchange_minutes, known.exchange_paused)

    def arrange(self, wanted: Arrangement) -> None:
        """Meet somewhere else, more or less often, or not at all. What was sent elsewhere stays there.

        Raises:
            Refused: the address holds a password.
            Trouble: the settings cannot be written.
        """
        self._own.change(
            exchange_address=wanted.address, exchange_minutes=wanted.minutes, exchange_paused=wanted.paused
        )

    def standing(self) -> Standing:
        """How this laptop stands to the others."""
        arrangement = self.arrangement()
        place = _place(arrangement.address)
        met = addresses.met_at(self._store, place)
        with self._store.reading() as read:
            unsent = unsent_after(read.connection, met.row, place) if place else Unsent(0, 0)
            seen = tuple(Seen(each.device, each.person, each.seen_at) for each in devices.devices(read))
            paused = off_record_here(read, self._store.device)
            return Standing(arrangement, unsent, met.at, seen, self._store.device, paused)

    def conflicts(self) -> int:
        """How many fields wait for somebody to say which value holds; none where nothing ever came in."""
        with self._store.reading() as read:
            return number_of_conflicts(read)

    def meet(self, watch: Watch | None = None, accept: frozenset[str] = frozenset()) -> Synced:
        """Leave what is new here and take what is new there.

        Args:
            watch: who waits for it; asked between two pieces.
            accept: unknown devices whose segments are taken from now on.

        Raises:
            Trouble: the place does not answer, or whoever waits has stopped it. What was done until then is kept.
        """
        address = self.arrangement().address
        with self._apart() as store:
            return addresses.sync_at(store, address, accept, watch or Watch())

    def hand_over(
        self, path: Path, visit_id: UUID | None = None, passphrase: str | None = None, to: Collection[str] = ()
    ) -> Sent:
        """Write a hand-over file; see `handing_over.send`."""
        with self._apart() as store:
            return handing_over.send(store, path, visit_id, passphrase, to)

    def recipients(self) -> list[Recipient]:
        """The other laptops of the team that a file can be sealed to, by the names of their people."""
        return recipients(self._store)

    def look_into(self, path: Path, passphrase: str | None = None) -> Looked:
        """What taking a file would do; nothing is touched, and no note waits for it. See `handing_over.preview`."""
        with self._apart() as store:
            seen = handing_over.preview(store, path, passphrase)
            records = (*seen.new, *seen.changed)
            ids = {value for record in records for value in ends_of(record)}
            ids |= {value for each in seen.conflicts for claim in each.claims for value in ids_in(claim.value)}
            with store.reading() as read:
                known = called(read, ids | {each.record_id for each in seen.conflicts})
        return Looked(seen, {**known, **named(records, known)})

    def visits(self) -> list[VisitCard]:
        """The visits that may be handed over one by one, the latest first."""
        with self._store.reading() as read:
            return listings.visit_cards(read)

    def take(self, seen: Preview, *, accept: bool = False, own_team: bool = False) -> Taken:
        """Take a file that was looked into, as one transaction; see `handing_over.take_in`."""
        with self._apart() as store:
            return handing_over.take_in(store, seen, accept=accept, own_team=own_team)

    def came_in(self) -> list[Taking]:
        """What came in so far, the newest first."""
        with self._store.reading() as read:
            return takings.takings(read)

    def questions(self) -> list[Question]:
        """Every field that two people wrote without knowing of each other, with words for what it is about."""
        with self._store.reading() as read:
            found = conflicts(read)
            records = {each.record_id: read.find(each.kind, each.record_id) for each in found}
            ids = {value for record in records.values() if record is not None for value in ends_of(record)}
            ids |= {value for each in found for claim in each.claims for value in ids_in(claim.value)}
            known = called(read, ids | set(records))
        return [_question(each, records[each.record_id], known) for each in found]

    @contextmanager
    def _apart(self) -> Iterator[Store]:
        with closing(self._store.beside()) as store:
            yield store


def _place(address: str) -> str:
    try:
        return addresses.place_at(address) if address else ""
    except Refused:
        # Settings that were edited by hand: nothing has been told there, and the exchange says what is wrong with it.
        return address


def ends_of(record: Record) -> Iterator[UUID]:
    """The records that a record names."""
    for link in links():
        if link.child is type(record) and (value := getattr(record, link.field)) is not None:
            yield value


def ids_in(value: Any) -> Iterator[UUID]:
    """Whatever looks like an id in a value of the log."""
    for each in value if isinstance(value, list) else [value]:
        try:
            yield UUID(each)
        except (ValueError, TypeError, AttributeError):
            continue


def named(records: tuple[Record, ...], known: dict[UUID, str]) -> dict[UUID, str]:
    """What records are called: by their own words, else by what they tie together, as far as that has a name."""
    own = {record.id: own_words(record) for record in records}
    everything = {**known, **own}
    return {record.id: own[record.id] or _ties(record, everything) for record in records}


def _ties(record: Record, known: dict[UUID, str]) -> str:
    visit = getattr(record, "visit_id", None)
    ends = [known.get(each, "") for each in ends_of(record) if each != visit]
    return " · ".join(each for each in ends if each)


def _question(conflict: Conflict, record: Record | None, known: dict[UUID, str]) -> Question:
    if record is None:
        return Question(conflict, "", "", known)
    about = known.get(record.id) or _ties(record, known)
    return Question(conflict, about, known.get(getattr(record, "visit_id", None) or record.id, ""), known)

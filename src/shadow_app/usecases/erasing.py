"""Erase visits and people: looked at first, then gone for good, with a receipt that holds counts and no content."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shadow_app.domain.errors import NotFound
from shadow_app.domain.language import mark, say
from shadow_app.domain.people import Host
from shadow_app.domain.record import Record
from shadow_app.domain.telling import Contact, Conversation
from shadow_app.domain.visit import Visit
from shadow_app.storage import holdings, host_keys, receipts
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.unit_of_work import UnitOfWork
from shadow_app.usecases.withdrawal import void_editions

TIME_IS_UP = mark("its time of retention was over")
ASKED_FOR = mark("it was erased on request")


@dataclass(frozen=True)
class VisitGoing:
    """One visit that would go: its number and day, and how much was noted on it."""

    visit_id: UUID
    number: str
    on: date
    notes: int
    photos: int


@dataclass(frozen=True)
class Going:
    """What an erasure would take, and what would stay. Nothing has been touched."""

    visits: tuple[VisitGoing, ...]
    contacts: tuple[UUID, ...]
    records: dict[str, int]
    """Kind → how many, over all of them."""
    quotes: int
    names: int
    """Entries of the key list that go along."""
    editions: tuple[str, ...]
    """Released reports that lose their content, by title and number."""
    pains_losing: int
    """Pain points that lose some of their notes and keep others."""
    pains_left_bare: int
    """Pain points that stay without a note: what leads wrote in them stays and is theirs to look at."""
    snapshots: int
    """Locked rankings: they hold numbers only, and stay."""
    shared_hosts: int
    """Hosts who share one of the visits and were not asked for: what was noted with them goes as well."""

    @property
    def nothing(self) -> bool:
        """Whether nothing would go."""
        return not self.visits and not self.contacts

    @property
    def notes(self) -> int:
        """How many notes would go."""
        return self.records.get("observation", 0)

    @property
    def photos(self) -> int:
        """How many photos would go."""
        return self.records.get("attachment", 0)


@dataclass(frozen=True)
class Person:
    """Everything that belongs to one host: the visits they hosted, and what contacts bear the same name.

    Without a name in the key list a host is known on the one visit only.
    """

    host_id: UUID
    pseudonym: str
    name: str
    host_ids: tuple[UUID, ...]
    visit_ids: tuple[UUID, ...]
    contact_ids: tuple[UUID, ...]


def person(read: Reader, host_id: UUID) -> Person:
    """Who is behind a host, as far as this computer's key list tells.

    Raises:
        NotFound: there is no such host.
    """
    host = read.get(Host, host_id)
    names = host_keys.names(read)
    name = names.get(host_id, "")
    if not name.strip():
        return Person(host_id, host.pseudonym, "", (host_id,), (host.visit_id,), ())
    hosts = [each for each in read.where(Host) if _same(names.get(each.id, ""), name)]
    return Person(
        host_id,
        host.pseudonym,
        name,
        tuple(each.id for each in hosts),
        tuple(dict.fromkeys(each.visit_id for each in hosts)),
        tuple(each.id for each in read.where(Contact) if _same(each.name, name)),
    )


def going(read: Reader, visit_ids: Collection[UUID], asked: Person | None = None) -> Going:
    """What erasing these visits would take; with `asked`, also the contacts of that person.

    Raises:
        NotFound: one of the visits is not there.
    """
    visits = sorted((read.recall(Visit, each) for each in set(visit_ids)), key=lambda each: each.starts_at)
    ids = [each.id for each in visits]
    contacts = asked.contact_ids if asked else ()
    hosts = [each for visit_id in ids for each in read.where(Host, visit_id=visit_id)]
    keyed = {each.host_id for each in host_keys.keys(read) if each.visit_id in set(ids)}
    pains = holdings.pains_resting_on(read, ids)
    return Going(
        visits=tuple(_visit_going(read, each) for each in visits),
        contacts=contacts,
        records=holdings.counts(read, [*ids, *contacts, *_talks(read, contacts)]),
        quotes=holdings.notes_saying(read, ids),
        names=len(keyed),
        editions=tuple(f"{each.title} ({each.number})" for each in holdings.standing_editions(read, ids)),
        pains_losing=sum(each.here < each.all for each in pains),
        pains_left_bare=sum(each.here == each.all for each in pains),
        snapshots=holdings.snapshots(read),
        shared_hosts=sum(each.id not in asked.host_ids for each in hosts) if asked else 0,
    )


def erase_visits(store: Store, visit_ids: Sequence[UUID], why: str) -> list[UUID]:
    """Erase each visit as a transaction of its own; returns the receipts.

    Raises:
        NotFound: one of them is not there; those before it are gone.
        Refused: this laptop may not erase.
    """
    made = []
    for visit_id in visit_ids:
        with store.work("Erased") as work:
            made.append(_erase(work, work.recall(Visit, visit_id), why))
            work.commit()
    return made


def erase_person(store: Store, host_id: UUID) -> list[UUID]:
    """Erase all visits of a host, and the contacts of the same name, as one transaction; returns the receipts.

    Raises:
        NotFound: there is no such host.
        Refused: this laptop may not erase.
    """
    with store.work("Erased") as work:
        asked = person(work, host_id)
        made = [_erase(work, work.recall(Visit, each), ASKED_FOR) for each in asked.visit_ids]
        made += [_erase(work, work.recall(Contact, each), ASKED_FOR) for each in asked.contact_ids]
        work.commit()
    return made


def visit_numbered(store: Store, word: str) -> UUID:
    """The visit with this number or id, also when it was removed from the lists.

    Raises:
        NotFound: there is none.
    """
    with store.reading() as read:
        for each in read.where(Visit, removed=True):
            if word in (each.number, str(each.id)):
                return each.id
    raise NotFound(say("There is no visit {word}; `shadow-app visit list` shows their numbers.", word=word))


def _erase(work: UnitOfWork, record: Record, why: str) -> UUID:
    is_visit = isinstance(record, Visit)
    gone = going(work, [record.id]) if is_visit else None
    body = {
        "kind": record.kind_name,
        "record_id": str(record.id),
        "why": why,
        "records": holdings.counts(work, [record.id, *_talks(work, [record.id])]),
        "editions": len(gone.editions) if gone else 0,
        "names": gone.names if gone else 0,
    }
    if isinstance(record, Visit):
        body |= {"number": record.number, "visited_on": f"{record.local_start:%Y-%m-%d}"}
        void_editions(work, record.id, why)
    work.erase(record)
    return receipts.keep(work, record.id, body)


def _visit_going(read: Reader, visit: Visit) -> VisitGoing:
    records = holdings.counts(read, [visit.id])
    day = visit.local_start.date()
    return VisitGoing(visit.id, visit.number, day, records.get("observation", 0), records.get("attachment", 0))


def _talks(read: Reader, contact_ids: Collection[UUID]) -> list[UUID]:
    """What was talked about with these contacts goes with them."""
    return [talk.id for each in contact_ids for talk in read.where(Conversation, removed=True, contact_id=each)]


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold() != ""

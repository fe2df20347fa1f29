"""One arrival from elsewhere: changes, unfit lines and contents taken in as one transaction, or only looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from uuid import UUID

from sqlalchemy import Connection

from shadow_app.domain.change import Change
from shadow_app.domain.language import say
from shadow_app.domain.news import News
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record
from shadow_app.domain.team import STATEMENTS
from shadow_app.domain.voice import is_voice
from shadow_app.insight.withdrawn import note_as_allowed
from shadow_app.storage import contents, learning, receipts, takings
from shadow_app.storage.absorb import Absorbed, Absorption, refuse
from shadow_app.storage.collecting import collecting_seldom
from shadow_app.storage.conflicts import Conflict, conflicts
from shadow_app.storage.devices import accept, devices, seen
from shadow_app.storage.engine import translated
from shadow_app.storage.erasing import drop_unused
from shadow_app.storage.listings import withdrawn_on
from shadow_app.storage.private_copy import private_copy
from shadow_app.storage.repository import Reader
from shadow_app.storage.restating import restate
from shadow_app.storage.scrubbing import scrub, will_scrub
from shadow_app.storage.settle import Shown, settle
from shadow_app.storage.store import Store
from shadow_app.storage.trust import JOINED, follow_root, remember

SHOWN = 500
"""Records of one sort that are shown of an arrival; of all others only the number is told."""

IN_PLACE = 1_000
"""Changes that are looked at where they would be taken: Enter waits a fifth of a second, as for a folder's piece."""


@dataclass(frozen=True)
class Arrival:
    """What came, from whom, and where it lay. `bad` are lines that are no change, each with the reason.

    Without a `public_key` it comes from a place that has itself looked who may leave what there.
    """

    source: str
    device: str
    public_key: str
    person: str
    made_at: datetime
    changes: Sequence[Change]
    bad: Sequence[tuple[str, str]] = ()
    contents: Iterable[tuple[str, bytes]] = ()
    """Hash and bytes of what changes name that came before; asked for one after the other."""
    box_key: str = ""
    root: str = ""
    """The key of the team that this store goes by once it is taken; empty where nothing changes."""
    name: str = ""
    """Its name in a shared folder, to be marked as read; empty for a file."""
    erasures: Sequence[receipts.Place] = ()
    """The erasures that its maker's log has."""


@dataclass(frozen=True)
class Outcome:
    """What an arrival did, or would do. Of many records the first `SHOWN` of each sort stand here, and all count."""

    new: tuple[Record, ...]
    changed: tuple[Record, ...]
    gone: int
    conflicts: tuple[Conflict, ...]
    """Only those that it brings."""
    absorbed: Absorbed
    taking: UUID | None = None
    new_count: int = 0
    changed_count: int = 0
    conflict_count: int = 0


Thumbnail = Callable[[bytes], bytes | None]
"""A small picture of a picture, or None if it is none."""


def look(store: Store, arrivals: Iterable[Arrival], thumbnail: Thumbnail) -> Outcome:
    """What taking them together would do: done to a copy that only this asks, so that it is exact and nothing waits."""
    if _few(arrivals) is not None:
        return _look_here(store, arrivals, thumbnail)
    with private_copy(store) as engine, engine.connect() as connection, connection.begin(), collecting_seldom():
        return _take(connection, store.device, arrivals, thumbnail, None)


def _look_here(store: Store, arrivals: Iterable[Arrival], thumbnail: Thumbnail) -> Outcome:
    """Done and rolled back: of few changes that takes less than a copy."""
    with translated(store.path), store.writer.connect() as connection:
        transaction = connection.begin()
        try:
            return _take(connection, store.device, arrivals, thumbnail, None)
        finally:
            transaction.rollback()


def take(store: Store, arrival: Arrival, thumbnail: Thumbnail, after: UUID | None = None) -> Outcome:
    """Take it, as one transaction, and tell whoever listens; `after` is a taking of which it is the next part."""
    with store.maintaining() as write, collecting_seldom():
        outcome = _take(write.connection, store.device, [arrival], thumbnail, after)
    _tell(store, outcome, arrival.source)
    return outcome


def take_all(store: Store, arrivals: Iterable[Arrival], thumbnail: Thumbnail) -> Outcome:
    """Take what came in several pieces from one device, all of it as one transaction or, if a piece fails, none."""
    first, pieces = _first_of(arrivals)
    with store.maintaining() as write, collecting_seldom():
        outcome = _take(write.connection, store.device, pieces, thumbnail, None)
    _tell(store, outcome, first.source)
    return outcome


def _tell(store: Store, outcome: Outcome, source: str) -> None:
    if outcome.absorbed.erased:
        with translated(store.path), store.writer.connect() as connection:
            scrub(connection, store.path)
    if outcome.absorbed.own_numbers:
        store.renew_device()
    if outcome.absorbed.fresh:
        store.tell(News(None, f"Received: {source}", ()))


def _first_of(arrivals: Iterable[Arrival]) -> tuple[Arrival, Iterator[Arrival]]:
    pieces = iter(arrivals)
    first = next(pieces)
    return first, chain([first], pieces)


def _take(
    connection: Connection, own_device: str, arrivals: Iterable[Arrival], thumbnail: Thumbnail, after: UUID | None
) -> Outcome:
    first, pieces = _first_of(arrivals)
    read, last = Reader(connection), takings.newest_row(connection)
    disputed = {(each.record_id, each.field) for each in conflicts(read, _few(arrivals))}
    absorption = Absorption(connection, own_device, first.device)
    lonely = not devices(read)
    if first.public_key:
        accept(read, first.device, first.public_key, first.person, first.box_key)
    if first.root:
        # Go by another team from now on: what its lead has not said has no effect any more.
        follow_root(connection, first.root)
        absorption.touch(*restate(connection))
    reasons = []
    for arrival in pieces:
        for payload, reason in arrival.bad:
            refuse(connection, payload, reason, sender=arrival.device)
            reasons.append(reason)
        absorption.take(list(arrival.changes))
        _keep_contents(connection, arrival, thumbnail, absorption.result)
        seen(read, arrival.device, arrival.made_at)
        receipts.confirm(connection, arrival.device, arrival.made_at, arrival.erasures)
        if arrival.name:
            takings.mark_read(connection, arrival.source, arrival.name)
    told = _Told()
    absorbed = absorption.finish(told)
    absorbed.refused += reasons
    if absorbed.erased:
        learning.forget_erased(read)
        will_scrub(connection)
    told.hide(read)
    taking = None
    if absorbed.fresh:
        taking = takings.remember(connection, first.source, first.device, first.person, last, after)
        if first.root and lonely:
            remember(connection, JOINED, str(taking))
    brought = [each for each in conflicts(read, told.several) if (each.record_id, each.field) not in disputed]
    return told.outcome(absorbed, taking, brought)


def join(connection: Connection, root: str) -> None:
    """Go by another team from now on: what its lead has not said has no effect any more."""
    follow_root(connection, root)
    touched, gone = restate(connection)
    settle(connection, touched)
    drop_unused(connection, gone)


def _few(arrivals: Iterable[Arrival]) -> set[tuple[str, UUID]] | None:
    """The records of an arrival that are few enough to be asked for one by one; None stands for all there are."""
    if not isinstance(arrivals, list) or sum(len(each.changes) for each in arrivals) > IN_PLACE:
        return None
    changes = [change for each in arrivals for change in each.changes]
    if any(each.root for each in arrivals) or any(each.kind in STATEMENTS for each in changes):
        return None
    return {(each.kind, each.record_id) for each in changes}


class _Told:
    """What settling says that it did."""

    def __init__(self) -> None:
        self.new: list[Record] = []
        self.changed: list[Record] = []
        self.counts = Counter[str]()
        self.several: set[tuple[str, UUID]] = set()
        """Records with more than one standing change for some field."""

    def __call__(self, before: Shown | None, after: Shown | None) -> None:
        if after is None:
            self.counts["gone"] += 1
            return
        if any(len(cids) > 1 for cids in after.heads.values()):
            self.several.add((after.record.kind_name, after.record.id))
        if before is None or before.record != after.record:
            sort, shown = ("new", self.new) if before is None else ("changed", self.changed)
            self.counts[sort] += 1
            if len(shown) < SHOWN:
                shown.append(after.record)

    def hide(self, read: Reader) -> None:
        """Take out of what is shown the words of notes whose hosts have taken the agreement back, here or with it."""
        notes = [each for each in (*self.new, *self.changed) if isinstance(each, Observation)]
        withdrawn = withdrawn_on(read, {each.visit_id for each in notes}) if notes else {}
        for shown in (self.new, self.changed) if withdrawn else ():
            shown[:] = [
                note_as_allowed(each, withdrawn.get(each.visit_id, ())) if isinstance(each, Observation) else each
                for each in shown
            ]

    def outcome(self, absorbed: Absorbed, taking: UUID | None, brought: Sequence[Conflict]) -> Outcome:
        """All of it as one value."""
        return Outcome(
            new=tuple(self.new),
            changed=tuple(self.changed),
            gone=self.counts["gone"],
            conflicts=tuple(brought[:SHOWN]),
            absorbed=absorbed,
            taking=taking,
            new_count=self.counts["new"],
            changed_count=self.counts["changed"],
            conflict_count=len(brought),
        )


def _keep_contents(connection: Connection, arrival: Arrival, thumbnail: Thumbnail, absorbed: Absorbed) -> None:
    """Only what the log names and nobody has erased; a photo only if it is a picture, a voice only if it is sound."""
    wanted: set[str] | None = None
    attached: dict[str, set[bool]] = {}
    for sha256, data in arrival.contents:
        if wanted is None:
            wanted, attached = contents.missing(connection), contents.attached(connection)
        if sha256 in wanted and not _kept(connection, sha256, data, attached.get(sha256, set()), thumbnail):
            absorbed.refused.append(say("A photo or recording is none that can be used; the note stands without it."))


def keep_content(store: Store, sha256: str, data: bytes, thumbnail: Thumbnail) -> bool:
    """Keep one thing that was missing; whether it is what its kind says."""
    with store.maintaining() as write:
        return _kept(write.connection, sha256, data, contents.attached(write.connection).get(sha256, set()), thumbnail)


def _kept(connection: Connection, sha256: str, data: bytes, voices: set[bool], thumbnail: Thumbnail) -> bool:
    if True in voices and not is_voice(data):
        return False
    small = thumbnail(data) if False in voices else None
    if small is None and False in voices:
        return False
    contents.keep(connection, sha256, data, small)
    return True

"""Handing over a file, and taking one: looked at first, then taken as one transaction, and taken back as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from itertools import chain
from pathlib import Path
from uuid import UUID, uuid4

from shadow_app.domain.change import Change
from shadow_app.domain.errors import ImportTrouble, NotFound, PictureTrouble
from shadow_app.domain.language import say
from shadow_app.domain.record import Record
from shadow_app.domain.visible import visible
from shadow_app.domain.visit import Visit
from shadow_app.interchange import pictures
from shadow_app.storage import contents, receipts, takings, vectors
from shadow_app.storage.arrivals import IN_PLACE, Arrival, Outcome, look, take_all
from shadow_app.storage.conflicts import Conflict
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.trust import FOUNDED, fact_of, root_of
from shadow_app.sync import handover
from shadow_app.sync.recipients import box_key
from shadow_app.sync.segment import MOST_ERASURES, Content, Erasure, Segment, encode, in_pieces
from shadow_app.usecases import sealing, withdrawal
from shadow_app.usecases.admitting import Sender, admit, sender_of
from shadow_app.usecases.team import is_alone
from shadow_app.usecases.team_keys import box_keys


@dataclass(frozen=True)
class Sent:
    """What a file holds that was written."""

    path: Path
    changes: int
    contents: int
    size: int


@dataclass(frozen=True)
class Preview:
    """What a file would do; all text in it is plain. Nothing has been touched."""

    path: Path
    sender: Sender
    about: str
    new: tuple[Record, ...]
    changed: tuple[Record, ...]
    gone: int
    """Records that it erases."""
    conflicts: tuple[Conflict, ...]
    refused: tuple[str, ...]
    warnings: tuple[str, ...]
    fresh: int
    """Changes that are not here yet."""
    new_count: int
    """Of `new`, `changed` and `conflicts` only the first `SHOWN` stand there."""
    changed_count: int
    conflict_count: int
    parcel: Parcel


@dataclass(frozen=True)
class Taken:
    """What a file did. `taking` names it to be taken back; None if there was nothing new. `copy` is from before."""

    outcome: Outcome
    taking: UUID | None
    copy: Path | None


@dataclass(frozen=True)
class Packer:
    """Who packs: asked of the store before a reading is begun, as the store has one connection for readers."""

    key: bytes
    root: str
    alone: bool
    device: str
    person: str
    erasures: tuple[receipts.Place, ...] = ()

    @classmethod
    def of(cls, store: Store) -> Packer:
        """This store's own name and key."""
        with store.reading() as read:
            root = root_of(read.connection)
            alone = is_alone(read, store.signer.public_key) and not fact_of(read.connection, FOUNDED)
            erasures = tuple(receipts.newest(read.connection, MOST_ERASURES))
        return cls(store.signer.seed, root, alone, store.device, visible(store.author), erasures)

    def pack(
        self,
        changes: Sequence[Change],
        *,
        about: str = "",
        along: Mapping[str, int] | None = None,
        part_of: tuple[UUID, int, bool] | None = None,
    ) -> bytes:
        """A signed segment of these changes; `along`: the contents that go with it, and their sizes."""
        return encode(
            changes,
            key=self.key,
            root=self.root,
            alone=self.alone,
            box_key=box_key(self.key),
            device=self.device,
            person=self.person,
            made_at=datetime.now(timezone.utc),
            about=about,
            erasures=[Erasure(scope=scope, device=device, seq=seq) for scope, device, seq in self.erasures],
            contents=[Content(sha256=sha, size=size) for sha, size in sorted((along or {}).items())],
            part_of=part_of,
        )


def send(
    store: Store,
    path: Path,
    visit_id: UUID | None = None,
    passphrase: str | None = None,
    to: Collection[str] = (),
) -> Sent:
    """Write a hand-over file of everything, or of one visit and what it needs.

    Args:
        store: this laptop's.
        path: where the file goes.
        visit_id: only this visit; everything, if not said.
        passphrase: seal it to a passphrase.
        to: seal it to these devices of the team; this one can open it as well.

    Raises:
        NotFound: there is no such visit, or no such device.
        Refused: the passphrase is too short, or a device was revoked or has not told its key.
        StoreTrouble: the file cannot be written.
    """
    recipients = box_keys(store, to)
    sealing.check(passphrase, recipients)
    packer = Packer.of(store)
    lock, key = sealing.lock_and_key(passphrase, recipients) if passphrase is not None or recipients else (None, b"")
    with store.looking() as read:
        packing = _Packing(packer, read, visit_id)
        size = handover.write_sealed(path, packing.into, lock, key)
    return Sent(path, packing.changes, len(packing.named), size)


class _Packing:
    """Writes a file's inside, piece by piece."""

    def __init__(self, packer: Packer, read: Reader, visit_id: UUID | None) -> None:
        self._packer = packer
        self._connection = read.connection
        self._file = uuid4()
        if visit_id is None:
            self._about, self._all = "", vectors.changes_since(read.connection, {})
        else:
            visit = read.get(Visit, visit_id)
            self._about = say("Visit {number}", number=visit.number or visit.id)
            self._all = vectors.changes_of_visit(read.connection, visit_id)
        self.changes = 0
        self.named: dict[str, int] = {}

    def into(self, sink: handover.Sink) -> int:
        """Write all of it; returns how many bytes."""
        return handover.write(sink, self._segments(), self._contents())

    def _contents(self) -> Iterator[bytes]:
        for sha256 in self.named:
            yield contents.read(self._connection, sha256) or b""

    def _segments(self) -> Iterator[bytes]:
        pieces = in_pieces(self._all)
        piece: list[Change] | None = next(pieces)
        part = 0
        while piece is not None:
            following = next(pieces, None)
            part += 1
            fresh = contents.named_by(piece).keys() - self.named.keys()
            along = dict(sorted(contents.sizes(self._connection, fresh).items()))
            self.changes += len(piece)
            self.named |= along
            whole = (self._file, part, following is None)
            yield self._packer.pack(piece, about=self._about, along=along, part_of=whole)
            piece = following


@dataclass(frozen=True)
class Parcel:
    """A file that was looked at, so that the very same can be taken."""

    path: Path
    key: bytes | None = field(repr=False)
    digest: str

    def arrivals(self, root: str) -> Iterator[Arrival]:
        """All that is in it, piece by piece.

        Raises:
            ImportTrouble: it is not any more what was looked at.
        """
        with handover.opened(self.path, self.key, sealing.does_not_open(self.path.name)) as source:
            yield from _arrivals(handover.HandOver(source, self.path.name), self.path.name, root)
            if source.digest != self.digest:
                raise ImportTrouble(
                    say(
                        "{name} was changed after you looked at it. Nothing was taken; look again.", name=self.path.name
                    )
                )


def preview(store: Store, path: Path, passphrase: str | None = None) -> Preview:
    """What taking a file would do. Nothing is changed, and nobody who writes meanwhile waits for it.

    Raises:
        Sealed: it asks for a passphrase, or for another one.
        ImportTrouble: it cannot be read, is damaged, of a newer version, or of another team.
    """
    lock = handover.lock_of(path)
    key = None if lock is None else sealing.key_in(lock, store.signer.seed, passphrase, path.name)
    with handover.opened(path, key, sealing.does_not_open(path.name)) as source:
        held = handover.HandOver(source, path.name)
        segments = held.segments()
        first = next(segments)
        sender = sender_of(store, first, path.name)
        arrivals = _arrivals(held, path.name, sender.follows, chain([first], segments))
        # What is small is looked at as a whole, which is quicker.
        small = first.envelope.last and len(first.changes) <= IN_PLACE
        outcome = look(store, list(arrivals) if small else arrivals, small_picture)
        digest = source.digest
    return Preview(
        path=path,
        sender=sender,
        about=visible(first.envelope.about),
        new=outcome.new,
        changed=outcome.changed,
        gone=outcome.gone,
        conflicts=outcome.conflicts,
        refused=tuple(map(visible, outcome.absorbed.refused)),
        warnings=tuple(each for each in (sender.joins_words, sender.warning, *warnings_of(outcome)) if each),
        fresh=outcome.absorbed.fresh,
        new_count=outcome.new_count,
        changed_count=outcome.changed_count,
        conflict_count=outcome.conflict_count,
        parcel=Parcel(path, key, digest),
    )


def _arrivals(
    held: handover.HandOver, source: str, root: str, segments: Iterable[Segment] | None = None
) -> Iterator[Arrival]:
    arrival = None
    for segment in held.segments() if segments is None else segments:
        arrival = arrival_of(segment, source, root=root)
        yield arrival
    assert arrival is not None
    yield replace(arrival, changes=(), bad=(), contents=held.contents())


def take_in(store: Store, seen: Preview, *, accept: bool = False, own_team: bool = False) -> Taken:
    """Take what was looked at; a copy of the store is made before. Taking it twice changes nothing.

    Args:
        accept: the device is unknown, and somebody has said that its segments are to be taken from now on.
        own_team: where taking it would join the sender's team, take the sender into one's own instead.

    Raises:
        Refused: the device is unknown and nobody has accepted it, or it belongs to a team already.
    """
    root = admit(store, seen.sender, accept=accept, own_team=own_team)
    copy = takings.copy_aside(store) if seen.fresh else None
    outcome = take_all(store, seen.parcel.arrivals(root), small_picture)
    withdrawal.catch_up(store)
    # What it erased is gone from the copy as well, by taking the copy away.
    return Taken(outcome, outcome.taking, copy if copy is not None and copy.exists() else None)


def arrival_of(segment: Segment, source: str, *, name: str = "", root: str = "") -> Arrival:
    """A checked segment as the store takes it; `root` is the team that it goes by from then on, if that changes."""
    told = segment.envelope
    return Arrival(
        source=source,
        device=told.device,
        public_key=told.public_key,
        box_key=told.box_key,
        person=visible(told.person),
        made_at=told.made_at,
        changes=segment.changes,
        bad=[(each.payload, each.reason) for each in segment.bad],
        name=name,
        root=root,
        erasures=[(each.scope, each.device, each.seq) for each in told.erasures],
    )


def warnings_of(outcome: Outcome) -> list[str]:
    """What somebody should look after, one sentence each."""
    said = [
        say(
            "Device {each} used numbers twice: it was copied or put back from a backup. Both versions are kept.",
            each=each,
        )
        for each in sorted(outcome.absorbed.forked)
    ]
    said += [
        say("The clock of device {each} is more than a day ahead: set it right. Nothing is lost by it.", each=each)
        for each in sorted(outcome.absorbed.fast_clocks)
    ]
    if outcome.absorbed.own_numbers:
        said.append(say("This store was put back from a backup or copied, so it goes on under a new device id."))
    return said


def small_picture(data: bytes) -> bytes | None:
    """A small picture for the lists, or None where there is no picture, or one that tells more than its pixels.

    Every laptop strips its photos; one that came with a place or a name in it was put there by something else.
    """
    try:
        return pictures.thumbnail(data) if pictures.is_bare(data) else None
    except PictureTrouble:
        return None


def visit_named(store: Store, word: str) -> UUID:
    """The visit with this number or id.

    Raises:
        NotFound: there is none.
    """
    with store.reading() as read:
        for visit in read.where(Visit):
            if word in (visit.number, str(visit.id)):
                return visit.id
    raise NotFound(
        say("There is no visit {visible}; `shadow-app visit list` shows their numbers.", visible=visible(word))
    )

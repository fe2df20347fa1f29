"""Handing over a file, and taking one: looked at first, then taken as one transaction, and taken back as a whole."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from uuid import UUID, uuid4

from pydantic import ValidationError

from shadow_app.domain.change import Change
from shadow_app.domain.errors import ImportTrouble, NotFound, PictureTrouble, Refused
from shadow_app.domain.record import Record
from shadow_app.domain.visible import visible
from shadow_app.domain.visit import Visit
from shadow_app.interchange import pictures
from shadow_app.storage import contents, devices, takings, vectors
from shadow_app.storage.arrivals import Arrival, Outcome, look, take
from shadow_app.storage.conflicts import Conflict
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.wraps import KEY_BYTES, PassphraseWrap
from shadow_app.sync import handover
from shadow_app.sync.segment import Content, Covered, Segment, encode, new_key, public_key

SHORTEST_PASSPHRASE = 8


@dataclass(frozen=True)
class Sent:
    """What a file holds that was written."""

    path: Path
    changes: int
    contents: int
    size: int


@dataclass(frozen=True)
class Sender:
    """Who packed something, as far as its signature tells. `known`: somebody here has accepted the device."""

    device: str
    fingerprint: str
    """The first sixteen digits of the key, to be compared by telephone."""
    person: str
    made_at: datetime
    known: bool
    joins: UUID | None = None
    """The team that accepting it would make this store a part of."""


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
    arrival: Arrival


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
    team: UUID
    device: str
    person: str

    @classmethod
    def of(cls, store: Store) -> Packer:
        """This store's own name and key."""
        key, team = devices.signing_key(store, new_key), devices.team_of(store)
        return cls(key, team, store.device, visible(store.author))

    def pack(self, read: Reader, changes: Sequence[Change], *, about: str = "", along: bool = False) -> bytes:
        """A signed segment of these changes; `along`: its envelope names the contents that go with it."""
        named = contents.sizes(read.connection, contents.named_by(changes)) if along else {}
        covers = {} if about else vectors.vector(read.connection)
        return encode(
            changes,
            key=self.key,
            team=self.team,
            device=self.device,
            person=self.person,
            made_at=datetime.now(timezone.utc),
            about=about,
            covers=[Covered(scope=s, device=d, seq=each.seq, cid=each.cid) for (s, d), each in covers.items()],
            contents=[Content(sha256=sha, size=size) for sha, size in sorted(named.items())],
        )


def send(store: Store, path: Path, visit_id: UUID | None = None, passphrase: str | None = None) -> Sent:
    """Write a hand-over file of everything, or of one visit and what it needs.

    Raises:
        NotFound: there is no such visit.
        Refused: the passphrase is too short.
        StoreTrouble: the file cannot be written.
    """
    if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
        raise Refused(f"The passphrase has fewer than {SHORTEST_PASSPHRASE} characters: choose a longer one.")
    packer = Packer.of(store)
    with store.reading() as read:
        if visit_id is None:
            about, changes = "", list(vectors.changes_since(read.connection, {}))
        else:
            visit = read.get(Visit, visit_id)
            about = f"Visit {visit.number or visit.id}"
            changes = list(vectors.changes_of_visit(read.connection, visit_id))
        segment = packer.pack(read, changes, about=about, along=True)
        named = contents.sizes(read.connection, contents.named_by(changes))
        held = {sha: contents.read(read.connection, sha) or b"" for sha in named}
    data = handover.pack(segment, held)
    if passphrase is not None:
        data = _sealed(data, passphrase)
    if len(data) > handover.LARGEST_FILE:
        raise Refused("The photos make this file too large: hand over single visits, or use a shared folder.")
    handover.write_file(path, data)
    return Sent(path, len(changes), len(held), len(data))


def preview(store: Store, path: Path, passphrase: str | None = None) -> Preview:
    """What taking a file would do. Nothing is changed.

    Raises:
        ImportTrouble: it cannot be read, is damaged, sealed, of a newer version, or of another team.
    """
    data = handover.read_file(path)
    if handover.lock_of(data) is not None:
        data = _unsealed(data, passphrase, path.name)
    held = handover.unpack(data, path.name)
    sender = sender_of(store, held.segment, path.name)
    arrival = arrival_of(held.segment, path.name, contents=dict(held.contents))
    outcome = look(store, arrival, small_picture)
    return Preview(
        path=path,
        sender=sender,
        about=visible(held.segment.envelope.about),
        new=outcome.new,
        changed=outcome.changed,
        gone=outcome.gone,
        conflicts=outcome.conflicts,
        refused=tuple(map(visible, outcome.absorbed.refused)),
        warnings=tuple(warnings_of(outcome)),
        fresh=outcome.absorbed.fresh,
        arrival=arrival,
    )


def take_in(store: Store, seen: Preview, *, accept: bool = False) -> Taken:
    """Take what was looked at; a copy of the store is made before. Taking it twice changes nothing.

    Args:
        accept: the device is unknown, and somebody has said that its segments are to be taken from now on.

    Raises:
        Refused: the device is unknown and nobody has accepted it.
    """
    admit(store, seen.sender, accept=accept)
    copy = takings.copy_aside(store) if seen.fresh else None
    outcome = take(store, seen.arrival, small_picture)
    return Taken(outcome, outcome.taking, copy)


def sender_of(store: Store, segment: Segment, what: str) -> Sender:
    """Who packed a segment.

    Raises:
        ImportTrouble: it is another team's, or bears a known device's id and another key.
    """
    told = segment.envelope
    own, teams = public_key(devices.signing_key(store, new_key)), devices.teams_of(store)
    with store.reading() as read:
        kept = devices.key_of(read, told.device)
        known = devices.is_known_key(read, told.public_key)
        lonely = not devices.devices(read)
    if kept is not None and kept != told.public_key:
        raise ImportTrouble(
            f"{what} says it is from device {told.device}, but bears another key than the one that was accepted. "
            "Nothing was taken; ask whose laptop it is."
        )
    joins = None
    if told.team not in teams:
        if not lonely:
            raise ImportTrouble(
                f"{what} is from another team. Nothing was taken; whoever sent it first takes a file from your team, "
                "then sends again."
            )
        joins = told.team
    mark = told.public_key[:16]
    return Sender(told.device, mark, visible(told.person), told.made_at, known or told.public_key == own, joins)


def admit(store: Store, sender: Sender, *, accept: bool) -> None:
    """Let a sender's segments in; its key is remembered as they are taken.

    Raises:
        Refused: nobody here has accepted it.
    """
    if not sender.known and not accept:
        raise Refused(
            f"Device {sender.device} of {sender.person or 'somebody without a name'} is unknown here (key "
            f"{sender.fingerprint}): compare the key with its owner, then accept it."
        )
    if sender.joins is not None:
        devices.join(store, sender.joins)


def arrival_of(segment: Segment, source: str, *, name: str = "", contents: dict[str, bytes] | None = None) -> Arrival:
    """A checked segment as the store takes it."""
    told = segment.envelope
    return Arrival(
        source=source,
        device=told.device,
        public_key=told.public_key,
        person=visible(told.person),
        made_at=told.made_at,
        changes=segment.changes,
        bad=[(each.payload, each.reason) for each in segment.bad],
        contents=contents or {},
        name=name,
        covers=[(each.scope, each.device, each.seq) for each in told.covers],
    )


def warnings_of(outcome: Outcome) -> list[str]:
    """What somebody should look after, one sentence each."""
    said = [
        f"Device {each} used numbers twice: it was copied or put back from a backup. Both versions are kept."
        for each in sorted(outcome.absorbed.forked)
    ]
    said += [
        f"The clock of device {each} is more than a day ahead: set it right. Nothing is lost by it."
        for each in sorted(outcome.absorbed.fast_clocks)
    ]
    if outcome.absorbed.own_numbers:
        said.append("This store was put back from a backup or copied, so it goes on under a new device id.")
    return said


def small_picture(data: bytes) -> bytes | None:
    """A small picture for the lists, or None where there is no picture."""
    try:
        return pictures.thumbnail(data)
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
    raise NotFound(f"There is no visit {visible(word)}; `shadow-app visit list` shows their numbers.")


def _sealed(data: bytes, passphrase: str) -> bytes:
    wrap, own = PassphraseWrap(), uuid4()
    key = secrets.token_bytes(KEY_BYTES)
    lock = {"file": str(own), "wrap": json.loads(wrap.around(key, wrap.secret(passphrase), own).model_dump_json())}
    return handover.seal(data, key, json.dumps(lock, sort_keys=True).encode())


def _unsealed(data: bytes, passphrase: str | None, what: str) -> bytes:
    if passphrase is None:
        raise ImportTrouble(f"{what} is sealed: give its passphrase.")
    damaged = ImportTrouble(f"The passphrase does not open {what}, or the file was changed. Nothing was taken.")
    try:
        lock = json.loads(handover.lock_of(data) or b"")
        wrap = PassphraseWrap.model_validate_json(json.dumps(lock["wrap"]))
        key = wrap.opened(wrap.secret(passphrase), UUID(lock["file"]))
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError, AttributeError):
        raise damaged from None
    opened = None if key is None else handover.opened(data, key)
    if opened is None:
        raise damaged
    return opened

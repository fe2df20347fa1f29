"""Keeping in step through a shared folder: leave there what is not there yet, take what others have left.

What was left is read back before the cursor moves. A segment that does not verify is tried again next time, for it may
only not have arrived whole. That something is missing means nothing.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from uuid import UUID

from shadow_app.domain.errors import ImportTrouble, Trouble, Unreachable
from shadow_app.domain.language import say
from shadow_app.domain.transport import Transport, Watch
from shadow_app.storage import contents, takings
from shadow_app.storage.arrivals import Arrival, Outcome, keep_content, take
from shadow_app.storage.erasing import all_erased
from shadow_app.storage.store import Store
from shadow_app.sync.segment import decode, in_pieces
from shadow_app.usecases.admitting import Sender, admit, sender_of
from shadow_app.usecases.handing_over import Packer, arrival_of, small_picture, warnings_of

AT_ONCE = 20_000
"""Changes per segment: some megabytes before packing."""


FEWEST_AT_ONCE, TAKEN_AT_ONCE, LONGEST_SECONDS = 200, 2_000, 0.2
"""Changes taken from there in one transaction, and how long it should last: whoever presses Enter meanwhile waits for
one at most, on a slow laptop as on a fast one."""


@dataclass
class Synced:
    """What one look at a shared folder came to."""

    sent: int = 0
    received: int = 0
    pictures: int = 0
    unknown: list[Sender] = field(default_factory=list)
    """Devices whose segments wait until somebody accepts them."""
    later: int = 0
    """Segments and pictures that have not arrived whole, or that the folder did not "
    "give; tried again next time."""
    refused: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def unsent(store: Store, place: str) -> int:
    """How many changes this store has that were neither left at a place nor came from there."""
    cursor = int(store.fact(f"sent.{place}") or 0)
    with store.reading() as read:
        newest = takings.newest_row(read.connection)
        return sum(1 for _ in takings.not_from(read.connection, place, cursor, newest))


def sync(
    store: Store, transport: Transport, accept: frozenset[str] = frozenset(), watch: Watch | None = None
) -> Synced:
    """Leave what is new here and take what is new there.

    Args:
        accept: ids of unknown devices whose segments are to be taken from now on.
        watch: who waits for it.

    Raises:
        Trouble: the place does not answer. What was taken until then stays taken, and what is unsent stays here.
        Refused: whoever waits for it has stopped it, with the same result.
    """
    done = Synced()
    watch = watch or Watch()
    names = transport.names()
    _leave(store, transport, names, done, watch)
    _fetch(store, transport, names, accept, done, watch)
    _fetch_contents(store, transport, names, done, watch)
    return done


def _leave(store: Store, transport: Transport, names: list[str], done: Synced, watch: Watch) -> None:
    packer, place = Packer.of(store), transport.place
    cursor = int(store.fact(f"sent.{place}") or 0)
    own = [name for name in names if name.startswith(f"{packer.device}/")]
    with store.reading() as read:
        erased = str(len(all_erased(read.connection)))
        newest = takings.newest_row(read.connection)
    rewrite = bool(cursor) and (store.fact(f"erased.{place}") or "0") != erased
    if rewrite or not own:
        # Something was erased that lies there, or the folder is a new one: everything goes out as it is today.
        cursor = 0
    while cursor < newest:
        watch.step(cursor, newest)
        until = min(cursor + AT_ONCE, newest)
        with store.reading() as read:
            changes = list(takings.not_from(read.connection, place, cursor, until))
            held = contents.sizes(read.connection, contents.named_by(changes))
        for sha256 in sorted(held):
            _leave_content(store, transport, sha256, names)
        for piece in in_pieces(changes) if changes else ():
            segment = packer.pack(piece)
            name = f"{packer.device}/{hashlib.sha256(segment).hexdigest()[:16]}-{secrets.token_hex(4)}.seg"
            _put(transport, name, segment)
            done.sent += len(piece)
        cursor = until
        if not rewrite:
            store.remember(f"sent.{place}", str(cursor))
    if rewrite:
        for name in own:
            transport.drop(name)
        store.remember(f"sent.{place}", str(cursor))
    known = set((store.fact(f"left.{place}") or "").split())
    if rewrite:
        _drop_erased(store, transport, names, known)
    with store.reading() as read:
        named = contents.all_named(read.connection)
    store.remember(f"left.{place}", " ".join(sorted(named)))
    store.remember(f"erased.{place}", erased)


def _leave_content(store: Store, transport: Transport, sha256: str, names: list[str]) -> None:
    name = f"content/{sha256}"
    if name in names and _is_whole(transport, name, sha256):
        return
    with store.reading() as read:
        data = contents.read(read.connection, sha256)
    if data is not None:
        _put(transport, name, data)


def _drop_erased(store: Store, transport: Transport, names: list[str], before: set[str]) -> None:
    """Pictures that were here and are erased go from the folder as well; what nobody "
    "here knew is left alone."""
    with store.reading() as read:
        gone = before - contents.all_named(read.connection)
    for sha256 in gone:
        if f"content/{sha256}" in names:
            transport.drop(f"content/{sha256}")


def _put(transport: Transport, name: str, data: bytes) -> None:
    """Leave it and look whether it is really there.

    Raises:
        ImportTrouble: the place did not keep it; nothing counts as sent.
    """
    try:
        transport.put(name, data)
        if transport.get(name) != data:
            raise ImportTrouble(
                say(
                    "The shared folder did not keep what was written to it. Nothing is lost: it is "
                    "written again next time."
                )
            )
    except Trouble:
        if name.endswith(".seg"):
            # It goes out again under another name; what is left of this one would wait to become whole for ever.
            with suppress(Trouble):
                transport.drop(name)
        raise


def _fetch(
    store: Store, transport: Transport, names: list[str], accept: frozenset[str], done: Synced, watch: Watch
) -> None:
    place = transport.place
    with store.reading() as read:
        known = takings.was_read(read.connection, place)
    unknown: dict[str, Sender] = {}
    taking: UUID | None = None
    for at, name in enumerate(names):
        watch.step(at, len(names))
        if name in known or not name.endswith(".seg") or name.startswith(f"{store.device}/"):
            continue
        try:
            segment = decode(transport.get(name), f"The segment {name}")
        except Unreachable:
            raise
        except Trouble:
            done.later += 1
            continue
        try:
            sender = sender_of(store, segment, say("The segment {name}", name=name))
        except ImportTrouble as trouble:
            done.refused.append(str(trouble))
            continue
        if not sender.known and sender.device not in accept:
            unknown[sender.device] = sender
            continue
        root = admit(store, sender, accept=True)
        if sender.warning and sender.warning not in done.warnings:
            done.warnings.append(sender.warning)
        arrival = arrival_of(segment, place, name=name, root=root)
        taking = _take_parts(store, arrival, done, taking, partial(watch.step, at, len(names)))
    done.unknown = list(unknown.values())


def _take_parts(
    store: Store, arrival: Arrival, done: Synced, taking: UUID | None, between: Callable[[], None]
) -> UUID | None:
    """Take a segment a few changes at a time, so that Enter never waits for long; cut "
    "short, it is taken again."""
    done_until, size = 0, FEWEST_AT_ONCE
    while True:
        between()
        begun = time.monotonic()
        until = min(done_until + size, len(arrival.changes))
        last = until == len(arrival.changes)
        part = replace(arrival, changes=arrival.changes[done_until:until], bad=arrival.bad if last else ())
        outcome = take(store, part if last else replace(part, name=""), small_picture, taking)
        taking = outcome.taking or taking
        _tell(done, outcome)
        if last:
            return taking
        took = max(time.monotonic() - begun, 0.001)
        done_until, size = until, max(FEWEST_AT_ONCE, min(TAKEN_AT_ONCE, round(size * LONGEST_SECONDS / took)))


def _tell(done: Synced, outcome: Outcome) -> None:
    done.received += outcome.absorbed.fresh
    done.refused += outcome.absorbed.refused
    done.warnings += warnings_of(outcome)


def _fetch_contents(store: Store, transport: Transport, names: list[str], done: Synced, watch: Watch) -> None:
    with store.reading() as read:
        missing = contents.missing(read.connection)
    for at, sha256 in enumerate(sorted(missing)):
        watch.step(at, len(missing))
        name = f"content/{sha256}"
        if name not in names:
            continue
        try:
            data = transport.get(name)
        except Unreachable:
            raise
        except Trouble:
            done.later += 1
            continue
        if hashlib.sha256(data).hexdigest() != sha256:
            done.later += 1
        elif keep_content(store, sha256, data, small_picture):
            done.pictures += 1
        else:
            done.refused.append(say("A photo or recording is none that can be used; the note stands without it."))


def _is_whole(transport: Transport, name: str, sha256: str) -> bool:
    try:
        return hashlib.sha256(transport.get(name)).hexdigest() == sha256
    except Unreachable:
        raise
    except Trouble:
        return False

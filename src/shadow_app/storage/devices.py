"""Who this copy of the store is to others, and whose segments it takes: keys are remembered on first acceptance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

from sqlalchemy import func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.storage.identity import KEY
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import change, known_device
from shadow_app.storage.trust import FOUNDED, ROOT, ROOTS

OWN_FACTS = frozenset((KEY, ROOT, ROOTS, FOUNDED))
"""What a store that is put together again must go on with, so that others still know it."""


@dataclass(frozen=True)
class Device:
    """A laptop whose segments are taken. Keys are in hex: Ed25519 to sign with, X25519 to seal to."""

    device: str
    public_key: str
    box_key: str
    person: str
    accepted_at: datetime
    seen_at: datetime


def devices(read: Reader) -> list[Device]:
    """Every accepted device, the one that was last heard of first."""
    rows = read.connection.execute(select(known_device).order_by(known_device.c.seen_at.desc(), known_device.c.device))
    return [Device(**row._mapping) for row in rows]


def key_of(read: Reader, device: str) -> str | None:
    """The key that a device was accepted with."""
    return read.connection.scalar(select(known_device.c.public_key).where(known_device.c.device == device))


def is_known_key(read: Reader, public_key: str) -> bool:
    """Whether some accepted device has this key: a laptop that was put back has a new id and its old key."""
    query = select(func.count()).where(known_device.c.public_key == public_key)
    return bool(read.connection.scalar(query))


def accept(write: Reader, device: str, public_key: str, person: str, box_key: str = "") -> None:
    """Take this device's segments from now on."""
    now = datetime.now(timezone.utc)
    row = {"device": device, "public_key": public_key, "box_key": box_key, "person": person}
    write.connection.execute(upsert(known_device).on_conflict_do_nothing(), {**row, "accepted_at": now, "seen_at": now})
    if box_key:
        told = (known_device.c.device == device) & (known_device.c.public_key == public_key)
        write.connection.execute(update(known_device).where(told).values(box_key=box_key))


def call(write: Reader, public_key: str, person: str) -> None:
    """Who a device that was accepted here belongs to, as this store calls them."""
    mine = known_device.c.public_key == public_key
    write.connection.execute(update(known_device).where(mine).values(person=person))


def last_written(read: Reader, device: str) -> str | None:
    """The id of the newest change that the log has of a device."""
    newest: str | None = read.connection.scalar(select(func.max(change.c.cid)).where(change.c.device == device))
    return newest


def seen(write: Reader, device: str, at: datetime) -> None:
    """Remember when a device packed the newest of what we have from it."""
    later = (known_device.c.device == device) & (known_device.c.seen_at < at)
    write.connection.execute(update(known_device).where(later).values(seen_at=at))

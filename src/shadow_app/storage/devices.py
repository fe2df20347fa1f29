"""Who this copy of the store is to others, and whose segments it takes: keys are remembered on first acceptance."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from uuid import UUID, uuid4

from sqlalchemy import func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.tables import fact, known_device

_KEY, _TEAM, _TEAMS = "device.key", "team", "team.others"
OWN_FACTS = frozenset((_KEY, _TEAM, _TEAMS))
"""What a store that is put together again must go on with, so that others still know it."""


@dataclass(frozen=True)
class Device:
    """A laptop whose segments are taken. `public_key` is Ed25519, in hex."""

    device: str
    public_key: str
    person: str
    accepted_at: datetime
    seen_at: datetime


def signing_key(store: Store, make: Callable[[], bytes]) -> bytes:
    """This device's private key, made when it is first needed; it lies in the encrypted store and never leaves it."""
    return base64.b64decode(_once(store, _KEY, lambda: base64.b64encode(make()).decode()))


def team_of(store: Store) -> UUID:
    """Which team this store belongs to: its own, until it joins another by accepting one of its devices."""
    return UUID(_once(store, _TEAM, lambda: str(uuid4())))


def teams_of(store: Store) -> set[UUID]:
    """The teams under whose name this store takes segments: two who first met by writing to each other have two."""
    others = (store.fact(_TEAMS) or "").split()
    return {team_of(store), *map(UUID, others)}


def join(store: Store, team: UUID) -> None:
    """Belong to another's team from now on, and go on taking what bears the old name."""
    known = teams_of(store)
    store.remember(_TEAMS, " ".join(sorted(str(each) for each in known - {team})))
    store.remember(_TEAM, str(team))


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


def accept(write: Reader, device: str, public_key: str, person: str) -> None:
    """Take this device's segments from now on."""
    now = datetime.now(timezone.utc)
    row = {"device": device, "public_key": public_key, "person": person, "accepted_at": now, "seen_at": now}
    write.connection.execute(upsert(known_device).on_conflict_do_nothing(), row)


def seen(write: Reader, device: str, at: datetime) -> None:
    """Remember when a device packed the newest of what we have from it."""
    later = (known_device.c.device == device) & (known_device.c.seen_at < at)
    write.connection.execute(update(known_device).where(later).values(seen_at=at))


def _once(store: Store, name: str, make: Callable[[], str]) -> str:
    """A fact that is made when it is first asked for; of two who ask at once, one makes it."""
    known = store.fact(name)
    if known is None:
        with store.maintaining() as write:
            write.connection.execute(upsert(fact).on_conflict_do_nothing(), {"name": name, "value": make()})
            known = write.connection.scalar(select(fact.c.value).where(fact.c.name == name))
    assert known is not None
    return known

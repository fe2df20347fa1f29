"""What is known of the keys of a team's laptops, and which of them something can be sealed to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timezone

from shadow_app.domain.authority import Authority, Span
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import say
from shadow_app.domain.team import Introduction, Revocation, Standing
from shadow_app.domain.visible import visible
from shadow_app.storage import devices
from shadow_app.storage.change_log import wall_clock_ms
from shadow_app.storage.devices import Device
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.trust import authority, root_of
from shadow_app.sync.recipients import box_key


@dataclass(frozen=True)
class TeamKey:
    """What is known of one key from the log and from this store."""

    public_key: str
    span: Span | None
    revoked: Revocation | None
    known: tuple[Device, ...]
    own: str = ""

    @property
    def device(self) -> str:
        """A laptop that was put back from a backup has its old key and a new id: the newest that was heard of."""
        if self.own:
            return self.own
        if self.known:
            return self.known[0].device
        return self.revoked.device if self.revoked is not None else self.said.device

    @property
    def said(self) -> Introduction:
        assert self.span is not None
        return self.span.said

    @property
    def ids(self) -> set[str]:
        """Every name that it went by."""
        told = {each.device for each in self.known} | {self.own} - {""}
        said = {self.span.said.device} if self.span is not None else set()
        return told | said | ({self.revoked.device} if self.revoked is not None else set())


def box_keys(store: Store, to: Collection[str]) -> list[str]:
    """What to seal to for some devices, and for this one.

    Raises:
        NotFound: nothing is known of a device.
        Refused: a device was revoked, its time has ended, or it has not told its key.
    """
    found = [box_key(store.signer.seed)] if to else []
    with store.reading() as read:
        root = root_of(read.connection)
        for device in dict.fromkeys(to):
            key = find_key(store, read, device)
            if standing_of(key, root) in (Standing.REVOKED, Standing.EXPIRED):
                raise Refused(
                    say("Device {device} was revoked or its time has ended: nothing is sealed to it.", device=device)
                )
            told = box_key(store.signer.seed) if key.own else sealing_key(key)
            if not told:
                raise Refused(
                    say(
                        "Device {device} has not told its key yet: take something that it has packed first.",
                        device=device,
                    )
                )
            found.append(told)
    return list(dict.fromkeys(found))


@dataclass(frozen=True)
class Recipient:
    """A laptop of the team; nothing can be sealed to one that has not `told` its key."""

    device: str
    person: str
    told: bool


def recipients(store: Store) -> list[Recipient]:
    """The other laptops of the team that are neither revoked nor past their time."""
    with store.reading() as read:
        root, found = root_of(read.connection), list[Recipient]()
        for key in keys_of(store, read, authority(read.connection)):
            if not key.own and standing_of(key, root) not in (Standing.REVOKED, Standing.EXPIRED):
                found.append(Recipient(key.device, person_of(key, ""), bool(sealing_key(key))))
    return sorted(found, key=lambda each: (each.person.casefold(), each.device))


def keys_of(store: Store, read: Reader, standing: Authority) -> list[TeamKey]:
    """Every key that anybody here has heard of; this store's own first."""
    known: dict[str, list[Device]] = {}
    for each in devices.devices(read):
        known.setdefault(each.public_key, []).append(each)
    own = store.signer.public_key
    return [
        TeamKey(
            key,
            standing.latest(key),
            standing.revoked.get(key),
            tuple(known.get(key, ())),
            store.device if key == own else "",
        )
        for key in dict.fromkeys((own, *known, *standing.spans, *standing.revoked))
    ]


def find_key(store: Store, read: Reader, device: str) -> TeamKey:
    """The key of a device.

    Raises:
        NotFound: nothing is known of it.
    """
    for key in keys_of(store, read, authority(read.connection)):
        if device in key.ids:
            return key
    raise NotFound(
        say(
            "There is no device {visible} here: first take something that it has packed, then look at "
            "`shadow-app team`.",
            visible=visible(device),
        )
    )


def sealing_key(key: TeamKey | None) -> str:
    """What something is sealed to for a laptop; empty where it has not told."""
    if key is None:
        return ""
    told: Iterable[str] = (*(each.box_key for each in key.known), key.said.box_key if key.span else "")
    return next((each for each in told if each), "")


def person_of(key: TeamKey, author: str) -> str:
    """Who works on the laptop, by the lead's word before its own; `author` is who works here."""
    if key.span is not None and key.said.person:
        return key.said.person
    return author if key.own else next((each.person for each in key.known if each.person), "")


def standing_of(key: TeamKey, root: str) -> Standing:
    """How a laptop stands in the team of this root."""
    if key.public_key == root:
        return Standing.ROOT
    if key.revoked is not None:
        return Standing.REVOKED
    if key.span is None:
        return Standing.ACCEPTED
    return Standing.EXPIRED if key.span.until is not None and key.span.until < now() else Standing.INTRODUCED


def now() -> datetime:
    """This moment, as the log counts it."""
    return datetime.fromtimestamp(wall_clock_ms() / 1000, tz=timezone.utc)

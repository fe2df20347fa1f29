"""How this laptop stands to a shared folder."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from shadow_app.domain.errors import Trouble
from shadow_app.storage.devices import devices
from shadow_app.storage.store import Store
from shadow_app.usecases.addresses import met_at, names_at, place_at, unsent_at


class SeenThere(NamedTuple):
    """A laptop that has left something. `person` is empty for one that nobody here has accepted."""

    device: str
    person: str
    segments: int
    own: bool


@dataclass(frozen=True)
class FolderStatus:
    """What is known here and what the folder says.

    Attributes:
        place: the folder, without a password.
        unsent: changes that it has not got from here.
        last_time: when an exchange with it last went through, in UTC.
        devices: who has left something; nobody if it does not answer.
        trouble: why it does not answer, or empty.
    """

    place: str
    unsent: int
    last_time: datetime | None
    devices: tuple[SeenThere, ...]
    trouble: str


def status_at(store: Store, address: str) -> FolderStatus:
    """How things stand; the folder is asked for its names alone.

    Raises:
        Refused: the address cannot be read.
    """
    place = place_at(address)
    trouble = ""
    names: list[str] = []
    try:
        names = names_at(address)
    except Trouble as met:
        trouble = str(met)
    left = Counter(name.partition("/")[0] for name in names if name.endswith(".seg"))
    with store.reading() as read:
        people = {each.device: each.person for each in devices(read)}
    seen = tuple(
        SeenThere(device, people.get(device, ""), count, device == store.device)
        for device, count in sorted(left.items())
    )
    return FolderStatus(place, unsent_at(store, address), met_at(store, place).at, seen, trouble)

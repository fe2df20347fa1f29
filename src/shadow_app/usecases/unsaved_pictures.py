"""The photos of the line that is being typed, kept beside it: a battery that dies does not take them either.

A photo is shrunk and stripped as for keeping, written once, and lies in the store's own database like all else. These
are facts of this copy of the store: they never travel.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import count
from uuid import UUID

from shadow_app.domain.errors import PictureTrouble
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.interchange.pictures import take_in
from shadow_app.storage.half_written import PHOTO, PHOTOS
from shadow_app.storage.store import Store


class UnsavedPictures:
    """Those of one line, in its order. What a photo was made into is remembered: none is made or written twice."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._made: dict[str, str] = {}
        """The hash of a photo as it was attached → the hash of what is kept of it."""

    def prepare(self, pictures: Sequence[bytes]) -> dict[str, bytes]:
        """What is to be written of those that are not kept yet, by its hash; asks nothing of the store.

        What is no picture is left out: saving says so in a sentence.
        """
        fresh = {}
        for picture in pictures:
            with suppress(PictureTrouble):
                if _hash(picture) in self._made:
                    continue
                taken = take_in(picture)
                fresh[taken.sha256] = taken.jpeg
                self._made[_hash(picture)] = taken.sha256
        return fresh

    def keep(self, visit_id: UUID, pictures: Sequence[bytes], fresh: dict[str, bytes]) -> None:
        """Put on the disk what `prepare` made, and the order; nothing where the host has not agreed to photos.

        Raises:
            StoreTrouble: the disk says no.
        """
        with self._store.reading() as read:
            consent = read.find(ConsentRecord, link_id(visit_id, ConsentSubject.PHOTOS))
        if consent is None or not consent.holds:
            self._made.clear()
            return
        wanted = [self._made[_hash(each)] for each in pictures if _hash(each) in self._made]
        slots = {name: slot for name, slot in self._listed()[1] if name in wanted}
        for name, jpeg in fresh.items():
            if name not in slots:
                slots[name] = next(slot for slot in count() if slot not in slots.values())
                self._store.remember(_slot(slots[name]), b64encode(jpeg).decode())
        listed = [(name, slots[name]) for name in wanted if name in slots]
        self._store.remember(PHOTOS, json.dumps([str(visit_id), listed]))

    def kept(self) -> tuple[UUID | None, tuple[bytes, ...]]:
        """The visit and the photos, or none; one that nobody can read is left out."""
        found = []
        visit_id, listed = self._listed()
        for name, slot in listed:
            jpeg = b64decode(self._store.fact(_slot(slot)) or "")
            if _hash(jpeg) == name:
                self._made[name] = name
                found.append(jpeg)
        return visit_id, tuple(found)

    def forget(self) -> None:
        """They were saved, or given up; also those whose writing was cut short."""
        self._made.clear()
        if self._store.fact(PHOTOS):
            self._store.remember(PHOTOS, "")
        for slot in count():
            held = self._store.fact(_slot(slot))
            if held is None:
                return
            if held:
                self._store.remember(_slot(slot), "")

    def _listed(self) -> tuple[UUID | None, list[tuple[str, int]]]:
        kept = self._store.fact(PHOTOS)
        if not kept:
            return None, []
        try:
            visit_id, listed = json.loads(kept)
            return UUID(visit_id), [(str(name), int(slot)) for name, slot in listed]
        except (ValueError, TypeError, AttributeError):
            # Nobody can read it, so nothing is being typed.
            return None, []


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _slot(number: int) -> str:
    return f"{PHOTO}{number}"

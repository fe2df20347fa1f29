"""What somebody was typing when the program failed or was locked, kept in the store until they have it back."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from uuid import UUID

from shadow_app.storage.half_written import PICTURES, VISITS, WORDS
from shadow_app.storage.store import Store

_LONGEST = 1_000_000
"""Characters. A note has room for fewer, but what does not fit is told when it is saved; until then all is kept."""


class Typed:
    """One line and its pictures; later ones take their place. Facts of this copy of the store, so they never travel."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, line: str) -> None:
        """Put it on the disk.

        Raises:
            StoreTrouble: the disk says no.
        """
        self._store.remember(WORDS, fit_for_the_disk(line))

    def add(self, line: str) -> None:
        """Put it on the disk, below what is kept already, unless it stands there.

        Raises:
            StoreTrouble: the disk says no.
        """
        self.keep(below(self.kept(), line))

    def about(self, visit_id: UUID) -> None:
        """What is kept may be about this visit, and goes when the visit is erased.

        Raises:
            StoreTrouble: the disk says no.
        """
        known = (self._store.fact(VISITS) or "").split()
        if str(visit_id) not in known:
            self._store.remember(VISITS, " ".join((*known, str(visit_id))))

    def kept(self) -> str:
        """The line, or nothing."""
        return self._store.fact(WORDS) or ""

    def keep_pictures(self, pictures: Sequence[bytes]) -> None:
        """Put the picture files that go with the line on the disk, as they are.

        Raises:
            StoreTrouble: the disk says no.
        """
        self._store.remember(PICTURES, json.dumps([b64encode(each).decode() for each in pictures]))

    def pictures(self) -> tuple[bytes, ...]:
        """The picture files, or none."""
        return tuple(b64decode(each) for each in json.loads(self._store.fact(PICTURES) or "[]"))

    def forget_pictures(self) -> None:
        """Somebody has them back."""
        if self._store.fact(PICTURES):
            self._store.remember(PICTURES, "")

    def forget(self) -> None:
        """Somebody has all of it back, or does not want it."""
        for name in (WORDS, VISITS):
            if self._store.fact(name):
                self._store.remember(name, "")
        self.forget_pictures()


def below(kept: str, line: str) -> str:
    """What is kept with a line below it, once, also if it is there already."""
    return kept if f"\n{kept}".endswith(f"\n{line}") else "\n".join(filter(None, (kept, line)))


def fit_for_the_disk(line: str) -> str:
    """As much of a line as is kept; half a character would not fit into any database, and is marked."""
    return line[:_LONGEST].replace("\0", "").encode("utf-8", "replace").decode()

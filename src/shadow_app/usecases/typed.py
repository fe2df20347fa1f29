"""What somebody was typing when the program failed or was locked, kept in the store until they have it back."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence

from shadow_app.storage.store import Store

_NAME, _PICTURES = "typed", "typed.pictures"
_LONGEST = 20_000


class Typed:
    """One line and its pictures; later ones take their place. Facts of this copy of the store, so they never travel."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, line: str) -> None:
        """Put it on the disk.

        Raises:
            StoreTrouble: the disk says no.
        """
        self._store.remember(_NAME, fit_for_the_disk(line))

    def add(self, line: str) -> None:
        """Put it on the disk, below what is kept already.

        Raises:
            StoreTrouble: the disk says no.
        """
        self.keep("\n".join(filter(None, (self.kept(), line))))

    def kept(self) -> str:
        """The line, or nothing."""
        return self._store.fact(_NAME) or ""

    def keep_pictures(self, pictures: Sequence[bytes]) -> None:
        """Put the picture files that go with the line on the disk, as they are.

        Raises:
            StoreTrouble: the disk says no.
        """
        self._store.remember(_PICTURES, json.dumps([b64encode(each).decode() for each in pictures]))

    def pictures(self) -> tuple[bytes, ...]:
        """The picture files, or none."""
        return tuple(b64decode(each) for each in json.loads(self._store.fact(_PICTURES) or "[]"))

    def forget_pictures(self) -> None:
        """Somebody has them back."""
        if self._store.fact(_PICTURES):
            self._store.remember(_PICTURES, "")

    def forget(self) -> None:
        """Somebody has all of it back, or does not want it."""
        if self.kept():
            self._store.remember(_NAME, "")
        self.forget_pictures()


def fit_for_the_disk(line: str) -> str:
    """As much of a line as is kept; half a character would not fit into any database, and is marked."""
    return line[:_LONGEST].replace("\0", "").encode("utf-8", "replace").decode()

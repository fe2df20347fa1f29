"""A line that somebody was typing when the program failed: kept in the encrypted store until they have it back."""

from __future__ import annotations

from shadow_app.storage.store import Store

_NAME = "typed"
_LONGEST = 20_000


class Typed:
    """One line; a later one takes its place. It is a fact of this copy of the store, so it never travels."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, line: str) -> None:
        """Put it on the disk.

        Raises:
            StoreTrouble: the disk says no.
        """
        # Half a character would not fit into any database; the line must be kept all the same.
        whole = line[:_LONGEST].replace("\0", "").encode("utf-8", "replace").decode()
        self._store.remember(_NAME, whole)

    def add(self, line: str) -> None:
        """Put it on the disk, below what is kept already.

        Raises:
            StoreTrouble: the disk says no.
        """
        self.keep("\n".join(filter(None, (self.kept(), line))))

    def kept(self) -> str:
        """The line, or nothing."""
        return self._store.fact(_NAME) or ""

    def forget(self) -> None:
        """Somebody has it back, or does not want it."""
        if self.kept():
            self._store.remember(_NAME, "")

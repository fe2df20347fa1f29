"""News: what a commit changed, so that a screen redraws only what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    # The window's frame knows news and is painted before any record is needed.
    from shadow_app.domain.record import Record


@dataclass(frozen=True)
class Written:
    """One record as it was and as it is; `before` is None for a new one."""

    before: Record | None
    after: Record


@dataclass(frozen=True)
class News:
    """The outcome of one commit. `records` is empty when another process wrote and we only know that it did."""

    action: UUID | None
    label: str
    records: tuple[Written, ...]

    @property
    def kinds(self) -> frozenset[type[Record]]:
        """Which kinds changed; empty means: anything may have."""
        return frozenset(type(written.after) for written in self.records)

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether a screen that shows these kinds must look again."""
        return not self.records or not self.kinds.isdisjoint(kinds)


Listener = Callable[[News], None]

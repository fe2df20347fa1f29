"""Transport: a place where laptops leave things for each other. It can put, list and get, and nothing else.

Nothing is ever changed there, and that something is missing means nothing: it may only not have arrived yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say


def _always() -> bool:
    return True


def _unheard(_done: int, _of: int) -> None:
    return None


@dataclass(frozen=True)
class Watch:
    """Who waits for a long exchange: asked between two pieces whether it is to go on, and told how far it is."""

    keep_going: Callable[[], bool] = _always
    told: Callable[[int, int], None] = _unheard
    """Pieces done, and pieces in all as far as is known by now."""

    def step(self, done: int, of: int) -> None:
        """Between two pieces: tell how far it is.

        Raises:
            Refused: it is not to go on; what was done until then stays done, and the rest follows next time.
        """
        if not self.keep_going():
            raise Refused(say("Stopped. What was exchanged until now is kept, and the rest follows next time."))
        self.told(done, of)


class Transport(Protocol):
    """A place such as a shared folder.

    Names are words of letters, digits, dots, dashes and at most one slash. Every method raises `Trouble` when the
    place does not answer; what was put before that may be there whole, in part or not at all.
    """

    @property
    def place(self) -> str:
        """What tells this place from others, to be remembered beside what was left and found there."""
        ...

    def names(self) -> list[str]:
        """What is there now, as far as the place knows; it may be a moment behind."""
        ...

    def get(self, name: str) -> bytes:
        """The whole of one thing, as far as the place can tell."""
        ...

    def put(self, name: str, data: bytes) -> None:
        """Leave a thing under a name that was never used before, or that can only mean these bytes."""
        ...

    def drop(self, name: str) -> None:
        """Take back something of one's own, because its content was erased."""
        ...

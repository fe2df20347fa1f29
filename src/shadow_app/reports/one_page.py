"""A page that stays one page whatever was typed: less is said until it fits, and nothing is set smaller."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from reportlab.platypus.doctemplate import ActionFlowable

from shadow_app.reports import look

"""Points of the front page, from its upper edge to its footer."""


def room() -> float:
    return look.height() - look.FOOT


class Brevity(NamedTuple):
    """How much page one says: how many pains and promises, and which part of the longest texts."""

    pains: int
    promises: int
    words: float
    names: int = 1
    """Services that are named of each unit."""
    lead: bool = True
    """Whether there is room for the sentence below the band, which says its facts in words."""

    def cut(self, words: str, longest: int) -> str:
        """One line of at most so many letters, fewer where room is short."""
        return cut(words, max(20, round(longest * self.words)))


STEPS = (
    Brevity(3, 3, 1.0, 2),
    Brevity(3, 3, 1.0),
    Brevity(3, 2, 1.0),
    Brevity(3, 1, 1.0, lead=False),
    Brevity(3, 2, 0.8),
    Brevity(3, 1, 0.8, lead=False),
    Brevity(2, 2, 1.0, 2),
    Brevity(3, 1, 0.6, lead=False),
    Brevity(2, 1, 0.8, lead=False),
    Brevity(2, 1, 0.5),
    Brevity(1, 1, 0.4),
    Brevity(1, 0, 0.25),
)
"""From all that a director wants to the least that still is a finding."""


def cut(words: str, longest: int) -> str:
    """One line, shortened at a word."""
    line = " ".join(words.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def fitted(make: Callable[[Brevity], list[Any]], steps: Sequence[Brevity] = STEPS) -> tuple[list[Any], Brevity]:
    """The first version that fits the page, the shortest one if none does; and how brief it is."""
    for step in steps:
        made = make(step)
        if height(made) <= room():
            break
    return made, step


def height(flow: Sequence[Any]) -> float:
    """How high pieces stand one below the other, in points; of two spaces between them the larger one counts."""
    whole = space = 0.0
    for piece in flow:
        if hasattr(piece, "wrap") and not isinstance(piece, ActionFlowable):
            # In this order: some pieces know the space around them only once they are wrapped.
            high = float(piece.wrap(look.inner(), 1e6)[1])
            whole += high + max(space, float(piece.getSpaceBefore()))
            space = float(piece.getSpaceAfter())
    return whole

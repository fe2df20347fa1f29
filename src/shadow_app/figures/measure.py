"""How wide words are, and how they are cut to fit. The ruler is passed in: a figure needs no font of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Protocol

from shadow_app.domain.language import say
from shadow_app.figures.ink import Ink
from shadow_app.figures.primitives import Figure, Text

LEAST_WIDTH = 320.0
"""Points below which labels have no room; a narrower wish is answered with this width and scaled by the painter."""

_NAMED_IN_ALT = 12
_HAIR = 0.01
"""Points. A room is worked out by adding and taking away, after which a word's own width may be less than it is."""
_JOINERS = "\u200d\ufe0e\ufe0f"


class Measure(Protocol):
    """(words, size in points, weight 400/500/600/700) → width in points."""

    def __call__(self, words: str, size: float, weight: int) -> float: ...


def fitted(words: str, room: float, size: float, weight: int, measure: Measure) -> str:
    """The words, or as many of them as fit into `room` points with an ellipsis; empty when not even that fits."""
    words, room = " ".join(words.split()), room + _HAIR
    if measure(words, size, weight) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(_cut(words, middle), size, weight) <= room:
            low = middle
        else:
            high = middle - 1
    return _cut(words, low) if low else ""


def wrapped(words: str, room: float, size: float, weight: int, measure: Measure, most: int) -> list[str]:
    """At most so many lines, parted at spaces; what does not fit the last one ends in an ellipsis."""
    words = " ".join(words.split())
    if most <= 1 or measure(words, size, weight) <= room:
        return [fitted(words, room, size, weight, measure)]
    line, rest = "", words.split(" ")
    while rest and measure(f"{line} {rest[0]}".strip(), size, weight) <= room:
        line = f"{line} {rest.pop(0)}".strip()
    if not line:
        return [fitted(words, room, size, weight, measure)]
    return [line, *wrapped(" ".join(rest), room, size, weight, measure, most - 1)]


def largest(sizes: Sequence[float], words: Iterable[tuple[str, float]], weight: int, measure: Measure) -> float:
    """The first of some sizes, the largest first, in which each of (words, room) fits; the last one if none does."""
    asked = tuple(words)
    for size in sizes[:-1]:
        if all(measure(each, size, weight) <= room for each, room in asked):
            return size
    return sizes[-1]


def _cut(words: str, length: int) -> str:
    """The first `length` characters and an ellipsis, never parting a letter from the marks that sit on it."""
    while 0 < length < len(words) and (unicodedata.combining(words[length]) or words[length] in _JOINERS):
        length -= 1
    return words[:length].rstrip(" ,;:–-" + _JOINERS) + "…"


def widest(lines: Iterable[str], size: float, weight: int, measure: Measure) -> float:
    """The width of the widest line; 0 when there is none."""
    return max((measure(line, size, weight) for line in lines), default=0.0)


def sentence(subject: str, parts: Sequence[str]) -> str:
    """The alternative text: what the figure shows, then its first dozen facts."""
    named = [part for part in parts[:_NAMED_IN_ALT] if part]
    more = len(parts) - len(named)
    facts = "; ".join(named) + (say("; and {more} more", more=more) if more > 0 else "")
    return f"{subject}: {facts}." if facts else say("{subject}: nothing to show yet.", subject=subject)


def nothing(subject: str, why: str, width: float, ink: Ink, measure: Measure) -> Figure:
    """A figure that says that there is nothing to draw, and why."""
    width = max(width, LEAST_WIDTH)
    words = fitted(why, width, 9.5, 400, measure)
    return Figure(width, 30, f"{subject}: {why}", (Text(0, 18, words, 9.5, ink.muted),))

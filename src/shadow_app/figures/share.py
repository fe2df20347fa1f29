"""A whole and its parts in one bar: the blind share, seen against extrapolated, seen against told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from shadow_app.domain.language import say
from shadow_app.figures.ink import Ink
from shadow_app.figures.measure import LEAST_WIDTH, Measure, fitted, nothing, sentence
from shadow_app.figures.primitives import Figure, Item, Rect, Text

Tone = Literal["hot", "calm", "cool", "accent"]


@dataclass(frozen=True)
class Share:
    """One part of the whole: `value` in any unit, `shown` in words ("91 %")."""

    label: str
    value: float
    shown: str
    tone: Tone = "cool"
    key: str = ""


def share_bar(parts: Sequence[Share], width: float, ink: Ink, measure: Measure, *, subject: str) -> Figure:
    """One bar; each part carries its own words below its left edge, moved apart where they would collide."""
    parts = [part for part in parts if part.value > 0]
    whole = sum(part.value for part in parts)
    if not parts:
        return nothing(subject, say("Nothing to divide yet."), width, ink, measure)
    width = max(width, LEAST_WIDTH)
    gap = 2.0
    room = width - gap * (len(parts) - 1)
    items: list[Item] = []
    lefts: list[float] = []
    x = 0.0
    for part in parts:
        length = room * part.value / whole
        items.append(Rect(x, 0, max(length, 0.5), 18, getattr(ink, part.tone), 3, part.key))
        lefts.append(x)
        x += length + gap
    for part, at, space in _columns(parts, lefts, width, measure):
        strong = getattr(ink, part.tone) if part.tone == "hot" else ink.text
        items.append(Text(at, 35, fitted(part.shown, space, 12, 700, measure), 12, strong, 700, key=part.key))
        items.append(Text(at, 48, fitted(part.label, space, 8.5, 400, measure), 8.5, ink.muted, key=part.key))
    facts = [f"{part.label} {part.shown}" for part in parts]
    return Figure(width, 53, sentence(subject, facts), tuple(items))


def _columns(
    parts: Sequence[Share], lefts: Sequence[float], width: float, measure: Measure
) -> list[tuple[Share, float, float]]:
    """Where each part's words start and their room: below their part if they fit, else in equal columns."""
    needs = [max(measure(part.shown, 12, 700), measure(part.label, 8.5, 400)) + 14 for part in parts]
    starts = list(lefts)
    limit = width
    for index in range(len(parts) - 1, -1, -1):
        starts[index] = min(starts[index], limit - needs[index])
        limit = starts[index]
    if limit < 0:
        column = width / len(parts)
        return [(part, index * column, column - 8) for index, part in enumerate(parts)]
    return [(part, start, need) for part, start, need in zip(parts, starts, needs, strict=True)]

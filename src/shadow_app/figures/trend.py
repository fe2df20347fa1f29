"""Trend: how often something was met, stretch of time by stretch of time. Columns on one ground line, no axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shadow_app.domain.language import say
from shadow_app.figures.ink import Ink
from shadow_app.figures.measure import LEAST_WIDTH, Measure, fitted, nothing, sentence
from shadow_app.figures.primitives import Dot, Figure, Item, Line, Rect, Text

_SIZE = 8.5
_COLUMNS, _TOP, _LABELS = 62.0, 14.0, 16.0
"""Points: the tallest column, what stands above it, what stands below the ground line."""
_WIDEST = 44.0
_GAP = 6.0


@dataclass(frozen=True)
class Stretch:
    """One month or visit. `rate` per hour of watching in any unit, None where nobody watched; `shown` is it in words.

    `about` is added to the alternative text ("3 in 24 h"); `after` marks what lies after a change.
    """

    label: str
    rate: float | None
    shown: str
    about: str = ""
    after: bool = False
    key: str = ""


def trend(stretches: Sequence[Stretch], width: float, ink: Ink, measure: Measure, *, subject: str) -> Figure:
    """Columns from the oldest to the newest; watched and not met is a ring on the ground line, never a gap.

    Args:
        stretches: oldest first; those without a rate keep their place.
        width: points, at least `LEAST_WIDTH`.
        subject: what is counted, the start of the alternative text ("How often it is met in an hour").
    """
    if not any(each.rate is not None for each in stretches):
        return nothing(subject, say("Nobody has watched long enough to tell."), width, ink, measure)
    width = max(width, LEAST_WIDTH)
    step = min(width / len(stretches), _WIDEST * 2)
    top = max((each.rate or 0.0 for each in stretches), default=0.0)
    ground = _TOP + _COLUMNS
    items: list[Item] = [Line(0, ground, step * len(stretches), ground, ink.track, 1)]
    every = _every(stretches, step, measure)
    for place, each in enumerate(stretches):
        middle = (place + 0.5) * step
        items += _column(each, middle, min(step - _GAP, _WIDEST), ground, max(top, 1e-9), ink)
        if (len(stretches) - 1 - place) % every == 0:
            items += _words(each, middle, step * every, ground, max(top, 1e-9), ink, measure)
    facts = [f"{each.label} {each.shown}" + (f" ({each.about})" if each.about else "") for each in stretches]
    return Figure(width, ground + _LABELS, sentence(subject, facts), tuple(items))


def _every(stretches: Sequence[Stretch], step: float, measure: Measure) -> int:
    """Where columns stand too close only every n-th is labelled, the newest always."""
    widest = max(max(measure(each.label, _SIZE, 400), measure(each.shown, _SIZE, 600)) for each in stretches)
    return max(1, -int(-min(widest + 4, _WIDEST * 2) // step))


def _column(one: Stretch, middle: float, wide: float, ground: float, top: float, ink: Ink) -> Iterator[Item]:
    if one.rate is None:
        return
    if one.rate <= 0:
        yield Dot(middle, ground, 3.0, ink.ground, ink.calm, 1.4, one.key)
        return
    height = max(2.0, _COLUMNS * one.rate / top)
    wide = max(wide, 1.5)
    yield Rect(middle - wide / 2, ground - height, wide, height, ink.calm if one.after else ink.hot, 2, one.key)


def _words(
    one: Stretch, middle: float, room: float, ground: float, top: float, ink: Ink, measure: Measure
) -> Iterator[Item]:
    label = fitted(one.label, room - 2, _SIZE, 400, measure)
    yield Text(middle, ground + 12, label, _SIZE, ink.muted, align="centre", key=one.key)
    shown = fitted(one.shown, room - 2, _SIZE, 600, measure)
    height = max(2.0, _COLUMNS * one.rate / top) if one.rate else 4.0
    colour = ink.text if one.rate is not None else ink.faint
    yield Text(middle, ground - height - 4, shown, _SIZE, colour, 600, "centre", one.key)

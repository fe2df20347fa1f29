"""Every weight of the score that can be turned alone, and what turning it means.

A weight stays within what `Weights` allows. Where a step of a ladder (damage, time, workaround) would pass its
neighbour, the neighbours in its way move with it until they are level: the full half is tried, and what is worse never
weighs less. A weight of nothing stays nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from shadow_app.domain.weights import Weights

_WORKAROUNDS = ("workaround_good", "workaround_clumsy", "workaround_none")
_MOST_HOURS = 80.0
"""The longest phantom time that `Weights` knows."""


class Turned(StrEnum):
    """Which weight is turned."""

    DAMAGE = "damage"
    TIME = "time"
    WORKAROUND = "workaround"
    UNRECOVERED = "unrecovered_share"
    PHANTOM = "phantom_hours"


class Dial(NamedTuple):
    """One weight: which, and which step of its ladder, 0 where it has none. The workarounds go from good to none."""

    turned: Turned
    step: int = 0


def dials() -> Iterator[Dial]:
    """Every weight that can be turned, in the order in which they are shown."""
    yield from (Dial(Turned.DAMAGE, step) for step in range(5))
    yield from (Dial(Turned.TIME, step) for step in range(4))
    yield from (Dial(Turned.WORKAROUND, step) for step in range(3))
    yield Dial(Turned.UNRECOVERED)
    yield Dial(Turned.PHANTOM)


def value_of(weights: Weights, dial: Dial) -> float:
    """What a weight is."""
    return _ladder(weights, dial.turned)[dial.step]


def turn(weights: Weights, dial: Dial, factor: float) -> tuple[float, tuple[int, ...], Weights]:
    """One weight times a factor: what it becomes, which steps of its ladder go with it, and the weights then."""
    steps = list(_ladder(weights, dial.turned))
    most = {Turned.UNRECOVERED: 1.0, Turned.PHANTOM: _MOST_HOURS}.get(dial.turned, 1_000.0)
    value = min(steps[dial.step] * factor, most)
    moved = [
        (max(old, value) if step > dial.step else min(old, value)) if step != dial.step else value
        for step, old in enumerate(steps)
    ]
    along = tuple(step for step, old in enumerate(steps) if step != dial.step and moved[step] != old)
    return value, along, weights.edited(**_fields(dial.turned, moved))


def _ladder(weights: Weights, turned: Turned) -> tuple[float, ...]:
    match turned:
        case Turned.DAMAGE:
            return weights.damage
        case Turned.TIME:
            return weights.time
        case Turned.WORKAROUND:
            return tuple(getattr(weights, name) for name in _WORKAROUNDS)
    return (getattr(weights, turned.value),)


def _fields(turned: Turned, steps: list[float]) -> dict[str, object]:
    match turned:
        case Turned.DAMAGE | Turned.TIME:
            return {turned.value: tuple(steps)}
        case Turned.WORKAROUND:
            return dict(zip(_WORKAROUNDS, steps, strict=True))
    return {turned.value: steps[0]}

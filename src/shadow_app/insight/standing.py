"""How far IT has come with a pain point: nothing decided, decided, promised, closed, or closed and seen again."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from shadow_app.domain.pain_point import PainPoint


class Standing(StrEnum):
    """The furthest step that was taken with a pain point."""

    NEW = "new"
    DECIDED = "decided"
    PROMISED = "promised"
    CLOSED = "closed"
    REOPENED = "reopened"
    """It was closed, and somebody has seen it on a later day."""


def standing(pain_point: PainPoint | None, *, decided: bool, promised: bool, seen_on: date | None) -> Standing:
    """Where a pain point stands.

    Args:
        pain_point: None for what nobody has grouped yet, which is always new.
        decided: whether a decision stands.
        promised: whether a promise was given that is open or kept; one that was dropped is none.
        seen_on: the last day on which it was seen, not only told of.
    """
    if pain_point is None:
        return Standing.NEW
    if pain_point.closed_on is not None:
        again = seen_on is not None and seen_on > pain_point.closed_on
        return Standing.REOPENED if again else Standing.CLOSED
    if promised:
        return Standing.PROMISED
    return Standing.DECIDED if decided else Standing.NEW

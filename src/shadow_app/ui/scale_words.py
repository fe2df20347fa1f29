"""The graded scales in words (`domain.md` §3), as the floors below say them, so that window and paper say the same."""

from __future__ import annotations

from shadow_app.domain import words
from shadow_app.domain.vocabulary import BusinessDamage, Scope, TimeToDamage, Workaround


def damage_word(damage: BusinessDamage) -> str:
    """What happens to the business."""
    return words.DAMAGES[damage]


def time_word(time: TimeToDamage) -> str:
    """How soon the harm occurs."""
    return words.TIMES[time]


def workaround_word(workaround: Workaround) -> str:
    """How well people get by."""
    return words.WORKAROUNDS[workaround]


def scope_word(scope: Scope) -> str:
    """Whether each person meets it, or one event stops several."""
    return words.SCOPES[scope]

"""The fields of a note and their values in words, for the history."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from pydantic import JsonValue
from PySide6.QtCore import QLocale

from shadow_app.domain.record_words import value_word, yes_or_no
from shadow_app.domain.vocabulary import (
    AffectedParty,
    BusinessDamage,
    Evidence,
    Kind,
    MinutesSource,
    RatePer,
    ReadBack,
    ReviewState,
    Scope,
    TimeToDamage,
    Workaround,
)
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.names import Names
from shadow_app.ui.note_view import kind_word, minutes_words

NOTHING = "—"
_LISTS: dict[str, type[Enum]] = {
    "time_to_damage": TimeToDamage,
    "workaround": Workaround,
    "note_scope": Scope,
    "state": ReviewState,
    "evidence": Evidence,
    "minutes_source": MinutesSource,
    "rate_per": RatePer,
    "affected_party": AffectedParty,
    "read_back": ReadBack,
}
"""The fields of a note that hold one of a closed list."""


def value_words(name: str, value: JsonValue, names: Names) -> str:
    """A value of the log as people read it; what cannot be put in words is shown as it is."""
    if value in (None, "", []):
        return NOTHING
    if isinstance(value, bool):
        return yes_or_no(value)
    try:
        known = _known_words(name, value, names)
    except (ValueError, KeyError, TypeError):
        # An older or newer version of the program may have written a value that this one does not know.
        known = None
    if known is not None:
        return known
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    if isinstance(value, (int, float)):
        return QLocale().toString(value, "g", 6) if isinstance(value, float) else QLocale().toString(value)
    return str(value)


def _known_words(name: str, value: JsonValue, names: Names) -> str | None:
    told: Any = value
    match name:
        case "kind":
            return kind_word(Kind(told))
        case "business_damage":
            return f"{value}: {value_word(BusinessDamage, told)}"
        case "lost_minutes":
            return minutes_words(float(told))
        case "role_id":
            return names.roles[UUID(told)]
        case "at":
            return _moment(str(told))
        case _ if name.endswith("_on"):
            return day_words(date.fromisoformat(told), MEDIUM)
        case _ if name in _LISTS:
            return value_word(_LISTS[name], told)
        case _:
            return None


def _moment(told: str) -> str:
    local = datetime.fromisoformat(told).astimezone()
    return f"{day_words(local.date(), MEDIUM)} {local:%H:%M}"

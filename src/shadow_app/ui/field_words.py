"""The fields of a note and their values in words, for the history."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import JsonValue
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from shadow_app.domain.vocabulary import (
    BusinessDamage,
    Evidence,
    Kind,
    MinutesSource,
    ReviewState,
    Scope,
    TimeToDamage,
    Workaround,
)
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.names import Names
from shadow_app.ui.note_view import kind_word, minutes_words
from shadow_app.ui.review.words import state_word
from shadow_app.ui.scale_words import damage_word, scope_word, time_word, workaround_word

translate = QCoreApplication.translate

NOTHING = "—"

_WORDS: dict[str, Any] = {
    "at": QT_TRANSLATE_NOOP("FieldWords", "When"),
    "utc_offset": QT_TRANSLATE_NOOP("FieldWords", "Time zone"),
    "visit_id": QT_TRANSLATE_NOOP("FieldWords", "Visit"),
    "text": QT_TRANSLATE_NOOP("FieldWords", "Text"),
    "line": QT_TRANSLATE_NOOP("FieldWords", "Line as typed"),
    "kind": QT_TRANSLATE_NOOP("FieldWords", "Kind"),
    "evidence": QT_TRANSLATE_NOOP("FieldWords", "Seen or told"),
    "role_id": QT_TRANSLATE_NOOP("FieldWords", "Role"),
    "step_id": QT_TRANSLATE_NOOP("FieldWords", "Business step"),
    "unresolved_tags": QT_TRANSLATE_NOOP("FieldWords", "Unknown tags"),
    "lost_minutes": QT_TRANSLATE_NOOP("FieldWords", "Time lost"),
    "minutes_source": QT_TRANSLATE_NOOP("FieldWords", "Time known by"),
    "count": QT_TRANSLATE_NOOP("FieldWords", "Times seen"),
    "rate": QT_TRANSLATE_NOOP("FieldWords", "Stated rate"),
    "rate_per": QT_TRANSLATE_NOOP("FieldWords", "Rate per"),
    "people_stopped": QT_TRANSLATE_NOOP("FieldWords", "People stopped"),
    "note_scope": QT_TRANSLATE_NOOP("FieldWords", "Hits"),
    "business_damage": QT_TRANSLATE_NOOP("FieldWords", "Damage"),
    "time_to_damage": QT_TRANSLATE_NOOP("FieldWords", "Harm comes"),
    "workaround": QT_TRANSLATE_NOOP("FieldWords", "Workaround"),
    "affected_party": QT_TRANSLATE_NOOP("FieldWords", "Who feels it"),
    "reported_to_desk": QT_TRANSLATE_NOOP("FieldWords", "Reported to the desk"),
    "why_not_reported": QT_TRANSLATE_NOOP("FieldWords", "Why not reported"),
    "ticket_ref": QT_TRANSLATE_NOOP("FieldWords", "Ticket"),
    "quote": QT_TRANSLATE_NOOP("FieldWords", "Their words"),
    "consequence": QT_TRANSLATE_NOOP("FieldWords", "What happened next"),
    "interpretation": QT_TRANSLATE_NOOP("FieldWords", "Our reading"),
    "idea": QT_TRANSLATE_NOOP("FieldWords", "Idea"),
    "surprise": QT_TRANSLATE_NOOP("FieldWords", "Surprise"),
    "after_change": QT_TRANSLATE_NOOP("FieldWords", "After which change"),
    "requested_on": QT_TRANSLATE_NOOP("FieldWords", "Requested on"),
    "delivered_on": QT_TRANSLATE_NOOP("FieldWords", "Delivered on"),
    "still_needed": QT_TRANSLATE_NOOP("FieldWords", "Still needed"),
    "offers_open": QT_TRANSLATE_NOOP("FieldWords", "Something to accept"),
    "not_scored": QT_TRANSLATE_NOOP("FieldWords", "Not counted"),
    "state": QT_TRANSLATE_NOOP("FieldWords", "State"),
    "state_note": QT_TRANSLATE_NOOP("FieldWords", "Note on the state"),
    "state_answer": QT_TRANSLATE_NOOP("FieldWords", "Answer"),
    "read_back": QT_TRANSLATE_NOOP("FieldWords", "Read back"),
    "read_back_note": QT_TRANSLATE_NOOP("FieldWords", "Note on the read-back"),
    "removed": QT_TRANSLATE_NOOP("FieldWords", "Removed"),
}


def field_word(name: str) -> str:
    """What a field is called on the form; one that this version does not know keeps its own name."""
    words = _WORDS.get(name)
    return name if words is None else translate("FieldWords", words)


def value_words(name: str, value: JsonValue, names: Names) -> str:
    """A value of the log as people read it; what cannot be put in words is shown as it is."""
    if value in (None, "", []):
        return NOTHING
    if isinstance(value, bool):
        return translate("FieldWords", "yes") if value else translate("FieldWords", "no")
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
            return f"{value}: {damage_word(BusinessDamage(told))}"
        case "time_to_damage":
            return time_word(TimeToDamage(told))
        case "workaround":
            return workaround_word(Workaround(told))
        case "note_scope":
            return scope_word(Scope(told))
        case "lost_minutes":
            return minutes_words(float(told))
        case "role_id":
            return names.roles[UUID(told)]
        case "state":
            return state_word(ReviewState(told))
        case "evidence":
            seen = Evidence(told) is Evidence.SEEN
            return translate("FieldWords", "seen") if seen else translate("FieldWords", "told")
        case "minutes_source":
            timed = MinutesSource(told) is MinutesSource.TIMED
            return translate("FieldWords", "timed") if timed else translate("FieldWords", "estimated")
        case "at":
            return _moment(str(told))
        case _ if name.endswith("_on"):
            return day_words(date.fromisoformat(told), MEDIUM)
        case _:
            return None


def _moment(told: str) -> str:
    local = datetime.fromisoformat(told).astimezone()
    return f"{day_words(local.date(), MEDIUM)} {local:%H:%M}"

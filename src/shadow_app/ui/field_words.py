"""The fields of a note and their values in words, for the history."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic import JsonValue
from PySide6.QtCore import QCoreApplication, QLocale

from shadow_app.domain.vocabulary import BusinessDamage, Evidence, Kind, MinutesSource, Scope, TimeToDamage, Workaround
from shadow_app.ui.live_notes import Names
from shadow_app.ui.note_view import kind_word, minutes_words
from shadow_app.ui.scale_words import damage_word, scope_word, time_word, workaround_word

translate = QCoreApplication.translate

NOTHING = "—"


def field_word(name: str) -> str:
    """What a field is called on the form."""
    known = {
        "at": translate("FieldWords", "When"),
        "utc_offset": translate("FieldWords", "Time zone"),
        "visit_id": translate("FieldWords", "Visit"),
        "text": translate("FieldWords", "Text"),
        "line": translate("FieldWords", "Line as typed"),
        "kind": translate("FieldWords", "Kind"),
        "evidence": translate("FieldWords", "Seen or told"),
        "role_id": translate("FieldWords", "Role"),
        "step_id": translate("FieldWords", "Business step"),
        "unresolved_tags": translate("FieldWords", "Unknown tags"),
        "lost_minutes": translate("FieldWords", "Time lost"),
        "minutes_source": translate("FieldWords", "Time known by"),
        "count": translate("FieldWords", "Times seen"),
        "rate": translate("FieldWords", "Stated rate"),
        "rate_per": translate("FieldWords", "Rate per"),
        "people_stopped": translate("FieldWords", "People stopped"),
        "note_scope": translate("FieldWords", "Hits"),
        "business_damage": translate("FieldWords", "Damage"),
        "time_to_damage": translate("FieldWords", "Harm comes"),
        "workaround": translate("FieldWords", "Workaround"),
        "affected_party": translate("FieldWords", "Who feels it"),
        "reported_to_desk": translate("FieldWords", "Reported to the desk"),
        "why_not_reported": translate("FieldWords", "Why not reported"),
        "ticket_ref": translate("FieldWords", "Ticket"),
        "quote": translate("FieldWords", "Their words"),
        "consequence": translate("FieldWords", "What happened next"),
        "interpretation": translate("FieldWords", "Our reading"),
        "idea": translate("FieldWords", "Idea"),
        "surprise": translate("FieldWords", "Surprise"),
        "after_change": translate("FieldWords", "After which change"),
        "requested_on": translate("FieldWords", "Requested on"),
        "delivered_on": translate("FieldWords", "Delivered on"),
        "still_needed": translate("FieldWords", "Still needed"),
        "offers_open": translate("FieldWords", "Something to accept"),
        "not_scored": translate("FieldWords", "Not counted"),
        "state": translate("FieldWords", "State"),
        "state_note": translate("FieldWords", "Note on the state"),
        "read_back": translate("FieldWords", "Read back"),
        "read_back_note": translate("FieldWords", "Note on the read-back"),
        "removed": translate("FieldWords", "Removed"),
    }
    return known.get(name, name)


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
        case "evidence":
            seen = Evidence(told) is Evidence.SEEN
            return translate("FieldWords", "seen") if seen else translate("FieldWords", "told")
        case "minutes_source":
            timed = MinutesSource(told) is MinutesSource.TIMED
            return translate("FieldWords", "timed") if timed else translate("FieldWords", "estimated")
        case _:
            return None

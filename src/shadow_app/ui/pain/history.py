"""Who changed what of a pain point, of its notes, its decision and its promises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import JsonValue
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from shadow_app.domain.field_words import field_word
from shadow_app.domain.history import HistoryLine
from shadow_app.domain.vocabulary import Choice, CommitmentState, Scope
from shadow_app.ui.field_words import NOTHING, value_words
from shadow_app.ui.history_dialog import HistoryDialog
from shadow_app.ui.names import Names
from shadow_app.ui.pain.words import choice_word, state_word
from shadow_app.ui.scale_words import scope_word

translate = QCoreApplication.translate

_WORDS: dict[str, Any] = {
    "decision": QT_TRANSLATE_NOOP("PainHistory", "Decision"),
    "promise": QT_TRANSLATE_NOOP("PainHistory", "Promise"),
    "follow-up": QT_TRANSLATE_NOOP("PainHistory", "Follow-up"),
    "told the site": QT_TRANSLATE_NOOP("PainHistory", "Told the site"),
    "told the service desk": QT_TRANSLATE_NOOP("PainHistory", "Told the service desk"),
}

_NOT_FOR_PEOPLE = frozenset({"id", "pain_point_id", "site_id", "visit_id", "commitment_id"})


class PainHistory(HistoryDialog):
    """The newest change first."""

    def __init__(self, title: str, lines: Sequence[HistoryLine], names: Names, parent: QWidget | None = None) -> None:
        super().__init__(in_words(lines, names), names, parent)
        words = self.tr("History of “{title}”").format(title=title)
        self.setWindowTitle(words)
        heading = self.findChild(QLabel)
        if heading is not None:
            heading.setWordWrap(True)
            heading.setText(words)


def in_words(lines: Sequence[HistoryLine], names: Names) -> list[HistoryLine]:
    """The same lines with fields and values as people read them; ids are left out."""
    shown = []
    for line in lines:
        under, _, field = line.field.rpartition(": ")
        if field in _NOT_FOR_PEOPLE:
            continue
        what = " · ".join(_field(each) for each in (under, field) if each)
        before, after = (_value(field, value, names) for value in (line.before, line.after))
        if before != after:
            shown.append(replace(line, field=what, before=before, after=after))
    return shown


def _field(name: str) -> str:
    words = _WORDS.get(name)
    return field_word(name) if words is None else translate("PainHistory", words)


def _value(field: str, value: JsonValue, names: Names) -> str:
    if value in (None, ""):
        return NOTHING
    try:
        match field:
            case "choice":
                return choice_word(Choice(str(value)))
            case "pain_scope":
                return scope_word(Scope(str(value)))
            case "state":
                return state_word(CommitmentState(str(value)))
            case "service_id":
                return next((name for key, name in names.services.items() if str(key) == value), str(value))
            case "merged_into_id":
                return translate("PainHistory", "yes")
    except ValueError:
        # Another version of the program may have written a value that this one does not know.
        return str(value)
    return value_words(field, value, names)

"""What is left to show of a note once its host has taken an agreement back (`domain.md` §2.4)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from shadow_app.domain.history import HistoryLine
from shadow_app.domain.language import mark, say
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import ConsentSubject

QUOTE_GONE = mark("[quote withdrawn]")
QUOTE_KEPT_BACK = mark("[not agreed to be quoted]")
NOTE_GONE = mark("[withdrawn by the host]")
"""Said where they are shown; never written into a store."""

_WORDS = ("quote", "consequence", "interpretation", "idea", "line", "read_back_note", "state_note", "state_answer")
_SPEAKING = frozenset((*_WORDS, "text"))


def without_quote(note: Observation, *, quotes: bool, instead: str = QUOTE_KEPT_BACK) -> str:
    """The note without the verbatim words where the host has not agreed to be quoted; `instead` says why."""
    text = note.text
    if not quotes:
        for words in filter(None, note.quote.splitlines()):
            text = text.replace(words, say(instead))
    return text


def as_allowed(shown: TimelineNote, withdrawn: Collection[ConsentSubject]) -> TimelineNote:
    """The note as lists may show it: times, kinds and figures stay, words and photos go with their agreement."""
    if ConsentSubject.NOTES in withdrawn:
        # Not validated: an empty field is as good as the one that was.
        note = shown.note.model_copy(
            update={**dict.fromkeys(_WORDS, ""), "text": say(NOTE_GONE), "unresolved_tags": ()}
        )
        return replace(shown, note=note, pictures=(), voices=())
    note = shown.note
    if ConsentSubject.QUOTES in withdrawn and note.quote:
        note = note.model_copy(
            update={"text": without_quote(note, quotes=False, instead=QUOTE_GONE), "quote": "", "line": ""}
        )
    # A voice is a quote that one can hear.
    return replace(
        shown,
        note=note,
        pictures=() if ConsentSubject.PHOTOS in withdrawn else shown.pictures,
        voices=() if ConsentSubject.QUOTES in withdrawn else shown.voices,
    )


def shown_words(note: Observation, withdrawn: Collection[ConsentSubject]) -> str:
    """Everything that people wrote in a note and that may be shown, for the search index; no words of ours."""
    if ConsentSubject.NOTES in withdrawn:
        return ""
    hides = ConsentSubject.QUOTES in withdrawn and note.quote != ""
    text = without_quote(note, quotes=False, instead=QUOTE_GONE).replace(say(QUOTE_GONE), "") if hides else note.text
    return "\n".join(
        filter(None, (text, "" if hides else note.quote, note.consequence, note.interpretation, note.idea))
    )


def history_as_allowed(lines: Collection[HistoryLine], withdrawn: Collection[ConsentSubject]) -> list[HistoryLine]:
    """Earlier versions hold the words as well; without the agreement only that they changed is told."""
    if withdrawn and not {ConsentSubject.NOTES, ConsentSubject.QUOTES}.isdisjoint(withdrawn):
        return [
            replace(each, before=_told(each.before), after=_told(each.after)) if each.field in _SPEAKING else each
            for each in lines
        ]
    return list(lines)


def _told(value: object) -> str | None:
    return say(NOTE_GONE) if value else None

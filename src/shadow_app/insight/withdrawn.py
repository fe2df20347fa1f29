"""What is left to show of a note once its host has taken an agreement back (`domain.md` §2.4)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import accumulate

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
_WORD = re.compile(r"\w+")
_SPEAKING = frozenset((*_WORDS, "text"))
_AROUND = ("text", "consequence", "interpretation", "idea", "read_back_note", "state_note", "state_answer")
"""Where people may have written the verbatim words once more."""


def without_quote(note: Observation, *, quotes: bool) -> str:
    """The note without the verbatim words where the host has not agreed to be quoted."""
    return unquoted(note.text, note, quotes=quotes)


def unquoted(words: str, note: Observation, *, quotes: bool, instead: str = QUOTE_KEPT_BACK) -> str:
    """What somebody wrote about a note, without its verbatim words where the host has not agreed to be quoted.

    `instead` says why. They are found again also with other capitals, blanks and punctuation: notes are tidied up after
    the visit.
    """
    if quotes or not note.quote:
        return words
    lines = dict.fromkeys(filter(None, map(str.strip, note.quote.splitlines())))
    parts, read = list[str](), 0
    for start, end in sorted(_said_in(words, lines)):
        if start >= read:
            parts += (words[read:start], say(instead))
        read = max(read, end)
    left = "".join((*parts, words[read:]))
    for line in lines:
        # What has no letters at all is looked for as it stands.
        left = left if _WORD.search(line) else left.replace(line, say(instead))
    return left


def _said_in(text: str, lines: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where the words of these lines stand, as (start, end); the text is taken apart once, however many there are."""
    spoken = list(_WORD.finditer(text))
    folded = [each[0].casefold() for each in spoken]
    # A line break is in no word. Each word begins behind the sum of the lengths before it.
    hay, begins = _joined(folded), list(accumulate((len(each) + 1 for each in folded), initial=0))
    for line in lines:
        said = [each.casefold() for each in _WORD.findall(line)]
        at = hay.find(_joined(said)) if said else -1
        while at >= 0:
            first = bisect_left(begins, at)
            last = first + len(said) - 1
            yield spoken[first].start(), spoken[last].end()
            at = hay.find(_joined(said), begins[last + 1])


def _joined(words: Collection[str]) -> str:
    return "\n" + "\n".join(words) + "\n"


def note_as_allowed(note: Observation, withdrawn: Collection[ConsentSubject]) -> Observation:
    """The same for a note alone: times, kinds and figures stay, words go with their agreement."""
    if ConsentSubject.NOTES in withdrawn:
        # Not validated: an empty field is as good as the one that was.
        gone = {**dict.fromkeys(_WORDS, ""), "text": say(NOTE_GONE), "unresolved_tags": ()}
        return note.model_copy(update=gone)
    if ConsentSubject.QUOTES in withdrawn and note.quote:
        left = {name: unquoted(getattr(note, name), note, quotes=False, instead=QUOTE_GONE) for name in _AROUND}
        return note.model_copy(update={**left, "quote": "", "line": ""})
    return note


def as_allowed(shown: TimelineNote, withdrawn: Collection[ConsentSubject]) -> TimelineNote:
    """The note as lists may show it: times, kinds and figures stay, words and photos go with their agreement."""
    note = note_as_allowed(shown.note, withdrawn)
    if ConsentSubject.NOTES in withdrawn:
        return replace(shown, note=note, pictures=(), voices=())
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
    left = note_as_allowed(note, withdrawn) if hides else note
    words = "\n".join(filter(None, (left.text, left.quote, left.consequence, left.interpretation, left.idea)))
    return words.replace(say(QUOTE_GONE), "") if hides else words


def may_be_told(field: str, withdrawn: Collection[ConsentSubject]) -> bool:
    """Whether the values that a field of a note had, or is disputed to have, may be shown."""
    return field not in _SPEAKING or {ConsentSubject.NOTES, ConsentSubject.QUOTES}.isdisjoint(withdrawn)


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

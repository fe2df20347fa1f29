"""Words that look like a person's name, by their capitals and their neighbours; `privacy` says what that is worth.

A capital in mid-sentence counts unless the word is known. At the start of a sentence, where every word has one, it
counts only before a verb of speaking or the like ("Dave rings"), before another such word ("Dave Miller") or after a
title. A German text has rules of its own (`german_names`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from shadow_app.insight.german_names import GIVEN, NOBODY, SAYS, is_given, reads_german
from shadow_app.insight.words import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST_NAME = 40

_TITLES = frozenset(_WORD.findall("mr mrs ms miss mx dr prof sir herr herrn frau monsieur madame señor señora"))

_DONE_BY_PEOPLE = frozenset(
    _WORD.findall(
        """rings rang says said tells told asks asked thinks thought explains explained calls called phones phoned
        texts texted mails mailed emails emailed wants wanted knew walks walked shouts shouted swears swore
        complains complained laughs laughed shrugs shrugged borrows borrowed writes wrote reckons reckoned
        mentions mentioned suggests suggested grabs grabbed"""
    )
)

# What starts a sentence before such a verb without being anybody, and what has a capital wherever it stands.
_NOBODY = STOP_WORDS | frozenset(
    _WORD.findall(
        """he she they who everyone everybody someone somebody nobody anyone people staff user users customer
        customers client clients host team crew manager supervisor driver loader clerk operator colleague
        another each all both most some many none one two three these those here then now today yesterday
        tomorrow later still also again only even every same first second last next after before while during
        since until because although nothing something everything anything system screen printer scanner computer
        phone app message error door monday tuesday wednesday thursday friday saturday sunday mondays tuesdays
        wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun january
        february march april june july august september october november december jan feb mar apr jun jul aug sep
        sept oct nov dec christmas xmas easter unknown english german french spanish italian dutch polish british
        european internet windows microsoft office outlook excel word teams google chrome edge firefox apple
        android adobe acrobat citrix oracle java linux bluetooth"""
    )
)

_SENTENCE_ENDS = frozenset('.!?:;\n\r"“„«•')


class _Seen(NamedTuple):
    """One word of the text and what stands before it."""

    start: int
    end: int
    folded: str
    shaped: bool
    starts: bool
    gap: str


def names(text: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Spans of words that look like names, neighbours joined, in order. Time is linear in the text."""
    seen = list(_look(text))
    is_one = _is_german_name if reads_german([word.folded for word in seen], text) else _is_name
    begin: int | None = None
    for index, word in enumerate(seen):
        after = seen[index + 1] if index + 1 < len(seen) else None
        is_name = is_one(word, seen[index - 1] if index else None, after, known)
        if is_name and begin is None:
            begin = word.start
        goes_on = is_name and after is not None and after.gap == " " and is_one(after, word, None, known)
        if is_name and not goes_on and begin is not None:
            yield begin, word.end
            begin = None


def _look(text: str) -> Iterator[_Seen]:
    before = 0
    ended = True
    for match in _WORD.finditer(text):
        word, end = match.group(), match.end()
        gap = text[before : match.start()]
        if word[-2:] in ("'s", "’s", "'S", "’S"):
            word, end = word[:-2], end - 2
        starts = before == 0 or (ended and not _SENTENCE_ENDS.isdisjoint(gap))
        yield _Seen(match.start(), end, word.casefold(), _is_shaped(word), starts, gap)
        # The full stop after a title or an initial ends no sentence.
        ended = word.casefold() not in _TITLES and not (len(word) == 1 and word.isupper())
        before = match.end()


def _is_shaped(word: str) -> bool:
    """Whether each part begins with a capital and goes on in small letters: Dave, Anne-Marie, O'Neill, McKay."""
    if len(word) > _LONGEST_NAME:
        return False
    return all(_is_capitalised(part) for part in word.split("-"))


def _is_capitalised(part: str) -> bool:
    if len(part) > 2 and part[1] in "'’":
        return part[0].isupper() and _is_capitalised(part[2:])
    if len(part) > 3 and part.startswith("Mc"):
        part = part[2:]
    return len(part) > 1 and part[0].isupper() and part[1:].islower() and part.isalpha()


def _is_name(word: _Seen, before: _Seen | None, after: _Seen | None, known: frozenset[str]) -> bool:
    if not word.shaped or word.folded in _TITLES:
        return False
    if before is not None and before.folded in _TITLES and word.gap.strip(". ") == "":
        return True
    if not _is_somebody(word, known):
        return False
    if not word.starts:
        return True
    if after is None or after.gap != " ":
        return False
    return after.folded in _DONE_BY_PEOPLE or (after.shaped and _is_somebody(after, known))


def _is_german_name(word: _Seen, before: _Seen | None, after: _Seen | None, known: frozenset[str]) -> bool:
    if not word.shaped or word.folded in _TITLES:
        return False
    beside = before is not None and word.gap == " "
    if before is not None and before.folded in _TITLES and word.gap.strip(". ") == "":
        return True
    if not _is_somebody(word, known):
        return False
    if is_given(word.folded) or (beside and before is not None and before.shaped and before.folded in GIVEN):
        return True
    if not word.starts or after is None or after.gap != " ":
        return False
    return after.folded in SAYS and word.folded not in NOBODY


def _is_somebody(word: _Seen, known: frozenset[str]) -> bool:
    parts = word.folded.split("-")
    return word.folded not in _NOBODY and word.folded not in known and not all(part in known for part in parts)

"""Offered: what prose seems to say beyond its measures — services, rates and kinds (`design.md` §3).

General words only, and only such as name the thing itself; whatever they miss, a key or the debrief adds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

from shadow_app.domain.vocabulary import Kind, RatePer
from shadow_app.insight.quick_entry.entry import Field, Rate
from shadow_app.insight.quick_entry.lexicon import Lexicon
from shadow_app.insight.quick_entry.signs import Sign
from shadow_app.insight.quick_entry.taken import Refused

_PERIODS = {
    "hour": RatePer.HOUR,
    "day": RatePer.DAY,
    "morning": RatePer.DAY,
    "afternoon": RatePer.DAY,
    "evening": RatePer.DAY,
    "night": RatePer.DAY,
    "week": RatePer.WEEK,
    "month": RatePer.MONTH,
}
_TIMES = {"once": 1.0, "twice": 2.0}
_PERIOD = "(hour|day|morning|afternoon|evening|night|week|month)"
_EVERY = re.compile(
    rf"\bevery (?:{_PERIOD}|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)\b",
    re.IGNORECASE,
)
_TIMES_A = re.compile(rf"\b(?:(once|twice)|(\d{{1,4}}) ?(?:x|times)) (?:an?|per|each|every) {_PERIOD}\b", re.IGNORECASE)

# A request and its age are a wait even where nobody says so; one without the other is only a request.
_ASKED = re.compile(r"\b(?:asked|applied|put in) for\b|\b(?:requested|ordered)\b", re.IGNORECASE)
_AGE = re.compile(r"\b(?:ago|still|not yet|yet to|no answer|heard nothing|nothing since)\b", re.IGNORECASE)
_CUES = (
    (Kind.WAIT, r"awaiting|(?:waits?|waiting|waited) (?:for|on)|on hold|change freeze|pending approval"),
    (
        Kind.WORKAROUND,
        r"work(?:s|ed|ing)?[ -]?arounds?|by hand|manually|on paper|(?:own|private) (?:phone|mobile|laptop|e-?mail)",
    ),
    (Kind.NEED, r"wish(?:es)? (?:we|they|he|she|it|there)|would like|if only"),
)
_KINDS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _CUES)


def read_prose(
    text: str,
    hidden: list[tuple[int, int]],
    filled: set[Field],
    named: frozenset[UUID],
    lexicon: Lexicon,
    refused: Refused,
) -> list[Sign]:
    """The chips that prose offers.

    Where two readings share a word the service has it: a kind is one key away, a tag takes a search.

    Args:
        text: the folded line.
        hidden: stretches that are not read, being signs or addresses.
        filled: fields that have their value; RATE and KIND are offered only outside of these.
        named: services that the line tags by sign. None of them is offered, and no other one twice.
        lexicon: what the services are called.
        refused: which readings a person has made text again.
    """
    prose = hide(text, hidden)
    signs = _services(prose, named, lexicon, refused)
    prose = hide(prose, [(sign.start, sign.end) for sign in signs])
    for field, read in ((Field.RATE, _rates), (Field.KIND, _kinds)):
        free = (sign for sign in read(prose) if not refused(field, sign.start, sign.end))
        if field not in filled and (sign := next(free, None)):
            signs.append(sign)
            prose = hide(prose, [(sign.start, sign.end)])
    return signs


def hide(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the spans (ascending, apart) blotted out, at the same length."""
    parts, position = [], 0
    for start, end in spans:
        parts += [text[position:start], "\0" * (end - start)]
        position = end
    return "".join((*parts, text[position:]))


def _services(prose: str, named: frozenset[UUID], lexicon: Lexicon, refused: Refused) -> list[Sign]:
    signs, known = [], set(named)
    for start, end, reference in lexicon.mentions(prose):
        if known.isdisjoint(reference.matches) and not refused(Field.SERVICE, start, end):
            signs.append(Sign(Field.SERVICE, reference, start, end, end, prose=True))
            # An ambiguous word names nothing yet, so that a clear word for one of its services still counts.
            known.update(reference.matches if len(reference.matches) == 1 else ())
    return signs


def _rates(prose: str) -> Iterator[Sign]:
    for found in _EVERY.finditer(prose):
        per = _PERIODS[found[1].lower()] if found[1] else RatePer.WEEK
        yield Sign(Field.RATE, Rate(1.0, per), *found.span(), found.end(), prose=True)
    for found in _TIMES_A.finditer(prose):
        times = _TIMES[found[1].lower()] if found[1] else float(found[2])
        if times:
            yield Sign(Field.RATE, Rate(times, _PERIODS[found[3].lower()]), *found.span(), found.end(), prose=True)


def _kinds(prose: str) -> Iterator[Sign]:
    for kind, cue in _KINDS:
        for found in cue.finditer(prose):
            yield Sign(Field.KIND, kind, *found.span(), found.end(), prose=True)
    if (asked := _ASKED.search(prose)) and _AGE.search(prose, asked.end()):
        yield Sign(Field.KIND, Kind.WAIT, *asked.span(), asked.end(), prose=True)

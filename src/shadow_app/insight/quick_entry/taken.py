"""Taken: reads the whole line for signs and judges which of them count at once (`design.md` §3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from shadow_app.domain.vocabulary import BusinessDamage, Kind
from shadow_app.insight.quick_entry.durations import is_lost_time, read_duration
from shadow_app.insight.quick_entry.entry import Field
from shadow_app.insight.quick_entry.folded import Folded, trail_end
from shadow_app.insight.quick_entry.lexicon import Lexicon
from shadow_app.insight.quick_entry.moments import read_clock
from shadow_app.insight.quick_entry.signs import KIND_WORDS, Sign, read_sign

Refused = Callable[[Field, int, int], bool]
"""Whether a person made text of the chip with this folded span."""

_TOKEN = re.compile(r"\S+")
_LEAD = re.compile(r"\s*([!?+]|![0-4]|(?:wait|need|workaround|context|told):)(?=\s+\S)", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}:\d\d|\d{4})(?:[-–](?:\d{1,2}:\d\d|\d{4}))?(?=\s+\S)")
_STOOD = re.compile(
    r"(\d{1,5})[ ](?:(\w{2,40})[ ])??(stood|standing|queue?ing|queued|waiting|idle|stuck|stopped)\b", re.IGNORECASE
)
_ONLY_PEOPLE = ("stood", "standing", "queueing", "queuing", "queued")
_PEOPLE_WORDS = ("people", "persons", "staff", "colleagues")
_SIGILS = frozenset('#@~^!?+"«')
_MANY = frozenset((Field.SERVICE, Field.QUOTE))
_NEEDS_ITS_PLACE = frozenset((Field.COUNT, Field.PEOPLE))
_LOSSES = frozenset((Field.MINUTES, Field.PEOPLE, Field.RATE))


@dataclass(slots=True)
class Reading:
    """What lies in a folded line: signs in their order, escapes (backslashes to leave out), stretches that are text
    and nothing else (addresses, paths, escaped and declined words), and where the leading signs end."""

    signs: list[Sign] = field(default_factory=list)
    escapes: list[int] = field(default_factory=list)
    opaque: list[tuple[int, int]] = field(default_factory=list)
    lead_end: int = 0


def read_signs(line: Folded, lexicon: Lexicon, refused: Refused) -> Reading:
    """Everything in the line that has the shape of a sign. Time is linear in the length of the line."""
    reading = Reading()
    _read_lead(line.text, reading, refused)
    position, before, first = reading.lead_end, "", True
    while token := _TOKEN.search(line.text, position):
        start, position = token.span()
        word, previous = token.group(), before
        before = word
        if word[0] == "\\" and len(word) > 1:
            _read_escape(line, (start, position), lexicon, reading, first)
        elif _is_address(word):
            reading.opaque.append(token.span())
        elif sign := _read_any(line, start, position, lexicon, previous, first):
            if not refused(sign.field, sign.start, sign.end):
                reading.signs.append(sign)
                position, before = sign.stop, ""
            elif sign.field is not Field.QUOTE:
                reading.opaque.append((sign.start, sign.stop))
                position = sign.stop
        first = False
    return reading


def judge(text: str, signs: list[Sign]) -> tuple[list[Sign], list[Sign]]:
    """The signs that count at once, and those that are offered: `x3` and `6p` away from their place, and prose.

    A field that holds one value takes its first sign; the second is text. Lost time, people and rates are not offered
    on a note whose kind is said to cost no time.
    """
    placed = _in_place(text, signs)
    taken: dict[int, Sign] = {}
    filled: set[Field] = set()
    for index, sign in enumerate(signs):
        counts = sign.field is Field.QUOTE or (not sign.prose and (sign.field not in _NEEDS_ITS_PLACE or placed[index]))
        if counts and sign.field not in filled - _MANY:
            taken[index] = sign
            filled.add(sign.field)
    if any(isinstance(sign.value, Kind) and not sign.value.costs_time for sign in taken.values()):
        filled |= _LOSSES
    offered: list[Sign] = []
    for index, sign in enumerate(signs):
        if index not in taken and not sign.silent and sign.field not in filled:
            offered.append(sign)
            filled.add(sign.field)
    return list(taken.values()), offered


def _in_place(text: str, signs: list[Sign]) -> list[bool]:
    """For each sign whether it stands at the end of a line, signs and measures aside, or right after a duration."""
    places = [False] * len(signs)
    after_duration, end = False, 0
    for index, sign in enumerate(signs):
        touches = _only_blanks(text, end, sign.start)
        places[index] = after_duration and touches
        after_duration = sign.field is Field.MINUTES or (sign.field in _NEEDS_ITS_PLACE and places[index])
        end = sign.stop
    at_end, begin = True, len(text)
    for index in range(len(signs) - 1, -1, -1):
        rest_of_line, newline, _ = text[signs[index].stop : begin].partition("\n")
        at_end = not rest_of_line.strip() and (bool(newline) or at_end)
        places[index] = places[index] or at_end
        at_end = at_end and signs[index].field is not Field.QUOTE
        begin = signs[index].start
    return places


def _only_blanks(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return between.isspace() and "\n" not in between


def _read_lead(text: str, reading: Reading, refused: Refused) -> None:
    seen: set[Field] = set()
    while found := _LEAD.match(text, reading.lead_end):
        word = found[1].lower()
        value = KIND_WORDS.get(word) or BusinessDamage(int(word[1]))
        what = Field.DAMAGE
        if word in KIND_WORDS:
            what = Field.KIND if isinstance(value, Kind) else Field.EVIDENCE
        if what in seen or refused(what, *found.span(1)):
            return
        seen.add(what)
        reading.signs.append(Sign(what, value, *found.span(1), found.end()))
        reading.lead_end = found.end()


def _read_any(line: Folded, start: int, end: int, lexicon: Lexicon, before: str, first: bool) -> Sign | None:
    sign = read_sign(line, start, end, lexicon)
    if sign is not None or not line.text[start].isdecimal():
        return sign
    return (_read_clock(line.text, start) if first else None) or _read_measure(line.text, start, lexicon, before)


def _read_clock(text: str, start: int) -> Sign | None:
    found = _CLOCK.match(text, start)
    when = read_clock(found[1]) if found else None
    return Sign(Field.WHEN, when, start, found.end(1), found.end(), prose=True) if found and when else None


def _read_measure(text: str, start: int, lexicon: Lexicon, before: str) -> Sign | None:
    if duration := read_duration(text, start):
        minutes, end = duration
        silent = not is_lost_time(text, start, end, before)
        return Sign(Field.MINUTES, minutes, start, end, trail_end(text, end), prose=True, silent=silent)
    found = _STOOD.match(text, start)
    if found is None or int(found[1]) == 0:
        return None
    who, posture = (found[2] or "").lower(), found[3].lower()
    if posture in _ONLY_PEOPLE or who in _PEOPLE_WORDS or (who and lexicon.role(who).matches):
        return Sign(Field.PEOPLE, int(found[1]), start, found.end(), trail_end(text, found.end()), prose=True)
    return None


def _read_escape(line: Folded, span: tuple[int, int], lexicon: Lexicon, reading: Reading, first: bool) -> None:
    start, end = span
    reading.opaque.append(span)
    meant = line.text[start + 1] in _SIGILS
    meant = meant or (first and _LEAD.match(line.text, start + 1) is not None)
    if meant or _read_any(line, start + 1, end, lexicon, "", first) is not None:
        reading.escapes.append(start)


def _is_address(word: str) -> bool:
    """Web and mail addresses and paths are text, and so is every word in them."""
    if word[0] in '"«':
        return False
    return "://" in word or "@" in word[1:] or "\\" in word or word.lower().startswith("www.")

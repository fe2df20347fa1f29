"""A line typed into the search field of the inbox, understood: words to look for, and filters such as `state:ready`.

Nothing that is typed is ever lost: every stretch of the line is words, a filter, or a filter that is not understood and
says so. Names of services, sites, units, teams, visits and roles stay names here; the store knows whom they mean.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from shadow_app.domain.language import say
from shadow_app.domain.record import FIRST_YEAR, LAST_YEAR
from shadow_app.domain.vocabulary import Kind, ReviewState


class Trait(StrEnum):
    """What `is:` asks for."""

    UNTAGGED = "untagged"
    """Costs time and names no service."""
    AMBIGUOUS = "ambiguous"
    """Holds a word that names nothing known or several things, or an offer that nobody has settled."""
    SURPRISE = "surprise"
    TOLD = "told"
    UNGUARDED = "unguarded"
    """Holds something that could point at a person."""
    UNGROUPED = "ungrouped"
    """Costs time and is evidence for no pain point."""


class Meaning(StrEnum):
    """What a stretch of the line was taken for."""

    WORDS = "words"
    FILTER = "filter"
    MISUNDERSTOOD = "misunderstood"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the line without spaces outside of quotation marks; `key` is the filter's name, if it is one."""

    source: str
    meaning: Meaning
    key: str = ""


@dataclass(frozen=True, slots=True)
class InboxQuery:
    """Filters of one name add up (`state:ready state:draft`), filters of different names must all hold.

    Every `is:` must hold by itself; alternatives stand behind `|` in any filter.
    """

    parts: tuple[Part, ...] = ()
    words: str = ""
    states: frozenset[ReviewState] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """service, site, unit, team, visit, role → the names that were asked for; `none` among the services is one."""
    since: date | None = None
    until: date | None = None
    traits: tuple[frozenset[Trait], ...] = ()
    remarks: tuple[str, ...] = ()
    """One sentence for every filter that is not understood."""


STATES: Mapping[str, ReviewState] = {
    "draft": ReviewState.DRAFT,
    "ready": ReviewState.READY,
    "questions": ReviewState.HAS_QUESTIONS,
    "accepted": ReviewState.ACCEPTED,
    "aside": ReviewState.SET_ASIDE,
}
# Of states only: `question` is a kind, too.
_ALSO = {"has_questions": "questions", "question": "questions", "set_aside": "aside", "set-aside": "aside"}
NAMED = ("service", "site", "unit", "team", "visit", "role")
"""Filters whose values are names."""
NONE = "none"
"""The service of a note that names none."""
_DAYS = ("from", "until")
KEYS = ("state", "kind", *NAMED, *_DAYS, "is")

_PART = re.compile(r'(?:"[^"]*"|[^\s"]|")+')
_VALUE = re.compile(r'((?:"[^"]*"|[^|"]|")*)(?:\||$)')
_KEY = re.compile(r"([^\W\d_]{2,12}):(?!//)")
_DAY = re.compile(r"(\d{4})-(\d\d?)(?:-(\d\d?))?")
_NEAR = 0.7


def parse_inbox(line: str) -> InboxQuery:
    """What a search line asks for; never raises."""
    read = _Reading()
    for match in _PART.finditer(line):
        read.take(match.group())
    return read.query()


def with_filter(line: str, key: str, values: Iterable[str]) -> str:
    """The line with its filters of this name replaced by one with these values, or by none; the rest stays as typed."""
    kept = [part.source for part in parse_inbox(line).parts if part.key != key]
    wanted = "|".join(_quoted(value) for value in values)
    return " ".join([*kept, f"{key}:{wanted}"] if wanted else kept)


class _Reading:
    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.words: list[str] = []
        self.states: set[ReviewState] = set()
        self.kinds: set[Kind] = set()
        self.names: dict[str, tuple[str, ...]] = {}
        self.since: date | None = None
        self.until: date | None = None
        self.traits: list[frozenset[Trait]] = []
        self.remarks: list[str] = []

    def take(self, source: str) -> None:
        found = _KEY.match(source)
        key = found.group(1).casefold() if found else ""
        if found is None or (key not in KEYS and not _close(key, KEYS)):
            self.parts.append(Part(source, Meaning.WORDS))
            self.words.append(source)
        elif key not in KEYS:
            near = f"{_close(key, KEYS)}:{source[found.end() :]}"
            self._misunderstood(
                source, say("“{source}” is not a filter; did you mean {near}?", source=source, near=near)
            )
        else:
            values = [value for value in _values(source[found.end() :]) if value]
            remark = (
                self._filter(key, values)
                if values
                else say("“{source}” says no value; {choices}.", source=source, choices=_choices(key))
            )
            if remark:
                self._misunderstood(source, remark, key)
            else:
                self.parts.append(Part(source, Meaning.FILTER, key))

    def query(self) -> InboxQuery:
        if self.since and self.until and self.since > self.until:
            self.remarks.append(
                say("from:{since} is later than until:{until}, so no note can fit.", since=self.since, until=self.until)
            )
        return InboxQuery(
            tuple(self.parts),
            " ".join(self.words),
            frozenset(self.states),
            frozenset(self.kinds),
            self.names,
            self.since,
            self.until,
            tuple(self.traits),
            tuple(self.remarks),
        )

    def _misunderstood(self, source: str, remark: str, key: str = "") -> None:
        self.parts.append(Part(source, Meaning.MISUNDERSTOOD, key))
        self.remarks.append(remark)

    def _filter(self, key: str, values: list[str]) -> str:
        """Take a filter in whole, or say in a sentence why not."""
        if key in NAMED:
            self.names[key] = (*self.names.get(key, ()), *values)
            return ""
        if key in _DAYS:
            return self._day(key, values)
        known = _known(key)
        also = _ALSO if key == "state" else {}
        folded = [also.get(value.casefold(), value.casefold()) for value in values]
        wrong = next((value for value in folded if value not in known), None)
        if wrong is not None:
            near = _close(wrong, known)
            meant = say("did you mean {key}:{near}?", key=key, near=near) if near else f"{_choices(key)}."
            return say("“{key}:{wrong}” is not a filter; {meant}", key=key, wrong=wrong, meant=meant)
        if key == "state":
            self.states |= {STATES[value] for value in folded}
        elif key == "kind":
            self.kinds |= {Kind(value) for value in folded}
        else:
            self.traits.append(frozenset(Trait(value) for value in folded))
        return ""

    def _day(self, key: str, values: list[str]) -> str:
        days = [_day(value, last=key == "until") for value in values]
        if len(days) != 1 or days[0] is None:
            return say(
                "“{key}:{list}” is not a day; write it as {key}:2026-05-01 or {key}:2026-05.",
                key=key,
                list="|".join(values),
            )
        # The narrower of two: filters of a search only ever take away.
        if key == "from":
            self.since = max(filter(None, (self.since, days[0])))
        else:
            self.until = min(filter(None, (self.until, days[0])))
        return ""


def _values(text: str) -> list[str]:
    found = (match.group(1) for match in _VALUE.finditer(text))
    return [value.replace('"', "").strip() for value in found]


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s|]", value) else value


def _day(text: str, *, last: bool) -> date | None:
    """A day, or the first or last day of a month."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month = int(found.group(1)), int(found.group(2))
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    length = monthrange(year, month)[1]
    day = int(found.group(3)) if found.group(3) else length if last else 1
    return date(year, month, day) if 1 <= day <= length else None


def _known(key: str) -> tuple[str, ...]:
    if key == "state":
        return tuple(STATES)
    return tuple(Kind) if key == "kind" else tuple(Trait)


def _choices(key: str) -> str:
    if key in NAMED:
        return say("name one, as in {key}:name", key=key)
    if key in _DAYS:
        return say("write it as {key}:2026-05-01", key=key)
    return say("{key} can be {list}", key=key, list=", ".join(_known(key)))


def _close(typed: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(typed, list(known), 1, _NEAR)), "")

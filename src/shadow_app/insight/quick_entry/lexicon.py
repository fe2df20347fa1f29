"""Lexicon: what people call the services and roles of the catalogue, ready to be looked up at every key press."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self
from uuid import UUID

from shadow_app.domain.organisation import Role
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.insight.quick_entry.entry import RoleRef, ServiceRef
from shadow_app.insight.quick_entry.folded import without_marks

_Index = dict[str, tuple[UUID, ...]]

# By exclusion rather than \w, which breaks words of Hindi or Thai at their vowel signs. Hyphen, apostrophe, & and +
# belong to words (Wi-Fi, driver's, T&T, C++).
_WORD = re.compile(r'[^\s\x00!"$%()*,./:;<=>?@\[\\\]^`{|}~“”„«»…–—。、，．！？：；（）「」]+')
_GAP = re.compile(r"[ \t\u00a0\u202f]{1,2}|/")
_DROPPED = str.maketrans("", "", "-_'’")
_ARTICLES = ("the ", "a ", "an ")


class _Word(NamedTuple):
    key: str
    start: int
    end: int


class Lexicon:
    """Finds services and roles by dictionary: the size of the catalogue costs memory, not time.

    Names and aliases are compared without case, hyphens and full-width forms. A lighter comparison follows where that
    finds nothing: the article of an alias may be missing ("the gun" → "gun", for field notes drop articles), its last
    word may be in the plural ("guns") and its words may be run together. A plural alias does not match the
    singular: an s more is the same thing, an s less is another one (runs and run, phones and phone).
    """

    def __init__(self, services: Iterable[Service], roles: Iterable[Role]) -> None:
        """Built once per catalogue. Removed records are left out; retired services are found by `#` but not offered."""
        kept = [service for service in services if not service.removed]
        live = [service for service in kept if service.status is ServiceStatus.LIVE]
        self._asked = (_index(_keyed((service.code, service.id) for service in kept)), *_said(kept))
        names, aliases, light = self._asked[1:] if len(live) == len(kept) else _said(live)
        self._offered = {**light, **aliases, **names}
        self._longest = _longest_by_first_word(self._offered)
        known_roles = _keyed((role.name, role.id) for role in roles if not role.removed)
        self._roles = (_index(known_roles), _lightly(known_roles))

    @classmethod
    def empty(cls) -> Self:
        """A lexicon that knows nothing: every tag is unknown, nothing is offered."""
        return cls((), ())

    def service(self, word: str) -> ServiceRef:
        """What `#word` means: by code, else by name, else by alias, else lightly; the first that answers decides."""
        return ServiceRef(_first_answer(key_of(word), self._asked), word)

    def role(self, word: str) -> RoleRef:
        """What `@word` means."""
        return RoleRef(_first_answer(key_of(word), self._roles), word)

    def mentions(self, text: str) -> Iterator[tuple[int, int, ServiceRef]]:
        """The live services that prose names, longest words first, as (start, end, reference); spans never overlap."""
        words = _words(text)
        index = 0
        while index < len(words):
            found = self._longest_from(text, words, index)
            if found is None:
                index += 1
                continue
            length, matches = found
            start, end = words[index].start, words[index + length - 1].end
            yield start, end, ServiceRef(matches, text[start:end])
            index += length

    def _longest_from(self, text: str, words: list[_Word], index: int) -> tuple[int, tuple[UUID, ...]] | None:
        most = self._longest.get(words[index].key)
        if most is None:
            return None
        run = 1
        while run < most and index + run < len(words) and _near(text, words[index + run - 1], words[index + run]):
            run += 1
        keys = [word.key for word in words[index : index + run]]
        for length in range(run, 0, -1):
            key = " ".join(keys[:length])
            if key in self._offered and _telling(key):
                return length, self._offered[key]
        return None


def key_of(phrase: str) -> str:
    """The form in which names are compared: NFKC, casefolded, words by single blanks, hyphens dropped."""
    return " ".join(word.key for word in _words(without_marks(phrase)))


def _words(text: str) -> list[_Word]:
    return [word for found in _WORD.finditer(text) if (word := _trimmed(found)).key]


def _trimmed(found: re.Match[str]) -> _Word:
    word = found.group()
    bare = word.strip("-_'’")
    start = found.start() + len(word) - len(word.lstrip("-_'’"))
    folded = bare if bare.isascii() else unicodedata.normalize("NFKC", bare)
    return _Word(folded.casefold().translate(_DROPPED), start, start + len(bare))


def _near(text: str, one: _Word, other: _Word) -> bool:
    return _GAP.fullmatch(text, one.end, other.start) is not None


def _telling(key: str) -> bool:
    # A lone letter or a number in prose is never the name of a service, whatever the catalogue says.
    return not key.isdecimal() and (len(key) > 1 or not key.isascii())


def _first_answer(key: str, indices: tuple[_Index, ...]) -> tuple[UUID, ...]:
    return next((index[key] for index in indices if key in index), ())


def _keyed(phrases: Iterable[tuple[str, UUID]]) -> list[tuple[str, UUID]]:
    return [(key, owner) for phrase, owner in phrases if (key := key_of(phrase))]


def _index(keys: Iterable[tuple[str, UUID]]) -> _Index:
    found: dict[str, dict[UUID, None]] = {}
    for key, owner in keys:
        found.setdefault(key, {})[owner] = None
    return {key: tuple(owners) for key, owners in found.items()}


def _said(services: list[Service]) -> tuple[_Index, _Index, _Index]:
    names = _keyed((service.name, service.id) for service in services)
    aliases = _keyed((alias, service.id) for service in services for alias in service.aliases)
    return _index(names), _index(aliases), _lightly(names + aliases)


def _lightly(keys: list[tuple[str, UUID]]) -> _Index:
    return _index((variant, owner) for key, owner in keys for variant in _variants(key))


def _variants(key: str) -> Iterator[str]:
    bare = next((key.removeprefix(article) for article in _ARTICLES if key.startswith(article)), key)
    for form in (bare, _plural(bare)):
        yield form
        yield form.replace(" ", "")


def _plural(key: str) -> str:
    if key.endswith(("s", "x", "z", "ch", "sh")):
        return f"{key}es"
    if key.endswith("y") and key[-2:-1] not in "aeiou":
        return f"{key[:-1]}ies"
    return f"{key}s"


def _longest_by_first_word(keys: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in keys:
        first = key.split(" ", 1)[0]
        longest[first] = max(longest.get(first, 0), key.count(" ") + 1)
    return longest

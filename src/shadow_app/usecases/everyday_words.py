"""What people really call a service, for pages that are read outside IT (`domain.md` §1 R6, R7)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from shadow_app.domain.service import Service

TRADE = (
    "ITIL",
    "ITSM",
    "CMDB",
    "CMS",
    "CAB",
    "SLA",
    "OLA",
    "RFC",
    "KPI",
    "WLH",
    "incident",
    "incidents",
    "service request",
    "change request",
    "change freeze",
    "problem record",
    "known error",
    "configuration item",
    "service catalogue",
    "backlog",
    "sprint",
    "middleware",
    "end user",
    "end users",
)
"""Words of IT's own trade that a person who carries parcels should not have to read."""

_TRADE = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in TRADE) + r")(?!\w)", re.IGNORECASE)
_CAPITALS = frozenset(word for word in TRADE if word.isupper())


class Everyday:
    """The words that people use for services, instead of the catalogue's."""

    def __init__(self, services: Iterable[Service]) -> None:
        known = list(services)
        uses = Counter(alias.casefold() for service in known for alias in set(service.aliases))
        self._spoken: dict[UUID, str] = {}
        instead: dict[str, str] = {}
        for service in known:
            own = [alias for alias in service.aliases if uses[alias.casefold()] == 1]
            # "POD" and "T&T" are trade as well, only not IT's; a whole word is understood by whoever reads the page.
            words = sorted(own or service.aliases, key=lambda alias: alias.isupper())
            word = next(iter(words), "")
            self._spoken[service.id] = word or service.name
            # A name of one word is mostly an ordinary word as well: "Email" in a sentence stays what it is.
            if word and " " in service.name.strip():
                instead[service.name.strip().casefold()] = word
        self._instead = instead
        longest = sorted(instead, key=len, reverse=True)
        self._names = (
            re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)", re.IGNORECASE)
            if longest
            else None
        )

    def of(self, service_id: UUID) -> str:
        """The service in everyday words; its catalogue name where nobody has noted any."""
        return self._spoken[service_id]

    def spoken(self, text: str) -> str:
        """The text with every catalogue name of several words as people say it."""
        if self._names is None:
            return text
        return self._names.sub(lambda found: _as_written(found.group(), self._instead[found.group().casefold()]), text)


def _as_written(name: str, word: str) -> str:
    return word[:1].upper() + word[1:] if name[:1].isupper() else word


def trade_words(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of IT's trade in these texts, each once, as they were written."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _TRADE.finditer(text):
            word = match.group()
            # "cab" is where a driver sits; only the capitals mean the board.
            if word.upper() not in _CAPITALS or word.isupper():
                found.setdefault(word.casefold(), word)
    return tuple(found.values())

"""From the names in a search line to the things they mean; what means nothing is said, never ignored."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.language import mark, say
from shadow_app.domain.organisation import BusinessUnit, Role, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.insight.inbox_query import NONE, InboxQuery, Trait
from shadow_app.storage.inbox_wanted import Wanted
from shadow_app.storage.repository import Reader
from shadow_app.storage.search import match_query

_Known = list[tuple[UUID, tuple[str, ...]]]
"""Things with everything that they are called."""


@dataclass(frozen=True)
class Asked:
    """A query whose names are known: what to look for, and a sentence for everything that cannot be looked for."""

    query: InboxQuery
    wanted: Wanted
    remarks: tuple[str, ...]

    @property
    def personal(self) -> bool:
        """Whether the words themselves must be looked at: no index tells what could point at a person."""
        return any(Trait.UNGUARDED in alternatives for alternatives in self.wanted.traits)


def resolve(read: Reader, query: InboxQuery) -> Asked:
    """Who and what the names of a query are."""
    remarks = list(query.remarks)
    if query.words and not match_query(query.words):
        remarks.append(
            say("“{words}” has no letter or digit in it, so there is nothing to look for.", words=query.words)
        )
    names = dict(query.names)
    services = names.pop("service", ())
    no_service = NONE in (name.casefold() for name in services)
    services = tuple(name for name in services if name.casefold() != NONE)
    if services:
        names["service"] = services
    ids = {key: _ids(read, key, asked, remarks) for key, asked in names.items()}
    wanted = Wanted(
        words=query.words,
        states=query.states,
        kinds=query.kinds,
        service_ids=ids.get("service"),
        no_service=no_service,
        site_ids=ids.get("site"),
        unit_ids=ids.get("unit"),
        role_ids=ids.get("role"),
        shadower_ids=ids.get("team"),
        visit_ids=ids.get("visit"),
        since=query.since,
        until=query.until,
        traits=query.traits,
    )
    return Asked(query, wanted, tuple(remarks))


def _ids(read: Reader, key: str, asked: Iterable[str], remarks: list[str]) -> frozenset[UUID]:
    found: set[UUID] = set()
    for name in asked:
        meant = _meant(_KNOWN[key](read, name), name.casefold())
        if not meant:
            remarks.append(
                say(
                    "There is no {what} called “{name}”, so {key}:{name} finds nothing.",
                    what=say(_WORDS[key]),
                    name=name,
                    key=key,
                )
            )
        found |= meant
    return frozenset(found)


def _meant(known: _Known, name: str) -> set[UUID]:
    """Whatever is called exactly so; else whatever has it in its name."""
    folded = [(each, [word.casefold() for word in called]) for each, called in known]
    exact = {each for each, called in folded if name in called}
    return exact or {each for each, called in folded if any(name in word for word in called)}


def _services(read: Reader, _: str) -> _Known:
    found = read.where(Service, removed=True)
    return [(each.id, tuple(filter(None, (each.code, each.name, *each.aliases)))) for each in found]


def _named(kind: type[Site] | type[BusinessUnit] | type[Role]) -> Callable[[Reader, str], _Known]:
    return lambda read, _: [(each.id, (each.name,)) for each in _all(read, kind)]


def _all(read: Reader, kind: type[Record]) -> list[Site | BusinessUnit | Role]:
    # What was removed still has notes, and they are looked for by its name.
    return [each for each in read.where(kind, removed=True) if isinstance(each, Site | BusinessUnit | Role)]


def _teams(read: Reader, _: str) -> _Known:
    return [(each.id, (each.team,)) for each in read.where(Shadower, removed=True) if each.team]


def _visits(read: Reader, name: str) -> _Known:
    # Visits are many, so they are asked for by number and never read through.
    spellings = {name, name.upper(), name.lower()}
    return [(visit.id, (visit.number,)) for each in spellings for visit in read.where(Visit, number=each)]


_KNOWN: dict[str, Callable[[Reader, str], _Known]] = {
    "service": _services,
    "site": _named(Site),
    "unit": _named(BusinessUnit),
    "role": _named(Role),
    "team": _teams,
    "visit": _visits,
}
_WORDS = {
    "service": mark("service"),
    "site": mark("site"),
    "unit": mark("business unit"),
    "role": mark("role"),
    "team": mark("team"),
    "visit": mark("visit"),
}

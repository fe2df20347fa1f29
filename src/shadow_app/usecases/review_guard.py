"""What in a note could point at a person: which stretches, and how the note would read without them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeVar, cast
from uuid import UUID

from shadow_app.domain.news import News
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.people import Host
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.storage.inbox import hosts_of
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.masking import Mask

GUARDED = ("text", "quote", "consequence", "interpretation", "idea")
"""The fields whose words a report or an export may print. `line` stays what was typed, like the log."""

_NAMING: tuple[type[Record], ...] = (
    Organisation,
    BusinessUnit,
    Site,
    BusinessStep,
    Role,
    RolePopulation,
    Service,
    Host,
)
_TOKEN = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)

R = TypeVar("R", bound=Record)


class Mark(NamedTuple):
    """A stretch of a field, `value[start:end]`, that could point at a person, and what would stand there instead."""

    field: str
    start: int
    end: int
    instead: str


@dataclass(frozen=True)
class Guarded:
    """What is marked in one note, and the fields as they would read without it; empty where nothing is marked."""

    marks: tuple[Mark, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def found(self) -> bool:
        """Whether anything is marked."""
        return bool(self.fields)


class Guard:
    """Looks at notes, a page or a visit at a time. The names of the catalogue and the business are read once."""

    def __init__(self, store: Store) -> None:
        self._known: dict[type[Record], list[Any]] = {}
        store.listen(self._forget)

    def mask(self, read: Reader, visit_ids: Collection[UUID]) -> Mask:
        """What masks texts of these visits."""
        return Mask(_OfVisits(read, visit_ids, self._known))

    def look(self, read: Reader, notes: Iterable[Observation]) -> dict[UUID, Guarded]:
        """What is marked in each of these notes."""
        notes = list(notes)
        mask = self.mask(read, {note.visit_id for note in notes})
        return {note.id: guarded(note, mask) for note in notes}

    def _forget(self, news: News) -> None:
        if news.touches(*_NAMING):
            # Another dict, so that whoever is reading goes on with the old one.
            self._known = {}


def guarded(note: Observation, mask: Mask) -> Guarded:
    """Compare a note with what a report would print of it."""
    marks: list[Mark] = []
    fields: list[tuple[str, str]] = []
    for name in GUARDED:
        written: str = getattr(note, name)
        safe = mask(written, note.visit_id) if written else written
        if safe != written:
            fields.append((name, safe))
            marks += [Mark(name, *stretch) for stretch in _replaced(written, safe)]
    return Guarded(tuple(marks), tuple(fields))


def _replaced(before: str, after: str) -> list[tuple[int, int, str]]:
    """The stretches of `before` that are something else in `after`, by whole words."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    starts = [0]
    for token in old:
        starts.append(starts[-1] + len(token))
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        (starts[first], starts[last], "".join(new[from_new:to_new]))
        for what, first, last, from_new, to_new in found
        if what != "equal" and last > first
    ]


class _OfVisits(Reader):
    """A reader that knows the hosts of a few visits only, and asks for the catalogue once.

    A store holds thousands of hosts, and each name becomes a pattern: a page of notes needs those of its own visits.
    """

    def __init__(self, read: Reader, visit_ids: Collection[UUID], known: dict[type[Record], list[Any]]) -> None:
        super().__init__(read.connection)
        self._visit_ids = visit_ids
        self._cached = known

    def where(self, kind: type[R], *order: str, removed: bool = False, **equal: Any) -> list[R]:
        """As any reader, but hosts of these visits only."""
        if kind is Host:
            return cast(list[R], hosts_of(self, self._visit_ids))
        if kind not in self._cached:
            self._cached[kind] = super().where(kind, *order, removed=removed, **equal)
        return list(self._cached[kind])

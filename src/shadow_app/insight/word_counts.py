"""Counts of words per service: what the suggestions know, in a shape that a store can keep (`tagging.md` §2f).

Counts are whole halves, so that taking a note back restores the state to the last bit, and neither the order nor the
device of learning matters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from shadow_app.insight.words import features

NOTHING: Mapping[int, int] = {}


class CountRow(NamedTuple):
    """One stored count. `weight` is a multiple of 0.5, which SQL adds up exactly."""

    service_id: UUID
    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Delta:
    """What one note adds to the counts of one service, or takes from them; stored together with the tag."""

    service_id: UUID
    weights: Mapping[str, float]
    """feature → change of weight, each a multiple of 0.5."""
    notes: int
    """Change of the number of notes."""


def delta_of(text: str, service_id: UUID, notes: int = 1) -> Delta:
    """The change that this text, tied to the service, makes; -1 takes it back, 3 counts it three times."""
    return Delta(service_id, {name: notes * item.halves / 2 for name, item in features(text).items()}, notes)


class Services:
    """Numbers for services: hashing a UUID a thousand times a key is what would make suggesting slow."""

    def __init__(self) -> None:
        self.ids: list[UUID] = []
        self._numbers: dict[UUID, int] = {}

    def number(self, service_id: UUID) -> int:
        """The number of a service, given out at the first asking. `ids[number]` is the way back."""
        number = self._numbers.get(service_id)
        if number is None:
            number = self._numbers[service_id] = len(self.ids)
            self.ids.append(service_id)
        return number


class Counts:
    """Counts per feature and service, and notes per service.

    A count may fall below zero while a correction travels ahead of what it corrects; until then it stands for nothing.
    """

    def __init__(
        self,
        rows: Iterable[CountRow] = (),
        notes: Mapping[UUID, int] | None = None,
        services: Services | None = None,
    ) -> None:
        self.services = services or Services()
        self._halves: dict[str, dict[int, int]] = {}
        self._totals: Counter[int] = Counter()
        self._notes: Counter[int] = Counter()
        number = self.services.number
        for service_id, count in (notes or {}).items():
            self._notes[number(service_id)] += count
        for service_id, feature, weight in rows:
            self._add(number(service_id), feature, round(2 * weight))

    def add(self, delta: Delta) -> None:
        """Take one change in. Any order gives the same counts."""
        number = self.services.number(delta.service_id)
        for feature, weight in delta.weights.items():
            self._add(number, feature, round(2 * weight))
        self._notes[number] += delta.notes

    def rows(self) -> Iterator[CountRow]:
        """One row for each count that is not nought."""
        ids = self.services.ids
        for feature, per_service in self._halves.items():
            for number, halves in per_service.items():
                yield CountRow(ids[number], feature, halves / 2)

    def notes(self) -> dict[UUID, int]:
        """service → how many notes were counted for it, where that is not nought."""
        ids = self.services.ids
        return {ids[number]: notes for number, notes in self._notes.items() if notes}

    def halves(self, feature: str) -> Mapping[int, int]:
        """number of a service → how often it met the feature, in halves."""
        return self._halves.get(feature, NOTHING)

    def fetch(self, features: Iterable[str]) -> None:
        """All are here."""

    def beyond(self, seeds: Counts) -> int:
        """How many features are known here alone."""
        return sum(feature not in seeds for feature in self)

    def total(self, number: int) -> int:
        """Sum over all features of one service, in halves."""
        return self._totals[number]

    def notes_of(self, number: int) -> int:
        """How many notes were counted for one service."""
        return self._notes[number]

    def __contains__(self, feature: str) -> bool:
        return feature in self._halves

    def __iter__(self) -> Iterator[str]:
        return iter(self._halves)

    def __len__(self) -> int:
        return len(self._halves)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Counts) and set(self.rows()) == set(other.rows()) and self.notes() == other.notes()

    __hash__ = None  # type: ignore[assignment]  # counts change

    def _add(self, number: int, feature: str, halves: int) -> None:
        per_service = self._halves.get(feature)
        if per_service is None:
            per_service = self._halves[feature] = {}
        value = per_service.get(number, 0) + halves
        if value:
            per_service[number] = value
        else:
            per_service.pop(number, None)
            if not per_service:
                del self._halves[feature]
        self._totals[number] += halves

"""Counts of words that lie where they are kept, and are read as they are asked for.

A team of a hundred thousand notes has learnt a million counts; a person types with a few hundred features. Reading all
of them before the first suggestion took seconds and two hundred megabytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple, Protocol
from uuid import UUID

from shadow_app.insight.word_counts import NOTHING, Counts, Services


class Totals(NamedTuple):
    """What is known of all counts together."""

    halves: Mapping[UUID, int]
    """service → the sum of its counts, in halves."""
    notes: Mapping[UUID, int]
    """service → how many notes it was learnt from."""
    features: int
    """How many features have a count."""


class Source(Protocol):
    """Where the counts lie."""

    def counts(self, features: Collection[str]) -> Iterable[tuple[str, UUID, int]]:
        """(feature, service, halves) of these features, none of them nought."""

    def known(self, features: Collection[str]) -> set[str]:
        """Those of these features that have a count."""


class KeptCounts:
    """Reads like `Counts`; what was read stays until `renew` says that it has changed there.

    It is never added to: whoever learns writes where the counts are kept, in whatever order, and says what to read
    again. So nothing can be counted twice.
    """

    def __init__(self, source: Source, totals: Totals) -> None:
        self.services = Services()
        self._source = source
        self._halves: dict[str, Mapping[int, int]] = {}
        self._seeds = Counts()
        self._shared: set[str] = set()
        self._set(totals)

    def fetch(self, features: Iterable[str]) -> None:
        """Read what is not here yet, at once."""
        missing = [feature for feature in features if feature not in self._halves]
        if not missing:
            return
        found: dict[str, dict[int, int]] = {}
        for feature, service_id, halves in self._source.counts(missing):
            found.setdefault(feature, {})[self.services.number(service_id)] = halves
        for feature in missing:
            self._halves[feature] = found.get(feature, NOTHING)

    def renew(self, features: Collection[str], totals: Totals) -> None:
        """Counts of these features have changed; read them again when they are asked for."""
        for feature in features:
            self._halves.pop(feature, None)
        self._shared -= set(features)
        self._shared |= self._source.known([feature for feature in features if feature in self._seeds])
        self._set(totals)

    def beyond(self, seeds: Counts) -> int:
        """How many features are known here alone."""
        if seeds is not self._seeds:
            self._seeds, self._shared = seeds, self._source.known(list(seeds))
        return self._features - len(self._shared)

    def halves(self, feature: str) -> Mapping[int, int]:
        """number of a service → how often it met the feature, in halves."""
        self.fetch((feature,))
        return self._halves[feature]

    def total(self, number: int) -> int:
        """Sum over all features of one service, in halves."""
        return self._totals.get(number, 0)

    def notes_of(self, number: int) -> int:
        """How many notes were counted for one service."""
        return self._notes.get(number, 0)

    def _set(self, totals: Totals) -> None:
        number = self.services.number
        self._totals = {number(service_id): halves for service_id, halves in totals.halves.items()}
        self._notes = {number(service_id): notes for service_id, notes in totals.notes.items()}
        self._features = totals.features

"""Which service is this note about? Naive Bayes over counts, seeded from the catalogue (`tagging.md` §2).

The whole model is two tables of counts: what the catalogue says (made anew whenever it is edited) and what people
confirmed (`learnt`, which the store keeps). Learn from tags that a person confirmed, never from a prefilled tag that
nobody touched: a model that learns from itself only grows surer.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol
from uuid import UUID

from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.insight.word_counts import Counts, Delta, Services, delta_of
from shadow_app.insight.words import STOP_WORDS, Feature, features

SEED_WEIGHT = 3
"""What the catalogue says of a service counts like three notes (`tagging.md` §0)."""

_SMOOTHING = 0.6
"""Lidstone's alpha of 0.3 (`tagging.md` §0), in halves."""

_REASONS = 2


@dataclass(frozen=True, slots=True)
class Confidence:
    """How scores become probabilities, and from which probability on a tag may be filled in beforehand.

    `confidence.fit` finds both on the team's own corrections; `prefill_at` stays None until there are enough of them.
    The temperature given here serves until then: fits on four public sets of 500 to 3,000 corrections gave 2.0 to 9.8,
    half of them 3.5 or more.
    """

    temperature: float = 4.0
    prefill_at: float | None = None

    def shares(self, scores: Iterable[float]) -> list[float]:
        """Softmax of the scores over the temperature; empty for no scores."""
        warm = [score / self.temperature for score in scores]
        top = max(warm, default=0.0)
        powers = [math.exp(value - top) for value in warm]
        whole = math.fsum(powers)
        return [power / whole for power in powers]

    def prefills(self, probability: float) -> bool:
        """Whether a tag with this probability may be filled in before anybody asked."""
        return self.prefill_at is not None and probability >= self.prefill_at


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A service, how probable it is among those of the catalogue, and the typed words that argue most for it."""

    service_id: UUID
    probability: float
    because: tuple[str, ...]


@dataclass(slots=True)
class _Evidence:
    """What one feature says of the services on offer: the log gain of each by number, and all their halves."""

    gains: dict[int, float]
    whole: int


class Learnt(Protocol):
    """What people confirmed, as far as a suggestion reads it: `Counts`, or `KeptCounts`."""

    services: Services

    def fetch(self, features: Iterable[str], /) -> None:
        """These are asked for next."""

    def beyond(self, seeds: Counts, /) -> int:
        """How many features are known here alone."""

    def halves(self, feature: str, /) -> Mapping[int, int]:
        """number of a service → how often it met the feature, in halves."""

    def total(self, number: int, /) -> int:
        """Sum over all features of one service, in halves."""

    def notes_of(self, number: int, /) -> int:
        """How many notes were counted for one service."""


class Suggestions:
    """Suggests services for a text and says why. Belongs to one thread; the others tell it what has changed.

    Retired and removed services are never suggested; what was learnt for them is kept, should they come back.
    """

    def __init__(self, services: Iterable[Service], told: Learnt, confidence: Confidence | None = None) -> None:
        self._told = told
        self.confidence = confidence or Confidence()
        self.reseed(services)

    def reseed(self, services: Iterable[Service]) -> None:
        """Take over an edited catalogue; what was learnt stays as it is."""
        offered = [item for item in services if not item.removed and item.status is ServiceStatus.LIVE]
        self._seeds = Counts(services=self._told.services)
        for service in offered:
            for told in (service.name, service.description, *service.aliases):
                self._seeds.add(delta_of(told, service.id, SEED_WEIGHT))
        self._offered = frozenset(self._told.services.number(service.id) for service in offered)
        self._only_learnt = self._told.beyond(self._seeds)
        self._known: dict[str, _Evidence] = {}

    def offers(self, service_id: UUID) -> bool:
        """Whether this service may be suggested at all."""
        return self._told.services.number(service_id) in self._offered

    def renew(self, features: Iterable[str]) -> None:
        """What was learnt of these features has changed where it is kept."""
        for feature in features:
            self._known.pop(feature, None)
        self._only_learnt = self._told.beyond(self._seeds)

    def suggest(self, text: str, k: int = 3) -> tuple[Suggestion, ...]:
        """The `k` likeliest services, best first; fewer, or none, where no word of the text is known."""
        ids = self._told.services.ids
        counted = features(text)
        scores = self._scores(counted)
        shares = dict(zip(scores, self.confidence.shares(scores.values()), strict=True))
        best = heapq.nsmallest(k, scores, key=lambda number: (-scores[number], ids[number]))
        return tuple(Suggestion(ids[number], shares[number], self._because(counted, number)) for number in best)

    def scores(self, text: str) -> dict[UUID, float]:
        """The log score of every service that shares a feature with the text, not normalised."""
        ids = self._told.services.ids
        return {ids[number]: score for number, score in self._scores(features(text)).items()}

    def _scores(self, counted: Mapping[str, Feature]) -> dict[int, float]:
        self._told.fetch(counted)
        gained = [0.0] * len(self._told.services.ids)
        known = 0.0
        for feature, item in counted.items():
            evidence = self._evidence(feature)
            if evidence.gains:
                weight = item.halves / 2
                known += weight
                for number, gain in evidence.gains.items():
                    gained[number] += weight * gain
        return {
            number: gain + known * math.log(_SMOOTHING / self._smoothed(self._total(number))) + self._prior(number)
            for number, gain in enumerate(gained)
            if gain
        }

    def _prior(self, number: int) -> float:
        return math.log(max(self._told.notes_of(number), 0) + 1)

    def _total(self, number: int) -> int:
        return self._seeds.total(number) + self._told.total(number)

    def _smoothed(self, halves: int) -> float:
        """The halves of a service, or of several, with the smoothing of every known feature added."""
        return max(halves, 0) + _SMOOTHING * (len(self._seeds) + self._only_learnt)

    def _evidence(self, feature: str) -> _Evidence:
        """What the feature says, worked out when first asked and revised by `apply`."""
        evidence = self._known.get(feature)
        if evidence is None:
            evidence = _Evidence({}, 0)
            numbers = self._seeds.halves(feature).keys() | self._told.halves(feature).keys()
            if numbers:
                self._known[feature] = evidence
                for number in numbers & self._offered:
                    self._revise(evidence, feature, number)
        return evidence

    def _revise(self, evidence: _Evidence, feature: str, number: int) -> None:
        evidence.whole -= _halves_of(evidence.gains.pop(number, 0.0))
        halves = self._seeds.halves(feature).get(number, 0) + self._told.halves(feature).get(number, 0)
        if halves > 0:
            evidence.gains[number] = _gain_of(halves)
            evidence.whole += halves

    def _because(self, counted: Mapping[str, Feature], number: int) -> tuple[str, ...]:
        """The typed words that argue most for this service against all others, never a bare gram."""
        argument: defaultdict[str, float] = defaultdict(float)
        own = self._smoothed(self._total(number))
        rest = self._smoothed(sum(map(self._total, self._offered)) - self._total(number))
        for feature, item in counted.items():
            evidence = self._evidence(feature)
            here = _halves_of(evidence.gains.get(number, 0.0))
            if here:
                ratio = (here + _SMOOTHING) / own / ((evidence.whole - here + _SMOOTHING) / rest)
                argument[item.typed] += item.halves / 2 * math.log(ratio)
        return _strongest(argument)


class Suggester(Suggestions):
    """The same over counts in memory, which it learns and unlearns itself."""

    def __init__(
        self, services: Iterable[Service] = (), learnt: Counts | None = None, confidence: Confidence | None = None
    ) -> None:
        self.learnt = Counts() if learnt is None else learnt
        super().__init__(services, self.learnt, confidence)

    def learn(self, text: str, service_id: UUID) -> Delta:
        """Count a confirmed tag. Returns the change, for the store to keep in the same transaction."""
        return self.apply(delta_of(text, service_id))

    def unlearn(self, text: str, service_id: UUID) -> Delta:
        """Take a tag back, exactly. The text must be the one that was learnt."""
        return self.apply(delta_of(text, service_id, -1))

    def apply(self, delta: Delta) -> Delta:
        """Take in a change that was made elsewhere (another window, an undo, a merge)."""
        fresh = [feature for feature in delta.weights if feature not in self._seeds]
        before = sum(feature in self.learnt for feature in fresh)
        self.learnt.add(delta)
        self._only_learnt += sum(feature in self.learnt for feature in fresh) - before
        number = self.learnt.services.number(delta.service_id)
        for feature in delta.weights:
            if feature in self._known and number in self._offered:
                self._revise(self._known[feature], feature, number)
        return delta


@cache
def _gain_of(halves: int) -> float:
    """log((n + alpha) / alpha); kept, because thousands of features share the small counts."""
    return math.log((halves + _SMOOTHING) / _SMOOTHING)


def _halves_of(gain: float) -> int:
    """The way back from `_gain_of`, which saves keeping every count twice."""
    return round(_SMOOTHING * math.expm1(gain))


def _strongest(argument: Mapping[str, float]) -> tuple[str, ...]:
    """The best positive arguments that share no word with a better one and are more than stop words."""
    chosen: list[str] = []
    used: set[str] = set()
    for typed, strength in sorted(argument.items(), key=lambda item: (-item[1], item[0])):
        parts = {part.casefold() for part in typed.split()}
        if len(chosen) == _REASONS or strength <= 0:
            break
        if used.isdisjoint(parts) and not parts <= STOP_WORDS:
            chosen.append(typed)
            used |= parts
    return tuple(chosen)

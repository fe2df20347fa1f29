"""How sure may a suggestion sound? Fitted on the team's own corrections, in the background (`tagging.md` §2d).

Naive Bayes ranks well and boasts badly: its raw probabilities are near 0 or 1. One temperature cures that, and one
threshold says from where on four tags of five are right. Both are fitted on notes that the model had not learnt.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.service import Service
from shadow_app.insight.suggest import Confidence, Suggester

FEWEST_TO_FIT = 100
"""Corrections below which the built-in temperature is kept."""

FEWEST_TO_PREFILL = 500
"""Below this the estimate is too rosy: asked for 80 % it gave 60-75 % (`tagging.md` §2d)."""

PRECISION = 0.8
"""Share of prefilled tags that must be right."""

MOST_SCORED = 2_000
"""Held-out notes that are looked at. At a share of 0.8 this leaves a standard error of 0.9 points, enough for both."""

_FOLDS = 5
_FEWEST_SHOWN = 100
"""A share of 0.8 of this many has a standard error of 4 points; of fewer, a lucky streak would set the threshold."""

_LEAST_LIKELY = 0.5
_COOLEST, _HOTTEST = 0.5, 200.0
_STEPS = 24

Pair = tuple[str, UUID]


class _Trial(NamedTuple):
    """One held-out note: the scores of all candidates and the place of the right one, -1 where it is missing."""

    scores: list[float]
    right: int


def fit(
    pairs: Sequence[Pair], services: Iterable[Service], keep_going: Callable[[], bool] = lambda: True
) -> Confidence | None:
    """Fit temperature and threshold by five folds over the confirmed tags.

    Notes with the same text share a fold, so that a title that comes every week is not taken for understanding.

    Args:
        pairs: text of a note and the service that a person confirmed for it.
        services: the catalogue.
        keep_going: asked before every note; when it says no, the fit stops.

    Returns:
        The confidence to use, without a threshold below 500 corrections or where 80 % cannot be had; None when stopped.
    """
    suggester = Suggester(services)
    known = [pair for pair in pairs if suggester.offers(pair[1])]
    trials = _trials(known, suggester, keep_going)
    if trials is None:
        return None
    if len(trials) < FEWEST_TO_FIT:
        return Confidence()
    temperature = _temperature([trial for trial in trials if trial.right >= 0], keep_going)
    if temperature is None:
        return None
    enough = len(known) >= FEWEST_TO_PREFILL
    return Confidence(temperature, _threshold(trials, Confidence(temperature)) if enough else None)


def _trials(pairs: Sequence[Pair], suggester: Suggester, keep_going: Callable[[], bool]) -> list[_Trial] | None:
    """Learn everything, then for each fold forget it, be examined on it, and learn it again; None when stopped."""
    folds: list[list[Pair]] = [[] for _ in range(_FOLDS)]
    for pair in sorted(pairs, key=lambda pair: _hash(pair[0])):
        folds[_hash(pair[0]) % _FOLDS].append(pair)
    trials: list[_Trial] = []
    steps: list[tuple[Callable[[str, UUID], object], Sequence[Pair]]] = [(suggester.learn, pairs)]
    for fold in folds:
        examine = partial(_examine, suggester, trials)
        steps += [(suggester.unlearn, fold), (examine, fold[: MOST_SCORED // _FOLDS]), (suggester.learn, fold)]
    for step, those in steps:
        for text, service_id in those:
            if not keep_going():
                return None
            step(text, service_id)
    return trials


def _examine(suggester: Suggester, trials: list[_Trial], text: str, service_id: UUID) -> None:
    scores = suggester.scores(text)
    if scores:
        trials.append(_Trial(list(scores.values()), list(scores).index(service_id) if service_id in scores else -1))


def _hash(text: str) -> int:
    return int.from_bytes(sha256(text.casefold().encode("utf-8", "replace")).digest()[:8])


def _temperature(trials: Sequence[_Trial], keep_going: Callable[[], bool]) -> float | None:
    """The temperature of the least surprise (log loss), by golden section over its logarithm; None when stopped."""
    ratio = (math.sqrt(5) - 1) / 2
    low, high = math.log(_COOLEST), math.log(_HOTTEST)
    for _ in range(_STEPS):
        if not keep_going():
            return None
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        if _surprise(trials, math.exp(left)) < _surprise(trials, math.exp(right)):
            high = right
        else:
            low = left
    return math.exp((low + high) / 2)


def _surprise(trials: Sequence[_Trial], temperature: float) -> float:
    """Sum of -log p(right), in nats."""
    whole = 0.0
    for scores, right in trials:
        top = max(scores)
        whole += math.log(sum([math.exp((score - top) / temperature) for score in scores]))
        whole += (top - scores[right]) / temperature
    return whole


def _threshold(trials: Sequence[_Trial], confidence: Confidence) -> float | None:
    """The lowest probability from which on enough first suggestions were right; None where there is none.

    Never below one half: where the rest is right often enough, it would carry tags that are likelier wrong than right.
    """
    outcomes = []
    for scores, right in trials:
        best = max(range(len(scores)), key=scores.__getitem__)
        outcomes.append((confidence.shares(scores)[best], best == right))
    outcomes = sorted((outcome for outcome in outcomes if outcome[0] >= _LEAST_LIKELY), reverse=True)
    lowest: float | None = None
    hits = 0
    for shown, (probability, hit) in enumerate(outcomes, start=1):
        hits += hit
        last_of_its_kind = shown == len(outcomes) or outcomes[shown][0] < probability
        if last_of_its_kind and shown >= _FEWEST_SHOWN and hits >= PRECISION * shown:
            lowest = probability
    return lowest

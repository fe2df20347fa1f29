"""Suggestions on public sets, side by side with an independent implementation on the same splits (`tagging.md` §6).

A split holds out the notes whose hashed text falls into the first of five parts. The normal run looks at one split and
a sample of its held-out notes; `--thorough` takes the mean over five whole ones.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID, uuid5

import pytest
from public_sets import read, reference

from shadow_app.domain.service import Service
from shadow_app.insight.confidence import PRECISION, fit
from shadow_app.insight.suggest import Suggester

POINT = 0.01
SAMPLE = 400
SPACE = UUID(int=0)


class Note(NamedTuple):
    """A text of a public set and the label that others gave it."""

    text: str
    label: str


class Shares(NamedTuple):
    """Share of held-out notes whose label came first, and came among the first three."""

    top1: float
    top3: float


@pytest.fixture
def seeds(thorough: bool) -> range:
    return range(5 if thorough else 1)


@pytest.mark.parametrize("name", ["endava", "itsvc8"])
def test_after_a_thousand_corrections(name: str, seeds: range) -> None:
    compare(name, seeds, lambda train: train[:1_000])


@pytest.mark.parametrize("per_service", [0, 5, 20])
def test_with_a_few_corrections_for_each_service(per_service: int, seeds: range) -> None:
    compare("banking77", seeds, lambda train: at_most(train, per_service))


def test_tags_filled_in_beforehand_are_right_four_times_of_five(seeds: range) -> None:
    shown = right = 0
    for seed in seeds:
        train, held_out = split("itsvc8", seed)
        pairs = [(note.text, uuid5(SPACE, note.label)) for note in train[:1_000]]
        confidence = fit(pairs, services("itsvc8"))
        assert confidence is not None
        suggester = Suggester(services("itsvc8"), confidence=confidence)
        for text, service_id in pairs:
            suggester.learn(text, service_id)
        for note in held_out[: None if len(seeds) > 1 else SAMPLE]:
            first = suggester.suggest(note.text, k=1)
            if first and confidence.prefills(first[0].probability):
                shown += 1
                right += first[0].service_id == uuid5(SPACE, note.label)
    assert shown > 100
    assert right / shown >= PRECISION - 0.05


def compare(name: str, seeds: range, corrections: Callable[[list[Note]], list[Note]]) -> None:
    """Both implementations, same corrections, same held-out notes: ours is not below theirs by more than a point."""
    tagger = reference("baseline_tagging").Tagger
    ours, theirs = [], []
    for seed in seeds:
        train, held_out = split(name, seed)
        held_out = held_out[: None if len(seeds) > 1 else SAMPLE]
        baseline = tagger()
        baseline.setup(read(f"catalogue_{name}.csv"))
        suggester = Suggester(services(name))
        for note in corrections(train):
            baseline.learn(note.text, note.label)
            suggester.learn(note.text, uuid5(SPACE, note.label))
        theirs.append(shares(held_out, baseline.suggest))
        ours.append(shares(held_out, partial(suggested_by, suggester)))
    for ours_mean, theirs_mean in zip(mean(ours), mean(theirs), strict=True):
        assert theirs_mean > 0.3, "the reference did not run as it should"
        assert ours_mean >= theirs_mean - POINT


def suggested_by(suggester: Suggester, text: str) -> list[UUID]:
    return [each.service_id for each in suggester.suggest(text)]


def split(name: str, seed: int) -> tuple[list[Note], list[Note]]:
    """What may be learnt and what is held out, by a hash of the text, each in an order of its own."""
    notes = [Note(row["text"], row["label"]) for row in read(f"pool_services_{name}.csv")]
    chance = random.Random(seed)
    chance.shuffle(notes)
    parts: tuple[list[Note], list[Note]] = ([], [])
    for note in notes:
        parts[int(sha256(f"{note.text}{seed}".encode()).hexdigest(), 16) % 5 == 0].append(note)
    return parts


def services(name: str) -> list[Service]:
    """The set's catalogue. One set has no names for its services: a dash says as little as no name."""
    return [
        Service(
            id=uuid5(SPACE, row["label"]),
            name=row["name"] or "–",
            description=row["description"],
            aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
        )
        for row in read(f"catalogue_{name}.csv")
    ]


def at_most(notes: list[Note], per_service: int) -> list[Note]:
    """The first few notes of each service."""
    met: Counter[str] = Counter()
    kept = []
    for note in notes:
        met[note.label] += 1
        if met[note.label] <= per_service:
            kept.append(note)
    return kept


def shares(notes: Sequence[Note], suggest: Callable[[str], Sequence[str | UUID]]) -> Shares:
    """How often the label is suggested, whether by its own name or by the id made from it."""
    first = among = 0
    for note in notes:
        names = {note.label, uuid5(SPACE, note.label)}
        suggested = list(suggest(note.text))[:3]
        first += bool(suggested) and suggested[0] in names
        among += not names.isdisjoint(suggested)
    return Shares(first / len(notes), among / len(notes))


def mean(measured: Sequence[Shares]) -> Shares:
    return Shares(*(sum(column) / len(measured) for column in zip(*measured, strict=True)))

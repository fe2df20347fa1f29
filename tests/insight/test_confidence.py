"""How sure a suggestion may sound, fitted on what the team confirmed."""

from __future__ import annotations

import random
from itertools import count
from uuid import UUID

import pytest

from shadow_app.domain.service import Service
from shadow_app.insight.confidence import FEWEST_TO_FIT, FEWEST_TO_PREFILL, PRECISION, Pair, fit
from shadow_app.insight.suggest import Confidence, Suggester

SERVICES = [Service(id=UUID(int=number + 1), name=f"Service {'abcdefgh'[number] * 3}") for number in range(8)]


def notes(number: int, noise: float, seed: int = 0) -> list[Pair]:
    """Notes whose words point at their service, but for the share `noise` that somebody tagged at random."""
    chance = random.Random(seed)
    made: list[Pair] = []
    for serial in range(number):
        service = chance.choice(SERVICES)
        text = f"{service.name[-3:]}{chance.randrange(4)} {chance.choice(('hangs', 'slow', 'down', 'odd'))} {serial}"
        made.append((text, chance.choice(SERVICES).id if chance.random() < noise else service.id))
    return made


def test_below_five_hundred_corrections_nothing_is_filled_in() -> None:
    few = fit(notes(FEWEST_TO_PREFILL - 1, 0), SERVICES)
    enough = fit(notes(FEWEST_TO_PREFILL, 0), SERVICES)
    assert few is not None
    assert few.prefill_at is None
    assert enough is not None
    assert enough.prefill_at is not None


def test_few_corrections_keep_the_built_in_temperature() -> None:
    assert fit(notes(FEWEST_TO_FIT - 1, 0), SERVICES) == Confidence()
    assert fit(notes(FEWEST_TO_FIT, 0.3), SERVICES) != Confidence()
    assert fit([], SERVICES) == Confidence()


def test_random_tags_are_never_filled_in() -> None:
    fitted = fit(notes(900, 1.0), SERVICES)
    assert fitted is not None
    assert fitted.prefill_at is None


@pytest.mark.parametrize("noise", [0.1, 0.3])
def test_probabilities_are_honest_on_notes_never_seen(noise: float) -> None:
    pairs = notes(1_500, noise)
    learnt, unseen = pairs[:1_000], pairs[1_000:]
    fitted = fit(learnt, SERVICES)
    assert fitted is not None
    suggester = Suggester(SERVICES, confidence=fitted)
    for text, service_id in learnt:
        suggester.learn(text, service_id)
    firsts = [(suggester.suggest(text, k=1)[0], service_id) for text, service_id in unseen]
    said = sum(first.probability for first, _ in firsts) / len(firsts)
    right = sum(first.service_id == service_id for first, service_id in firsts) / len(firsts)
    assert said == pytest.approx(right, abs=0.06)
    filled = [first.service_id == service_id for first, service_id in firsts if fitted.prefills(first.probability)]
    assert bool(filled) == (noise < 0.2)
    assert not filled or sum(filled) / len(filled) >= PRECISION - 0.06


def test_the_order_of_the_corrections_does_not_matter() -> None:
    pairs = notes(600, 0.3)
    assert fit(pairs, SERVICES) == fit(pairs[::-1], SERVICES)


def test_repeating_one_note_is_not_understanding() -> None:
    chance = random.Random(1)
    pairs = [(f"{serial:x}" * 6, chance.choice(SERVICES).id) for serial in range(40) for _ in range(15)]
    by_text = dict(pairs)
    fitted = fit([(text, by_text[text]) for text, _ in pairs], SERVICES)
    assert fitted is not None
    assert fitted.prefill_at is None


def test_a_tag_more_likely_wrong_than_right_is_never_filled_in() -> None:
    chance = random.Random(2)
    vague = [(f"odd {serial}", chance.choice(SERVICES).id) for serial in range(100)]
    fitted = fit(notes(900, 0.0) + vague, SERVICES)
    assert fitted is not None
    assert fitted.prefill_at is not None
    assert fitted.prefill_at >= 0.5


def test_services_no_longer_on_offer_do_not_count() -> None:
    pairs = notes(800, 0.1)
    left = SERVICES[:4]
    kept = [pair for pair in pairs if pair[1] in {service.id for service in left}]
    assert len(kept) < FEWEST_TO_PREFILL
    assert fit(pairs, left) == fit(kept, left)


def test_it_stops_wherever_it_is_told_to() -> None:
    pairs = notes(150, 0.2)
    asked = count()
    assert fit(pairs, SERVICES, lambda: next(asked) >= 0) is not None
    total = next(asked)
    assert total > 4 * len(pairs)
    for patience in (0, 1, len(pairs), 2 * len(pairs), total - 1):
        left = iter(range(patience))
        assert fit(pairs, SERVICES, lambda left=left: next(left, None) is not None) is None  # type: ignore[misc]

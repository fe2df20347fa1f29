"""Every parser and importer takes anything: a few hundred changed inputs each, more of them thoroughly.

`python tests/fuzz/run.py MINUTES` goes on for as long as one likes, guided by what the inputs reach.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from fuzz_engine import Hung, examples, in_time, run_for, tried
from fuzz_mutating import shrunk
from fuzz_targets import EVERY, Target
from fuzz_world import World, world

QUICK, THOROUGH = 200, 4_000


@pytest.fixture(scope="module")
def small_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(tmp_path_factory.mktemp("fuzz")) as made:
        yield made


@pytest.mark.parametrize("target", EVERY, ids=lambda target: target.name)
def test_anything_is_answered_or_refused_with_one_sentence(
    target: Target[Any], small_world: World, thorough: bool
) -> None:
    count = (THOROUGH if thorough else QUICK) // target.cost
    for data in islice(examples(target, small_world, seed=5), count):
        error = tried(target, small_world, data)
        if error is not None:
            small = shrunk(data, lambda shorter: tried(target, small_world, shorter) is not None, patience=200)
            raise AssertionError(f"{target.name} on {small!r}") from error


@pytest.mark.parametrize("target", EVERY, ids=lambda target: target.name)
def test_the_seeds_are_good(target: Target[Any], small_world: World) -> None:
    """Or the changed ones would all fall at the first check, and prove nothing."""
    for seed in target.seeds(small_world):
        assert tried(target, small_world, seed) is None


def test_a_door_that_breaks_is_found_and_its_input_made_small(small_world: World) -> None:
    def broken(_world: World, line: str) -> None:
        if "#" in line and "~" in line:
            raise KeyError("x")

    target = Target("broken", broken, lambda _: ("a ~5m, b #email and c", "nothing to see"), rooms=("fuzz",))
    ran = run_for(target, small_world, 60, seed=1, most=500)
    (finding,) = ran.findings.values()
    assert set(finding.data) == {"#", "~"}
    assert finding.error == "KeyError: 'x'"


def test_what_reaches_further_is_kept_and_changed_further(small_world: World) -> None:
    def steps(_world: World, data: bytes) -> None:
        if data[:1] == b"1":
            data = data[1:]
            if data[:1] == b"2":
                raise ValueError("the second step")

    target = Target("steps", steps, lambda _: (b"seed",), ("1", "2"), rooms=("test_fuzz_targets",))
    ran = run_for(target, small_world, 60, seed=3, most=10_000)
    assert [each.data for each in ran.findings.values()] == [b"12"]
    assert ran.kept


def test_a_door_that_never_answers_is_noticed() -> None:
    def for_ever() -> None:
        while True:
            random.random()

    with pytest.raises(Hung), in_time(0.05):
        for_ever()


def test_the_smallest_part_is_found(tmp_path: Path) -> None:
    assert shrunk("x" * 40 + "ab" + "y" * 40, lambda text: "ab" in text) == "ab"
    assert shrunk(b"", lambda data: not data) == b""

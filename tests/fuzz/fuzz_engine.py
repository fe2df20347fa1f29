"""Feeds a target: changed inputs, by chance or guided by what they reach, until a number or a time is used up."""

from __future__ import annotations

import random
import signal
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import inf
from types import FrameType
from typing import Any, TypeVar

from fuzz_mutating import WORDS, Lines, mutated_bytes, mutated_text, reached, shrunk
from fuzz_targets import Target
from fuzz_world import World

Data = TypeVar("Data", bytes, str)

LONGEST = 20_000
"""Bytes or characters: long enough for every field, short enough to try thousands of them."""

HUNG_SECONDS = 30
_MOST_KEPT = 400


@dataclass
class Finding:
    """What went wrong, with the smallest input that does it."""

    target: str
    data: bytes | str
    error: str
    trace: str


@dataclass
class Ran:
    """What a run did."""

    tried: int = 0
    seconds: float = 0.0
    processor_seconds: float = 0.0
    """On a busy machine less than `seconds`, and what was really tried."""
    lines: int = 0
    kept: int = 0
    slowest: float = 0.0
    slowest_length: int = 0
    findings: dict[str, Finding] = field(default_factory=dict)


class Hung(Exception):
    """It took longer than anybody would wait."""


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Raise `Hung` in the block when it takes longer; a system without alarms lets it take as long as it likes."""

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise Hung(f"more than {seconds:g} seconds")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def tried(target: Target[Any], world: World, data: Any) -> BaseException | None:
    """What the target raises on this input."""
    try:
        with in_time(HUNG_SECONDS):
            target.run(world, data)
    except Exception as error:  # noqa: BLE001  whatever it is, it is the finding
        return error
    return None


def examples(target: Target[Any], world: World, seed: int) -> Iterator[Any]:
    """Seeds, then changed seeds for ever, the same ones for the same number."""
    rng = random.Random(f"{target.name} {seed}")
    seeds = list(target.seeds(world))
    yield from seeds
    while True:
        yield changed(rng.choice(seeds), rng, seeds, target.words)


def changed(data: Any, rng: random.Random, others: Sequence[Any], words: Sequence[str]) -> Any:
    """Something like it."""
    change: Callable[..., Any] = mutated_text if isinstance(data, str) else mutated_bytes
    return change(data, rng, others, (*WORDS, *words, *words))[:LONGEST]


def run_for(target: Target[Any], world: World, seconds: float, seed: int, most: float = inf) -> Ran:
    """Guided by what is reached, until the time is over or `most` inputs were tried."""
    rng = random.Random(f"{target.name} {seed}")
    ran, seen = Ran(), Lines()
    kept: list[Any] = []
    first = list(target.seeds(world))
    began, worked = time.perf_counter(), time.process_time()
    while (spent := time.perf_counter() - began) < seconds and ran.tried < most:
        # Most of the time what was found last is changed: it got furthest.
        pick = kept[-1 - int(rng.expovariate(0.1)) % len(kept)] if kept and rng.random() < 0.7 else rng.choice(first)
        data = first[ran.tried] if ran.tried < len(first) else changed(pick, rng, kept or first, target.words)
        before, at = len(seen), time.perf_counter()
        with reached(target.rooms, seen):
            error = tried(target, world, data)
        took = time.perf_counter() - at
        ran.tried += 1
        if took > ran.slowest:
            ran.slowest, ran.slowest_length = took, len(data)
        if error is not None:
            _found(ran, target, world, data, error)
        elif len(seen) > before:
            kept.append(data)
            del kept[:-_MOST_KEPT]
    ran.processor_seconds = time.process_time() - worked
    ran.seconds, ran.lines, ran.kept = spent, len(seen), len(kept)
    return ran


def _found(ran: Ran, target: Target[Any], world: World, data: Any, error: BaseException) -> None:
    place = where(error)
    if place in ran.findings:
        return

    def still(shorter: Any) -> bool:
        again = tried(target, world, shorter)
        return again is not None and where(again) == place

    small = data if isinstance(error, Hung) or not still(data) else shrunk(data, still)
    trace = "".join(traceback.format_exception(error))
    ran.findings[place] = Finding(target.name, small, f"{type(error).__name__}: {error}", trace)


def where(error: BaseException) -> str:
    """The kind of an error and the line it came from: two inputs with one of these are one finding."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {last.filename}:{last.lineno}"

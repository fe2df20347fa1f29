"""Measuring: two sides in turn, medians and quantiles, and one row of the table for each question."""

from __future__ import annotations

import gc
import math
import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

OK, MISS = "ok", "miss"


@dataclass(frozen=True)
class Row:
    """One answer. `verdict` is empty where the design sets no budget, or says why nothing was measured."""

    name: str
    what: str
    measured: str = ""
    against: str = ""
    ratio: float | None = None
    budget: str = ""
    verdict: str = ""
    figures: dict[str, float] = field(default_factory=dict)
    """Seconds, and counts, for whoever reads `bench.json`."""


@dataclass(frozen=True)
class Bench:
    """What every measurement is given.

    Attributes:
        small: path of the store that the large one is compared with.
        large: path of the store for which the design is made.
        notes: how many notes the large one has.
        curve: a still larger store and its number of notes, or None.
        work: a folder for copies, on the disk where the stores lie.
        few: measure only so often that one sees that it works.
    """

    small: Path
    large: Path
    notes: int
    curve: tuple[int, Path] | None
    work: Path
    few: bool = False

    def times(self, many: int) -> int:
        """How often to repeat."""
        return min(many, 2) if self.few else many

    @property
    def sizes(self) -> list[tuple[int, Path]]:
        """The stores in which to look, with their numbers of notes."""
        return [(self.notes, self.large), *([self.curve] if self.curve else [])]


def seconds(act: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], times: int, *, warm: bool = True
) -> tuple[list[float], list[float]]:
    """Seconds of both sides, measured alternately, after one call of each that does not count if `warm`.

    Whatever else the machine does then hits both alike; who begins changes from round to round.
    """
    if warm:
        ours()
        theirs()
    first: list[float] = []
    second: list[float] = []
    for index in range(times):
        gc.collect()
        for act, samples in ((ours, first), (theirs, second)) if index % 2 else ((theirs, second), (ours, first)):
            samples.append(seconds(act))
    return first, second


def quantile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least this share of all does not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def ratio_row(
    name: str, what: str, ours: Sequence[float], theirs: Sequence[float], against: str, most: float, unit: float = 1.0
) -> Row:
    """Median against median; `unit` divides a ratio that is bound to be larger than one, such as 1,000 pages to 250."""
    mine, other = statistics.median(ours), statistics.median(theirs)
    ratio = mine / other / unit
    return Row(
        name,
        what,
        shown(mine),
        f"{shown(other)} {against}",
        ratio,
        f"≤ {most:g}×",
        OK if ratio <= most else MISS,
        {"ours_median": mine, "theirs_median": other, "ours_p99": quantile(ours, 0.99), "samples": len(ours)},
    )


def limit_row(
    name: str,
    what: str,
    samples: Sequence[float],
    share: float = 0.5,
    most: float | None = None,
    *,
    processor: Sequence[float] = (),
) -> Row:
    """A quantile of the samples, shown beside the median, against seconds that the design allows, if it does.

    `processor` are the seconds that the same calls kept the processor busy: on a shared machine those say more.
    """
    middle, high = quantile(samples, 0.5), quantile(samples, share)
    mark = f"p{share * 100:g}"
    busy = {"processor_p50": quantile(processor, 0.5)} if processor else {}
    return Row(
        name,
        what,
        shown(middle) if share == 0.5 else f"p50 {shown(middle)} · {mark} {shown(high)}",
        f"{shown(busy['processor_p50'])} of processor" if busy else "",
        None,
        f"{mark} ≤ {shown(most)}" if most is not None else "",
        "" if most is None else OK if high <= most else MISS,
        {"p50": middle, mark: high, "max": max(samples), "samples": len(samples), **busy},
    )


def shown(value: float) -> str:
    """Seconds as a person reads them."""
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.3g} ms"


def machine() -> str:
    """One line on what the figures were measured on."""
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "load unknown"
    return " · ".join(
        (
            _processor(),
            f"{os.cpu_count()} cores",
            load,
            f"Python {platform.python_version()}",
            f"SQLite {sqlcipher.sqlite_version} (SQLCipher)",
            platform.platform(terse=True),
        )
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())

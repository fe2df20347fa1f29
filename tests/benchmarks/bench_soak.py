"""Eight hours in the window: memory and the time of Enter stay where they are (`design.md` §7)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from benchmarks.measure import MISS, OK, Row, shown

HOURS, NOTES = 8, 60
"""A day, and a note every minute: more than anybody writes."""

MOST_MEMORY, MOST_WAIT = 0.10, 0.25
"""By how much of its mean a line through the hours may rise over the day, before it is called a leak."""

_SCRIPT = Path(__file__).with_name("working_day.py")
_COUNTED = (
    ("resident", "memory"),
    ("objects", "objects of Python"),
    ("widgets", "widgets"),
    ("qobjects", "Qt objects"),
)


@dataclass(frozen=True)
class Line:
    """A straight line through the hours: where it begins, and what it gains in an hour."""

    start: float
    slope: float

    def rise(self, hours: float) -> float:
        """How much it rises in so many hours, as a share of where it begins."""
        return self.slope * hours / self.start if self.start else 0.0


def line_through(values: Sequence[float]) -> Line:
    """Least squares over 0, 1, 2 …"""
    middle, mean = (len(values) - 1) / 2, fmean(values)
    spread = sum((place - middle) ** 2 for place in range(len(values)))
    slope = sum((place - middle) * (value - mean) for place, value in enumerate(values)) / spread if spread else 0.0
    return Line(mean - slope * middle, slope)


def soak(hours: int = HOURS, notes: int = NOTES) -> Iterator[Row]:
    """Live through a day in a process of its own; every hour as it ends, then the lines."""
    found: list[dict[str, float]] = []
    for each in _lived(hours, notes):
        found.append(each)
        print(hour_words(each), flush=True)
    yield from rows(found)


def rows(found: Sequence[dict[str, float]]) -> Iterator[Row]:
    """One answer for each thing that must stay where it is; the first hour fills caches and does not count."""
    later = found[1:] if len(found) > 2 else found
    for name, words in _COUNTED:
        line, ends = _line(later, name), [_number(name, each[name]) for each in (later[0], later[-1])]
        measured = f"{' → '.join(ends)}, {_number(name, line.slope)} an hour"
        yield _row(f"{words} over the day", measured, line, len(later), MOST_MEMORY)
    for name, words in (("enter_p50", "median"), ("enter_p95", "p95")):
        ends = [shown(each[name]) for each in (later[0], later[-1])]
        yield _row(f"Enter over the day, {words}", " → ".join(ends), _line(later, name), len(later), MOST_WAIT)


def _line(hours: Sequence[dict[str, float]], name: str) -> Line:
    return line_through([each[name] for each in hours])


def _row(what: str, measured: str, line: Line, hours: int, most: float) -> Row:
    rise = line.rise(hours - 1)
    figures = {"start": line.start, "slope": line.slope, "rise": rise}
    verdict = OK if rise <= most else MISS
    return Row("soak", what, measured, f"{rise:+.1%} by the line", None, f"≤ {most:+.0%}", verdict, figures)


def hour_words(each: dict[str, float]) -> str:
    """One hour as a line of text."""
    counts = ", ".join(f"{words} {_number(name, each[name])}" for name, words in _COUNTED)
    waits = f"Enter p50 {shown(each['enter_p50'])}, p95 {shown(each['enter_p95'])}"
    return f"soak: hour {each['hour']:.0f} ({each['took']:.0f} s): {waits}; {counts}"


def _lived(hours: int, notes: int) -> Iterator[dict[str, float]]:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [sys.executable, str(_SCRIPT), str(hours), str(notes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        for line in process.stdout or ():
            yield json.loads(line)
    if process.returncode:
        raise RuntimeError(f"The day ended with exit code {process.returncode}.")


def _number(name: str, value: float) -> str:
    return f"{value / 1e6:.1f} MB" if name == "resident" else f"{value:,.0f}"

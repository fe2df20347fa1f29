"""How everything that people wait for grows with the store, from 1,000 notes to 1,000,000 (`design.md` §7).

Every size answers each question in turn, so that whatever else the machine does hits all alike. A point is the median
of both clocks: what somebody waits, and what the processor does for it, which is what a busy machine leaves to compare.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.curve_questions import Side, looking, writing
from benchmarks.make_store import made_store
from benchmarks.measure import shown

SIZES = (1_000, 10_000, 100_000, 1_000_000)


@dataclass(frozen=True)
class Point:
    """Median seconds of one size."""

    wall: float
    busy: float
    times: int


@dataclass(frozen=True)
class Curve:
    """One question at every size; `points` are seconds, or `bytes` on the disk."""

    what: str
    points: Mapping[int, Point]
    bytes: Mapping[int, int]

    def ratio(self, notes: int) -> float:
        """How many times as much processor time, or disk, as the smallest size."""
        if self.bytes:
            return self.bytes[notes] / self.bytes[min(self.bytes)]
        return self.points[notes].busy / max(self.points[min(self.points)].busy, 1e-9)

    @property
    def cells(self) -> tuple[str, ...]:
        """The question, then for every size what it took by both clocks and its ratio to the smallest."""
        if self.bytes:
            return self.what, *(
                f"{size / 1e6:,.1f} MB  {self.ratio(notes):,.1f}×" for notes, size in self.bytes.items()
            )
        took = {notes: f"{shown(point.wall)} ({shown(point.busy)})" for notes, point in self.points.items()}
        return self.what, *(f"{words}  {self.ratio(notes):,.1f}×" for notes, words in took.items())


def curves(sizes: Sequence[int], work: Path, *, few: bool = False) -> Iterator[Curve]:
    """Every question that is only asked, then those that write into copies."""
    paths = {notes: _made(notes) for notes in sizes}
    yield Curve("the store on disk", {}, {notes: path.stat().st_size for notes, path in paths.items()})
    sides = {notes: Side(path) for notes, path in paths.items()}
    try:
        yield from _asked(sides, looking, few)
    finally:
        for side in sides.values():
            side.close()
    copies = {notes: Side.copy_of(path, work) for notes, path in paths.items()}
    try:
        yield from _asked(copies, writing, few)
        yield Curve("its newest backup", {}, {notes: side.backup_bytes for notes, side in copies.items()})
    finally:
        for side in copies.values():
            side.close()


def _made(notes: int) -> Path:
    print(f"a store of {notes:,} notes ...", end=" ", flush=True)
    path = made_store(notes)
    print(f"{path.stat().st_size / 1e6:,.0f} MB in {path.parent}", flush=True)
    return path


Act = Callable[[], object]


def _asked(
    sides: Mapping[int, Side], questions: Callable[[Side], Iterator[tuple[str, int, Act]]], few: bool
) -> Iterator[Curve]:
    """One question after the other: the sizes are asked in turn, as often as the question says."""
    asking = {notes: questions(side) for notes, side in sides.items()}
    while True:
        acts: dict[int, Act] = {}
        what, times = "", 0
        for notes, some in asking.items():
            found = next(some, None)
            if found is None:
                return
            what, times, acts[notes] = found
        samples: dict[int, list[tuple[float, float]]] = {notes: [] for notes in sides}
        for _ in range(min(times, 2) if few else times):
            for notes, act in acts.items():
                gc.collect()
                samples[notes].append(clocked(act))
        yield Curve(what, {notes: _point(some) for notes, some in samples.items()}, {})


def clocked(act: Act) -> tuple[float, float]:
    """Seconds by the clock, and seconds of this process's processor time, all threads together."""
    start, busy = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - start, time.process_time() - busy


def _point(samples: Sequence[tuple[float, float]]) -> Point:
    waited, busy = zip(*samples, strict=True)
    return Point(median(waited), median(busy), len(samples))


def table(found: Sequence[Curve], sizes: Sequence[int]) -> str:
    """What · each size: seconds by the clock (of the processor), and the processor's ratio to the smallest size."""
    rows = [("what", *(f"{size:,} notes" for size in sizes)), *(curve.cells for curve in found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    padded = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join((padded[0], "-" * len(padded[0]), *padded[1:]))

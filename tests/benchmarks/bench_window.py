"""First painted frame, and first note accepted, against an empty PySide6 window (`design.md` §7).

Each sample is a process of its own, from its start to the line that it prints; the sides take turns. See
`first_frame.py` for what runs in the process. What the program does not have yet is skipped and says so.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.make_store import fill, last_visit
from benchmarks.measure import Bench, Row, ratio_row, shown
from shadow_app.bootstrap import create_store
from shadow_app.storage import keys
from shadow_app.storage.store import Store

WINDOW, PAGES = "shadow_app.ui.application", "shadow_app.ui.pages"
PATIENCE = 20
"""Seconds after which nobody waits for the line any more."""

AGAINST = "empty PySide6 window"


class Moment(NamedTuple):
    """Seconds since the process was started, and those for which it kept the processor busy."""

    waited: float
    busy: float


_SCRIPT = Path(__file__).with_name("first_frame.py")


def first_frame(bench: Bench) -> Iterator[Row]:
    """Process start → first painted frame, and → first note on disk."""
    samples: dict[str, list[Moment]] = {"empty": [], "painted": [], "noted": []}
    home = bench.work / "home"
    visit = [_furnished(home)] if _there(PAGES) else []
    for _ in range(bench.times(9)):
        samples["empty"].append(_moments(home, "empty")["painted"])
        for moment, passed in _moments(home, "shadow", str(PATIENCE), *visit).items() if _there(WINDOW) else ():
            samples[moment].append(passed)
        if visit and not samples["noted"]:
            break  # once is enough to see that no line takes the keys
    yield from _rows("first painted frame", samples["painted"], samples["empty"], 2.5, f"there is no {WINDOW} yet")
    stuck = f"no line took the keys within {PATIENCE} s" if visit else f"there is no {PAGES} yet"
    yield from _rows("first note accepted", samples["noted"], samples["empty"], 6, stuck)


def _rows(what: str, ours: Sequence[Moment], empty: Sequence[Moment], most: float, stuck: str) -> Iterator[Row]:
    """What somebody waits, which the design has a budget for, and what of it the processor works."""
    theirs = [each.waited for each in empty]
    if not ours:
        against = f"{shown(median(theirs))} {AGAINST}"
        yield Row("window", what, "", against, None, f"≤ {most:g}×", f"skipped: {stuck}")
        return
    yield ratio_row("window", what, [each.waited for each in ours], theirs, AGAINST, most)
    busy = ratio_row(
        "window", "  of the processor", [each.busy for each in ours], [each.busy for each in empty], "", most
    )
    yield replace(busy, budget="", verdict="")


def _there(module: str) -> bool:
    return bool(importlib.util.find_spec("shadow_app.ui") and importlib.util.find_spec(module))


def _furnished(home: Path) -> str:
    """Make a home whose store asks for nothing and has one live visit; the visit's id."""
    path = home / "shadow.db"
    create_store(path, unprotected=True)
    store = Store(path, keys.unlock(path), author="Ann")
    try:
        fill(store, 100)
        return str(last_visit(store).id)
    finally:
        store.close()


def _moments(home: Path, *what: str) -> dict[str, Moment]:
    """Run one process; what happens in it → when."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "SHADOW_HOME": str(home)}
    found: dict[str, Moment] = {}
    start = time.perf_counter()
    command = [sys.executable, str(_SCRIPT), *what]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        for line in process.stdout or ():
            moment, _, busy = line.partition(" ")
            found.setdefault(moment, Moment(time.perf_counter() - start, float(busy)))
    if "painted" not in found:
        raise RuntimeError(f"The {what[0]} window was never painted (exit code {process.returncode}).")
    return found

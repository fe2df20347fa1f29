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
from pathlib import Path
from statistics import median

from benchmarks.make_store import fill, last_visit
from benchmarks.measure import Bench, Row, ratio_row, shown
from shadow_app.bootstrap import create_store
from shadow_app.storage import keys
from shadow_app.storage.store import Store

WINDOW, PAGES = "shadow_app.ui.application", "shadow_app.ui.pages"
PATIENCE = 20
"""Seconds after which nobody waits for the line any more."""

AGAINST = "empty PySide6 window"

_SCRIPT = Path(__file__).with_name("first_frame.py")


def first_frame(bench: Bench) -> Iterator[Row]:
    """Process start → first painted frame, and → first note on disk."""
    samples: dict[str, list[float]] = {"empty": [], "painted": [], "noted": []}
    home = bench.work / "home"
    visit = [_furnished(home)] if _there(PAGES) else []
    for _ in range(bench.times(9)):
        samples["empty"].append(_moments(home, "empty")["painted"])
        for moment, passed in _moments(home, "shadow", str(PATIENCE), *visit).items() if _there(WINDOW) else ():
            samples[moment].append(passed)
        if visit and not samples["noted"]:
            break  # once is enough to see that no line takes the keys
    yield _row("first painted frame", samples["painted"], samples["empty"], 2.5, f"there is no {WINDOW} yet")
    stuck = f"no line took the keys within {PATIENCE} s" if visit else f"there is no {PAGES} yet"
    yield _row("first note accepted", samples["noted"], samples["empty"], 6, stuck)


def _row(what: str, ours: Sequence[float], empty: Sequence[float], most: float, stuck: str) -> Row:
    if ours:
        return ratio_row("window", what, ours, empty, AGAINST, most)
    return Row("window", what, "", f"{shown(median(empty))} {AGAINST}", None, f"≤ {most:g}×", f"skipped: {stuck}")


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


def _moments(home: Path, *what: str) -> dict[str, float]:
    """Run one process; moment → seconds since its start."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "SHADOW_HOME": str(home)}
    found: dict[str, float] = {}
    start = time.perf_counter()
    command = [sys.executable, str(_SCRIPT), *what]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        for line in process.stdout or ():
            found.setdefault(line.strip(), time.perf_counter() - start)
    if "painted" not in found:
        raise RuntimeError(f"The {what[0]} window was never painted (exit code {process.returncode}).")
    return found

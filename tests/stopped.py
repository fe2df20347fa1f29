"""Stops a process dead at its nth touch of a folder, as a kill would: nothing is cleaned up behind it."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

TOUCHES = frozenset(("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate"))
STOPPED = 75

# Starting from a process that has imported everything makes a stop cost its own time only.
PROCESSES: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
PROCESSES.set_forkserver_preload(["kill_writer", "stopped"])


def _run(what: Callable[..., object], arguments: tuple[Any, ...], folder: str, nth: int) -> None:
    left = nth

    def heard(event: str, details: tuple[Any, ...]) -> None:
        nonlocal left
        if event in TOUCHES and str(details[0]).startswith(folder):
            left -= 1
            if left == 0:
                os._exit(STOPPED)

    sys.addaudithook(heard)
    what(*arguments)
    os._exit(0)


def stopped_at(nth: int, folder: Path, what: Callable[..., object], *arguments: Any) -> bool:
    """Run `what` in a process that is stopped just before its nth touch of the folder; whether it was stopped.

    Args:
        nth: from 1.
        folder: only what is opened, renamed, made or deleted below it counts.
        what: a function of a module.
    """
    process = PROCESSES.Process(target=_run, args=(what, arguments, str(folder), nth))
    process.start()
    process.join()
    assert process.exitcode in (0, STOPPED), f"the process failed by itself: {process.exitcode}"
    return bool(process.exitcode == STOPPED)

"""Stops a process dead at its nth touch of a folder, as a kill would: nothing is cleaned up behind it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factories import KEY
from processes import started
from shadow_app.storage.key_ways import rekey
from shadow_app.storage.restoring import restore
from shadow_app.usecases import withdrawal

TOUCHES = frozenset(("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate"))
STOPPED = 75


def _run(what: Callable[..., object], arguments: tuple[Any, ...], folder: str, nth: int, report: Any) -> None:
    left = nth

    def heard(event: str, details: tuple[Any, ...]) -> None:
        nonlocal left
        if event in TOUCHES and str(details[0]).startswith(folder):
            left -= 1
            if left == 0:
                os._exit(STOPPED)

    sys.addaudithook(heard)
    what(*arguments)
    report.send(nth - left)
    os._exit(0)


def stopped_at(nth: int, folder: Path, what: Callable[..., object], *arguments: Any) -> int | None:
    """Run `what` in a process that is stopped just before its nth touch of the folder.

    Args:
        nth: from 1.
        folder: only what is opened, renamed, made or deleted below it counts.
        what: a function of a module.

    Returns:
        None if it was stopped; else how many touches there were in all.
    """
    process, ours = started(_run, what, arguments, str(folder), nth)
    process.join()
    assert process.exitcode in (0, STOPPED), f"the process failed by itself: {process.exitcode}"
    with ours:
        return None if process.exitcode == STOPPED else int(ours.recv())


def restore_there(path: Path, backup: Path) -> None:
    """Put a backup back."""
    restore(path, backup, KEY, folder=backup.parent, follow=withdrawal.replay)


def rekey_there(path: Path, passphrase: str) -> None:
    """Give a store another key."""
    rekey(path, passphrase, folder=path.parent / "backups")


def moments(count: int, thorough: bool, quick: int = 6) -> list[int]:
    """At which touches to stop: all of them, or some and the last ones, among which things are put in place."""
    spread = range(1, count + 1, 1 if thorough else max(1, count // quick))
    return sorted({*spread, *range(max(1, count - quick), count + 1)})

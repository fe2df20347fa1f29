"""Processes that may die, from a server that has imported everything, so that each costs its own time only.

There is one such server in a process, whoever asks first: so what all of them need is named here, and it is told where
the tests lie, or it would quietly import nothing.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

_METHOD = "spawn" if sys.platform == "win32" else "forkserver"
_PROCESSES: Any = multiprocessing.get_context(_METHOD)
_PROCESSES.set_forkserver_preload(["kill_writer", "stopped", "sqlalchemy.dialects.sqlite.pysqlite"])


def started(target: Callable[..., object], *arguments: Any) -> tuple[Any, Connection]:
    """A process that runs a module's function; what it is given last is the end of a pipe, of which this is the other.

    The caller closes the pipe and joins the process.
    """
    ours, theirs = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=target, args=(*arguments, theirs))
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    try:
        process.start()
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    theirs.close()
    return process, ours


def say_whether_ready(report: Connection) -> None:
    """Whether this process found imported what the others will need."""
    report.send("shadow_app.storage.store" in sys.modules)

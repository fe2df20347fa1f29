"""`shadow-app`: the window without a command, the command line with one."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from shadow_app.settings import Settings


def main(arguments: list[str] | None = None) -> int:
    """Choose the door; returns the exit code."""
    from shadow_app.cli import run

    _leave_no_core()
    return run(sys.argv[1:] if arguments is None else arguments, show_window)


def _leave_no_core() -> None:
    """Have the system write no core file when the process dies below Python: notes and the key would stand in it.

    Windows writes none unless its administrator has asked for them.
    """
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def show_window(settings: Settings, store: Path | None, demo: bool, file: Path | None) -> int:
    """Open the window; Qt is imported only now, so that a command never waits for it."""
    from shadow_app.ui.application import start

    return start(settings, store, demo, file)


if __name__ == "__main__":
    sys.exit(main())

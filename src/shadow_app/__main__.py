"""`shadow-app`: the window without a command, the command line with one."""

from __future__ import annotations

import sys
from pathlib import Path

from shadow_app.settings import Settings


def main(arguments: list[str] | None = None) -> int:
    """Choose the door; returns the exit code."""
    from shadow_app.cli import run

    return run(sys.argv[1:] if arguments is None else arguments, show_window)


def show_window(settings: Settings, store: Path | None, demo: bool, file: Path | None) -> int:
    """Open the window; Qt is imported only now, so that a command never waits for it."""
    from shadow_app.ui.application import start

    return start(settings, store, demo, file)


if __name__ == "__main__":
    sys.exit(main())

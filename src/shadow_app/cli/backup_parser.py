"""What can be said about backups and about what opens the store: backup, keys."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_Command: TypeAlias = Callable[..., argparse.ArgumentParser]


def declare(commands: _Commands, command: _Command) -> None:
    """Add the commands."""
    backup = command(commands, "backup", "list, make and verify backups, put one back, salvage a damaged store")
    what = backup.add_subparsers(dest="what", metavar="WHAT", required=True)
    command(what, "list", "list the backups, the newest first", json=True)
    command(what, "make", "make a backup now and verify it", json=True)
    verify = command(what, "verify", "open backups, read every page and count what they hold", json=True)
    verify.add_argument("backup", nargs="?", metavar="BACKUP", help="one of them; all, if left out")
    restore = command(what, "restore", "put a backup in the place of the store, which is set aside", json=True)
    restore.add_argument("backup", nargs="?", metavar="BACKUP", help="a file, or how its time begins; else the newest")
    salvage = command(what, "salvage", "read what can be read of a damaged store and its newest backup", json=True)
    salvage.add_argument("--keep", action="store_true", help="put what was read in the place of the store")

"""What can be said about backups and about what opens the store: backup, keys."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from shadow_app.domain.language import say

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_Command: TypeAlias = Callable[..., argparse.ArgumentParser]


def declare(commands: _Commands, command: _Command) -> None:
    """Add both."""
    backup = command(commands, "backup", say("list, make and verify backups, put one back, salvage a damaged store"))
    what = backup.add_subparsers(dest="what", metavar="WHAT", required=True)
    command(what, "list", say("list the backups, the newest first"), json=True)
    command(what, "make", say("make a backup now and verify it"), json=True)
    verify = command(what, "verify", say("open backups, read every page and count what they hold"), json=True)
    verify.add_argument("backup", nargs="?", metavar="BACKUP", help=say("one of them; all, if left out"))
    restore = command(what, "restore", say("put a backup in the place of the store, which is set aside"), json=True)
    restore.add_argument(
        "backup", nargs="?", metavar="BACKUP", help=say("a file, or how its time begins; else the newest")
    )
    salvage = command(what, "salvage", say("read what can be read of a damaged store and its newest backup"), json=True)
    salvage.add_argument("--keep", action="store_true", help=say("put what was read in the place of the store"))
    _declare_keys(commands, command)


def _declare_keys(commands: _Commands, command: _Command) -> None:
    keys = command(commands, "keys", say("say and change what opens the store"))
    what = keys.add_subparsers(dest="what", metavar="WHAT", required=True)
    command(what, "list", say("say what opens the store"), json=True)
    passphrase = command(what, "passphrase", say("set another passphrase; no note is encrypted anew"))
    passphrase.add_argument("--team-key", type=Path, metavar="FILE", help=say("open it with the team's recovery key"))
    code = command(what, "recovery-code", say("make another recovery code; the old one stops working"))
    code.add_argument("--remove", action="store_true", help=say("let none open the store"))
    team = command(what, "team-key", say("let the team's recovery key open the store"))
    team.add_argument("key", nargs="?", metavar="KEY", help=say("the word that your lead gives you"))
    team.add_argument("--remove", action="store_true", help=say("let it open the store no more"))
    make = command(what, "make-team-key", say("make the team's recovery key, which the lead keeps"))
    make.add_argument("file", type=Path, metavar="FILE", help=say("where its private half goes, under a passphrase"))
    command(what, "rekey", say("give the store another key, because somebody may know the old one"))

"""What can be said about passing on and taking in: send, receive, folder, conflicts, fsck, rebuild."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from shadow_app.domain.language import say

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_Command: TypeAlias = Callable[..., argparse.ArgumentParser]


def declare(commands: _Commands, command: _Command) -> None:
    """Add the commands."""
    sealed = say("ask for a passphrase, or take it from SHADOW_FILE_PASSPHRASE")
    send = command(commands, "send", say("write a hand-over file for another laptop"), json=True)
    send.add_argument("file", type=Path, metavar="FILE", help=say("such as ann.shadow"))
    send.add_argument("--visit", metavar="ID", help=say("only this visit, by number or id, and what it needs"))
    send.add_argument("--passphrase", action="store_true", help=say("seal the file: {sealed}", sealed=sealed))
    send.add_argument(
        "--to", action="append", default=[], metavar="DEVICE", help=say("seal the file to this laptop's key")
    )
    receive = command(commands, "receive", say("take a hand-over file, after showing what it would do"), json=True)
    receive.add_argument("file", type=Path, nargs="?", metavar="FILE", help=say("what somebody has handed over"))
    receive.add_argument("--dry-run", action="store_true", help=say("only show what would happen"))
    receive.add_argument("--accept", action="store_true", help=say("from now on take what this unknown device sends"))
    receive.add_argument(
        "--own-team", action="store_true", help=say("take the sender into your team instead of joining")
    )
    receive.add_argument("--passphrase", action="store_true", help=say("open a sealed file: {sealed}", sealed=sealed))
    receive.add_argument("--undo", action="store_true", help=say("take back all that was received last"))
    folder = command(commands, "folder", say("keep in step through a shared folder"))
    what = folder.add_subparsers(dest="what", metavar="WHAT", required=True)
    sync = command(what, "sync", say("leave there what is new here, and take what others have left"), json=True)
    status = command(
        what, "status", say("say what is unsent, when you last met, and who has left something"), json=True
    )
    login = command(what, "login", say("try the password of a remote folder and keep it in this computer's keyring"))
    logout = command(what, "logout", say("forget that password"))
    trust = command(what, "trust", say("know an SSH server by its key from now on"))
    for one in (sync, status, login, logout, trust):
        one.add_argument("address", metavar="ADDRESS", help=say("a folder's path, sftp://…, webdavs://… or s3://…"))
    trust.add_argument("fingerprint", metavar="SHA256:…", help=say("as the server's administrator says it"))
    sync.add_argument(
        "--accept", action="append", default=[], metavar="DEVICE", help=say("take what this device leaves")
    )
    command(commands, "conflicts", say("list fields that two people wrote without knowing of each other"), json=True)
    command(commands, "fsck", say("say whether the tables hold what the change log says"), json=True)
    command(commands, "rebuild", say("make the tables anew from the change log"))

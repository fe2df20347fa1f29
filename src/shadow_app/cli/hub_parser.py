"""What can be said about a team hub."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_Command: TypeAlias = Callable[..., argparse.ArgumentParser]


def declare(commands: _Commands, command: _Command) -> None:
    """Add `hub` and its verbs."""
    hub = command(commands, "hub", "keep in step through a team hub, a PostgreSQL, and look after it")
    what = hub.add_subparsers(dest="what", metavar="WHAT", required=True)
    init = command(what, "init", "make a hub in a database, add people, or bring it up to date", json=True)
    init.add_argument("--print", action="store_true", help="only print the SQL")
    init.add_argument(
        "--member",
        action="append",
        default=[],
        metavar="NAME:LOGIN:ROLE",
        help="somebody who gets in; ROLE is shadower, lead or reader (of the BI views alone)",
    )
    device = command(what, "add-device", "let a laptop write for a member", json=True)
    revoke = command(what, "revoke", "let a lost laptop write no more, or a member no more in", json=True)
    share = command(what, "share", "show somebody else's visit to a member", json=True)
    people = command(what, "people", "list members and their laptops", json=True)
    step = command(what, "sync", "tell the hub what is new here, and take what others have told it", json=True)
    init.add_argument("address", nargs="?", metavar="ADDRESS", help="postgresql://LOGIN@HOST/DATABASE")
    for one in (device, revoke, share, people, step):
        one.add_argument("address", metavar="ADDRESS", help="postgresql://LOGIN@HOST/DATABASE")
    device.add_argument("login", metavar="LOGIN", help="the member's login")
    device.add_argument("device", metavar="DEVICE", nargs="?", help="its id; this laptop's, if left out")
    device.add_argument("--label", default="", help="what it is called, such as “Ann's laptop”")
    lost = revoke.add_mutually_exclusive_group(required=True)
    lost.add_argument("--device", metavar="DEVICE", help="the laptop's id")
    lost.add_argument("--member", metavar="LOGIN", help="the member's login")
    share.add_argument("visit", metavar="VISIT", help="the visit's number or id")
    share.add_argument("login", metavar="LOGIN", help="the member's login, or * for everybody")
    how = share.add_mutually_exclusive_group()
    how.add_argument("--off", action="store_true", help="show it no more")
    how.add_argument("--own", action="store_true", help="make it this member's own")

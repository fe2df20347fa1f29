"""What can be said about a team hub."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

from shadow_app.domain.language import say

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_Command: TypeAlias = Callable[..., argparse.ArgumentParser]


def declare(commands: _Commands, command: _Command) -> None:
    """Add `hub` and its verbs."""
    hub = command(commands, "hub", say("keep in step through a team hub, a PostgreSQL, and look after it"))
    what = hub.add_subparsers(dest="what", metavar="WHAT", required=True)
    init = command(what, "init", say("make a hub in a database, add people, or bring it up to date"), json=True)
    init.add_argument("--print", action="store_true", help=say("only print the SQL"))
    init.add_argument(
        "--member",
        action="append",
        default=[],
        metavar="NAME:LOGIN:ROLE",
        help=say("somebody who gets in; ROLE is shadower, lead or reader (of the BI views alone)"),
    )
    device = command(what, "add-device", say("let a laptop write for a member"), json=True)
    revoke = command(what, "revoke", say("let a lost laptop write no more, or a member no more in"), json=True)
    share = command(what, "share", say("show somebody else's visit to a member"), json=True)
    people = command(what, "people", say("list members and their laptops"), json=True)
    step = command(what, "sync", say("tell the hub what is new here, and take what others have told it"), json=True)
    init.add_argument("address", nargs="?", metavar="ADDRESS", help=say("postgresql://LOGIN@HOST/DATABASE"))
    for one in (device, revoke, share, people, step):
        one.add_argument("address", metavar="ADDRESS", help=say("postgresql://LOGIN@HOST/DATABASE"))
    device.add_argument("login", metavar="LOGIN", help=say("the member's login"))
    device.add_argument("device", metavar="DEVICE", nargs="?", help=say("its id; this laptop's, if left out"))
    device.add_argument("--label", default="", help=say("what it is called, such as “Ann's laptop”"))
    lost = revoke.add_mutually_exclusive_group(required=True)
    lost.add_argument("--device", metavar="DEVICE", help=say("the laptop's id"))
    lost.add_argument("--member", metavar="LOGIN", help=say("the member's login"))
    share.add_argument("visit", metavar="VISIT", help=say("the visit's number or id"))
    share.add_argument("login", metavar="LOGIN", help=say("the member's login, or * for everybody"))
    how = share.add_mutually_exclusive_group()
    how.add_argument("--off", action="store_true", help=say("show it no more"))
    how.add_argument("--own", action="store_true", help=say("make it this member's own"))

"""What can be said about the team: list, found, introduce, revoke, rename."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

from shadow_app.domain.language import say

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_Command: TypeAlias = Callable[..., argparse.ArgumentParser]


def declare(commands: _Commands, command: _Command) -> None:
    """Add the command."""
    team = command(
        commands, "team", say("list whose laptop may do what; found the team, introduce and revoke"), json=True
    )
    what = team.add_subparsers(dest="what", metavar="WHAT")
    command(what, "found", say("say that this laptop leads its team"), json=True)
    introduce = command(what, "introduce", say("say what a laptop may do; a lead's word"), json=True)
    introduce.add_argument("device", metavar="DEVICE", help=say("its sixteen digits, as `shadow-app team` shows them"))
    introduce.add_argument("--role", required=True, choices=("shadower", "lead"), help=say("what it may do"))
    introduce.add_argument("--until", metavar="DATE", help=say("the last day, such as 2027-03-31"))
    revoke = command(what, "revoke", say("say that a laptop is not to be trusted any more; a lead's word"), json=True)
    revoke.add_argument("device", metavar="DEVICE", help=say("its sixteen digits"))
    revoke.add_argument("--why", required=True, metavar="TEXT", help=say("a few words, such as “left on a train”"))
    rename = command(what, "rename", say("say whose laptop it is"), json=True)
    rename.add_argument("device", metavar="DEVICE", help=say("its sixteen digits"))
    rename.add_argument("person", metavar="NAME", help=say("who works on it"))

"""What can be said about privacy: retention, and everything that a host or a works council may ask for."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from shadow_app.cli.paper import paper_option
from shadow_app.domain.language import say

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_Command: TypeAlias = Callable[..., argparse.ArgumentParser]


def declare(commands: _Commands, command: _Command) -> None:
    """Add the commands."""
    retention = command(commands, "retention", say("say which visits are past their time, and let them go"), json=True)
    doing = retention.add_mutually_exclusive_group()
    doing.add_argument(
        "--dry-run", action="store_true", help=say("only show what would go; so it is without --apply, too")
    )
    doing.add_argument("--apply", action="store_true", help=say("erase it for good"))
    doing.add_argument("--months", type=int, metavar="N", help=say("set how many months a visit is kept"))
    privacy = command(commands, "privacy", say("erase, hand over what is held, print what is recorded"))
    what = privacy.add_subparsers(dest="what", metavar="WHAT", required=True)
    hosts = command(what, "hosts", say("list who was visited, by pseudonym"), json=True)
    hosts.add_argument("--names", action="store_true", help=say("and who they are: the key list of this computer"))
    erase = command(
        what, "erase", say("erase a visit or everything about a host, after showing what would go"), json=True
    )
    which = erase.add_mutually_exclusive_group(required=True)
    which.add_argument("--visit", metavar="ID", help=say("a visit, by number or id"))
    which.add_argument("--host", metavar="HOST", help=say("a host, as VISIT or VISIT:PSEUDONYM, or by id"))
    which.add_argument("--withdrawn", metavar="ID", help=say("what the host of a visit has taken back"))
    erase.add_argument("--yes", action="store_true", help=say("really erase it; without this it is only shown"))
    held = command(what, "held", say("write everything held about a host into one zip file"), json=True)
    held.add_argument("host", metavar="HOST", help=say("as VISIT or VISIT:PSEUDONYM, or by id"))
    held.add_argument("--out", type=Path, required=True, metavar="FILE", help=say("such as driver-2.zip"))
    receipts = command(what, "receipts", say("say what was erased, and on how many laptops"), json=True)
    statement = command(what, "statement", say("print what Shadow records and what it never does"))
    for page in (held, receipts, statement):
        paper_option(page)
    for page in (receipts, statement):
        page.add_argument("--out", type=Path, metavar="FILE", help=say("as .pdf or .md"))

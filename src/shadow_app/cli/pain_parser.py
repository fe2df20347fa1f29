"""What can be said on the command line about pain points and decisions. Light: it knows words and no store."""

from __future__ import annotations

import argparse
from typing import Any, Protocol, TypeAlias

from shadow_app.cli.own_words import RawFormatter
from shadow_app.domain.language import mark, say

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

DECIDE = mark("""\
decide PAIN do|defer|decline --reason WHY [--review DATE]
decide promise PAIN TEXT --owner NAME [--due DATE] [--effort DAYS] [--site NAME]
decide settle PROMISE kept|dropped|open [--outcome WORDS] [--on DATE]
decide tell PAIN TEXT --site NAME | --desk [--channel HOW] [--on DATE]
decide follow-up PAIN DATE [--ref NAME] [--before MINUTES] [--after MINUTES]

PAIN is the title of a pain point or its id; `shadow-app painpoint list` shows them.""")


class MakeCommand(Protocol):
    """Adds one command with its help."""

    def __call__(self, commands: Commands, name: str, words: str, *, json: bool = False) -> argparse.ArgumentParser: ...


def declare(commands: Commands, command: MakeCommand) -> None:
    """The commands `painpoint` and `decide`."""
    _painpoint(
        command(commands, "painpoint", say("list, show, make, merge, split, edit and close pain points")), command
    )
    _decide(command(commands, "decide", say("decide about a pain point, promise, and tell"), json=True))


def _painpoint(parser: argparse.ArgumentParser, command: MakeCommand) -> None:
    what = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    listed = command(what, "list", say("list pain points, the dearest first"), json=True)
    listed.add_argument("--unit", help=say("one business unit's name; all, if left out"))
    listed.add_argument("--closed", action="store_true", help=say("with those that are closed"))
    unsorted = command(what, "unsorted", say("list the notes of a service that nobody has grouped"), json=True)
    unsorted.add_argument("service", metavar="SERVICE", help=say("its name or code"))
    make = command(what, "make", say("make a pain point of notes"), json=True)
    make.add_argument("service", metavar="SERVICE", help=say("its name or code"))
    merge = command(what, "merge", say("merge pain points into one"), json=True)
    merge.add_argument("pain", metavar="INTO", help=say("the pain point that stays: title or id"))
    merge.add_argument("others", nargs="+", metavar="PAIN", help=say("those that go into it"))
    split = command(what, "split", say("make a pain point of some of another one's notes"), json=True)
    close = command(what, "close", say("it hurts no more"), json=True)
    edit = command(
        what, "edit", say("set grades, effort, owner, team and words; “unset” takes a value back"), json=True
    )
    known = {
        "show": say("show everything about a pain point"),
        "unmerge": say("bring a merged pain point back"),
        "reopen": say("it hurts after all"),
    }
    for one in (split, close, edit, *(command(what, name, words, json=True) for name, words in known.items())):
        one.add_argument("pain", metavar="PAIN", help=say("its title or id"))
    for one in (make, split):
        one.add_argument("title", metavar="TITLE", help=say("in a few words what goes wrong"))
        one.add_argument("notes", nargs="+" if one is split else "*", metavar="NOTE", help=say("ids of notes"))
    close.add_argument("--why", required=True, help=say("what was done"))
    close.add_argument("--on", metavar="DATE", help=say("the day; today, if left out"))
    for option, asked in EDITS.items():
        edit.add_argument(option, dest=asked["field"], metavar=asked["metavar"], help=say(asked["help"]))


def _decide(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = RawFormatter
    parser.epilog = say(DECIDE)
    parser.add_argument("what", metavar="PAIN|VERB", help=say("a pain point, or promise, settle, tell, follow-up"))
    parser.add_argument("words", nargs="*", metavar="WORDS", help=say("what to decide, promise or say; see below"))
    for option, metavar, words in (
        ("--reason", "WHY", say("why it was decided so")),
        ("--review", "DATE", say("the day on which it is looked at again, such as 2027-01-31")),
        ("--owner", "NAME", say("who answers for the promise")),
        ("--due", "DATE", say("the day by which it is kept")),
        ("--effort", "DAYS", say("days of work")),
        ("--site", "NAME", say("the site's name")),
        ("--channel", "HOW", say("how it was told")),
        ("--outcome", "WORDS", say("what came of the promise")),
        ("--on", "DATE", say("the day on which it was kept or told; today, if left out")),
        ("--ref", "NAME", say("what the change is called")),
        ("--before", "MINUTES", say("minutes per occurrence before it, measured by other means")),
        ("--after", "MINUTES", say("the same, after it")),
    ):
        parser.add_argument(option, metavar=metavar, help=words)
    parser.add_argument("--desk", action="store_true", help=say("the service desk was told"))


EDITS: dict[str, dict[str, Any]] = {
    "--title": {"field": "title", "metavar": "TITLE", "help": mark("in a few words what goes wrong")},
    "--damage": {"field": "business_damage", "metavar": "0-4", "help": mark("0 annoys … 4 safety or law")},
    "--time": {"field": "time_to_damage", "metavar": "0-3", "help": mark("0 can wait … 3 within the hour")},
    "--workaround": {"field": "workaround", "metavar": "HOW", "help": mark("none, clumsy or good")},
    "--scope": {
        "field": "pain_scope",
        "metavar": "WHO",
        "help": mark("person (each meets it) or shared (it stops several)"),
    },
    "--loss": {"field": "loss_value", "metavar": "MONEY", "help": mark("money lost when it goes wrong")},
    "--chance": {"field": "loss_chance", "metavar": "0-1", "help": mark("the chance that it is lost")},
    "--effort": {"field": "effort_days", "metavar": "DAYS", "help": mark("days of work to mend it")},
    "--stake": {"field": "value_at_stake", "metavar": "WORDS", "help": mark("what is at stake for the business")},
    "--theme": {"field": "theme", "metavar": "WORDS", "help": mark("a pattern across services")},
    "--owner": {"field": "engagement_owner", "metavar": "NAME", "help": mark("who talks to the business")},
    "--contact": {"field": "next_contact_on", "metavar": "DATE", "help": mark("when they talk next")},
    "--team": {"field": "fixing_team", "metavar": "TEAM", "help": mark("who mends it")},
}

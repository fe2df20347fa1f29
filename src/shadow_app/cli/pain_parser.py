"""What can be said on the command line about pain points and decisions. Light: it knows words and no store."""

from __future__ import annotations

import argparse
from typing import Any, Protocol, TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

DECIDE = """\
decide PAIN do|defer|decline --reason WHY [--review DATE]
decide promise PAIN TEXT --owner NAME [--due DATE] [--effort DAYS] [--site NAME]
decide settle PROMISE kept|dropped|open [--outcome WORDS] [--on DATE]
decide tell PAIN TEXT --site NAME | --desk [--channel HOW] [--on DATE]
decide follow-up PAIN DATE [--ref NAME] [--before MINUTES] [--after MINUTES]

PAIN is the title of a pain point or its id; `shadow-app painpoint list` shows them."""


class MakeCommand(Protocol):
    """Adds one command with its help."""

    def __call__(self, commands: Commands, name: str, words: str, *, json: bool = False) -> argparse.ArgumentParser: ...


def declare(commands: Commands, command: MakeCommand) -> None:
    """The commands `painpoint` and `decide`."""
    _painpoint(command(commands, "painpoint", "list, show, make, merge, split, edit and close pain points"), command)
    _decide(command(commands, "decide", "decide about a pain point, promise, and tell", json=True))


def _painpoint(parser: argparse.ArgumentParser, command: MakeCommand) -> None:
    what = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    listed = command(what, "list", "list pain points, the dearest first", json=True)
    listed.add_argument("--unit", help="one business unit's name; all, if left out")
    listed.add_argument("--closed", action="store_true", help="with those that are closed")
    unsorted = command(what, "unsorted", "list the notes of a service that nobody has grouped", json=True)
    unsorted.add_argument("service", metavar="SERVICE", help="its name or code")
    make = command(what, "make", "make a pain point of notes", json=True)
    make.add_argument("service", metavar="SERVICE", help="its name or code")
    merge = command(what, "merge", "merge pain points into one", json=True)
    merge.add_argument("pain", metavar="INTO", help="the pain point that stays: title or id")
    merge.add_argument("others", nargs="+", metavar="PAIN", help="those that go into it")
    split = command(what, "split", "make a pain point of some of another one's notes", json=True)
    close = command(what, "close", "it hurts no more", json=True)
    edit = command(what, "edit", "set grades, effort, owner, team and words; “unset” takes a value back", json=True)
    known = {
        "show": "show everything about a pain point",
        "unmerge": "bring a merged pain point back",
        "reopen": "it hurts after all",
    }
    for one in (split, close, edit, *(command(what, name, words, json=True) for name, words in known.items())):
        one.add_argument("pain", metavar="PAIN", help="its title or id")
    for one in (make, split):
        one.add_argument("title", metavar="TITLE", help="in a few words what goes wrong")
        one.add_argument("notes", nargs="+" if one is split else "*", metavar="NOTE", help="ids of notes")
    close.add_argument("--why", required=True, help="what was done")
    close.add_argument("--on", metavar="DATE", help="the day; today, if left out")
    for option, asked in EDITS.items():
        edit.add_argument(option, dest=asked["field"], metavar=asked["metavar"], help=asked["help"])


def _decide(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = DECIDE
    parser.add_argument("what", metavar="PAIN|VERB", help="a pain point, or promise, settle, tell, follow-up")
    parser.add_argument("words", nargs="*", metavar="WORDS", help="what to decide, promise or say; see below")
    for option, metavar, words in (
        ("--reason", "WHY", "why it was decided so"),
        ("--review", "DATE", "the day on which it is looked at again, such as 2027-01-31"),
        ("--owner", "NAME", "who answers for the promise"),
        ("--due", "DATE", "the day by which it is kept"),
        ("--effort", "DAYS", "days of work"),
        ("--site", "NAME", "the site's name"),
        ("--channel", "HOW", "how it was told"),
        ("--outcome", "WORDS", "what came of the promise"),
        ("--on", "DATE", "the day on which it was kept or told; today, if left out"),
        ("--ref", "NAME", "what the change is called"),
        ("--before", "MINUTES", "minutes per occurrence before it, measured by other means"),
        ("--after", "MINUTES", "the same, after it"),
    ):
        parser.add_argument(option, metavar=metavar, help=words)
    parser.add_argument("--desk", action="store_true", help="the service desk was told")


EDITS: dict[str, dict[str, Any]] = {
    "--title": {"field": "title", "metavar": "TITLE", "help": "in a few words what goes wrong"},
    "--damage": {"field": "business_damage", "metavar": "0-4", "help": "0 annoys … 4 safety or law"},
    "--time": {"field": "time_to_damage", "metavar": "0-3", "help": "0 can wait … 3 within the hour"},
    "--workaround": {"field": "workaround", "metavar": "HOW", "help": "none, clumsy or good"},
    "--scope": {"field": "pain_scope", "metavar": "WHO", "help": "person (each meets it) or shared (it stops several)"},
    "--loss": {"field": "loss_value", "metavar": "MONEY", "help": "money lost when it goes wrong"},
    "--chance": {"field": "loss_chance", "metavar": "0-1", "help": "the chance that it is lost"},
    "--effort": {"field": "effort_days", "metavar": "DAYS", "help": "days of work to mend it"},
    "--stake": {"field": "value_at_stake", "metavar": "WORDS", "help": "what is at stake for the business"},
    "--theme": {"field": "theme", "metavar": "WORDS", "help": "a pattern across services"},
    "--owner": {"field": "engagement_owner", "metavar": "NAME", "help": "who talks to the business"},
    "--contact": {"field": "next_contact_on", "metavar": "DATE", "help": "when they talk next"},
    "--team": {"field": "fixing_team", "metavar": "TEAM", "help": "who mends it"},
}

"""What can be said on the command line about the inbox. Light: it knows words and no store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shadow_app.domain.language import say
from shadow_app.domain.vocabulary import Kind

if TYPE_CHECKING:
    from shadow_app.cli.pain_parser import Commands, MakeCommand

SORTS = ("needs", "newest", "oldest", "damage", "minutes", "visit")
"""The values of `insight.inbox_card.Sort`, whose module takes longer to import than the window may wait."""
_LISTED = 200


def declare(commands: Commands, command: MakeCommand) -> None:
    """The command `review`."""
    review = command(commands, "review", say("go through everybody's notes: search, accept, ask, set aside, tag"))
    what = review.add_subparsers(dest="what", metavar="WHAT", required=True)
    look = command(what, "list", say("list the notes that a search finds"), json=True)
    look.add_argument("--sort", choices=SORTS, default=SORTS[0], help=say("what comes first"))
    look.add_argument("--limit", type=int, default=_LISTED, metavar="N", help=say("at most so many notes"))
    look.add_argument(
        "query", nargs="*", metavar="QUERY", help=say("words and filters, such as is:untagged site:harbour")
    )
    for name, words in (
        ("accept", say("these notes may be counted and printed as they are")),
        ("ask", say("ask the authors something; they see it on Today")),
        ("set-aside", say("these notes are kept and not counted")),
        ("ready", say("their author hands these notes in")),
        ("tag", say("these notes are about a service")),
        ("untag", say("these notes are not about a service")),
        ("kind", say("these notes are of another kind")),
        ("mask", say("put pseudonyms and words in brackets where something could point at a person")),
    ):
        one = command(what, name, words, json=True)
        if name in ("tag", "untag"):
            one.add_argument("service", metavar="SERVICE", help=say("its name"))
        if name == "kind":
            one.add_argument("kind", choices=[kind.value for kind in Kind], help=say("what they are"))
        if name in ("ask", "set-aside"):
            one.add_argument("--note", required=True, help=say("the question, or why they are set aside"))
        one.add_argument("--dry-run", action="store_true", help=say("only show which notes it would be"))
        one.add_argument("query", nargs="+", metavar="QUERY", help=say("words and filters, or ids of notes"))
    for name, words in (("undo", say("take back the last action at the desk")), ("redo", say("do it again"))):
        command(what, name, words, json=True)

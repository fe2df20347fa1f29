"""What can be said on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from shadow_app import __version__
from shadow_app.cli import (
    backup_parser,
    hub_parser,
    installed,
    pain_parser,
    privacy_parser,
    review_parser,
    sync_parser,
    team_parser,
)
from shadow_app.cli.near import NearParser
from shadow_app.cli.paper import paper_option
from shadow_app.domain.language import WISHES, say


def make_parser() -> argparse.ArgumentParser:
    """Every command with its help; the command is in `args.command`, a sub-command in `args.what`."""
    parser: argparse.ArgumentParser = NearParser(
        prog="shadow-app",
        description=say("Learn from the business by spending a day in it. Without a command the window opens."),
    )
    parser.add_argument("--version", action="version", version=f"Shadow {__version__}")
    parser.add_argument("--store", type=Path, metavar="PATH", help=say("the store to use instead of your own"))
    parser.add_argument(
        "--open", nargs="?", type=Path, metavar="FILE", help=say("open the window and look into this file")
    )
    parser.add_argument(
        "--language", choices=WISHES, default="", help=say("the words of the program, instead of your own")
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=say("commands"))
    _capture(commands)
    _visits(commands)
    _files(commands)
    _exports(commands)
    _figures(commands)
    pain_parser.declare(commands, _command)
    review_parser.declare(commands, _command)
    sync_parser.declare(commands, _command)
    team_parser.declare(commands, _command)
    hub_parser.declare(commands, _command)
    privacy_parser.declare(commands, _command)
    backup_parser.declare(commands, _command)
    _care(commands)
    installed.declare(commands, _command)
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(commands: _Commands, name: str, words: str, *, json: bool = False) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    if json:
        command.add_argument("--json", action="store_true", help=say("print JSON for another program"))
    return command


def _capture(commands: _Commands) -> None:
    note = _command(commands, "note", say("write down what you see: one line, or lines on standard input"), json=True)
    note.add_argument("line", nargs="*", metavar="LINE", help=say("the note; without it every line of standard input"))
    note.add_argument("--visit", metavar="ID", help=say("the visit's number or id; else the one that is live"))
    parse = _command(commands, "parse", say("show what is understood of a line, without saving it"), json=True)
    parse.add_argument("line", nargs="+", metavar="LINE", help=say("the note as it would be typed"))


def _visits(commands: _Commands) -> None:
    visit = _command(
        commands, "visit", say("plan, list, show, start and finish visits; record what the host agrees to")
    )
    what = visit.add_subparsers(dest="what", metavar="WHAT", required=True)
    new = _command(what, "new", say("plan a visit"), json=True)
    new.add_argument("--site", required=True, help=say("the site's name"))
    new.add_argument("--role", required=True, help=say("the role to shadow"))
    new.add_argument("--shadower", help=say("who goes; you, if left out"))
    new.add_argument("--at", metavar="YYYY-MM-DDTHH:MM", help=say("when it starts; now, if left out"))
    new.add_argument("--focus", default="", help=say("what to look at"))
    new.add_argument("--start", action="store_true", help=say("go live at once"))
    _command(what, "list", say("list visits, latest first"), json=True)
    for name, words in (
        ("show", say("show a visit and its notes")),
        ("start", say("go live")),
        ("finish", say("come back: the debrief is due within a day")),
    ):
        one = _command(what, name, words, json=True)
        one.add_argument("visit", metavar="ID", help=say("the visit's number or id"))
    asked = _command(
        what, "consent", say("record what the host said about notes, quotes or photos, or show it"), json=True
    )
    asked.add_argument("visit", metavar="ID", help=say("the visit's number or id"))
    asked.add_argument("subject", nargs="?", choices=("notes", "quotes", "photos"), help=say("what was asked"))
    asked.add_argument(
        "answer",
        nargs="?",
        choices=("yes", "no", "not-asked"),
        help=say("what the host said; not-asked takes a mistake back"),
    )
    asked.add_argument(
        "--yes", action="store_true", help=say("also where released reports lose their content by it, for good")
    )


def _files(commands: _Commands) -> None:
    imports = _command(commands, "import", say("bring in a CSV file, after showing what it would do"))
    what = imports.add_subparsers(dest="what", metavar="WHAT", required=True)
    for name, words in (
        ("catalogue", say("services, from ServiceNow, iTop, GLPI, Jira or our own columns")),
        ("sites", say("firms, units, sites, roles and headcounts")),
        ("ranking", say("IT's ranking of services")),
        ("notes", say("old notes, one line each")),
        (
            "tickets",
            say("what the service desk counted per service, from ServiceNow, iTop, GLPI, Jira or our own columns"),
        ),
        ("targets", say("what IT teams aim at: visits and hours per person and year")),
    ):
        one = _command(what, name, words, json=True)
        one.add_argument("file", type=Path, metavar="FILE", help=say("what is taken in, after a look at it"))
        one.add_argument("--dry-run", action="store_true", help=say("only show what would happen"))


def _exports(commands: _Commands) -> None:
    export = _command(commands, "export", say("hand what was learnt to another tool, as that tool reads it"), json=True)
    export.add_argument("--list", action="store_true", help=say("list the formats"))
    export.add_argument("--format", metavar="FORMAT", help=say("such as csv, xlsx, jira-csv; see --list"))
    export.add_argument(
        "--what", choices=("pains", "services", "notes", "promises"), default="pains", help=say("what is handed over")
    )
    export.add_argument("--unit", help=say("one business unit's name; all, if left out"))
    export.add_argument("--to", metavar="NAME", default="", help=say("the project, queue or organisation there"))
    export.add_argument("--requester", metavar="E-MAIL", default="", help=say("on whose behalf it comes"))
    export.add_argument("--known", type=Path, metavar="FILE", help=say("a list of what the tool has; that is left out"))
    export.add_argument("--dry-run", action="store_true", help=say("only show what would be written"))
    export.add_argument("--out", type=Path, metavar="FILE", help=say("where it goes"))


def _figures(commands: _Commands) -> None:
    priorities = _command(commands, "priorities", say("rank the services by what they cost the business"), json=True)
    priorities.add_argument("--unit", help=say("one business unit's name; all, if left out"))
    priorities.add_argument("--snapshot", metavar="NAME", help=say("and what has changed since this locked ranking"))
    priorities.add_argument("--sensitivity", action="store_true", help=say("and what half of one weight would change"))
    _snapshots(commands)
    coverage = _command(
        commands, "coverage", say("say who has been out, what nobody has seen and where to go next"), json=True
    )
    coverage.add_argument("--unit", help=say("one business unit's name; all, if left out"))
    _reports(commands)


def _reports(commands: _Commands) -> None:
    report = _command(commands, "report", say("print a report as PDF or Markdown, and release it"))
    what = report.add_subparsers(dest="what", metavar="WHAT", required=True)
    visit = _command(what, "visit", say("the one-day immersion report"), json=True)
    helped = _command(what, "release", say("did the release help? on a visit after a release"), json=True)
    for one in (visit, helped):
        one.add_argument("visit", metavar="ID", help=say("the visit's number or id"))
    unit = _command(what, "unit", say("what IT costs one business unit"), json=True)
    unit.add_argument("unit", metavar="UNIT", help=say("the business unit's name"))
    programme = _command(what, "programme", say("how the programme stands"), json=True)
    ranking = _command(what, "priorities", say("the service-priorities report"), json=True)
    ranking.add_argument("--unit", help=say("one business unit's name; all, if left out"))
    said = _command(what, "you-said", say("one page for the people of a site: you said, we did"), json=True)
    said.add_argument("site", metavar="SITE", help=say("the site's name"))
    desk = _command(what, "desk", say("the briefing for the service desk"), json=True)
    desk.add_argument("--unit", help=say("one business unit's name; all, if left out"))
    desk.add_argument("--site", help=say("one site's name"))
    again = _command(what, "again", say("print a released edition again, byte for byte"), json=True)
    withdraw = _command(what, "withdraw", say("take the content of a released edition"), json=True)
    for one in (again, withdraw):
        one.add_argument("edition", metavar="EDITION", help=say("its id, or how the id begins"))
    withdraw.add_argument("--why", required=True, help=say("the reason, for whoever holds a copy"))
    _command(what, "editions", say("list what was released"), json=True)
    made = (visit, helped, unit, programme, ranking, said, desk)
    for one in made:
        one.add_argument(
            "--release", action="store_true", help=say("freeze it as an edition, with your name and a hash")
        )
        paper_option(one)
    for one in (*made, again):
        one.add_argument("--out", type=Path, required=True, metavar="FILE", help=say("a .pdf or .md file"))


def _snapshots(commands: _Commands) -> None:
    snapshot = _command(commands, "snapshot", say("lock the ranking of a day, list and show locked ones"))
    what = snapshot.add_subparsers(dest="what", metavar="WHAT", required=True)
    _command(what, "list", say("list locked rankings, the newest first"), json=True)
    for name, words in (("take", say("lock the ranking as it stands")), ("show", say("show a locked ranking"))):
        one = _command(what, name, words, json=True)
        one.add_argument("name", metavar="NAME", help=say("what it is called"))
        one.add_argument("--unit", help=say("one business unit's name; all, if left out"))


def _care(commands: _Commands) -> None:
    demo = _command(commands, "demo", say("try Shadow on two fictional firms, in a store that is thrown away"))
    demo.add_argument("--headless", action="store_true", help=say("no window: do the job and write the reports"))
    # Said before or after the command: whoever tries the demo in another language will not look up which.
    demo.add_argument("--language", choices=WISHES, default="", help=say("the words of the program and of the demo"))
    demo.add_argument("--out", type=Path, default=Path("out/demo"), metavar="DIR", help=say("where the reports go"))
    init = _command(commands, "init", say("make your store and say who you are"))
    init.add_argument("--name", default="", help=say("your name"))
    init.add_argument("--team", default="", help=say("your team"))
    init.add_argument("--no-keyring", action="store_true", help=say("do not use this computer's keyring"))
    doctor = _command(commands, "doctor", say("say whether the store is well and what protects it"), json=True)
    doctor.add_argument("--full", action="store_true", help=say("read every page, which takes longer"))
    doctor.add_argument("--noted", action="store_true", help=say("you know of the notes that are missing"))

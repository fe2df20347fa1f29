"""What can be said on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from shadow_app import __version__
from shadow_app.cli import (
    backup_parser,
    hub_parser,
    pain_parser,
    privacy_parser,
    review_parser,
    sync_parser,
    team_parser,
)
from shadow_app.cli.near import NearParser


def make_parser() -> argparse.ArgumentParser:
    """Every command with its help; the command is in `args.command`, a sub-command in `args.what`."""
    parser = NearParser(
        prog="shadow-app",
        description="Learn from the business by spending a day in it. Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"Shadow {__version__}")
    parser.add_argument("--store", type=Path, metavar="PATH", help="the store to use instead of your own")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
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
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(commands: _Commands, name: str, words: str, *, json: bool = False) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    if json:
        command.add_argument("--json", action="store_true", help="print JSON for another program")
    return command


def _capture(commands: _Commands) -> None:
    note = _command(commands, "note", "write down what you see: one line, or lines on standard input", json=True)
    note.add_argument("line", nargs="*", metavar="LINE", help="the note; without it every line of standard input")
    note.add_argument("--visit", metavar="ID", help="the visit's number or id; else the one that is live")
    parse = _command(commands, "parse", "show what is understood of a line, without saving it", json=True)
    parse.add_argument("line", nargs="+", metavar="LINE")


def _visits(commands: _Commands) -> None:
    visit = _command(commands, "visit", "plan, list, show, start and finish visits")
    what = visit.add_subparsers(dest="what", metavar="WHAT", required=True)
    new = _command(what, "new", "plan a visit", json=True)
    new.add_argument("--site", required=True, help="the site's name")
    new.add_argument("--role", required=True, help="the role to shadow")
    new.add_argument("--shadower", help="who goes; you, if left out")
    new.add_argument("--at", metavar="YYYY-MM-DDTHH:MM", help="when it starts; now, if left out")
    new.add_argument("--focus", default="", help="what to look at")
    new.add_argument("--start", action="store_true", help="go live at once")
    _command(what, "list", "list visits, latest first", json=True)
    for name, words in (
        ("show", "show a visit and its notes"),
        ("start", "go live"),
        ("finish", "come back: the debrief is due within a day"),
    ):
        one = _command(what, name, words, json=True)
        one.add_argument("visit", metavar="ID", help="the visit's number or id")


def _files(commands: _Commands) -> None:
    imports = _command(commands, "import", "bring in a CSV file, after showing what it would do")
    what = imports.add_subparsers(dest="what", metavar="WHAT", required=True)
    for name, words in (
        ("catalogue", "services, from ServiceNow, iTop, GLPI, Jira or our own columns"),
        ("sites", "firms, units, sites, roles and headcounts"),
        ("ranking", "IT's ranking of services"),
        ("notes", "old notes, one line each"),
        ("tickets", "what the service desk counted per service, from ServiceNow, iTop, GLPI, Jira or our own columns"),
        ("targets", "what IT teams aim at: visits and hours per person and year"),
    ):
        one = _command(what, name, words, json=True)
        one.add_argument("file", type=Path, metavar="FILE")
        one.add_argument("--dry-run", action="store_true", help="only show what would happen")


def _exports(commands: _Commands) -> None:
    export = _command(commands, "export", "hand what was learnt to another tool, as that tool reads it", json=True)
    export.add_argument("--list", action="store_true", help="list the formats")
    export.add_argument("--format", metavar="FORMAT", help="such as csv, xlsx, jira-csv; see --list")
    export.add_argument("--what", choices=("pains", "services", "notes", "promises"), default="pains")
    export.add_argument("--unit", help="one business unit's name; all, if left out")
    export.add_argument("--to", metavar="NAME", default="", help="the project, queue or organisation there")
    export.add_argument("--requester", metavar="E-MAIL", default="", help="on whose behalf it comes")
    export.add_argument("--known", type=Path, metavar="FILE", help="a list of what the tool has; that is left out")
    export.add_argument("--dry-run", action="store_true", help="only show what would be written")
    export.add_argument("--out", type=Path, metavar="FILE", help="where it goes")


def _figures(commands: _Commands) -> None:
    priorities = _command(commands, "priorities", "rank the services by what they cost the business", json=True)
    priorities.add_argument("--unit", help="one business unit's name; all, if left out")
    priorities.add_argument("--snapshot", metavar="NAME", help="and what has changed since this locked ranking")
    priorities.add_argument("--sensitivity", action="store_true", help="and what half of one weight would change")
    _snapshots(commands)
    coverage = _command(
        commands, "coverage", "say who has been out, what nobody has seen and where to go next", json=True
    )
    coverage.add_argument("--unit", help="one business unit's name; all, if left out")
    _reports(commands)


def _reports(commands: _Commands) -> None:
    report = _command(commands, "report", "print a report as PDF or Markdown, and release it")
    what = report.add_subparsers(dest="what", metavar="WHAT", required=True)
    visit = _command(what, "visit", "the one-day immersion report", json=True)
    helped = _command(what, "release", "did the release help? on a visit after a release", json=True)
    for one in (visit, helped):
        one.add_argument("visit", metavar="ID", help="the visit's number or id")
    unit = _command(what, "unit", "what IT costs one business unit", json=True)
    unit.add_argument("unit", metavar="UNIT", help="the business unit's name")
    programme = _command(what, "programme", "how the programme stands", json=True)
    ranking = _command(what, "priorities", "the service-priorities report", json=True)
    ranking.add_argument("--unit", help="one business unit's name; all, if left out")
    said = _command(what, "you-said", "one page for the people of a site: you said, we did", json=True)
    said.add_argument("site", metavar="SITE", help="the site's name")
    desk = _command(what, "desk", "the briefing for the service desk", json=True)
    desk.add_argument("--unit", help="one business unit's name; all, if left out")
    desk.add_argument("--site", help="one site's name")
    again = _command(what, "again", "print a released edition again, byte for byte", json=True)
    withdraw = _command(what, "withdraw", "take the content of a released edition", json=True)
    for one in (again, withdraw):
        one.add_argument("edition", metavar="EDITION", help="its id, or how the id begins")
    withdraw.add_argument("--why", required=True, help="the reason, for whoever holds a copy")
    _command(what, "editions", "list what was released", json=True)
    made = (visit, helped, unit, programme, ranking, said, desk)
    for one in made:
        one.add_argument("--release", action="store_true", help="freeze it as an edition, with your name and a hash")
    for one in (*made, again):
        one.add_argument("--out", type=Path, required=True, metavar="FILE", help="a .pdf or .md file")


def _snapshots(commands: _Commands) -> None:
    snapshot = _command(commands, "snapshot", "lock the ranking of a day, list and show locked ones")
    what = snapshot.add_subparsers(dest="what", metavar="WHAT", required=True)
    _command(what, "list", "list locked rankings, the newest first", json=True)
    for name, words in (("take", "lock the ranking as it stands"), ("show", "show a locked ranking")):
        one = _command(what, name, words, json=True)
        one.add_argument("name", metavar="NAME", help="what it is called")
        one.add_argument("--unit", help="one business unit's name; all, if left out")


def _care(commands: _Commands) -> None:
    demo = _command(commands, "demo", "try Shadow on two fictional firms, in a store that is thrown away")
    demo.add_argument("--headless", action="store_true", help="no window: do the job and write the reports")
    demo.add_argument("--out", type=Path, default=Path("out/demo"), metavar="DIR", help="where the reports go")
    init = _command(commands, "init", "make your store and say who you are")
    init.add_argument("--name", default="", help="your name")
    init.add_argument("--team", default="", help="your team")
    init.add_argument("--no-keyring", action="store_true", help="do not use this computer's keyring")
    doctor = _command(commands, "doctor", "say whether the store is well and what protects it", json=True)
    doctor.add_argument("--full", action="store_true", help="read every page, which takes longer")
    doctor.add_argument("--noted", action="store_true", help="you know of the notes that are missing")

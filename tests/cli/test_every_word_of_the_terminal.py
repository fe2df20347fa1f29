"""Every command in a language that nobody speaks: answers, help and refusals, nothing of the program stays English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factories import Firm
from odd_language import OF_THE_LOCALE, loose, peoples_words, speaking_odd
from shadow_app.bootstrap import Shadow, wire
from shadow_app.cli import run
from shadow_app.cli.commands import COMMANDS
from shadow_app.cli.parser import make_parser
from shadow_app.domain.errors import Trouble
from shadow_app.settings import Settings
from shadow_app.storage.store import Store

LOOKING = [
    "parse !2 gun freezes ~6m x3 @driver #zebra",
    "visit list",
    "visit show V01",
    "coverage",
    "painpoint list",
    "painpoint list --closed",
    "export --list",
    "export --format csv --what pains --dry-run",
    "priorities --sensitivity",
    "snapshot list",
    "report editions",
    "review list --limit 5",
    "review accept state:draft --dry-run",
    "team",
    "conflicts",
    "fsck",
    "privacy hosts",
    "privacy erase --visit V02",
    "privacy receipts",
    "privacy statement",
    "retention",
]
REFUSED = [
    "visit show V99",
    "visit new --site nowhere --role nobody",
    "visit start V99",
    "painpoint show nothing",
    "painpoint unsorted nothing",
    "decide nothing do --reason why",
    "decide promise",
    "decide settle 1 kept",
    "export --format nothing --what pains --dry-run",
    "export",
    "priorities --unit nowhere",
    "priorities --snapshot nothing",
    "snapshot show nothing",
    "report visit V99 --out x.pdf",
    "report visit V01 --out x.doc",
    "report desk --unit u --site s --out x.pdf",
    "report again nothing --out x.pdf",
    "review tag nothing state:draft",
    "review accept nothingatall",
    "review accept service:nothing",
    "receive",
    "receive nothing.shadow",
    "import sites nothing.csv",
    "privacy erase --host nobody",
    "team introduce 0123456789abcdef --role lead",
    "team introduce 0123456789abcdef --role lead --until never",
    "folder status nothing/there",
]
WRONG = [
    "nothing",
    "visit",
    "visit nothing",
    "visit new",
    "visit show",
    "visit show a b",
    "report visit V01",
    "review list --limit many",
    "retention --apply --dry-run",
    "privacy erase",
    "--language klingon visit list",
]
# Names of commands, options and placeholders in help; names of tools; what is typed and not said.
CALLED_SO = OF_THE_LOCALE | {"Shadow", "EUR", "GBP", "SHA", "shadow", "app"}


@pytest.fixture(scope="module")
def known(odd: Shadow) -> frozenset[str]:
    return peoples_words(odd) | CALLED_SO


class Terminal:
    """Runs commands on a store that is open."""

    def __init__(self, shadow: Shadow, capsys: pytest.CaptureFixture[str]) -> None:
        self.shadow, self.capsys = shadow, capsys

    def __call__(self, line: str) -> str:
        """What was said, refusals included."""
        with speaking_odd():
            args = make_parser().parse_args(line.split())
            try:
                COMMANDS[args.command](self.shadow, args)
                refused = ""
            except Trouble as trouble:
                refused = str(trouble)
        told = self.capsys.readouterr()
        return "\n".join(filter(None, (told.out, told.err, refused)))


def quoted(said: str, line: str) -> str:
    """Without what was typed, which is quoted back, and without ids and names of formats and fields."""
    for word in sorted(set(re.findall(r"[A-Za-z][\w./-]+", line)), key=len, reverse=True):
        said = re.sub(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", "", said)
    return re.sub(r"\b[0-9a-f]{8,}\b|[0-9a-f-]{36}|(?<=\s)--[a-z-]+|/\S+", "", said)


@pytest.mark.parametrize("line", LOOKING)
def test_every_answer(odd: Shadow, known: frozenset[str], capsys: pytest.CaptureFixture[str], line: str) -> None:
    said = quoted(Terminal(odd, capsys)(line), line)
    assert said.strip()
    assert loose(said, known | TYPED.get(line.split(maxsplit=1)[0], frozenset())) == []


@pytest.mark.parametrize("line", REFUSED)
def test_every_refusal(
    odd: Shadow, known: frozenset[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str
) -> None:
    said = quoted(Terminal(odd, capsys)(line), line)
    assert said.strip()
    assert loose(said, known | TYPED.get(line.split(maxsplit=1)[0], frozenset())) == []


TYPED = {
    "export": frozenset(
        re.findall(
            "[a-zA-Z]+",
            "csv xlsx markdown md jsonl jira rest servicenow improvement itop redmine glpi freshservice rt pains "
            "services notes promises id pain_point service_code impact urgency priority lane "
            "hours_a_year damaging hours_low "
            "hours_high hours_where_nobody_has_been money_a_year currency weighted_hours evidence solid emerging "
            "visits sites effort_days effort_worth_days decision do reason review_on promise due_on "
            "owner_team description "
            "engagement_owner value_at_stake service organisation time_critical",
        )
    ),
    "decide": frozenset({"do", "defer", "decline", "open", "kept", "dropped"}),
    "report": frozenset({"doc"}),
}
"""What one types: names of formats, of what is exported, of columns and of states."""


def test_every_help(capsys: pytest.CaptureFixture[str]) -> None:
    """What stays are names of commands and options, and placeholders in capitals."""
    with speaking_odd():
        parsers = dict(_all(make_parser()))
        pages = {name: parser.format_help() for name, parser in parsers.items()}
        names = {word for parser in parsers.values() for word in _names(parser)}
    found = {}
    for name, page in pages.items():
        bare = re.sub(r"\b[A-Z][A-Z:|0-9-]+\b|YYYY-MM-DDTHH:MM|(?<!\w)--?[a-z][a-z-]*|SHA256", "", page)
        left = [line for line in bare.splitlines() if set(re.findall(r"[A-Za-z]{2,}", line)) - names]
        if left:
            found[name] = left
    assert found == {}


def _all(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    yield parser.prog, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from _all(below)


def _names(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield from re.findall(r"\w+", parser.prog)
    for action in parser._actions:
        yield from (part for each in action.choices or () for part in re.findall(r"\w+", str(each)))


@pytest.mark.parametrize("line", WRONG)
def test_what_the_parser_refuses(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with speaking_odd(), pytest.raises(SystemExit) as stopped:
        run(line.split(), lambda *_: 0)
    assert stopped.value.code == 2
    last = capsys.readouterr().err.splitlines()[-1]
    bare = re.sub(r"^[a-z -]+:|“[^”]*”|'[^']*'|\b[A-Z]{2,}\b|(?<!\w)--?[a-z-]+|`[^`]*`|\bint\b", "", quoted(last, line))
    parsers = dict(_all(make_parser()))
    names = {word for parser in parsers.values() for word in _names(parser)}
    assert set(re.findall(r"[A-Za-z]{2,}", bare)) <= names, last


def test_what_is_done_at_the_desk(store: Store, firm: Firm, capsys: pytest.CaptureFixture[str]) -> None:
    shadow = wire(store, Settings(name="Ann", shadower_id=firm.ann.id))
    terminal = Terminal(shadow, capsys)
    note = firm.note("гун логс оут", lost_minutes=4)
    with store.work("Note saved") as work:
        work.put(note)
        work.commit()
    lines = [
        f"review ready {note.id}",
        f"review accept {note.id}",
        "review undo",
        "review redo",
        f"review kind wait {note.id}",
        "snapshot take Spring",
        "snapshot list",
        "snapshot show Spring",
        "priorities --snapshot Spring",
        "retention --months 11",
    ]
    known = peoples_words(shadow) | CALLED_SO
    said = {line: loose(quoted(terminal(line), line), known) for line in lines}
    assert {line: left for line, left in said.items() if left} == {}


def test_the_doctor_and_the_backups(
    odd: Shadow, known: frozenset[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = known | {"SQLite", "SQLCipher", "Python", "PySide", "Essentials", "SQLAlchemy", "Qt"}
    with speaking_odd():
        for line in ("doctor", "backup make", "backup list", "backup verify", "keys list"):
            assert run(["--store", str(odd.store.path), *line.split()], lambda *_: 0) == 0
            told = capsys.readouterr()
            bare = re.sub(r"/\S+|\S+\.db\b|\b\w+ \d+(\.\d+)+\w*,?|com\S+", "", told.out + told.err)
            assert loose(quoted(bare, line), words) == [], line

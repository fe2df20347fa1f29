"""What the pages tell people to type is understood by the program."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from guide_pages import ROOT, lines, pages

from shadow_app.cli.parser import make_parser

_SAID_BESIDE = re.compile(r"\s{3,}.*$|\s+# .*$")
"""Words beside a command, set off by room or by a number sign."""
_INLINE = re.compile(r"`shadow-app ([^`]+)`")


def commands() -> Iterator[tuple[str, str]]:
    """(where, command) in the blocks of code, lines that go on put together."""
    for page in pages():
        begun = ""
        for number, line, inside in lines(page):
            if not inside:
                continue
            said = begun + line.strip().removeprefix("$ ")
            if "shadow-app " not in said or not re.match(r"\$ |shadow-app ", (begun or line).strip()):
                begun = ""
                continue
            if said.endswith("\\"):
                begun = said[:-1]
                continue
            begun = ""
            yield f"{page}:{number}", said


def arguments(command: str) -> list[str]:
    """What the program is given: the last part of a pipe, without what is set before it or said beside it."""
    command = command.partition(" > ")[0]
    last = command.rsplit("| shadow-app ", 1)[-1] if "| shadow-app " in command else command
    return shlex.split(_SAID_BESIDE.sub("", last).split("shadow-app ", 1)[-1])


def told(given: list[str]) -> str:
    """Why the parser refuses; empty when it does not."""
    parser = make_parser()
    try:
        parser.parse_args(given)
    except SystemExit as end:
        return "" if not end.code else "refused"
    return ""


@pytest.mark.parametrize(("where", "command"), list(commands()))
def test_a_command_of_a_page_is_understood(where: str, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not told(arguments(command)), f"{where}: {command}\n{capsys.readouterr().err}"


def known(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The commands below a parser."""
    deeper = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {name: below for action in deeper for name, below in action.choices.items()}


def inline() -> Iterator[tuple[str, str]]:
    for page in pages():
        for number, line, inside in lines(page):
            if not inside:
                yield from ((f"{page}:{number}", words) for words in _INLINE.findall(line))


@pytest.mark.parametrize(("where", "words"), list(inline()))
def test_a_command_named_in_a_sentence_exists(where: str, words: str) -> None:
    parser, names = make_parser(), [word for word in words.split() if word != "COMMAND"]
    for word in names:
        below = known(parser)
        if not below or word.startswith("-") or word[0] in "…\"'":
            break
        assert word in below, f"{where}: shadow-app {words}"
        parser = below[word]
    flags = {flag for action in parser._actions for flag in action.option_strings}
    assert {word.split("=")[0] for word in names if word.startswith("--")} <= flags, f"{where}: shadow-app {words}"


def test_every_verb_of_the_developers_script_exists() -> None:
    script = (ROOT / "dev.py").read_text(encoding="utf-8")
    verbs = set(re.findall(r'"([a-z]+)": \1\b', script))
    told = {
        (page, verb)
        for page in pages()
        for _, line, _ in lines(page)
        for verb in re.findall(r"python3 dev\.py ([a-z]+)", line)
    }
    assert {verb for _, verb in told} >= {"demo", "test", "docs"}
    assert [each for each in told if each[1] not in verbs] == []


def test_commands_are_found() -> None:
    assert len(list(commands())) > 60
    assert arguments("shadow-app receive a.shadow --undo       take it back") == ["receive", "a.shadow", "--undo"]
    assert arguments("printf 'x' | shadow-app note")[:1] == ["note"]
    assert Path("docs/guide/README.md") in pages()

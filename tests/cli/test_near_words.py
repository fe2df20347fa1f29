"""A mistyped command names the one that was meant; every command's help says what it does."""

from __future__ import annotations

import argparse

import pytest

from shadow_app.cli.parser import make_parser


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        make_parser().parse_args(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_a_near_word_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    assert "there is no “nota”: did you mean note?" in said(["nota", "x"], capsys)
    assert "did you mean list" in said(["visit", "lst"], capsys)
    assert "`shadow-app visit --help` lists them all." in said(["visit", "lst"], capsys)


def test_where_nothing_is_near_all_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert "one of new, list, show, start, finish, consent." in said(["visit", "zzz"], capsys)


@pytest.mark.parametrize("words", ["note --visit=-- x", "report priorities --out=--", "visit new --site=-- --role=r"])
def test_an_option_that_is_given_nothing_but_dashes_is_refused(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "expected one argument" in said(words.split(), capsys)


def commands(parser: argparse.ArgumentParser, name: str) -> list[tuple[str, argparse.ArgumentParser]]:
    found = [(name, parser)]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                found += commands(below, f"{name} {word}")
    return found


def test_every_command_and_every_argument_is_explained() -> None:
    silent = []
    for name, parser in commands(make_parser(), "shadow-app"):
        helped = parser.format_help()
        assert helped.startswith("usage: ")
        silent += [
            f"{name} {action.metavar or action.dest}"
            for action in parser._actions
            if action.help in (None, "") and not isinstance(action, argparse._SubParsersAction)
        ]
    assert silent == []

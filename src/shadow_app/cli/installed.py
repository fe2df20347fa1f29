"""What concerns the installed program and no store: is there a newer one, and the shell's completion."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from shadow_app.cli import output
from shadow_app.domain.language import say
from shadow_app.settings import Settings

SHELLS = ("bash", "zsh", "fish", "powershell")


def declare(commands: Any, command: Callable[..., argparse.ArgumentParser]) -> None:
    """Put the commands into the parser."""
    command(
        commands, "updates", say("say whether your administrator announces a newer version; fetches nothing"), json=True
    )
    completion = command(commands, "completion", say("print what makes a shell complete commands and options"))
    completion.add_argument("shell", choices=SHELLS, help=say("which shell is to complete"))


def run_installed(args: argparse.Namespace, settings: Settings, parser: argparse.ArgumentParser) -> int:
    """Run one of them; returns its exit code."""
    if args.command == "completion":
        output.say(completion(parser, args.shell))
        return 0
    from shadow_app.usecases.updates import Updates

    told = Updates(lambda: settings).look()
    if args.json:
        output.say_json({"there": told.there, "here": told.here, "newer": told.newer})
    else:
        output.say(told.words)
    return 0


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """The text that a shell reads; files are completed where a file is asked for."""
    import shtab

    _name_files(parser, shtab.FILE)
    return shtab.complete(parser, shell).rstrip("\n")


def _name_files(parser: argparse.ArgumentParser, files: Mapping[str, object]) -> None:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                _name_files(below, files)
        elif action.type is Path:
            action.complete = files  # type: ignore[attr-defined]

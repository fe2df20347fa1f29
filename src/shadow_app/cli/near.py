"""A mistyped word is answered with the one that was meant, not with the whole list."""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches
from typing import Any, NoReturn

from shadow_app.cli.own_words import Formatter, in_own_words
from shadow_app.domain.language import say


class NearParser(argparse.ArgumentParser):
    """Commands below it are parsers of the same kind."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"formatter_class": Formatter, **options})

    def error(self, message: str) -> NoReturn:
        """The usage and what is wrong, in the language that holds; ends with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, say("{program}: error: {message}", program=self.prog, message=in_own_words(message)) + "\n")

    def format_usage(self) -> str:
        """Argparse asks here without the heading of its own."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        # Argparse of Python 3.11 takes the “--” of `--out=--` for the end of the options and makes a list of nothing.
        if action.option_strings and action.nargs is None and arg_strings == ["--"]:
            raise argparse.ArgumentError(action, "expected one argument")
        return super()._get_values(action, arg_strings)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        # argparse asks here whether a word is one of those that may stand there; Python 3.14 can suggest by itself.
        choices = [str(each) for each in action.choices or ()]
        if action.choices is None or str(value) in choices:
            super()._check_value(action, value)
            return
        near = get_close_matches(str(value), choices, n=2, cutoff=0.6)
        known = ", ".join(choices)
        meant = say("did you mean {words}?", words=" / ".join(near)) if near else say("one of {words}.", words=known)
        asked = f"{self.prog} --help" if action.metavar in ("COMMAND", "WHAT") else ""
        more = " " + say("`{command}` lists them all.", command=asked) if near and asked else ""
        raise argparse.ArgumentError(action, say("there is no “{value}”: {meant}", value=value, meant=meant) + more)

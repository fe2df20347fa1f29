"""What `argparse` says by itself, in the language that holds: it asks `gettext` for a domain that nobody ships."""

from __future__ import annotations

import argparse
import re
from typing import Any

from shadow_app.domain.language import current, mark, say

OWN = (
    mark("usage: "),
    mark("options"),
    mark("positional arguments"),
    mark("show this help message and exit"),
    mark("show program's version number and exit"),
    mark("expected one argument"),
    mark("expected at most one argument"),
    mark("expected at least one argument"),
    mark("the following arguments are required: {names}"),
    mark("unrecognized arguments: {words}"),
    mark("argument {name}: {why}"),
    mark("not allowed with argument {name}"),
    mark("one of the arguments {names} is required"),
    mark("invalid {kind} value: {value}"),
    mark("ambiguous option: {option} could match {matches}"),
    mark("ignored explicit argument {value}"),
    mark("expected {count} argument"),
    mark("expected {count} arguments"),
)
"""As it writes them in Python 3.11, with names for what it fills in; a newer Python that words one of them differently
is told as it stands."""

_WHOLE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(expression, re.DOTALL), template)
    for expression, template in (
        (r"the following arguments are required: (?P<names>.*)", OWN[8]),
        (r"unrecognized arguments: (?P<words>.*)", OWN[9]),
        (r"not allowed with argument (?P<name>.*)", OWN[11]),
        (r"one of the arguments (?P<names>.*) is required", OWN[12]),
        (r"invalid (?P<kind>\S+) value: (?P<value>.*)", OWN[13]),
        (r"ambiguous option: (?P<option>\S+) could match (?P<matches>.*)", OWN[14]),
        (r"ignored explicit argument (?P<value>.*)", OWN[15]),
        (r"expected (?P<count>\d+) argument", OWN[16]),
        (r"expected (?P<count>\d+) arguments", OWN[17]),
    )
)
_ABOUT = re.compile(r"argument (?P<name>[^:]+): (?P<why>.*)", re.DOTALL)


def in_own_words(message: str) -> str:
    """A refusal of the parser as a person is told it."""
    if current().english:
        return message
    if match := _ABOUT.fullmatch(message):
        return say(OWN[10], name=match["name"], why=in_own_words(match["why"]))
    for pattern, template in _WHOLE:
        if match := pattern.fullmatch(message):
            return say(template, **match.groupdict())
    return say(message)


class Formatter(argparse.HelpFormatter):
    """Help whose headings are in the language."""

    def start_section(self, heading: str | None) -> None:
        """`options`, `positional arguments`, and the program's own headings, which are said already."""
        super().start_section(say(heading) if heading else heading)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line of usage."""
        super().add_usage(usage, actions, groups, say(OWN[0]) if prefix is None else prefix)

    def add_argument(self, action: argparse.Action) -> None:
        """What an option does; two of them are argparse's own."""
        if action.help in OWN:
            action.help = say(action.help)
        super().add_argument(action)


class RawFormatter(Formatter, argparse.RawDescriptionHelpFormatter):
    """The same, with descriptions as they stand."""

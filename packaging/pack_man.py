"""The manual page, from the parser itself, so that it says what the program understands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import datetime, timezone

from pack_project import NAME, ROOT, SUMMARY, epoch, version

_FILES = (
    ("~/.config/shadow-app/settings.json", "Who you are, where the store is, the look."),
    ("~/.local/share/shadow-app/", "The encrypted store, its key file, its backups and the log."),
    ("/etc/xdg/shadow-app/policy.json", "What an administrator decides for everybody on this computer."),
)
_ENVIRONMENT = (
    ("SHADOW_HOME", "One folder for settings and store, instead of the usual places."),
    ("SHADOW_PASSPHRASE", "The store's passphrase, for use without a terminal."),
    ("SHADOW_RECOVERY_CODE", "The store's recovery code, for putting back a backup without a terminal."),
)


def shadow_parser() -> argparse.ArgumentParser:
    """The program's own parser."""
    source = str(ROOT / "src")
    if source not in sys.path:
        sys.path.insert(0, source)
    from shadow_app.cli.parser import make_parser

    return make_parser()


def man_page(parser: argparse.ArgumentParser | None = None) -> str:
    """The page as roff, for section 1."""
    parser = parser or shadow_parser()
    day = datetime.fromtimestamp(epoch(), timezone.utc)
    lines = [
        f'.TH {NAME.upper()} 1 "{day:%Y-%m-%d}" "Shadow {version()}" "User Commands"',
        ".SH NAME",
        f"{NAME} \\- {_roff(SUMMARY)}",
        ".SH SYNOPSIS",
        f".B {_roff(NAME)}",
        "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR [\\fIARGUMENTS\\fR]]",
        ".SH DESCRIPTION",
        _text(parser.description or ""),
        ".SH OPTIONS",
        *_options(parser),
        ".SH COMMANDS",
    ]
    for words, command in _commands(parser, (NAME,)):
        lines += [f".SS {_roff(' '.join(words[1:]))}", _text(command.description or ""), *_options(command)]
    lines.append(".SH EXIT STATUS")
    for code, means in ((0, "All is well."), (1, "Something is in the way; a sentence says what."),
                        (2, "The words were not understood."), (70, "The mistake is the program's.")):  # fmt: skip
        lines += [".TP", f".B {code}", means]
    for title, entries in (("FILES", _FILES), ("ENVIRONMENT", _ENVIRONMENT)):
        lines.append(f".SH {title}")
        for name, means in entries:
            lines += [".TP", f".I {_roff(name)}", _text(means)]
    lines += [".SH SEE ALSO", _text(f"The guide in /usr/share/doc/{NAME}/guide.")]
    return "\n".join(lines) + "\n"


def _commands(
    parser: argparse.ArgumentParser, words: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                below = (*words, name)
                if not any(isinstance(each, argparse._SubParsersAction) for each in command._actions):
                    yield below, command
                yield from _commands(command, below)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction | argparse._HelpAction):
            continue
        metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
        if action.choices:
            metavar = "{" + ",".join(map(str, action.choices)) + "}"
        value = "" if action.nargs == 0 else f" \\fI{_roff(metavar)}\\fR"
        names = ", ".join(f"\\fB{_roff(each)}\\fR" for each in action.option_strings)
        help_words = (action.help or "").replace("%(default)s", str(action.default))
        yield from (".TP", f"{names}{value}" if names else value.strip(), _text(help_words or "See above."))


def _text(words: str) -> str:
    """A line of text, which must not begin with what roff takes for a request."""
    text = _roff(words)
    return f"\\&{text}" if text.startswith((".", "'")) else text


def _roff(words: str) -> str:
    return words.replace("\\", "\\e").replace("-", "\\-")

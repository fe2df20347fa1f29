"""Take a command line, find the door, and say what is in the way.

The store and what hangs on it are imported only when a command needs them: the window is painted before.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path

from shadow_app import settings as own_settings
from shadow_app.cli import output
from shadow_app.cli.parser import make_parser
from shadow_app.diagnosis import CodeName, LogFile, start_log
from shadow_app.domain.errors import Trouble
from shadow_app.domain.language import VARIABLE, say, settled
from shadow_app.domain.system_words import system_words
from shadow_app.domain.visible import visible
from shadow_app.settings import Settings

ShowWindow = Callable[[Settings, Path | None, bool, Path | None], int]
"""(settings, store asked for, demo?, a file to look into) → exit code."""

FAILED = 1
INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""
OUR_MISTAKE = 70
"""EX_SOFTWARE, as sysexits.h has it."""

_log = logging.getLogger("shadow_app.cli")


def run(arguments: Sequence[str], show_window: ShowWindow) -> int:
    """Run one command.

    Args:
        arguments: without the program's name.
        show_window: opens the window; handed in because the two doors do not know each other.

    Returns:
        0, 1 where something of the person's world is in the way, 2 where the words are not understood, 70 where the
        mistake is the program's.
    """
    loaded = own_settings.load(own_settings.settings_path())
    with settled(_asked(arguments), os.environ.get(VARIABLE, ""), loaded.settings.language):
        return _run(arguments, loaded, show_window)


def _asked(arguments: Sequence[str]) -> str:
    """The language on the command line, read before everything else: the help is to be in it as well."""
    for word, after in zip_longest(arguments, arguments[1:], fillvalue=""):
        if word.startswith("--language"):
            return word.partition("=")[2] or after
    return ""


def _run(arguments: Sequence[str], loaded: own_settings.Loaded, show_window: ShowWindow) -> int:
    args = make_parser().parse_args(arguments)
    output.be_ready()
    if loaded.warning:
        output.warn(loaded.warning)
    log, began = start_log(), time.perf_counter()
    try:
        code = _dispatch(args, loaded.settings, show_window)
        output.finish()
    except Trouble as trouble:
        _log.info("refused: %s", type(trouble))
        output.warn(str(trouble))
        code = FAILED
    except OSError as error:
        code = FAILED
        where = f"{error.filename}: " if error.filename else ""
        output.warn(
            say(
                "The system says no ({where}{strerror}). What was saved is safe.",
                where=where,
                strerror=system_words(error),
            )
        )
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001
        unfit = _unfit(error) or _no_text(error, arguments)
        code = FAILED if unfit else OUR_MISTAKE
        _log.error("not caught: %s", type(error))
        output.warn(unfit or _our_mistake(error, log))
    _log.info("%s ended with %s after %s s", CodeName(args.command or "window"), code, time.perf_counter() - began)
    return code


def _unfit(error: Exception) -> str:
    """What a record says of a value that it cannot hold; imported only now, the first frame must not wait for it."""
    from pydantic import ValidationError

    from shadow_app.domain.unfit import refusal

    return str(refusal(error)) if isinstance(error, ValidationError) else ""


def _no_text(error: Exception, arguments: Sequence[str]) -> str:
    """What is said where a word of the command is no text, so that nothing in the store can be called so."""
    if not isinstance(error, UnicodeEncodeError) or error.object not in arguments:
        return ""
    word = visible(error.object)
    return say("“{word}” is no text, so nothing is called so; type it anew. Nothing was changed.", word=word)


def _our_mistake(error: Exception, log: LogFile) -> str:
    """Write down what is needed to find it, and say where."""
    from shadow_app.diagnosis import our_mistake, report_on, write_report

    return our_mistake(error, write_report(log.folder, report_on(error, tuple(log.recent))))


def _dispatch(args: argparse.Namespace, settings: Settings, show_window: ShowWindow) -> int:
    match args.command:
        case None:
            return show_window(settings, args.store, False, args.open)
        case "demo":
            if args.headless or not _has_display():
                from shadow_app.cli.demo import run_demo

                return run_demo(args.out)
            return show_window(settings, None, True, None)
        case "completion" | "updates":
            from shadow_app.cli.installed import run_installed

            return run_installed(args, settings, make_parser())
        case _:
            from shadow_app.cli.opened import run_on_store

            return run_on_store(args, settings)


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

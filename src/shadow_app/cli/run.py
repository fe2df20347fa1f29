"""Take a command line, open what it needs, do it, and say what came of it."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from traceback import extract_tb

from pydantic import ValidationError

from shadow_app import settings as own_settings
from shadow_app.bootstrap import Shadow, create_store, introduce, is_there, open_shadow, store_path
from shadow_app.cli import output
from shadow_app.cli.commands import COMMANDS, Arguments
from shadow_app.cli.parser import make_parser
from shadow_app.domain.errors import Trouble, WrongKey
from shadow_app.domain.unfit import refusal
from shadow_app.insight.quick_entry import visible
from shadow_app.settings import Settings

ShowWindow = Callable[[Settings, Path | None, bool], int]
"""(settings, store asked for, demo?) → exit code."""

PASSPHRASE = "SHADOW_PASSPHRASE"
INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""


def run(arguments: Sequence[str], show_window: ShowWindow) -> int:
    """Run one command.

    Args:
        arguments: without the program's name.
        show_window: opens the window; handed in because the two doors do not know each other.

    Returns:
        0, 1 where something of the person's world is in the way, 2 where the words are not understood.
    """
    args = make_parser().parse_args(arguments)
    output.be_ready()
    try:
        code = _dispatch(args, _settings(), show_window)
        output.finish()
        return code
    except Trouble as trouble:
        output.warn(str(trouble))
    except ValidationError as error:
        output.warn(str(refusal(error)))
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        output.warn(f"The system says no ({where}{error.strerror or error}). What was saved is safe.")
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001
        output.warn(_our_mistake(error))
    return 1


def _our_mistake(error: Exception) -> str:
    """Never the error's own words: they may hold what somebody wrote."""
    last = extract_tb(error.__traceback__)[-1]
    return (
        f"Something went wrong inside the program ({type(error).__name__} in {Path(last.filename).name}, line "
        f"{last.lineno}). What was saved is safe. If it happens again, please report what you did."
    )


def _settings() -> Settings:
    loaded = own_settings.load(own_settings.settings_path())
    if loaded.warning:
        output.warn(loaded.warning)
    return loaded.settings


def _dispatch(args: Arguments, settings: Settings, show_window: ShowWindow) -> int:
    match args.command:
        case None:
            return show_window(settings, args.store, False)
        case "demo":
            if args.headless or not _has_display():
                from shadow_app.cli.demo import run_demo

                return run_demo(args.out)
            return show_window(settings, None, True)
        case "init":
            return _init(args, settings)
        case "doctor":
            from shadow_app.cli.doctor import run_doctor

            return run_doctor(store_path(settings, args.store), settings, as_json=args.json, full=args.full)
        case command:
            with closing(_opened(args, settings)) as shadow:
                return COMMANDS[command](shadow, args)


def _opened(args: Arguments, settings: Settings) -> Shadow:
    path = store_path(settings, args.store)
    if not is_there(path):
        _create(path, use_keyring=True)
    try:
        return open_shadow(settings, path)
    except WrongKey:
        if not sys.stdin.isatty():
            raise
        return open_shadow(settings, path, passphrase=getpass.getpass("Passphrase of the store: "))


def _create(path: Path, *, use_keyring: bool) -> None:
    """The first command makes the store, so that the first note needs nothing before it."""
    passphrase = os.environ.get(PASSPHRASE)
    if passphrase is None and sys.stdin.isatty():
        passphrase = getpass.getpass("Choose a passphrase for your new store: ") or None
    code = create_store(path, passphrase=passphrase, use_keyring=use_keyring)
    output.warn(f"Your store was made at {path}.")
    if code:
        output.warn(f"Recovery code, shown only now; write it down and keep it apart from this computer: {code}")


def _init(args: Arguments, settings: Settings) -> int:
    path = store_path(settings, args.store)
    # Before a store is made for somebody who cannot be named like this.
    named = settings.edited(name=_plain(args.name) or settings.name, team=_plain(args.team) or settings.team)
    if not is_there(path):
        _create(path, use_keyring=not args.no_keyring)
    with closing(open_shadow(named, path)) as shadow:
        kept = introduce(shadow, named)
    own_settings.save(own_settings.settings_path(), kept)
    output.say(f"Ready. The store is {path}{', and you are ' + kept.name if kept.name else ''}.")
    return 0


def _plain(name: str) -> str:
    return visible(" ".join(name.split()))


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

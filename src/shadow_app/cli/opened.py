"""Open the store that a command works on; make it when it is the first command."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from shadow_app import settings as own_settings
from shadow_app.bootstrap import Shadow, create_store, introduce, is_there, store_path
from shadow_app.cli import hub, output
from shadow_app.cli.asking import choose_passphrase, open_asking
from shadow_app.cli.backup import run_backup
from shadow_app.cli.commands import COMMANDS
from shadow_app.cli.doctor import run_doctor
from shadow_app.cli.folder import WITHOUT_STORE
from shadow_app.cli.keys import run_keys
from shadow_app.domain.errors import NotFound, Trouble
from shadow_app.domain.language import say
from shadow_app.insight.quick_entry import visible
from shadow_app.settings import Settings

_BRINGS = frozenset({"note", "import", "receive", "folder", "hub", "team"})
"""Commands before which nobody need have made a store."""


def run_on_store(args: argparse.Namespace, settings: Settings) -> int:
    """Run a command that needs a store; returns its exit code."""
    match args.command:
        case "init":
            return _init(args, settings)
        case "doctor":
            path = store_path(settings, args.store)
            return run_doctor(path, settings, as_json=args.json, full=args.full, noted=args.noted)
        case "folder" if args.what in WITHOUT_STORE:
            return WITHOUT_STORE[args.what](args)
        case "hub" if args.what in hub.WITHOUT_STORE:
            return hub.run_without_store(args)
        case "backup":
            return run_backup(store_path(settings, args.store), settings, args)
        case "keys":
            return run_keys(store_path(settings, args.store), settings, args)
        case command:
            with closing(_opened(args, settings)) as shadow:
                code = COMMANDS[command](shadow, args)
                _look_after(shadow)
                return code


def _look_after(shadow: Shadow) -> None:
    """What was done is done: that backups cannot be made is said beside it."""
    try:
        shadow.backups.tend()
        warning = shadow.backups.warning()
    except Trouble as trouble:
        warning = str(trouble)
    if warning:
        output.warn(warning)


def _opened(args: argparse.Namespace, settings: Settings) -> Shadow:
    path = store_path(settings, args.store)
    if is_there(path):
        return open_asking(settings, path)
    if args.command not in _BRINGS and (args.command, getattr(args, "what", "")) != ("visit", "new"):
        # Whoever mistypes a path would read that there is nothing, and believe that everything is lost.
        raise NotFound(say("There is no store at {path} yet; `shadow-app init --name NAME` makes one.", path=path))
    return open_asking(settings, path, _create(path, use_keyring=True))


def _create(path: Path, *, use_keyring: bool) -> str | None:
    """Make the store with the first command that brings something; returns the passphrase."""
    passphrase = choose_passphrase()
    code = create_store(path, passphrase=passphrase, use_keyring=use_keyring)
    output.warn(say("Your store was made at {path}.", path=path))
    if code:
        output.warn(
            say("Recovery code, shown only now; write it down and keep it apart from this computer: {code}", code=code)
        )
    return passphrase


def _init(args: argparse.Namespace, settings: Settings) -> int:
    path = store_path(settings, args.store)
    # Before a store is made for somebody who cannot be named like this.
    named = settings.edited(name=_plain(args.name) or settings.name, team=_plain(args.team) or settings.team)
    passphrase = None if is_there(path) else _create(path, use_keyring=not args.no_keyring)
    with closing(open_asking(named, path, passphrase)) as shadow:
        kept = introduce(shadow, named)
    own_settings.save(own_settings.settings_path(), kept)
    output.say(
        say(
            "Ready. The store is {path}{value}.",
            path=path,
            value=say(", and you are ") + kept.name if kept.name else "",
        )
    )
    return 0


def _plain(name: str) -> str:
    return visible(" ".join(name.split()))

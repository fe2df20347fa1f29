"""What opens the store, on the command line: passphrase, recovery code, the team's recovery key, another key."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from shadow_app.cli import output
from shadow_app.cli.backup import RECOVERY_CODE
from shadow_app.domain.errors import NotFound, Refused, WrongKey
from shadow_app.domain.language import mark, say
from shadow_app.settings import Settings
from shadow_app.storage.backups import default_folder
from shadow_app.storage.keyfile import key_path
from shadow_app.usecases.key_care import KeyCare, make_team_key, open_team_key

T = TypeVar("T")

PASSPHRASE, NEW_PASSPHRASE, TEAM_PASSPHRASE = "SHADOW_PASSPHRASE", "SHADOW_NEW_PASSPHRASE", "SHADOW_TEAM_PASSPHRASE"
_ONCE = mark("Recovery code, shown only now; write it down and keep it apart from this computer: ")


def run_keys(path: Path, settings: Settings, args: argparse.Namespace) -> int:
    """Run one of the commands; returns its exit code."""
    if args.what == "make-team-key":
        return _make_team_key(args)
    if not key_path(path).exists():
        raise NotFound(say("There is no key file of {path}, so nothing can be said or changed about it.", path=path))
    care = KeyCare(
        path,
        settings.backup_folder or default_folder(path),
        passphrase=os.environ.get(PASSPHRASE),
        recovery_code=os.environ.get(RECOVERY_CODE),
    )
    match args.what:
        case "list":
            _list(care, as_json=args.json)
        case "passphrase":
            _passphrase(care, args)
        case "recovery-code":
            _recovery_code(care, args)
        case "team-key":
            _team_key(care, args)
        case _:
            _rekey(care)
    return 0


def _list(care: KeyCare, *, as_json: bool) -> None:
    if as_json:
        output.say_json(list(care.words()))
        return
    for line in care.words():
        output.say(line)


def _passphrase(care: KeyCare, args: argparse.Namespace) -> None:
    if args.team_key is not None:
        private = open_team_key(args.team_key, _asked(TEAM_PASSPHRASE, say("Passphrase of the team's recovery key: ")))
        care = replace(care, passphrase=None, recovery_code=None, team_key=private)
    elif care.passphrase is None and care.recovery_code is None:
        care = replace(care, passphrase=_asked(PASSPHRASE, say("Passphrase of the store: ")))
    care.set_passphrase(_chosen(say("New passphrase: ")))
    output.say(say("The new passphrase opens the store and its backups; the old one opens nothing any more."))


def _recovery_code(care: KeyCare, args: argparse.Namespace) -> None:
    if args.remove:
        _opened(care, KeyCare.remove_recovery_code)
        output.say(say("No recovery code opens the store any more."))
    else:
        code = _opened(care, KeyCare.new_recovery_code)
        output.say(f"{say(_ONCE)}{code}")


def _team_key(care: KeyCare, args: argparse.Namespace) -> None:
    if args.remove == bool(args.key):
        raise Refused(say("Say either the team's recovery key, a word that your lead gives you, or --remove."))
    if args.remove:
        _opened(care, KeyCare.remove_team_key)
        output.say(say("The team's recovery key opens the store no more."))
    else:
        mark = _opened(care, lambda able: able.add_team_key(args.key))
        output.say(
            say("The team's recovery key {mark} opens the store; compare these digits with your lead's.", mark=mark)
        )


def _rekey(care: KeyCare) -> None:
    if care.passphrase is None:
        care = replace(care, passphrase=_asked(PASSPHRASE, say("Passphrase of the store: ")))
    done = care.rekey()
    output.say(
        say(
            "The store has another key, and so {backups:!|has|have} {backups:|backup|backups}. "
            "The passphrase is the same.",
            backups=done.backups,
        )
    )
    for sentence in done.words:
        output.say(sentence)
    if done.recovery_code:
        output.say(f"{say(_ONCE)}{done.recovery_code}")


def _make_team_key(args: argparse.Namespace) -> int:
    word, mark = make_team_key(args.file, _chosen(say("Passphrase for the team's recovery key: ")))
    output.say(
        say(
            "{file} is the team's recovery key; keep it and its passphrase where you keep the keys of the house.",
            file=args.file,
        )
    )
    output.say(say("Everybody runs: shadow-app keys team-key {word}", word=word))
    output.say(say("It then shows these digits: {mark}", mark=mark))
    return 0


def _opened(care: KeyCare, verb: Callable[[KeyCare], T]) -> T:
    """Do it with the keyring or what the environment gives, else ask for the passphrase where somebody sits."""
    try:
        return verb(care)
    except WrongKey:
        if not sys.stdin.isatty():
            raise
        return verb(replace(care, passphrase=getpass.getpass(say("Passphrase of the store: "))))


def _asked(variable: str, question: str) -> str:
    given = os.environ.get(variable)
    if given is None and sys.stdin.isatty():
        given = getpass.getpass(question)
    if not given:
        raise Refused(
            say("There is no passphrase: type one, or set {variable} where there is no terminal.", variable=variable)
        )
    return given


def _chosen(question: str) -> str:
    given = os.environ.get(NEW_PASSPHRASE)
    if given is not None or not sys.stdin.isatty():
        return _asked(NEW_PASSPHRASE, question)
    first = getpass.getpass(question)
    if first != getpass.getpass(say("Once more: ")):
        raise Refused(say("The two passphrases differ; nothing was changed."))
    return first

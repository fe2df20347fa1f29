"""Asking for the passphrase of a store where somebody sits at the terminal."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from shadow_app.bootstrap import Shadow, open_shadow
from shadow_app.domain.errors import Refused, WrongKey
from shadow_app.domain.language import say
from shadow_app.settings import Settings

PASSPHRASE = "SHADOW_PASSPHRASE"


def open_asking(settings: Settings, path: Path, passphrase: str | None = None) -> Shadow:
    """Open the store with what was given, the keyring or the environment, else with what somebody types.

    Raises:
        WrongKey: nothing opens it, and nobody sits there.
    """
    try:
        return open_shadow(settings, path, passphrase=passphrase)
    except WrongKey:
        if not sys.stdin.isatty():
            raise
        return open_shadow(settings, path, passphrase=getpass.getpass(say("Passphrase of the store: ")))


def choose_passphrase() -> str | None:
    """For a new store: the environment's, or what somebody types twice; None where neither is.

    Raises:
        Refused: the two differ. Nothing was made: whoever mistypes once would be locked out from the first day.
    """
    given = os.environ.get(PASSPHRASE)
    if given is not None or not sys.stdin.isatty():
        return given
    first = getpass.getpass(say("Choose a passphrase for your new store: "))
    if first and first != getpass.getpass(say("Once more: ")):
        raise Refused(say("The two passphrases differ; nothing was changed."))
    return first or None

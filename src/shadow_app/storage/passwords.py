"""Passwords of remote folders, kept by the system's keyring and nowhere else."""

from __future__ import annotations

from contextlib import suppress

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.storage.wraps import SERVICE, Keychain, real_keyring


def remembered(place: str, chain: Keychain | None = None) -> str | None:
    """The password of a place; None if none is kept, or the keyring is locked or none.

    Args:
        place: the address without its password.
        chain: the keyring; the system's, if not said.
    """
    chain = chain or real_keyring()
    if chain is not None:
        with suppress(Exception):  # as in real_keyring
            return chain.get_password(SERVICE, f"folder {place}") or None
    return None


def remember(place: str, password: str, chain: Keychain | None = None) -> None:
    """Keep a password.

    Raises:
        Refused: nothing here keeps it in secret.
    """
    chain = chain or real_keyring()
    if chain is not None:
        with suppress(Exception):  # as in real_keyring
            chain.set_password(SERVICE, f"folder {place}", password)
    if remembered(place, chain) != password:
        raise Refused(
            say("This computer has no keyring that keeps the password in secret: set SHADOW_FOLDER_PASSWORD instead.")
        )


def forget(place: str, chain: Keychain | None = None) -> None:
    """Take a password out of the keyring, if it is there."""
    chain = chain or real_keyring()
    if chain is not None:
        with suppress(Exception):  # as in real_keyring
            chain.delete_password(SERVICE, f"folder {place}")

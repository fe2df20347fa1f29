"""A hand-over file that not everybody can open: sealed to a passphrase, to the keys of chosen devices, or to both."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from uuid import UUID, uuid4

from pydantic import ValidationError

from shadow_app.domain.errors import ImportTrouble, Refused, Sealed
from shadow_app.domain.language import say
from shadow_app.storage import keys
from shadow_app.storage.keys import SHORTEST_PASSPHRASE
from shadow_app.storage.wraps import KEY_BYTES, PassphraseWrap
from shadow_app.sync.recipients import MOST_RECIPIENTS, boxes, key_for


def check(passphrase: str | None, recipients: Sequence[str]) -> None:
    """Whether a file can be sealed so, before anything is packed.

    Raises:
        Refused: the passphrase is too short, or there are too many recipients.
    """
    if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
        raise Refused(
            say(
                "The passphrase has fewer than {shortest_passphrase:|character|characters}: choose a longer one.",
                shortest_passphrase=SHORTEST_PASSPHRASE,
            )
        )
    if len(recipients) >= MOST_RECIPIENTS:
        raise Refused(
            say(
                "A file is sealed to {most_recipients:|device|devices} at most: use a passphrase for so many.",
                most_recipients=MOST_RECIPIENTS - 1,
            )
        )


def lock_and_key(passphrase: str | None, recipients: Sequence[str]) -> tuple[bytes, bytes]:
    """A key for one file, and the lock that gives it to whoever knows the passphrase or is a recipient.

    Args:
        passphrase: or None.
        recipients: public keys to seal to, in hex.
    """
    own, key = uuid4(), secrets.token_bytes(KEY_BYTES)
    lock: dict[str, object] = {"file": str(own)}
    if passphrase is not None:
        wrap = keys.lock_of(keys.USUAL)
        lock["wrap"] = json.loads(wrap.around(key, wrap.secret(passphrase), own).model_dump_json())
    if recipients:
        lock |= boxes(key, own, recipients)
    return json.dumps(lock, sort_keys=True).encode(), key


def key_in(told: bytes, seed: bytes, passphrase: str | None, what: str) -> bytes:
    """The key of a sealed file.

    Args:
        told: its lock as it was found; anything may be in it.
        seed: this device's signing key.
        passphrase: or None.
        what: how the sentences call it.

    Raises:
        Sealed: the passphrase is missing or wrong, or it was changed.
        ImportTrouble: it is not for this device.
    """
    try:
        lock = json.loads(told)
        file = UUID(lock["file"])
        key = key_for(seed, file, lock) if "boxes" in lock else None
        if key is None:
            _ask_for(lock, passphrase, what)
            wrap = PassphraseWrap.model_validate_json(json.dumps(lock["wrap"]))
            key = wrap.opened(wrap.secret(passphrase or ""), file)
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError, AttributeError):
        raise does_not_open(what) from None
    if key is None:
        raise does_not_open(what)
    return key


def does_not_open(what: str) -> Sealed:
    """What is said of a sealed file that stays shut."""
    return Sealed(say("The passphrase does not open {what}, or the file was changed. Nothing was taken.", what=what))


def _ask_for(lock: dict[str, object], passphrase: str | None, what: str) -> None:
    if "wrap" not in lock and "boxes" in lock:
        raise ImportTrouble(
            say(
                "{what} is sealed to other laptops and not to this one. Nothing was taken; ask whoever "
                "packed it to name this laptop, too.",
                what=what,
            )
        )
    if passphrase is None:
        raise Sealed(say("{what} is sealed: give its passphrase.", what=what))

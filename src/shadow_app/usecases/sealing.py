"""A hand-over file that not everybody can open: sealed to a passphrase, to the keys of chosen devices, or to both."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from uuid import UUID, uuid4

from pydantic import ValidationError

from shadow_app.domain.errors import ImportTrouble, Refused
from shadow_app.storage.wraps import KEY_BYTES, PassphraseWrap
from shadow_app.sync import handover
from shadow_app.sync.recipients import MOST_RECIPIENTS, boxes, key_for

SHORTEST_PASSPHRASE = 8


def check(passphrase: str | None, recipients: Sequence[str]) -> None:
    """Whether a file can be sealed so, before anything is packed.

    Raises:
        Refused: the passphrase is too short, or there are too many recipients.
    """
    if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
        raise Refused(f"The passphrase has fewer than {SHORTEST_PASSPHRASE} characters: choose a longer one.")
    if len(recipients) >= MOST_RECIPIENTS:
        raise Refused(f"A file is sealed to {MOST_RECIPIENTS - 1} devices at most: use a passphrase for so many.")


def sealed(data: bytes, passphrase: str | None, recipients: Sequence[str]) -> bytes:
    """The file under a key of its own, which the lock gives to whoever knows the passphrase or is a recipient.

    Args:
        data: the open file.
        passphrase: or None.
        recipients: public keys to seal to, in hex.
    """
    own, key = uuid4(), secrets.token_bytes(KEY_BYTES)
    lock: dict[str, object] = {"file": str(own)}
    if passphrase is not None:
        wrap = PassphraseWrap()
        lock["wrap"] = json.loads(wrap.around(key, wrap.secret(passphrase), own).model_dump_json())
    if recipients:
        lock |= boxes(key, own, recipients)
    return handover.seal(data, key, json.dumps(lock, sort_keys=True).encode())


def unsealed(data: bytes, seed: bytes, passphrase: str | None, what: str) -> bytes:
    """The open file.

    Args:
        data: as it was found; anything may be in its lock.
        seed: this device's signing key.
        passphrase: or None.
        what: how the sentences call it.

    Raises:
        ImportTrouble: it is not for this device, the passphrase is missing or wrong, or it was changed.
    """
    damaged = ImportTrouble(f"The passphrase does not open {what}, or the file was changed. Nothing was taken.")
    try:
        lock = json.loads(handover.lock_of(data) or b"")
        file = UUID(lock["file"])
        key = key_for(seed, file, lock) if "boxes" in lock else None
        if key is None:
            _ask_for(lock, passphrase, what)
            wrap = PassphraseWrap.model_validate_json(json.dumps(lock["wrap"]))
            key = wrap.opened(wrap.secret(passphrase or ""), file)
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError, AttributeError):
        raise damaged from None
    opened = None if key is None else handover.opened(data, key)
    if opened is None:
        raise damaged
    return opened


def _ask_for(lock: dict[str, object], passphrase: str | None, what: str) -> None:
    if "wrap" not in lock and "boxes" in lock:
        raise ImportTrouble(
            f"{what} is sealed to other laptops and not to this one. Nothing was taken; ask whoever packed it to name "
            "this laptop, too."
        )
    if passphrase is None:
        raise ImportTrouble(f"{what} is sealed: give its passphrase.")

"""Seals: the signature of one change that only a lead may write, so that it holds whoever passes it on.

Ed25519 (RFC 8032) over the change's content as JSON with sorted keys. The number is left out, and the device is covered
as the end of the change's id: a change that was set apart because of a fork has another number and goes on counting.
"""

from __future__ import annotations

import json
import secrets
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from shadow_app.domain.change import Change

SEED_BYTES = 32
_KEY_DIGITS = 64


class Signer:
    """A device's signing key; it lies in the encrypted store and never leaves it."""

    def __init__(self, seed: bytes) -> None:
        self.seed = seed

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def public_key(self) -> str:
        """What others know the device by, in hex."""
        return self._private.public_key().public_bytes_raw().hex()

    def seal(self, change: Change) -> Change:
        """The same change with this device's seal."""
        return change.model_copy(update={"seal": self.public_key + self._private.sign(_content(change)).hex()})


def new_seed() -> bytes:
    """A new device's key: any 32 bytes are one."""
    return secrets.token_bytes(SEED_BYTES)


def signer_of(seal: str) -> str:
    """The public key of a seal."""
    return seal[:_KEY_DIGITS]


def is_sound(change: Change) -> bool:
    """Whether a change's seal is really the signature of what it says; whose key may do so is another question."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signer_of(change.seal)))
        key.verify(bytes.fromhex(change.seal[_KEY_DIGITS:]), _content(change))
    except (InvalidSignature, ValueError):
        return False
    return True


def _content(change: Change) -> bytes:
    told = [
        "shadow seal 1",
        str(change.scope),
        change.cid,
        change.op,
        change.kind,
        str(change.record_id),
        change.data,
        change.replaces,
        change.author,
        str(change.action),
        None if change.undoes is None else str(change.undoes),
    ]
    return json.dumps(told, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()

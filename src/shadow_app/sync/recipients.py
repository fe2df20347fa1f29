"""Sealing a file's key to chosen devices (X25519, RFC 7748; HKDF, RFC 5869; AES-256-GCM).

One key pair is made for the file and thrown away. With it and a recipient's public key a secret is worked out that only
the recipient can work out as well; under it lies the file's key. Nothing says who the recipients are: whoever wants to
open the file tries all of them.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MOST_RECIPIENTS = 48
"""As many as fit into the lock of a hand-over file."""

_BYTES = 32
_NONCE = bytes(12)
"""Each secret seals one thing only, so the nonce need not differ."""


def box_key(seed: bytes) -> str:
    """What others seal to for a device, in hex: worked out from its signing key, so that there is no more to keep."""
    return _public(_private(seed)).hex()


def boxes(key: bytes, file: UUID, recipients: Sequence[str]) -> dict[str, object]:
    """What of a lock only the recipients can use: the file's public key and, for each of them, the file's key."""
    own = X25519PrivateKey.generate()
    sealed = []
    for recipient in recipients:
        other = bytes.fromhex(recipient)
        secret = _secret(own.exchange(X25519PublicKey.from_public_bytes(other)), file, _public(own), other)
        sealed.append(base64.b64encode(AESGCM(secret).encrypt(_NONCE, key, None)).decode())
    return {"from": _public(own).hex(), "boxes": sealed}


def key_for(seed: bytes, file: UUID, told: object) -> bytes | None:
    """The file's key, if it was sealed to this device.

    Args:
        seed: the device's signing key.
        file: the file's id.
        told: what the lock holds; it must be doubted.
    """
    match told:
        case {"from": str(sender), "boxes": list(sealed)} if len(sealed) <= MOST_RECIPIENTS:
            pass
        case _:
            return None
    own = _private(seed)
    try:
        other = bytes.fromhex(sender)
        secret = _secret(own.exchange(X25519PublicKey.from_public_bytes(other)), file, other, _public(own))
    except ValueError:
        return None
    for each in sealed:
        try:
            return AESGCM(secret).decrypt(_NONCE, base64.b64decode(each), None)
        except (InvalidTag, ValueError, TypeError):
            continue
    return None


def _private(seed: bytes) -> X25519PrivateKey:
    return X25519PrivateKey.from_private_bytes(HKDF(SHA256(), _BYTES, None, b"shadow box 1").derive(seed))


def _public(key: X25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


def _secret(shared: bytes, file: UUID, sender: bytes, recipient: bytes) -> bytes:
    return HKDF(SHA256(), _BYTES, None, b"shadow file 1" + file.bytes + sender + recipient).derive(shared)

"""The key to which files are sealed for a device (X25519), worked out from its signing key: nothing more to keep."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_BYTES = 32


def box_private(seed: bytes) -> X25519PrivateKey:
    """The private half, from 32 bytes of signing key."""
    return X25519PrivateKey.from_private_bytes(HKDF(SHA256(), _BYTES, None, b"shadow box 1").derive(seed))


def box_key(seed: bytes) -> str:
    """The public half, in hex."""
    return box_private(seed).public_key().public_bytes_raw().hex()

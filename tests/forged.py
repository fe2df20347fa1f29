"""Segments and hand-over files that somebody hostile could make: any lines, any claims, a signature that holds."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from shadow_app.domain.change import Change
from shadow_app.domain.record import TEAM
from shadow_app.sync.segment import FIELDS, encode, public_key

DEVICE = "b" * 16
NOW = datetime(2026, 11, 12, tzinfo=timezone.utc)


def line_of(change: Change, **other: Any) -> bytes:
    """A change as a segment holds it, with some of its fields replaced."""
    told = change.model_dump(mode="json") | other
    return json.dumps([told[name] for name in FIELDS], ensure_ascii=False, separators=(",", ":")).encode()


def signed_file(path: Path, lines: Iterable[bytes], key: bytes, *, packed: bytes | None = None, **claims: Any) -> Path:
    """A hand-over file of any lines, signed; `packed` and `claims` take the place of what would be true."""
    body = b"".join(line + b"\n" for line in lines)
    inside = zlib.compress(body) if packed is None else packed
    good = encode([], key=key, team=TEAM, device=DEVICE, person="Bob", made_at=NOW)
    envelope = json.loads(good[12 : 12 + int.from_bytes(good[8:12], "big")])
    envelope |= {
        "public_key": public_key(key),
        "count": body.count(b"\n"),
        "body_bytes": len(body),
        "body_sha256": hashlib.sha256(inside).hexdigest(),
        **claims,
    }
    words = json.dumps(envelope, separators=(",", ":"), ensure_ascii=False).encode()
    whole = b"SHDWSEG1" + len(words).to_bytes(4, "big") + words + inside
    segment = whole + Ed25519PrivateKey.from_private_bytes(key).sign(whole)
    path.write_bytes(b"SHDWFIL1" + len(segment).to_bytes(8, "big") + segment)
    return path

"""Segments and hand-over files that somebody hostile could make: any values, any claims, a signature that holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from shadow_app.domain.change import Change
from shadow_app.sync import columns, segment
from shadow_app.sync.handover import write
from shadow_app.sync.segment import encode, public_key

DEVICE = "b" * 16
NOW = datetime(2026, 11, 12, tzinfo=timezone.utc)

Told = dict[str, Any]
"""A change's fields as JSON values; its values and what it replaces may be bytes, to be written as they are."""


def told_of(change: Change, **other: Any) -> Told:
    """A change as JSON, with some of its fields replaced."""
    return change.model_dump(mode="json") | other


def body_of(told: list[Told]) -> bytes:
    """The columns of a segment; ids and change ids that are none stand in them as they are."""
    held = columns._parted(columns.told([_made(each) for each in told]))
    for at, each in enumerate(told):
        for name in ("data", "replaces"):
            if isinstance(each[name], bytes):
                lines = held[name].split(b"\n")
                lines[at + (2 if name == "data" else 0)] = each[name]
                held[name] = b"\n".join(lines)
        if not columns._CID.fullmatch(each["cid"]):
            held["cid"] = _with_cell(held["cid"], at, each["cid"])
        if not _is_id(each["scope"]):
            first, _, rest = held["scope"].partition(b"\n")
            held["scope"] = _with_cell(first, at, each["scope"]) + b"\n" + rest
    return b"".join(len(each).to_bytes(4, "big") + each for each in held.values())


def signed_file(path: Path, told: Iterable[Told], key: bytes, *, packed: bytes | None = None, **claims: Any) -> Path:
    """A hand-over file of any changes, signed; `packed` and `claims` take the place of what would be true."""
    lines = list(told)
    body = body_of(lines)
    inside = segment._packed(body) if packed is None else packed
    good = encode([], key=key, device=DEVICE, person="Bob", made_at=NOW)
    envelope = json.loads(good[12 : 12 + int.from_bytes(good[8:12], "big")])
    envelope |= {
        "public_key": public_key(key),
        "count": len(lines),
        "body_bytes": len(body),
        "body_sha256": hashlib.sha256(inside).hexdigest(),
        **claims,
    }
    words = json.dumps(envelope, separators=(",", ":"), ensure_ascii=False).encode()
    whole = b"SHDWSEG1" + len(words).to_bytes(4, "big") + words + inside
    with path.open("wb") as stream:
        write(stream, [whole + Ed25519PrivateKey.from_private_bytes(key).sign(whole)], ())
    return path


def _made(told: Told) -> Change:
    ids = {name: UUID(told[name]) if _is_id(told[name]) else None for name in ("record_id", "action", "undoes")}
    scope = UUID(told["scope"]) if _is_id(told["scope"]) else UUID(int=0)
    cid = told["cid"] if columns._CID.fullmatch(told["cid"]) else "0" * 32
    open_ones: Told = {name: {} for name in ("data", "replaces") if isinstance(told[name], bytes)}
    return Change.model_construct(**{**told, **ids, **open_ones, "scope": scope, "cid": cid})


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 36


def _with_cell(column: bytes, at: int, value: Any) -> bytes:
    cells = json.loads(column)
    cells[at] = value
    return columns.as_json(cells)

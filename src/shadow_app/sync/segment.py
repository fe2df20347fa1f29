"""Segments: some changes, packed and signed by one device; the same for every way they travel (`reliability.md` §3).

    "SHDWSEG1"   8 bytes
    length       4 bytes, big endian, of the envelope
    envelope     JSON: who packed it, when, for which team, what it covers, the hash and sizes of the body
    body         zlib over lines of JSON, one list per change in the order of `FIELDS`
    signature    64 bytes, Ed25519 (RFC 8032) over everything before

Nothing of it is looked at before its signature holds, and nothing goes to the store before it was checked here.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

from shadow_app.domain.change import Change
from shadow_app.domain.errors import ImportTrouble

MAGIC = b"SHDWSEG1"
VERSION = 1
FIELDS = tuple(Change.model_fields)
_SEQ = FIELDS.index("seq")
LARGEST_BODY = 64 * 1024 * 1024
LARGEST_ENVELOPE = 4 * 1024 * 1024
MOST_CHANGES = 200_000
_LONGEST_LINE = 4 * 1024 * 1024
_DEEPEST = 12
_SIGNATURE_BYTES = 64
_START = len(MAGIC) + 4
_CID = re.compile("[0-9a-f]{32}")
_UNFIT = re.compile("[\x00\ud800-\udfff]")

_Hash = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Covered(_Part):
    """How far the packer's own log ran in one stream, so that a receiver sees what it still lacks."""

    scope: UUID
    device: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    seq: Annotated[int, Field(ge=1, lt=2**63)]
    cid: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]


class Content(_Part):
    """A picture or a released report that belongs to it and travels as a thing of its own."""

    sha256: _Hash
    size: Annotated[int, Field(ge=0, le=256 * 1024 * 1024)]


class Envelope(_Part):
    """What a segment says of itself."""

    format: Literal["shadow segment"] = "shadow segment"
    version: Literal[1] = 1
    team: UUID
    device: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    public_key: _Hash
    person: Annotated[str, Field(max_length=200)]
    made_at: AwareDatetime
    about: Annotated[str, Field(max_length=200)] = ""
    """One visit's number and place, or nothing where it is the whole store."""
    covers: tuple[Covered, ...] = ()
    count: Annotated[int, Field(ge=0, le=MOST_CHANGES)]
    body_sha256: _Hash
    body_bytes: Annotated[int, Field(ge=0, le=LARGEST_BODY)]
    contents: tuple[Content, ...] = ()


@dataclass(frozen=True)
class BadRow:
    """One line that is no change, and why; the others are taken."""

    payload: str
    reason: str


@dataclass(frozen=True)
class Segment:
    """A segment whose signature holds."""

    envelope: Envelope
    changes: tuple[Change, ...]
    bad: tuple[BadRow, ...]


def new_key() -> bytes:
    """A device's signing key: 32 random bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(key: bytes) -> str:
    """What others know a device by, in hex."""
    return Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw().hex()


def encode(
    changes: Sequence[Change],
    *,
    key: bytes,
    team: UUID,
    device: str,
    person: str,
    made_at: datetime,
    about: str = "",
    covers: Iterable[Covered] = (),
    contents: Iterable[Content] = (),
) -> bytes:
    """Pack and sign.

    Raises:
        ImportTrouble: it is more than one segment may hold; pack less at once.
    """
    body = b"".join(_line(each) for each in changes)
    if len(body) > LARGEST_BODY or len(changes) > MOST_CHANGES:
        raise ImportTrouble("This is too much for one segment: hand over single visits, or use a shared folder.")
    packed = zlib.compress(body, 9)
    envelope = Envelope(
        team=team,
        device=device,
        public_key=public_key(key),
        person=person[:200],
        made_at=made_at,
        about=about[:200],
        covers=tuple(covers),
        count=len(changes),
        body_sha256=hashlib.sha256(packed).hexdigest(),
        body_bytes=len(body),
        contents=tuple(contents),
    )
    told = envelope.model_dump_json().encode()
    signed = MAGIC + len(told).to_bytes(4, "big") + told + packed
    return signed + Ed25519PrivateKey.from_private_bytes(key).sign(signed)


def decode(data: bytes, what: str = "The segment") -> Segment:
    """Check the signature, then the envelope, then every line.

    Args:
        data: as it was found; anything may be in it.
        what: how the sentences call it, such as a file's name.

    Raises:
        ImportTrouble: it is cut off, changed, too large, of a newer version, or no segment.
    """
    damaged = ImportTrouble(f"{what} is cut off, changed on the way, or none of ours. Nothing was taken; get it again.")
    if len(data) < _START + _SIGNATURE_BYTES or not data.startswith(MAGIC):
        raise damaged
    length = int.from_bytes(data[len(MAGIC) : _START], "big")
    if length > min(LARGEST_ENVELOPE, len(data) - _START - _SIGNATURE_BYTES):
        raise damaged
    told = data[_START : _START + length]
    envelope = _envelope(told, what, damaged)
    signed, signature = data[:-_SIGNATURE_BYTES], data[-_SIGNATURE_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(envelope.public_key)).verify(signature, signed)
    except (InvalidSignature, ValueError):
        raise damaged from None
    packed = signed[_START + length :]
    if hashlib.sha256(packed).hexdigest() != envelope.body_sha256:
        raise damaged
    lines = _unpacked(packed, envelope.body_bytes, damaged).split(b"\n")[:-1]
    if len(lines) != envelope.count:
        raise damaged
    changes: list[Change] = []
    bad: list[BadRow] = []
    for line in lines:
        read = _change(line)
        changes.append(read) if isinstance(read, Change) else bad.append(read)
    return Segment(envelope, tuple(changes), tuple(bad))


def _envelope(told: bytes, what: str, damaged: ImportTrouble) -> Envelope:
    try:
        raw = from_json(told, allow_inf_nan=False)
        version = raw.get("version") if isinstance(raw, dict) and raw.get("format") == "shadow segment" else None
        if isinstance(version, int) and version > VERSION:
            raise ImportTrouble(f"{what} was made by a newer version of Shadow: update this one, then take it again.")
        envelope = Envelope.model_validate_json(told, strict=True)
    except ValueError:
        raise damaged from None
    if envelope.model_dump_json().encode() != told:
        raise damaged
    return envelope


def _unpacked(packed: bytes, size: int, damaged: ImportTrouble) -> bytes:
    """Never more than was promised, whatever it would swell to."""
    unpacking = zlib.decompressobj()
    try:
        body = unpacking.decompress(packed, size + 1)
    except zlib.error:
        raise damaged from None
    if len(body) != size or not unpacking.eof or unpacking.unused_data or (body and not body.endswith(b"\n")):
        raise damaged
    return body


def _line(change: Change) -> bytes:
    told = change.model_dump(mode="json")
    return _json([told[name] for name in FIELDS]) + b"\n"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _change(line: bytes) -> Change | BadRow:
    payload = line[:20_000].decode("utf-8", "replace")
    if len(line) > _LONGEST_LINE:
        return BadRow(payload, f"It is longer than {_LONGEST_LINE:,} bytes.")
    try:
        told = from_json(line, allow_inf_nan=False)
        if not isinstance(told, list) or len(told) != len(FIELDS):
            return BadRow(payload, "It does not have the fields of a change.")
        if _json(told) != line:
            # Says one thing twice, or says it in a way that we would not: two readers could understand two things.
            return BadRow(payload, "It is not written the way Shadow writes.")
        if type(told[_SEQ]) is not int:
            return BadRow(payload, "Its seq is unfit: it is no number.")  # pydantic would read "1" and true as 1
        change = Change.model_validate(dict(zip(FIELDS, told, strict=True)))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return BadRow(payload, f"Its {first['loc'][0] if first['loc'] else 'form'} is unfit: {first['msg']}.")
    except (ValueError, RecursionError, UnicodeError):
        return BadRow(payload, "It is no JSON that Shadow writes.")
    unfit = _unfit(change.data) or _unfit([change.author, change.label, change.kind])
    if unfit is None and not all(_CID.fullmatch(cid) for cids in change.replaces.values() for cid in cids):
        unfit = "It replaces changes by ids that are none."
    if unfit is None and _unfit(list(change.replaces)) is not None:
        unfit = "It replaces fields by names that are none."
    return change if unfit is None else BadRow(payload, unfit)


def _unfit(value: Any, depth: int = 0) -> str | None:
    """Why no database should be asked to keep a value, if so (`reliability.md` §3.4, §4)."""
    if depth > _DEEPEST:
        return f"It is nested more than {_DEEPEST} deep."
    match value:
        case str():
            return "It holds a character that no text may hold." if _UNFIT.search(value) else None
        case bool() | float() | None:
            return None
        case int():
            return None if -(2**63) <= value < 2**63 else "It holds a number that is too large."
        case list():
            return next((why for each in value if (why := _unfit(each, depth + 1))), None)
        case dict():
            return next((why for pair in value.items() for each in pair if (why := _unfit(each, depth + 1))), None)
        case _:
            return "It holds something that is no JSON."

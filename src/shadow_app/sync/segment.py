"""Segments: some changes, packed and signed by one device; the same for every way they travel (`reliability.md` §3).

    "SHDWSEG1"   8 bytes
    length       4 bytes, big endian, of the envelope
    envelope     JSON: who packed it, when, for which team, what it covers, the hash and sizes of the body
    body         zstandard over the changes as columns (`columns`)
    signature    64 bytes, Ed25519 (RFC 8032) over everything before

Nothing of it is looked at before its signature holds, and nothing goes to the store before it was checked here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import zstandard
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

from shadow_app.domain.change import Change
from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.fit import has_unfit_character, replaces_ids, why_unfit
from shadow_app.domain.language import say
from shadow_app.domain.team import team_of_key
from shadow_app.domain.unfit import reason
from shadow_app.sync import columns
from shadow_app.sync.columns import as_json, whole

MAGIC = b"SHDWSEG1"
VERSION = 1
LARGEST_BODY = 64 * 1024 * 1024
LARGEST_ENVELOPE = 4 * 1024 * 1024
LARGEST_SEGMENT = LARGEST_BODY + LARGEST_ENVELOPE + 1024 * 1024
MOST_ERASURES = 1_000
MOST_CHANGES = 200_000
AT_ONCE = 40_000
"""Changes that are packed together where there are more: whoever reads them has as many in memory."""
_LARGEST_AT_ONCE = 16 * 1024 * 1024
"""Characters in such changes; what else is in a change counts as `_OTHERWISE`."""
_OTHERWISE = 250
_LEVEL = 12
"""Beyond it packing takes five times as long for one byte in thirty."""
_WINDOW_BITS = 22
_LONGEST_LINE = 4 * 1024 * 1024
_BITS = 62
"""A number with more is looked at more closely."""
_SIGNATURE_BYTES = 64
_START = len(MAGIC) + 4

_Hash = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Content(_Part):
    """A picture or a released report that belongs to it and travels as a thing of its own."""

    sha256: _Hash
    size: Annotated[int, Field(ge=0, le=256 * 1024 * 1024)]


class Erasure(_Part):
    """An erasure that the packer's log has, so that whoever asked for it sees that it arrived."""

    scope: UUID
    device: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    seq: Annotated[int, Field(ge=1, lt=2**63)]


class Envelope(_Part):
    """What a segment says of itself."""

    format: Literal["shadow segment"] = "shadow segment"
    version: Literal[1] = 1
    team: UUID
    device: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    public_key: _Hash
    box_key: Annotated[str, Field(pattern="^([0-9a-f]{64})?$")] = ""
    """What a file is sealed to for this device (X25519)."""
    root: _Hash
    """The key by which its team goes (`domain/team`)."""
    alone: bool = False
    """Nobody has joined this team yet."""
    person: Annotated[str, Field(max_length=200)]
    made_at: AwareDatetime
    about: Annotated[str, Field(max_length=200)] = ""
    """One visit's number and place, or nothing where it is the whole store."""
    erasures: Annotated[tuple[Erasure, ...], Field(max_length=MOST_ERASURES)] = ()
    count: Annotated[int, Field(ge=0, le=MOST_CHANGES)]
    body_sha256: _Hash
    body_bytes: Annotated[int, Field(ge=0, le=LARGEST_BODY)]
    contents: tuple[Content, ...] = ()
    file: UUID | None = None
    """Where several make up one file, the same in each; what they name then follows after the last of them."""
    part: Annotated[int, Field(ge=1)] = 1
    last: bool = True


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


def in_pieces(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Changes as they come, in pieces that each fit into one segment; one piece at least."""
    piece: list[Change] = []
    size, given = 0, False
    for each in changes:
        if len(piece) == AT_ONCE or (piece and size > _LARGEST_AT_ONCE):
            yield piece
            piece, size, given = [], 0, True
        piece.append(each)
        size += _OTHERWISE + sum(len(str(value)) for value in each.data.values())
    if piece or not given:
        yield piece


def encode(
    changes: Sequence[Change],
    *,
    key: bytes,
    device: str,
    person: str,
    made_at: datetime,
    about: str = "",
    erasures: Iterable[Erasure] = (),
    contents: Iterable[Content] = (),
    root: str = "",
    alone: bool = False,
    box_key: str = "",
    part_of: tuple[UUID, int, bool] | None = None,
) -> bytes:
    """Pack and sign.

    `root` is the key of the packer's team; the packer's own, if not said. `part_of` says of which file it is a part,
    which one, and whether it is the last.

    Raises:
        ImportTrouble: it is more than one segment may hold; pack less at once.
    """
    body = columns.told(changes)
    if len(body) > LARGEST_BODY or len(changes) > MOST_CHANGES:
        raise ImportTrouble(say("This is too much for one segment: hand over single visits, or use a shared folder."))
    packed = _packed(body)
    root = root or public_key(key)
    envelope = Envelope(
        team=team_of_key(root),
        device=device,
        public_key=public_key(key),
        box_key=box_key,
        root=root,
        alone=alone,
        person=person[:200],
        made_at=made_at,
        about=about[:200],
        erasures=tuple(erasures),
        count=len(changes),
        body_sha256=hashlib.sha256(packed).hexdigest(),
        body_bytes=len(body),
        contents=tuple(contents),
        file=part_of and part_of[0],
        part=part_of[1] if part_of else 1,
        last=part_of is None or part_of[2],
    )
    return _signed(envelope, packed, key)


def _signed(envelope: Envelope, packed: bytes, key: bytes) -> bytes:
    told = envelope.model_dump_json().encode()
    signed = MAGIC + len(told).to_bytes(4, "big") + told + packed
    return signed + Ed25519PrivateKey.from_private_bytes(key).sign(signed)


def decode(data: bytes, what: str = "") -> Segment:
    """Check the signature, then the envelope, then every line.

    Args:
        data: as it was found; anything may be in it.
        what: how the sentences call it, such as a file's name.

    Raises:
        ImportTrouble: it is cut off, changed, too large, of a newer version, or no segment.
    """
    what = what or say("The segment")
    damaged = ImportTrouble(
        say("{what} is cut off, changed on the way, or none of ours. Nothing was taken; get it again.", what=what)
    )
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
    changes: list[Change] = []
    bad: list[BadRow] = []
    try:
        lines = list(columns.read(_unpacked(packed, envelope.body_bytes, damaged), envelope.count))
    except (ValueError, RecursionError):
        raise damaged from None
    cids = [fields["cid"] for fields, *_ in lines]
    for at, line in enumerate(lines):
        came = _change(line, at, cids)
        changes.append(came) if isinstance(came, Change) else bad.append(came)
    return Segment(envelope, tuple(changes), tuple(bad))


def _envelope(told: bytes, what: str, damaged: ImportTrouble) -> Envelope:
    try:
        raw = from_json(told, allow_inf_nan=False)
        version = raw.get("version") if isinstance(raw, dict) and raw.get("format") == "shadow segment" else None
        if isinstance(version, int) and version > VERSION:
            raise ImportTrouble(
                say("{what} was made by a newer version of Shadow: update this one, then take it again.", what=what)
            )
        envelope = Envelope.model_validate_json(told, strict=True)
    except ValueError:
        raise damaged from None
    # One spelling only; what an earlier version did not know it did not say.
    if envelope.model_dump_json(exclude_unset=True).encode() != told:
        raise damaged
    return envelope


def _packed(body: bytes) -> bytes:
    settings = zstandard.ZstdCompressionParameters.from_level(_LEVEL, window_log=_WINDOW_BITS)
    return zstandard.ZstdCompressor(compression_params=settings).compress(body)


def _unpacked(packed: bytes, size: int, damaged: ImportTrouble) -> bytes:
    """Never more than was promised, whatever it would swell to; never more memory for it than we pack with."""
    unpacking = zstandard.ZstdDecompressor(max_window_size=1 << _WINDOW_BITS)
    try:
        # Across frames: what follows the first one is looked at as well, and is too much or nothing at all.
        body = unpacking.stream_reader(packed, read_across_frames=True).read(size + 1)
    except zstandard.ZstdError:
        raise damaged from None
    if len(body) != size:
        raise damaged
    return body


def _change(line: columns.Line, at: int, cids: Sequence[Any]) -> Change | BadRow:
    fields, data, names, replaces = line
    try:
        values = _read(data)
        earlier = {} if replaces == b"{}" else whole(_read(replaces), at, cids)
        if not isinstance(names, list) or not isinstance(values, list) or len(set(names)) != len(values):
            raise _Unfit(say("Its fields and their values are not as many, or one stands there twice."))
        told = dict(zip(names, values, strict=True))
        change = Change.model_validate({**fields, "data": told, "replaces": earlier}, strict=True)
        _check(change, data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        why = say(
            "Its {field} is unfit: {why}.", field=first["loc"][0] if first["loc"] else say("form"), why=reason(first)
        )
    except _Unfit as unfit:
        why = str(unfit)
    except (ValueError, TypeError, RecursionError):
        why = say("It is no JSON that Shadow writes.")
    else:
        return change
    return BadRow(_payload(line), why)


class _Unfit(Exception):
    """A line that is no change; says why."""


def _read(line: bytes) -> Any:
    if len(line) > _LONGEST_LINE:
        raise _Unfit(say("It is longer than {longest_line:,|byte|bytes}.", longest_line=_LONGEST_LINE))
    told = from_json(line, allow_inf_nan=False)
    if as_json(told) != line:
        # Says one thing twice, or says it in a way that we would not: two readers could understand two things.
        raise _Unfit(say("It is not written the way Shadow writes."))
    return told


def _payload(line: columns.Line) -> str:
    """What it was, for the list of what was set aside."""
    fields, data, names, replaces = line
    plain = "; ".join(f"{name}: {value}" for name, value in {**fields, "fields": names}.items())
    return b"; ".join((plain.encode("utf-8", "replace"), data, replaces))[:20_000].decode("utf-8", "replace")


def _check(change: Change, data: bytes) -> None:
    """Stop what no database should be asked to keep (`reliability.md` §3.4, §4)."""
    # Odd characters are written with an escape, and whatever is deep begins with a bracket: of most one glance tells.
    glance = b"\\u" in data or b"{" in data or data.count(b"[") > 1 or any(map(_is_huge, change.data.values()))
    words = "".join((change.author, change.label, change.kind, *change.data, *change.replaces))
    if glance or has_unfit_character(words) or not all(map(replaces_ids, change.replaces.values())):
        _refuse(why_unfit(change))


def _is_huge(value: Any) -> bool:
    return type(value) is int and value.bit_length() > _BITS


def _refuse(why: str | None) -> None:
    if why is not None:
        raise _Unfit(why)

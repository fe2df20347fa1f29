"""Segments and files that were cut, changed or made to do harm: none is taken, and the rest of a good one goes on."""

from __future__ import annotations

import hashlib
import json
import random
import zlib
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from factories import Firm, put
from shadow_app.domain.change import Change
from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.record import TEAM, new_id
from shadow_app.storage.store import Store
from shadow_app.storage.vectors import changes_since
from shadow_app.sync import segment
from shadow_app.sync.handover import pack, unpack
from shadow_app.sync.segment import Content, Segment, decode, encode, new_key
from shadow_app.usecases.exchange import Exchange

DEVICE = "a" * 16
NOW = datetime(2026, 11, 12, tzinfo=timezone.utc)


def made(changes: list[Change], key: bytes, **more: Any) -> bytes:
    return encode(changes, key=key, device=DEVICE, person="Ann", made_at=NOW, **more)


@pytest.fixture
def changes(store: Store, firm: Firm) -> list[Change]:
    put(store, firm.note("gun logs out", business_damage=2), firm.note("labels jam"))
    with store.reading() as read:
        return list(changes_since(read.connection, {}))


def test_what_was_packed_comes_out(changes: list[Change]) -> None:
    held = decode(made(changes, new_key()))
    assert list(held.changes) == changes
    assert held.bad == ()
    assert (held.envelope.person, held.envelope.count) == ("Ann", len(changes))


def test_no_changed_segment_is_taken(changes: list[Change], thorough: bool) -> None:
    rng = random.Random(7)
    good = made(changes, new_key())
    content = b"a picture" * 20
    named = Content(sha256=hashlib.sha256(content).hexdigest(), size=len(content))
    file = pack(made(changes, new_key(), contents=[named]), {named.sha256: content})
    taken = 0
    for turn in range(20_000 if thorough else 2_000):
        original, read = ((good, decode), (file, lambda data: unpack(data, "x")))[turn % 2]
        data = _mutated(original, rng)
        if data == original:
            continue
        try:
            read(data)
            taken += 1
        except ImportTrouble:
            pass
    assert taken == 0


def _mutated(data: bytes, rng: random.Random) -> bytes:
    at, how = rng.randrange(len(data)), rng.randrange(6)
    match how:
        case 0:
            return data[:at]
        case 1:
            return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]
        case 2:
            return data[:at] + rng.randbytes(rng.randrange(1, 9)) + data[at:]
        case 3:
            return data[:at] + data[at + rng.randrange(1, 9) :]
        case 4:
            other = rng.randrange(len(data))
            return data[:at] + data[other : other + 16] + data[at + 16 :]
        case _:
            return data + rng.randbytes(rng.randrange(1, 9))


def resigned(lines: bytes, *, key: bytes | None = None, **told: Any) -> bytes:
    """A segment of any bytes at all, signed as it should be: what a hostile member of the team could send."""
    packed = told.pop("packed", None) or zlib.compress(lines)
    good = made([], key or new_key())
    length = int.from_bytes(good[8:12], "big")
    envelope = json.loads(good[12 : 12 + length])
    own = key or new_key()
    envelope |= {
        "public_key": segment.public_key(own),
        "count": lines.count(b"\n"),
        "body_bytes": len(lines),
        "body_sha256": hashlib.sha256(packed).hexdigest(),
        **told,
    }
    words = json.dumps(envelope, separators=(",", ":"), ensure_ascii=False).encode()
    signed = b"SHDWSEG1" + len(words).to_bytes(4, "big") + words + packed
    return signed + Ed25519PrivateKey.from_private_bytes(own).sign(signed)


def test_the_forger_of_these_tests_can_make_a_good_one(changes: list[Change]) -> None:
    assert decode(resigned(segment._line(changes[0]))).changes == (changes[0],)


@pytest.mark.parametrize(
    "told",
    [
        {"version": 2},
        {"version": "1"},
        {"count": 2},
        {"count": -1},
        {"body_bytes": 10**9},
        {"body_bytes": 3},
        {"team": "none"},
        {"device": "../../etc"},
        {"public_key": "00" * 32},
        {"person": "x" * 500},
        {"made_at": "yesterday"},
        {"made_at": "2026-11-12T00:00:00"},
        {"format": "shadow key"},
        {"contents": [{"sha256": "../x", "size": 1}]},
        {"contents": [{"sha256": "0" * 64, "size": -1}]},
        {"covers": [{"scope": str(TEAM), "device": DEVICE, "seq": 2**70, "cid": "0" * 32}]},
        {"more": 1},
        {"body_sha256": "0" * 64},
    ],
    ids=str,
)
def test_an_envelope_that_lies_is_refused(told: dict[str, Any], changes: list[Change]) -> None:
    with pytest.raises(ImportTrouble):
        decode(resigned(segment._line(changes[0]), **told))


def test_a_bomb_is_never_unpacked() -> None:
    bomb = zlib.compress(bytes(300 * 1024 * 1024), 9)
    for size in (10, segment.LARGEST_BODY):
        with pytest.raises(ImportTrouble):
            decode(resigned(b"", packed=bomb, body_bytes=size))
    with pytest.raises(ImportTrouble):
        decode(resigned(b"", packed=b"no zlib at all", body_bytes=10))
    with pytest.raises(ImportTrouble):
        decode(resigned(b"[]", body_bytes=2))


def _with(position: int, value: str) -> Callable[[list[Any]], bytes]:
    def change(told: list[Any]) -> bytes:
        words = [json.dumps(each, separators=(",", ":")) for each in told]
        words[position] = value
        return ("[" + ",".join(words) + "]").encode()

    return change


LINES: dict[str, Callable[[list[Any]], bytes]] = {
    "not json": lambda told: b"{",
    "an object": lambda told: b"{}",
    "too few": lambda told: b"[1,2]",
    "nested": lambda told: b"[" * 200_000,
    "nested data": _with(7, '{"a":' * 40 + "1" + "}" * 40),
    "large number": _with(7, '{"a":' + "9" * 5_000 + "}"),
    "nan": _with(7, '{"a":NaN}'),
    "two keys": _with(7, '{"a":1,"a":2}'),
    "spaces": _with(7, '{"a": 1}'),
    "nul": _with(7, '{"text":"a\\u0000b"}'),
    "surrogate": _with(7, '{"text":"\\ud800"}'),
    "2**63": _with(7, '{"count":9223372036854775808}'),
    "number 0": _with(2, "0"),
    "number 2**70": _with(2, str(2**70)),
    "negative": _with(2, "-1"),
    "cid": _with(3, '"zz"'),
    "scope nul": _with(0, '"\\u0000"'),
    "op": _with(4, '"drop"'),
    "kind": _with(5, '"' + "k" * 41 + '"'),
    "device": _with(1, '"../../../etc"'),
    "data list": _with(7, "[]"),
    "replaces": _with(8, '{"text":["not an id"]}'),
    "replaces name": _with(8, '{"a\\u0000":[]}'),
    "author": _with(9, '"\\u0000"'),
    "bytes": lambda told: b'["\xff\xfe"]',
    "too long": lambda told: b'["' + b"x" * (4 * 1024 * 1024) + b'"]',
}


@pytest.mark.parametrize("name", LINES)
def test_one_bad_line_is_set_aside_and_the_rest_goes_on(name: str, changes: list[Change], store: Store) -> None:
    told = json.loads(segment._line(changes[0]))
    lines = LINES[name](told) + b"\n" + b"".join(segment._line(each) for each in changes[1:])
    held: Segment = decode(resigned(lines))
    assert list(held.changes) == changes[1:]
    assert len(held.bad) == 1
    assert held.bad[0].reason.endswith(".")


def test_bad_lines_are_kept_and_shown_with_their_reason(
    store: Store, firm: Firm, tmp_path: Path, changes: list[Change]
) -> None:
    good = Change(
        **{**dict(changes[-1]), "device": "b" * 16, "seq": 1, "cid": "0" * 16 + "b" * 16, "record_id": new_id()}
    )
    lines = b"[1,2]\n" + segment._line(good)
    path = tmp_path / "evil.shadow"
    path.write_bytes(pack(resigned(lines), {}))
    takes = Exchange(store)
    seen = takes.preview(path)
    assert seen.refused == ("It does not have the fields of a change.",)
    assert takes.refusals() == []
    takes.take(seen, accept=True)
    takes.take(takes.preview(path))
    assert [each.reason for each in takes.refusals()] == ["It does not have the fields of a change."]
    assert takes.differences() == []


def test_text_in_a_preview_is_plain(store: Store, changes: list[Change], tmp_path: Path) -> None:
    path = tmp_path / "bidi.shadow"
    data = encode([], key=new_key(), device=DEVICE, person="Ann\u202egpj.exe\x07", made_at=NOW)
    path.write_bytes(pack(data, {}))
    person = Exchange(store).preview(path).sender.person
    assert "\u202e" not in person
    assert "\x07" not in person


def test_more_than_fits_is_refused_before_it_is_written(changes: list[Change], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "LARGEST_BODY", 50)
    with pytest.raises(ImportTrouble, match="too much"):
        made(changes, new_key())

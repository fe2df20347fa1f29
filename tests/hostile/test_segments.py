"""Segments and files that were cut, changed or made to do harm: none is taken, and the rest of a good one goes on."""

from __future__ import annotations

import hashlib
import io
import json
import random
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from factories import Firm, put
from shadow_app.domain.change import Change
from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.record import new_id
from shadow_app.storage.store import Store
from shadow_app.storage.vectors import changes_since
from shadow_app.sync import columns, segment
from shadow_app.sync.handover import HandOver, write
from shadow_app.sync.segment import Content, Segment, decode, encode, new_key
from shadow_app.usecases.exchange import Exchange

DEVICE = "a" * 16
NOW = datetime(2026, 11, 12, tzinfo=timezone.utc)


def made(changes: list[Change], key: bytes, **more: Any) -> bytes:
    return encode(changes, key=key, device=DEVICE, person="Ann", made_at=NOW, **more)


def pack(*segments: bytes, contents: tuple[bytes, ...] = ()) -> bytes:
    out = io.BytesIO()
    write(out, segments, contents)
    return out.getvalue()


def unpack(data: bytes) -> tuple[list[Segment], list[tuple[str, bytes]]]:
    held = HandOver(io.BytesIO(data), "x")
    return list(held.segments()), list(held.contents())


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
    key, part_of = new_key(), new_id()
    parts = [
        made(changes, key, contents=[named] if last else [], part_of=(part_of, 1 + last, last))
        for last in (False, True)
    ]
    file = pack(*parts, contents=(content,))
    assert len(unpack(file)[0]) == 2
    taken = 0
    for turn in range(20_000 if thorough else 2_000):
        original, read = ((good, decode), (file, unpack))[turn % 2]
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


def resigned(body: bytes, count: int = 0, *, key: bytes | None = None, **told: Any) -> bytes:
    """A segment of any bytes at all, signed as it should be: what a hostile member of the team could send."""
    packed = told.pop("packed", None) or segment._packed(body)
    own = key or new_key()
    good = made([], own)
    length = int.from_bytes(good[8:12], "big")
    envelope = json.loads(good[12 : 12 + length])
    envelope |= {"count": count, "body_bytes": len(body), "body_sha256": hashlib.sha256(packed).hexdigest(), **told}
    words = json.dumps(envelope, separators=(",", ":"), ensure_ascii=False).encode()
    signed = b"SHDWSEG1" + len(words).to_bytes(4, "big") + words + packed
    return signed + Ed25519PrivateKey.from_private_bytes(own).sign(signed)


def spoilt(changes: list[Change], column: str, cell: bytes, at: int = 0) -> bytes:
    """The body of these changes, one value of one of them overwritten with any bytes."""
    held = columns._parted(columns.told(changes))
    if column == "data":
        lines = held[column].split(b"\n")
        lines[2 + at] = cell
        held[column] = b"\n".join(lines)
    elif column == "replaces":
        lines = held[column].split(b"\n")
        lines[at] = cell
        held[column] = b"\n".join(lines)
    else:
        cells = [json.dumps(each, separators=(",", ":")).encode() for each in json.loads(held[column])]
        cells[at] = cell
        held[column] = b"[" + b",".join(cells) + b"]"
    return joined(held)


def joined(held: dict[str, bytes]) -> bytes:
    return b"".join(len(each).to_bytes(4, "big") + each for each in held.values())


def test_the_forger_of_these_tests_can_make_a_good_one(changes: list[Change]) -> None:
    assert decode(resigned(columns.told(changes[:1]), 1)).changes == (changes[0],)
    values = json.dumps(list(changes[0].data.values()), separators=(",", ":")).encode()
    assert decode(resigned(spoilt(changes, "data", values), len(changes))).changes == tuple(changes)


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
        {"root": "none"},
        {"box_key": "none"},
        {"alone": "perhaps"},
        {"device": "../../etc"},
        {"public_key": "00" * 32},
        {"person": "x" * 500},
        {"made_at": "yesterday"},
        {"made_at": "2026-11-12T00:00:00"},
        {"format": "shadow key"},
        {"contents": [{"sha256": "../x", "size": 1}]},
        {"contents": [{"sha256": "0" * 64, "size": -1}]},
        {"part": 0},
        {"file": "none"},
        {"last": 1},
        {"more": 1},
        {"body_sha256": "0" * 64},
    ],
    ids=str,
)
def test_an_envelope_that_lies_is_refused(told: dict[str, Any], changes: list[Change]) -> None:
    with pytest.raises(ImportTrouble):
        decode(resigned(columns.told(changes[:1]), **{"count": 1, **told}))


def test_a_bomb_is_never_unpacked() -> None:
    bomb = zstandard.ZstdCompressor(level=9).compress(bytes(300 * 1024 * 1024))
    for size in (10, segment.LARGEST_BODY):
        with pytest.raises(ImportTrouble):
            decode(resigned(b"", packed=bomb, body_bytes=size))
    wide = zstandard.ZstdCompressionParameters(window_log=27, write_content_size=False)
    greedy = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    packed = greedy.compress(bytes(segment.LARGEST_BODY // 2)) + greedy.flush()
    with pytest.raises(ImportTrouble):
        decode(resigned(b"", packed=packed, body_bytes=segment.LARGEST_BODY // 2))
    for packed in (b"nothing of the kind", segment._packed(b"") + b"more", segment._packed(b"") * 2 + b"\0"):
        with pytest.raises(ImportTrouble):
            decode(resigned(b"", packed=packed))


CELLS: dict[str, tuple[str, bytes]] = {
    "not json": ("data", b"{"),
    "an object": ("data", b'{"name":1}'),
    "too few": ("data", b"[]"),
    "nested": ("data", b"[" * 200_000),
    "nested data": ("data", b"[" + b'{"a":' * 40 + b"1" + b"}" * 40 + b"]"),
    "large number": ("data", b"[" + b"9" * 5_000 + b"]"),
    "nan": ("data", b"[NaN]"),
    "two keys": ("data", b'[{"a":1,"a":2}]'),
    "spaces": ("data", b"[ 1]"),
    "nul": ("data", b'["a\\u0000b"]'),
    "surrogate": ("data", b'["\\ud800"]'),
    "2**63": ("data", b"[9223372036854775808]"),
    "bytes": ("data", b'["\xff\xfe"]'),
    "too long": ("data", b'["' + b"x" * (4 * 1024 * 1024) + b'"]'),
    "number 0": ("seq", b"0"),
    "number 2**70": ("seq", str(2**70).encode()),
    "number as text": ("seq", b'"1"'),
    "negative": ("seq", b"-1"),
    "op": ("op", b'"drop"'),
    "kind": ("kind", b'"' + b"k" * 41 + b'"'),
    "device": ("device", b'"../../../etc"'),
    "author": ("author", b'"\\u0000"'),
    "label": ("label", b"{}"),
    "replaces list": ("replaces", b"[]"),
    "replaces": ("replaces", b'{"text":["not an id"]}'),
    "replaces name": ("replaces", b'{"a\\u0000":[]}'),
    "replaces what is not there": ("replaces", b'{"text":[3]}'),
    "replaces itself": ("replaces", b'{"text":[0]}'),
}


@pytest.mark.parametrize("name", CELLS)
def test_one_bad_change_is_set_aside_and_the_rest_goes_on(name: str, changes: list[Change]) -> None:
    held = decode(resigned(spoilt(changes, *CELLS[name]), len(changes)))
    assert list(held.changes)[-3:] == changes[-3:]
    assert len(held.bad) == 1
    assert len(held.changes) == len(changes) - 1
    assert held.bad[0].reason.endswith(".")


def _without(held: dict[str, bytes], name: str, put: bytes) -> bytes:
    return joined({**held, name: put})


def test_columns_that_do_not_fit_together_are_refused_as_a_whole(changes: list[Change]) -> None:
    held = columns._parted(columns.told(changes))
    whole, count = joined(held), len(changes)
    ids = held["record_id"]
    bodies = [
        b"",
        whole[:-1],
        whole + b"x",
        whole + b"\0\0\0\0",
        _without(held, "seq", b"[1]"),
        _without(held, "seq", b"{}"),
        _without(held, "seq", b"[" * 200_000),
        _without(held, "device", b"[" + b"[" * 300 + b"]" * 300 + b"]"),
        _without(held, "record_id", ids[:-1]),
        _without(held, "record_id", ids + bytes(16)),
        _without(held, "record_id", ids[: ids.index(b"\n") + 1]),
        _without(held, "record_id", ids.replace(b"[0", b"[1", 1)),
        _without(held, "record_id", ids.replace(b"[0", b"[-1", 1)),
        _without(held, "record_id", ids.replace(b"[0", b"[true", 1)),
        _without(held, "data", b"[]\n[]"),
        _without(held, "data", b"7\n" + held["data"].split(b"\n", 1)[1]),
        _without(held, "data", b"nothing"),
        _without(held, "replaces", held["replaces"] + b"\n{}"),
    ]
    bodies += [
        spoilt(changes, "cid", cell)
        for cell in (b'"zz"', b'"' + b"A" * 32 + b'"', b"7", b'"-1"', b'""', b'"0x1"', b'"' + b"f" * 17 + b'"')
    ]
    for body in bodies:
        with pytest.raises(ImportTrouble):
            decode(resigned(body, count))
    with pytest.raises(ImportTrouble):
        decode(resigned(whole, count + 1))
    names, values = held["data"].split(b"\n", 1)
    twice = names.replace(b'"name"', b'"code"') + b"\n" + values
    assert len(decode(resigned(_without(held, "data", twice), count)).bad) >= 1


def test_parts_of_several_files_make_no_file(changes: list[Change]) -> None:
    key, one, two = new_key(), new_id(), new_id()
    first, last = (made(changes, key, part_of=(one, number, number == 2)) for number in (1, 2))
    assert len(unpack(pack(first, last))[0]) == 2
    stranger = made(changes, key, part_of=(two, 2, True))
    others = made(changes, new_key(), part_of=(one, 2, True))
    for parts in ((first,), (last,), (last, first), (first, first, last), (first, stranger), (first, others)):
        with pytest.raises(ImportTrouble):
            unpack(pack(*parts))
    with pytest.raises(ImportTrouble):
        unpack(pack(first, last) + b"x")
    with pytest.raises(ImportTrouble):
        unpack(b"SHDWFIL1" + (2**40).to_bytes(8, "big") + bytes(100))


def test_bad_lines_are_kept_and_shown_with_their_reason(
    store: Store, firm: Firm, tmp_path: Path, changes: list[Change]
) -> None:
    good = Change(
        **{**dict(changes[-1]), "device": "b" * 16, "seq": 1, "cid": "0" * 16 + "b" * 16, "record_id": new_id()}
    )
    body = spoilt([changes[0], good], "seq", b"0")
    path = tmp_path / "evil.shadow"
    path.write_bytes(pack(resigned(body, 2)))
    takes = Exchange(store)
    seen = takes.preview(path)
    assert seen.refused == ("Its seq is unfit: it is too small, 1 is the least.",)
    assert takes.refusals() == []
    takes.take(seen, accept=True)
    takes.take(takes.preview(path))
    assert [each.reason for each in takes.refusals()] == ["Its seq is unfit: it is too small, 1 is the least."]
    assert takes.differences() == []


def test_a_team_that_is_not_that_of_its_key_is_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.shadow"
    path.write_bytes(pack(resigned(columns.told([]), root="0" * 64)))
    with pytest.raises(ImportTrouble, match=r"a.shadow names a team that is not that of its key"):
        Exchange(store).preview(path)


def test_text_in_a_preview_is_plain(store: Store, changes: list[Change], tmp_path: Path) -> None:
    path = tmp_path / "bidi.shadow"
    data = encode([], key=new_key(), device=DEVICE, person="Ann\u202egpj.exe\x07", made_at=NOW)
    path.write_bytes(pack(data))
    person = Exchange(store).preview(path).sender.person
    assert "\u202e" not in person
    assert "\x07" not in person


def test_more_than_fits_is_refused_before_it_is_written(changes: list[Change], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "LARGEST_BODY", 50)
    with pytest.raises(ImportTrouble, match="too much"):
        made(changes, new_key())

"""Changes as columns: what is alike stands beside each other, and packs to a fraction (`reliability.md` §3.5).

One column after another in the order of `FIELDS`, each behind its length (4 bytes, big endian), in JSON:

    scope, record_id, action, undoes    a list: per change null for none, 0 for an id that comes up for the first time,
                                        else how many new ids ago it did; a newline; then the new ids as bytes, all
                                        their first ones, all their second ones and so on. The first six bytes of a
                                        UUIDv7 are a time, told as milliseconds since the time in the change's own id.
    cid                                 a list: hex digits, how far its time is from that of the change before; whole
                                        where it does not end with its change's device
    data                                which fields there are: a list of lists of names, and a list that says which of
                                        them a change has; then a list of their values a line
    replaces                            an object a line: field → how many changes ago they stand, or whole ids
    every other field                   a list
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from pydantic_core import from_json, to_json

from shadow_app.domain.change import Change

FIELDS = tuple(Change.model_fields)
_IDS = ("scope", "record_id", "action", "undoes")
_LINES = ("data", "replaces")
_CID = re.compile("[0-9a-f]{32}")
_TICK_DIGITS = 16
"""A change's id ends with its device."""
_ID_BYTES = 16
_RANDOM_BITS = 80
_RANDOM = (1 << _RANDOM_BITS) - 1
_LENGTH = 4

_words = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False).encode

_TOLD_OTHERWISE = (b"e-", b"0.0000", b"NaN", b"Infinity")

Line = tuple[dict[str, Any], bytes, Any, bytes]
"""A change's plain fields, its values as JSON and their names, and what it replaces as JSON."""


def as_json(value: Any) -> bytes:
    """JSON in the one way in which segments have it."""
    try:
        line = to_json(value)
    except ValueError:
        line = b""
    # It takes a sixth of the time, and writes no more in another way than small numbers and what is no number.
    return _words(value).encode() if not line or any(map(line.__contains__, _TOLD_OTHERWISE)) else line


def told(changes: Sequence[Change]) -> bytes:
    """The columns of some changes."""
    columns = []
    for name in FIELDS:
        if name in _IDS:
            column = _ids_told([getattr(each, name) for each in changes], [_moment(each.cid) for each in changes])
        elif name == "cid":
            column = _cids_told(changes)
        elif name == "data":
            column = _data_told(changes)
        elif name == "replaces":
            column = _replaces_told(changes)
        else:
            column = as_json([getattr(each, name) for each in changes])
        columns.append(len(column).to_bytes(_LENGTH, "big") + column)
    return b"".join(columns)


def read(body: bytes, count: int) -> Iterator[Line]:
    """Change by change; whoever reads them must doubt every value.

    Raises:
        ValueError: these are not the columns of so many changes.
    """
    columns = _parted(body)
    devices = _listed(columns["device"], count)
    plain: dict[str, Sequence[Any]] = {"device": devices, "cid": _cids_read(_listed(columns["cid"], count), devices)}
    moments = [_moment(cid) for cid in plain["cid"]]
    for name in FIELDS:
        if name in _IDS:
            plain[name] = _ids_read(columns[name], moments)
        elif name not in _LINES and name not in plain:
            plain[name] = _listed(columns[name], count)
    names = tuple(plain)
    shapes, data = _data_read(columns["data"], count)
    replaces = _lines(columns["replaces"], count)
    for *values, line, shape, other in zip(*plain.values(), data, shapes, replaces, strict=True):
        yield dict(zip(names, values, strict=True)), line, shape, other


def whole(replaces: Any, at: int, cids: Sequence[Any]) -> Any:
    """What the change in a place of a segment replaces, with the ids of the changes that it points back to."""
    if not isinstance(replaces, dict) or not all(isinstance(each, list) for each in replaces.values()):
        return replaces
    return {
        name: [cids[at - each] if type(each) is int and 0 < each <= at else each for each in told]
        for name, told in replaces.items()
    }


def _parted(body: bytes) -> dict[str, bytes]:
    columns = {}
    at = 0
    for name in FIELDS:
        start = at + _LENGTH
        at = start + int.from_bytes(body[start - _LENGTH : start], "big")
        if start > len(body) or at > len(body):
            raise ValueError("a column is cut off")
        columns[name] = body[start:at]
    if at != len(body):
        raise ValueError("there is more than the columns")
    return columns


def _ids_told(values: Sequence[UUID | None], moments: Sequence[int]) -> bytes:
    known: dict[UUID, int] = {}
    back: list[int | None] = []
    fresh = bytearray()
    for value, moment in zip(values, moments, strict=True):
        if value is None:
            back.append(None)
        elif (place := known.get(value)) is not None:
            back.append(len(known) - place)
        else:
            known[value] = len(known)
            back.append(0)
            number = value.int
            since = ((number >> _RANDOM_BITS) - moment) % (1 << 48)
            fresh += (since << _RANDOM_BITS | number & _RANDOM).to_bytes(_ID_BYTES, "big")
    return as_json(back) + b"\n" + b"".join(fresh[place::_ID_BYTES] for place in range(_ID_BYTES))


def _ids_read(column: bytes, moments: Sequence[int]) -> list[UUID | None]:
    line, _, planes = column.partition(b"\n")
    count, rest = divmod(len(planes), _ID_BYTES)
    if rest:
        raise ValueError("an id is cut off")
    fresh = bytearray(len(planes))
    for place in range(_ID_BYTES):
        fresh[place::_ID_BYTES] = planes[place * count : (place + 1) * count]
    known: list[UUID] = []
    found: list[UUID | None] = []
    for back, moment in zip(_listed(line, len(moments)), moments, strict=True):
        if back is None:
            found.append(None)
            continue
        if type(back) is not int or not 0 <= back <= len(known) or (back == 0 and len(known) == count):
            raise ValueError("an id is meant that is not there")
        if back == 0:
            number = int.from_bytes(fresh[len(known) * _ID_BYTES : (len(known) + 1) * _ID_BYTES], "big")
            time = ((number >> _RANDOM_BITS) + moment) % (1 << 48)
            known.append(UUID(int=time << _RANDOM_BITS | number & _RANDOM))
        found.append(known[-back] if back else known[-1])
    if len(known) != count:
        raise ValueError("there are more ids than changes mean")
    return found


def _cids_told(changes: Sequence[Change]) -> bytes:
    found = []
    before = 0
    for each in changes:
        tick = int(each.cid[:_TICK_DIGITS], 16)
        found.append(f"{tick - before:x}" if each.cid[_TICK_DIGITS:] == each.device else each.cid)
        before = tick
    return as_json(found)


def _cids_read(listed: Sequence[Any], devices: Sequence[Any]) -> list[str]:
    found = []
    before = 0
    for told, device in zip(listed, devices, strict=True):
        if not isinstance(told, str) or not told:
            raise ValueError("an id is none")
        if _CID.fullmatch(told):
            before = int(told[:_TICK_DIGITS], 16)
            found.append(told)
            continue
        since = int(told, 16)
        before += since
        # Each time hangs on the one before, so one that is told wrongly spoils all that follow.
        if f"{since:x}" != told or not 0 <= before < 1 << 4 * _TICK_DIGITS:
            raise ValueError("a time is none")
        found.append(f"{before:0{_TICK_DIGITS}x}{device}")
    return found


def _data_told(changes: Sequence[Change]) -> bytes:
    shapes: dict[tuple[str, ...], int] = {}
    which = [shapes.setdefault(tuple(each.data), len(shapes)) for each in changes]
    values = (as_json(list(each.data.values())) for each in changes)
    return b"\n".join((as_json(list(shapes)), as_json(which), *values))


def _data_read(column: bytes, count: int) -> tuple[list[Any], list[bytes]]:
    shapes, which, *lines = column.split(b"\n", 2)
    known = from_json(shapes, allow_inf_nan=False)
    numbers = _listed(which, count)
    if not isinstance(known, list) or not all(type(each) is int and 0 <= each < len(known) for each in numbers):
        raise ValueError("fields are meant that are not there")
    return [known[each] for each in numbers], _lines(lines[0] if lines else b"", count)


def _replaces_told(changes: Sequence[Change]) -> bytes:
    places: dict[str, int] = {}
    lines = []
    for at, each in enumerate(changes):
        lines.append(
            as_json(
                {
                    name: [at - place if (place := places.get(cid)) is not None else cid for cid in cids]
                    for name, cids in each.replaces.items()
                }
            )
            if each.replaces
            else b"{}"
        )
        places[each.cid] = at
    return b"\n".join(lines)


def _listed(column: bytes, count: int) -> list[Any]:
    found = from_json(column, allow_inf_nan=False)
    if not isinstance(found, list) or len(found) != count:
        raise ValueError("a column has not one value for each change")
    return found


def _lines(column: bytes, count: int) -> list[bytes]:
    lines = column.split(b"\n") if count else []
    if len(lines) != count or (not count and column):
        raise ValueError("a column has not one line for each change")
    return lines


def _moment(cid: str) -> int:
    """Milliseconds in a change's id."""
    return int(cid[:12], 16)

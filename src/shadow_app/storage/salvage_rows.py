"""Rows out of single pages, whatever became of the tree above them (SQLite's file format, §1.5, §1.6 and §2)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from itertools import pairwise

from shadow_app.domain.language import say
from shadow_app.storage.salvage_pages import USABLE

Value = int | float | str | bytes | None
PageOf = Callable[[int], bytes | None]

_LEAF = 0x0D
_FILE_HEADER = 100
_MOST_LOCAL = USABLE - 35
_LEAST_LOCAL = (USABLE - 12) * 32 // 255 - 23
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_LONGEST = 64 * 1024 * 1024


def rows_of(number: int, page: bytes, page_of: PageOf) -> Iterator[tuple[int, list[Value]]]:
    """(row number, values) of every whole row of a page, if it is a leaf of a table; what is cut short is left out.

    Args:
        number: the page's number.
        page: its content.
        page_of: gives other pages, on which long rows go on.
    """
    start = _FILE_HEADER if number == 1 else 0
    if page[start] != _LEAF:
        return
    (count,) = struct.unpack_from(">H", page, start + 3)
    for cell in range(count):
        at = start + 8 + 2 * cell
        try:
            (offset,) = struct.unpack_from(">H", page, at)
            yield _row(page, offset, page_of)
        except (IndexError, ValueError, struct.error):
            continue


def _row(page: bytes, at: int, page_of: PageOf) -> tuple[int, list[Value]]:
    length, at = _varint(page, at)
    row, at = _varint(page, at)
    if not 0 < length <= _LONGEST:
        raise ValueError(say("no length of a row"))
    return row, _values(_payload(page, at, length, page_of))


def _payload(page: bytes, at: int, length: int, page_of: PageOf) -> bytes:
    if length <= _MOST_LOCAL:
        return page[at : at + length]
    local = _LEAST_LOCAL + (length - _LEAST_LOCAL) % (USABLE - 4)
    local = local if local <= _MOST_LOCAL else _LEAST_LOCAL
    parts, missing = [page[at : at + local]], length - local
    (following,) = struct.unpack_from(">I", page, at + local)
    seen = set[int]()
    while missing > 0:
        more = page_of(following) if following and following not in seen else None
        seen.add(following)
        if more is None:
            raise ValueError(say("the rest of the row is on a page that cannot be read"))
        parts.append(more[4 : 4 + missing])
        missing -= USABLE - 4
        (following,) = struct.unpack_from(">I", more, 0)
    return b"".join(parts)


def _values(record: bytes) -> list[Value]:
    size, at = _varint(record, 0)
    kinds = []
    while at < size:
        kind, at = _varint(record, at)
        kinds.append(kind)
    ends = [size]
    for kind in kinds:
        ends.append(ends[-1] + _width(kind))
    if ends[-1] != len(record):
        raise ValueError(say("the row is not as long as it says"))
    return [_value(kind, record[start:end]) for kind, (start, end) in zip(kinds, pairwise(ends), strict=True)]


def _width(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11):
        raise ValueError(say("no kind of value"))
    return 8 if kind == 7 else _INTEGERS.get(kind, 0)


def _value(kind: int, raw: bytes) -> Value:
    if kind >= 12:
        return raw if kind % 2 == 0 else raw.decode()
    if kind == 0:
        return None
    if kind == 7:
        return float(struct.unpack(">d", raw)[0])
    return int.from_bytes(raw, "big", signed=True) if kind < 8 else kind - 8


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9

"""Inputs that nobody would write: good ones with something changed in them, again and again.

An input that reached a line of the program which none before it has reached is kept and changed further, so that a run
of minutes gets past the first check of a parser (the idea of American fuzzy lop, in Python's own tracing).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any, TypeVar

Data = TypeVar("Data", bytes, str)
Lines = set[tuple[str, int]]

NUMBERS = (0, 1, 2, 127, 128, 255, 256, 65_535, 65_536, 2**31 - 1, 2**31, 2**32 - 1, 2**63 - 1, 2**63, 2**64 - 1)
WORDS = (
    *("", " ", "\0", "\n", "\r\n", "\t", '"', "'", "\\", ",", ";", "|", "&", "<", ">", "{", "}", "[", "]", "(", ")"),
    *(
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ud800",
        "\udfff",
        "\U0010ffff",
        "\u0130",
        "ﬁ",
        "é",
        "e\u0301",
        "שלום",
        "１２",
        "😀",
    ),
    *("null", "true", "NaN", "Infinity", "-1", "1e999", "9" * 400, "0x10", "1,5", "..", "/", "../../x", "C:\\x", "%s"),
    *(
        "'; --",
        "=1+1",
        "@SUM(1)",
        "<b>",
        "<img src='/etc/passwd'/>",
        "&amp;",
        "{{7*7}}",
        "${x}",
        "file:///x",
        "a" * 300,
    ),
)


def mutated_bytes(data: bytes, rng: random.Random, others: Sequence[bytes], words: Sequence[str]) -> bytes:
    """`data` with one to eight things changed."""
    out = bytearray(data)
    for _ in range(1 << rng.randrange(4)):
        at = rng.randrange(len(out) + 1)
        long = rng.choice((1, 1, 2, 4, 16, 200))
        match rng.randrange(9):
            case 0 if out:
                out[min(at, len(out) - 1)] ^= 1 << rng.randrange(8)
            case 1:
                del out[at : at + long]
            case 2:
                out[at:at] = rng.randbytes(long)
            case 3:
                out[at : at + long] = rng.randbytes(min(long, len(out)))
            case 4:
                out[at:at] = rng.choice(words).encode("utf-8", "surrogatepass")
            case 5:
                out[at:at] = out[at : at + long] * rng.choice((1, 2, 20))
            case 6:
                number, size = rng.choice(NUMBERS), rng.choice((1, 2, 4, 8))
                out[at : at + size] = (number % (1 << 8 * size)).to_bytes(size, rng.choice(("big", "little")))
            case 7:
                other = rng.choice(others)
                start = rng.randrange(len(other) + 1)
                out[at:] = other[start:] if rng.random() < 0.5 else other[start : start + long] + out[at:]
            case _:
                del out[at:]
    return bytes(out)


def mutated_text(text: str, rng: random.Random, others: Sequence[str], words: Sequence[str]) -> str:
    """`text` with one to eight things changed."""
    for _ in range(1 << rng.randrange(4)):
        at = rng.randrange(len(text) + 1)
        long = rng.choice((1, 1, 2, 5, 30))
        match rng.randrange(6):
            case 0:
                text = text[:at] + text[at + long :]
            case 1:
                text = text[:at] + _any_character(rng) * rng.choice((1, 1, 3)) + text[at:]
            case 2 | 3:
                text = text[:at] + rng.choice(words) + rng.choice(("", "", " ")) + text[at:]
            case 4:
                text = text[:at] + text[at : at + long] * rng.choice((2, 3, 40)) + text[at + long :]
            case _:
                other = rng.choice(others)
                text = text[:at] + other[rng.randrange(len(other) + 1) :]
    return text


def _any_character(rng: random.Random) -> str:
    return chr(rng.randrange((0x80, 0x3000, 0x110000)[rng.randrange(3)]))


@contextmanager
def reached(rooms: Sequence[str], lines: Lines) -> Iterator[None]:
    """Collect the lines of the program's own modules that run inside; `rooms` are parts of their paths."""

    def enter(frame: FrameType, event: str, _argument: Any) -> Any:
        name = frame.f_code.co_filename
        return line if any(room in name for room in rooms) else None

    def line(frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            lines.add((frame.f_code.co_filename, frame.f_lineno))
        return line

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        yield
    finally:
        sys.settrace(before)


def shrunk(data: Data, still: Callable[[Data], bool], patience: int = 2_000) -> Data:
    """The smallest part of `data` for which `still` holds, found by leaving out ever shorter pieces."""
    length = max(1, len(data) // 2)
    while length:
        at = 0
        while at < len(data) and patience:
            shorter = data[:at] + data[at + length :]
            patience -= 1
            if still(shorter):
                data = shorter
            else:
                at += length
        length //= 2
    return data

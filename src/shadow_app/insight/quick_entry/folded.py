"""Folded: the line as the signs are read from it, and the way back to what was typed (`tagging.md` §4)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MARKS = frozenset(
    map(chr, (0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF))
)
"""Direction marks, zero-width spaces and joiners: no reader sees them, so no sign may depend on them."""

TRAIL = ".,;:!?)]…。、،؛؟"
"""Punctuation that clings to a token without belonging to it."""

TOKEN_ENDS = rf"(?=[{re.escape(TRAIL)}]*(?!\S))"
"""The pattern of a place where nothing but such punctuation comes before the next blank."""

# What a keyboard for another script gives where an ASCII sign is meant, beyond the full-width forms that NFKC knows.
_ALIKE = {"〜": "~", "−": "-", "×": "x", "“": '"', "”": '"', "„": '"'}


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` has no direction marks, ASCII digits and ASCII signs. `at[i]` is where `text[i]` lies in `raw`."""

    raw: str
    text: str
    at: range | list[int]

    def start(self, index: int) -> int:
        """Where the character at `index` lies in the raw line; the end of the line for one past the last."""
        return self.at[index] if index < len(self.at) else len(self.raw)

    def end(self, index: int) -> int:
        """Where the character before `index` ends in the raw line; 0 when there is none."""
        return self.at[index - 1] + 1 if index else 0

    def source(self, start: int, end: int) -> str:
        """The typed characters of a folded span."""
        return self.raw[self.start(start) : self.end(end)]


def fold(line: str) -> Folded:
    """Read a line for signs. Time is linear in its length; an ASCII line is its own folding."""
    if line.isascii():
        return Folded(line, line, range(len(line)))
    at = [index for index, char in enumerate(line) if char not in MARKS]
    return Folded(line, "".join(_plain(line[index]) for index in at), at)


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing."""
    return all(char.isspace() or char in MARKS for char in text)


def without_marks(text: str) -> str:
    """The text without direction marks, as a name is looked up and shown."""
    return "".join(char for char in text if char not in MARKS)


def trail_end(text: str, end: int) -> int:
    """Where the punctuation ends that clings to what ends at `end`."""
    while end < len(text) and text[end] in TRAIL:
        end += 1
    return end


def _plain(char: str) -> str:
    if char.isascii():
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char in _ALIKE:
        return _ALIKE[char]
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char

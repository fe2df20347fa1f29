"""Odd characters made visible, so that a note can be saved and nothing hides in it (`design.md` §2)."""

from __future__ import annotations

import re

_DELETE = 0x7F

# Left as they are: newline and tab; joiners and variation selectors, for emoji and Persian are spelt with them; the
# zero-width space, which is the space bar of Khmer; left-to-right and right-to-left marks, which cannot reorder words.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u2028\u2029"  # line and paragraph separator
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides, isolates: they make a line read as what it is not
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"  # no characters, byte order mark, annotations
    "\ud800-\udfff]"  # halves of a pair, which no UTF-8 file can hold
)


def visible(text: str) -> str:
    """The text with every control, direction override and lone surrogate shown as a mark.

    ASCII controls become Unicode's control pictures (NUL → ␀), all others their number in ⟦U+202E⟧. Windows line ends
    become newlines. Doing it twice changes nothing.
    """
    return _ODD.sub(_mark, text.replace("\r\n", "\n"))


def _mark(odd: re.Match[str]) -> str:
    code = ord(odd.group())
    if code == _DELETE:
        return "\N{SYMBOL FOR DELETE}"
    return chr(0x2400 + code) if code < 0x20 else f"⟦U+{code:04X}⟧"

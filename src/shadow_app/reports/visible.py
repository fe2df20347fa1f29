"""Words from people with everything in them made visible, for paper and for Markdown; Markdown needs no ReportLab."""

from __future__ import annotations

import re
import unicodedata

_BLANK = re.compile(r"[\t\f\v\u1680\u2000-\u200a\u205f\u3000]")
_INVISIBLE = dict.fromkeys([*map(ord, "\u00ad\u200b\u200d\u2060\ufe0e\ufe0f\ufeff"), *range(0x1F3FB, 0x1F400)])
"""Hints that draw nothing in one colour: joiners, variation selectors, soft hyphens, skin tones."""


def visible(words: str) -> str:
    """Control characters, direction marks and half characters as `[U+202E]`; spaces of any width as a space."""
    words = _BLANK.sub(" ", words)
    if words.isprintable() and words.isascii():
        return words
    words = unicodedata.normalize("NFC", words)
    return "".join(_shown(character) for character in words.translate(_INVISIBLE))


def _shown(character: str) -> str:
    if character in ("\n", "\u00a0", "\u202f"):
        return character
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp"):
        return f"[U+{ord(character):04X}]"
    return character

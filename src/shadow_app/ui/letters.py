"""Large and small letters, as the language that is spoken has them."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale

_LONG = re.compile(r"\S{31,}")
_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_LEFTWARD = re.compile(f"[{_LEFT}]+(?:[^\\S\\n]+[{_LEFT}]+)*")
"""A run of words in Hebrew, Arabic and their like."""
_PIECE = re.compile(r"(\S{24})(?=\S)")


def leading(words: str) -> str:
    """The first letter large, all others as they are: German nouns keep theirs."""
    return words[:1].upper() + words[1:]


def within(word: str) -> str:
    """A name that begins with a large letter, inside a sentence: small in English, as it is in German."""
    return word if QLocale().language() is QLocale.Language.German else word.lower()


def breakable(words: str) -> str:
    """For a label that breaks its lines: an address or a word without end may be broken anywhere.

    A label is never narrower than its longest word, so that one pasted address would push a whole page out of sight.
    """
    return _LONG.sub(lambda word: _PIECE.sub("\\1\N{ZERO WIDTH SPACE}", word.group()), _apart(words))


def _apart(words: str) -> str:
    """Words that run to the left, set apart within a line that runs to the right: they must not turn a day round."""
    if not _LEFTWARD.search(words) or not re.search("[A-Za-z]", words):
        return words
    return _LEFTWARD.sub("\N{FIRST STRONG ISOLATE}\\g<0>\N{POP DIRECTIONAL ISOLATE}", words)

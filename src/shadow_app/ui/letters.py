"""Large and small letters, as the language that is spoken has them."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def leading(words: str) -> str:
    """The first letter large, all others as they are: German nouns keep theirs."""
    return words[:1].upper() + words[1:]


def within(word: str) -> str:
    """A name that begins with a large letter, inside a sentence: small in English, as it is in German."""
    return word if QLocale().language() is QLocale.Language.German else word.lower()

"""The words of a note, cut once for everybody who counts or looks them up (`tagging.md` §0, §2c).

A word has three forms: as typed, folded (what is compared) and stemmed (what is counted). The stem is a suffix stripper
on purpose: a full stemmer gained half a point and took up to 5 ms for a line of new words.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice, pairwise
from typing import NamedTuple

FEATURES_VERSION = 1
"""Raised whenever `features` gives something else for the same text: stored counts must then be counted again."""

MOST_WORDS = 60
"""How many words of a note are counted. Notes are one line; this bounds what a pasted page can cost."""

LONGEST_WORD = 40
"""Letters of one word that are looked at."""

GRAM = 4
"""Length of a character gram."""

# "C#", "C++" and "F#" are names; the sign counts only where no further letter follows.
_TOKEN = re.compile(r"[^\W_]+(?:[#+]+(?!\w))?")

STOP_WORDS = frozenset(
    _TOKEN.findall(
        """a an the of to in on at for and or is are was were be been i my me we our you your it its this that with from
        by as please hi hello can could would do does did have has had not no what how why when where there if so but am
        just get got will"""
    )
)
"""Words that say nothing about a service or a pain."""

_SUFFIXES = ("ings", "ing", "ed", "es", "s")


class Word(NamedTuple):
    """One word: as it was typed (NFKC), folded for comparison, and stemmed."""

    typed: str
    folded: str
    stem: str


class Feature(NamedTuple):
    """How much a feature counts, in halves, and the typed words that it stands for."""

    halves: int
    typed: str


def stem(folded: str) -> str:
    """The word without its commonest English endings, never shorter than three letters."""
    if len(folded) > 4 and not folded.endswith("ss"):
        for suffix in _SUFFIXES:
            if folded.endswith(suffix) and len(folded) - len(suffix) >= 3:
                return folded[: -len(suffix)]
    return folded


def words(text: str, most: int = MOST_WORDS) -> list[Word]:
    """The first `most` words of a text, in any script that puts letters side by side. Time is linear in the text."""
    found = islice(_TOKEN.finditer(unicodedata.normalize("NFKC", text)), most)
    return [_word(match.group()[:LONGEST_WORD]) for match in found]


def telling(found: list[Word]) -> list[Word]:
    """Those that are not stop words; all of them where nothing else was typed."""
    return [word for word in found if word.folded not in STOP_WORDS] or found


def features(text: str) -> dict[str, Feature]:
    """What is counted for a text: stems, pairs of neighbouring stems, and character grams of the telling words.

    Stems and pairs weigh 1 (two halves), grams one half each, so that every count is a whole number of halves.
    """
    found = words(text)
    kept = telling(found)
    counted: dict[str, Feature] = {}
    for word in kept:
        _count(counted, word.stem, 2, word.typed)
    for left, right in pairwise(found):
        _count(counted, f"{left.stem} {right.stem}", 2, f"{left.typed} {right.typed}")
    for word in kept:
        fenced = f"<{word.folded}>"
        if len(fenced) > GRAM:
            for start in range(len(fenced) - GRAM + 1):
                # The mark keeps a gram from being taken for a word of four letters.
                _count(counted, f"~{fenced[start : start + GRAM]}", 1, word.typed)
    return counted


def _word(typed: str) -> Word:
    folded = typed.casefold()
    return Word(typed, folded, stem(folded))


def _count(counted: dict[str, Feature], name: str, halves: int, typed: str) -> None:
    before = counted.get(name)
    counted[name] = Feature(halves + (before.halves if before else 0), typed)

"""A number that stands before several of something, without the form for one: "1 visits"."""

from __future__ import annotations

import re

_COUNTED = re.compile(r"\{\w+(?::[^}|]*)?\} (?:[a-z]+ )??([a-z]+s|people)\b")
_NO_NOUNS = frozenset(
    re.findall(
        r"\w+",
        "answers as asks belongs contains copies costs differs does finds gets gives has holds is its knows lets "
        "lies needs opens others passes reads reports rests says shows speaks stands stays takes talks this tells us "
        "uses waits was where whose works writes",
    )
)
"""Words that end like several of something and are none."""


def nouns_without_forms(text: str) -> list[str]:
    """The nouns of a sentence that follow a placeholder as if it were never one."""
    return [word for word in _COUNTED.findall(text) if word not in _NO_NOUNS]

"""Sentences that the store keeps in English, with names and numbers in them, said in the language that holds.

What is kept is made by `str.format` from a marked template; the template it came from is found again by its pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from string import Formatter

from shadow_app.domain.language import current, say


def said_again(kept: str, templates: Iterable[str]) -> str:
    """The sentence as a person is told it; one that no template fits is told as it stands.

    A value whose place is written with a format such as `{count:,}` is a whole number again, and is written as the
    language writes numbers.
    """
    if current().english:
        return kept
    known = say(kept)
    if known != kept:
        return known
    for template in templates:
        if match := _pattern(template).fullmatch(kept):
            return say(template, **{name: _value(value) for name, value in match.groupdict().items()})
    return kept


def _value(value: str) -> object:
    bare = value.replace(",", "")
    return int(bare) if bare.isdecimal() and bare.isascii() else value


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts, named = [], set()
    for literal, name, form, _ in Formatter().parse(template):
        parts.append(re.escape(literal))
        if name is not None:
            what = r"[\d,]+" if form else ".+"
            parts.append(f"(?P={name})" if name in named else f"(?P<{name}>{what})")
            named.add(name)
    return re.compile("".join(parts), re.DOTALL)

"""What no database should be asked to keep, although the model of a change lets it pass (`reliability.md` §3.4, §4)."""

from __future__ import annotations

import re
from typing import Any

from shadow_app.domain.change import Change
from shadow_app.domain.language import say

DEEPEST = 12
_CID = re.compile("[0-9a-f]{32}")
_UNFIT = re.compile("[\x00\ud800-\udfff]")


def why_unfit(change: Change) -> str | None:
    """A sentence on what is wrong with it, without the value; None if nothing is."""
    unfit = _unfit(change.data) or _unfit([change.author, change.label, change.kind])
    if unfit is None and _unfit(list(change.replaces)) is not None:
        unfit = say("It replaces fields by names that are none.")
    if unfit is None and not all(map(replaces_ids, change.replaces.values())):
        unfit = say("It replaces changes by ids that are none.")
    return unfit


def has_unfit_character(word: str) -> bool:
    """Whether a word holds a NUL or half of a pair of surrogates, which PostgreSQL refuses."""
    return _UNFIT.search(word) is not None


def replaces_ids(cids: list[str]) -> bool:
    """Whether all of them look like ids of changes."""
    return all(map(_CID.fullmatch, cids))


def _unfit(value: Any, depth: int = 0) -> str | None:
    if depth > DEEPEST:
        return say("It is nested more than {deepest} deep.", deepest=DEEPEST)
    match value:
        case str():
            return say("It holds a character that no text may hold.") if has_unfit_character(value) else None
        case bool() | float() | None:
            return None
        case int():
            return None if -(2**63) <= value < 2**63 else say("It holds a number that is too large.")
        case list():
            return next((why for each in value if (why := _unfit(each, depth + 1))), None)
        case dict():
            return next((why for pair in value.items() for each in pair if (why := _unfit(each, depth + 1))), None)
        case _:
            return say("It holds something that is no JSON.")

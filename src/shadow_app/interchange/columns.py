"""Which heading means which field: every tool has its own word for a thing (`domain.md` §4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.language import say

_BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One field and the headings under which it may stand, the most telling first.

    Headings are given in the form that `heading_key` returns. `required` columns must be there; `repeats` says that
    several columns of the file may feed the field together, as in an issue tracker's repeated "Labels".
    """

    field: str
    headings: tuple[str, ...]
    required: bool = False
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How one tool writes a file. `marks` are headings that nobody else uses: one of them is enough to know it."""

    name: str
    columns: tuple[Column, ...]
    marks: frozenset[str] = frozenset()


def heading_key(heading: str) -> str:
    """A heading without case, punctuation and the star of mandatory fields: "Org->Name*" is "org_name"."""
    return _BETWEEN.sub("_", unicodedata.normalize("NFKC", heading).casefold()).strip("_")


def name_key(name: str) -> str:
    """What makes two names the same: case, spacing, width and invisible characters do not count."""
    if name.isascii():
        return " ".join(name.lower().split())
    plain = unicodedata.normalize("NFKC", name)
    seen = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    return " ".join(seen.casefold().split())


def matched(headings: Sequence[str], layouts: Sequence[Layout], what: str) -> tuple[Layout, dict[str, tuple[int, ...]]]:
    """The layout of a file, and the places of the columns that feed each of its fields.

    Raises:
        ImportTrouble: a required column is missing, or the column for a field is there twice.
    """
    keys = [heading_key(heading) for heading in headings]
    layout = next((one for one in layouts if one.marks & set(keys)), layouts[-1])
    positions: dict[str, tuple[int, ...]] = {}
    for column in layout.columns:
        places = _places(column, keys)
        if len(places) > 1 and not column.repeats:
            raise ImportTrouble(
                say(
                    "The heading “{heading}” stands over {count:|column|columns}. Rename all but one, then "
                    "import again.",
                    heading=headings[places[0]],
                    count=len(places),
                )
            )
        if places:
            positions[column.field] = places
        elif column.required:
            raise ImportTrouble(_missing(column, headings, what))
    return layout, positions


def _places(column: Column, keys: Sequence[str]) -> tuple[int, ...]:
    if column.repeats:
        return tuple(place for place, key in enumerate(keys) if key in column.headings)
    for heading in column.headings:
        places = tuple(place for place, key in enumerate(keys) if key == heading)
        if places:
            return places
    return ()


def _missing(column: Column, headings: Sequence[str], what: str) -> str:
    shown = ", ".join(f"“{heading[:40]}”" for heading in headings[:12] if heading)
    return say(
        "To be read as {what} the file needs a column headed “{heading}”. Its headings are {shown}. Rename the right "
        "one, then import again.",
        what=say(what),
        heading=column.headings[0],
        shown=shown,
    )

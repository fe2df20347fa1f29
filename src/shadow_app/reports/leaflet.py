"""A leaflet: sections of plain sentences on as few pages as they need, as data; a receipt, a statement for people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shadow_app.reports.marks import bullet, heading, paragraph, plain
from shadow_app.reports.parts import Photo


@dataclass(frozen=True)
class Section:
    """A heading, what it means, and its sentences, each with a remark that may be empty."""

    title: str
    lead: str = ""
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Leaflet:
    """What stands in the band on top, and the sections under it.

    `wide` sections go over the whole page at the end, and `photos`, which are on paper only, in two columns below them.
    """

    kind: str
    title: str
    place: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    made_on: datetime
    sections: tuple[Section, ...]
    wide: tuple[Section, ...] = ()
    photos: tuple[Photo, ...] = ()
    foot: str = ""
    """What is said at the foot of every page, if it is not what reports promise."""


def markdown(leaflet: Leaflet) -> str:
    """The leaflet for an intranet or a mail; every word of it plain text."""
    out = [f"# {plain(leaflet.title)}", "", *(plain(words) for words in leaflet.place), ""]
    out += [bullet(f"{label}: {value}") for label, value in leaflet.facts]
    for section in (*leaflet.sections, *leaflet.wide):
        out += [*heading(section.title), *paragraph(section.lead)]
        out += [bullet(words, remark) for words, remark in section.lines]
    return "\n".join(_spaced(out)).strip() + "\n"


def _spaced(lines: list[str]) -> list[str]:
    """Never two empty lines in a row."""
    return [line for at, line in enumerate(lines) if line or at == 0 or lines[at - 1]]

"""A leaflet on paper: a band, two columns of sections, and what goes over the whole width below them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from shadow_app.reports import look
from shadow_app.reports.blocks import Band, Opening, bullets, in_columns
from shadow_app.reports.flow import Column, Gap, Panel, Piece
from shadow_app.reports.leaflet import Leaflet, Section
from shadow_app.reports.page import INNER, PROMISE, Face, Sheet, then
from shadow_app.reports.parts import Photo, ReportState
from shadow_app.reports.pdf import Rendered
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places
from shadow_app.reports.text import Typesetter

_TITLE = look.Style(10.2, 13.4, 700, after=2)
_LEAD = look.Style(8.4, 11.4, 400, look.MUTED, 2)
_LINE = look.Style(8.4, 11.2, after=1)
_REMARK = look.Style(7.8, 10.4, 400, look.FAINT, 1)
_GAP = 24.0


def render(leaflet: Leaflet, font_folder: Path | None = None) -> Rendered:
    """Lay it out; equal data give equal bytes."""
    typesetter = Typesetter(font_folder)
    pen, places = Pen(typesetter), Places()
    face = Face(
        kind=leaflet.kind,
        short=leaflet.title,
        title=leaflet.title,
        subject=leaflet.kind,
        state=ReportState.RELEASED,
        made_on=leaflet.made_on,
        promise=leaflet.foot or PROMISE,
    )
    opening = Opening(leaflet.kind, leaflet.title, leaflet.place, leaflet.facts, ReportState.RELEASED)
    story: list[Any] = [then(INNER), Band(pen, places, opening)]
    if leaflet.sections:
        story.append(in_columns(_sides(leaflet.sections, pen), _GAP))
    for section in leaflet.wide:
        story += _section(section, pen, look.inner())
    prints = [_Print(pen, each) for each in leaflet.photos]
    story += [in_columns([[each] for each in prints[at : at + 2]], _GAP) for at in range(0, len(prints), 2)]
    return Rendered(Sheet(face, pen).pdf(story), typesetter.warnings())


def _sides(sections: tuple[Section, ...], pen: Pen) -> list[list[Any]]:
    """Two columns as nearly of one height as whole sections allow, in their order."""
    width = (look.inner() - _GAP) / 2
    made = [_section(section, pen, width) for section in sections]
    heights = [_high(parts, width) for parts in made]
    cut = min(range(len(made) + 1), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
    return [[part for parts in made[:cut] for part in parts], [part for parts in made[cut:] for part in parts]]


def _section(section: Section, pen: Pen, width: float) -> list[Any]:
    parts: list[Any] = [*pen.prose(section.title, _TITLE)]
    parts += pen.prose(section.lead, _LEAD) if section.lead else []
    for words, remark in section.lines:
        (line,) = bullets(pen, [(words, "")], look.CALM, _LINE)
        column: Column = line.columns[0]
        column.width = width - column.x
        column.parts += pen.prose(remark, _REMARK) if remark else []
        parts.append(line)
    return [Panel([Column(0, width, parts)], after=2), Gap(5)]


class _Print(Piece):
    """A photo, half a page wide and whole, with its caption; one that stands alone is as wide as one of two."""

    def __init__(self, pen: Pen, photo: Photo) -> None:
        super().__init__(space_after=10)
        self.pen, self.photo = pen, photo

    def high(self, width: float) -> float:
        self.wide = min(width, (look.inner() - _GAP) / 2)
        return self.wide * self.pen.shape(self.photo) + 12

    def draw(self) -> None:
        self.pen.photo(self.canv, self.photo, 0, 12, self.wide, self.height - 12, 6)
        self.pen.line(self.canv, 0, 2, self.pen.fit(self.photo.caption, self.wide, 7.4), 7.4, 400, look.MUTED)


def _high(parts: list[Any], width: float) -> float:
    return sum(float(part.wrap(width, 1e6)[1] + part.getSpaceAfter()) for part in parts)

"""A leaflet on paper: a band, two columns of sections, and what goes over the whole width below them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shadow_app.reports import look
from shadow_app.reports.blocks import Band, Opening, bullets, in_columns
from shadow_app.reports.flow import Column, Gap, Panel, Piece
from shadow_app.reports.leaflet import Leaflet, Section
from shadow_app.reports.one_page import height, room
from shadow_app.reports.page import INNER, PROMISE, Face, Sheet, then
from shadow_app.reports.parts import Photo, ReportState
from shadow_app.reports.pdf import Rendered
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places
from shadow_app.reports.text import Typesetter

_GAP = 24.0


@dataclass(frozen=True)
class _Dress:
    """How large a leaflet is set: one whose columns would run over by a few lines is set a little smaller."""

    scale: float

    def style(self, size: float, leading: float, weight: int = 400, colour: str = look.TEXT, after: float = 1) -> Any:
        return look.Style(size * self.scale, leading * self.scale, weight, colour, after * self.scale)

    @property
    def title(self) -> Any:
        return self.style(10.2, 13.4, 700, after=2)

    @property
    def lead(self) -> Any:
        return self.style(8.4, 11.4, 400, look.MUTED, 2)

    @property
    def line(self) -> Any:
        return self.style(8.4, 11.2)

    @property
    def remark(self) -> Any:
        return self.style(7.8, 10.4, 400, look.FAINT)


_DRESSES = tuple(_Dress(scale) for scale in (1.0, 0.96, 0.92, 0.88))


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
    band = Band(pen, places, opening)
    story: list[Any] = [then(INNER), band]
    if leaflet.sections:
        story.append(_columns(leaflet.sections, pen, room() - height([band])))
    for section in leaflet.wide:
        story += _section(section, pen, look.inner(), _DRESSES[0])
    prints = [_Print(pen, each) for each in leaflet.photos]
    story += [in_columns([[each] for each in prints[at : at + 2]], _GAP) for at in range(0, len(prints), 2)]
    return Rendered(Sheet(face, pen).pdf(story), typesetter.warnings())


def _columns(sections: tuple[Section, ...], pen: Pen, room: float) -> Panel:
    """Two columns on the first page if any dress lets them; over several pages as large as any."""
    for dress in _DRESSES:
        made = in_columns(_sides(sections, pen, dress), _GAP)
        if height([made]) <= room:
            return made
    return in_columns(_sides(sections, pen, _DRESSES[0]), _GAP)


def _sides(sections: tuple[Section, ...], pen: Pen, dress: _Dress) -> list[list[Any]]:
    """Two columns as nearly of one height as whole sections allow, in their order."""
    width = (look.inner() - _GAP) / 2
    made = [_section(section, pen, width, dress) for section in sections]
    heights = [_high(parts, width) for parts in made]
    cut = min(range(len(made) + 1), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
    return [[part for parts in made[:cut] for part in parts], [part for parts in made[cut:] for part in parts]]


def _section(section: Section, pen: Pen, width: float, dress: _Dress) -> list[Any]:
    parts: list[Any] = [*pen.prose(section.title, dress.title)]
    parts += pen.prose(section.lead, dress.lead) if section.lead else []
    for words, remark in section.lines:
        (line,) = bullets(pen, [(words, "")], look.CALM, dress.line)
        column: Column = line.columns[0]
        column.width = width - column.x
        column.parts += pen.prose(remark, dress.remark) if remark else []
        parts.append(line)
    return [Panel([Column(0, width, parts)], after=2), Gap(5)]


class _Print(Piece):
    """A photo, half a page wide and whole, with its caption; one that stands alone is as wide as one of two."""

    def __init__(self, pen: Pen, photo: Photo) -> None:
        super().__init__(space_after=10)
        self.pen, self.photo = pen, photo

    def high(self, width: float) -> float:
        self.wide = min(width, (look.inner() - _GAP) / 2)
        self.caption = self.pen.lines(self.photo.caption, self.wide, 7.4, most=3)
        return self.wide * self.pen.shape(self.photo) + 2 + 10 * len(self.caption)

    def draw(self) -> None:
        below = 2.0 + 10 * len(self.caption)
        self.pen.photo(self.canv, self.photo, 0, below, self.wide, self.height - below, 6)
        for number, words in enumerate(self.caption, 1):
            self.pen.line(self.canv, 0, below - 10 * number, words, 7.4, 400, look.MUTED)


def _high(parts: list[Any], width: float) -> float:
    return sum(float(part.wrap(width, 1e6)[1] + part.getSpaceAfter()) for part in parts)

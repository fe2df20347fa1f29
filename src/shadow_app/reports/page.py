"""The sheet: page templates, header, footer, stamp, bookmarks' home and the file's own description."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, NextPageTemplate, PageTemplate
from reportlab.platypus.flowables import CondPageBreak, PageBreak
from reportlab.platypus.frames import Frame

from shadow_app.domain.errors import ShadowError
from shadow_app.domain.language import current, mark, say
from shadow_app.reports import amounts, fonts, look, wording
from shadow_app.reports.flow import Later
from shadow_app.reports.imprint import Imprint
from shadow_app.reports.parts import ReportState
from shadow_app.reports.pen import Pen
from shadow_app.reports.visible import visible

FRONT, INNER, ANNEX = "front", "inner", "annex"
_BETWEEN = 12.0
"""Points that stay free between what stands at the left and at the right of a footer."""

PROMISE = mark("People are quoted with consent and without names. Not used to assess anybody.")


class Stopped(ShadowError):
    """Whoever asked for the report said stop; nothing was made."""


@dataclass(frozen=True)
class Face:
    """What is printed around the pages of one report, and what the file says of itself."""

    kind: str
    short: str
    title: str
    subject: str
    state: ReportState
    made_on: datetime
    author: str = "Shadow"
    month_only: bool = False
    """The day of making would give the day of the visit away, so only its month is told."""
    imprint: Imprint | None = None
    """Of a released edition."""
    promise: str = PROMISE
    """Said at the foot of every page."""


class Sheet(BaseDocTemplate):  # type: ignore[misc]  # ReportLab is untyped
    """One document. The front page has no header, as its flow begins with a band of its own."""

    def __init__(self, face: Face, pen: Pen, keep_going: Callable[[], bool] | None = None) -> None:
        self._face, self._pen, self._keep_going = face, pen, keep_going
        self._out = BytesIO()
        super().__init__(
            self._out,
            pagesize=(look.width(), look.height()),
            title=_line(face.title),
            author=_line(face.author),
            subject=_line(face.subject),
            creator="Shadow",
            keywords=_line(face.kind),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.inter(400).name,
            lang=current().locale.replace("_", "-"),
            displayDocTitle=True,
        )
        self.addPageTemplates(
            [
                _template(FRONT, look.height() - look.FOOT, self._around_front),
                _template(INNER, look.height() - look.FOOT - look.TOP, self._around_inner),
                _template(ANNEX, look.height() - look.FOOT - look.TOP, self._around_annex),
            ]
        )

    def pdf(self, story: Sequence[Any]) -> bytes:
        """The finished file.

        Raises:
            Stopped: `keep_going` said no between two pieces.
        """
        self.build(list(story), canvasmaker=self._canvas)
        return self._out.getvalue()

    def handle_flowable(self, flowables: list[Any]) -> None:
        """ReportLab's step from piece to piece, where a stop is asked for."""
        if self._keep_going is not None and not self._keep_going():
            raise Stopped(say("The report was stopped before it was finished; nothing was written."))
        first = flowables[0]
        if isinstance(first, Later):
            flowables[:1] = first.make()
        else:
            super().handle_flowable(flowables)

    def _canvas(self, *args: Any, **options: Any) -> Any:
        canvas = Canvas(*args, **options)
        made = _told(self._face)
        # The report's own date, so that equal data give equal bytes whenever and wherever they are printed.
        canvas.setDateFormatter(lambda *_: f"D:{made:%Y%m%d%H%M%S}{_offset(made)}")
        canvas.showOutline()
        return canvas

    def _around_front(self, canvas: Any, _: Any) -> None:
        self._footer(canvas)

    def _around_inner(self, canvas: Any, _: Any) -> None:
        self._header(canvas, self._face.kind)
        self._footer(canvas)

    def _around_annex(self, canvas: Any, _: Any) -> None:
        self._header(canvas, say("Annex"))
        self._footer(canvas)

    def _header(self, canvas: Any, section: str) -> None:
        top = look.height() - 46
        canvas.setFillColor(look.rgb(look.SUN))
        canvas.rect(look.MARGIN, top + 2, 22, 3, stroke=0, fill=1)
        self._pen.label(canvas, look.MARGIN + 32, top, section, size=7.5)
        right = look.width() - look.MARGIN
        if self._face.state is not ReportState.RELEASED:
            right -= stamp(canvas, self._pen, right, top, self._face.state, look.SUN_TEXT) + 10
        label = self._pen.width(section.upper(), 7.5, 600) + 0.8 * len(section)
        room = right - look.MARGIN - 32 - label - _BETWEEN
        short = self._pen.fit(self._face.short, room, 8)
        self._pen.line(canvas, right, top, short, 8, 400, look.FAINT, "right")

    def _footer(self, canvas: Any) -> None:
        canvas.setStrokeColor(look.rgb(look.HAIRLINE))
        canvas.setLineWidth(0.6)
        canvas.line(look.MARGIN, 40, look.width() - look.MARGIN, 40)
        right, told, promise = look.width() - look.MARGIN, self._told(), say(self._face.promise)
        room = look.inner() - 24 - _BETWEEN
        size = self._pen.largest(promise + told, room, (7.6, 7.2, 6.8))
        promise = self._pen.fit(promise, room - self._pen.width(told, size), size)
        self._pen.line(canvas, look.MARGIN, 26, promise, size, 400, look.FAINT)
        self._pen.line(canvas, right, 26, str(canvas.getPageNumber()), 8, 600, look.TEXT, "right")
        self._pen.line(canvas, right - 24, 26, told, size, 400, look.FAINT, "right")
        if self._face.imprint is not None and self._face.imprint.replaces:
            words = self._pen.fit(self._face.imprint.replaces, look.inner(), 7.6)
            self._pen.line(canvas, look.MARGIN, 14, words, 7.6, 500, look.SUN_TEXT)

    def _told(self) -> str:
        face = self._face
        if face.imprint is not None:
            return face.imprint.line(month_only=face.month_only)
        return say(
            "Made {month}", month=amounts.month(face.made_on) if face.month_only else amounts.stamp(face.made_on)
        )


def stamp(canvas: Any, pen: Pen, right: float, baseline: float, state: ReportState, colour: str) -> float:
    """The state in an outlined pill whose right edge is given; returns its width in points."""
    words = wording.STATES[state].upper()
    width = pen.width(words, 7, 700) + 0.8 * len(words) + 14
    canvas.setStrokeColor(look.rgb(colour))
    canvas.setLineWidth(1)
    canvas.setDash([])
    canvas.roundRect(right - width, baseline - 4.5, width, 14, 7, stroke=1, fill=0)
    pen.line(canvas, right - width + 7, baseline, words, 7, 700, colour, spacing=0.8)
    return width


def new_page(template: str) -> list[Any]:
    """Go on at the top of the next page, with that template."""
    return [NextPageTemplate(template), PageBreak()]


def room_for(points: float) -> Any:
    """Go on at the top of the next page unless so much is left on this one."""
    return CondPageBreak(points)


def then(template: str) -> Any:
    """The template of the pages after this one."""
    return NextPageTemplate(template)


def _template(name: str, height: float, around: Callable[[Any, Any], None]) -> Any:
    frame = Frame(
        look.MARGIN, look.FOOT, look.inner(), height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )
    return PageTemplate(name, [frame], onPage=around)


def _told(face: Face) -> datetime:
    made = face.made_on
    return made.replace(day=1, hour=0, minute=0, second=0) if face.month_only else made


def _line(words: str) -> str:
    return " ".join(visible(words).split())


def _offset(made: datetime) -> str:
    away = made.utcoffset()
    minutes = round(away.total_seconds() / 60) if away else 0
    sign = "+" if minutes >= 0 else "-"
    return f"{sign}{abs(minutes) // 60:02d}'{abs(minutes) % 60:02d}'"
